"""Colours, ground and scale that all staged scenes share.

The picture's background is nearly white and its scale bar black (the painter's); bodies have
plain saturated colours, so that an observer can tell them apart after video compression.
"""

import math
from typing import Final

from storyworld.physics.scene import Body, Box
from storyworld.records.scenario import BodyRole, Colour, Scenario

GROUND: Final[Colour] = (90, 96, 105)
BALL: Final[Colour] = (220, 30, 40)
WALL: Final[Colour] = (20, 90, 220)
LANDING: Final[Colour] = (0, 150, 70)
RAMP: Final[Colour] = (20, 90, 220)
BLOCK: Final[Colour] = (230, 110, 0)
BOXES: Final[tuple[Colour, ...]] = (
    (220, 30, 40), (20, 90, 220), (0, 160, 60), (240, 170, 0), (150, 30, 200), (0, 180, 200),
    (120, 60, 10), (240, 90, 190), (10, 40, 120), (130, 200, 20), (110, 0, 50), (0, 90, 80),
)  # fmt: skip

# The share of the larger extent that a ball's radius must have to be measured well, with room
# for the ball itself to widen the extent.
BALL_SHARE: Final = 0.03


def ground(x_min_m: float, x_max_m: float, thickness_m: float, top_m: float = 0.0) -> Body:
    """Give a slab with its top at `top_m`, wider than what is seen."""
    width_m = x_max_m - x_min_m
    return Body(
        name="ground",
        role=BodyRole.SUPPORT,
        shape=Box(width_m=width_m, height_m=thickness_m),
        colour=GROUND,
        x_m=(x_min_m + x_max_m) / 2,
        y_m=top_m - thickness_m / 2,
    )


def scale_bar_m(width_m: float) -> float:
    """Give the 1, 2 or 5 x 10^n nearest to a quarter of a width, on a logarithmic scale.

    Raises
    ------
    ValueError
        If the width is not positive.
    """
    if not width_m > 0:
        raise ValueError("a width is positive")
    quarter = width_m / 4
    decade = math.floor(math.log10(quarter))
    candidates = [m * 10.0**e for e in (decade, decade + 1) for m in (1.0, 2.0, 5.0)]
    return min(candidates, key=lambda bar: abs(math.log(bar / quarter)))


def require_complete(scenario: Scenario) -> None:
    """Refuse a scenario with missing parameters: it has nothing to show.

    Raises
    ------
    ValueError
        Naming what is missing.
    """
    if scenario.missing:
        names = ", ".join(m.name for m in scenario.missing)
        raise ValueError(f"cannot stage a scenario without {names}")
