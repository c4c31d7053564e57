"""What happens to episodes: one record a moment, in the order in which it was written."""

from enum import StrEnum
from typing import Annotated

from pydantic import NonNegativeInt, PositiveInt, StringConstraints

from storyworld.records.frozen import Identifier, Instant, Record, Text
from storyworld.records.identity import Stage


class EventKind(StrEnum):
    """What may have happened."""

    CREATED = "created"
    STARTED = "started"
    GOING_ON = "going on"
    FELL_BACK = "fell back"
    RETRIED = "retried"
    REFUSED = "refused"
    DONE = "done"
    DIED = "died"
    ENDED = "ended"


class Event(Record):
    """One moment of an episode: `kind` is one of `EventKind`, or one that a later version has.

    Without a `stage` it is of the attempt, or of the episode as a whole. Of an episode that `ended`
    the `detail` is its outcome, of a stage that was `retried` or `died` what went wrong.
    """

    event_id: PositiveInt
    episode_id: Identifier
    kind: Annotated[str, StringConstraints(max_length=32)]
    stage: Stage | None = None
    beat: NonNegativeInt | None = None
    attempt: NonNegativeInt | None = None
    detail: Text = ""
    at: Instant
