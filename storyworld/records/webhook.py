"""Webhooks: whom we tell over HTTP what happens, and what they are told (Standard Webhooks).

A body is `{"type": ..., "timestamp": ..., "data": {...}}`; a type always has the same `data`.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, NonNegativeInt

from storyworld.records.episode import EpisodeState, RunStatus
from storyworld.records.frozen import Identifier, Instant, Probability, Record, Text
from storyworld.records.identity import Stage
from storyworld.records.verdict import OutcomeKind

MAX_URL_CHARACTERS = 2000


class HookKind(StrEnum):
    """What a webhook may ask to be told."""

    STAGE_FINISHED = "stage.finished"
    SIMULATION_ENDED = "simulation.ended"


class EventType(StrEnum):
    """What a body may tell of: an event of some kind, or a test that nothing happened for."""

    STAGE_FINISHED = "stage.finished"
    SIMULATION_ENDED = "simulation.ended"
    PING = "ping"


class StageEnd(StrEnum):
    """How a stage finished: with what it was to make, or given up."""

    DONE = "done"
    DEAD = "dead"


class DeliveryState(StrEnum):
    """The life of a delivery."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


def _an_address(url: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("should begin with https://")
    return url


def _each_once(kinds: tuple[HookKind, ...]) -> tuple[HookKind, ...]:
    return tuple(kind for kind in HookKind if kind in kinds)


class Subscription(Record):
    """Where to send what happens, and what of it."""

    url: Annotated[
        str,
        Field(max_length=MAX_URL_CHARACTERS, json_schema_extra={"pattern": "^[Hh][Tt]{2}[Pp][Ss]?://"}),
        AfterValidator(_an_address),
    ]  # fmt: skip
    kinds: Annotated[
        tuple[HookKind, ...], Field(min_length=1, max_length=8), AfterValidator(_each_once)
    ] = (HookKind.SIMULATION_ENDED,)


class Webhook(Record):
    """One address that is told what happens. While it is disabled it is told nothing."""

    webhook_id: Identifier
    url: str
    kinds: tuple[HookKind, ...]
    created_at: Instant
    disabled_at: Instant | None = None
    disabled_because: Text = ""


class WebhookOpened(Webhook):
    """A webhook with the secret that its deliveries are signed with: it is shown this once."""

    secret: Annotated[str, Field(repr=False)]


class Delivery(Record):
    """One event on its way to one webhook.

    `delivery_id` is the `webhook-id` it is sent with, each time. `due` is when it is sent next,
    while it is pending; `last_status` and `last_error` tell how the last try ended.
    """

    delivery_id: Identifier
    webhook_id: Identifier
    episode_id: Identifier | None
    type: EventType
    state: DeliveryState
    tries: NonNegativeInt
    due: Instant | None
    last_status: int | None
    last_error: Text
    created_at: Instant
    delivered_at: Instant | None


class EpisodeUrls(Record):
    """Where more is told of an episode, below the address of this StoryWorld."""

    self: str
    result: str
    page: str

    @classmethod
    def of(cls, episode_id: str) -> Self:
        """Give the addresses of an episode."""
        episode = f"/episodes/{episode_id}"
        return cls(self=episode, result=f"{episode}/result", page=f"/simulations/{episode_id}")


class StageFinished(Record):
    """A stage of an attempt has finished; `because` says why, if it was given up."""

    episode_id: Identifier
    world_id: Identifier
    stage: Stage
    beat: NonNegativeInt
    attempt: NonNegativeInt
    state: StageEnd
    because: Text
    urls: EpisodeUrls


class SimulationEnded(Record):
    """A simulation has ended, for good: `status` is how the machinery fared, `outcome` the goal.

    `stage`, `beat` and `attempt` are how far it came.
    """

    episode_id: Identifier
    world_id: Identifier
    goal: str
    status: RunStatus
    state: EpisodeState
    outcome: OutcomeKind
    confidence: Probability | None
    because: Text
    stage: Stage
    beat: NonNegativeInt
    attempt: NonNegativeInt
    urls: EpisodeUrls


class Ping(Record):
    """Nothing happened: somebody asked for a test."""

    webhook_id: Identifier


class WebhookEvent(Record):
    """The body of a delivery: what happened, when, and all that is told of it."""

    type: EventType
    timestamp: Instant
    data: StageFinished | SimulationEnded | Ping
