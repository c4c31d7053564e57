"""How the film of a bounce shows how high, how fast, and by what share a ball comes back."""

from collections.abc import Mapping

from storyworld.physics.claims import Seen
from storyworld.physics.solving import Law
from storyworld.physics.timing import only_where, reached, stated
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure


def _first(v: Mapping[str, float]) -> float:
    return float(v["bounces"] == 1.0)


def _dropped(v: Mapping[str, float]) -> float:
    return float(v["throw_speed"] == 0.0)


def _thrown_once(v: Mapping[str, float]) -> float:
    return _first(v) * float(v["throw_speed"] > 0.0)


def _dropped_often(v: Mapping[str, float]) -> float:
    return _dropped(v) * float(v["bounces"] > 1.0)


def by_height(comparison: Comparison, slot: str, *, share: float) -> tuple[Seen, ...]:
    """Give the sights of the height of a rebound.

    That of the first is seen itself, that of a later one of what is dropped by the share of the
    speed that one bounce leaves.
    """
    comparison, limit = reached(comparison, stated(slot), share)
    return (
        _height(comparison, only_where(_first, limit)),
        _kept(comparison, only_where(_dropped_often, lambda v: limit(v) / v["drop_height"])),
    )


def _height(comparison: Comparison, limit: Law) -> Seen:
    words = "How high above the ground does the ball's lowest point get after the first bounce?"
    return Seen(Measure.REBOUND_HEIGHT, Unit.METRE, ("ball",), comparison, limit, words, "ground")


def by_speed(comparison: Comparison, slot: str, *, share: float) -> Seen:
    """Give the sight of the speed of the first rebound."""
    comparison, limit = reached(comparison, only_where(_first, stated(slot)), share)
    words = "How fast does the ball leave the ground after the first bounce?"
    return Seen(
        Measure.REBOUND_SPEED, Unit.METRE_PER_SECOND, ("ball",), comparison, limit, words, "ground"
    )


def by_share(comparison: Comparison, limit: Law, *, share: float = 0.0) -> tuple[Seen, ...]:
    """Give the sights of the share of the height that comes back.

    Of what is dropped by the share of the speed that one bounce leaves, since all leave the same:
    heights go with its square. Of what is thrown by the height of the first rebound.
    """
    comparison, least = reached(comparison, limit, share)
    return (
        _kept(comparison, only_where(_dropped, least)),
        _height(comparison, only_where(_thrown_once, lambda v: least(v) * v["drop_height"])),
    )


def _kept(comparison: Comparison, limit: Law) -> Seen:
    """Give the sight of a share of the height after so many bounces, by the speed each leaves."""
    words = "What share of its speed does the first bounce leave the ball?"
    return Seen(
        Measure.RESTITUTION, Unit.ONE, ("ball",), comparison,
        lambda v: limit(v) ** (1 / (2 * v["bounces"])), words, "ground", scale_free=True,
    )  # fmt: skip
