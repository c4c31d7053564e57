"""How the film of a pendulum shows its time and its speed, and how long a string it has."""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Seen
from storyworld.physics.solving import Law
from storyworld.physics.timing import FLIPPED, only_where, reached, stated
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

# More than this of what takes it over the top is not filmed, nor a bob let go still higher.
_MOST_PUSH: Final = 1.9
_HIGHEST: Final = 1.95


def shown_length_m(v: Mapping[str, float]) -> float:
    """Give the string on film: without a length, one with which the release stands at 60°."""
    h0 = v.get("release_height")
    return v.get("length", 2 * h0 if h0 else 1.0) + v["below"]


def shown_speed(v: Mapping[str, float]) -> float:
    """Give the speed it starts with on film, m/s: none that takes it over the top."""
    return min(v["start_speed"], math.sqrt(_MOST_PUSH * v["gravity"] * shown_length_m(v)))


def _as_asked(v: Mapping[str, float]) -> float:
    """Whether the film shows the release and the push that the goal speaks of."""
    low = v["release_height"] <= _HIGHEST * shown_length_m(v)
    return float(low and shown_speed(v) == v["start_speed"])


def _let_go(v: Mapping[str, float]) -> float:
    # A push makes the swing wider than the one that the period is solved for.
    return float(v["start_speed"] == 0.0)


def by_time(comparison: Comparison, slot: str) -> Seen:
    """Give the sight of the time of swings: that of one, by its period."""
    limit = only_where(_let_go, lambda v: v[slot] / (v["swings"] * v["swing_share"]))
    return _period(comparison, limit)


def by_frequency(comparison: Comparison, slot: str) -> Seen:
    """Give the sight of a frequency: the more swings in a time, the shorter each."""
    return _period(FLIPPED[comparison], only_where(_let_go, lambda v: 1 / v[slot]))


def _period(comparison: Comparison, limit: Law) -> Seen:
    words = "How long does a full swing take?"
    return Seen(Measure.PERIOD, Unit.SECOND, ("bob",), comparison, limit, words, scale_free=True)


def by_speed(comparison: Comparison, slot: str) -> Seen:
    """Give the sight of the speed at the lowest point."""
    comparison, limit = reached(comparison, stated(slot))
    words = "How fast is the bob as it passes the middle of its swing?"
    return Seen(
        Measure.SWING_SPEED, Unit.METRE_PER_SECOND, ("bob",), comparison,
        only_where(_as_asked, limit), words,
    )  # fmt: skip
