"""What is wrong with a StoryWorld, by what was found of it, and what to do: pure.

The thresholds are those of the alerts in docs/operations.md; the fixes are the doctor's.
"""

from collections.abc import Iterator
from typing import Final

from storyworld.broker import START_REDIS
from storyworld.records.diagnostics import (
    BrokerState,
    Concern,
    Diagnostics,
    Section,
    WorkerRole,
    WorkerView,
)
from storyworld.records.identity import Stage

SILENT_RECONCILER_S: Final = 60.0
"""It says every quarter of a minute that it ticks: four words missed."""
LONG_WAIT_S: Final = 600.0
MANY_OBSERVATIONS: Final = 10
OFTEN_UNAVAILABLE: Final = 0.5
LONG_WAL_BYTES: Final = 10**9

FREE_SPACE: Final = "free some space, move STORYWORLD_HOME, or lower STORYWORLD_MIN_FREE_MB"
BRING_UP_TO_DATE: Final = "`storyworld up` brings it up to date"
START_BEAT: Final = (
    "start it: `storyworld up`, or `celery -A tasks beat -S tasks.reconcile:Reconciler`"
)
START_UP: Final = "start `storyworld up`, or set REDIS_URL to a running Redis"
_QUEUES: Final = {Stage.RENDER: "gpu", Stage.OBSERVE: "observe"}


def concerns(found: Diagnostics) -> tuple[Concern, ...]:
    """Say what needs a look, the gravest first; nothing where all is well."""
    return (
        *_of_database(found),
        *_of_storage(found),
        *_of_broker(found),
        *_of_workers(found),
        *_of_queues(found),
        *_of_breakers(found),
        *_of_observers(found),
    )


def _of_workers(found: Diagnostics) -> Iterator[Concern]:
    ticks = [w for w in found.workers if w.role is WorkerRole.RECONCILER]
    silent_s = min((_ago_s(found, w) for w in ticks), default=None)
    if silent_s is None or silent_s > SILENT_RECONCILER_S:
        when = "was never seen" if silent_s is None else f"last ticked {_long(silent_s)} ago"
        words = f"the reconciler {when}: what is lost on the way is not sent again"
        yield Concern(section=Section.WORKERS, words=words, fix=START_BEAT)
    current = [w for w in found.workers if _ago_s(found, w) < 3600.0]
    for worker in current:
        if worker.version and worker.version != found.versions.storyworld:
            ours = found.versions.storyworld
            words = f"{worker.name} runs StoryWorld {worker.version}, this is {ours}"
            yield Concern(
                section=Section.WORKERS, words=words, fix="start it anew, of this version"
            )


def _of_queues(found: Diagnostics) -> Iterator[Concern]:
    for queue in found.queues:
        waits_s = queue.oldest_ready_s
        if waits_s is not None and waits_s > LONG_WAIT_S:
            name = _QUEUES.get(queue.stage, "control")
            yield Concern(
                section=Section.QUEUES,
                words=f"the oldest {queue.stage} step has been there for {_long(waits_s)} "
                "and is not done",
                fix=f"is a worker of the queue {name} running, and does it reach Redis? "
                f"`celery -A tasks worker -Q {name}`",
            )
    if found.given_up_today:
        steps = "1 step was" if found.given_up_today == 1 else f"{found.given_up_today} steps were"
        yield Concern(
            section=Section.QUEUES,
            words=f"{steps} given up in the last 24 hours: what they belong to failed",
            fix="see the last errors, mend what they name, and ask again",
        )


def _of_database(found: Diagnostics) -> Iterator[Concern]:
    database = found.database
    if database.revision != database.newest_revision:
        yield Concern(
            section=Section.DATABASE,
            words=f"the schema is of revision {database.revision or 'none'}, the newest is "
            f"{database.newest_revision or 'unknown'}",
            fix=BRING_UP_TO_DATE,
        )
    if (database.wal_bytes or 0) > LONG_WAL_BYTES:
        yield Concern(
            section=Section.DATABASE,
            words=f"the write-ahead log has grown to {_megabytes(database.wal_bytes or 0)}",
            fix="end whoever keeps a read transaction open: a shell, a backup, a stopped process",
        )


def _of_storage(found: Diagnostics) -> Iterator[Concern]:
    storage = found.storage
    if storage.free_bytes < storage.least_free_bytes:
        yield Concern(
            section=Section.STORAGE,
            words=f"{_megabytes(storage.free_bytes)} of disk are free, "
            f"{_megabytes(storage.least_free_bytes)} wanted: nothing new is started",
            fix=FREE_SPACE,
        )


def _of_broker(found: Diagnostics) -> Iterator[Concern]:
    broker = found.broker
    if broker.state is BrokerState.NONE:
        words = "there is no broker: workers are not told of new steps"
        yield Concern(section=Section.BROKER, words=words, fix=START_UP)
    elif broker.state is BrokerState.AWAY:
        words = f"the broker does not answer ({broker.words}): workers are not told of new steps"
        yield Concern(section=Section.BROKER, words=words, fix=START_REDIS)


def _of_breakers(found: Diagnostics) -> Iterator[Concern]:
    for breaker in found.breakers:
        yield Concern(
            section=Section.BREAKERS,
            words=f"{breaker.name} is not asked for another {_long(breaker.rests_s)}: "
            f"{breaker.why}"[:4000],
            fix="mend what it says; it is asked again by itself when its rest is over",
        )


def _of_observers(found: Diagnostics) -> Iterator[Concern]:
    for observer in found.observers:
        often = observer.unavailable_share > OFTEN_UNAVAILABLE
        if often and observer.observations >= MANY_OBSERVATIONS:
            yield Concern(
                section=Section.OBSERVERS,
                words=f"{observer.observer} could not be asked in {observer.unavailable} of "
                f"{observer.observations} cases within the hour: films are judged without it",
                fix="`storyworld doctor` says what it lacks",
            )


def _ago_s(found: Diagnostics, worker: WorkerView) -> float:
    return max(0.0, (found.asked_at - worker.last_seen).total_seconds())


def _long(seconds: float) -> str:
    """Write how long, coarsely: a page that has not changed stays as it is."""
    for name, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= length:
            return f"{int(seconds // length)} {name}"
    return "less than a minute"


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"
