"""The words by which a fall is known, and those that say more than that a body falls."""

from typing import Final

from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary

RELEASED: Final = vocabulary(
    "knocked loose, knocks loose, shaken loose, blown loose, separates from, separated from, "
    "separates itself, slides from, slid from, peels off, "
    "drop of, a "
    "fall of, "
    "dropped, drops, drop, dropping, released, releases, release, let go, lets go, letting go, "
    "let fall, lets fall, free fall, freefall, free falling, falls, fall, falling, fell, fallen, "
    "plummets, plummet, plummeted, plunges, plunge, tumbles off, tumbles from, tumbled from, "
    "slips off, slips from, slipped off, slipped from, slips out, slipped out, slides off, rolls "
    "off, knocked off, pushed off, nudged off, comes loose, breaks loose, breaks off, comes off, "
    "detaches, detached, is let loose, topples off, steps off, loses its grip, let slip, lets "
    "slip, letting slip, letting fall, plummeting, plunged, plunging, let loose, lets loose, set "
    "free, sets free, freed, releasing, let it go, lets it go, let them go, tumbles out, tumbled "
    "out, tumbles down, slides out, slid out, slid off, slipping off, slipping from, slipping "
    "out, rolled off, rolling off, falls off, fell off, fallen off, dropped off, goes overboard, "
    "overboard, over the edge, over the side, over the railing, off the ledge, off a ledge, off "
    "the edge, off the roof, off the shelf, off the balcony, off the scaffold, off a shelf, off "
    "a roof, off a balcony, off a windowsill, off the windowsill, off the table, off a table, "
    "off the top of, parts company, parted company, comes away, came away, works loose, worked "
    "loose, came loose, broke loose, broke off, came off, shakes loose, loses hold, loses its "
    "hold, lost its grip, opens its gripper, opens the gripper, gripper opens, open your "
    "fingers, open your hand, opens her hand, opens his hand, opens its claw, claw opens, opens "
    "its jaws, magnet is switched off, spawns, nosedives, takes a tumble, takes a dive, descends "
    "freely, drop height, fall height, fumbles, fumbled, lets his, lets her, unhooks, unhooked, "
    "dislodged, dislodges, cut loose, jettisoned, jettisons, adrift, come adrift, come loose, "
    "come off, come away, shoved off, shoves off, swept off, sweeps off, pushes off, knocks off, "
    "kicked off, kicks off, brushed off, flicked off, nudges off, tips off, tipped off, let "
    "drop, lets drop, letting drop, gets dropped, is let fall, leaves the hand, leaves her hand, "
    "leaves his hand, slipped through, slips through, bails out, steps over the edge, has come "
    "loose, loses its footing, slip from, slips from, slipping from, drops away, over the rail, "
    "over the parapet, over the cliff, over "
    "the side of, over the bridge rail, over the balustrade, over the banister, fell out, falls "
    "out, falling out, fell from, falls from, fallen out"
)
# What hangs until it comes loose falls freely from then on.
LOOSE: Final = vocabulary(
    "breaks loose, broke loose, comes loose, came loose, come loose, works loose, worked loose, "
    "breaks off, broke off, breaks free, broke free, comes off, came off, drops off, falls off, "
    "fell off, detaches, detached, is released, released, lets go, let go, loses its hold, is let "
    "go, comes away, snaps off, shakes loose, tears loose, tears off, breaks away, comes free, "
    "breaks from, broke from, tears from, slips off, drops from, drops down, is dropped, "
    "has come loose, is cut loose, hook opens, "
    "hook lets go, falls down, falls when, falls to, falls onto, falls on, falls from"
) + tuple(
    f"{line} {ends}"
    for line in (
        "string", "rope", "cable", "chain", "wire", "cord", "line", "hook", "strap", "sling",
        "bracket", "thread", "branch", "belt",
    )
    for ends in (
        "snaps", "breaks", "snapped", "broke", "tears", "parts", "is cut", "gives way", "fails",
        "has snapped", "has broken", "was cut", "comes undone",
    )
)  # fmt: skip
HANGING: Final = vocabulary(
    "hanging, hangs, hung, hang, suspended, breaks, broke, hook, hooks, nailed, bolted, glued, "
    "chandelier, string, rope, cable, chain, wire, cord, strap, sling, snaps, crane"
)
# What is let down by something does not fall.
HELD: Final = vocabulary(
    "lowers, lowered, lowering, lower, hoists, hoisted, lifts, lifted, raises, raised, winch, "
    "winched, catches, caught, holds, held, lets down, let down, supports, supported, safety rope, "
    "safety line, net, swings, swing, pendulum, counterweight"
)
# What stands about where something is let go, and does nothing to its fall.
SCENERY: Final = vocabulary(
    "by the storm, by a storm, in the storm, in a storm, after a storm, after the storm, by the "
    "wind, by a gust, by a gust of wind, in a gale, by a gale, pile driver, the pile, a pile, "
    "struck by the floor, struck by the ground, hovering, hovers, wing of a, wing of the, "
    "wing of, from a balloon, "
    "from the balloon, from a hot air balloon, "
    "out of a balloon, out of a hot air balloon, hot air balloon"
)
# A magnet is a thing like any other where nothing is there that it would draw.
MAGNETS: Final = ("magnet", "magnets")
DRAWN: Final = vocabulary(
    "iron, steel, metal, attract, attracts, attracted, repel, repels, copper, tube, pipe, pole, "
    "poles, field, two magnets, another magnet, second magnet, fridge, holds, switched, floats, "
    "levitates, aluminium, aluminum, coil"
)
# 'Loses a carabiner', 'lost his grip on a wrench': it falls.
_THINGS: Final = ("a", "an", "his", "her", "its", "my", "your", "their", "our", "one", "hold")
LOST: Final = tuple(
    f"{lose} {of}" for lose in ("loses", "lose", "lost", "losing") for of in _THINGS
)
NO_THING: Final = vocabulary(
    "speed, energy, heat, mass, weight, control, contact, balance, charge, pressure, power, "
    "temperature, height, momentum, water, traction, race, friction, squeeze, gripper"
)
# 'Knocks a pot off a sill': what is off it falls.
KNOCKS: Final = vocabulary(
    "knocks, knock, knocked, knocking, pushes, pushed, push, nudges, nudged, kicks, kicked, "
    "brushes, brushed, sweeps, swept, shoves, shoved, tips, tipped, throws, drops"
)
OFF: Final = vocabulary("off a, off the, off his, off her, off its, over the edge, over the side")
# Pushed over an edge it is let go, and not thrown down.
OVER_EDGES: Final = tuple(
    f"{how} {where}"
    for how in ("pushed", "pushes", "push", "shoved", "shoves", "nudged", "rolled", "tipped")
    for where in ("over", "off", "out of", "from")
)
STARTS_AT_REST: Final = vocabulary(
    "from rest, without any speed, with no speed, without speed, without initial speed, with no "
    "initial speed, no initial speed, without any initial speed, zero initial speed, at zero "
    "speed, with zero speed, no starting speed, initially at rest, starts at rest"
)
# A fall described by its numbers alone: 'height 45 m, v0 = 0, impact speed < 30 m/s'.
FALL_TIMES: Final = vocabulary(
    "fall time, time of fall, time to fall, t fall, drop time, time of the fall, falling time, "
    "ground reached, floor reached, time to ground, time to the ground, time to impact, impact "
    "speed, impact velocity, speed at impact, v impact, speed on impact, landing speed, speed on "
    "arrival, touchdown speed, time to hit the ground, time to reach the ground, hits ground, "
    "hits the ground, reaches ground, reaches the ground"
)
HEIGHTS: Final = vocabulary("height, h, drop, high, fall, scaffold, roof, tower, above, from")
THROWN: Final = vocabulary(
    "thrown, throws, throw, hurled, hurls, tossed, tosses, flung, flings, launched, fired, shot, "
    "pitched, chucked, chucks, slung, shoved, cast, throwing, hurling, tossing, flinging, toss, "
    "hurl, fling, chuck, chucking, propelled, projected, lobbed, spiked, slammed, push, pushed, "
    "given a, sent, sends, start it, started"
)
DOWNWARD: Final = vocabulary(
    "straight down, down, downward, downwards, vertically downward, vertically downwards, "
    "straight downward, straight downwards"
)
FALLING: Final = vocabulary(
    "fall, falls, falling, fell, drop, drops, descend, descends, plummets, plummet, plunges, "
    "plunge, comes down, come down, goes down, go down, heads down, head down, tumbles, tumble"
)
LANDING: Final = vocabulary(
    "reach, reaches, reaching, reached, hit, hits, hitting, land, lands, landing, landed, "
    "arrive, arrives, touch, touches, touches down, strike, strikes, struck, impact, impacts, "
    "down in, crashes, crash, slams, smashes, splashes, is down, gets down, makes contact, "
    "arrive at, arriving, arrived, meets, meet, met, gets to, get to, got to, on the ground, on "
    "the floor, on the deck, at the bottom, touching, touched, striking, slammed, smashed, "
    "smash, splash, splashing, crashed, thuds, thud, thumps, bangs, clatters, splats, bonks, "
    "plops, at the ground, has landed, gets there, makes it down, is there, ends up on, ends on, "
    "comes to the ground, collides with the ground, collides with the floor, goes splat, bumps "
    "into the ground, shatters on, cracks on, breaks on"
)
STAYING_UP: Final = vocabulary(
    "stays where it is, stay where it is, remains where it is, remain where it is, stays up, "
    "stay up, remains up, stays aloft, stay aloft, remains aloft, stays put, stays in place, "
    "remains in place, keeps its place, keeps its height, stays at that height, remains at that "
    "height, does not move, keeps its altitude, stays right where it is, stays there, remains "
    "there, remains motionless, stays motionless, remains suspended, stays exactly where it is, "
    "stays still, stays at rest, remains at rest"
)
AIRBORNE: Final = vocabulary(
    "in the air, in mid air, in midair, aloft, airborne, in free fall, in freefall, falling for, "
    "falls for, in flight"
)  # fmt: skip
# '1.1 s is all it takes': no longer.
NO_LONGER: Final = vocabulary(
    "is all it takes, is all it needs, needs no longer, takes no longer, is enough for, is "
    "enough to, are enough for, are enough to, suffice, suffices, is plenty, are plenty, is all "
    "that, are all it, is time enough, is sufficient, are sufficient, is ample, needs no more, "
    "takes no more"
)
FLOORS: Final = vocabulary(
    "buffer, buffers, mattress, crash mat, mat, cobblestones, rocks, snow, garden, terrace, stage, "
    "ground, floor, lands, land, impact, pavement, street, earth, surface, sidewalk, yard, deck, "
    "water, courtyard, river, beach, sand, lawn, dirt, dust, road, grass, tiles, cobbles, "
    "bottom, concrete, terrain, pool, below, patio, tarmac, carpet, bench"
)
HEIGHT_BEFORE: Final = vocabulary(
    "dropped from, falls from, released from, from, from a height of, height of, height, drop "
    "height, h, let go from, falls, fall of, drop of, from a, height is, thrown from, altitude "
    "of, distance of, drops, starting height, initial height, off a, top of a, falling from, "
    "falls off a, off the, falls through, fallen, falling, fall height, fall height of, released "
    "at, let go at, at a height of, at, over a fall of, over, spawns, hold it, held, through, "
    "release height, h0, y0, down a, down the, into a, up at, hangs, sits"
)
HEIGHT_AFTER: Final = vocabulary(
    "high, above the ground, above the floor, above ground, tall, drop, fall, tower, building, "
    "cliff, up, high tower, high cliff, high building, high roof, off the ground, balcony, wall, "
    "bridge, tall building, tall tower, height, in height, above, ledge, roof, mast, scaffold, "
    "platform, ladder, well, shaft, deep well, deep shaft, to the ground, to the floor, "
    "overhead, below, down, scaffolding, window, tree, crane, lighthouse, silo, deep, straight "
    "down, over the, above its, above a, lower, to the deck, to the bottom, of fall, of free "
    "fall, of height, high bridge, viaduct, over, off the floor, of drop, onto the, downstairs, "
    "fall height, drop height, storey, higher"
)
CONTRARY: Final = vocabulary(
    "rise, rises, rising, rose, ascend, ascends, climbs, climb, flies, fly, flying, stops, stop, "
    "sky, moves up, goes up, falls up, falling up, fall up, reach the moon, reaches the moon, "
    "reach mars, reaches mars, reaches the top, drops up, turns, curves, orbits, vanish, "
    "explodes, slows, slow, slowly, gently, softly, to the ceiling, hits the ceiling, reaches "
    "the ceiling, touches the ceiling, at the ceiling, onto the ceiling, through the ceiling, "
    "towards the ceiling, into the ceiling, hit the ceiling, reach the ceiling, hits the floor "
    "again, hits the ground again, strikes the floor again, strikes the ground again, touches the "
    "floor again, touches the ground again, lands again, second time, third time, fourth time, "
    "lands twice, second impact, second landing, leaves the floor, leaves the ground"
)
# What falls through it does not fall freely.
THROUGH: Final = vocabulary(
    "through water, through the water, in water, in the water, underwater, under water, in oil, "
    "through oil, in honey, through honey, in syrup, in glycerine, sinks, sinking, submerged, "
    "floats, floating, buoyancy, buoyant, viscous, viscosity"
)
# What hangs or is tied falls no further than it is let.
TIED: Final = vocabulary(
    "rope, ropes, string, strings, cable, cables, chain, chains, wire, wires, pendulum, pulley, "
    "pulleys, swing, swings, swinging, hang, hangs, hanging, hung, tied, tether, tethered, "
    "bungee, suspended, glue, glued, strapped, parachute"
)
# What a body may stay without being up: 'stays intact' is another claim.
BOUNDING: Final = frozenset(vocabulary("under, below, within, less, at, above, over, no, inside"))
REMAINING: Final = vocabulary("stays, stay, staying, remains, remain, remaining")
LAUNCH_WAYS: Final = tuple(
    f"{where} {how}"
    for where in ("down", "downward", "downwards", "vertically", "thrown", "hurled", "flung")
    for how in ("at", "with", "at a speed of", "with a speed of", "with a velocity of", "at about",
                "with an initial speed of", "at an initial speed of", "with a starting speed of",
                "at a velocity of", "at initial speed", "with speed", "with initial speed")
)  # fmt: skip
_DETERMINERS: Final = frozenset(
    vocabulary("the, a, an, its, my, your, his, her, their, our, this, that, some")
)
_TOWARDS: Final = frozenset(
    vocabulary(
        "on, onto, to, hit, hits, strike, strikes, reach, reaches, into, from, above, over, off, "
        "of, in, at, meets, towards, beside, near, under, below"
    )
)  # fmt: skip
_DOING: Final = frozenset(
    vocabulary(
        "will, must, does, should, can, falls, drops, lands, hits, reaches, fall, drop, is, was, "
        "has, goes, comes, strikes, plummets, would, shall"
    )
)  # fmt: skip
# 'to the left', 'at the speed of', 'in a spiral' claim something.
_CLAIMING: Final = frozenset(
    vocabulary(
        "left, right, side, sides, sky, ceiling, top, speed, rate, circle, spiral, curve, arc, "
        "line, zigzag, clouds, moon, sun, stars, rhythm, beat, music, way, manner, speeds, halt, "
        "stop, angle, second, minute, hour, fraction, parabola, hurry, hover, crawl, flash, "
        "blink, tick, half, quarter, third, light, sound, feather, stone's, snail, constant, "
        "uniform, upright, same, opposite, other, wrong, direction, north, south, east, west, "
        "moment, instant, piece, pieces, bit, temperature, power, force, energy, pressure, time, "
        "name"
    )
)
_ABOUT: Final = frozenset(
    vocabulary(
        "a, an, the, this, that, it, its, is, are, was, gets, and, then, so, will, must, does, "
        "do, should, can, to, from, at, of, on, onto, in, by, with, under, into, off, above, "
        "down, downward, downwards, straight, vertically, vertical, freely, free, free fall, "
        "freefall, fall, falls, falling, fell, drop, drops, dropped, dropping, released, let, "
        "go, plummets, thrown, throws, hurled, descend, descends, reach, reaches, reaching, hit, "
        "hits, hitting, land, lands, landing, arrive, arrives, touch, touches, strike, strikes, "
        "impact, rest, height, high, tall, tower, building, roof, rooftop, cliff, balcony, "
        "bridge, window, ladder, table, desk, shelf, chair, top, hand, ground, floor, earth, "
        "street, pavement, surface, below, beneath, gravity, weight, own, due, because, moon, "
        "mars, vacuum, air, resistance, drag, without, no, ignoring, neglecting, neglected, "
        "ignored, negligible, body, ball, stone, rock, object, initial, speed, velocity, zero, "
        "g, me, not, all, towards, toward, until, when, once, after, being, having, been, as, "
        "expected, concrete, sand, grass, wooden, stone's, metal, steel, hard, flat, level, "
        "long, out, my, your, his, her, their, our, someone, hands, fingers, grip, releases, "
        "lets, letting, plummet, plunge, plunges, water, river, sidewalk, yard, which, there, "
        "here, carpet, mat, loose, edge, over, through, goes, ends, up"
    )
)


def not_about_falling(words: Words) -> list[str]:
    """Give the words behind the release that say more than that a body falls.

    Whether a body falls is the easiest claim there is: it must not stand in for one that is not
    understood. What comes before describes the body and claims nothing.
    """
    first = min((p for phrase in (*RELEASED, *THROWN) for p in words.places(phrase)), default=0)
    quantities = [m for m in read_quantities(words).mentions if m.written is not None]
    spoken_for = {p for m in quantities for p in range(m.first_token, m.next_token)}
    return [
        token.text
        for place, token in enumerate(words.tokens)
        if place >= first
        and token.kind is not TokenKind.MARK
        and token.text not in _ABOUT
        and place not in spoken_for
        and not _is_thing(words, place)
    ]


def _is_thing(words: Words, place: int) -> bool:
    """Whether a word names what falls or where it lands: 'the anvil will ...', 'onto the lawn'."""
    tokens = words.tokens
    if place < 1 or tokens[place].text in _CLAIMING:
        return False
    if tokens[place - 1].text not in _DETERMINERS:
        return False
    behind = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return (place > 1 and tokens[place - 2].text in _TOWARDS) or behind in _DOING
