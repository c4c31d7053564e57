"""What is measured of a running StoryWorld for those who watch over it."""

from pydantic import NonNegativeInt

from storyworld.records.episode import BreakerView, EpisodeState, QueueView
from storyworld.records.frozen import Record, Text
from storyworld.records.identity import Stage
from storyworld.records.observation import ObserverAvailability


class ObserverCount(Record):
    """How many observations of one observer had this availability, in a stretch of time."""

    observer: Text
    availability: ObserverAvailability
    observations: NonNegativeInt


class Measured(Record):
    """One look at the archive.

    `again` counts, by stage, the open steps that were started more than once: whoever started them
    died, or gave them back. `observers` are those of episodes begun in the last hour. `events` is
    the number of the last event. Sizes are None where they cannot be known.
    """

    queues: tuple[QueueView, ...]
    again: tuple[tuple[Stage, NonNegativeInt], ...]
    episodes: tuple[tuple[EpisodeState, NonNegativeInt], ...]
    breakers: tuple[BreakerView, ...]
    observers: tuple[ObserverCount, ...]
    events: NonNegativeInt
    films_kept: NonNegativeInt
    films_deleted: NonNegativeInt
    database_bytes: NonNegativeInt | None
    wal_bytes: NonNegativeInt | None
