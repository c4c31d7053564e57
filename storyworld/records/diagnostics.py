"""How a StoryWorld fares: what an operator looks at first, what is wrong, and what to do."""

from enum import StrEnum

from pydantic import NonNegativeFloat, NonNegativeInt

from storyworld.records.episode import BreakerView, EpisodeState, QueueView, StepView
from storyworld.records.frozen import Instant, Probability, Record, Text


class Section(StrEnum):
    """What a concern is about."""

    WORKERS = "workers"
    QUEUES = "queues"
    DATABASE = "database"
    STORAGE = "storage"
    OBSERVERS = "observers"
    BREAKERS = "breakers"
    BROKER = "broker"


class Concern(Record):
    """One thing that is not as it should be, and the fix."""

    section: Section
    words: Text
    fix: Text


class WorkerRole(StrEnum):
    """What a process is there for.

    `CONTROL`: takes steps of the queues it listens to. `GPU`: renders; it knows no database and is
    seen by its words and reports. `RECONCILER`: sends again what is due.
    """

    CONTROL = "control"
    GPU = "gpu"
    RECONCILER = "reconciler"


class WorkerView(Record):
    """A process that was seen: when, and what it did then.

    Seen at its start and at its work: one that has nothing to do is not seen meanwhile, only the
    reconciler ticks all the time. Render workers are told apart by the backend they film with.
    """

    name: Text
    role: WorkerRole
    queues: Text = ""
    last_did: Text = ""
    version: Text = ""
    started_at: Instant | None
    last_seen: Instant


class DatabaseView(Record):
    """The archive: what kind, how large, and of which revision its schema is.

    `bytes` are without the write-ahead log, which only SQLite has. None is unknown.
    """

    kind: Text
    bytes: NonNegativeInt | None
    wal_bytes: NonNegativeInt | None
    revision: Text | None
    newest_revision: Text | None


class StorageView(Record):
    """Films and the disk: `film_bytes` are those of films that are still kept."""

    bucket: bool
    films_kept: NonNegativeInt
    films_deleted: NonNegativeInt
    film_bytes: NonNegativeInt
    film_hours: NonNegativeFloat
    free_bytes: NonNegativeInt
    least_free_bytes: NonNegativeInt


class ObserverView(Record):
    """How often an observer could not say anything of films of the last hour."""

    observer: Text
    observations: NonNegativeInt
    unavailable: NonNegativeInt
    unavailable_share: Probability


class Spending(Record):
    """Money: settled today (UTC) and in the last 30 days, and what open orders hold back."""

    today_usd: NonNegativeFloat
    last_30_days_usd: NonNegativeFloat
    open_orders: NonNegativeInt
    open_orders_usd: NonNegativeFloat


class BrokerState(StrEnum):
    """How the broker answered when it was asked last."""

    ANSWERS = "answers"
    AWAY = "away"
    NONE = "none"


class BrokerView(Record):
    """The broker, and how many commands it was given, whoever gave them.

    Today and this month are days and months of UTC; `exact` is false where some of today's came
    while nobody looked, and are shared out evenly over that time, or may have been missed. None is
    unknown: nobody has looked yet, or this Redis does not tell. `counted_at` is when that was.
    """

    state: BrokerState
    words: Text = ""
    metered: bool = False
    commands_today: NonNegativeInt | None = None
    commands_this_month: NonNegativeInt | None = None
    exact: bool = True
    counted_at: Instant | None = None


class Versions(Record):
    """What runs: StoryWorld, the rules of judgement, the schema of what render workers are told."""

    storyworld: Text
    rules: Text
    messages: NonNegativeInt


class Diagnostics(Record):
    """What an operator looks at first; `concerns` is what is wrong, empty where all is well.

    Episodes, failures and money are those of who asks; all else is everybody's.
    """

    concerns: tuple[Concern, ...] = ()
    workers: tuple[WorkerView, ...] = ()
    queues: tuple[QueueView, ...]
    given_up_today: NonNegativeInt = 0
    episodes: tuple[tuple[EpisodeState, int], ...]
    last_failures: tuple[StepView, ...]
    database: DatabaseView
    storage: StorageView
    observers: tuple[ObserverView, ...] = ()
    breakers: tuple[BreakerView, ...] = ()
    spending: Spending
    broker: BrokerView
    versions: Versions
    asked_at: Instant
