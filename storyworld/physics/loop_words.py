"""What people say of loops: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND

RADIUS: Final = Slot(
    "radius", _METRE, "radius of the loop", 1e-3, 500.0,
    before=vocabulary("radius, radius of, of radius, r, loop radius, radius r, loop of radius, "
                      "loop radius of, loop radius is, radius is, radius equals, whose radius "
                      "is, r loop, r_loop, curvature radius, radius of curvature"),
    after=vocabulary("radius, in radius, of radius, radius loop, radii, metres radius, in radius "
                     "loop, meters radius, m radius loop, from centre to rail, radius vertical "
                     "loop, of loop radius, radius circle, radius ring, radius looping"),
    because="how high a start has to be turns on the radius of the loop",
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter of the loop", 2e-3, 1e3,
    before=vocabulary("diameter, diameter of, of diameter, d, loop of diameter, loop height, "
                      "loop height of, loop of height, loop is, loop stands, loop "
                      "that is, tall loop of, high loop of, top of the loop at, loop with a "
                      "height of, loop diameter, loop diameter of, diameter is, loop height is, "
                      "height of the loop is, height of the loop, loop as tall as, loop "
                      "measuring, loop rises to, loop reaches, loop size, loop whose diameter "
                      "is, loop whose top is, loop is as high as, ø"),
    after=vocabulary("diameter, in diameter, across, diameter loop, high loop, tall loop, wide "
                     "loop, wide, metre high loop, loop the loop, diameter vertical loop, tall "
                     "vertical loop, high vertical loop, in height, tall, from bottom to top, "
                     "top to bottom, across the loop, from top to bottom, diameter circle, "
                     "diameter ring, high ring, diameter looping, high looping, tall looping"),
    optional=True,
)  # fmt: skip
HEIGHT: Final = Slot(
    "height", _METRE, "height of the start above the lowest point of the loop", 0.0, 1e3,
    before=vocabulary("h, released from, released at, released, release height, release height "
                      "of, let go from, let go at, let go, height, height of, from a height of, "
                      "at a height of, starts, starts from, starts at, starting from, starting "
                      "at, start height, drops in from, dropped from, drops from, dropped in "
                      "from, from rest at, from rest, from, starting height, starting height of, "
                      "rolls from, slides from, runs down from, initial height, drop of, h0, "
                      "placed at, set off from, sets off from, goes from, beginning, begins, "
                      "beginning at, begins at, start point, start from, set free at, set free, "
                      "freed at, freed from, set loose at, set loose from, comes from, coming "
                      "from, comes down from, coming down from, descends from, descending from, "
                      "running down from, plunges from, plunging from, swoops down from, ramp "
                      "of, ramp height, ramp height of, h start, h_start, h_0, start height of, "
                      "start height is, starting point, starting point of, height of release, "
                      "release point, launched from, launches from, let loose from, let loose "
                      "at, let run from, sliding from, sliding down from, rolling from, rolling "
                      "down from, runs from, running from, put on the track at, placed, from the "
                      "height of, begin at, begin from, started at, started from, hill of, track "
                      "of, tower of, drop height, drop height of, slope of, height h, height h "
                      "of, height is, ramp is, it is released, from rest up, starts out at, "
                      "starts out, lets it go from, lets it go at, lets go of it at, lets his "
                      "car go from"),
    after=vocabulary("above the bottom, above the lowest point, above the bottom of the loop, "
                     "above the base, above the floor, above the ground, up, high, above its "
                     "bottom, higher than the bottom, above its lowest point, high ramp, drop, "
                     "above the loop's lowest point, above the foot of the loop, up the ramp, "
                     "tall ramp, high track, high hill, tall hill, above the entrance, above the "
                     "foot, above the low point, above its low point, over the bottom, over the "
                     "lowest point, above the table, above the base of the loop, higher than the "
                     "lowest point, above the loop bottom, above loop bottom, above bottom, "
                     "above bottom of loop, above the loop's bottom, above the loop's base, "
                     "above the loop's foot, up a ramp, up the track, up a slope, up the slope, "
                     "start, high start, above ground, above floor, above the deck, above the "
                     "loop entrance, over the floor, tall tower, high tower, high slope, of "
                     "drop, above the entry, above the loop entry, above the foot of it, tall "
                     "start, descent, up the hill, above the level of the bottom, high slide, "
                     "high platform, tall drop"),
    by_unit=True, because="what it has at the top turns on how high it starts",
)  # fmt: skip
ABOVE_TOP: Final = Slot(
    "above_top", _METRE, "height of the start above the top of the loop", -1e3, 1e3,
    after=vocabulary("above the top, above the top of the loop, above the loop's top, higher "
                     "than the top, higher than the top of the loop, above the loop's highest "
                     "point, above the highest point, above the crown, over the top of the loop, "
                     "over the top, over the crown, above its top, above its highest point, "
                     "above the summit, above the crest, above the apex, higher than its top, "
                     "above the loop top, above loop top"),
    optional=True,
)  # fmt: skip
RATIO: Final = Slot(
    "ratio", Unit.ONE, "height of the start in radii", 0.0, 1e3,
    before=vocabulary("h =, h / r, h / r =, h over r, ratio of height to radius, h r, h_start / r"),
    after=vocabulary("r, radii, times the radius, times its radius, times the loop radius, loop "
                     "radii, times r, x the radius, x r, × r, times the loop's radius, × the "
                     "radius, radii up, radii high, radius lengths, times as high as the radius, "
                     "times the radius of the loop, * r, loop radiuses, radiuses, times r_loop, "
                     "times the radius of it, of the radius, radii above the bottom, radii above "
                     "bottom, radii above the lowest point, times the loop's own radius, r up, r "
                     "high, r above the bottom, r above bottom, r above the lowest point, "
                     "radius, fold the radius, times radius, r_loop, times that radius, of its "
                     "radii, of the loop's radii, times the size of the radius, radii of the "
                     "loop, rs"),
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
    after=vocabulary("diameters, times the diameter, times its diameter, loop diameters, times "
                     "the loop diameter, d, times d, x the diameter, times the loop's diameter, "
                     "loop heights, times the loop height, times the height of the loop, times "
                     "as high as the loop, times the loop's height, times its height, times the "
                     "diameter of the loop, loop diameters up, times diameter, diameters up, "
                     "diameters high, diameters above the bottom, times that diameter, times as "
                     "tall as the loop, times the loop diameter up, times loop height, of its "
                     "diameters"),
    optional=True,
)  # fmt: skip
ENTRY: Final = Slot(
    "entry_speed", _SPEED, "speed at the start", 0.0, 300.0,
    before=vocabulary("at, enters at, entering at, enters the loop at, speed, speed of, entry "
                      "speed, entry speed of, with, v, v0, velocity of, going, doing, initial "
                      "speed, initial speed of, moving at, pushed off at, enters with, bottom "
                      "at, bottom speed, speed at the bottom, running at, travelling at, shot in "
                      "at, coming in at, comes in at, come in at, enters the bottom at, arrives "
                      "at, arriving at, arrives with, enters it at, launched at, launched into "
                      "it at, pushed at, sent in at, sent into it at, sent into the loop at, "
                      "sent off at, starts with, start speed, start speed of, launch speed, "
                      "launch speed of, kicked off at, fired at, fired in at, entering the loop "
                      "at, entering it at, rolls in at, slides in at, runs in at, into the loop "
                      "at, into it at, given, travels at, hits the loop at, meets the loop at, v "
                      "bottom, v_bottom, v in, v_in, bottom of the loop at, bottom of it at, "
                      "has, entry velocity, entry velocity of, speed is, loop with, bottom with, "
                      "catapulted at, comes with, reaches the loop at, reaches the bottom at, "
                      "approaches at, approaching at, tackles the loop at, takes the loop at, "
                      "into the bottom of, no less than, at least"),
    after=vocabulary("at the bottom, entry speed, initial speed, at the entrance, on entry, at "
                     "the lowest point, at the foot, when it enters, as it enters, on entering, "
                     "entering the loop, into the loop, into it, at the loop entrance, at its "
                     "lowest point, at the loop's foot, at the loop's bottom, at the base, when "
                     "it reaches the loop, at loop entry, at entry, before the loop, going in, "
                     "entering"),
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
    before=vocabulary("top at, top speed, top speed of, speed at the top, at the top, speed at "
                      "the top of, v top, at the top at, crosses the top at, over the top at, "
                      "summit at, crest at, apex at, speed up there, speed on top, speed at top, "
                      "v_top, upside down at, crown at, top with, highest point at, highest "
                      "point with, velocity at the top, top still doing, top it does, top it "
                      "has, top it is doing, top doing, top going"),
    after=vocabulary("at the top, at its top, over the top, at the highest point, at the summit, "
                     "at the crest, at the apex, on top, at top, up top, when upside down, at "
                     "its highest point, in the highest point, at the crown, at the very top"),
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
        vocabulary("loop, loops, loop the loop, looping, loop de loop, vertical loop, loopings, "
                   "loop-the-loop, vertical circle, loopingbahn, looped track, loop track, "
                   "loop's, loops'"),
        vocabulary("complete, completes, completing, release, released, starts, start, height, "
                   "radius, diameter, r, goes, makes, top, contact, enters, entering, round, "
                   "around, let go, rest, h, drops, radii, fall, falls, track, bottom, sends, "
                   "through, dropping, off, hugs, rounds, summit, speed, slides, rolls, rolling, "
                   "sliding, rail, rails, high, tall, stays, upside down, run, runs, gets, "
                   "enter, car, cart, coaster"),
    ),
    helps=vocabulary("loop the loop, radius, released, contact, frictionless, track, completes, "
                     "diameter, top of the loop, loop, loop's, rounds, hugs, sticks, times the "
                     "radius, cart, coaster, loop of, all the way round, marble, all the way "
                     "around"),
    units=frozenset({_METRE, _SPEED}),
    never=vocabulary("string, rope, lasso, bucket, magnet, magnets, plane, aeroplane, airplane, "
                     "aircraft, pilot, wire loop, loop of wire, current, solder, knitting, jet, "
                     "bead on, feedback, spring, motorised, engine, hanging, cable, pendulum"),
    tolerates=("suspension", "air", "rolling", "vehicle", "person", "incline", "change", "flight",
               "machine", "stack",
               "obstacle"),
)  # fmt: skip
IDLE: Final = vocabulary(
    "engine off, engines off, engine switched off, engine turned off, engine stopped, engine idle, "
    "engine in neutral, engine is off, engine being off, without engine, without an engine, "
    "no engine, without engine power, without using the engine, engine at rest, engine cut"
)
# Share of m r² in the moment of inertia, of what rolls round.
ROLLERS: Final = (
    (0.4, "a solid sphere that rolls",
     vocabulary("solid sphere, solid ball, marble, steel ball, ball bearing, billiard ball, solid "
                "rubber ball, bowling ball, solid steel, solid spherical, cannonball, glass ball, "
                "iron ball, metal ball, bearing ball, small solid ball, snooker ball")),
    (2 / 3, "a hollow sphere that rolls",
     vocabulary("hollow sphere, hollow ball, spherical shell, ping pong ball, table tennis ball, "
                "tennis ball, thin shell, basketball, shell, hollow spherical")),
    (1.0, "a hoop that rolls", vocabulary("hoop, ring, thin walled, bicycle wheel, tube, pipe")),
    (0.5, "a disc that rolls",
     vocabulary("cylinder, disc, disk, coin, roller, solid cylinder, can, wheel")),
)  # fmt: skip
