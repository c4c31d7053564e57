"""What is wrong, by what was found."""

from datetime import UTC, datetime, timedelta

import pytest

from storyworld.diagnosing import LONG_WAIT_S, SILENT_RECONCILER_S, concerns
from storyworld.records.diagnostics import (
    BrokerState,
    BrokerView,
    DatabaseView,
    Diagnostics,
    ObserverView,
    Section,
    Spending,
    StorageView,
    Versions,
    WorkerRole,
    WorkerView,
)
from storyworld.records.episode import BreakerView, QueueView
from storyworld.records.identity import Stage

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
BEAT = WorkerView(
    name="beat@box", role=WorkerRole.RECONCILER, version="1.0", started_at=None, last_seen=NOW
)
DATABASE = DatabaseView(
    kind="sqlite", bytes=1, wal_bytes=0, revision="0012", newest_revision="0012"
)
STORAGE = StorageView(
    bucket=False, films_kept=0, films_deleted=0, film_bytes=0, film_hours=72.0,
    free_bytes=10**9, least_free_bytes=2 * 10**8,
)  # fmt: skip
WELL = Diagnostics(
    workers=(BEAT,),
    queues=tuple(QueueView(stage=s, ready=0, dead=5, oldest_ready_s=None) for s in Stage),
    episodes=(),
    last_failures=(),
    database=DATABASE,
    storage=STORAGE,
    spending=Spending(today_usd=0, last_30_days_usd=0, open_orders=0, open_orders_usd=0),
    broker=BrokerView(state=BrokerState.ANSWERS),
    versions=Versions(storyworld="1.0", rules="x", messages=1),
    asked_at=NOW,
)


def waiting(stage: Stage, seconds: float) -> tuple[QueueView, ...]:
    return (QueueView(stage=stage, ready=1, dead=0, oldest_ready_s=seconds),)


def ticked(seconds_ago: float) -> tuple[WorkerView, ...]:
    return (BEAT.revised(last_seen=NOW - timedelta(seconds=seconds_ago)),)


def silent(observations: int, unavailable: int) -> tuple[ObserverView, ...]:
    share = unavailable / observations
    return (
        ObserverView(observer="gemini", observations=observations, unavailable=unavailable,
                     unavailable_share=share),
    )  # fmt: skip


FINE = {
    "as it should be": {},
    "nearly late": {"workers": ticked(SILENT_RECONCILER_S)},
    "waits a little": {"queues": waiting(Stage.PLAN, LONG_WAIT_S)},
    "an observer that was asked little": {"observers": silent(9, 9)},
    "an observer that is silent half the time": {"observers": silent(10, 5)},
    "PostgreSQL": {"database": DATABASE.revised(kind="postgresql", wal_bytes=None)},
    "a worker of old that has gone": {
        "workers": (BEAT, BEAT.revised(name="old", role=WorkerRole.CONTROL, version="0.9",
                                       last_seen=NOW - timedelta(hours=2))),
    },
}  # fmt: skip
WRONG = {
    "no reconciler": ({"workers": ()}, Section.WORKERS, "never seen", "celery -A tasks beat"),
    "a dead reconciler": ({"workers": ticked(300)}, Section.WORKERS, "5 min ago", "storyworld up"),
    "one worker of another version": (
        {"workers": (BEAT, BEAT.revised(name="control@b", role="control", version="0.9"))},
        Section.WORKERS, "control@b runs StoryWorld 0.9", "anew",
    ),
    "a long queue": (
        {"queues": waiting(Stage.RENDER, 1200)}, Section.QUEUES, "render step has been there",
        "-Q gpu",
    ),
    "given up": ({"given_up_today": 2}, Section.QUEUES, "2 steps were given up", "last errors"),
    "an older schema": (
        {"database": DATABASE.revised(revision="0009")}, Section.DATABASE, "0009", "storyworld up",
    ),
    "a log that grows": (
        {"database": DATABASE.revised(wal_bytes=2 * 10**9)}, Section.DATABASE, "2000 MB", "read",
    ),
    "a full disk": (
        {"storage": STORAGE.revised(free_bytes=10**8)}, Section.STORAGE, "100 MB", "free some",
    ),
    "no broker": ({"broker": BrokerView(state="none")}, Section.BROKER, "no broker", "REDIS_URL"),
    "a broker that is away": (
        {"broker": BrokerView(state="away", words="REDIS_URL does not answer (TimeoutError)")},
        Section.BROKER, "TimeoutError", "start that Redis",
    ),
    "somebody rests": (
        {"breakers": (BreakerView(name="gemini", rests_s=600, why="quota"),)},
        Section.BREAKERS, "gemini is not asked for another 10 min: quota", "by itself",
    ),
    "a silent observer": ({"observers": silent(10, 6)}, Section.OBSERVERS, "6 of 10", "doctor"),
}  # fmt: skip


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_said_of_what_is_well(name: str) -> None:
    assert concerns(WELL.revised(**FINE[name])) == ()


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_with_what_to_do(name: str) -> None:
    changes, section, words, fix = WRONG[name]
    (concern,) = concerns(WELL.revised(**changes))  # type: ignore[arg-type]
    assert concern.section is section
    assert words in concern.words
    assert fix in concern.fix
