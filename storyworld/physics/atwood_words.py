"""What people say of two weights on a pulley: the quantities of a goal, and the words for them."""

from typing import Final

from storyworld.physics.atwood_sights import by_speed, by_time
from storyworld.physics.claims import Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.physics.hearing import inflected
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
    also=("mass", "load_mass"),
    because="which side rises, and how fast, turns on both masses",
)  # fmt: skip
PULLEY: Final = Slot(
    "pulley_mass", Unit.KILOGRAM, "mass of the pulley, a disc", 0.0, MASS.high,
    default=0.0, because="a pulley of which nothing is said is light",
)  # fmt: skip
DISTANCE: Final = Slot(
    "distance", _METRE, "distance", 1e-4, 1e5,
    before=vocabulary("by, through, drops, drop, falls, fall, falling, fallen, descends, "
                      "descend, rises, rise, moves, sinks, lowers, lifts it, raises it, after "
                      "falling, h, distance of, height of, down, up, after, over, hoists it, "
                      "climbs, goes down, goes up, travels, covers, first, s, d, distance, "
                      "height, hoist through, sunk, sank, fell, dropped, descended, rose, risen, "
                      "climbed, raised, hoisted, lifted, hauled, pulled up by, pulled up, raised "
                      "by, lifted by, hoisted by, hauled up by, hauled up, pulls it up, pulls "
                      "it, hauls it up, hauls it, raises it by, drop of, descent of, rise of, "
                      "ascent of, fall of, lift of, goes down by, goes up by, moved, has moved, "
                      "has sunk, has fallen, has dropped, has risen, travelled, covered, gone, "
                      "over a distance of, through a height of, over a height of, length of, "
                      "height difference, height difference of, travel, travel of, way of, "
                      "stroke, stroke of, moving, moving down, moving up, sinking, dropping, "
                      "descending, rising, climbing, ascending, lowered by, lowering, initial "
                      "height, initial height of, above the floor at, starts, hanging, brings it "
                      "up, brings it up by, brings it, draws it up, draws it up by, gets it up, "
                      "lift height, gains, loses, up by, down by, up through, down through, at a "
                      "height of, up the last, from a height of"),
    after=vocabulary("down, up, high, lower, higher, in height, of travel, below, above, of "
                     "height, of drop, of descent, of rise, of fall, off the floor, above the "
                     "floor, above the ground, from the floor, to the floor, to the ground, "
                     "downward, downwards, upward, upwards, of rope, of string, skyward, drop, "
                     "fall, rise, descent, of lift, off the ground, into the air, above floor, "
                     "above ground, from rest, aloft, lift"),
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
    before=vocabulary("in, within, takes, under, time, time of, t, after, less than, needs, "
                      "later, inside, lasts, needed, needing, requires, duration, duration of, "
                      "within the first, takes it, taking, taken, done in, over in, finished in, "
                      "lift time, fall time, in only, in just, time is, drop time, time to fall, "
                      "time to rise, for"),
    after=vocabulary("later, to do it, to do so, to get there, to fall, to sink, to drop, to "
                     "rise, to reach the floor, to hit the floor, to reach the ground, from "
                     "release, after release, after letting go, from the start, from rest, after "
                     "the start"),
    by_unit=True,
    seen=by_time,
)  # fmt: skip
ACCELERATION: Final = Limit(
    "acceleration", _ACCELERATION, "acceleration", 0.0, 1e3,
    says="They accelerate at",
    at_most=("gently", "too_hard"), at_least=("hard", "too_gently"),
    within=("accelerate_at", "accelerate_otherwise"),
    before=vocabulary("acceleration, acceleration of, accelerate at, accelerates at, "
                      "accelerating at, at, a, speeds up at, rate of, accelerate with, "
                      "accelerates with, accelerating with, acceleration is, moves with an "
                      "acceleration of, speeding up at, gains speed at, gathers speed at, picks "
                      "up speed at, gain speed at, acceleration a, magnitude of the "
                      "acceleration, acceleration tops, acceleration exceeds"),
    after=vocabulary("acceleration, of acceleration"), by_unit=True, seen=_along,
)  # fmt: skip
SPEED: Final = Reach(
    "speed", _SPEED, "speed after the distance", 0.0, 1e4,
    says="After that distance it moves at",
    at_most=("slow", "faster_than"), at_least=("fast", "too_slow_there"),
    within=("as_fast", "too_slow_there"),
    before=vocabulary("speed, speed of, at, faster than, moves at, moving at, reaches, velocity, "
                      "velocity of, hits the floor at, lands at, v, going at, exceeds, hits at, "
                      "going, doing, is moving at, travelling at, is travelling at, has reached, "
                      "has, clocks, attains, with, reaching, speed is, velocity is, strikes the "
                      "floor at, hits the ground at, reaches the floor at, arrives at, arrives "
                      "with, touches down at, lands with, reaches a speed of, gets up to, "
                      "gathers, picks up, up to, has got up to, passes, final speed, final speed "
                      "of, impact speed, impact speed of, floor with, floor at, ground at, "
                      "ground with, and has, running at, final velocity, final velocity of, "
                      "v_final, v final, v_end"),
    by_unit=True,
    seen=by_speed,
)  # fmt: skip
TENSION: Final = Limit(
    "tension", Unit.NEWTON, "tension of the string", 0.0, 1e9,
    says="The string pulls with",
    at_most=("tension_below", "tension_above"), at_least=("tension_over", "tension_under"),
    within=("tension_of", "other_tension"),
    before=vocabulary("tension, tension of, pulls with, tension in the string, tension in the "
                      "rope, bears, carries, tension in the cord, string tension, pull of, pull "
                      "in the string, pull in the rope, force in the string, force in the rope, "
                      "force in the cord, tension is, tension t, t, load in the rope, load on "
                      "the rope, rope force, rope force of, string force, string force of, rope "
                      "tension, rope tension of, cord tension, cable tension, cable tension of, "
                      "string tension of, line tension, rope load, holds, withstands, withstand, "
                      "feels, taut with, taut at, stretched with, rope pulls with, rope stays "
                      "below, rope stays under, force of, tension of the string, tension of the "
                      "rope, tension of the cord, rope carries, string carries, cord carries, "
                      "string between them carries, supports, transmits, exerts"),
    after=vocabulary("tension, of tension, of pull, in the string, in the rope, in the cord, in "
                     "the cable, on the rope, on the string, on the cord, in the line"),
    by_unit=True,
)  # fmt: skip

# The order of the bodies says which is to sink: see Atwood.place.
_UP: Final = "up, upward, upwards, skyward, skywards, aloft, higher, to the top, into the air"
_DOWN: Final = (
    "down, downward, downwards, earthward, earthwards, lower, groundward, to the floor, to the "
    "ground, to the bottom, floorward, below"
)
_MOVING: Final = (
    "go, goes, going, went, gone, move, moves, moving, moved, travel, travels, travelling, come, "
    "comes, coming, came, head, heads, heading, accelerate, accelerates, accelerating, shoot, "
    "shoots, shooting, speed, speeds, slide, slides, run, runs, fly, flies, creep, creeps, start, "
    "starts, drift, drifts, inch, inches, set off, sets off, make its way, ride, rides, "
    "float, floats, glide, glides, rush, rushes, begin to move, begins to move, swing, swings, is "
    "moving, wander, wanders, edge, edges, rocket, rockets, zoom, zooms"
)
LIFTS: Final = forms(
    "pull, pulls, pulling, haul, hauls, hauling, bring, brings, bringing, draw, "
    "draws, drawing, send, sends, sending, carry, carries, drag, drags, dragging, "
    "take, takes, winch, winches, hitch, hitches, hike, hikes, yank, "
    "yanks, heave, heaves, tow, tows, tug, tugs",
    _UP,
) + vocabulary(
    "lifts, lift, lifting, raises, raise, raising, hoists, hoist, hoisting, pulls up, pull up, "
    "hauls up, haul up, hauls, haul, draws up, pulls, pull, outweighs, outweigh, "
    "counterbalances, overcomes, draws, lifts up, heaves, brings up, sends up, carries up, "
    "elevates, hoisted by means of, outbalances, outbalance, overbalances, wins against, wins "
    "over, is enough to lift, jacks up, raises up, hauls aloft, hoists up, sends skyward, sends "
    "aloft"
)
LIFTED: Final = (
    forms(
        "is, are, be, being, gets, get, getting, was, been, is being, is getting",
        "lifted, raised, hoisted, hauled, pulled, drawn, heaved, brought up, sent "
        "up, carried up, dragged up, taken up, winched, elevated, yanked, tugged up, "
        "outweighed, pulled skyward, hauled skyward, hiked up",
    )
    + forms(
        "pulled, hauled, drawn, brought, dragged, carried, sent, yanked, tugged, taken, heaved", _UP
    )
    + vocabulary(
        "lifted, raised, hoisted, hauled up, hauled, pulled up, pulled, drawn up, "
        "brought up, heaved, "
        "is lifted, is raised"
    )
)
_GOES: Final = (
    "goes, go, went, comes, come, came, moves, move, flies, fly, shoots, shoot, travels, sails, "
    "it goes, it comes, it moves, he goes, she goes, they go, rises, starts, must go, will go, "
    "swings, it flies, climbs, floats, drifts, rushes, heads"
)
UPWARD: Final = ("up", "upward", "upwards", "skyward", "skywards", "aloft")
DOWNWARD: Final = ("down", "downward", "downwards", "earthward", "earthwards")
_LANDS: Final = forms(
    "hit, hits, hitting, reach, reaches, reaching, reached, touch, touches, touching, touched, "
    "strike, strikes, striking, struck, get to, gets to, getting to, got to, come to, comes to, "
    "coming to, came to, arrive at, arrives at, arriving at, meet, meets",
    "the floor, the ground, the bottom, the deck",
)
SINKS: Final = (
    forms(_MOVING, _DOWN)
    + forms(", ".join(DOWNWARD), _GOES)
    + vocabulary(
        "sinks, sink, falls, fall, descends, descend, drops, drop, goes down, go down, moves down, "
        "move down, moves downward, moves downwards, accelerates down, accelerates downward, "
        "accelerates downwards, comes down, travels down, lowers, falling, descending, sinking, "
        "dropping, moving down, lands, wins, goes downward, goes downwards, accelerate downward, "
        "heads down, sank, "
        "sunk, fell, dropped, descended, has sunk, has fallen, has dropped, has descended, lost "
        "height, loses height, losing height, plummets, plunges, goes earthward, ends up at the "
        "bottom, ends up below, ends up lower, is lowered, lowered, reaches the bottom, "
        "gets to the "
        "bottom, touches down, crashes down, subsides, settles, hits bottom, wins the tug, "
        "wins out, wins the contest, is the one to fall, is the one to sink, dips"
    )
    + _LANDS
)
RISES: Final = (
    forms(_MOVING, _UP)
    + forms(", ".join(UPWARD), _GOES)
    + vocabulary(
        "rises, rise, goes up, go up, ascends, ascend, moves up, move up, moves upward, moves "
        "upwards, climbs, climb, accelerates up, accelerates upward, accelerates upwards, rising, "
        "ascending, going up, moving up, travels up, comes up, goes upward, "
        "goes upwards, accelerate "
        "upward, heads up, shoots up, rose, risen, has risen, climbed, ascended, "
        "has climbed, gains "
        "height, gaining height, gained height, soars, lifts off, ends up on top, ends up at the "
        "top, ends up higher, reaches the top, gets to the top, reaches the pulley, is the one to "
        "rise, is the one to climb, climbing, arises, loses the tug"
    )
)
STILL: Final = vocabulary(
    "balances, balance, balanced, in balance, in equilibrium, equilibrium, stays still, stay "
    "still, stays at rest, stay at rest, remains at rest, remain at rest, stands still, stand "
    "still, hang still, hangs still, motionless, stays put, stay put, neither moves, stays where "
    "it is, stay where they are, do not stir, does not stir, stationary, remain stationary, "
    "remains stationary, keep still, hang motionless, remain motionless, neither side moves, "
    "remain still, remains still, nothing moves, stay in place, remain in place, just hang "
    "there, just hangs there, hang there, hangs there, nothing happens, nothing stirs, do not "
    "move, does not move, stays balanced, remain balanced, remains balanced, remains in balance, "
    "keeps still, remain where they are, remains where it is, stay as they are, stays as it is, "
    "neither side goes, neither goes, neither sinks, neither rises, neither falls, neither one "
    "moves, no motion, no movement, without moving, balance each other, balances out, balance "
    "out, cancel out, hangs in equilibrium, static, stays static, at a standstill, stand off, "
    "standoff, hold each other, hold each other in check, holds the balance, even, in a tie, "
    "stuck in place, remain hanging, remains hanging, stay hanging, hang in balance, hang "
    "balanced, is in balance, are in balance, balances exactly, exactly balance, not budge, does "
    "not budge, do not budge, doesn't budge, don't budge, no acceleration, zero acceleration, "
    "stalemate, immobile, level, stay level, at peace, stand pat, stay where they were, stays "
    "where it was, stay where, stays where, remain where"
)
_MOTION: Final = ("move", "moves", "stir", "budge")
# Of these 'do not move' may be said of a distance.
AT_REST: Final = tuple(p for p in STILL if p.split()[-1] not in _MOTION or "not" not in p)
WISHES: Final = (
    Wish("moves_up", "moves_down", (*LIFTS, *LIFTED, *SINKS, *RISES)),
    Wish("balances", "moves", STILL),
    Wish("moves", "balances", vocabulary(
        "move, moves, starts moving, start moving, begins to move, begin to move, set in motion, "
        "gets moving, moving, unbalanced, out of balance"
    )),
    Wish("in_time", "too_slow", vocabulary(
        "accelerate, accelerates, " + inflected("reach, attain, gain, pick up, get up to, hit")
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("pulley, pulleys, atwood, atwood's, atwood machine, sheave, over a wheel, "
                   "pully, pulleys', pulley's, over a block, over the block, over a roller, "
                   "over a smooth peg, over a "
                   "frictionless peg, over a smooth rod, over a grooved wheel, over a disc, over "
                   "a light wheel, over a light disc, over a frictionless wheel, over a smooth "
                   "wheel, over the wheel, block wheel, over a sheave, over a smooth bar, over a "
                   "frictionless bar, over a beam without friction, over the sheave, over a ball "
                   "bearing wheel, pulley wheel"),
        vocabulary("kg, mass, masses, weight, weights, bucket, buckets, block, blocks, "
                   "counterweight, side, sides, m1, lifts, sandbag, sandbags, bag, bags, box, "
                   "climber, painter, boxes, crate, bodies, body, load, loads, g, lb, cylinders, "
                   "bricks, atwood, stone, stones, person, man, ball, balls, cylinder, hoists, "
                   "lift, container, pail, pails, sack, sacks, barrel, barrels, drum, drums, "
                   "rock, rocks, anvil, anvils, cage, lamp, hanger, hangers, tin, tins, can, "
                   "cans, bottle, bottles, piano, log, logs, plate, plates, disc, discs, "
                   "scenery, backdrop, curtain, monkey, bananas, kilograms, kilogram, kilos, "
                   "kilo, pounds, pound, grams, gram, lbs, tonne, tonnes, t, oz, ounces, m2, "
                   "ends, end, one side, other side, kid, boy, girl, woman, child, father, "
                   "mother, twins, melon, melons, vase, safe, tool, tools, brick, bin, bins, "
                   "tub, tubs, jug, jugs, bale, bales, dumbbell, dumbbells, counterweights, "
                   "counterbalance, cargo, parcel, chest, pan, pans, heavier, lighter, nut, "
                   "nuts, book, books, ends of, feed, dog, cat, pig, goat, hay, coal, basket, "
                   "baskets, platform"),
    ),
    helps=vocabulary("atwood, atwood machine, pulley, ideal pulley, massless, string, rope, "
                     "frictionless pulley, lifts, over a pulley, counterweight, heavier, "
                     "lighter, sheave, two ends, either end, other end, one end, rope over, "
                     "cord, opposite, released, let go, frictionless, sinks, rises"),
    units=frozenset({Unit.KILOGRAM, _METRE}),
    never=vocabulary("table, tabletop, desk, bench, motor, winch, movable pulley, moving pulley, "
                     "block and tackle, pulley system, two pulleys, three pulleys, compound "
                     "pulley, belt, incline, ramp, slope, inclined, horizontal surface, shelf, "
                     "lever, spring, pendulum, elevator, crank, car, truck, train, bus, cart, "
                     "gear, gearbox, treadmill, hoist motor, crane hook, seesaw, drill, "
                     "dumbwaiter motor, flywheel, wound around, wrapped around, drum brake, "
                     "hydraulic, swings, swing, engine driven, by an engine, steam engine, the "
                     "engine turns, engine power, engine room, powered by"),
    tolerates=("suspension", "force", "person", "change", "vehicle", "stack", "rolling",
               "collision", "fluid", "weightless"),
)  # fmt: skip
