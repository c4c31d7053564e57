"""The render room: one render at a time, and whoever waits outside can leave."""

import threading
import time
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as FuturesTimeoutError

import pytest

from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from tasks.room import Patience, Room


def patience(deadline_s: float = 10.0, **options: object) -> Patience:
    return Patience(deadline_s, threading.Event(), **options)  # type: ignore[arg-type]


def busy(for_how_long: Patience, seconds: float = 30.0) -> str:
    """Work in small steps, as a diffusion model does."""
    until = time.monotonic() + seconds
    step = 0
    while time.monotonic() < until:
        step += 1
        for_how_long.step(step, 1000, "denoising")
        time.sleep(0.01)
    return "done"


def failure_of(error: pytest.ExceptionInfo[StageError]) -> FailureCode:
    return error.value.failure.code


def test_a_job_is_done_and_its_own_error_comes_out() -> None:
    room = Room()
    assert room.do(lambda: 42, patience()) == 42

    def wrong() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        room.do(wrong, patience())

    def late() -> None:  # not to be taken for the waiting having run out
        raise TimeoutError("the job's own")

    with pytest.raises(TimeoutError, match="the job's own"):
        room.do(late, patience())
    assert room.do(lambda: "still open", patience()) == "still open"


def test_a_deadline_ends_a_render_at_its_next_step_and_says_how_far_it_was() -> None:
    room, watch = Room(), patience(0.3)
    with pytest.raises(TransientError, match="denoising, step") as ended:
        room.do(lambda: watch.start() or busy(watch), watch)
    assert failure_of(ended) is FailureCode.RENDER_TIMEOUT
    assert room.do(lambda: "next", patience()) == "next"


def test_a_worker_that_stops_ends_its_render() -> None:
    watch = patience()
    threading.Timer(0.2, watch.stopping.set).start()
    with pytest.raises(TransientError) as ended:
        Room().do(lambda: busy(watch), watch)
    assert failure_of(ended) is FailureCode.RENDER_INTERRUPTED


def test_a_film_nobody_wants_any_more_is_not_rendered_on() -> None:
    unwanted = threading.Event()
    watch = patience(canceled=unwanted.is_set)
    threading.Timer(0.2, unwanted.set).start()
    with pytest.raises(PermanentError) as ended:
        Room().do(lambda: busy(watch), watch)
    assert failure_of(ended) is FailureCode.RENDER_CANCELED


def test_what_does_not_stop_is_left_behind_and_the_worker_is_told() -> None:
    lost, hung = threading.Event(), threading.Event()
    room, watch = Room(on_lost=lost.set), patience(0.2)
    began = time.monotonic()
    with pytest.raises(TransientError) as ended:
        room.do(lambda: watch.start() or hung.wait(30), watch)
    assert failure_of(ended) is FailureCode.RENDER_TIMEOUT
    assert lost.is_set()
    assert time.monotonic() - began < 10
    hung.set()


def test_who_waits_for_the_room_has_not_begun_and_leaves_at_once() -> None:
    room, first, second = Room(), patience(), patience(0.1)
    inside = threading.Event()

    def slow() -> str:
        inside.set()
        return busy(first, 1.0)

    out: list[str] = []
    holder = threading.Thread(target=lambda: out.append(room.do(slow, first)))
    holder.start()
    inside.wait()
    began: list[bool] = []
    threading.Timer(0.2, second.stopping.set).start()
    with pytest.raises(TransientError) as ended:
        room.do(lambda: began.append(True), second)
    assert failure_of(ended) is FailureCode.RENDER_INTERRUPTED, "waiting costs no deadline"
    holder.join()
    assert out == ["done"]
    room.do(lambda: None, patience())
    assert began == []


def test_renders_do_not_overlap() -> None:
    room, going, most = Room(), [0], [0]

    def job() -> None:
        going[0] += 1
        most[0] = max(most[0], going[0])
        time.sleep(0.03)
        going[0] -= 1

    waiting = [threading.Thread(target=lambda: room.do(job, patience())) for _ in range(5)]
    for one in waiting:
        one.start()
    for one in waiting:
        one.join()
    assert most == [1]


def test_it_says_that_it_goes_on_even_when_no_step_is_done() -> None:
    told: list[tuple[int, int, str]] = []
    watch = patience(every_s=0.2, tell=lambda *far: told.append(far))

    def loading() -> None:
        watch.step(3, 25, "denoising")
        time.sleep(1.0)

    Room().do(loading, watch)
    assert told[0] == (0, 0, "loading")
    assert told.count((3, 25, "denoising")) >= 3
    assert len(told) <= 8


def test_loading_a_model_is_no_part_of_the_render() -> None:
    watch = patience(0.2)

    def slow_to_load() -> str:
        time.sleep(0.8)
        watch.step(0, 0, "loaded")
        watch.start()
        return "rendered"

    assert Room().do(slow_to_load, watch) == "rendered"


def test_a_job_that_ends_as_the_wait_for_it_does_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Late(Future[str]):
        """Its result comes in just when who waits has given up waiting once."""

        def result(self, timeout: float | None = None) -> str:
            if timeout is not None:
                wait([self], 5)
                raise FuturesTimeoutError
            return super().result()

    monkeypatch.setattr("tasks.room.Future", Late)
    assert Room().do(lambda: "a film", patience()) == "a film"


def test_steps_are_told_as_they_are_done_but_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.room.PROGRESS_S", 0.1)
    told: list[tuple[int, int, str]] = []
    watch = patience(every_s=60.0, tell=lambda *far: told.append(far))
    Room().do(lambda: busy(watch, 0.65), watch)
    steps = [done for done, of, _ in told if of]
    assert 4 <= len(steps) <= 8
    assert steps == sorted({*steps})
