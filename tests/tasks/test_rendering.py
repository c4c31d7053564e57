"""A request in, a report out: what the render worker does with a message."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storyworld import logs
from storyworld.errors import PermanentError
from storyworld.physics.staging import frame_shot
from storyworld.ports import Footage, Renderer, Watch
from storyworld.records.goal import Backend
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Grounding, RenderReport, RenderRequest
from storyworld.renderers.stub import StubRenderer
from storyworld.settings import Settings
from tasks import rendering
from tests import making
from tests.vision.filming import SMALL, dropped

SCENE = dropped(2.0)
SHOT = frame_shot(SCENE, SMALL)


class Counting:
    """The stub, on a scene by hand, that counts its renders."""

    agent = StubRenderer.agent

    def __init__(self) -> None:
        self.renders = 0
        self.before: Callable[[Watch], None] = lambda _watch: None

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        self.renders += 1
        self.before(watch)
        return StubRenderer(lambda _: SCENE).render(request, watch)


@pytest.fixture
def renderer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Counting]:
    counting = Counting()
    monkeypatch.setattr(rendering, "_settings", lambda: Settings(home=tmp_path, heartbeat_s=0.1))
    monkeypatch.setattr(rendering, "_loaded", lambda _backend, **_: counting)
    monkeypatch.setattr(rendering, "_reports", rendering._Reports())
    yield counting
    rendering.stopping.clear()


def message(nonce: str = "n" * 32, **changes: object) -> rendering.Message:
    return making.request(shot=SHOT, nonce=nonce, **changes).model_dump(mode="json")


def report(told: rendering.Message | None) -> RenderReport:
    return RenderReport.model_validate(told)


def test_a_request_becomes_a_film_and_a_report(renderer: Counting, tmp_path: Path) -> None:
    told = report(rendering.report_of(message()))
    assert told.failure is None
    assert told.artifact is not None
    assert told.artifact.grounding is Grounding.SIMULATED
    assert told.provenance.settings_sha256 == rendering._settings().digest()
    assert told.provenance.produced == (told.artifact.thing,)
    assert list((tmp_path / "films").rglob("*.mp4"))


def test_a_request_sent_twice_is_rendered_once(renderer: Counting) -> None:
    first = rendering.report_of(message())
    assert rendering.report_of(message()) == first
    assert renderer.renders == 1
    rendering.report_of(message(nonce="m" * 32))
    assert renderer.renders == 2, "another try is another render"


def test_a_request_that_is_being_rendered_is_left_to_whoever_does(renderer: Counting) -> None:
    inside, on = threading.Event(), threading.Event()

    def wait(_watch: Watch) -> None:
        inside.set()
        on.wait(10)

    renderer.before = wait
    told: list[rendering.Message | None] = []
    going = threading.Thread(target=lambda: told.append(rendering.report_of(message())))
    going.start()
    inside.wait(10)
    assert rendering.report_of(message()) is None
    on.set()
    going.join()
    assert report(told[0]).artifact is not None
    assert renderer.renders == 1


@pytest.mark.parametrize("hostile", [{}, {"key": 1}, [], None, {**message(), "extra": 1}])
def test_what_is_no_request_is_not_answered(renderer: Counting, hostile: object) -> None:
    assert rendering.report_of(hostile) is None  # type: ignore[arg-type]
    assert renderer.renders == 0


def test_a_bug_in_a_renderer_is_a_failed_render(renderer: Counting) -> None:
    def wrong(_watch: Watch) -> None:
        raise ZeroDivisionError("a bug")

    renderer.before = wrong
    told = report(rendering.report_of(message()))
    assert told.failure is not None
    assert (told.failure.code, told.failure.transient) == (FailureCode.INTERNAL, True)
    assert "ZeroDivisionError: a bug" in told.failure.detail


def test_a_render_past_its_deadline_is_reported_so(renderer: Counting) -> None:
    def slow(watch: Watch) -> None:
        while True:
            watch.step(1, 2, "denoising")
            threading.Event().wait(0.01)

    renderer.before = slow
    told = report(rendering.report_of(message(deadline_s=0.3)))
    assert told.failure is not None
    assert told.failure.code is FailureCode.RENDER_TIMEOUT


def test_a_worker_that_stops_says_so_of_what_it_was_rendering(renderer: Counting) -> None:
    rendering.stopping.set()
    told = report(rendering.report_of(message()))
    assert told.failure is not None
    assert (told.failure.code, told.failure.transient) == (FailureCode.RENDER_INTERRUPTED, True)


def test_a_canceled_render_is_reported_and_not_tried_again(renderer: Counting) -> None:
    told = report(rendering.report_of(message(), canceled=lambda: True))
    assert told.failure is not None
    assert (told.failure.code, told.failure.transient) == (FailureCode.RENDER_CANCELED, False)


def test_the_start_is_told_before_anything_is_loaded(renderer: Counting) -> None:
    told: list[tuple[int, int, str]] = []
    renderer.before = lambda _watch: told.append((-1, -1, "rendering"))
    rendering.report_of(message(), tell=lambda *far: told.append(far))
    assert told[:2] == [(0, 0, "loading"), (-1, -1, "rendering")]


def test_a_backend_that_cannot_be_loaded_is_a_failure_with_its_fix(
    renderer: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(backend: Backend, **_: object) -> Renderer:
        raise PermanentError(FailureCode.BACKEND_UNAVAILABLE, f"no {backend}", fix="get one")

    monkeypatch.setattr(rendering, "_loaded", absent)
    told = report(rendering.report_of(message(backend="svd")))
    assert told.failure is not None
    assert told.failure.fix == "get one"
    assert told.provenance.agent.name == "svd"


@pytest.mark.parametrize(
    "camera",
    [
        {"width_px": 10**6, "height_px": 10**6},
        {"frame_count": 10_000},
        {"frame_count": 0},
        {"frame_rate_hz": 1e-9},
        {"frame_rate_hz": 1e12},
    ],
)
def test_a_film_nobody_can_make_is_not_begun(renderer: Counting, camera: dict[str, float]) -> None:
    forged = json.loads(json.dumps(message()))
    forged["shot"]["camera"] |= camera
    assert rendering.report_of(forged) is None
    assert renderer.renders == 0


def test_no_message_sets_the_deadline_higher_than_the_worker(
    renderer: Counting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, render_deadline_s=0.3)
    monkeypatch.setattr(rendering, "_settings", lambda: settings)

    def slow(watch: Watch) -> None:
        while True:
            watch.step(1, 2, "denoising")
            threading.Event().wait(0.01)

    renderer.before = slow
    told = report(rendering.report_of(message(deadline_s=1e300)))
    assert told.failure is not None
    assert told.failure.code is FailureCode.RENDER_TIMEOUT


def test_lines_of_the_log_name_the_render_also_in_the_thread_that_makes_pictures(
    renderer: Counting,
) -> None:
    seen = []
    renderer.before = lambda _watch: seen.append((threading.current_thread().name, logs.about()))
    rendering.report_of(message())
    told = {"episode": making.EPISODE, "beat": 0, "attempt": 0, "stage": "render"}
    assert seen == [("render", told)]
    assert logs.about() == {}
