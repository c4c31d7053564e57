"""Films expire by a task that the reconciler rings for, and an idle house stays idle."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

import celeryconfig
from storyworld.archive import attempts, retention, runs
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import ArtifactRow
from storyworld.artifacts import film_store, upload
from storyworld.composition import House
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import AttemptKey
from storyworld.records.render import sha256_of
from storyworld.records.verdict import OutcomeKind
from tasks import guard, pipeline
from tasks.app import app
from tasks.reconcile import RETAIN_EVERY_S, SWEEP_EVERY_S, Retention
from tasks.retain import retain
from tests import making
from tests.tasks.test_reconcile import at_render

START = datetime.now(UTC).timestamp()


class Bell:
    def __init__(self) -> None:
        self.rung = 0

    def __call__(self) -> None:
        self.rung += 1


def filmed(here: House, hours_ago: float) -> AttemptKey:
    """Write an ended episode whose film was made so long ago, and really lies there."""
    key = at_render(here).of_attempt
    film = making.write_film(here.settings.home)
    store = film_store(here.settings)
    grant = store.grant(f"incoming/{key.episode_id}/0-0.mp4")
    upload(grant, film, settings=here.settings)
    artifact = making.artifact(sha256_of(film), store.uri(sha256_of(film)), film.stat().st_size)
    store.admit(grant.object_key, artifact, here.settings.home)
    ending = runs.Ending(
        state=EpisodeState.COMPLETED, outcome=OutcomeKind.GOAL_ABANDONED, because="a test"
    )
    with writing(here.engine) as session:
        attempts.save_artifact(session, key, artifact)
        made = datetime.fromtimestamp(START, UTC) - timedelta(hours=hours_ago)
        session.execute(update(ArtifactRow).values(created_at=made))
        runs.end(session, key.episode_id, ending)
    return key


def films_of(here: House) -> list[Path]:
    return list(here.settings.films.rglob("*.mp4"))


@pytest.fixture
def at_home(here: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr("tasks.retain.house", lambda: here)
    return here


def test_the_task_deletes_what_expired_and_again_nothing(at_home: House) -> None:
    key = filmed(at_home, at_home.settings.film_hours + 1)
    assert len(films_of(at_home)) == 1
    retain()
    assert films_of(at_home) == []
    with reading(at_home.engine) as session:
        kept = retention.film(session, key)
    assert kept is not None
    assert kept.deleted_at is not None
    retain()
    with reading(at_home.engine) as session:
        assert retention.film(session, key) == kept


def test_the_task_keeps_what_is_young(at_home: House) -> None:
    filmed(at_home, at_home.settings.film_hours - 1)
    retain()
    assert len(films_of(at_home)) == 1


def test_an_idle_house_is_rung_for_once_a_day(here: House) -> None:
    bell = Bell()
    waiting = Retention(ring=bell)
    for second in range(0, int(SWEEP_EVERY_S), 300):
        waiting.look(here, START + second)
    assert bell.rung == 1
    waiting.look(here, START + SWEEP_EVERY_S + RETAIN_EVERY_S)
    assert bell.rung == 2


def test_expired_films_are_rung_for_every_ten_minutes_at_most(here: House) -> None:
    bell = Bell()
    waiting = Retention(ring=bell)
    filmed(here, here.settings.film_hours + 1)
    for second in range(0, int(3 * RETAIN_EVERY_S), 10):
        waiting.look(here, START + second)
    assert bell.rung == 3


def test_a_broker_that_is_away_is_no_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(pipeline.bell.conf, "broker_url", "redis://127.0.0.1:9/0")
    pipeline.ring_for_retention()
    assert "could not ring for retention" in caplog.text


def test_the_task_is_one_of_ours_in_the_control_queue() -> None:
    assert guard.OUR_TASKS["storyworld.retain"] == 0
    assert app.conf.task_routes["storyworld.retain"] == {"queue": "control"}
    assert "tasks.retain" in celeryconfig.imports
    assert "storyworld.retain" in app.tasks
