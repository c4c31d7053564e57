"""The words by which a throw straight up, or under a ceiling, is known."""

from typing import Final

from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

THROWN: Final = vocabulary(
    "thrown, throws, throw, launched, launches, launch, tossed, tosses, toss, shot, fired, "
    "fires, kicked, hurled, flung, lobbed, projected, leaves, sent, jet, shoots, throwing, "
    "tossing, launching, shooting, firing, kicking, kick, kicks, hurl, hurls, fling, flings, "
    "lob, lobs, chuck, chucks, chucked, flip, flips, flipped, flick, flicks, flicked, popped, "
    "pops, loosed, looses, hit, batted, struck, leaving, goes, going, go, sends, send, up it "
    "goes, bowled, headed, pitched, catapulted, blasted, propelled, starts, starting, released, "
    "rising at, heads, launch speed, v0, moving, travelling, punted, punts, serves, served, v "
    "up, shoot, fire, volleyed, takes off, take off, ejected, spat, initial speed, initial "
    "velocity, throwed, directed, let fly, juggles, served up, flies, flying, cast, heaved, "
    "heaves, muzzle velocity, launch velocity, flare, juggler"
)
UPWARD: Final = vocabulary(
    "straight up, straight upward, straight upwards, vertically, upward, upwards, directly up, "
    "up into the air, vertically upward, into the air, vertical, skyward, skywards, heavenward, "
    "up in the air, up it goes, straight into the sky, straight into the air, up into the sky, v "
    "up, throw up, throwing up, thrown up, throws up, toss up, tossed up, tosses up, tossing up, "
    "overhead, plumb up, right up, up at, up with, goes up, going up, goes straight, shot up, "
    "launched up, 90 degrees, perpendicularly, up from"
)
STRAIGHT_UP: Final = vocabulary(
    "straight up, straight upward, straight upwards, vertically upward, vertically upwards, "
    "vertically up, directly upward, directly upwards, directly up"
)
# What drives it up before its speed is given.
BLOWN: Final = ("blown", "blows", "blew")
EQUALS: Final = vocabulary(
    "height is, height =, height equals, height :, apex is, apex =, apex :, peak is, h max =, "
    "apex equals, point is, height must be, height comes to, rise of exactly, height amounts to, "
    "height works out at, h max is, height will be"
)
# Where a throw may end from below, or how high it is at most.
OVERHEAD: Final = vocabulary(
    "ceiling, peak, peaks, apex, maximum height, highest point, max height, top of its flight, "
    "top of its arc, rafters, roof beams, topmost point, top of its path, summit of its path, "
    "peak height, apex height, highest, top of the arc, roof of the hall, greatest height, "
    "sports hall, beams, summit, tops out, roof beam, vertex, culminates, h max, hmax, y max, "
    "ymax, zenith, chandelier"
)
NEVER: Final = vocabulary(
    "drone, quadcopter, helicopter, a lift, the lift, goods lift, hoist, winch, bird, "
    "string, tether, tied, cord, bungee, elastic, spring, rocket, jump, jumps, person jumps, "
    "degrees upward, wall, gap, downward, downwards, horizontal, away, distance, jet, fountain, "
    "compressed, trampoline, bounces, elevator, straight down, horizontally, jumper, leap, "
    "leaps, hop, hops, car, loop, range, leaps up, ramp, incline, pendulum, rope, jumping, "
    "rebounds, bounce, swing, swings, weight vest, bullet hits, slope, thrust, exhaust, hose, "
    "spray, stream of water, nozzle"
)
NEVER_OVERHEAD: Final = vocabulary(
    "spring, rocket, jump, jumps, gap, downward, downwards, away, jet, water, fountain, "
    "compressed, trampoline, bounces, elevator, straight down, jumper, leap, leaps, loop, range, "
    "lands, distance, far, ramp, incline, pendulum, rope, swing, swings, dropped, falls from, "
    "released, bounce, rebounds, thrust, bob, collides, collision, wall, balloon, string, truck, "
    "car, helium, fence"
)
SPEED_BEFORE: Final = vocabulary(
    "thrown at, at, speed of, speed, velocity of, velocity, launched at, v, v0, upward at, "
    "upwards at, up at, with, initial speed of, straight up at, v up, v 0, launch speed, launch "
    "speed of, u, up with, upwards with, upward with, initial speed, initial velocity, initial "
    "velocity of, doing, vy, v y, take off speed of, bat with, bat at, hand at, hand with, "
    "muzzle velocity, muzzle velocity of, start speed, start speed of, exit speed, exit speed "
    "of, going, moving at"
)
SPEED_AFTER: Final = vocabulary(
    "upward, upwards, launch speed, straight up, up, initially, initial speed, vertically, "
    "vertical, skyward, speed, at the start, take off"
)
ANGLE_BEFORE: Final = vocabulary(
    "angle of, angle, at, and, theta, θ, elevation, elevation of, launch angle, launch angle of, "
    "under, inclined at, aimed at, angle is, alpha, α, pointed at"
)
ANGLE_AFTER: Final = vocabulary(
    "angle, above the horizontal, upward, launch angle, elevation, upwards, above horizontal, to "
    "the horizontal, from the horizontal, to the floor, to the ground, above level, up, of "
    "elevation"
)
HEIGHT_BEFORE: Final = vocabulary(
    "from a height of, from, launch height of, release height of, released at, launched from, "
    "thrown from, starting at, edge of a, top of a, from a, launch height, release height, y0, "
    "h0, off a, initial height of, initial height, starts at, hand at, from the edge of a, from "
    "the top of a, start height, roof of a, lets go at, cliff edge, from a cliff edge, cliff "
    "top, edge of the, top of the"
)
HEIGHT_AFTER: Final = vocabulary(
    "above the ground, above ground, high roof, high platform, tower, balcony, platform, roof, "
    "cliff, high cliff, high tower, high balcony, tall tower, tall cliff, tall building, high "
    "building, bridge, high bridge, launch height, up on, building, above the water, above the "
    "street, above the beach, off the ground, scaffold, above sea level, above the sea, above "
    "the river, above the lake, above the valley, above the lawn, above the sand, above the "
    "pavement, above sea"
)
APEX_BEFORE: Final = vocabulary(
    "reaches, reach, height of, rises, rises to, rise to, climbs to, gets to, to, goes, higher "
    "than, peaks at, peak of, apex of, maximum height of, past, tops out at, stays below, hits, "
    "touches, clears, apex, peak, peak height, peak height of, apex height, apex height of, "
    "maximum height, max height, max height of, maximum height is, height, climbs, attains, a "
    "height of, gets up to, gets as high as, rising to, reaching, level with, tops, up to, "
    "above, below, highest point, highest point at, h max, hmax, h, climb, hall, room, gym, "
    "ceiling, ceiling of, ceiling at, ceiling is, height is, beam at, gets, culminates at, makes "
    "it to, goes up to, mark, shed, garage, under a, rise, make it to, get to, rises by, clear, "
    "arrives at, lamp at, lamp hangs, hangs, window at, ledge at, branch at, balcony at, hung "
    "at, y max, rises above, ceiling height, ceiling height of, roof at, get as high as, branch, "
    "foot of a, bottom of a, base of a, foot of the, bottom of the, beside a, next to a, in "
    "front of a, foot of a sheer, below a, beneath a, under the"
)
APEX_AFTER: Final = vocabulary(
    "high, up, above the ground, above the hand, in height, tall, above, ceiling, into the air, "
    "above the thrower, above the launch point, above it, above him, above her, above your hand, "
    "high ceiling, above her hand, above his hand, above the start, above its start, apex, mark, "
    "overhead, higher, higher up, above me, above you, window, roof, over the, above where, "
    "above my hand, above the release, above the floor, hall, high hall, room, gym, high gym, of "
    "height, branch, high room, beam, tall hall, high branch, lamp, above floor, above their "
    "heads, from the floor, over his head, over her head, altitude, above launch, clearance, "
    "above the bat, above starting point, above the racket, above the muzzle, above the point, "
    "line, high barn, at the top"
)
REACHING: Final = vocabulary(
    "go up, fly up, shoot up, come up, "
    "reach, reaches, reaching, rise, rises, climbs, touch, touches, hit, hits, clear, clears, "
    "peaks, makes it, returns, get to, gets to, get up to, gets up to, get as high, gets as "
    "high, touching, hitting, clearing, rising, climb, climbing, make it, attain, attains, comes "
    "level, tops, bumps, bump, bang into, bangs into, strikes, strike, knocks, brushes, passes, "
    "pass, come down, come back, touched, meets, meet, exceeds, exceed, scrape, scrapes, rose, "
    "gets above, get above, goes above, go above, goes higher, go higher, gets higher, get "
    "higher, goes beyond, gets past, get past, arrives at, goes past, goes as high, go as high, "
    "gets over, get over, gets there, make contact, makes contact, reach the top, gets it to, "
    "get it to, gets it up, gets it as, gets a ball, gets the ball, get the ball, get a ball, "
    "makes the ball"
)
# 'Passes the top of a 75 m tower' is how high it gets; 'from the top of' is where it starts.
TOPS: Final = tuple(
    f"{verb} the top of"
    for verb in (
        "passes", "pass", "reaches", "reach", "clears", "clear", "to", "over", "above", "past",
        "with", "touches", "touch", "hits", "hit", "exceeds", "exceed", "beyond", "reaching",
        "passing", "as",
    )
)  # fmt: skip
# '11 m is more than it ever gets', '30 m is beyond it'
BEYOND: Final = vocabulary(
    "is more than it, is higher than it, is beyond, is more than the ball, is out of reach, are "
    "more than it, is too high for, is more than a, are beyond, lies beyond, is out of its "
    "reach, is higher than the ball, is further than it, remains out of reach, are out of reach, "
    "stays out of reach, is above anything, is not within, is too much for, is too far up, is "
    "unreachable, are too much for, is more than such, is out of the reach"
)
# 'Stays clear of the ceiling': below it.
CLEAR_OF: Final = vocabulary(
    "clear of, keeps below, stays below, stays under, keeps under, remains below, remains under, "
    "stops short of, comes short of, falls short of, short of, misses the, keeps away from, runs "
    "out of speed below, turns back below, spares the, leaves the ceiling, without reaching, "
    "without touching, without hitting, safe from, turns round below, turns around below"
)
CONTRARY: Final = vocabulary(
    "forever, never comes down, never falls, keeps rising, orbits, escapes, hovers, floats, "
    "space, the moon itself, stays up there, horizontally, sideways, bounces, wall, across"
)
BACK: Final = vocabulary(
    "back after, returns after, lands after, comes down after, back on the ground after, caught "
    "after, returns, is back, lands, comes back, comes down, hits the ground, back in, touches "
    "down, is caught, later, arrives back, gets back"
)
# A jet is thrown where its speed is given, and fed by a tank where a level is.
JETS: Final = vocabulary("jet, fountain, nozzle, hose, spray, stream of water")
_FED: Final = vocabulary(
    "tank, level, surface, head, reservoir, barrel, vat, cistern, tower, butt, below the surface, "
    "hole, tap, outlet, orifice, leak, pressure, pump, thrust, exhaust, rocket, depth, container"
)
COASTING: Final = vocabulary(
    "coasting, coasts, coast, unpowered, engine off, motor off, burnt out, burned out, after "
    "burnout, engine is off, without thrust, no thrust, engine dead, engine has stopped"
)
_OPEN: Final = (Bound.AT_MOST, Bound.AT_LEAST)
_NEAR: Final = 3


def is_free_jet(words: Words) -> bool:
    """Whether water goes straight up at a speed that is given, whatever gave it that speed."""
    if words.any_of(JETS) is None or words.any_of(STRAIGHT_UP) is None:
        return False
    speeds = [
        m for m in read_quantities(words).mentions if m.quantity.unit is Unit.METRE_PER_SECOND
    ]
    given = any(m.bound not in _OPEN for m in speeds)
    return given and not is_fed(words)


def is_fed(words: Words) -> bool:
    """Whether a jet comes out of a vessel, whose level decides how fast it is."""
    return words.any_of(_FED) is not None


def is_beyond(words: Words) -> bool:
    """Whether a height is said to be out of reach: '30 m is beyond it', not 'lies beyond 30 m'."""
    numbers = {m.first_token for m in read_quantities(words).mentions}
    return any(
        not numbers.intersection(range(at, at + len(phrase.split()) + _NEAR))
        and not words.negated(at)
        for phrase in BEYOND
        for at in words.places(phrase)
    )


_STARTS: Final = frozenset(
    vocabulary(
        "start, thrower, launch, launcher, foot, base, edge, cliff, table, tower, cannon, gun, "
        "catapult, him, her, me, it, release, takeoff, bench, desk, building, platform, origin"
    )
)


def nearness(words: Words) -> list[str]:
    """Give what is said of how near to a thing it comes: 'within 1 m of a lamp'."""
    return [
        f"within {words.text[m.start : m.end]} of"
        for m in read_quantities(words).mentions
        if m.quantity.unit is Unit.METRE
        and words.follows(m.first_token - 1, ("within",))
        and words.follows(m.next_token, ("of",))
        and not _STARTS & {t.text for t in words.tokens[m.next_token : m.next_token + 4]}
    ]
