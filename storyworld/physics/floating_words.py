"""Which density is the liquid's, which volume the body's, and which lengths are its sizes."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.floating_slots import ABOVE, BELOW
from storyworld.physics.floating_things import speaks_of_liquid
from storyworld.physics.nearby import after, before, limit_of, place_of, says, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_METRE, _VOLUME, _DENSE = Unit.METRE, Unit.CUBIC_METRE, Unit.KILOGRAM_PER_CUBIC_METRE
_SPHERES: Final = frozenset(vocabulary("ball, sphere, marble, globe, bead, spherical"))
_HOLDERS: Final = frozenset(
    vocabulary("bucket, tank, aquarium, pool, bath, bathtub, tub, basin, jug, glass, bowl, "
               "beaker, pond, lake, reservoir, jar, cylinder, bottle, vat, trough, of")
)  # fmt: skip
_DEPTHS: Final = frozenset(
    vocabulary("water, pool, lake, pond, river, sea, tank, deep, bottom, harbour, down, above, "
               "surface, below, dropped, height")
)  # fmt: skip


def place_sizes(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say which density is the liquid's, and which lengths are no sizes of the body."""
    placed = {**_densities(words, mentions), **_shares(words, mentions)}
    for n in with_unit(mentions, Unit.KELVIN):
        placed[n] = ""
    for n in with_unit(mentions, _VOLUME):
        behind, ahead = after(words, mentions, n, 2), before(words, mentions, n, 3)
        led = {"in", "into", "inside"} & set(ahead) and not {"displaces", "volume"} & set(ahead)
        if led and _HOLDERS & set(behind):
            placed[n] = ""
    lengths = with_unit(mentions, _METRE)
    free = [n for n in lengths if mentions[n].parts == 1]
    for n in lengths:
        mention = mentions[n]
        if mention.parts == 3:
            placed[n] = ("length", "breadth", "height")[mention.part]
            continue
        near = {*before(words, mentions, n, 2), *after(words, mentions, n, 3)}
        if "deep" in near and _DEPTHS & (near - {"deep"}):
            placed[n] = ""
    if len(free) == 1 and free[0] not in placed and not _cued(words, mentions, free[0]):
        if _SPHERES & set(words.present):
            placed[free[0]] = "diameter"
        elif "cube" in words or "cubic" in words or "cubical" in words:
            placed[free[0]] = "side"
    return placed


def _shares(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say which shares are of what lies below the surface or shows above; totals need no count."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.ONE):
        part = _a_part(words.text[mentions[n].start : mentions[n].end])
        if mentions[n].symbol != "percent" and not part:
            if {"total", "altogether", "combined"} & set(words.present):
                placed[n] = ""
            continue
        sentence = words.tokens[mentions[n].first_token].sentence
        around = tuple(t.text for t in words.tokens if t.sentence == sentence)
        if not part and not _OF_THE_BODY & {*after(words, mentions, n, 1)}:
            continue
        for name, limit in (("fraction_above", ABOVE), ("submerged_fraction", BELOW)):
            if n not in placed and says(around, (*limit.after, *limit.before)):
                placed[n] = f"{name}_{limit_of(mentions[n])}"
    return placed


def _a_part(written: str) -> bool:
    """Whether a number is a part of something: 'half of a log', 'a quarter of a block'."""
    said = written.lower().split()
    return "of" in said and not _FRACTIONS.keys().isdisjoint(said)


def sinks_of_kitchens(words: Words) -> tuple[str, ...]:
    """Give the phrases in which 'sink' is a basin: 'the water in the sink'."""
    return tuple(
        f"{words.tokens[place - 1].text} sink"
        for place in words.places("sink")
        if place and words.tokens[place - 1].text in _BASINS
    )


_BASINS: Final = frozenset(
    vocabulary("the, a, my, our, her, his, their, your, kitchen, bathroom, steel, full, laundry, "
               "ceramic, washing, this, enamel")
)  # fmt: skip


def loose_share(words: Words) -> bool:
    """Whether a share is said to lie below or above the surface that is no number here."""
    said = (*BELOW.after, *ABOVE.after, *BELOW.before, *ABOVE.before)
    return any(
        says([t.text for t in words.tokens[max(0, place - 6) : place + 7]], said)
        for part in _PARTS
        for place in words.places(part)
    )


def spelled_share(words: Words) -> tuple[str, float] | None:
    """Read a share in words, and which slot it fills: 'at least half of its volume under water'."""
    if any(t.text in _DENIED or t.text.endswith("n't") for t in words.tokens):
        return None
    for place, token in enumerate(words.tokens):
        parts = _FRACTIONS.get(token.text)
        behind = [
            t.text
            for t in words.tokens[place + 1 : place + _BEHIND_SHARE]
            if t.sentence == token.sentence
        ]
        if parts is None:
            continue
        above, below = place_of(behind, ABOVE.after), place_of(behind, BELOW.after)
        if (above is None) is (below is None):
            continue
        limit = BELOW if above is None else ABOVE
        ahead = [t.text for t in words.tokens[max(0, place - 4) : place]]
        times = _TIMES.get(ahead[-1], 1) if ahead else 1
        which = "about"
        if says(ahead, _AT_LEAST):
            which = "min"
        if says(ahead, _AT_MOST):
            which = "max"
        if says(ahead, _NO_LESS):
            which = "min"
        return f"{limit.quantity}_{which}", min(1.0, times / parts)
    return None


_FRACTIONS: Final = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8,
    "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_TIMES: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                 "nine": 9}  # fmt: skip
_AT_LEAST: Final = vocabulary("at least, more than, over, upwards of, above")
_AT_MOST: Final = vocabulary("at most, less than, under, up to, below, no more than, fewer than")
_NO_LESS: Final = vocabulary("no less than, not less than, no fewer than")
_BEHIND_SHARE: Final = 28
_DENIED: Final = frozenset(vocabulary("not, never, cannot, without, nor, neither, fails"))


def starts_below(words: Words) -> bool:
    """Whether the bottom is only where it starts: 'let go at the bottom, it comes up'."""
    return any(
        _STARTS & {t.text for t in words.tokens[max(0, place - 5) : place]}
        for place in words.places("bottom")
    )


def hovers(words: Words) -> bool:
    """Whether something is said to be so far above the liquid."""
    mentions = read_quantities(words).mentions
    return any(
        says(after(words, mentions, n, 2), ("above", "over", "clear of"))
        for n in with_unit(mentions, _METRE)
    )


def _densities(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say of each density whether it is the liquid's: named right before or behind it."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, _DENSE):
        ahead, behind = before(words, mentions, n, 8), after(words, mentions, n, 3)
        at, stuff = speaks_of_liquid(ahead), speaks_of_liquid(behind)
        others = [place for place, word in enumerate(ahead) if word in _BODIES]
        near = at is not None and at > max(others, default=-1)
        if stuff in (0, 1) and not _BODIES & set(behind[:stuff]) and not _LEADS & set(behind):
            near = True
        # '1.2 kg/L liquid lets a 1.1 kg/L ball float': what follows at once is what it is of.
        # 'In oil of 900 kg/m³ an ice cube ...': an article begins another thing.
        other = behind[:1] == () or behind[0] in _ARTICLES
        noun = not other and behind[0].isalpha() and behind[0] not in _LINKING
        if near and other:
            behind = ()
        if _BODIES & set(behind[:1]) or (noun and stuff not in (0, 1)):
            near = False
        placed[n] = "fluid_density" if near else "density"
    if len(placed) == 2 and len(set(placed.values())) == 1:
        first, last = placed
        placed[first], placed[last] = "density", "fluid_density"
    return placed


def _cued(words: Words, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether the words next to a length say which of the sizes it is."""
    near = {*before(words, mentions, number, 2), *after(words, mentions, number, 2)}
    return bool(near & {"diameter", "radius", "side", "edge", "high", "tall", "thick", "wide"})


_OF_THE_BODY: Final = frozenset(
    vocabulary("of, below, under, underwater, submerged, is, lies, above, immersed, out, beneath, "
               "sticking, showing, visible, exposed, dry, protruding, lie, are")
) | {","}  # fmt: skip
_PARTS: Final = vocabulary("half, third, thirds, quarter, quarters, fourth, fourths, fifth, "
                           "fifths, "
                           "sixth, sixths, seventh, eighth, eighths, ninth, tenth, tenths, most "
                           "of, "
                           "majority, hundredth, twentieth")  # fmt: skip
_STARTS: Final = frozenset(
    vocabulary("released, let, lets, starts, starting, start, held, from, freed, loosed, begins")
)
_LINKING: Final = frozenset(
    vocabulary("and, or, but, with, is, are, in, into, on, onto, of, for, at, to, from, floats, "
               "sinks, has, while, when, if, then, which, that, it, against, versus, vs, while, "
               "as, "
               "will, must, does, cannot, can, goes, stays, dropped, put, placed, laid, thrown")
)  # fmt: skip
_ARTICLES: Final = frozenset(
    vocabulary("a, an, the, my, his, her, our, their, your, this, that, some, any, one, two")
)
_LEADS: Final = frozenset({"in", "into", "on", "onto", "floats", "sinks"})
_BODIES: Final = frozenset(
    vocabulary("cube, block, ball, body, object, sphere, log, egg, stone, rock, marble, plank, "
               "boat, box, cylinder, sample, piece, brick, bar, wood, plastic, obj, rho1, disc, "
               "disk, plate, toy, bead, crate, raft, solid, ice, metal, steel, float, apple")
)  # fmt: skip
