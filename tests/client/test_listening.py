"""Listening to what happens: taken up where it broke off, each event once."""

import itertools
import threading
from collections.abc import Iterator

import httpx
import pytest
from flask import Flask
from sqlalchemy import Engine

from storyworld.archive import episodes
from storyworld.archive.engine import writing
from storyworld.client import StoryWorld, listening
from storyworld.errors import NotFound, UnreachedError
from storyworld.records.event import Event, EventKind
from tests.client.conftest import Noting
from tests.webapp import written
from tests.webapp.fall import goal_of

EPISODE = "ep_" + "0" * 26


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_FIRST_PAUSE_S", 0.001)
    monkeypatch.setattr(listening, "_LONGEST_PAUSE_S", 0.001)


def message(number: int, position: int | None = None, kind: str = "done") -> bytes:
    event = Event.model_validate(
        {"event_id": number, "episode_id": EPISODE, "kind": kind, "at": "2026-11-27T00:00:00Z"}
    )
    place = number if position is None else position
    return f"id: {place}\nevent: message\ndata: {event.model_dump_json()}\n\n".encode()


class Stream(httpx.SyncByteStream):
    """A stream that ends, or is torn."""

    def __init__(self, *pieces: bytes, torn: bool = False) -> None:
        self._pieces, self._torn = pieces, torn

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces
        if self._torn:
            raise httpx.ReadError("reset")


class Server:
    """Answers one after the other, and notes after which event it was asked."""

    def __init__(self, *answers: Stream | int) -> None:
        self._answers = iter(answers)
        self.asked_after: list[str | None] = []

    def world(self) -> StoryWorld:
        return StoryWorld("http://web", transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked_after.append(request.headers.get("Last-Event-ID"))
        match next(self._answers, 503):
            case Stream() as stream:
                return httpx.Response(200, stream=stream)
            case int(status):
                problem = {"title": "Trouble", "status": status, "detail": "not now"}
                return httpx.Response(status, json=problem)
        raise AssertionError


def test_a_stream_that_breaks_off_is_taken_up_where_it_was_and_nothing_comes_twice() -> None:
    server = Server(
        Stream(b"retry: 2000\nid: 4\n\n", message(5), message(7, position=5), torn=True),
        503,
        Stream(b"id: 5\n\n", message(6), message(7), b": nothing new\nid: 9\n\n"),
        Stream(message(10)),
    )
    heard = [e.event_id for e in itertools.islice(server.world().events(), 4)]
    assert heard == [5, 7, 6, 10]
    assert server.asked_after == [None, "5", "5", "9"]


def test_half_a_message_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(Stream(message(5), message(6)[:-2], torn=True), Stream(message(6)))
    assert [e.event_id for e in itertools.islice(server.world().events(), 2)] == [5, 6]
    assert server.asked_after == [None, "5"]


def test_an_episode_is_heard_from_its_beginning_to_its_end() -> None:
    server = Server(Stream(message(1, kind="created"), message(2, kind="ended"), message(3)))
    kinds = [event.kind for event in server.world().events(EPISODE)]
    assert kinds == [EventKind.CREATED, EventKind.ENDED]
    assert server.asked_after == ["0"]


def test_patience_ends() -> None:
    with pytest.raises(UnreachedError, match="not now"):
        next(Server().world().events(patience_s=0.02))
    with pytest.raises(NotFound):
        next(Server(404).world().events(EPISODE))


def test_what_is_of_another_version_is_told_as_such() -> None:
    server = Server(*(Stream(b'id: 1\ndata: {"kind": 1}\n\n') for _ in range(3)))
    with pytest.raises(UnreachedError, match="another version"):
        next(server.world().events(patience_s=-1))


def test_the_web_application_is_heard_as_it_goes(
    app: Flask, world: StoryWorld, engine: Engine, noting: Noting
) -> None:
    episode_id = written.running(engine)
    heard = world.events(episode_id)
    assert next(heard).kind == EventKind.CREATED

    def end() -> None:
        with writing(engine) as session:
            episodes.terminate(session, episode_id)

    ender = threading.Timer(0.05, end)
    ender.start()
    assert [event.kind for event in heard][-1] == EventKind.ENDED
    ender.join()
    assert written.queued(engine, goal_of(2.1)) != episode_id
    assert len(noting.requests) == 1
    assert not app.extensions["storyworld.tailer"].runs
