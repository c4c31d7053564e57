"""What a vision model is asked of a bouncing ball: whether it comes back up, and how high."""

from collections.abc import Mapping
from typing import Final

from storyworld.records.scenario import Check

_LOWEST_SEEN: Final = 0.05  # as a share of where it started

_REBOUNDS: Final = Check(
    name="rebounds",
    statement="The ball hits the floor and comes back up.",
    antonym="The ball stays on the floor where it hits it.",
    shows=(
        "reaches", "comes_up_to", "comes_back_so_far", "comes_back_to", "leaves_fast", "leaves_at",
        "higher_than_drop",
    ),
)  # fmt: skip
_NO_HIGHER: Final = Check(
    name="no_higher_than_before",
    statement="Each bounce is at most as high as the one before.",
    antonym="One bounce is higher than the one before.",
)
_ABOVE: Final = Check(
    name="above_its_start",
    statement="After it hit the floor the ball gets up higher than where it started.",
    antonym="After it hit the floor the ball gets no higher than where it started.",
    shows=("higher_than_drop",),
    denies=("no_higher",),
)
BOUNCE_CHECKS: Final = (_REBOUNDS, _NO_HIGHER, _ABOVE)


def bounce_checks(values: Mapping[str, float]) -> tuple[Check, ...]:
    """Give the checks for parameters in SI; a bounce too low to be seen shows nothing.

    Of a ball thrown hard a later bounce may stay below its start that the first one passes.
    """
    drop, thrown = values.get("drop_height", 1.0), values.get("throw_speed", 0.0)
    energy = drop + thrown**2 / (2 * values.get("gravity", 9.81))
    seen = values.get("restitution", 1.0) ** 2 * energy >= _LOWEST_SEEN * drop
    later = thrown > 0 and values.get("bounces", 1.0) > 1
    return (
        _REBOUNDS if seen else _REBOUNDS.revised(shows=()),
        _NO_HIGHER,
        _ABOVE.revised(denies=()) if later else _ABOVE,
    )
