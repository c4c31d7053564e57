"""The words by which a fall is known, and those that say more than that a body falls."""

from typing import Final

from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary

RELEASED: Final = vocabulary(
    "dropped, drops, drop, dropping, released, releases, release, let go, lets go, letting go, "
    "let fall, lets fall, free fall, freefall, free falling, falls, fall, falling, fell, fallen, "
    "plummets, plummet, plummeted, plunges, plunge, tumbles off, tumbles from, tumbled from, "
    "slips off, slips from, slipped off, slipped from, slips out, slipped out, slides off, rolls "
    "off, knocked off, pushed off, nudged off, comes loose, breaks loose, breaks off, comes off, "
    "detaches, detached, is let loose, topples off, steps off, loses its grip, let slip, lets slip"
)
THROWN: Final = vocabulary(
    "thrown, throws, throw, hurled, hurls, tossed, tosses, flung, flings, launched, fired, shot, "
    "pitched, chucked, chucks, slung, shoved, cast"
)
DOWNWARD: Final = vocabulary(
    "straight down, down, downward, downwards, vertically downward, vertically downwards, "
    "straight downward, straight downwards"
)
FALLING: Final = vocabulary("fall, falls, falling, fell, drop, drops, descend, descends, plummets")
LANDING: Final = vocabulary(
    "reach, reaches, reaching, reached, hit, hits, hitting, land, lands, landing, landed, arrive, "
    "arrives, touch, touches, touches down, strike, strikes, struck, impact, impacts, "
    "down in, crashes, crash, slams, smashes, splashes, is down, gets down, makes contact"
)
FLOORS: Final = vocabulary(
    "ground, floor, lands, land, impact, pavement, street, earth, surface, sidewalk, yard, deck, "
    "water, courtyard, river, beach, sand, lawn, dirt, dust, road"
)
HEIGHT_BEFORE: Final = vocabulary(
    "dropped from, falls from, released from, from, from a height of, height of, height, "
    "drop height, h, let go from, falls, fall of, drop of, from a, height is, thrown from, "
    "altitude of, distance of, drops, starting height, initial height, off a, top of a, "
    "falling from, falls off a, off the"
)
HEIGHT_AFTER: Final = vocabulary(
    "high, above the ground, above the floor, above ground, tall, drop, fall, tower, building, "
    "cliff, up, high tower, high cliff, high building, high roof, off the ground, balcony, wall, "
    "bridge, tall building, tall tower, height, in height, above, ledge, roof, mast, scaffold, "
    "platform, ladder, well, shaft, deep well, deep shaft, to the ground, to the floor, overhead, "
    "below, down, scaffolding, window, tree, crane, lighthouse, silo, deep, straight down"
)
CONTRARY: Final = vocabulary(
    "rise, rises, rising, rose, ascend, ascends, climbs, climb, flies, fly, flying, stays, stay, "
    "remains, remain, stops, stop, sky, moves up, goes up, falls up, falling up, fall up, "
    "reach the moon, reaches the moon, reach mars, reaches mars, reaches the top, "
    "drops up, turns, curves, orbits, vanish, explodes, slows, slow, slowly, gently, softly"
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
    "pulleys, swing, swings, swinging, hang, hangs, hanging, hung, tied, tether, tethered, bungee, "
    "suspended, glue, glued, strapped, parachute"
)
_ABOUT: Final = frozenset(
    vocabulary(
        "a, an, the, this, that, it, its, is, are, was, gets, and, then, so, will, must, does, "
        "do, should, can, to, from, at, of, on, onto, in, by, with, under, into, off, above, down, "
        "downward, downwards, straight, vertically, vertical, freely, free, free fall, freefall, "
        "fall, falls, falling, fell, drop, drops, dropped, dropping, released, let, go, plummets, "
        "thrown, throws, hurled, descend, descends, reach, reaches, reaching, hit, hits, hitting, "
        "land, lands, landing, arrive, arrives, touch, touches, strike, strikes, impact, rest, "
        "height, high, tall, tower, building, roof, rooftop, cliff, balcony, bridge, window, "
        "ladder, table, desk, shelf, chair, top, hand, ground, floor, earth, street, pavement, "
        "surface, below, beneath, gravity, weight, own, due, because, moon, mars, vacuum, air, "
        "resistance, drag, without, no, ignoring, neglecting, neglected, ignored, negligible, "
        "body, ball, stone, rock, object, initial, speed, velocity, zero, g, me, not, all, "
        "towards, toward, until, when, once, after, being, having, been, towards, as, expected, "
        "concrete, sand, grass, wooden, stone's, metal, steel, hard, flat, level, long, out, my, "
        "your, his, her, their, our, someone, hands, fingers, grip, releases, lets, letting, "
        "plummet, plunge, plunges, water, river, sidewalk, yard, which, there, here, carpet, mat, "
        "loose, edge, over, through, goes, ends, up"
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
    ]
