"""The tailer and those who listen, over a real archive file."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from storyworld.archive import events, keys, sessions
from storyworld.archive.engine import writing
from storyworld.archive.feed import Wanted
from storyworld.records.access import LOCAL, Scope
from storyworld.records.event import Event, EventKind
from storyworld.records.identity import AttemptKey
from tests.webapp import written
from tests.webapp.fall import goal_of
from webapp import tailing
from webapp.tailing import By, Crowded, Listener, Tailer

EVERYTHING = Wanted(owner=LOCAL)


@pytest.fixture
def tailer(engine: Engine) -> Iterator[Tailer]:
    tailer = Tailer(engine, 8, look_every_s=0.005)
    yield tailer
    tailer.close()
    until(lambda: not tailers())


def tailers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "tailer"]


def until(holds: Callable[[], object], within_s: float = 5.0) -> None:
    end = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.002)


def tell(engine: Engine, episode_id: str, *details: str) -> None:
    with writing(engine) as session:
        for detail in details:
            events.add(session, AttemptKey(episode_id=episode_id), "going on", detail=detail)


def heard(listener: Listener, count: int = 1) -> list[str]:
    """Give the details of the events that come, as many as are expected."""
    got: list[str] = []
    while len(got) < count:
        found = listener.wait(5)
        assert found
        assert found[0], "nothing came"
        got += [Event.model_validate_json(message.json_text).detail for message in found[0]]
    return got


def test_it_looks_only_while_somebody_listens(engine: Engine, tailer: Tailer) -> None:
    episode_id = written.queued(engine, goal_of(2.1))
    assert not tailers()
    one, other = tailer.listen(EVERYTHING), tailer.listen(EVERYTHING)
    (thread,) = tailers()
    tell(engine, episode_id, "a")
    assert heard(one) == heard(other) == ["a"]
    tailer.leave(one)
    tailer.leave(one)
    tell(engine, episode_id, "b")
    assert heard(other) == ["b"]
    tailer.leave(other)
    until(lambda: not thread.is_alive())
    tell(engine, episode_id, "nobody hears this")
    again = tailer.listen(EVERYTHING)
    tell(engine, episode_id, "c")
    assert heard(again) == ["c"]


def test_everybody_hears_what_they_asked_for(engine: Engine, tailer: Tailer) -> None:
    one, other = (written.queued(engine, goal_of(2.1, f" {n}")) for n in "ab")
    of_one = tailer.listen(Wanted(owner=LOCAL, episode_id=one))
    ended = tailer.listen(Wanted(owner=LOCAL, kind=EventKind.ENDED))
    of_ann = tailer.listen(Wanted(owner="ann"))
    everything = tailer.listen(EVERYTHING)
    tell(engine, one, "1")
    tell(engine, other, "2", "3")
    tell(engine, one, "4")
    assert heard(everything, 4) == ["1", "2", "3", "4"]
    assert heard(of_one, 2) == ["1", "4"]
    for silent in (ended, of_ann):  # but they may go on behind all that
        assert silent.wait(0.0) == ((), 6)


def test_an_archive_that_is_away_for_a_moment_costs_no_event(
    engine: Engine, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailing, "LOOK_AGAIN_S", 0.005)
    episode_id = written.queued(engine, goal_of(2.1))
    listener = tailer.listen(EVERYTHING)
    with writing(engine) as session:
        session.execute(text("ALTER TABLE events RENAME TO away"))
    until(lambda: "no such table" in tailer.trouble)
    with writing(engine) as session:
        session.execute(text("ALTER TABLE away RENAME TO events"))
    tell(engine, episode_id, "while it was away")
    assert heard(listener) == ["while it was away"]
    until(lambda: not tailer.trouble)


def test_who_reads_too_slowly_is_hung_up_on(
    engine: Engine, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailing, "MOST_UNREAD", 3)
    episode_id = written.queued(engine, goal_of(2.1))
    ours, theirs = socket.socketpair()
    with ours, theirs:
        slow, quick = tailer.listen(EVERYTHING, ours), tailer.listen(EVERYTHING)
        for detail in "abcd":
            tell(engine, episode_id, detail)
            assert heard(quick) == [detail]
        assert theirs.recv(1) == b""
    assert slow.wait(5) is None
    until(lambda: tailer.listening == 1)


def key_of(engine: Engine) -> str:
    with writing(engine) as session:
        return keys.create(session, owner=LOCAL, name="k", scopes=(Scope.READ,)).key_id


def test_a_revoked_key_hears_nothing_that_was_written_afterwards(
    engine: Engine, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailing, "KEYS_EVERY_S", 3600.0)  # what is told is looked at all the same
    episode_id = written.queued(engine, goal_of(2.1))
    lost, kept = key_of(engine), key_of(engine)
    of_lost, of_kept = (tailer.listen(EVERYTHING, by=By(key_id)) for key_id in (lost, kept))
    tell(engine, episode_id, "a")
    assert heard(of_lost) == heard(of_kept) == ["a"]
    with writing(engine) as session:
        keys.revoke(session, lost, owner=None)
    tell(engine, episode_id, "b")
    assert heard(of_kept) == ["b"]
    assert of_lost.wait(5) is None
    until(lambda: tailer.listening == 1)


def test_a_session_that_is_left_hears_nothing_that_was_written_afterwards(
    engine: Engine, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailing, "KEYS_EVERY_S", 3600.0)
    episode_id, key_id = written.queued(engine, goal_of(2.1)), key_of(engine)
    with writing(engine) as session:
        lost, kept = (sessions.begin(session, key_id, lasts=timedelta(hours=1)) for _ in range(2))
    of_lost, of_kept, of_key = (
        tailer.listen(EVERYTHING, by=by)
        for by in (
            By(key_id, sessions.name_of(lost)),
            By(key_id, sessions.name_of(kept)),
            By(key_id),
        )
    )
    with writing(engine) as session:
        sessions.end(session, lost)
    tell(engine, episode_id, "a")
    assert heard(of_kept) == heard(of_key) == ["a"]
    assert of_lost.wait(5) is None


def test_the_stream_of_a_revoked_key_ends_though_nothing_happens(
    engine: Engine, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tailing, "KEYS_EVERY_S", 0.01)
    lost = key_of(engine)
    listener, alone = tailer.listen(EVERYTHING, by=By(lost)), tailer.listen(EVERYTHING)
    with writing(engine) as session:
        keys.revoke(session, lost, owner=None)
    assert listener.wait(5) is None
    assert alone.wait(0.0) == ((), 0), "who needs no key listens on"


def test_one_owner_does_not_take_the_places_of_others(engine: Engine) -> None:
    tailer = Tailer(engine, 3, shared=True)
    try:
        for _ in range(2):
            tailer.listen(Wanted(owner="ann"))
        with pytest.raises(Crowded) as crowded:
            tailer.listen(Wanted(owner="ann"))
        assert (crowded.value.most, crowded.value.of_owner) == (2, True)
        tailer.listen(Wanted(owner="ben"))
        with pytest.raises(Crowded) as crowded:
            tailer.listen(Wanted(owner="ben"))
        assert (crowded.value.most, crowded.value.of_owner) == (3, False)
    finally:
        tailer.close()


def test_who_has_left_is_noticed_without_being_written_to(tailer: Tailer) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        listener = tailer.listen(EVERYTHING, ours)
        theirs.close()
        assert listener.wait(5) is None
        until(lambda: not tailer.runs)


def test_a_writing_that_does_not_end_is_cut_off(
    tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes to it is blocked in the kernel and cannot notice anything themselves."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        tailer.listen(EVERYTHING, ours)
        blocked = threading.Thread(target=_write_for_ever, args=(ours,))
        blocked.start()
        monkeypatch.setattr(tailing, "STUCK_S", 0.05)
        blocked.join(5)
        assert not blocked.is_alive()


def _write_for_ever(connection: socket.socket) -> None:
    try:
        while True:
            connection.sendall(b"." * 65536)
    except OSError:
        pass


def test_no_more_listen_than_may_and_never_more_than_half_of_the_threads(tailer: Tailer) -> None:
    tailer.serve(threads=5, serving=lambda: True)
    first, _ = (tailer.listen(EVERYTHING) for _ in range(2))
    with pytest.raises(Crowded):
        tailer.listen(EVERYTHING)
    tailer.leave(first)
    tailer.listen(EVERYTHING)
    tailer.serve(threads=1000, serving=lambda: True)
    assert tailer.limit == 2, "it was told a limit, too"


def test_all_streams_end_with_the_server(tailer: Tailer) -> None:
    serves = [True]
    tailer.serve(threads=16, serving=lambda: serves[0])
    listener = tailer.listen(EVERYTHING)
    serves[0] = False
    assert listener.wait(5) is None
    with pytest.raises(Crowded):
        tailer.listen(EVERYTHING)


def test_a_process_that_is_forked_off_has_a_tailer_of_its_own(
    engine: Engine, tailer: Tailer
) -> None:
    """It is forked while the lock is held: what it inherits of that would never be released."""
    episode_id = written.queued(engine, goal_of(2.1))
    children: list[int] = []

    def forks() -> bool:
        if threading.current_thread().name != "tailer" and not children:
            children.append(-1)
            children[0] = os.fork()
            if not children[0]:
                os._exit(0 if _hears_for_itself(engine, tailer, episode_id) else 1)
        return True

    tailer.serve(threads=16, serving=forks)
    listener = tailer.listen(EVERYTHING)
    assert os.waitpid(children[0], 0)[1] == 0
    assert heard(listener) == ["from the child"]


def _hears_for_itself(engine: Engine, tailer: Tailer, episode_id: str) -> bool:
    try:
        listener = tailer.listen(EVERYTHING)
        tell(engine, episode_id, "from the child")
        return heard(listener) == ["from the child"]
    except BaseException:  # noqa: BLE001 - it must not run the tests of its parent
        return False
