"""The words of rolling: slots, limits and what a text about it speaks of."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.dry_friction import friction_slot
from storyworld.physics.family import Slot
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit

_METRE, _DEGREE, _SPEED = Unit.METRE, Unit.DEGREE, Unit.METRE_PER_SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
RAMPS: Final = vocabulary(
    "ramp, ramps, incline, inclines, slope, slopes, hill, inclined plane, plane, plank, board, "
    "track, chute, hillside, downhill, gradient, inclined, sloping, tilted, embankment, slide, "
    "grade, tray, theta, pure rolling, rolls down, rolling down, roll down, rolled down, tilt, "
    "slanted, slanting, slant, bank, mountain, mountainside, driveway, sloped, inclination, "
    "down a street, down the street, down the road, wedge, stairless, ski slope, dune, descent, "
    "planks, boards, tracks, steep, slipway, steepness, pitched, run down, θ, gutter, rail, "
    "angle, alpha, incl, "
    "table top, tabletop, tilted table, "
    "uphill, upslope, rolls up, roll up, rolling up"
)
_GRIP_BECAUSE: Final = "whether a body rolls or slips turns on the friction with the ramp"

ANGLE: Final = Slot(
    "angle", _DEGREE, "ramp angle", 0.1, 85.0,
    before=vocabulary("angle of, angle, at, inclined at, tilted at, sloping at, slope of, theta, "
                      "inclination of, inclination, θ, incline of, incline, tilted by, tilted to, "
                      "ramp angle, slope angle, slope"),
    after=vocabulary("ramp, incline, slope, inclined, hill, plane, plank, angle, steep, board, "
                     "inclination, above the horizontal, to the horizontal, tilt, track"),
    by_unit=True, because="how fast a body gains speed turns on how steep the ramp is",
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "way down the ramp", 0.001, 1e5,
    before=vocabulary("length, length of, ramp of, rolls, roll, rolling, covers, travels, rolled, "
                      "along, over, distance of, distance, goes, l, after rolling, after"),
    after=vocabulary("long, ramp, long ramp, incline, long incline, in length, slope, plank, "
                     "board, down, down the ramp, down a, along, of track, of ramp, of slope, "
                     "track, from the top, of incline, length"),
    by_unit=True, because="how long it takes and how fast it gets turn on how far it rolls",
)  # fmt: skip
HEIGHT: Final = Slot(
    "height", _METRE, "height of the ramp", 0.0005, 1e5, optional=True,
    before=vocabulary("height, height of, h, vertical drop of, drop of, descends, falls, loses, "
                      "descending, dropping, vertical height of, vertical drop, rise of, "
                      "lowered by"),
    after=vocabulary("high, tall, in height, of height, vertically, height, drop, vertical drop, "
                     "above the bottom, lower"),
    because="how fast it gets turns on how far down it goes",
)  # fmt: skip
FRICTION: Final = friction_slot("friction with the ramp", _GRIP_BECAUSE)
# Where a goal is silent of friction its bodies roll: 'rolls' says so.
GRIP: Final = Slot(
    "grip", Unit.ONE, "friction there is", 0.0, 1e3, bounds=frozenset(), default=100.0,
    because="what rolls does not slip unless the goal gives a friction",
)  # fmt: skip
_BETA: Final = "of its mass lying outside: I / (m r²)"
BETA: Final = Slot(
    "beta_1", Unit.ONE, f"share {_BETA}", 0.0, 1e6, bounds=frozenset(),
    because="how fast a round body gains speed turns on its shape: solid or hollow, ball or hoop",
)  # fmt: skip
RIVAL: Final = Slot(
    "beta_2", Unit.ONE, f"the other's share {_BETA}", 0.0, 1e6, bounds=frozenset(), optional=True,
    because="who wins turns on the shape of the other: solid or hollow, ball or hoop",
)  # fmt: skip

TIME: Final = Limit(
    "time", Unit.SECOND, "time to the bottom", 0.001, 1e5,
    says="It is at the bottom after",
    at_most=("in_time", "too_late"), at_least=("takes_longer", "too_soon"),
    within=("takes_so_long", "takes_another_time"), plain=Comparison.WITHIN,
    before=vocabulary("in, within, takes, after, time, t, in under, in less than, needs, "
                      "bottom in, time of, t bottom, t end, t down, bottom after, t foot, t total, "
                      "run time, travel time, descent time, takes it"),
    after=vocabulary("to the bottom, to reach the bottom, to roll down, later, to get down"),
    by_unit=True,
)  # fmt: skip
SPEED: Final = Limit(
    "speed", _SPEED, "speed at the bottom", 0.001, 1e4,
    says="At the bottom it moves at",
    at_most=("stays_slow", "too_fast"), at_least=("gets_fast", "too_slow"),
    within=("reaches_speed", "misses_speed"), plain=Comparison.WITHIN,
    before=vocabulary("v bottom, v end, v f, v final, final speed of, final speed, exit speed, "
                      "speed of, at, reaches, speed, velocity of, doing, moving at, travelling at, "
                      "velocity, v, going"),
    after=vocabulary("at the bottom, at the end, by the bottom, at the foot"), by_unit=True,
)  # fmt: skip
ACCELERATION: Final = Limit(
    "acceleration", _ACCELERATION, "acceleration down the ramp", 0.0001, 100.0,
    says="It gains speed at",
    at_most=("gently", "too_hard"), at_least=("hard", "too_gently"),
    within=("accelerates_so", "accelerates_otherwise"), plain=Comparison.WITHIN,
    before=vocabulary("acceleration, acceleration of, accelerates at, accelerating at, a, "
                      "accelerates down at, gains speed at, accelerate at, accelerates"),
    after=vocabulary("acceleration, down the ramp, of acceleration"), by_unit=True,
)  # fmt: skip
LIMITS: Final = (TIME, SPEED, ACCELERATION)

NO_SLIP: Final = vocabulary(
    "without slipping, without slip, without any slipping, without sliding, without skidding, "
    "no slipping, no slip, pure rolling, rolls purely, purely rolls, never slips, does not slip, "
    "doesn't slip, do not slip, don't slip, not slip, not slipping, rolls cleanly, "
    "without any slip, without losing grip, never slip, keeps rolling, stays rolling, "
    "keeps its grip, not skid, never skids, not skidding, no skidding, without any sliding, "
    "not slide, neither slips, none slips, no skid, no skidding, nobody skids, nobody slips, none "
    "of them slips, without slippage, no slippage, without losing traction, grips all the way, "
    "grips throughout, slip free, clean rolling, true rolling, neither of them slips, slipless, "
    "rolls properly, neither skids, nothing slips, rolling condition holds"
)
SLIPPING: Final = vocabulary(
    "slips, slip, slipping, skids, skid, skidding, slides, sliding, slid, slipped, skidded, "
    "loses grip, loses its grip, slide, slither, slithers, loses traction, lose traction, "
    "starts to slide, does not roll purely, skitters"
)  # fmt: skip
_WAYS_UP: Final = vocabulary(
    "ramp, slope, incline, hill, plane, plank, board, track, hillside, slide, inclined, chute, "
    "embankment, bank, steep, tilted, mountain, grade, driveway, sloping, rise"
)
UPHILL: Final = (
    *(f"up {a}{way}" for a in ("", "a ", "an ", "the ", "its ", "this ", "that ")
      for way in _WAYS_UP),
    *vocabulary(
        "rolls up, roll up, rolling up, rolls uphill, roll uphill, rolled up, rolls upwards, "
        "climbs, climbs up, rolling uphill, climb, ascends, rolls to the top, reaches the top, "
        "rolls back up, rolls upward, runs uphill, runs up, to the top, from the bottom, uphill, "
        "back up, itself up, its way up, themselves up, upslope, upwards, upward, ascend, "
        "climbing, ascending, against gravity, goes up, moves up, comes up, travels up, up hill, "
        "creeps up, gains height, gets higher, ends up higher, higher than it started"),
)  # fmt: skip
# What is carried up has not rolled there.
CARRIED: Final = frozenset(
    vocabulary("take, takes, taken, taking, carry, carried, carries, bring, brings, brought, put, "
               "haul, hauled, lug, lugged, place, placed, lift, lifted, walk, walks, set, held, "
               "from, starting, hoisted, start, starts, started, released, pick, picks, speeds")
)  # fmt: skip
_GOING: Final = vocabulary(
    "roll, rolls, rolling, go, goes, get, gets, come, comes, run, runs, travel, travels, descend, "
    "descends, make it, makes it, move, moves, rolled"
)
_PURELY: Final = tuple(
    phrase for phrase in NO_SLIP if phrase.split()[0] in {"without", "no", "cleanly", "properly"}
)
_PARTS: Final = frozenset({".", ";", ":", ",", "and", "but", "while", "when", "as", "if"})
_FAR: Final = 18


def only_slipping(words: Words) -> bool:
    """Whether it is denied that a body rolls without slipping: 'cannot roll without slipping'.

    Not in 'does not skid as it rolls down without losing grip': there it is the skidding.
    """
    for place in (place for verb in _GOING for place in words.places(verb)):
        lead = {t.text for t in words.tokens[max(0, place - 5) : place]}
        if not words.negated(place) or lead.intersection(SLIPPING):
            continue
        last = place + 1
        while last < min(place + _FAR, len(words.tokens)) and words.tokens[last].text not in _PARTS:
            last += 1
        if any(place < at < last for phrase in _PURELY for at in words.places(phrase)):
            return True
    return False


WISHES: Final = (
    Wish("rolls_down", "stays", vocabulary(
        "rolls down, roll down, rolling down, rolled down, rolls downhill, rolls to the bottom, "
        "runs down, starts rolling, starts to roll, begins to roll, rolls the whole, rolls all, "
        "reaches the bottom, rolls from the top, gets to the bottom, rolls along, reach the "
        "bottom, rolls off down, rolls right down, roll to the bottom")),
    Wish("rolls_up", "rolls_down", UPHILL),
    Wish("stays", "rolls_down", vocabulary(
        "stays, stay, remains, stays put, remains at rest, stands still, does not move, remain, "
        "motionless, rests, never moves, stays at rest, remains still, not move, stays still, "
        "sits still, sits there, won't move, doesn't move, standing still, stays where")),
)  # fmt: skip
_ROUND: Final = vocabulary(
    "ball, balls, sphere, spheres, globe, orb, marble, marbles, boulder, cannonball, cylinder, "
    "cylinders, roller, rollers, drum, drums, barrel, barrels, disc, discs, disk, disks, coin, "
    "coins, log, hoop, hoops, ring, rings, rim, rims, pipe, pipes, tube, tubes, shell, shells, "
    "wheel, wheels, tyre, tire, can, cans, rod, basketball, volleyball, football, spool, bead, "
    "round thing, round object, round body, rolling object, rolling body, round item, bar, dowel, "
    "bangle, bracelet, beads, broomstick, billet, logs, tyres, tires, spools, rods, boulders, "
    "round one, cannonballs"
)
_DOING: Final = vocabulary(
    "roll, rolls, rolling, rolled, beats, beat, wins, win, race, races, racing, raced, first, "
    "loses, lose, last, down, ties, tie, slip, slips, slipping, outruns, faster, slower, sooner, "
    "arrives, arrive, reach, reaches, finishes, finish, stays, remains, rest, accelerates, "
    "released, placed, behind, ahead, skids, slides, climbs, uphill, "
    "let go, lower end, come off, comes off, bottom, foot, get to, gets to, trundle, trundles, "
    "ahead of, pulls away, beaten, overtaken, left behind, in front, home, speeds, gets down, "
    "descends"
)
# What the equation does not decide: other starts, other ramps, what is inside, what else turns.
CONTRARY: Final = vocabulary(
    "twice as, twice the speed, twice the time, twice the acceleration, twice its, "
    "head start, shallow, shallower, gentler, another ramp, other ramp, separate ramps, "
    "steeper, longer ramp, shorter ramp, different ramps, different slopes, "
    "initial push, running start, given a push, already moving, already rolling, "
    "sand, mud, honey inside, grass, carpet, snow, brake, brakes, motor, kinetic energy, "
    "off centre, off center, lopsided, weighted, loaded, constant speed, constant velocity, "
    "rolling resistance, air resistance, stops halfway, rolls back, turns, spins backwards, "
    "jumps, bounces, wobbles, falls over, breaks, shatters, floats, flies, string, partway, "
    "farther, further, higher than, halfway, oval, egg shaped, square, dented, sticky, "
    "glued, blocked, chocked, wedged, "
    "tied, chock, stopper, magnet, backspin, initially, thrown, kicked, momentum, higher up, "
    "opposite directions, heats up, melts, half way, lower down, from higher, downhill start"
)

# Passive: 'is beaten to the bottom by the ball'.
BEATEN: Final = frozenset(
    vocabulary("beaten, overtaken, outrun, outpaced, outraced, outrolled, passed, defeated, "
               "bested, "
               "left, pipped, overhauled, outstripped")
)  # fmt: skip
# Whoever holds it lets it go in the end.
LET_GO: Final = vocabulary("released, let go, lets go, release, letting go, until, set free, freed")
# What sloshes inside turns otherwise, unless it is frozen.
LIQUIDS: Final = vocabulary("soup, broth, liquid, juice, beer, soda, cola, lemonade, full of "
                            "water, "
                            "filled with water, milk, beans")  # fmt: skip

# Who is first: between two bodies, behind one, and of all.
BEATS: Final = vocabulary(
    "beats, beat, beating, outruns, outrun, outpaces, outraces, outrolls, outrace, outroll, "
    "overtakes, overtake, passes, defeats, defeat, wins against, wins over, win against, "
    "ahead of, "
    "before, sooner than, faster than, quicker than, earlier than, more quickly than, "
    "in front of, "
    "more rapidly than, leaves behind, faster down, swifter than, gets ahead of, outstrips, "
    "outdistances, pulls away from, faster acceleration than, greater acceleration than, "
    "larger acceleration than, higher acceleration than, higher speed than, bigger acceleration "
    "than, greater speed than, less time than, shorter time than, is quicker than, bests, "
    "takes the lead over, makes it down ahead of, ahead on, "
    "won against, overtook, won over, reached the bottom before"
)
LOSES: Final = vocabulary(
    "loses to, lose to, loses against, lose against, losing to, beaten by, slower than, behind, "
    "after, later than, lags, trails, overtaken by, defeated by, outrun by, more slowly than, "
    "outpaced by, passed by, smaller acceleration than, lower acceleration than, less "
    "acceleration than, more time than, longer than, lower speed than, left behind by, "
    "lost to, lost against"
)
FIRST: Final = vocabulary(
    "first, wins, win, winning, takes it, takes the race, fastest, quickest, the winner, winner, "
    "comes out on top, earliest, soonest, triumphs, takes first place, in front, is ahead, "
    "gets ahead, pulls ahead, greatest acceleration, the lead, victorious, prevails, in the lead, "
    "faster, sooner, quicker, earlier, stays ahead, is in the lead, gold, victory, race goes to, "
    "is the victor, the victor, victor, leads, leading, comes home first, crosses the line first, "
    "champion, gets home first, fastest down, comes in first, ahead, "
    "first home, home first, first place, crosses first, finishes first, comes first, beats them "
    "all, beats all, first past, "
    "won, came first, finished first, arrived first, got there first"
)
LAST: Final = vocabulary(
    "last, loses, lose, loser, slowest, falls behind, lags behind, brings up the rear, slower, "
    "latest, is behind, later, trails behind, is left behind, lagging, the rear, dead last, "
    "trails, "
    "trailing, comes off worse, the slower, comes home last, loses out, tardier, lags, hindmost, "
    "is beaten, gets beaten, "
    "lost, came last, finished last, arrived last"
)
SECOND: Final = vocabulary(
    "comes second, comes in second, arrives second, finishes second, gets there second, is second, "
    "second place, runner up, the second to arrive, in the middle, second best, takes silver, "
    "placed second, second to reach, second to get, in second, silver, second to finish, "
    "is the second, takes second"
)
TIE: Final = vocabulary(
    "tie, ties, tied, same time, together, simultaneously, dead heat, neck and neck, "
    "side by side, draw, equal times, as fast as, as quickly as, same moment, same instant, "
    "same acceleration, equally fast, equally quickly, keeps up with, keep pace, keeps pace, "
    "neither wins, no winner, nobody wins, equal time, abreast, level with, exactly as fast, "
    "same speed, stay level, stays level, neither beats, neither arrives, neither gets, equally "
    "quick, in equal times, draws, photo finish, all square, no difference, in step, matches, "
    "match, as quick as, in the same time, at one time, level pegging, coincide, coincides, "
    "at one and the same time, no faster and no slower, the same arrival time, arrival times are "
    "equal, synchronously, in sync, equal arrival, same speeds, as soon as, identical times, "
    "identical time, equal speed, equal speeds, in unison"
)
# That something is compared is certain with these, though it may not be read with whom.
COMPARES: Final = tuple(p for p in (*BEATS, *LOSES, *TIE) if p not in {
    "after", "before", "behind", "later than", "before the", "together", "draw", "ahead", "match",
    "matches", "in step", "passes", "leads", "coincide", "as soon as", "at one time", "equal times",
    "same time", "same moment", "same instant", "trails", "lags", "same speed", "draws", "in "
    "unison",
    "side by side", "no difference"})  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(RAMPS, _ROUND, tuple(dict.fromkeys((*_DOING, *BEATS, *LOSES, *FIRST, *LAST)))),
    helps=vocabulary("rolls, roll, rolling, without slipping, beats, race, down, ramp, hoop, "
                     "sphere, solid, hollow, cylinder, rim, ring, disc, disk, marble, pipe, ball, "
                     "skid, skids, "
                     "slip, slips, rolls, skidding, slipping"),
    units=frozenset({_DEGREE}),
    never=vocabulary(
        "loop, gap, cliff, off the edge, over the edge, table edge, off a table, off the table, "
        "launches, launched, flies, bounces, bounce, curve, bend, "
        "banked, domino, dominoes, dominos, pins, pulley, seesaw, pendulum, egg, eggs, yo yo, "
        "hits a, jumps, pushes, car, truck, cart, wagon, bus, trolley, skateboard, rocket, "
        "jet, drone, winch, airplane, "
        "aeroplane, bicycle wheel spins, loses weight, stops after, "
        "rolls off the, quarter pipe, half pipe, bowl, tips over, topples, gripper, water pipe, "
        "loop the loop, thrown, drops off, light ray, ray, mirror, lens, projectile"
    ),
    tolerates=("rolling", "incline", "person", "change", "vehicle", "machine"),
)  # fmt: skip
