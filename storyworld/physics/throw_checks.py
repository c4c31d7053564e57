"""What a vision model is asked of a throw: at a wall, over a gap, or on open ground."""

from typing import Final

from storyworld.physics.throw_slots import GAP
from storyworld.records.scenario import Check, Scenario

_AT_A_WALL: Final = (
    Check(
        name="over_the_wall",
        statement="The ball passes over the wall.",
        antonym="The ball does not get over the wall.",
        shows=("clears_wall",),
        denies=("stays_below_wall", "hits_wall", "falls_short"),
    ),
    Check(
        name="hits_the_wall",
        statement="The ball hits the wall.",
        antonym="The ball never touches the wall.",
        shows=("hits_wall",),
        denies=("clears_wall",),
    ),
)
_OVER_A_GAP: Final = (
    Check(
        name="beyond_the_gap",
        statement="The ball comes down on the green ground beyond the gap.",
        antonym="The ball falls into the gap before the green ground.",
        shows=("crosses_gap",),
        denies=("falls_short",),
    ),
)
_ON_OPEN_GROUND: Final = (
    Check(
        name="comes_down",
        statement="The ball flies off and comes down on the ground.",
        antonym="The ball is still in the air at the end, or never leaves its place.",
        shows=("reaches", "lands_within", "lands_at", "falls_short"),
    ),
)


def throw_checks(scenario: Scenario, *, walled: bool) -> tuple[Check, ...]:
    """Give the checks for what the film of a throw has in it."""
    if walled:
        return _AT_A_WALL
    return _OVER_A_GAP if scenario.parameter(GAP.name) else _ON_OPEN_GROUND
