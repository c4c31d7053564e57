"""What people say of two weights on a pulley: the quantities of a goal, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED

SINKING: Final = Slot(
    "mass_1", Unit.KILOGRAM, "mass that is to sink", MASS.low, MASS.high,
    because="which side sinks, and how fast, turns on both masses",
)  # fmt: skip
RISING: Final = Slot(
    "mass_2", Unit.KILOGRAM, "mass that is to rise", MASS.low, MASS.high,
    because="which side rises, and how fast, turns on both masses",
)  # fmt: skip
PULLEY: Final = Slot(
    "pulley_mass", Unit.KILOGRAM, "mass of the pulley, a disc", 0.0, MASS.high,
    default=0.0, because="a pulley of which nothing is said is light",
)  # fmt: skip
DISTANCE: Final = Slot(
    "distance", _METRE, "distance", 1e-4, 1e5,
    before=vocabulary("by, through, drops, drop, falls, fall, falling, fallen, descends, descend, "
                      "rises, rise, moves, sinks, lowers, lifts it, raises it, after falling, h, "
                      "distance of, height of, down, up, after, over, hoists it, climbs, goes "
                      "down, goes up, travels, covers, first, s, d, distance, height, hoist "
                      "through"),
    after=vocabulary("down, up, high, lower, higher, in height, of travel, below, above"),
    by_unit=True, because="how long it takes turns on how far it goes",
)  # fmt: skip


def _along(comparison: Comparison, slot: str) -> Seen:
    words = "With what acceleration do the weights move?"
    return Seen(
        Measure.ACCELERATION_ALONG, _ACCELERATION, ("sinking",), comparison, slot, words
    )  # fmt: skip


TIME: Final = Limit(
    "time", Unit.SECOND, "time", 1e-4, 1e7,
    says="It takes",
    at_most=("in_time", "too_slow"), at_least=("takes_longer", "too_fast"),
    within=("takes_so_long", "takes_another_time"),
    before=vocabulary("in, within, takes, under, time, time of, t, after, less than, needs"),
    by_unit=True,
)  # fmt: skip
ACCELERATION: Final = Limit(
    "acceleration", _ACCELERATION, "acceleration", 0.0, 1e3,
    says="They accelerate at",
    at_most=("gently", "too_hard"), at_least=("hard", "too_gently"),
    within=("accelerate_at", "accelerate_otherwise"),
    before=vocabulary("acceleration, acceleration of, accelerate at, accelerates at, accelerating "
                      "at, at, a, speeds up at"),
    after=vocabulary("acceleration"), by_unit=True, seen=_along,
)  # fmt: skip
SPEED: Final = Reach(
    "speed", _SPEED, "speed after the distance", 0.0, 1e4,
    says="After that distance it moves at",
    at_most=("slow", "faster_than"), at_least=("fast", "too_slow_there"),
    within=("as_fast", "too_slow_there"),
    before=vocabulary("speed, speed of, at, faster than, moves at, moving at, reaches, velocity, "
                      "velocity of, hits the floor at, lands at, v, going at, exceeds, hits at"),
    by_unit=True,
)  # fmt: skip
TENSION: Final = Limit(
    "tension", Unit.NEWTON, "tension of the string", 0.0, 1e9,
    says="The string pulls with",
    at_most=("tension_below", "tension_above"), at_least=("tension_over", "tension_under"),
    within=("tension_of", "other_tension"),
    before=vocabulary("tension, tension of, pulls with, tension in the string, tension in the "
                      "rope, bears, carries, tension in the cord, string tension"),
    after=vocabulary("tension, of tension"), by_unit=True,
)  # fmt: skip

# The order of the bodies says which is to sink: see Atwood.place.
LIFTS: Final = vocabulary(
    "lifts, lift, lifting, raises, raise, raising, hoists, hoist, hoisting, pulls up, pull up, "
    "hauls up, haul up, hauls, haul, draws up, pulls, pull, outweighs, outweigh, counterbalances, "
    "overcomes, draws, lifts up, heaves, brings up, sends up, carries up, elevates"
)
LIFTED: Final = vocabulary(
    "lifted, raised, hoisted, hauled up, hauled, pulled up, pulled, drawn up, brought up, heaved, "
    "is lifted, is raised"
)
SINKS: Final = vocabulary(
    "sinks, sink, falls, fall, descends, descend, drops, drop, goes down, go down, moves down, "
    "move down, moves downward, moves downwards, accelerates down, accelerates downward, "
    "accelerates downwards, comes down, travels down, lowers, falling, descending, sinking, "
    "dropping, moving down, hits the floor, reaches the floor, reaches the ground, hits the "
    "ground, lands, wins, goes downward, goes downwards, accelerate downward, heads down"
)
RISES: Final = vocabulary(
    "rises, rise, goes up, go up, ascends, ascend, moves up, move up, moves upward, moves upwards, "
    "climbs, climb, accelerates up, accelerates upward, accelerates upwards, rising, ascending, "
    "going up, moving up, travels up, comes up, goes upward, goes upwards, accelerate upward, "
    "heads up, shoots up"
)
STILL: Final = vocabulary(
    "balances, balance, balanced, in balance, in equilibrium, equilibrium, stays still, stay "
    "still, stays at rest, stay at rest, remains at rest, remain at rest, stands still, stand "
    "still, hang still, hangs still, motionless, stays put, stay put, neither moves, stays where "
    "it is, stay where they are, do not stir, does not stir, stationary, remain stationary, "
    "remains stationary, keep still, hang motionless, remain motionless, neither side moves, "
    "remain still, remains still, nothing moves, stay in place, remain in place"
)
WISHES: Final = (
    Wish("moves_up", "moves_down", (*LIFTS, *LIFTED, *SINKS, *RISES)),
    Wish("balances", "moves", STILL),
    Wish("moves", "balances", vocabulary(
        "move, moves, starts moving, start moving, begins to move, begin to move, set in motion, "
        "gets moving, moving, unbalanced, out of balance"
    )),
    Wish("in_time", "too_slow", vocabulary(
        "accelerate, accelerates, exceeds, reaches"
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("pulley, pulleys, atwood, atwood's, atwood machine, sheave, over a wheel"),
        vocabulary("kg, mass, masses, weight, weights, bucket, buckets, block, blocks, "
                   "counterweight, side, sides, m1, lifts, sandbag, sandbags, bag, bags, box, "
                   "climber, painter, boxes, crate, bodies, body, load, loads, g, lb, cylinders, "
                   "bricks, atwood, stone, stones, person, man, ball, balls, cylinder, hoists, "
                   "lift, container"),
    ),
    helps=vocabulary("atwood, atwood machine, pulley, ideal pulley, massless, string, rope, "
                     "frictionless pulley, lifts, over a pulley, counterweight, heavier, lighter"),
    units=frozenset({Unit.KILOGRAM, _METRE}),
    never=vocabulary("table, tabletop, desk, bench, motor, winch, engine, movable pulley, moving "
                     "pulley, block and tackle, pulley system, two pulleys, three pulleys, "
                     "compound pulley, belt, incline, ramp, slope, inclined, horizontal surface, "
                     "shelf, lever, spring, pendulum, elevator, crank, car, truck, train, bus, "
                     "cart"),
    tolerates=("suspension", "force", "person", "change", "vehicle", "stack", "rolling",
               "collision", "fluid"),
)  # fmt: skip
