"""What people say of loops: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND

RADIUS: Final = Slot(
    "radius", _METRE, "radius of the loop", 1e-3, 500.0,
    before=vocabulary("radius, radius of, of radius, r, loop radius, radius r, loop of radius"),
    after=vocabulary("radius, in radius, of radius, radius loop, radii, metres radius, in radius "
                     "loop, meters radius"),
    because="how high a start has to be turns on the radius of the loop",
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter of the loop", 2e-3, 1e3,
    before=vocabulary("diameter, diameter of, of diameter, d, loop of diameter, loop height, loop "
                      "height of, loop of height, loop is, loop measures, loop stands, loop that "
                      "is, tall loop of, high loop of, top of the loop at, loop with a height of"),
    after=vocabulary("diameter, in diameter, across, diameter loop, high loop, tall loop, wide "
                     "loop, wide, metre high loop, loop the loop"),
    optional=True,
)  # fmt: skip
HEIGHT: Final = Slot(
    "height", _METRE, "height of the start above the lowest point of the loop", 0.0, 1e3,
    before=vocabulary("h, released from, released at, released, release height, release height of, "
                      "let go from, let go at, let go, height, height of, from a height of, at a "
                      "height of, starts, starts from, starts at, starting from, starting at, "
                      "start height, drops in from, dropped from, drops from, dropped in from, "
                      "from rest at, from rest, from, starting height, starting height of, rolls "
                      "from, slides from, runs down from, initial height, drop of, h0, placed at, "
                      "set off from, sets off from, goes from"),
    after=vocabulary("above the bottom, above the lowest point, above the bottom of the loop, "
                     "above the base, above the floor, above the ground, up, high, above its "
                     "bottom, higher than the bottom, above its lowest point, high ramp, drop, "
                     "above the loop's lowest point, above the foot of the loop, up the ramp, tall "
                     "ramp, high track, high hill, tall hill, above the entrance"),
    by_unit=True, because="what it has at the top turns on how high it starts",
)  # fmt: skip
ABOVE_TOP: Final = Slot(
    "above_top", _METRE, "height of the start above the top of the loop", -1e3, 1e3,
    after=vocabulary("above the top, above the top of the loop, above the loop's top, higher than "
                     "the top, higher than the top of the loop, above the loop's highest point, "
                     "above the highest point, above the crown, over the top of the loop"),
    optional=True,
)  # fmt: skip
RATIO: Final = Slot(
    "ratio", Unit.ONE, "height of the start in radii", 0.0, 1e3,
    before=vocabulary("h =, h / r, h / r =, h over r, ratio of height to radius"),
    after=vocabulary("r, radii, times the radius, times its radius, times the loop radius, loop "
                     "radii, times r, x the radius, x r, × r, times the loop's radius, × the "
                     "radius, radii up, radii high, radius lengths, times as high as the radius, "
                     "times the radius of the loop, * r"),
    because="what it has at the top turns on how many radii above the bottom it starts",
)  # fmt: skip
RADII_ABOVE: Final = Slot(
    "radii_above", Unit.ONE, "height of the start above the top, in radii", -2.0, 1e3,
    after=vocabulary("r above the top, radii above the top, r above the top of the loop, radii "
                     "above the top of the loop, r higher than the top, radii above the loop's "
                     "top, r above the loop's top"),
    optional=True,
)  # fmt: skip
DIAMETERS: Final = Slot(
    "diameters", Unit.ONE, "height of the start in diameters", 0.0, 500.0,
    before=vocabulary("h / d, h / d ="),
    after=vocabulary("diameters, times the diameter, times its diameter, loop diameters, times the "
                     "loop diameter, d, times d, x the diameter, times the loop's diameter, loop "
                     "heights, times the loop height, times the height of the loop, times as high "
                     "as the loop, times the loop's height, times its height, times the diameter "
                     "of the loop"),
    optional=True,
)  # fmt: skip
ENTRY: Final = Slot(
    "entry_speed", _SPEED, "speed at the start", 0.0, 300.0,
    before=vocabulary("at, enters at, entering at, enters the loop at, speed, speed of, entry "
                      "speed, entry speed of, with, v, v0, velocity of, going, doing, initial "
                      "speed, initial speed of, moving at, pushed off at, enters with, bottom at, "
                      "bottom speed, speed at the bottom, running at, travelling at"),
    after=vocabulary("at the bottom, entry speed, initial speed, at the entrance, on entry"),
    by_unit=True, optional=True,
)  # fmt: skip
INERTIA: Final = Slot(
    "inertia", Unit.ONE, "moment of inertia by mass times radius squared", 0.0, 1.0,
    because="rolling takes a part of the energy: it matters whether and what rolls",
)  # fmt: skip
TOP_SPEED: Final = Limit(
    "top_speed", _SPEED, "speed at the top of the loop", 0.0, 300.0,
    says="At the top it moves at",
    at_most=("slow_on_top", "fast_on_top"), at_least=("fast_enough", "too_slow"),
    within=("as_fast", "other_speed"),
    before=vocabulary("top at, top speed, top speed of, speed at the top, at the top, speed at the "
                      "top of, v top, at the top at, crosses the top at, over the top at"),
    after=vocabulary("at the top, at its top, over the top, at the highest point"),
)  # fmt: skip

WISHES: Final = (
    Wish("completes", "fails", vocabulary(
        "gets through, get through, makes it through, passes through, runs through, stay on, "
        "completes, complete, completing, completed, makes it, make it, makes it around, goes "
        "around, go around, goes all the way, goes round, go round, gets around, gets round, get "
        "round, get around, loops the loop, loop the loop successfully, stays on the track, stay "
        "on the track, stays in contact, stay in contact, keeps contact, in contact, stays glued, "
        "stays on, clears the loop, clears it, runs around, runs round, travels around, all the "
        "way around, all the way round, whole way round, full loop, through the loop, remains in "
        "contact, remains on the track, keeps in contact, keep contact, maintains contact, keeps "
        "touching, hugs the track, stays pressed, passes the top, gets past the top, gets over the "
        "top, reaches the top, reach the top, rounds the loop, does the loop, traverses, manages "
        "the loop, negotiates, makes the loop, makes a full, does a full, comes through, survives "
        "the loop, contact with the track, goes through, go through, completes it, sticks to the "
        "track, clears the top, passes through the top, full circle"
    )),
    Wish("detaches", "completes", vocabulary(
        "detaches, detach, falls off, fall off, falling off, leaves the track, leave the track, "
        "leaving the track, loses contact, lose contact, losing contact, comes off, come off, "
        "drops off, separates, lifts off, breaks contact, peels away, peels off, falls away, falls "
        "from, falls down from, falls out, departs from the track, drops away, parts from the "
        "track, falls before, drops from the track, loses touch, leaves the loop, leaves the rail, "
        "leaves the rails, comes away"
    )),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("loop, loops, loop the loop, looping, loop de loop, vertical loop, loopings"),
        vocabulary("complete, completes, completing, release, released, starts, start, height, "
                   "radius, diameter, r, goes, makes, top, contact, enters, entering, round, "
                   "around, let go, rest, h, drops, radii, fall, falls, track, bottom"),
    ),
    helps=vocabulary("loop the loop, radius, released, contact, frictionless, track, completes, "
                     "diameter, top of the loop"),
    units=frozenset({_METRE, _SPEED}),
    never=vocabulary("string, rope, lasso, bucket, magnet, magnets, plane, aeroplane, airplane, "
                     "aircraft, pilot, wire loop, loop of wire, current, solder, knitting, jet, "
                     "bead on, feedback, spring, motorised, engine, hanging, cable, pendulum"),
    tolerates=("suspension", "air", "rolling", "vehicle", "person", "incline", "change", "flight",
               "machine", "stack",
               "obstacle"),
)  # fmt: skip
