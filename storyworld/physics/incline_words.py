"""The words by which a block on a ramp is known, and how people name its friction."""

from typing import Final

from storyworld.reading.words import vocabulary

_STATIC: Final = (
    "static friction, static friction coefficient, static friction coefficient of, "
    "coefficient of static friction, coefficient of static friction of, static coefficient, "
    "static friction of, mu s, μ s, μs, µs, mus, static coefficient of friction, static, "
    "static coefficient of, static friction is, "
)
_KINETIC: Final = (
    "kinetic friction, kinetic friction coefficient, kinetic friction coefficient of, "
    "coefficient of kinetic friction, coefficient of kinetic friction of, kinetic coefficient, "
    "kinetic friction of, mu k, μ k, μk, µk, muk, sliding friction, dynamic friction, kinetic, "
    "sliding friction coefficient, dynamic friction coefficient, sliding friction of, "
    "coefficient of sliding friction, coefficient of dynamic friction, dynamic friction of, "
    "kinetic coefficient of friction"
)
_EITHER: Final = (
    "friction coefficient, friction coefficient of, coefficient of friction, friction, "
    "coefficient of friction of, friction of, coefficient, coefficient of, mu, μ, µ, mu of, grip, "
    "friction factor, friction factor of"
)


def friction_cues(kind: str) -> tuple[str, ...]:
    """Give the phrases in front of a coefficient of "static" or "kinetic" friction."""
    return vocabulary(_STATIC + _EITHER if kind == "static" else _KINETIC)


SURFACES: Final = vocabulary(
    "ramp, incline, inclined plane, inclined, slope, hill, plank, tilted board, inclined board, "
    "tilted plane, tilted surface, sloping, tilted, grade, gradient, slanted, slide, chute, roof, "
    "board, ski slope, driveway, hillside, slanting, tilts, tilted table, steep, theta, inclination"
)
RUBBING: Final = vocabulary(
    "mu s, static friction, friction, frictionless, mu, μ, µ, coefficient, kinetic friction"
)
STAYING: Final = vocabulary(
    "stay, stays, staying, remain, remains, remaining, hold, holds, stays put, stay put, "
    "sits still, sit still, sticks, stick, static equilibrium, held, is held, does not move, "
    "stays still, keeps still, in place, keeps its place, immobile, stands still, without moving"
)
# Where nothing else is asked: 'put down at rest, it slides' tells how it starts.
RESTING: Final = vocabulary(
    "at rest, rests, resting, stationary, put, parked, stands, standing, motionless, sits, stops"
)
SLIDING: Final = vocabulary(
    "slide, slides, slid, slip, slips, slipped, moves, move, accelerates down, starts moving, "
    "budge, budges, descend, descends, glides, move down, starts sliding, starts to slide, begins "
    "to slide, begins sliding, starts to slip, starts slipping, start sliding, start to slide, "
    "sliding down, slipping down, is sliding, slides off, creeps down, without sliding, without "
    "slipping, comes sliding, no sliding, keep from sliding, keeps sliding, goes down, set off, "
    "gives way, sets off, sliding away, slipping away"
)
UNPLACED: Final = vocabulary(
    "slides up, slide up, sliding up, moves up, move up, glides up, goes up, creeps up, upward, "
    "upwards, climbs, climb, climbing, rises, rise, ascends, flies, fly, leaves the ramp, tips, "
    "topples, tumbles, jumps, rotates, comes to a stop, comes to rest, reverses, constant "
    "speed, up a, up an, up the, terminal"
)
FRICTIONLESS: Final = vocabulary(
    "frictionless, no friction, without friction, perfectly smooth, zero friction, friction free, "
    "without any friction, perfectly slippery"
)
