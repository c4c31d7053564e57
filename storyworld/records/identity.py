"""Names of things: time-ordered identifiers, and the keys of an attempt and of a step."""

import hashlib
import secrets
import time
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final, Self

from pydantic import Field

from storyworld.records.frozen import Identifier, Record

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u


SUCH_AS: Final = MappingProxyType(
    {
        "world_id": "wd_…",
        "from_node": "nd_…",
        "to_node": "nd_…",
        "episode_id": "ep_…",
        "observation_id": "obs_…",
        "ancestors_of": "nd_… or tr_…",
        "sha256": "e3b0c442… (64 hexadecimal digits)",
    }
)
"""How the identifier in a field looks, for whoever has sent another."""


def new_id(prefix: str) -> str:
    """Make an identifier that sorts by the time it was made (a ULID behind a prefix)."""
    return _written(prefix, time.time_ns() // 1_000_000, secrets.randbits(80))


def first_id_at(prefix: str, seconds: float) -> str:
    """Give the identifier below all that are made from then on (seconds since 1970)."""
    return _written(prefix, max(0, int(seconds * 1000)), 0)


def _written(prefix: str, milliseconds: int, rest: int) -> str:
    number = milliseconds << 80 | rest
    digits = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))
    return f"{prefix}_{digits}"


def derived_id(prefix: str, *parts: object) -> str:
    """Make the identifier that these parts always give, so that a repeated stage repeats it."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}_{digest[:24]}"


class Stage(StrEnum):
    """The five verbs, in the order a goal walks through them."""

    PLAN = "plan"
    RENDER = "render"
    OBSERVE = "observe"
    EVALUATE = "evaluate"
    COMMIT = "commit"

    @property
    def following(self) -> "Stage | None":
        """The stage after this one, or None behind commit."""
        order = list(Stage)
        place = order.index(self) + 1
        return order[place] if place < len(order) else None


_Number = Annotated[int, Field(ge=0, lt=2**31)]


class AttemptKey(Record):
    """One walk of one beat of one episode through the stages."""

    episode_id: Identifier
    beat: _Number = 0
    attempt: _Number = 0

    def __str__(self) -> str:
        return f"{self.episode_id}:{self.beat}:{self.attempt}"

    def at(self, stage: Stage) -> "StepKey":
        """Name this attempt's step at `stage`."""
        return StepKey(
            episode_id=self.episode_id, beat=self.beat, attempt=self.attempt, stage=stage
        )


class StepKey(AttemptKey):
    """One stage of one attempt: the unit that is claimed, worked and finished once."""

    stage: Stage

    def __str__(self) -> str:
        return f"{self.episode_id}:{self.beat}:{self.attempt}:{self.stage}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str`` wrote.

        Raises
        ------
        ValueError
            If the text is not four fields of a step key.
        """
        parts = text.split(":")
        if len(parts) != 4:
            raise ValueError(f"not a step key: {text[:80]!r}")
        episode_id, beat, attempt, stage = parts
        return cls(episode_id=episode_id, beat=int(beat), attempt=int(attempt), stage=Stage(stage))

    @property
    def of_attempt(self) -> AttemptKey:
        """The attempt this step belongs to."""
        return AttemptKey(episode_id=self.episode_id, beat=self.beat, attempt=self.attempt)
