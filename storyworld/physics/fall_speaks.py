"""The ways of speaking of a fall: let go, thrown down, lost, come loose, or all numbers."""

from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Speaks
from storyworld.physics.fall_words import (
    DOWNWARD,
    DRAWN,
    FALL_TIMES,
    FLOORS,
    HEIGHTS,
    HELD,
    KNOCKS,
    LANDING,
    LOST,
    MAGNETS,
    NO_THING,
    OFF,
    RELEASED,
    SCENERY,
    THROUGH,
    THROWN,
    TIED,
)
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.words import Words, vocabulary
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
    never=(*THROUGH, *TIED, *HELD),
    tolerates=TOLERATES,
)
_KNOCKED: Final = Speaks(
    all_of=(KNOCKS, OFF, FLOORS),
    units=frozenset({_METRE, _SECOND}),
    never=(*THROUGH, *TIED, "golf", "bat", "tee", "throws"),
    tolerates=(*TOLERATES, "collision"),
)
_OFF: Final = tuple(
    f"{roll} {off}"
    for roll in ("rolls", "rolled", "rolling", "roll")
    for off in ("off", "over the edge", "from a", "from the", "from its", "from an")
)
_ROLLED_OFF: Final = Speaks(
    all_of=(_OFF,),
    helps=FLOORS,
    units=frozenset({_METRE, _SECOND}),
    never=(*THROUGH, *TIED),
    tolerates=(*TOLERATES, "rolling"),
)
_BOUNDED: Final = (Bound.AT_MOST, Bound.AT_LEAST)


def scenery(words: Words) -> tuple[str, ...]:
    """Give the words that only tell where something was let go, or what it is."""
    found = SCENERY if words.any_of((*RELEASED, *DOWNWARD)) is not None else ()
    return found if words.any_of(DRAWN) is not None else (*found, *MAGNETS)


def further_ways(words: Words, units: frozenset[Unit]) -> tuple[Speaks, ...]:
    """Give the ways in which something may be said to fall, beside being let go."""
    found = [THROWN_DOWN, LET_GO, BY_NUMBERS]
    if {_METRE} < units & {_METRE, _SECOND, _SPEED}:
        found.append(LOSES)
    speeds = [m for m in read_quantities(words).mentions if m.quantity.unit is _SPEED]
    if _METRE in units and all(m.bound in _BOUNDED for m in speeds):
        # How fast it rolls over the edge is not said: it hardly does.
        found += [_ROLLED_OFF, _KNOCKED]
    return tuple(found)
