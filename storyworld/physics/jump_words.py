"""What people say of jumps: the quantities a goal gives or asks for, and the words for them."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Seen, Speaks, Wish
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.physics.timing import aloft, only_where, reached, stated
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
                      "up at, v, v0, speed, speed of, at, with, velocity of, takeoff velocity "
                      "of, take off velocity, takeoff velocity, takeoff at, launch speed, lift "
                      "off speed, lift off speed of, leaving the ground at, leaving the floor "
                      "at, leaving at, leaves at, pushes off at, pushing off at, push off speed "
                      "of, push off speed, pushes off with, takes off with, take off at, taking "
                      "off at, taking off with, jumps at, jumps off at, jumps up at, springs up "
                      "at, launches himself at, launches herself at, launches at, upward speed, "
                      "upward speed of, vertical speed, vertical speed of, vertical velocity, "
                      "vertical velocity of, initial speed, initial speed of, initial velocity, "
                      "initial velocity of, v takeoff, v_takeoff, v_0, off the ground at, off "
                      "the floor at, off at, vertically at, departure speed, departure speed of, "
                      "ground at, floor at, take off speed is, rate of"),
    after=vocabulary("takeoff, take off, upwards, upward, take off speed, takeoff speed, at "
                     "takeoff, at take off, at lift off, when leaving, off the ground, straight "
                     "up, vertically, at the moment"),
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
                      "at, hurdle of, platform of, ledge of, on top of a, up onto a, up on a, "
                      "onto the, over the, box height of, step of, crate of, wall of, table of, "
                      "fence of, roof, height of the box, height of the wall, box is, wall is, "
                      "table is, platform at, ledge at, hurdle at, bar is, onto a ledge, "
                      "obstacle height, top of a, clears a, clear a, clears the, stool of, bench "
                      "of, rope at, bar height of, balcony, lintel at, gate of"),
    after=vocabulary("box, bar, hurdle, fence, wall, platform, obstacle, table, ledge, bench, "
                     "high box, tall box, high bar, high hurdle, high wall, high fence, crate, "
                     "plyo box, stool, step, kerb, curb, gate, hedge, roof, balcony, garage "
                     "roof, shed, rope, string, chair, pile, stack, high platform, high ledge, "
                     "high step, high table, high roof, tall wall, tall fence, tall hurdle, high "
                     "bench, high bank, high stool, block, high gate, counter, worktop, car "
                     "roof, shelf, high kerb, off the floor, barrier, lorry, van, elephant, "
                     "plinth, podium, stage, high stage, high stack, tall crate, high crate, "
                     "high balcony"),
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


_MASS: Final = forms(
    "mass, gravity, com, cm, cog, body, hips, centre, head, waist, pelvis, herself, himself, "
    "themselves, oneself",
    "up, rises, rise, climbs, goes up, moves up, lifts, is raised, is lifted, gains, ascends, "
    "rising, higher, rose, to, soars, comes up, +, upward, upwards, gets up, climbing, by",
)
RISE: Final = Reach(
    "rise", _METRE, "rise of the centre of mass", 0.0, 1e4,
    says="The centre of mass rises by",
    at_most=("stays_lower", "jumps_higher"), at_least=("jumps", "exceeds_human"),
    within=("jumps_to", "exceeds_human"),
    before=_MASS + vocabulary("jumps, jump, jumping, leaps, leap, leaping, goes up, rises, rises "
                              "by, rise of, rise, raises, raise, raising, by, height of, jump "
                              "of, vertical of, vertical leap of, vertical jump of, up, mass "
                              "rise, reaches, mass by, mass rises, mass goes up, gets, hops, to, "
                              "jump height, jump height of, gains, springs up, springs, sprung "
                              "up, bounds, bounds up, hops up, hopping, hop, hop of, hops up by, "
                              "leap of, leaps up, leaps up by, jumped, leapt, leaped, jumps up, "
                              "jumps up by, jump by, jumps by, jumps as high as, as high as, "
                              "higher than, goes up by, goes, up by, lifts, lift, lifts herself, "
                              "lifts himself, lifts off, elevation, elevation of, elevates, com "
                              "+, com rise, com rise of, com rise is, cm rise of, cm rise, cm +, "
                              "com height gain, gain of, gain, gravity climbs, gravity rises, "
                              "gravity by, gravity goes up, gravity up, gravity rises by, "
                              "gravity up by, vertical, vertical jump height, vertical jump "
                              "height of, vertical rise, vertical rise of, clears, clear, "
                              "manages, manage, makes, make, achieves, achieve, attains, attain, "
                              "exceeds, exceed, exceeding, tops, climbs, climbs by, soars, "
                              "ascends, apex, apex of, apex at, peak, peak of, peak height, peak "
                              "height of, h, h_max, h max, height, height is, height gained, "
                              "get, gets up, gets up to, get up to, jump is, jump reaches, leap "
                              "reaches, leaping up, jumping up, beyond, over, past, above, "
                              "flight height of, flight height, as much as, at least, upward by, "
                              "upwards by, straight up by"),
    after=vocabulary("up, high, higher, straight up, vertically, into the air, in the air, off "
                     "the ground, off the floor, above the ground, vertical, vertical leap, "
                     "vertical jump, cm rise, above the floor, rise, upwards, upward, centre of "
                     "mass rise, upwards into, off the deck, above floor, above ground, above "
                     "the floor level, off his feet, off her feet, off the surface, jump, leap, "
                     "hop, of vertical, of vertical leap, of jump, of height, of rise, of lift, "
                     "of elevation, into the sky, skyward, skywards, aloft, vertical rise, "
                     "straight upwards, clear of the ground, clear of the floor, above standing, "
                     "above the bed, com rise, above its standing height, above standing height, "
                     "of air, from the ground, from the floor, with the centre, with his centre, "
                     "with her centre"),
    by_unit=True, seen=_apex,
)  # fmt: skip


def _in_the_air(comparison: Comparison, slot: str) -> Seen:
    comparison, limit = reached(comparison, stated(slot))
    return aloft(comparison, only_where(_on_the_spot, limit), "jumper")


def _on_the_spot(v: Mapping[str, float]) -> float:
    """Whether the film shows as high a jump as there can be: not one across, nor so high only."""
    others = (f"{n}_{which}" for n in ("gap", "rise") for which in ("min", "max", "about"))
    return float(not any(name in v for name in others))


AIR_TIME: Final = Reach(
    "air_time", Unit.SECOND, "time in the air", 0.0, 1e4,
    says="The jumper is in the air for", name="time",
    at_most=("lands_sooner", "stays_longer"), at_least=("in_the_air", "exceeds_human"),
    within=("in_the_air_for", "exceeds_human"),
    before=vocabulary("for, in the air for, hang time, hang time of, flight time, flight time "
                      "of, airborne for, stays up, stays up for, air time of, lasting, lasts, "
                      "time of flight, air time, flight time is, flight time at, hang time is, "
                      "air time is, airtime, airtime of, airtime is, hangtime, hangtime of, "
                      "floats for, hovers for, off the ground for, off the floor for, off her "
                      "feet for, off his feet for, feet leave the ground for, above the ground "
                      "for, no contact for, without ground contact for, up for, in flight for, "
                      "flying for, aloft for, takes, lasted, time off the ground, duration, "
                      "duration of, t_flight, t flight, t, t_air, up in the air for, lands "
                      "after, back on the ground after, down after, touches down after, flight "
                      "of, aerial phase of, aerial phase, takes him, takes her, keeps him up, "
                      "keeps her up, time aloft, time in the air, in the air, land after, flight "
                      "lasts, jump lasts, comes down after"),
    after=vocabulary("in the air, of hang time, hang time, of air time, airborne, off the "
                     "ground, or longer, flight time, of flight, of flight time, of airtime, "
                     "airtime, hangtime, of hangtime, aloft, off the floor, up in the air, in "
                     "flight, before landing, without touching, before touching, until landing, "
                     "until she lands, until he lands, later, before coming down, of time in the "
                     "air, of being airborne, of time off the ground, before he lands, before "
                     "she lands, off her feet, off his feet, clear of the ground"),
    by_unit=True,
    seen=_in_the_air,
)  # fmt: skip
GAP: Final = Reach(
    "jump_length", _METRE, "width of the gap", 0.0, 1e5,
    says="The jump is long enough for", name="gap", share=0.01,
    at_most=("stays_nearer", "jumps_farther"), at_least=("jumps_far", "exceeds_human"),
    within=("crosses", "exceeds_human"),
    before=vocabulary("long jump of, gap of, distance of, across a, across, wide, length of, "
                      "jumps forward, forward, over a distance of, over a gap of, ditch of, "
                      "stream of, crevasse of, chasm of, width of, jump of, leap of, leaps, long "
                      "jump, jumps a distance of, covers, cover, clears a gap of, far as, as far "
                      "as, horizontally, horizontal distance, horizontal distance of, horizontal "
                      "jump of, jump length, jump length of, jump distance, jump distance of, "
                      "broad jump, broad jump of, gap is, gap width, gap width of, ditch is, "
                      "river, trench of, brook of, lands, puddle, puddle of, canyon, over the, "
                      "bridges, spans, forward jump of, forwards, ahead by"),
    after=vocabulary("gap, wide, long jump, long, across, far, ditch, stream, wide gap, creek, "
                     "horizontally, forward, chasm, wide ditch, in the long jump, brook, "
                     "crevasse, broad, wide stream, wide brook, wide river, wide trench, wide "
                     "canyon, wide chasm, wide puddle, wide crevasse, wide pit, puddle, pit, "
                     "trench, river, canyon, abyss, canal, wide canal, apart, away, on the other "
                     "side, broad ditch, far from, further on, from the take off, from takeoff, "
                     "in one leap, from a standing start, of water, of horizontal distance, "
                     "beyond the board, past the board, from the board, between the roofs, "
                     "between two roofs, between the rooftops, into the pit, in length, down the "
                     "pit, of ditch"),
)  # fmt: skip

WISHES: Final = (
    Wish("gets_over", "does_not_get_over", vocabulary(
        "onto, jumps over, jump over, leaps over, leap over, hops over, jumping over, clears the "
        "bar, clears a bar, clears the hurdle, clears a hurdle, jumps on top of, leap onto, "
        "jumps on a, hop onto, clears a fence, clears the fence, jump on a, clears a wall, up "
        "onto, on top of, hops onto, leaps onto, jumps up on, jumps up onto, jumps on top, hops "
        "on, hops up on, vaults over, leaps on top of, clears the top of, gets over, gets onto, "
        "gets up on, makes it over, makes it onto, lands on top, springs over, springs onto, "
        "bounds over, bounds onto, leaps up to, jumping onto, jumping on top, leaping over, "
        "leaping onto, hopping onto, hopping over, clears the gate, clears a gate, clears the "
        "rope, clears the obstacle, clears an obstacle, clear the bar, clear a bar, clear a "
        "fence, clear a hurdle, clear a wall, clear the wall, clear the fence, clear the hurdle, "
        "hurdles a, hurdles the, jump onto, jump on top of, jump up onto, hop over, over the "
        "bar, over the fence, over the wall, over the hurdle, over a fence, over a wall, over a "
        "bar, over a hurdle, to the top of, up to the top of, on the top of, atop"
    )),
    Wish("jumps", "stays_lower", vocabulary(
        "jumps, jump, leaps, leap, rises, rise, raises, raise, stays, stay, keeps, reaches, "
        "reach, clears, crosses, cross, hops, manage, manages, lifts, lift, jumped, leapt, hop, "
        "springs, spring, bounds, climbs, climb, exceeds, exceed, tops, makes, make, is "
        "airborne, be airborne, hangs, hang, lifting, raising, rising, crossing, clear, "
        "clearing, achieves, achieve, attains, attain, ascends, ascend, bring, brings, gains, "
        "gain, spends, spend, remains, remain, lasts, last, takes, take, elevates, elevate, "
        "soars, soar, moves, move, comes, come, covers, cover, leave the ground, stay up, stays "
        "up"
    ),
        turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("hangs in the air, jump, jumps, jumping, jumped, leap, leaps, leaping, leapt, "
                   "leaped, hop, hops, vertical leap, long jump, high jump, jumper, springs up, "
                   "airborne, dunk, hang time, leaves the floor, leaves the ground, bounds, "
                   "takes off, take off, taking off, leaving the floor, leaving the ground, "
                   "spring, "
                   "stays up, takeoff, clears, clear, springs, spring up, bounds over, bounding, "
                   "jumpers, leaper, lifts off, lift off, push off, pushes off, pushing off, off "
                   "the ground, off the floor, vertical jump, standing jump, vertical test, "
                   "hopping, hopped, sprang, sprung, off her feet, off his feet, launches "
                   "himself, launches herself, airtime, air time, clearing, long jumper, high "
                   "jumper, takes to the air, standing leap, pushed off, bounces up, skips over, "
                   "springing, springing up, bounds up, vaults, on a trampoline, from a "
                   "trampoline, off a trampoline, big trampoline, by a trampoline, jumper's, "
                   "leaper's, jumpers'"),
        vocabulary("person, people, adult, man, woman, men, women, human, child, boy, girl, kid, "
                   "player, athlete, jumper, dancer, ballerina, gymnast, someone, somebody, he, "
                   "she, his, her, astronaut, teenager, student, teacher, sportsman, "
                   "sportswoman, vertical jump, vertical leap, standing jump, long jump, high "
                   "jump, champion, olympian, nobody, anyone, anybody, everyone, cosmonaut, "
                   "runner, sprinter, basketballer, i, my, unaided, hiker, actor, stuntman, "
                   "standing long jump, centre of mass, center of mass, takeoff speed, "
                   "volleyball, dancer's, cm rise, senior, grandmother, grandfather, soldier, "
                   "toddler, mother, father, guy, ninja, skater, explorer, no one, grown up, "
                   "grownup, adults, humans, human being, human beings, girls, boys, kids, "
                   "children, teen, teens, teenagers, students, players, athletes, jumpers, "
                   "dancers, gymnasts, acrobat, acrobats, grandson, granddaughter, grandma, "
                   "grandpa, brother, sister, son, daughter, uncle, aunt, neighbour, neighbor, "
                   "goalkeeper, keeper, striker, footballer, boxer, climber, nurse, worker, "
                   "plumber, firefighter, policeman, officer, thief, burglar, parkour, traceur, "
                   "trainee, volunteer, subject, test subject, test person, participant, "
                   "patient, pensioner, youngster, lad, lass, baby, bride, monk, coach, trainer, "
                   "rookie, recruit, crew member, colonist, settler, tourist, climber's, "
                   "swimmer, skier, sprinters, hurdler, we, me, you, your, them, their, herself, "
                   "himself, somebody's, one's, legs, leg power, no human, mortal, ordinary "
                   "mortal, both feet, standstill, standing start, ladies, gentleman, lady, "
                   "guys, pupil, pupils, champion's, hero, heroine, jogger, commuter, hobbyist, "
                   "amateur, professional, pro, physicist, engineer, journalist, cyclist, "
                   "postman, waiter, cook, clown, prince, king, queen, knight, wrestler, tennis "
                   "player, messi, michael, hers, grandad, parent, sibling, schoolboy, "
                   "schoolgirl, schoolchild, jumper's, person's, man's, woman's, athlete's, "
                   "player's, girl's, boy's, student's, gymnast's, human's, astronaut's, "
                   "child's, adult's, teenager's"),
    ),
    helps=vocabulary("centre of mass, center of mass, unaided, standing, vertical jump, from a "
                     "standing start, run up, jumps, high, cm rise, long jump, centre of "
                     "gravity, center of gravity, both feet, no run up, standstill, unassisted, "
                     "without help, airborne, off the ground, vertical leap, standing jump, hang "
                     "time, leaps, hops, on the spot, onto, jump, springs, springs straight up, "
                     "from standing, com"),
    units=frozenset({_METRE, Unit.SECOND}),
    never=vocabulary("jump start, jumper cable, quantum, hydraulic jump, jump discontinuity, "
                     "electron, price, prices, net force, tensile, pole vaulter, loop, hoop and, "
                     "lands on the mat, ramp, off a cliff, from a cliff, from a bridge, ski "
                     "jump, base jump, bungee jump, from a building, from a roof, from a "
                     "balcony, off a building, off a roof, from a wall, out of a window, from a "
                     "height, high dive, swing, swings, pendulum, pulley, seesaw, loop the loop, "
                     "elevator, lift shaft"),
    tolerates=("person", "rebound", "change", "flight", "obstacle", "force", "weightless", "stack",
               "spring", "fluid", "vehicle",
               "suspension"),
)  # fmt: skip
