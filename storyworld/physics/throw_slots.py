"""What a text may give of a thrown body, and the words by which it is known."""

from typing import Final

from storyworld.physics.family import Slot
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _DEGREE = Unit.METRE, Unit.DEGREE
# What bodies are thrown from or roll off: its height is the launch height.
_PADS: Final = vocabulary(
    "cliff, tower, platform, roof, rooftop, balcony, table, bench, desk, counter, worktop, "
    "shelf, bridge, ledge, window, viaduct, table top, tabletop, lab bench, workbench, hilltop, "
    "deck, mast, scaffold, quay, pier, jetty, embankment, parapet, dock, loading dock, stage, "
    "plateau, terrace, ladder, stool, diving board, battlement, crag, bluff, sill, windowsill, "
    "kitchen table, castle, lighthouse, stand, podium, ramp, escarpment, storey, floor window"
)
_OFF_PADS: Final = tuple(
    f"{how} {which} {pad}"
    for how in ("from", "off", "edge of", "top of")
    for which in ("a", "the")
    for pad in _PADS
)
_ABOVE: Final = tuple(
    f"above the {floor}"
    for floor in vocabulary(
        "court, green, pitch, turf, snow, ice, rink, grass, tarmac, road, deck, track, sand, "
        "sea, water, lake, beach, street, lawn, plain, river, pavement, valley, yard, field, "
        "meadow, fairway, harbour, ground, floor, landing, carpet, pool, stage, square"
    )
)
_FROM_PADS: Final = tuple(f"{how}{pad}" for pad in _PADS for how in ("", "high ", "tall "))

_FAR_BEFORE: Final = vocabulary(
    "lands, travels, flies, range of, distance of, goes, reaches, away, range, carries, carry, "
    "covers, comes down, touches down, strikes the floor, hits the ground, distance, gets, "
    "flight of, throw of, d, r, lands at, hits the floor, down, ends up, comes to earth, falls "
    "to the ground, reach, fly, travel, go, land, get, cover, landing, landing point, hits the "
    "water, splashes down, impact, lands on the ground, makes, covered, x, strikes the ground, "
    "thuds down, horizontal range, horizontal distance, horizontal distance of, flying, landed, "
    "flew, its range, into the ground, hits the sea, hits the lake, hits the river, "
    "hits the beach, strikes the water, strikes the sea, hits the sand, hits the grass"
)
_FAR_AFTER: Final = vocabulary(
    "away, far, from the thrower, from the launch point, downrange, out, from the foot, from the "
    "base, from its base, from its foot, from the edge, from the table, from the start, from the "
    "bench, from the cliff, from the wall, from the building, from the tee, off, down the field, "
    "further on, downfield, down the pitch, from where, distant, of range, of carry, from the "
    "tower, in the air, horizontally, from the cannon, range, carry, further along, from the "
    "launcher, along, of distance, down the fairway, away from, down range, of ground, from the "
    "ledge, from the quay, from me, beyond, out from, from there, upfield, from the roof, from "
    "the kicker"
)
SPEED: Final = Slot(
    "speed", Unit.METRE_PER_SECOND, "launch speed", 0.1, 500.0,
    before=vocabulary(
        "thrown at, at, speed of, speed, velocity of, velocity, launched at, v, v0, launch "
        "speed, launch speed of, muzzle speed, muzzle velocity, with, initial speed of, initial "
        "velocity of, takeoff speed, takeoff speed of, doing, going, moving at, muzzle velocity "
        "of, muzzle speed of, ball speed, ball speed of, release speed, release speed of, exit "
        "speed, exit speed of, horizontal speed, horizontal speed of, horizontal velocity of, "
        "horizontally at, initial speed, initial velocity, start speed, u, v 0, travelling at, "
        "rolling at, launch velocity, launch velocity of, vx, v x"
    ),
    after=vocabulary(
        "launch, throw, speed, horizontally, horizontal, take off, muzzle velocity, initial "
        "speed, initially"
    ), by_unit=True,
    because="how far and how high the body gets turns on it",
)  # fmt: skip
ANGLE: Final = Slot(
    "angle", _DEGREE, "launch angle", -60.0, 89.5,
    before=vocabulary(
        "angle of, angle, at, and, theta, θ, elevation, elevation of, launch angle, launch angle "
        "of, aimed at, inclined at, under, pointed at, tilted at, angled at, elevated at, up at, "
        "release angle, release angle of, alpha, α, phi, pitched at, direction, elevated to, "
        "aimed"
    ),
    after=vocabulary(
        "angle, above the horizontal, upward, launch angle, elevation, upwards, above "
        "horizontal, above level, takeoff, ramp, takeoff ramp, up, to the horizontal, to the "
        "ground, from the horizontal, from horizontal, to horizontal, kicker, from the ground, "
        "inclination, to level ground, skyward, upward slope, of elevation, from level"
    ),
    by_unit=True, optional=True,
)  # fmt: skip
WALL_HEIGHT: Final = Slot(
    "wall_height", _METRE, "wall height", 0.01, 1000.0, optional=True,
    before=vocabulary(
        "clear a, clears a, clear the, clears the, over a, over the, past a, past the, above a, "
        "above the, clearing a, clearing the, hits a, hits the, hit a, hit the, into a, wall of, "
        "wall height, height of the wall, wall of height, fence of, wall that is, wall is, fence "
        "is, barrier of, bar at, high, h wall, wall h, hedge of, net of, crossbar at, bar of, "
        "wall, fence, crossbar, height, height of, obstacle height, obstacle of, whose top is, "
        "top at, hoarding of, rising, wall measures, h"
    ),
    after=vocabulary(
        "wall, high wall, tall wall, fence, high fence, tall fence, high barrier, barrier, "
        "hedge, hurdle, crossbar, bar, high, tall, building, tall building, high building, "
        "house, tree, tall tree, net, high net, in height, post, goalpost, obstacle, rail, "
        "railing, tall hedge, high hedge, sign, van, truck, bus, garden wall, board, hoarding, "
        "rampart, stone wall, barn, brick wall, shed, garage, crossbeam, up, off the ground, of "
        "wall, of height, palisade, screen, dyke, stockade, hut, kiosk, defender, defenders, "
        "rim, high crossbar, high rampart, barn wall, above the ground, wooden fence, high "
        "house, tall house, lip, castle wall, chain link fence"
    ),
    because="whether the body clears the wall turns on it",
)  # fmt: skip
WALL_DISTANCE: Final = Slot(
    "wall_distance", _METRE, "distance of the wall", 0.01, 5000.0, optional=True,
    before=(*_FAR_BEFORE, *vocabulary(
        "at, stands at, barrier at, hedge at, net at, tree at, bar at a distance of, distance "
        "of, distance, at a distance of, standing, located, placed, that is, travels, flies, "
        "lands, range of, located at, wall at, x, x wall, stands, at x, fence at, d, down the "
        "range, and is, set, stood, built, planted, d wall, wall d, x w, distance to the wall, "
        "distance to wall, growing, obstacle at, wall distance, starting, positioned, situated"
    )),
    after=(*_FAR_AFTER, *vocabulary(
        "away, distant, off, from the wall, from it, in front, from the thrower, to the wall, "
        "from the launch point, down range, downrange, down the field, ahead, in front of the "
        "wall, from the fence, further on, far, from, from me, down the lane, in front of him, "
        "in front of her, in front of them, out, from the launcher, from the tee, from the "
        "kicker, horizontally, in front of me, in front of you, downfield, from him, from her, "
        "from them, further along, from the gun, from the cannon, from the catapult, distance, "
        "from where, from you, along, in front of it, down the road, before it, away from, from "
        "the batter, from the bow, from the muzzle, before him, before her, from the thrower's, "
        "from launch, from release, further away, upfield"
    )),
    because="whether the body clears the wall turns on it",
)  # fmt: skip
GAP: Final = Slot(
    "gap", _METRE, "gap", 0.01, 5000.0, optional=True,
    before=vocabulary(
        "gap of, ditch of, gap is, gap, width of, gap width, chasm of, canyon of, width, river "
        "of, moat of, trench of, w, stream of, measuring, spanning, gap measures, breadth of, "
        "gully of, opening of, gap spans, crevasse of, pit of, ravine of, row of buses, row of "
        "cars, row of trucks, row of lorries, row of vans, line of cars, line of buses, buses, cars"
    ),
    after=vocabulary(
        "gap, wide gap, ditch, wide ditch, canyon, wide canyon, chasm, wide chasm, river, wide "
        "river, ravine, wide ravine, trench, wide trench, moat, wide moat, crevasse, wide "
        "crevasse, pit, wide pit, stream, wide stream, creek, wide creek, wide, long gap, "
        "valley, wide valley, across, pond, broad, row, row of buses, wide pond, gorge, wide "
        "gorge, brook, wide brook, long row, of buses, of water, of river, gully, wide gully, "
        "courtyard, wide courtyard, alley, wide alley, alleyway, backyard, pool, wide pool, "
        "apart, from bank to bank, wide puddle, wide opening, line of cars, row of cars, row of "
        "vans, of open water, canal, wide canal, hole, wide hole, from rim to rim, long pit, "
        "long pond, of empty, of nothing, between, drop between"
    ),
    because="whether the body gets across turns on it",
)  # fmt: skip
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
    before=(*_OFF_PADS, *_PADS, *vocabulary(
        "from a height of, from, thrown from, tossed from, launched from, y0, launch height of, "
        "launch height, release height of, height of, from a, released at, initial height of, "
        "h0, off a, off the, off a bench, off a table, from the top of a, top of a, edge of a, "
        "release height, initial height, start height, starting height of, h, drop height, at a "
        "height of, hand height, at shoulder height, table height, bench height, bench, let go "
        "at, height"
    )),
    after=(*_FROM_PADS, *_ABOVE, *vocabulary(
        "above the ground, above ground, above the floor, above the landing, up, height, of "
        "height, above the water, above the sea, above the lake, above the beach, off the "
        "ground, off the floor, above the street, above the lawn, above sea level, above the "
        "plain, above the river, above the pavement, above the valley, above the yard, above the "
        "field"
    )),
    default=0.0, because="no launch height is given: the body starts at the level it lands on",
)  # fmt: skip
LEVEL: Final = Slot(
    "landing_drop", _METRE, "drop of the far side", 0.0, 1000.0,
    before=vocabulary("lower by, drop of, sunk by"),
    after=vocabulary(
        "lower, below, lower down, further down, deeper, below the near, below the take off, "
        "below the launch, beneath"
    ),
    default=0.0, because="the far side is at the level of the near one",
)  # fmt: skip
RISE: Final = Slot(
    "landing_rise", _METRE, "rise of the far side", 0.0, 1000.0, optional=True,
    before=vocabulary("higher by"), after=vocabulary("higher, higher up"),
)  # fmt: skip

THROWN: Final = vocabulary(
    "leaving at, leaving the ramp, leaving the edge, leaving the lip, leaving the bow, leaving "
    "the club, leaving the bat, leaving the racket, leaving the hand, leaving his hand, leaving "
    "her hand, leaving the muzzle, leaving the table, fire the, fire a, thrown, throws, throw, "
    "throwing, launched, launches, launch, fired, fires, shot, shoots, kicked, kicks, tossed, "
    "tosses, hurled, hurls, lobbed, lobs, projectile, projected, flung, cannon, cannonball, "
    "struck, hits a ball, golf ball, leaves, takes off, jumps, leaps, jump, leap, catapulted, "
    "lob, sling, slings, slung, throw it, toss, tossing, kick, shoot, pitch, pitched, pitches, "
    "bowled, chucked, chucks, chuck, cast, casts, blasted, punted, punts, served, hit at, driven "
    "at, whacked, putt, flings, spat, squirted, sprayed, catapults, arrow, archer, javelin, "
    "dart, shell, catapult, trebuchet, slingshot at, v0, launcher, hop, hops, heaves, heaved, "
    "hurl, lobbing, putted, firing, shooting, hurling, flinging, fling, launching, chucking, "
    "kicking, throwed, taking off, take off, took off, takeoff, launch speed, launch angle, "
    "muzzle velocity, muzzle speed, elevation, shot off, shot out, batted, hit with, ball speed, "
    "sent, sends, sent flying, goal kick, free kick, drop kick, throw in, volley, volleyed, "
    "headed, pinged, flicks, flicked, flick, drives, chips, chipped, loosed, looses, let fly, "
    "lets fly, long jump, ramp at, kicker at, airborne, jumping, leaping, hopping, vaults, "
    "soars, howitzer, mortar, rifle, gun, bow, sling shot, potato gun, ejected, ejects, spits, "
    "golf, shot put, ball hit, is hit, was hit, golfer hits, hits it, batter hits, rebounds off, "
    "leave the ramp, leave a ramp, leaves a ramp, leave the ground, leaving a ramp, "
    "rolls off, rolled off, rolling off, slides off, slid off, goes off, shoots off, runs off, "
    "flies off, going off, drives off, driven off, off the edge, off the end, over the edge, off "
    "a table, off the table, off a cliff, off a bench, off the bench, slips off, horizontal "
    "speed, horizontal velocity, horizontally, rolls over the edge, hitting a ramp, off a ramp, "
    "off the ramp, off the lip, pushed off, off the kicker, off a kicker, skips off, speeds off"
)
# What falls out of somewhere is not thrown.
FALLS: Final = vocabulary(
    "falls out, fell out, falling out, dropped from, is dropped, drops from, falls from, "
    "fell from, "
    "falling from, let fall, falls off, is released from rest, released from rest"
)
# Thrown where a speed and an angle are given with it.
LET_GO: Final = vocabulary(
    "lets go, let go, released, releases, release, set off, sets off, goes up, flies, sail, sails, "
    "leaving, departs, lift off, takes flight, comes at, comes out, water comes, squirts, "
    "sprays, hose"
)
WALLS: Final = vocabulary(
    "wall, fence, hedge, barrier, hurdle, crossbar, building, house, tree, net, bar, goalpost, "
    "obstacle, railing, rail, post, shed, garage, van, bus, truck, rim, rampart, hoarding, "
    "palisade, barn, dyke, stockade, crossbeam, walls, fences, turnstile, bushes, bush, "
    "defender, hedges, parapet, castle wall, block of flats, apartment block, tower block, "
    "chimney, greenhouse, scoreboard, kiosk, "
    "lamp post, "
    "street lamp, garden shed, bus shelter, goal post, hedgerow, scaffold fence"
)
GAPS: Final = vocabulary(
    "gap, ditch, canyon, chasm, river, ravine, trench, moat, crevasse, pit, stream, creek, "
    "valley, pond, gully, gulch, gorge, channel, void, opening, brook, puddle, hole, gutter, "
    "courtyard, alley, alleyway, backyard, fjord, strait, swamp, bog, flowerbed, pool, "
    "moats, canal, row of buses, row of cars, row of vans, line of cars, line of buses, buses, "
    "row of trucks, row of lorries, rows, rift, fissure, pits, chasms, crack"
)
FAR: Final = vocabulary(
    "hits the sea, hits the lake, hits the river, hits the beach, hits the sand, "
    "strikes the water, "
    "strikes the sea, hits the grass, hits the lawn, hits the snow, from the cliff's, "
    "from the foot, "
    "out from, gets beyond, get beyond, goes beyond, gets as far, goes as far, reaches row, "
    "away, range, far, lands at least, travels, flies, distance, lands within, lands at most, "
    "lands more than, lands less than, downrange, lands at, lands beyond, carries, covers, "
    "further than, farther than, farther, further, from the foot, from the base, from the edge, "
    "from its base, from its foot, lands, landing, land, comes down, touches down, strikes the "
    "floor, hits the floor, hits the ground, strikes the ground, carry, beyond, down the field, "
    "fly, travel, flying, "
    "ends up, come down, in the ground, distant, distances, covered, flew, touch down, splashes "
    "down, drops short, falls short, is in the, make it to, makes it to, from where, down the "
    "fairway, bucket, basket, target, bin, hits the water, hoop, plops, makes, to fly, down "
    "again, is down, passes under, from the desk, from the table, from the bench, from the "
    "cliff, from the counter, from the tower, from the quay, from the building, away from"
)
CLEARING: Final = vocabulary(
    "bridge a, bridge the, bridging, to bridge, platform beyond, ramp beyond, bank beyond, beyond "
    "the gap, beyond the ditch, on the platform beyond, on a platform beyond, high platform, "
    "clear, clears, clearing, cleared, cross, crosses, crossing, over, across, pass over, passes "
    "over, makes it, reach, reaches, land on the other side, past, flies over, get over, gets "
    "over, goes over, sails over, right over, spans, make it, gets across, get across, lands on "
    "the far, lands on the other, bridges, land beyond, lands beyond, land past, over it, passes "
    "above, pass above, above it, passes higher, flies above, higher than, crossed, no obstacle, "
    "gets past, get past, lands safely, reaches the far, reaches the other, reaching, spanning, "
    "passing over, passing above, flying over, getting over, jumps, over the top, made it, "
    "sailing over, goes across, arrives on the far, arrives at the other, on the far side, on "
    "the other side, on the far bank, to the other side, to the far side, hops, leaps, vaults"
)
GETTING_THERE: Final = (
    *CLEARING,
    *vocabulary(
        "makes, make, gets it, sends it, get it, carries, carry, travels, travel, flies, fly, "
        "lands, land, comes down, come down, touches down, goes, go, gets, get, covers, cover, "
        "hits the, strikes the, arrives, flying, landing, getting, travelling, reaching, "
        "reached, touch down, ends up"
    ),
)
STAYING_BELOW: Final = vocabulary(
    "remains below, stays below, stay below, remain below, keeps below, stays under, "
    "remains under, "
    "keeps under, passes below, below the top of, under the top of"
)
HITTING: Final = vocabulary(
    "hit the, hits the, hitting the, hits a, strikes the, strikes a, crashes into, bumps into, "
    "runs into, hit a, hitting a, smashes into, collides with the wall, passes under, pass "
    "under, goes under, flies under, stops at the, ends at the, hits it, stops against"
)
# 'At no angle does it clear the wall'
AT_NO_ANGLE: Final = vocabulary(
    "at no angle, no angle, at no launch angle, no launch angle, under no angle, at no elevation"
)
SHORT: Final = vocabulary(
    "fall into, drop into, plunge into, land in the, end up in the, end in the, come down in, "
    "come up short, go into the, plop into, splash into, "
    "falls short, fall short, falling short, lands short, falls into, drops into, comes down "
    "short, drops short, plunges into, ends up in the, too short, short of, lands in the, ends "
    "in the, comes up short, plops into, splashes into, drop short, land short, fell short, "
    "lands in front of, comes down in, comes down in front, falls down into, goes into the, "
    "drops down into, comes down before, lands before, not far enough, never gets there, into "
    "the gap, into the ravine"
)
UNPLACED: Final = vocabulary(
    "cannot miss, can't miss, cannot avoid, can't avoid, "
    "through the, through a, through an, through it, goes through, passes through, sinks, "
    "hovers, stops, stays, turns, curves, swerves, under the wall, under a, below the wall, "
    "accelerates, in a straight line, straight line, along a straight, orbits, around the wall, "
    "around a, rises forever, splits, slows down, speeds up, explode, explodes, vanishes, "
    "disappears, shatters, breaks apart, melts, burns, teleports, increasing, decreasing, floats"
)
