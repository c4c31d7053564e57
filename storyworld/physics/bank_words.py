"""The words of banked curves: how steep, and which way a vehicle slides."""

from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.physics.turning_words import BANKS
from storyworld.physics.turning_words import VEHICLES as _RIDDEN
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

BANK_BEFORE: Final = vocabulary(
    "bank, bank of, banked, banked at, banked by, bank angle, bank angle of, "
    "banking, banking of, banking angle, theta, θ, angle, angle of, inclined at, "
    "superelevation, superelevation of, cant, cant of, tilt, tilted at, "
    "banking angle of, camber of, camber, banked with, tipped in, tilts inward by, tilted by, "
    "tilts inward, tilted inward by, sloped at, slopes inward at, slope of, phi, φ, beta, alpha, "
    "α, β, inclined by, canted at, cambered at, slanted at, tilt of, banked up at, leans in at, "
    "inclination, inclination of, slopes at, tilted inwards by, slopes inwards by, tilts by, "
    "banked to, bank is, steepness of, slant of, angled at, tilt angle, tilt angle of"
)
BANK_AFTER: Final = vocabulary(
    "bank, banking, banked, bank angle, banked turn, banked curve, "
    "superelevation, of bank, of banking, incline, banked bend, banked corner, velodrome, tilt, "
    "inclination, slope, cant, camber, inward, of superelevation, of tilt, of cant, slant, "
    "steep, banked velodrome, velodrome bank, banked track, banked hairpin, of camber"
)
# What a road does that is no level one; a rider leans too, so that the road must stand before it.
LEANS: Final = frozenset(vocabulary(inflected("lean, tilt, slope, slant, incline, cant, tip"))) | {
    "leant"
}
_INWARD: Final = (
    "inward", "inwards", "toward the inside", "towards the inside", "to the inside",
    "toward the centre", "towards the centre", "into the bend", "into the curve", "into the turn",
)  # fmt: skip
# What only names the road: 'the banked track', 'on the bank'.
BANK_NOUNS: Final = vocabulary(
    "tilted inward, tilts inward, slopes inward, sloped inward, sloping inward, inclined inward, "
    "tilted inwards, tilts inwards, slopes inwards, leans inward, banked inward, banked inwards, "
    "banks inward, slip road, banked up, raised outer edge, tipped in, slanted inward, "
    "slants inward, "
    + inflected(
        "leave a friction, leave a coefficient, leave a grip, leave a mu, leave mu, leave only, "
        "leave just, leave friction, leave the friction, leave the tyres, leave the tires"
    )
    + ", "
    + ", ".join(
        f"{unit} {way}"
        for unit in (*LEANS, "degrees", "degree", "deg", "°", "percent", "%")
        for way in _INWARD
    )
)
HOLDS: Final = vocabulary(
    inflected(
        "stay put, stay at the same height, keep the same height, stay level on the bank, "
        "stay at one height, keep its height, stay where, keep its place, stay at its height, "
        "stay at the same level, hold its height, maintain its height"
    )
    + ", kept on its line, held on its line, neither up nor down, no drift, no sideslip"
)
UPWARD: Final = vocabulary(
    inflected(
        "slide up, slip up, drift up, skid up, move up, go up, creep up, climb, climb the bank, "
        "climb the wall, climb up, ride up, fly off, run wide, slide out, slide outward, "
        "slide outwards, drift outward, drift outwards, slip outward, drift out, fly out, "
        "go wide, skid out, slip out, slide over the top, get pushed up, run up, push up, "
        "leave over the top, shoot up, drift wide, slide uphill, skid outward, head up"
    )
    + ", up the bank, up the banking, up the slope, outward, outwards, slides off the top, "
    "over the top, off the top, off the outside, to the outside, over the outer edge, "
    "towards the outside, toward the outside, off the outer edge, over the outside, upwards, "
    "upward, up the track, towards the outer edge, toward the outer edge, over the edge, "
    "over the rim, over the upper edge, up to the wall, up the wall, up towards the wall, "
    "into the outside wall, into the outer wall, over the high side, off the high side, uphill, "
    "towards the outer wall, toward the outer wall, over the crash barrier"
)
DOWNWARD: Final = vocabulary(
    inflected(
        "slide down, slip down, drift down, skid down, move down, creep down, go down, "
        "slide inward, slide inwards, slip inward, slip inwards, drift inward, drift inwards, "
        "slide to the bottom, slide off the bottom, fall down, drop down, sink down, "
        "slither down, tumble down, come down, run down, slide downhill, slip downhill"
    )
    + ", down the bank, down the banking, down the slope, inward, inwards, to the inside, "
    "towards the inside, toward the inside, downwards, downward, off the inside, down the track, "
    "towards the inner edge, toward the inner edge, to the bottom of the bank, off the bottom, "
    "to the bottom, over the inner edge, off the low side, down to the apron, to the infield, "
    "downward slip, downhill, off the inner edge, to the low side"
)
LEAVES: Final = vocabulary(inflected("leave"))
_ROADS: Final = frozenset(
    vocabulary(
        "road, roads, track, curve, bend, turn, corner, exit, surface, roadway, carriageway, "
        "asphalt, tarmac, lane, circuit, oval, hairpin, bowl, ramp, motorway, pavement"
    )
)
_HILLY: Final = vocabulary("uphill, downhill, hill, up a slope, down a slope")
_DRIVEN: Final = frozenset(_RIDDEN) - _ROADS - {"mph"}
_ROAD_REACH: Final = 10
# What says that a road is no bank stands right before the word: 'not banked', 'without any bank'.
_UNBANKED: Final = frozenset({"not", "no", "without", "zero", "isn't", "never", "nor"})


def banked(words: Words, units: frozenset[Unit]) -> tuple[bool, bool]:
    """Say whether a text speaks of a bank, and whether it denies one.

    Only a denial at hand denies the bank: 'no rider slides up a banked track' has one.
    """
    said = denied = False
    for phrase in BANKS:
        for place in words.places(phrase):
            ahead = {t.text for t in words.tokens[max(0, place - 2) : place]}
            if ahead & _UNBANKED:
                denied = True
            else:
                said = True
    return said or (Unit.DEGREE in units and _leans(words)), denied


def _leans(words: Words) -> bool:
    """Whether it is the road that leans: 'the exit leans inwards by', 'the road tilted by'."""
    if words.any_of(_HILLY) is not None:
        return False
    for place, token in enumerate(words.tokens):
        if token.text not in LEANS:
            continue
        for before in reversed(words.tokens[max(0, place - _ROAD_REACH) : place]):
            if before.sentence != token.sentence or before.text in _DRIVEN:
                break
            if before.text in _ROADS:
                return True
    return False
