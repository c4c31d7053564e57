"""What a vision model is asked of what rolls down a ramp, alone or against another."""

from typing import Final

from storyworld.physics.rolling_words import ACCELERATION, SPEED, TIME
from storyworld.records.scenario import Check

# Two accelerations as near as this share are the same: shapes differ by seven per cent at least.
EVEN: Final = 0.005
# A film does not tell a race that is nearer than this, unless both come in at once.
TELLING: Final = 0.05
_FIRST: Final = Check(
    name="red_is_first",
    statement="The red body is at the foot before the green one.",
    antonym="The green body is at the foot before the red one, or both are there at once.",
    shows=("wins",),
    denies=("does_not_win", "loses", "ties"),
)
_TURNS: Final = Check(
    name="it_turns",
    statement="The spot on the red body turns about its centre.",
    antonym="The spot on the red body keeps to the same side.",
    shows=("rolls_down", "rolls_without_slipping"),
)
_GETS_DOWN: Final = Check(
    name="gets_down",
    statement="The red body gets down to the foot of the ramp.",
    antonym="The red body stays where it is on the ramp, or goes up.",
    shows=(
        "rolls_down", "rolls_without_slipping", "slips",
        *(c.outcome for limit in (TIME, SPEED) for c in limit.claims),
        *(c.outcome for c in ACCELERATION.claims[1:]),
    ),
    denies=("stays", "rolls_up"),
)  # fmt: skip
ROLLING_CHECKS: Final = (_FIRST, _TURNS, _GETS_DOWN)


def rolling_checks(lead: float | None, *, turns: bool) -> tuple[Check, ...]:
    """Give the checks for a race by its lead (None: it rolls alone), and whether red can turn."""
    spot = _TURNS if turns else _TURNS.revised(shows=())
    if lead is None:
        return (spot, _GETS_DOWN)
    near = EVEN < abs(lead) < TELLING
    return (_FIRST.revised(shows=(), denies=()) if near else _FIRST, spot)
