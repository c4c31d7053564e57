"""What a text may give of a thrown body, and the words by which it is known."""

from typing import Final

from storyworld.physics.family import Slot
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _DEGREE = Unit.METRE, Unit.DEGREE

SPEED: Final = Slot(
    "speed", Unit.METRE_PER_SECOND, "launch speed", 0.1, 500.0,
    before=vocabulary("thrown at, at, speed of, speed, velocity of, velocity, launched at, v, v0, "
                      "launch speed, launch speed of, muzzle speed, muzzle velocity, with, initial "
                      "speed of, initial velocity of, takeoff speed, takeoff speed of, doing"),
    after=vocabulary("launch, throw, speed"), by_unit=True,
    because="how far and how high the body gets turns on it",
)  # fmt: skip
ANGLE: Final = Slot(
    "angle", _DEGREE, "launch angle", -60.0, 89.5,
    before=vocabulary("angle of, angle, at, and, theta, θ, elevation, "
                      "elevation of, launch angle, launch angle of, aimed at, inclined at"),
    after=vocabulary("angle, above the horizontal, upward, launch angle, elevation, upwards, "
                     "above horizontal, above level, takeoff, ramp, takeoff ramp, up"),
    by_unit=True, optional=True,
)  # fmt: skip
WALL_HEIGHT: Final = Slot(
    "wall_height", _METRE, "wall height", 0.01, 1000.0, optional=True,
    before=vocabulary("wall of, wall height, height of the wall, wall of height, fence of, "
                      "wall that is, wall is, fence is, barrier of, bar at, high"),
    after=vocabulary("wall, high wall, tall wall, fence, high fence, tall fence, high barrier, "
                     "barrier, hedge, hurdle, crossbar, bar, high, tall, building, tall building, "
                     "high building, house, tree, tall tree, net, high net, in height, bar, post, "
                     "goalpost, obstacle, rail, railing, tall hedge, high hedge, sign, "
                     "van, truck, bus"),
    because="whether the body clears the wall turns on it",
)  # fmt: skip
WALL_DISTANCE: Final = Slot(
    "wall_distance", _METRE, "distance of the wall", 0.01, 5000.0, optional=True,
    before=vocabulary("distance of, distance, at a distance of, standing, located, placed, "
                      "that is, travels, flies, lands, range of, located at, wall at, x, x wall, "
                      "stands, at x, fence at, d, down the range, and is, set"),
    after=vocabulary("away, distant, off, from the wall, from it, in front, from the thrower, "
                     "to the wall, from the launch point, down range, downrange, down the field, "
                     "ahead, in front of the wall, from the fence, further on, far, from, from me, "
                     "down the lane, in front of him, in front of her, in front of them, out, "
                     "from the launcher, from the tee, from the kicker, horizontally"),
    because="whether the body clears the wall turns on it",
)  # fmt: skip
GAP: Final = Slot(
    "gap", _METRE, "gap", 0.01, 5000.0, optional=True,
    before=vocabulary("gap of, ditch of, gap is, gap, width of, gap width, chasm of, canyon of"),
    after=vocabulary("gap, wide gap, ditch, wide ditch, canyon, wide canyon, chasm, wide chasm, "
                     "river, wide river, ravine, wide ravine, trench, wide trench, moat, "
                     "wide moat, crevasse, wide crevasse, pit, wide pit, stream, wide stream, "
                     "creek, wide creek, wide, long gap, valley, wide valley, across, pond"),
    because="whether the body gets across turns on it",
)  # fmt: skip
_FAR_BEFORE: Final = vocabulary("lands, travels, flies, range of, distance of, goes, reaches, away")
_FAR_AFTER: Final = vocabulary("away, far, from the thrower, from the launch point, downrange")
DISTANCES: Final = (
    Slot("distance_min", _METRE, "distance", 0.01, 5000.0, optional=True, by_unit=True,
         bounds=frozenset({Bound.AT_LEAST}), before=_FAR_BEFORE, after=_FAR_AFTER),
    Slot("distance_max", _METRE, "distance", 0.01, 5000.0, optional=True, by_unit=True,
         bounds=frozenset({Bound.AT_MOST}), before=_FAR_BEFORE, after=_FAR_AFTER),
    # Never read from a text directly: what `interpret` makes of "lands 30 m away".
    Slot("distance_about", _METRE, "distance", 0.01, 5000.0, optional=True, bounds=frozenset()),
)  # fmt: skip
LAUNCH_HEIGHT: Final = Slot(
    "launch_height", _METRE, "launch height", 0.0, 1000.0,
    before=vocabulary("from a height of, from, thrown from, tossed from, launched from, y0, "
                      "launch height of, launch height, release height of, "
                      "height of, from a, released at, initial height of"),
    after=vocabulary("cliff, high cliff, tall cliff, tower, high tower, tall tower, platform, "
                     "high platform, above the ground, above ground, above the floor, "
                     "roof, high roof, "
                     "above the landing, balcony, table, high table, up, height, of height"),
    default=0.0, because="no launch height is given: the body starts at the level it lands on",
)  # fmt: skip
LEVEL: Final = Slot(
    "landing_drop", _METRE, "drop of the far side", 0.0, 1000.0,
    before=vocabulary("lower by"), after=vocabulary("lower, below, lower down, further down"),
    default=0.0, because="the far side is at the level of the near one",
)  # fmt: skip
RISE: Final = Slot(
    "landing_rise", _METRE, "rise of the far side", 0.0, 1000.0, optional=True,
    before=vocabulary("higher by"), after=vocabulary("higher, higher up"),
)  # fmt: skip

THROWN: Final = vocabulary(
    "thrown, throws, throw, throwing, launched, launches, launch, fired, fires, shot, shoots, "
    "kicked, kicks, tossed, tosses, hurled, hurls, lobbed, lobs, projectile, projected, flung, "
    "cannon, cannonball, struck, hits a ball, golf ball, leaves, takes off, jumps, leaps, jump, "
    "leap, catapulted, lob, sling, slings, slung, throw it, toss, tossing, kick, shoot, pitch, "
    "pitched, pitches, bowled, chucked, chucks, chuck, cast, casts, blasted, punted, punts, "
    "served, hit at, driven at, whacked, putt, flings, spat, squirted, sprayed, catapults, "
    "arrow, archer, javelin, dart, shell, catapult, "
    "trebuchet, slingshot at, v0, launcher, hop, hops, heaves, heaved, hurl, lobbing, putted"
)
WALLS: Final = vocabulary(
    "wall, fence, hedge, barrier, hurdle, crossbar, building, house, tree, net, bar, goalpost, "
    "obstacle, railing, rail, post, shed, garage, van, bus, truck, row of buses"
)
GAPS: Final = vocabulary(
    "gap, ditch, canyon, chasm, river, ravine, trench, moat, crevasse, pit, stream, creek, valley, "
    "pond, gully, gulch, gorge, channel, void, opening, brook, puddle, hole, gutter, moats, bucket"
)
FAR: Final = vocabulary(
    "away, range, far, lands at least, travels, flies, distance, lands within, lands at most, "
    "lands more than, lands less than, downrange, lands at, lands beyond, carries, covers"
)
CLEARING: Final = vocabulary(
    "clear, clears, clearing, cleared, cross, crosses, crossing, over, across, pass over, "
    "passes over, makes it, reach, reaches, land on the other side, past, flies over, get over, "
    "gets over, goes over, sails over, right over, spans, make it, gets across, get across, "
    "lands on the far, lands on the other, bridges, land beyond, lands beyond, land past"
)
GETTING_THERE: Final = (*CLEARING, "carries", "carry", "travels", "travel", "flies", "fly",
                        "lands", "land")  # fmt: skip
HITTING: Final = vocabulary(
    "hit the, hits the, hitting the, hits a, strikes the, strikes a, crashes into, bumps into, "
    "runs into, hit a, hitting a, smashes into, collides with the wall"
)
SHORT: Final = vocabulary(
    "falls short, fall short, falling short, lands short, falls into, drops into, comes down "
    "short, drops short, plunges into, ends up in the"
)
UNPLACED: Final = vocabulary(
    "through the, through a, through an, through it, goes through, passes through, sinks, hovers, "
    "stops, stays, turns, curves, swerves, under the wall, under a, below the wall, accelerates, "
    "in a straight line, straight line, along a straight, orbits, around the wall, around a, "
    "rises forever, splits, slows down, speeds up, explode, explodes, vanishes, disappears, "
    "shatters, breaks apart, melts, burns, teleports, increasing, decreasing, floats, sinks"
)
