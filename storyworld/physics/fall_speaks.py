"""The ways of speaking of a fall: let go, thrown down, lost, come loose, or all numbers."""

from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Speaks
from storyworld.physics.fall_words import (
    DOWNWARD,
    FALL_TIMES,
    FLOORS,
    HEIGHTS,
    LANDING,
    LOST,
    NO_THING,
    THROUGH,
    THROWN,
    TIED,
)
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _SECOND, _SPEED = Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND

# Falling into water is falling, as is being let go by a crane or shoved off a ledge.
TOLERATES: Final = ("person", "machine", "vehicle", "force", "fluid", "suspension", "incline")
THROWN_DOWN: Final = Speaks(
    all_of=(THROWN, DOWNWARD),
    helps=(*FLOORS, "straight down", "downward", "downwards"),
    units=frozenset({_METRE, _SPEED}),
    never=(*THROUGH, *TIED),
    tolerates=(*TOLERATES, "flight"),
)
# 'Someone lets a bowling ball go'
LET_GO: Final = replace(THROWN_DOWN, all_of=(("let", "lets", "letting"), ("go",)))


BY_NUMBERS: Final = Speaks(
    all_of=(FALL_TIMES, HEIGHTS),
    units=frozenset({_METRE, _SECOND, _SPEED}),
    never=(*THROUGH, *TIED, *vocabulary(
        "thrown, launched, launch angle, angle, jump, jumps, kicked, fired, shot, bounces, "
        "thrown up, upwards, upward, climbs, rises, parachute, ramp, incline, slope, loop, "
        "horizontal, horizontally, car, truck, rolls, pendulum, sled"
    )),
    tolerates=("person", "machine", "fluid", "force"),
)  # fmt: skip
# 'Loses a carabiner at 60 m'
LOSES: Final = Speaks(
    all_of=(LOST, FLOORS, LANDING),
    units=frozenset({_METRE, _SECOND}),
    never=(*THROUGH, *TIED, *NO_THING),
    tolerates=TOLERATES,
)
# Read without the words of hanging and breaking, where those of coming loose are there.
HUNG: Final = Speaks(
    all_of=(FLOORS,),
    units=frozenset({_METRE, _SECOND, _SPEED}),
    never=(*THROUGH, *TIED),
    tolerates=TOLERATES,
)
