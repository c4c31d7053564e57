"""How the ends of a column are held, and which of its lengths is which, in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.nearby import after, before, says, with_unit
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_PINNED: Final = vocabulary(
    "pinned, pin ended, pin, pins, pin jointed, hinged, hinge, hinges, pivot, pivots, pivoted, "
    "ball joint, ball joints, simply supported, rounded ends, knuckle, free to rotate, free to "
    "pivot, free to turn, ball jointed, swivel, swivels, pin joints, free to tilt, knife edges, "
    "pivoting, ball and socket, ball bearings, pins at, pin pin, knife edge, hinging, pivot "
    "joints, "
    "pin supports, pivot points, free to hinge"
)
_FIXED: Final = vocabulary(
    "fixed, clamped, built in, welded, rigidly, encastre, embedded, cemented, set in concrete, "
    "planted, anchored, bolted, rigid, concreted, clamps, cast in, "
    "cast into, grouted, set in, glued in, fixity, encastred, restrained, socketed, rammed"
)
_FREE: Final = vocabulary(
    "free at the top, free top, top free, upper end free, other end free, free end, fixed free, "
    "flagpole, free at its top, top is free, free at one end, cantilever, free standing, "
    "freestanding, the top free, unsupported at the top, other free, clamped free, other is free, "
    "free at the other, free at the upper, upper end is free, top unsupported, one free, "
    "top end free, top unbraced, free upper end, open top end, other end is free, free at its "
    "head, "
    "free at the head, head free, free head, top is loose, nothing at the top, free standing top, "
    "top left free, top can sway, free to sway, one end free, free at its upper end"
)
_BOTH: Final = vocabulary(
    "both ends, fixed fixed, clamped clamped, ends fixed, ends clamped, ends built in, fixed ends, "
    "clamped ends, top and bottom, at each end, at both, two ends, built in ends, each end, "
    "bottom and top, ends welded, fix fix, ends are, ends rigidly"
)
_EFFECTIVE: Final = vocabulary("effective length, buckling length")
PINNED, FIXED, FREE, MIXED = 1.0, 0.5, 2.0, 0.7


def end_factor(words: Words) -> float | None:
    """Give the effective length factor that words imply; None where they leave it open.

    References
    ----------
    J. M. Gere, B. J. Goodno, Mechanics of Materials, section 11.4, figure 11-20.
    """
    if words.any_of(_EFFECTIVE) is not None:
        return PINNED
    pinned = words.any_of(_PINNED) is not None
    loose = _loose_top(words)
    fixed = words.any_of(_FIXED) is not None
    if loose or words.any_of(_FREE) is not None:
        return None if pinned else FREE
    if fixed and pinned:
        return MIXED
    if pinned:
        return PINNED
    return FIXED if fixed and words.any_of(_BOTH) is not None else None


def _loose_top(words: Words) -> bool:
    """Whether a foot is held and nothing holds the head: 'nothing bracing its head'."""
    return any(
        _STAYS & {t.text for t in words.tokens[place : place + 4]}
        and _HEADS & {t.text for t in words.tokens[max(0, place - 3) : place + 6]}
        for said in ("nothing", "not", "without")
        for place in words.places(said)
    )


_STAYS: Final = frozenset(
    vocabulary("bracing, braced, holding, held, supporting, supported, steadying, steadied, "
               "restraining, restrained, guiding, guided, support")
)  # fmt: skip
_HEADS: Final = frozenset({"head", "top", "upper"})
# behind the number, in front of it
_LABELS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "inner_diameter": (
        vocabulary("inner diameter, inside diameter, bore, internal diameter, inside, id, inner, "
                   "inner dia"),
        vocabulary("inner diameter, inner diameter of, inside diameter, inside diameter of, bore, "
                   "bore of, internal diameter, internal diameter of, id, d i, inner"),
    ),
    "wall": (
        vocabulary("wall, walls, wall thickness, thick wall, thick walls, thin wall"),
        vocabulary("wall, wall thickness, wall thickness of, walls, wall of, walls of"),
    ),
    "inner_radius": (vocabulary("inner radius"), vocabulary("inner radius, inner radius of")),
    "diameter": (
        vocabulary("in diameter, diameter, across, outer diameter, outside diameter, thick, od, "
                   "dia, round, wide, outside, in dia, diam, outer"),
        vocabulary("diameter, diameter of, outer diameter, outer diameter of, d, outside diameter, "
                   "outside diameter of, od, dia, ø, thickness, thickness of, d o, outer"),
    ),
    "radius": (vocabulary("radius, in radius"), vocabulary("radius, radius of, r, outer radius")),
    "side": (
        vocabulary("square, square section, square in section, square bar, side, on each side, by "
                   "side"),
        vocabulary("side, side of, sides of, square of, square section of, square section"),
    ),
    "length": (
        vocabulary("long, tall, high, in length, length, in height, height, from end to end"),
        vocabulary("length, length of, l, height, height of, effective length, effective length "
                   "of, long, tall, unbraced length, unbraced length of, buckling length"),
    ),
}  # fmt: skip
_LINKS: Final = frozenset({"=", "is", ":", "of", "a", "about", "only", "an", "just"})
_SQUARE: Final = frozenset({"square"})


def place_sizes(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say which of a text's lengths is the column's, and which its section's."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.PASCAL):
        stiff = says(before(words, mentions, n, 3), _STIFFNESS)
        large = mentions[n].quantity.value > _MODULUS_PA
        placed[n] = "modulus" if stiff or large else "strength"
    loose: list[int] = []
    for n in with_unit(mentions, Unit.METRE):
        mention = mentions[n]
        if mention.parts > 1:
            placed[n] = _of_product(words, mentions, n)
            continue
        ahead, behind = before(words, mentions, n, 4), after(words, mentions, n, 4)
        label = _label(ahead, behind)
        if label == "diameter" and words.any_of(_SQUARE) is not None:
            label = "side"
        if label is None:
            loose.append(n)
        else:
            placed[n] = label
    # '25 mm wide and 4 mm thick' is a flat bar.
    twice = [n for n, name in placed.items() if name == "diameter"]
    if len(twice) == 2 and any("wide" in after(words, mentions, n, 1) for n in twice):
        for n in twice:
            placed[n] = "width" if "wide" in after(words, mentions, n, 1) else "thickness"
    left = sorted(loose, key=lambda n: mentions[n].quantity.value)
    taken = set(placed.values())
    if left and "length" not in taken:
        largest = max((mentions[n].quantity.value for n in placed
                       if mentions[n].quantity.unit is Unit.METRE), default=0.0)  # fmt: skip
        # A lone size is a length only where the section is known: '20 mm rod' is a section.
        if (mentions[left[-1]].quantity.value > 3 * largest and (largest > 0 or len(left) > 1)) or (
            largest == 0.0 and mentions[left[-1]].quantity.value >= _LONG_M
        ):
            placed[left.pop()] = "length"
    if len(left) == 1 and not taken & {"diameter", "radius", "side", "width"}:
        placed[left[0]] = "side" if words.any_of(_SQUARE) is not None else "diameter"
    return placed


_LONG_M: Final = 0.5
_MODULUS_PA: Final = 4e9
_STIFFNESS: Final = vocabulary("e, modulus, stiffness, elasticity")
_SLENDER: Final = 8.0
_ROUND: Final = vocabulary("ø, dia, diameter, round, rod, tube, pipe, pole, dowel")


def _of_product(words: Words, mentions: Sequence[Mention], number: int) -> str:
    """Name a part of '50 x 5 mm', of '50 x 5 x 800 mm' or of 'Ø 12 x 350 mm'."""
    mention = mentions[number]
    first = number - mention.part
    values = [mentions[n].quantity.value for n in range(first, first + mention.parts)]
    longest = values.index(max(values))
    others = [n for n in range(mention.parts) if n != longest]
    slender = values[longest] > _SLENDER * values[others[0]]
    if mention.parts == 2 and slender and words.any_of(_ROUND) is not None:
        return "length" if mention.part == longest else "diameter"
    if mention.parts == 3:
        if mention.part == longest:
            return "length"
        return ("width", "thickness")[others.index(mention.part)]
    return ("width", "thickness")[mention.part]


def _label(ahead: Sequence[str], behind: Sequence[str]) -> str | None:
    best: tuple[int, str] | None = None
    for name, (after_it, before_it) in _LABELS.items():
        for phrase in after_it:
            size = len(phrase.split())
            if list(behind[:size]) == phrase.split():
                best = max(best or (0, ""), (2 * size + 1, name))
        for phrase in before_it:
            parts = phrase.split()
            for skipped in (0, 1):
                end = len(ahead) - skipped
                if skipped and not _LINKS & set(ahead[-1:]):
                    continue
                if end >= len(parts) and list(ahead[end - len(parts) : end]) == parts:
                    best = max(best or (0, ""), (2 * len(parts), name))
    return best[1] if best else None
