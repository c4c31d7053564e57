"""How a beam is held and loaded, what it is of, and which length is which, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from storyworld.physics.materials import Material, Property, materials_in
from storyworld.physics.nearby import after, before, limit_of, says, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.quantity import Unit

_MIDDLE: Final = vocabulary(
    "middle, mid span, midspan, mid point, midpoint, centre, center, halfway, half way, at mid, "
    "central, centrally, central load, central force, mid length, half span"
)
_SPREAD: Final = vocabulary(
    "spread, evenly, uniformly, uniform, distributed, all along, along its length, over its "
    "length, along its whole length, over its whole length, row of, per metre, per meter, filled "
    "with books, full of books, across its length, over the whole, along the whole, udl"
)
_STICKS_OUT: Final = vocabulary(
    "cantilever, cantilevered, sticks out, sticking out, protrudes, protruding, overhang, "
    "overhangs, overhanging, diving board, springboard, free end, fixed at one end, clamped at "
    "one end, one end fixed, one end clamped, built in at one end, projects, projecting, juts "
    "out, jutting, anchored at one end, held at one end, balcony, gangplank, bolted at one end, "
    "fixed only at one end, embedded at one end, supported at one end, flagpole, juts, branch, "
    "fixed to the wall at one end, supported only at one end"
)
_BUILT_IN: Final = vocabulary(
    "built in at both ends, clamped at both ends, fixed at both ends, welded at both ends, both "
    "ends clamped, both ends fixed, both ends built in, fixed fixed, encastre, fixed ends, "
    "clamped ends, rigidly held at both ends, built in ends, clamped clamped, bolted at both ends"
)
_AT_END: Final = vocabulary(
    "outer edge, far edge, free edge, at the end, at its end, tip, free end, on the end, at the "
    "far end, at its outer end, outer "
    "end, end load, at the very end, from its end, from the end"
)
# (load in one place, load spread): M / F L, and E I delta / F L³.
_BENDING: Final = {"ends": (1 / 4, 1 / 8), "one end": (1.0, 1 / 2), "fixed": (1 / 8, 1 / 12)}
_SAGGING: Final = {
    "ends": (1 / 48, 5 / 384), "one end": (1 / 3, 1 / 8), "fixed": (1 / 192, 1 / 384),
}  # fmt: skip
_FLAT: Final = vocabulary(
    "shelf, shelves, plank, board, sheet, pane, slat, strip, ruler, bench, tabletop, worktop, "
    "bookshelf, table top, slab, lies flat, laid flat, flat, planks"
)
_EDGEWISE: Final = vocabulary("on edge, edgewise, on its edge, edge on, upright, stood on edge")
_NOUNS: Final = frozenset(
    vocabulary(
        "shelf, shelves, plank, planks, board, beam, joist, girder, bar, rod, bridge, footbridge, "
        "sheet, pane, strip, ruler, slat, lintel, log, crossbar, rail, batten, rafter, tabletop, "
        "bench, worktop, slab, tube, pole, cantilever, bookshelf, lath, stick, dowel, "
        "springboard, balcony, timber, branch, broomstick, cane, skewer, twig, flat, walkway, "
        "boards, beams, rods, bars, sheets, laths, chopstick, gangway, worktops, tread, rung, "
        "purlin, treads, rungs"
    )
)
_OF: Final = frozenset({"of", "from", "out", "made", "in", "is", "material", ":", "=", "/", "|"})
_LABELS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    # behind the number, in front of it
    "thickness": (
        vocabulary("thick, in thickness, thickness, gauge"),
        vocabulary("thickness, thickness of, t, thick, h, depth, depth of"),
    ),
    "width": (
        vocabulary("wide, in width, width, broad, across its width, in breadth"),
        vocabulary("width, width of, b, w, breadth, breadth of"),
    ),
    "length": (
        vocabulary("long, span, in length, length, gap, wide gap, apart, wide ditch, wide stream, "
                   "ditch, stream, wide trench, between supports, between its supports, "
                   "between the supports, between its end supports, creek, wide creek, between, "
                   "overhang, cantilever, opening, wide opening, between brackets, between its "
                   "brackets, "
                   "between the brackets, from trestle to trestle, from support to support, from "
                   "wall to wall, "
            "from end to end, from post to post, between trestles, between the trestles, support "
            "to "
            "support, from bracket to bracket, between chairs, between the chairs, clear, of span, "
            "of length, from the wall, out of the "
                   "wall, "
                   "out from the wall, from the trunk, from the tree, from its trunk, from its "
                   "clamp, from the "
                   "clamp, from the post, from the vice, spans, clear span, from its wall, wide "
                   "brook"),
        vocabulary("length, length of, l, span, span of, spans, spanning, across a, gap of, over a "
                   "span of, spans a, bridges a, sticks out, protrudes, projects, projecting, "
                   "overhangs, sticking out, juts out, overhang of, across, supports"),
    ),
    "diameter": (
        vocabulary("in diameter, diameter, across, round, dia"),
        vocabulary("diameter, diameter of, d, dia, ø"),
    ),
    "side": (vocabulary("square, square section, square in section"), ()),
}  # fmt: skip
_ELSEWHERE: Final = vocabulary(
    "above the floor, above the ground, above ground, off the floor, off the ground, from the "
    "floor, up the wall, below it, below, above, up"
)
_GAPS: Final = frozenset(
    vocabulary("ditch, gap, stream, trench, creek, opening, brook, river, chasm, alley, hole, "
               "ravine, gully, pit")
)  # fmt: skip
_SAGS: Final = vocabulary(
    "sags, sag, sagging, deflects, deflect, deflection, bends, bend, dips, droops, bows, bending, "
    "goes down, gives"
)
_SOME: Final = vocabulary(
    "some number, number of, any number, lots of, plenty of, dozens of, heap of, pile of, "
    "handful of"
)
_NEAR: Final = 4
_MODULUS_PA: Final = 4e9
_STIFFNESS: Final = vocabulary("e, modulus, stiffness, elasticity")
_LINKS: Final = frozenset({"=", "is", ":", "of", "a", "about", "only"})
_THIN: Final = 0.1


@dataclass(frozen=True)
class Arrangement:
    """How a beam is held ('ends', 'one end', 'fixed') and loaded ('one place', 'spread', None).

    `bending` and `sagging` are the factors for a load in one place and for one spread; the
    first is the one that holds where `loaded` is known.
    """

    held: str
    loaded: str | None
    bending: tuple[float, float]
    sagging: tuple[float, float]
    own: float
    because: str


def arrangement(words: Words, *, spread: bool) -> Arrangement:
    """Read how a beam is held and where its load lies; a shelf lies on its two ends."""
    held = "ends"
    if words.any_of(_STICKS_OUT) is not None:
        held = "one end"
    elif words.any_of(_BUILT_IN) is not None:
        held = "fixed"
    loaded = None
    if spread or words.any_of(_SPREAD) is not None:
        loaded = "spread"
    elif words.any_of(_AT_END if held == "one end" else _MIDDLE) is not None:
        loaded = "one place"
    bending, sagging = _BENDING[held], _SAGGING[held]
    if loaded == "spread":
        bending, sagging = bending[::-1], sagging[::-1]
    where = {"one place": "the load in one place", "spread": "the load spread", None: "the load"}
    how = {"ends": "on its two ends", "one end": "held at one end", "fixed": "built in at both"}
    own = _BENDING[held][1]
    return Arrangement(held, loaded, bending, sagging, own, f"{how[held]}, {where[loaded]}")


def several_of(words: Words) -> bool:
    """Whether there are several things on it and nobody says how many: 'a number of 2 kg books'."""
    return words.any_of(_SOME) is not None


def is_rating(words: Words, phrases: Iterable[str]) -> bool:
    """Whether what would claim that it breaks only says at which stress: 'it fails at 40 MPa'."""
    stresses = [m for m in read_quantities(words).mentions if m.quantity.unit is Unit.PASCAL]
    places = [p for phrase in phrases for p in words.places(phrase) if not words.negated(p)]
    return bool(places) and all(
        any(0 < m.first_token - place <= _NEAR for m in stresses) for place in places
    )


def material_of(words: Words) -> Material | None:
    """Give what the beam is made of: 'a pine shelf', 'a shelf of oak', not 'holds a stone'."""
    for at, material in materials_in(words, Property.MODULUS):
        behind = {t.text for t in words.tokens[at + 1 : at + 4]}
        ahead = [t.text for t in words.tokens[max(0, at - 5) : at]]
        made = bool(ahead) and (ahead[-1] in _OF or set(ahead[-3:]) & {"made", "material"})
        ends = not behind or words.tokens[at + 1].kind is TokenKind.MARK
        bracketed = ends and bool(_NOUNS & {t for t in ahead[-2:] if t != ","} & {*ahead[-2:]})
        if bracketed and (ahead[-1] in _NOUNS or ahead[-1] == ","):
            return material
        if behind & _NOUNS or (made and _NOUNS & set(ahead)) or words.tokens[at].text in _NOUNS:
            return material
    return None


_BEFORE_ANOTHER: Final = frozenset(
    vocabulary("from, of, on, onto, in, at, to, by, over, across, under, hangs, hang, hung, is, "
               "stands, sits, and, with, which, that, upon, along, midway")
)  # fmt: skip
_OWN: Final = frozenset({"itself", "own", "self"})
_SEATS: Final = frozenset({"seats", "seating", "seat"})


def place_loads(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place a lone mass that is no beam's own, and people who are elsewhere.

    'A 150 kg engine from the middle of a beam' is a load: the beam stands behind another word.
    """
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.ONE):
        if _SEATS & {*before(words, mentions, n, 2)}:  # 'the hall seats 400 people'
            placed[n] = ""
    masses = with_unit(mentions, Unit.KILOGRAM)
    if len(masses) != 1:
        return placed
    behind = after(words, mentions, masses[0], 12)
    cut = next((k for k, word in enumerate(behind) if word in _BEFORE_ANOTHER), len(behind))
    own = _OWN & {*before(words, mentions, masses[0], 4)} or _NOUNS & {*behind[:cut]}
    if not own and cut < len(behind) and _NOUNS & {*behind[cut:]}:
        placed[masses[0]] = "load_mass"
    return placed


def place_sizes(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say which of a text's lengths is span, width, thickness or diameter."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.PASCAL):
        rupture = "rupture" in before(words, mentions, n, 4)
        stiff = says(before(words, mentions, n, 3), _STIFFNESS) and not rupture
        if stiff or mentions[n].quantity.value > _MODULUS_PA:
            placed[n] = "modulus"
    loose: list[int] = []
    used = 0
    for n in with_unit(mentions, Unit.METRE):
        mention = mentions[n]
        # The 'thick' of '3 mm thick 0.8 m shelf' is the first length's.
        gap = mention.first_token - (mentions[n - 1].next_token if n else 0)
        ahead = before(words, mentions, n, min(4, max(0, gap - used)))
        behind = after(words, mentions, n, 5)
        used = 0
        if mention.parts > 1:
            placed[n] = _of_product(words, mentions, n)
        elif says(ahead, _SAGS):
            continue
        elif _of_the_sag(words, mention, ahead):
            placed[n] = f"sag_{limit_of(mention)}"
        elif (label := _label(words, ahead, behind)) is not None:
            placed[n], used = label
        elif says(behind[:3], _ELSEWHERE):
            placed[n] = ""
        elif "from" not in behind[:1]:
            loose.append(n)
    _place_loose(words, mentions, placed, loose)
    return placed


def _of_the_sag(words: Words, mention: Mention, ahead: tuple[str, ...]) -> bool:
    """Whether its sentence is of the sag: 'the deflection of a bar 1 m long is less than 1 mm'."""
    sentence = words.tokens[mention.first_token].sentence
    first = [t.text for t in words.tokens[: mention.first_token] if t.sentence == sentence][:3]
    is_so = {"is", "amounts", "stays", "remains", "be", "exceeds", "exceed"} & {*ahead[-4:]}
    return bool(is_so and {"deflection", "sag", "sagging"} & {*first})


def _label(words: Words, ahead: tuple[str, ...], behind: tuple[str, ...]) -> tuple[str, int] | None:
    """Give what the words next to a length call it, and how many behind it do."""
    flat = words.any_of(_FLAT) is not None
    if behind[:1] == ("deep",):
        return ("width" if flat else "thickness"), 1
    if behind[:1] in {("high",), ("tall",)}:
        return None if flat else ("thickness", 1)
    # 'a ditch 3 m wide' is a span, and so is a gap
    if behind[:1] == ("wide",) and (_GAPS & {*ahead[-2:], *behind[1:2]}):
        return "length", 2
    if flat and {"depth", "deep"} & set(ahead[-2:]):
        return "width", 0
    best: tuple[int, str, int] | None = None
    for name, (after_it, before_it) in _LABELS.items():
        for phrase in after_it:
            if list(behind[: len(phrase.split())]) == phrase.split():
                size = len(phrase.split())
                best = max(best or (0, "", 0), (2 * size, name, size))
        for phrase in before_it:
            parts = phrase.split()
            for skipped in (0, 1):
                end = len(ahead) - skipped
                if skipped and not _LINKS & set(ahead[-1:]):
                    continue
                if list(ahead[max(0, end - len(parts)) : end]) == parts:
                    best = max(best or (0, "", 0), (2 * len(parts) - 1, name, 0))
    return best[1:] if best else None


def _of_product(words: Words, mentions: tuple[Mention, ...], number: int) -> str:
    """Name a part of '0.25 m x 18 mm' or '2 m x 20 cm x 3 cm'."""
    mention = mentions[number]
    first = number - mention.part
    values = [mentions[n].quantity.value for n in range(first, first + mention.parts)]
    order = sorted(range(mention.parts), key=lambda n: -values[n])
    if mention.parts == 3:
        longest = order[0]
        if mention.part == longest:
            return "length"
        two = [n for n in range(3) if n != longest]
    else:
        two = [0, 1]
    wide, thin = two
    if words.any_of(_EDGEWISE) is not None:
        wide, thin = sorted(two, key=lambda n: values[n])
    elif words.any_of(_FLAT) is not None:
        wide, thin = sorted(two, key=lambda n: -values[n])
    return "thickness" if mention.part == thin else "width" if mention.part == wide else "length"


def _place_loose(
    words: Words, mentions: tuple[Mention, ...], placed: dict[int, str], loose: list[int]
) -> None:
    """Place lengths without a label: the longest is the span, a thin one the thickness."""
    left = sorted(loose, key=lambda n: -mentions[n].quantity.value)
    taken = set(placed.values())
    if left and "length" not in taken:
        rest = [m.quantity.value for n, m in enumerate(mentions) if placed.get(n) == "width"]
        if mentions[left[0]].quantity.value > max(rest, default=0.0) * 0.8:
            placed[left.pop(0)] = "length"
    spans = [mentions[n].quantity.value for n, name in placed.items() if name == "length"]
    bar = {"rod", "round", "dowel", "pole", "broomstick", "cylinder", "rail", "stick"}
    if len(left) == 1 and spans and mentions[left[0]].quantity.value < _THIN * spans[0]:
        if bar & set(words.present) and "width" not in taken:
            placed[left[0]] = "diameter"
        elif "square" in words and "width" not in taken:
            placed[left[0]] = "side"
        elif "thickness" not in taken:
            placed[left[0]] = "thickness"
