"""How a film shows a time, a speed or a share that a goal limits: thresholds of what is measured.

A film shows them only where it is to scale and runs at the pace that its scene says
(:class:`storyworld.physics.scene.Scene`). A law that raises KeyError says that this film does
not show this claim: then nothing is asked of it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from storyworld.physics.claims import TOLERANCE, Seen
from storyworld.physics.solving import Law
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

# What a bound becomes where the more of one is the less of the other.
FLIPPED: Final[Mapping[Comparison, Comparison]] = MappingProxyType(
    {
        Comparison.AT_MOST: Comparison.AT_LEAST,
        Comparison.AT_LEAST: Comparison.AT_MOST,
        Comparison.WITHIN: Comparison.WITHIN,
    }
)


def stated(slot: str) -> Law:
    """Give the limit itself as a threshold."""
    return lambda v: v[slot]


def only_where(shown: Law, limit: Law) -> Law:
    """Give a threshold where a law is positive: elsewhere the film does not show the claim."""

    def law(values: Mapping[str, float]) -> float:
        if shown(values) <= 0:
            raise KeyError("the film does not show it")
        return limit(values)

    return law


def unshown(values: Mapping[str, float]) -> float:  # noqa: ARG001  (a law)
    """Stand for the threshold of a claim that no film shows."""
    raise KeyError("the film does not show it")


def reached(comparison: Comparison, limit: Law, share: float = TOLERANCE) -> tuple[Comparison, Law]:
    """Give what a number without a bound asks for: to be reached, to a share."""
    if comparison is not Comparison.WITHIN:
        return comparison, limit
    return Comparison.AT_LEAST, lambda v: (1 - share) * limit(v)


def travelling(comparison: Comparison, limit: str | Law, subject: str, words: str) -> Seen:
    """Give the sight of how long a body takes until it stands still."""
    return Seen(Measure.TRAVEL_TIME, Unit.SECOND, (subject,), comparison, limit, words)


def aloft(comparison: Comparison, limit: str | Law, subject: str) -> Seen:
    """Give the sight of how long a body is in the air before it comes down on the ground."""
    words = f"How long is the {subject} in the air?"
    return Seen(Measure.FALL_TIME, Unit.SECOND, (subject,), comparison, limit, words, "ground")


def at_the_end(comparison: Comparison, limit: str | Law, subject: str) -> Seen:
    """Give the sight of how fast a body is as its motion ends."""
    words = f"How fast is the {subject} as its motion ends?"
    return Seen(Measure.END_SPEED, Unit.METRE_PER_SECOND, (subject,), comparison, limit, words)


def steadily(comparison: Comparison, limit: str | Law, subject: str) -> Seen:
    """Give the sight of how fast a body is once its speed is steady."""
    words = f"How fast is the {subject} in the end, once its speed is steady?"
    return Seen(Measure.STEADY_SPEED, Unit.METRE_PER_SECOND, (subject,), comparison, limit, words)
