"""POST /preview."""

import threading

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select

from storyworld.archive.engine import reading
from storyworld.archive.tables import EpisodeRow
from storyworld.archive.world import head
from storyworld.records.goal import Goal
from storyworld.records.preview import Preview
from storyworld.settings import Settings
from tests.webapp import written
from tests.webapp.conftest import Bell, Revoking
from webapp import create_app, preview

GOAL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


@pytest.mark.parametrize("way", ["json", "data", "query_string"])
def test_a_goal_is_read_and_solved_and_nothing_is_started(
    client: FlaskClient, engine: Engine, bell: Bell, way: str
) -> None:
    answer = client.post("/preview", **{way: {"goal": GOAL, "risk_profile": "low"}})
    assert answer.status_code == 200
    seen = Preview.model_validate(answer.json)
    assert (seen.outcome, seen.guard, seen.decided_by) == ("goal_achieved", 3.0, 0)
    assert seen.goal == Goal(text=GOAL, risk_profile="low")
    assert bell.rung == []
    with reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(EpisodeRow)) == 0


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "goal"),
        ({"goal": "Ein Ball fällt aus 20 m und landet nicht"}, "goal"),
        ({"goal": GOAL, "budget_usd": -1}, "budget_usd"),
        ({"goal": GOAL, "colour": "red"}, "colour"),
        ({"goal": GOAL, "from_node": "nd_" + "0" * 26}, "from_node"),
    ],
)
def test_what_would_be_refused_is_refused_here_with_the_field(
    client: FlaskClient, fields: dict[str, object], field: str
) -> None:
    answer = client.post("/preview", json=fields)
    assert answer.status_code == (404 if field == "from_node" else 422)
    assert answer.json["field"] == field


def test_a_goal_that_refers_back_is_read_with_what_its_node_was_reached_by(
    client: FlaskClient, engine: Engine
) -> None:
    with reading(engine) as session:
        node = head(session, written.finished(engine))
    fields = {"goal": "That steel ball reaches the ground in under 1.5 s"}
    alone = client.post("/preview", json=fields).json
    after = client.post("/preview", json=fields | {"from_node": node.node_id}).json
    assert alone["outcome"] == "epistemically_incomplete"
    assert after["outcome"] == "goal_impossible"


def test_only_so_many_are_read_at_once(app: Flask, client: FlaskClient) -> None:
    room = app.extensions["storyworld.previewing"]
    for _ in range(preview.AT_ONCE):
        assert room.acquire(blocking=False)
    answer = client.post("/preview", json={"goal": GOAL})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    html = client.post("/preview", json={"goal": GOAL}, headers={"Accept": "text/html"})
    assert (html.status_code, html.headers["Retry-After"]) == (503, "1")
    assert 'data-state="busy"' in html.text
    room.release()
    assert client.post("/preview", json={"goal": GOAL}).status_code == 200
    assert client.post("/preview", json={"goal": GOAL}).status_code == 200  # room was given back


def test_room_is_given_back_when_reading_breaks(
    settings: Settings, engine: Engine, bell: Bell, revoking: Revoking
) -> None:
    def broken(_goal: Goal, _before: Goal | None) -> Preview:
        raise RuntimeError("broken")

    app = create_app(settings, ring=bell, revoke=revoking, foresee=broken)
    client = app.test_client()
    statuses = {client.post("/preview", json={"goal": GOAL}).status_code for _ in range(6)}
    assert statuses == {500}
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_warming_reads_a_goal_beside_the_requests_and_survives_what_goes_wrong() -> None:
    done, seen = threading.Event(), []

    def broken(goal: Goal, before: Goal | None) -> Preview:
        seen.append((goal.text, before))
        raise RuntimeError("broken")

    preview.warm(broken, done.set).join(5)
    assert done.is_set()
    assert seen == [(preview.WARMED_BY, None)]
