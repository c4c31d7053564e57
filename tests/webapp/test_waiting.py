"""`Prefer: wait=n`."""

import threading
import time
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from storyworld.archive import episodes
from storyworld.archive.engine import writing
from tests.webapp import written
from webapp import create_app, waiting
from webapp.database import db

GOAL = {"goal": "A steel ball dropped from 20 m reaches the ground in under 2.1 s"}
APPLIED = "Preference-Applied"


def end(engine: Engine, episode_id: str) -> None:
    with writing(engine) as session:
        episodes.terminate(session, episode_id)


def timed(ask: Callable[[], object]) -> tuple[object, float]:
    began = time.monotonic()
    return ask(), time.monotonic() - began


@pytest.fixture
def room(app: Flask) -> threading.BoundedSemaphore:
    return app.extensions["storyworld.waiting"]


@pytest.mark.parametrize("below", ["", "/result"])
def test_it_is_answered_as_soon_as_the_episode_has_ended(
    client: FlaskClient, engine: Engine, below: str
) -> None:
    episode_id = written.running(engine)
    ender = threading.Timer(0.3, end, (engine, episode_id))
    ender.start()
    address = f"/episodes/{episode_id}{below}"
    answer, took_s = timed(lambda: client.get(address, headers={"Prefer": "wait=20"}))
    ender.join()
    assert (answer.json["state"], answer.headers[APPLIED]) == ("TERMINATED", "wait=20")
    assert 0.25 < took_s < 5


@pytest.mark.parametrize("below", ["", "/result"])
def test_it_is_answered_when_the_time_is_over(
    client: FlaskClient, engine: Engine, below: str
) -> None:
    address = f"/episodes/{written.running(engine)}{below}"
    answer, took_s = timed(lambda: client.get(address, headers={"Prefer": "wait=1"}))
    assert (answer.json["status"], answer.headers[APPLIED]) == ("running", "wait=1")
    assert 1 <= took_s < 3


def test_a_goal_is_answered_with_its_result_once_it_has_one(settings, engine: Engine) -> None:
    app = create_app(settings, ring=lambda key: end(engine, key.episode_id) is None)
    answer = app.test_client().post("/simulate", json=GOAL, headers={"Prefer": "wait=20"})
    assert answer.status_code == 200
    assert answer.json["outcome"] == "goal_abandoned"
    episode = f"/episodes/{answer.json['episode_id']}"
    headers = {answer.headers[name] for name in ("Location", "Content-Location", APPLIED)}
    assert headers == {episode, f"{episode}/result", "wait=20"}
    assert "Retry-After" not in answer.headers


def test_a_goal_whose_time_is_over_is_answered_with_where_it_stands(
    client: FlaskClient, engine: Engine
) -> None:
    answer = client.post("/simulate", json=GOAL, headers={"Prefer": "wait=1"})
    assert (answer.status_code, answer.json["status"]) == (202, "queued")
    assert answer.headers["Location"] == answer.json["urls"]["self"]
    assert (answer.headers["Retry-After"], answer.headers[APPLIED]) == ("1", "wait=1")


def test_a_goal_sent_again_waits_for_the_same_episode(settings, engine: Engine) -> None:
    app = create_app(settings, ring=lambda key: end(engine, key.episode_id) is None)
    once = {"Idempotency-Key": "k", "Prefer": "wait=5"}
    first, again = (app.test_client().post("/simulate", json=GOAL, headers=once) for _ in "12")
    assert first.json == again.json
    assert again.headers["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    ("preferred", "applied"),
    [
        ("wait=3", "wait=3"),
        ("WAIT = 3", "wait=3"),
        ('wait="3"', "wait=3"),
        ("respond-async, wait=3", "wait=3"),
        ("wait=3; foo=bar", "wait=3"),
        ("wait=0", "wait=0"),
        ("wait=3, wait=9", "wait=3"),
        ("wait=600", f"wait={waiting.LONGEST_S}"),
        ("wait=999999999", f"wait={waiting.LONGEST_S}"),
        ("wait=-1", None),
        ("wait=1.5", None),
        ("wait", None),
        ("wait=", None),
        ("wait=" + "9" * 5000, None),
        ("wait=३", None),
        ("await=3", None),
        ("", None),
    ],
)
def test_a_preference_is_read_in_all_its_forms_and_else_passed_over(
    client: FlaskClient, engine: Engine, preferred: str, applied: str | None
) -> None:
    address = f"/episodes/{written.finished(engine)}/result"
    sent = {"HTTP_PREFER": preferred.encode().decode("latin-1")}
    answer, took_s = timed(lambda: client.get(address, environ_overrides=sent))
    assert (answer.status_code, answer.headers.get(APPLIED)) == (200, applied)
    assert took_s < 1


def test_who_finds_no_room_is_answered_at_once(
    client: FlaskClient, engine: Engine, room: threading.BoundedSemaphore
) -> None:
    address = f"/episodes/{written.running(engine)}"
    for _ in range(waiting.AT_ONCE):
        assert room.acquire(blocking=False)
    answer, took_s = timed(lambda: client.get(address, headers={"Prefer": "wait=20"}))
    assert (answer.status_code, answer.headers.get(APPLIED)) == (200, None)
    assert took_s < 1
    room.release()
    assert APPLIED in client.get(address, headers={"Prefer": "wait=0"}).headers


@pytest.mark.parametrize("name", ["ep_" + "0" * 26, "ep_1"])
def test_who_waits_for_nothing_takes_no_room(
    client: FlaskClient, room: threading.BoundedSemaphore, name: str
) -> None:
    for _ in range(2 * waiting.AT_ONCE):
        answer = client.get(f"/episodes/{name}", headers={"Prefer": "wait=20"})
        assert answer.status_code == 404
    assert all(room.acquire(blocking=False) for _ in range(waiting.AT_ONCE))


def test_no_connection_and_no_transaction_is_held_between_two_looks(
    app: Flask, engine: Engine
) -> None:
    episode_id = written.running(engine)
    out: list[int] = []
    with app.app_context():
        pool = db.engine.pool

        @event.listens_for(db.engine, "checkin")
        def checked_in(*_: object) -> None:
            out.append(pool.checkedout())

    app.test_client().get(f"/episodes/{episode_id}", headers={"Prefer": "wait=1"})
    # several looks and the answer itself, one after the other: never two connections at a time
    assert len(out) >= 4
    assert max(out) <= 1


def test_a_browser_is_sent_to_its_page_at_once(browser, engine: Engine) -> None:
    fields = GOAL | {"form_token": browser.token()}
    answer, took_s = timed(lambda: browser.post("/simulate", fields, Prefer="wait=20"))
    assert answer.status_code == 303
    assert took_s < 2
