"""How the broker fares: asked seldom, with little patience."""

import socket
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import broker_days
from storyworld.archive.engine import writing
from storyworld.broker import BrokerTold
from storyworld.records.diagnostics import BrokerState
from webapp.broker_watch import AWAY_S, EVERY_S, WITHIN_S, BrokerWatch

AWAY = "redis://127.0.0.1:1/0"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def deaf() -> Iterator[str]:
    """A port that is answered by nobody: connections wait for ever."""
    with socket.create_server(("127.0.0.1", 0)) as ear:
        yield f"redis://127.0.0.1:{ear.getsockname()[1]}/0"


def test_where_there_is_no_broker_that_is_the_state(client: FlaskClient) -> None:
    found = client.get("/diagnostics").json["broker"]
    assert (found["state"], found["commands_today"]) == ("none", None)


def test_one_that_is_away_is_asked_again_soon_and_not_at_every_look() -> None:
    asked: list[str] = []
    clock = Clock()
    watch = BrokerWatch(lambda: asked.append("x") or AWAY, clock)
    assert watch.look(EVERY_S, None).state is BrokerState.AWAY
    clock.now += AWAY_S - 0.1
    assert watch.look(EVERY_S, None).state is BrokerState.AWAY
    assert len(asked) == 1
    clock.now += 0.1
    watch.look(EVERY_S, None)
    assert len(asked) == 2


def test_one_that_is_silent_holds_nobody_up_for_longer_than_a_second(deaf: str) -> None:
    began = time.monotonic()
    answer = BrokerWatch(lambda: deaf).look(EVERY_S, None)
    assert time.monotonic() - began < WITHIN_S + 0.8
    assert answer.state is BrokerState.AWAY
    assert answer.words


def test_nobody_asks_where_another_process_has_just_been_answered() -> None:
    watch = BrokerWatch(lambda: AWAY)
    assert watch.look(EVERY_S, EVERY_S - 1).state is BrokerState.ANSWERS
    assert watch.look(EVERY_S, EVERY_S + 1).state is BrokerState.AWAY


def test_its_address_and_password_are_told_nowhere(app: Flask) -> None:
    app.extensions["storyworld.broker"] = BrokerWatch(lambda: "redis://:canary@127.0.0.1:1/0")
    client = app.test_client()
    for kind in ("text/html", "application/json"):
        answer = client.get("/diagnostics", headers={"Accept": kind})
        assert "does not answer" in answer.text
        assert "canary" not in answer.text


def test_what_was_counted_stays_while_it_is_away(
    app: Flask, client: FlaskClient, engine: Engine
) -> None:
    now = time.time()
    with writing(engine) as session:
        broker_days.count(session, BrokerTold("a", started_at=now, total=1234, at=now))
    app.extensions["storyworld.broker"] = BrokerWatch(lambda: AWAY)
    with writing(engine) as session:
        session.query(broker_days.BrokerDayRow).update({"looked_at": now - 600})
    found = client.get("/diagnostics").json["broker"]
    assert (found["state"], found["commands_today"]) == ("away", 1234)
