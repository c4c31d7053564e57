"""GET /events: what happens, told as it happens."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from storyworld.archive import episodes, keys
from storyworld.archive.engine import writing
from storyworld.records.event import Event, EventKind
from storyworld.records.goal import Backend, Goal
from tests.webapp import written
from tests.webapp.fall import goal_of
from tests.webapp.keyed import bearing, keyed_app, made
from webapp import events, tailing
from webapp.database import db
from webapp.tailing import Tailer

NOBODY = "ep_" + "0" * 26


@pytest.fixture
def tailer(app: Flask) -> Iterator[Tailer]:
    tailer = events.tailer_of(app)
    yield tailer
    tailer.close()


class Stream:
    """A stream that is read block by block."""

    def __init__(self, answer: TestResponse) -> None:
        assert answer.status_code == 200, answer.text
        self.answer = answer
        self._pieces = iter(answer.response)
        self._blocks: list[str] = []

    def block(self) -> dict[str, str]:
        """Give the next block by its fields; a comment is the field without a name."""
        while not self._blocks:
            self._blocks = bytes(next(self._pieces)).decode().split("\n\n")[:-1]
        lines = (line.partition(":") for line in self._blocks.pop(0).split("\n"))
        return {name: value.removeprefix(" ") for name, _, value in lines}

    def event(self) -> Event:
        block = self.block()
        assert block["event"] == "message"
        return Event.model_validate_json(block["data"])

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self.answer.close()


def listen(client: FlaskClient, query: str = "", **headers: Any) -> Stream:
    return Stream(client.get(f"/events{query}", headers=headers))


def ann_s(engine: Engine) -> str:
    with writing(engine) as session:
        return episodes.create(
            session, Goal(text="Ann's fall"), backend=Backend.STUB, budget_usd=1, queue_limit=99,
            owner="ann",
        ).summary.episode_id  # fmt: skip


def test_it_tells_what_happens_from_now_on(
    client: FlaskClient, engine: Engine, tailer: Tailer
) -> None:
    written.queued(engine, goal_of(2.1))
    with listen(client) as stream:
        assert stream.block() == {"retry": "2000", "id": "1"}
        began = time.monotonic()
        episode_id = written.queued(engine, goal_of(2.4))
        block = stream.block()
        assert time.monotonic() - began < 1
        assert (block["id"], block["event"]) == ("2", "message")
        assert set(json.loads(block["data"])) == {
            "event_id", "episode_id", "kind", "stage", "beat", "attempt", "detail", "at",
        }  # fmt: skip
        event = Event.model_validate_json(block["data"])
        assert (event.episode_id, event.kind) == (episode_id, EventKind.CREATED)
        assert tailer.listening == 1
    assert tailer.listening == 0


def test_nobody_keeps_or_collects_what_is_told(client: FlaskClient) -> None:
    with listen(client) as stream:
        headers = stream.answer.headers
    assert headers["Content-Type"].startswith("text/event-stream")
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Accel-Buffering"] == "no"
    assert "ETag" not in headers
    head = client.head("/events")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Type"] == headers["Content-Type"]


def test_head_begins_no_stream(client: FlaskClient, tailer: Tailer) -> None:
    client.head("/events")
    assert (tailer.listening, tailer.runs) == (0, False)


@pytest.mark.parametrize("way", ["query", "header"])
def test_who_comes_back_gets_what_was_missed_through_the_same_filter(
    client: FlaskClient, engine: Engine, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr("storyworld.archive.feed.PAGE", 2)
    episode_id = written.finished(engine)
    written.queued(engine, goal_of(2.4))
    query, headers = f"?episode_id={episode_id}&stage=plan", {}
    if way == "query":
        query += "&after=1"
    else:
        query += "&after=99"  # a browser sends the address again as it stands
        headers = {"Last-Event-ID": "1"}
    with listen(client, query, **headers) as stream:
        assert stream.block()["id"] == "1"
        assert [stream.event().kind for _ in range(2)] == ["started", "done"]
    with listen(client, f"?episode_id={episode_id}&kind=ended&after=0") as stream:
        stream.block()
        last = stream.block()
        assert Event.model_validate_json(last["data"]).detail == "goal_achieved"


def test_who_knows_more_than_there_is_begins_now(client: FlaskClient, engine: Engine) -> None:
    """An archive was put in another's place: its numbers are lower."""
    with listen(client, "?after=9000000000") as stream:
        assert stream.block()["id"] == "0"
        written.queued(engine, goal_of(2.1))
        assert stream.event().event_id == 1


def test_an_episode_of_nobody_or_of_another_is_not_there(
    client: FlaskClient, engine: Engine, tailer: Tailer
) -> None:
    for name in (NOBODY, ann_s(engine)):
        answer = client.get(f"/events?episode_id={name}")
        assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
        assert answer.json["field"] == "episode_id"
    assert not tailer.runs


def test_nothing_is_heard_of_another_s_episodes(client: FlaskClient, engine: Engine) -> None:
    ann_s(engine)
    with listen(client, "?after=0") as stream:
        stream.block()
        ann_s(engine)
        ours = written.queued(engine, goal_of(2.1))
        assert stream.event().episode_id == ours


@pytest.mark.parametrize(
    ("query", "headers", "field"),
    [
        ("?after=-1", {}, "after"),
        ("?after=x", {}, "after"),
        ("?kind=burnt", {}, "kind"),
        ("?episode_id=ep_1", {}, "episode_id"),
        ("?since=1", {}, "since"),
        ("", {"Last-Event-ID": "x"}, "Last-Event-ID"),
        ("", {"Last-Event-ID": "9" * 30}, "Last-Event-ID"),
        ("", {"Last-Event-ID": "0" * 5000}, "Last-Event-ID"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_by_name(
    client: FlaskClient, query: str, headers: dict[str, str], field: str
) -> None:
    answer = client.get(f"/events{query}", headers=headers)
    assert (answer.status_code, answer.json["field"]) == (422, field)


def test_a_key_that_is_revoked_ends_its_streams(tmp_path: Path, engine: Engine) -> None:
    with keyed_app(tmp_path) as app:
        key = made(engine, "ann")
        with listen(app.test_client(), **bearing(key)) as stream:
            assert stream.block()["retry"]
            with writing(engine) as session:
                keys.revoke(session, key.key_id, owner="ann")
            ann_s(engine)
            with pytest.raises(StopIteration):
                stream.block()


def test_over_the_limit_it_is_said_when_to_come_back(client: FlaskClient, tailer: Tailer) -> None:
    tailer.limit = 1
    with listen(client):
        answer = client.get("/events")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
        assert "STORYWORLD_SSE_LIMIT" in answer.json["detail"]
    with listen(client):
        pass


def test_silence_is_broken_now_and_then_and_says_how_far_it_came(
    client: FlaskClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "HEARTBEAT_S", 0.01)
    with listen(client, "?kind=ended") as stream:
        assert stream.block()["id"] == "0"
        assert stream.block() == {"": "nothing new", "id": "0"}
        written.queued(engine, goal_of(2.1))
        while (block := stream.block())["id"] == "0":
            pass
        assert block == {"": "nothing new", "id": "1"}


def test_a_stream_ends_after_a_while(
    client: FlaskClient, tailer: Tailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "LIFE_S", 0.02)
    with listen(client) as stream:
        blocks = list(stream.answer.response)
    assert blocks[-1] == b": nothing new\nid: 0\n\n", "it says to the last how far it came"


def test_nothing_of_the_archive_is_held_while_nothing_happens(app: Flask, tailer: Tailer) -> None:
    with app.app_context():
        pool = db.engine.pool

    @app.before_request
    def somebody_looks_first() -> None:
        db.session.connection()

    with listen(app.test_client()) as stream:
        stream.block()
        end = time.monotonic() + 5
        while pool.checkedout():  # the tailer's own look is over in a moment
            assert time.monotonic() < end
            time.sleep(tailing.LOOK_EVERY_S / 50)
