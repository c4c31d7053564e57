"""GET /metrics: what is measured of this StoryWorld, in the text format of Prometheus.

All of it is read from the archive and the file system, but for the commands of the broker: it is
asked for their number once a minute, where commands are billed once in five. However often it is
asked for, the archive is looked at once in five seconds. Labels are stages, states, observers and
what rests: never the name of an episode.
"""

import shutil
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from flask import Blueprint, Flask, Response, current_app

from storyworld import __version__
from storyworld.archive import broker_days
from storyworld.archive.broker_days import Counted
from storyworld.archive.measuring import measured
from storyworld.records.measured import Measured
from storyworld.records.observation import ObserverAvailability
from storyworld.settings import Settings
from webapp import broker_watch
from webapp.contract import speaks
from webapp.database import db

if TYPE_CHECKING:
    from prometheus_client.core import Metric

blueprint = Blueprint("metrics", __name__)
LASTS_S: Final = 5.0
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SILENT: Final = {ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED}


class Remembered:
    """A text that is made anew when it is older than `LASTS_S`, by one thread at a time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._made: tuple[float, bytes] | None = None

    def given(self, make: Callable[[], bytes]) -> bytes:
        """Give the text, made by `make` if there is none young enough."""
        with self._lock:
            now = self._clock()
            if self._made is None or now - self._made[0] >= LASTS_S:
                self._made = (now, make())
            return self._made[1]


def init_app(app: Flask) -> None:
    """Give the app its memory of what was measured last."""
    app.extensions["storyworld.metrics"] = Remembered()


@blueprint.get("/metrics")
@speaks(answers={200: "text/plain"})
def metrics() -> Response:
    """Give what is measured; never kept by anybody, and so without an ETag."""
    remembered: Remembered = current_app.extensions["storyworld.metrics"]
    response = current_app.response_class(remembered.given(_written))
    response.headers["Content-Type"] = CONTENT_TYPE
    response.headers["Cache-Control"] = "no-store"
    return response


def _written() -> bytes:
    from prometheus_client import CollectorRegistry, generate_latest

    settings: Settings = current_app.extensions["storyworld"]
    every_s = broker_watch.METERED_EVERY_S if settings.metered else broker_watch.EVERY_S
    broker_watch.look(every_s)
    found = measured(db.session())
    commands = broker_days.counted(db.session(), time.time())
    free = shutil.disk_usage(settings.home).free
    registry = CollectorRegistry()
    registry.register(_Found(lambda: families(found, free)))
    registry.register(_Found(lambda: of_broker(commands)))
    return generate_latest(registry)


class _Found:
    """What Prometheus' library asks for families of metrics."""

    def __init__(self, collect: "Callable[[], Iterable[Metric]]") -> None:
        self.collect = collect


def families(found: Measured, free_bytes: int) -> "Iterator[Metric]":
    """Give each metric with its help and its samples."""
    yield _gauge("info", "Which version runs.", {(__version__,): 1.0}, "version")
    yield from _of_steps(found)
    yield _gauge(
        "episodes",
        "Episodes, by where they stand.",
        {(state.lower(),): count for state, count in found.episodes},
        "state",
    )
    yield _gauge(
        "breaker_open",
        "1 for each model or service that is not asked for a while.",
        {(breaker.name,): 1.0 for breaker in found.breakers},
        "name",
    )
    yield _gauge(
        "breaker_rests_seconds",
        "For how long it is not asked.",
        {(breaker.name,): breaker.rests_s for breaker in found.breakers},
        "name",
    )
    yield from _of_observers(found)
    yield from _of_storage(found, free_bytes)


def _of_steps(found: Measured) -> "Iterator[Metric]":
    oldest: Samples = {(q.stage,): q.oldest_ready_s or 0.0 for q in found.queues}
    yield _gauge(
        "oldest_ready_step_seconds",
        "How long the oldest step that is not done has been there; 0 where there is none.",
        oldest,
        "stage",
    )
    steps: Samples = {
        (queue.stage, state): count
        for queue in found.queues
        for state, count in (("ready", queue.ready), ("dead", queue.dead))
    }
    words = "Steps that are not done (ready), and steps that were given up (dead)."
    yield _gauge("steps", words, steps, "stage", "state")
    yield _gauge(
        "steps_started_again",
        "Steps that are not done and were started more than once: a worker died, or failed.",
        {(stage,): count for stage, count in found.again},
        "stage",
    )


def _of_observers(found: Measured) -> "Iterator[Metric]":
    asked: defaultdict[str, int] = defaultdict(int)
    silent: defaultdict[str, int] = defaultdict(int)
    for each in found.observers:
        asked[each.observer] += each.observations
        silent[each.observer] += each.observations if each.availability in _SILENT else 0
    yield _gauge(
        "observations_last_hour",
        "Observations of episodes begun in the last hour.",
        {(e.observer, e.availability): e.observations for e in found.observers},
        "observer",
        "availability",
    )
    yield _gauge(
        "observer_unavailable_ratio",
        "Share of them that could not be made: the observer was unavailable, or failed.",
        {(observer,): silent[observer] / count for observer, count in asked.items()},
        "observer",
    )


def _of_storage(found: Measured, free_bytes: int) -> "Iterator[Metric]":
    from prometheus_client.core import CounterMetricFamily

    yield CounterMetricFamily("storyworld_events", "Events written.", value=found.events)
    films: Samples = {("kept",): found.films_kept, ("deleted",): found.films_deleted}
    yield _gauge("films", "Films made, by whether their bytes are still there.", films, "state")
    for name, words, size in (
        ("database_bytes", "Size of the archive, without its write-ahead log.",
         found.database_bytes),
        ("wal_bytes", "Size of SQLite's write-ahead log.", found.wal_bytes),
        ("home_free_bytes", "Free disk where local state lies.", free_bytes),
    ):  # fmt: skip
        if size is not None:
            yield _gauge(name, words, {(): size})


def of_broker(commands: Counted | None) -> "Iterator[Metric]":
    """Give the commands of the broker, if anybody has counted them yet."""
    from prometheus_client.core import CounterMetricFamily

    if commands is None:
        return
    words = "Commands the broker was given since they are counted, whoever gave them."
    yield CounterMetricFamily("storyworld_redis_commands", words, value=commands.in_all)
    words = "Commands the broker was given on this day (UTC)."
    yield _gauge("redis_commands_today", words, {(): commands.today})


Samples = Mapping[tuple[str, ...], float]


def _gauge(name: str, words: str, samples: Samples, *labels: str) -> "Metric":
    from prometheus_client.core import GaugeMetricFamily

    made = GaugeMetricFamily(f"storyworld_{name}", words, labels=labels)
    for values, sample in samples.items():
        made.add_metric(values, sample)
    return made
