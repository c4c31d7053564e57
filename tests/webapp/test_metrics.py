"""/metrics, as Prometheus reads it."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine

from storyworld.archive import broker_days
from storyworld.archive.breakers import ArchiveBreaker
from storyworld.archive.engine import writing
from storyworld.broker import BrokerTold
from storyworld.records.observation import ObserverAvailability
from tests import making
from tests.webapp import fall, written
from webapp.metrics import LASTS_S, Remembered

Samples = dict[tuple[str, ...], float]


def read(text: str) -> dict[str, Samples]:
    """Read the text as Prometheus does: name -> label values in order of their names -> value."""
    return {
        sample.name: {
            tuple(s.labels[k] for k in sorted(s.labels)): s.value
            for s in family.samples
            if s.name == sample.name
        }
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def asked(client: FlaskClient) -> dict[str, Samples]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    return read(answer.text)


def test_an_empty_archive_is_measured_with_every_stage_and_state(client: FlaskClient) -> None:
    found = asked(client)
    assert len(found["storyworld_oldest_ready_step_seconds"]) == 5
    assert len(found["storyworld_steps"]) == 10
    assert len(found["storyworld_episodes"]) == 8
    assert sum(found["storyworld_episodes"].values()) == 0
    assert found["storyworld_events_total"][()] == 0
    assert found["storyworld_home_free_bytes"][()] > 0
    assert "storyworld_breaker_open" not in found


def test_what_waits_what_ended_and_what_was_given_up_is_counted(
    client: FlaskClient, engine: Engine
) -> None:
    written.finished(engine)
    written.queued(engine, fall.goal_of(2.1))
    written.running(engine)
    written.failed(engine)
    found = asked(client)
    steps = found["storyworld_steps"]
    assert steps[("plan", "ready")] == steps[("render", "ready")] == steps[("plan", "dead")] == 1
    episodes = found["storyworld_episodes"]
    assert {k[0]: v for k, v in episodes.items() if v} == {
        "completed": 1,
        "created": 1,
        "executing": 1,
        "failed": 1,
    }
    assert found["storyworld_films"] == {("kept",): 1, ("deleted",): 0}
    assert found["storyworld_events_total"][()] > 0
    assert found["storyworld_database_bytes"][()] > 0


def test_an_observer_that_cannot_be_asked_shows_in_its_share(
    client: FlaskClient, engine: Engine
) -> None:
    silent = making.observation(
        None, observation_id="obs_silent", availability=ObserverAvailability.UNAVAILABLE
    )
    blind = silent.observer.revised(name="gemini", model="gemini-3.8-flash")
    written.finished(engine, beside=(silent.revised(observer=blind),))
    written.finished(engine)
    found = asked(client)
    assert found["storyworld_observer_unavailable_ratio"] == {("gemini",): 1.0, ("measuring",): 0.0}
    counted = found["storyworld_observations_last_hour"]
    assert counted[("success", "measuring")] == 2


def given(engine: Engine, commands: int) -> None:
    """Write what a broker told just now."""
    now = time.time()
    with writing(engine) as session:
        broker_days.count(session, BrokerTold("a", started_at=now, total=commands, at=now))


def test_commands_of_the_broker_are_told_once_somebody_has_counted_them(
    client: FlaskClient, app: Flask, engine: Engine
) -> None:
    assert "storyworld_redis_commands_total" not in asked(client)
    given(engine, 1234)
    app.extensions["storyworld.metrics"] = Remembered()
    found = asked(client)
    assert found["storyworld_redis_commands_total"] == {(): 1234}
    assert found["storyworld_redis_commands_today"] == {(): 1234}


def test_what_rests_has_a_line_while_it_rests(client: FlaskClient, engine: Engine) -> None:
    ArchiveBreaker(engine).rest('gemini "flash"\n', 600.0, "quota")
    found = asked(client)
    assert found["storyworld_breaker_open"] == {('gemini "flash"\n',): 1.0}
    assert 590 < found["storyworld_breaker_rests_seconds"][('gemini "flash"\n',)] <= 600


def test_nobody_keeps_it(client: FlaskClient) -> None:
    answer = client.get("/metrics")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    again = client.get("/metrics", headers={"If-None-Match": "*"})
    assert again.status_code == 200


def test_it_names_no_episode_however_many_there_are(client: FlaskClient, engine: Engine) -> None:
    before = client.get("/metrics").text
    names = [written.queued(engine, fall.goal_of(2.1, f" {n}")) for n in range(3)]
    client.application.extensions["storyworld.metrics"] = Remembered()
    after = client.get("/metrics").text
    assert not [name for name in names if name in after]
    assert len(after.splitlines()) == len(before.splitlines())


def test_the_archive_is_looked_at_once_in_a_while(app: Flask, engine: Engine) -> None:
    now = [100.0]
    app.extensions["storyworld.metrics"] = Remembered(lambda: now[0])
    client = app.test_client()
    written.queued(engine, fall.goal_of(2.1))
    assert asked(client)["storyworld_episodes"][("created",)] == 1
    written.queued(engine, fall.goal_of(2.1))
    now[0] += LASTS_S - 0.1
    assert asked(client)["storyworld_episodes"][("created",)] == 1
    now[0] += 0.1
    assert asked(client)["storyworld_episodes"][("created",)] == 2


def test_many_at_once_make_it_once() -> None:
    made: list[datetime] = []
    remembered, begun = Remembered(), threading.Barrier(8)

    def make() -> bytes:
        made.append(datetime.now(UTC))
        return b"x"

    def ask() -> None:
        begun.wait()
        assert remembered.given(make) == b"x"

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_a_look_that_fails_is_not_remembered() -> None:
    remembered = Remembered()
    answers: list[Callable[[], bytes]] = [lambda: 1 // 0, lambda: b"well"]  # type: ignore[list-item,return-value]
    with pytest.raises(ZeroDivisionError):
        remembered.given(answers[0])
    assert remembered.given(answers[1]) == b"well"


def test_the_metrics_that_are_documented_are_those_there_are(
    client: FlaskClient, engine: Engine
) -> None:
    written.finished(engine)
    ArchiveBreaker(engine).rest("gemini", 600.0, "quota")
    given(engine, 12)
    text = (Path(__file__).parent.parent.parent / "docs" / "operations.md").read_text()
    documented = {line.split("`")[1] for line in text.splitlines() if line.startswith("| `story")}
    assert {name.partition("{")[0] for name in documented} == set(asked(client))
