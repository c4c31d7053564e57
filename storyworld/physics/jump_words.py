"""What people say of jumps: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Seen, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ON_FILM: Final = 0.93  # what a film has to show of a height that is only to be reached

TAKEOFF: Final = Slot(
    "takeoff", _SPEED, "take-off speed", 0.01, 20.0,
    before=vocabulary("takeoff speed, take off speed, takeoff speed of, take off speed of, takes "
                      "off at, leaves the ground at, leaves the floor at, upwards at, upward at, "
                      "up at, v, v0, speed, speed of, at, with, velocity of, takeoff velocity of, "
                      "take off velocity, takeoff velocity, takeoff at, launch speed"),
    after=vocabulary("takeoff, take off, upwards, upward"),
    by_unit=True, optional=True,
)  # fmt: skip
ABILITY: Final = Slot(
    "ability", _SPEED, "take-off speed of the best jumpers", 0.01, 20.0,
    default=3.7, default_u=0.12,
    because="nobody leaves the ground faster than about 3.7 m/s from standing",
)  # fmt: skip
ANGLE: Final = Slot(
    "angle", Unit.DEGREE, "take-off angle", 1.0, 89.0,
    before=vocabulary("at an angle of, angle, angle of, at"),
    after=vocabulary("takeoff, angle, to the horizontal, above the horizontal"),
    by_unit=True, optional=True,
)  # fmt: skip
REACH: Final = Slot(
    "reach", _METRE, "length of the jumper's best jump on Earth", 0.1, 50.0,
    span=(3.0, 9.0), because="whether somebody crosses it turns on how well that person jumps",
)  # fmt: skip
OBSTACLE: Final = Slot(
    "obstacle", _METRE, "height of what is jumped onto or over", 0.0, 1e3,
    before=vocabulary("onto a, over a, box of, bar of, box height, bar height, obstacle of, bar "
                      "at, hurdle of, platform of, ledge of"),
    after=vocabulary("box, bar, hurdle, fence, wall, platform, obstacle, table, ledge, bench, "
                     "high box, tall box, high bar, high hurdle, high wall, high fence, crate, "
                     "plyo box"),
    because="whether somebody gets onto or over a thing turns on its height",
)  # fmt: skip
TUCK: Final = Slot(
    "tuck", _METRE, "height of the hips over tucked feet, standing height added", 0.0, 2.0,
    default=0.9, default_u=0.06,
    because="hips stand about a metre up, and tucked feet hang a little below them",
)  # fmt: skip


def _apex(comparison: Comparison, slot: str) -> Seen:
    words = "How high does the jumper rise?"
    if comparison is Comparison.WITHIN:
        return Seen(
            Measure.APEX_HEIGHT, _METRE, ("jumper",), Comparison.AT_LEAST,
            lambda v: _ON_FILM * v[slot], words,
        )  # fmt: skip
    return Seen(Measure.APEX_HEIGHT, _METRE, ("jumper",), comparison, slot, words)


RISE: Final = Reach(
    "rise", _METRE, "rise of the centre of mass", 0.0, 1e4,
    says="The centre of mass rises by",
    at_most=("stays_lower", "jumps_higher"), at_least=("jumps", "exceeds_human"),
    within=("jumps_to", "exceeds_human"),
    before=vocabulary("jumps, jump, jumping, leaps, leap, leaping, goes up, rises, rises by, rise "
                      "of, rise, raises, raise, raising, by, height of, jump of, vertical of, "
                      "vertical leap of, vertical jump of, up, mass rise, reaches, mass by, mass "
                      "rises, mass goes up, gets, hops, to, jump height, jump height of, gains"),
    after=vocabulary("up, high, higher, straight up, vertically, into the air, in the air, off the "
                     "ground, off the floor, above the ground, vertical, vertical leap, vertical "
                     "jump, cm rise, above the floor, rise, upwards, upward, centre of mass rise"),
    by_unit=True, seen=_apex,
)  # fmt: skip
AIR_TIME: Final = Reach(
    "air_time", Unit.SECOND, "time in the air", 0.0, 1e4,
    says="The jumper is in the air for", name="time",
    at_most=("lands_sooner", "stays_longer"), at_least=("in_the_air", "exceeds_human"),
    within=("in_the_air_for", "exceeds_human"),
    before=vocabulary("for, in the air for, hang time, hang time of, flight time, flight time of, "
                      "airborne for, at least, stays up, stays up for, air time of, lasting, "
                      "lasts, time of flight, air time"),
    after=vocabulary("in the air, of hang time, hang time, of air time, airborne, off the ground, "
                     "or longer, flight time, of flight"),
    by_unit=True,
)  # fmt: skip
GAP: Final = Reach(
    "jump_length", _METRE, "width of the gap", 0.0, 1e5,
    says="The jump is long enough for", name="gap", share=0.01,
    at_most=("stays_nearer", "jumps_farther"), at_least=("jumps_far", "exceeds_human"),
    within=("crosses", "exceeds_human"),
    before=vocabulary("long jump of, gap of, distance of, across a, across, wide, length of, jumps "
                      "forward, forward, over a distance of"),
    after=vocabulary("gap, wide, long jump, long, across, far, ditch, stream, wide gap, creek, "
                     "horizontally, forward, chasm, wide ditch, in the long jump, brook, crevasse"),
)  # fmt: skip

WISHES: Final = (
    Wish("gets_over", "does_not_get_over", vocabulary(
        "onto, jumps over, jump over, leaps over, leap over, hops over, jumping over, clears the "
        "bar, clears a bar, clears the hurdle, clears a hurdle, jumps on top of, leap onto, jumps "
        "on a, hop onto, clears a fence, clears the fence, jump on a, clears a wall"
    )),
    Wish("jumps", "stays_lower", vocabulary(
        "jumps, jump, leaps, leap, rises, rise, raises, raise, stays, stay, keeps, reaches, reach, "
        "clears, crosses, cross, hops, manage, manages, lifts, lift"
    ),
        turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("hangs in the air, jump, jumps, jumping, jumped, leap, leaps, leaping, leapt, "
                   "leaped, hop, hops, vertical leap, long jump, high jump, jumper, springs up, "
                   "airborne, dunk, hang time, leaves the floor, leaves the ground, bounds, takes "
                   "off, take off, taking off, leaving the floor, leaving the ground, stays up, "
                   "takeoff, clears, clear"),
        vocabulary("person, people, adult, man, woman, men, women, human, child, boy, girl, kid, "
                   "player, athlete, jumper, dancer, ballerina, gymnast, someone, somebody, he, "
                   "she, his, her, astronaut, teenager, student, teacher, sportsman, sportswoman, "
                   "vertical jump, vertical leap, standing jump, long jump, high jump, champion, "
                   "olympian, nobody, anyone, anybody, everyone, cosmonaut, runner, sprinter, "
                   "basketballer, i, my, unaided, hiker, actor, stuntman, standing long jump, "
                   "centre of mass, center of mass, takeoff speed, volleyball, dancer's, cm rise, "
                   "senior, grandmother, grandfather, soldier, toddler, mother, father, guy, "
                   "ninja, skater, explorer, no one"),
    ),
    helps=vocabulary("centre of mass, center of mass, unaided, standing, vertical jump, from a "
                     "standing start, run up, jumps, high, cm rise, long jump"),
    units=frozenset({_METRE, Unit.SECOND}),
    never=vocabulary("jump start, jumper cable, quantum, hydraulic jump, jump discontinuity, "
                     "electron, price, prices, net force, tensile, pole vaulter, loop, hoop and, "
                     "lands on the mat, ramp, off a cliff, from a cliff, from a bridge, ski jump, "
                     "base jump, bungee jump, from a building, from a roof, from a balcony, off a "
                     "building, off a roof, from a wall, out of a window, from a height, high "
                     "dive"),
    tolerates=("person", "rebound", "change", "flight", "obstacle", "force", "weightless", "stack",
               "fluid",
               "suspension"),
)  # fmt: skip
