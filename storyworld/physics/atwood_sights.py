"""How the film of two weights on a pulley shows their time and their speed."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Seen
from storyworld.physics.timing import at_the_end, only_where, reached, stated, travelling
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

# Slower than a metre in half a minute: called still.
BARELY: Final = 2e-3
START: Final = 1.2  # where the weights begin, in distances they go
_ALL_THE_WAY: Final = 0.9
_NOT_AT_ALL: Final = 0.1


def acceleration(v: Mapping[str, float]) -> float:
    """Give how fast the weight that is to rise gains speed upwards, m/s²."""
    m1, m2 = v["mass_1"], v["mass_2"]
    return v["gravity"] * (m1 - m2) / (m1 + m2 + v["pulley_mass"] / 2)


def shown_m(v: Mapping[str, float]) -> float:
    """Give how far they go on film."""
    return v.get("distance", 1.0)


def risen(comparison: Comparison, share: float = 0.4) -> Seen:
    """Give the sight of whether the weight rises, by a share of the distance."""
    return Seen(
        Measure.TOP_HEIGHT, Unit.METRE, ("rising",), comparison,
        lambda v: (START + share) * shown_m(v),
        "How high is the weight at last that is to rise?",
    )  # fmt: skip


HANGS_STILL: Final = Seen(
    Measure.DISPLACEMENT, Unit.METRE, ("rising",), Comparison.AT_MOST,
    lambda v: _NOT_AT_ALL * shown_m(v), "How far does the weight get?",
)  # fmt: skip


def _rises(v: Mapping[str, float]) -> float:
    return acceleration(v) - BARELY


def by_time(comparison: Comparison, slot: str) -> tuple[Seen, ...]:
    """Give the sights of the time: until it stands still, having risen all the way.

    What never rises takes longer than any time, and no film shows that.
    """
    words = "How long does the weight that is to rise go?"
    if comparison is Comparison.AT_LEAST:
        limit = only_where(_rises, stated(slot))
        return (travelling(comparison, limit, "rising", words),)
    took = travelling(comparison, slot, "rising", words)
    return took, risen(Comparison.AT_LEAST, _ALL_THE_WAY)


def by_speed(comparison: Comparison, slot: str) -> tuple[Seen, ...]:
    """Give the sights of the speed after the distance, where it stops at once."""
    if comparison is Comparison.AT_MOST:
        return (at_the_end(comparison, only_where(_rises, stated(slot)), "rising"),)
    fast = at_the_end(*reached(comparison, stated(slot)), "rising")
    return fast, risen(Comparison.AT_LEAST, _ALL_THE_WAY)
