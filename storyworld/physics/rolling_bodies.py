"""The round bodies that a goal speaks of, and how much of their mass lies outside.

A body is told by its noun and what stands before it ("hollow ball", "thin ring"); its shape factor
beta = I / (m r²) is a range where the words leave it open (a ball may be hollow).

References
----------
Moments of inertia: OpenStax, University Physics vol. 1, figure 10.20.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from storyworld.reading.tokens import TokenKind
from storyworld.reading.words import Words, vocabulary

Range = tuple[float, float]
SPHERE, SHELL, CYLINDER, HOOP = 2 / 5, 2 / 3, 1 / 2, 1.0

_SOLID: Final = frozenset(
    vocabulary("solid, massive, full, filled, uniform, homogeneous, compact, frozen, stone")
)
_HOLLOW: Final = frozenset(
    vocabulary(
        "hollow, empty, emptied, shell, thin, walled, spherical_shell, inflated, open, "
        "tubular, hollowed"
    )
)
_SOLID_BALLS: Final = frozenset(
    vocabulary("bowling, billiard, snooker, pool, croquet, cannon, bearing, golf, boules, glass")
)
_INFLATED: Final = frozenset(vocabulary("soccer, tennis, beach, ping, pong, foot, volley, basket"))
_OPEN: Final = frozenset(vocabulary("thick, partly, partially, half"))
# Noun to its factor: (as it is, solid, hollow).
_SHAPES: Final[dict[str, tuple[Range, Range, Range]]] = {
    **dict.fromkeys(("ball", "balls", "sphere", "spheres", "globe", "orb", "bead", "beads"),
                    ((SPHERE, SHELL), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("marble", "marbles", "boulder", "bearing", "cannonball", "cannonballs"),
                    ((SPHERE, SPHERE), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("basketball", "soccerball", "football", "volleyball", "tennisball"),
                    ((0.55, SHELL), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("cylinder", "cylinders", "roller", "rollers", "drum", "drums", "barrel",
                     "barrels"), ((CYLINDER, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("disc", "discs", "disk", "disks", "coin", "coins", "log", "logs", "rod",
                     "bar", "bars", "dowel", "dowels", "rods", "broomstick", "billet"),
                    ((CYLINDER, CYLINDER), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("hoop", "hoops", "ring", "rings", "rim", "rims", "pipe", "pipes", "tube",
                     "tubes", "hula", "bangle", "bracelet"),
                    ((HOOP, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("shell", "shells"), ((SHELL, SHELL), (SHELL, SHELL), (SHELL, SHELL))),
    **dict.fromkeys(("wheel", "wheels", "tyre", "tire", "tyres", "tires", "can", "cans", "spool"),
                    ((CYLINDER, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("thing", "object", "body", "item", "things", "objects", "bodies"),
                    ((SPHERE, HOOP), (SPHERE, CYLINDER), (SHELL, HOOP))),
}  # fmt: skip
_VAGUE: Final = frozenset({"thing", "object", "body", "item", "things", "objects", "bodies"})
_ROUND: Final = frozenset({"round", "rolling", "circular"})
# What such a thing is like is often told behind it.
_LOOSE: Final = frozenset(vocabulary("wheel, can, tyre, tire, spool, barrel, drum, thing, object"))
# Behind these it is said what a body counts as: 'a can of frozen soup, basically a cylinder'.
_AMOUNTS: Final = frozenset(
    vocabulary("basically, effectively, essentially, practically, ie, treated, regarded, modelled, "
               "modeled, counts, considered, assumed, namely, viz, virtually, idealised, idealized")
)  # fmt: skip
_SLIDERS: Final = frozenset(
    vocabulary("block, box, cube, crate, puck, sled, brick, sledge, slab, blocks, ice cube, slider")
)
# Behind these a round word is no body: 'a ball bearing' is one, not two.
_ATTRIBUTES: Final = frozenset(vocabulary("bearing, shell, rim, ring, wheel, disc, disk, of, can"))
# A can rolls if it is a noun: 'a can', not 'can roll'.
_ARTICLES: Final = frozenset(vocabulary("a, an, the, one, each, another, two, its, empty, tin, "
                                        "soup, full, steel, this, that"))  # fmt: skip
_OBLIQUE: Final = frozenset(
    vocabulary("alongside, against, beside, with, versus, vs, than, racing, races, to, of, by, "
               "next, between, unlike, after, behind, before, ahead, and")
)  # fmt: skip
_MATERIALS_ETC: Final = 4
_STEM: Final = 3


@dataclass(frozen=True)
class Racer:
    """A body as the words tell it: where its noun stands, and what beta they allow."""

    place: int
    beta: Range
    noun: str
    slides: bool = False
    oblique: bool = False
    plural: bool = False


@lru_cache(maxsize=64)
def racers(words: Words) -> tuple[Racer, ...]:
    """Find the bodies of a text in their order, each as often as it is named."""
    found: list[Racer] = []
    tokens = words.tokens
    for place, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        text = token.text
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        before = _modifiers(words, place)
        if text == "one" and found:
            again = _one_more(words, place, before, found)
            found += [again] if again is not None else []
            continue
        if text in _VAGUE and not before & _ROUND:
            continue
        if text == "can" and not (before | _one_before(words, place)) & _ARTICLES:
            continue
        if text in _SLIDERS and following != "of_wood":
            found.append(Racer(place, (0.0, 0.0), text, slides=True,
                               oblique=_oblique(words, place)))  # fmt: skip
            continue
        if text not in _SHAPES or following in _ATTRIBUTES - {"of"} & set(_SHAPES):
            continue
        if text == "hula" or (found and text == "shell" and found[-1].place == place - 1):
            continue
        found.append(Racer(
            place, _factor(text, before, following), text, oblique=_oblique(words, place),
            plural=text.endswith("s"),
        ))  # fmt: skip
    return tuple(_same_again(words, found))


def _one_more(
    words: Words, place: int, before: frozenset[str], found: Sequence[Racer]
) -> Racer | None:
    """Read 'the hollow one', and 'a green one' behind 'a yellow hoop'."""
    told = _told_by(words, before, found)
    if told is not None:
        return Racer(place, told.beta, told.noun, oblique=_oblique(words, place))
    kin = _SHAPES.get(found[0].noun)
    if kin is None:
        return None
    if before & (_SOLID | _HOLLOW):
        factor = kin[2 if before & _HOLLOW else 1]
    elif _introduced(words, place) and before:
        factor = found[0].beta
    else:
        return None
    return Racer(place, factor, found[0].noun, oblique=_oblique(words, place))


def _told_by(words: Words, before: frozenset[str], found: Sequence[Racer]) -> Racer | None:
    """Give the body that 'the wooden one' is: the one with such a word beside it."""
    for word in before - _SOLID - _HOLLOW:
        stem = word[:_STEM]
        for body in found:
            near = words.tokens[max(0, body.place - _MATERIALS_ETC) : body.place + 4]
            if len(word) >= _STEM and any(t.text.startswith(stem) for t in near):
                return body
    return None


def _factor(noun: str, before: frozenset[str], following: str) -> Range:
    plain, solid, hollow = _SHAPES[noun]
    spherical = noun in {"ball", "balls"} and bool(before & _SOLID_BALLS)
    if noun in {"ball", "balls"} and before & _INFLATED:
        return 0.55, SHELL
    if before & _OPEN:
        return min(solid[0], plain[0]), max(hollow[1], plain[1])
    if noun == "shell" and "cylindrical" in before:
        return HOOP, HOOP
    if before & _HOLLOW or following == "shell" or following in {"hollow", "empty"}:
        return hollow
    if following == "solid" and noun not in {"hoop", "ring", "rim"}:
        return solid
    return (
        solid if spherical or (before & _SOLID and noun not in {"hoop", "ring", "rim"}) else plain
    )


def _one_before(words: Words, place: int) -> frozenset[str]:
    return frozenset({words.tokens[place - 1].text} if place else ())


def _modifiers(words: Words, place: int) -> frozenset[str]:
    """Give the words right before a noun, back to an article, a verb's mark or another body."""
    found: set[str] = set()
    for at in range(place - 1, max(-1, place - 1 - _MATERIALS_ETC), -1):
        token = words.tokens[at]
        if token.kind is TokenKind.MARK or token.text in {"a", "an", "the", "and", "with", "than"}:
            break
        if token.text in _SHAPES and token.text != "shell":
            break
        found.add(token.text)
    return frozenset(found)


def _oblique(words: Words, place: int) -> bool:
    """Whether a body stands behind a preposition: the hoop of 'alongside a hoop'."""
    for at in range(place - 1, max(-1, place - 2 - _MATERIALS_ETC), -1):
        token = words.tokens[at]
        if token.kind is TokenKind.MARK or token.text in _SHAPES or token.text in _SLIDERS:
            return False
        if token.text in _OBLIQUE:
            return token.text != "and"
    return False


def _same_again(words: Words, found: Sequence[Racer]) -> list[Racer]:
    """Read 'the ball' as the hollow ball spoken of before, and 'the cylinder' likewise."""
    known: list[Racer] = []
    for one in found:
        if known and _amounts_to(words, known[-1].place, one.place):
            known[-1] = replace(known[-1], beta=one.beta)
            continue
        again = one.beta[0] < one.beta[1] and not _introduced(words, one.place)
        kin = {k.beta for k in known if k.noun == one.noun}
        kin = kin or {k.beta for k in known if _kind(k) == _kind(one)}
        known.append(replace(one, beta=kin.pop()) if again and len(kin) == 1 else one)
    return known


def _amounts_to(words: Words, first: int, second: int) -> bool:
    """Whether a body is said to be what another word tells: 'a can, essentially a cylinder'."""
    between = [t.text for t in words.tokens[first + 1 : second]]
    if "and" in between:
        return False
    # 'A drum (solid cylinder)', 'a wheel of cheese, a solid disc, ...': one body, told twice.
    bracketed = (
        set(between) <= _SOLID | _HOLLOW
        and "(" in words.text[words.tokens[first].end : words.tokens[second].start]
    )
    behind = words.tokens[second + 1].text if second + 1 < len(words.tokens) else ""
    loose = words.tokens[first].text in _LOOSE and between.count(",") == 1 and behind == ","
    told = loose and bool({"a", "an"} & set(between)) and len(between) <= _MATERIALS_ETC + 2
    return bool(_AMOUNTS & set(between)) or bracketed or told


def _introduced(words: Words, place: int) -> bool:
    """Whether an article says that a body is new: 'a ball'."""
    near = [t.text for t in words.tokens[max(0, place - 3) : place]]
    return bool({"a", "an", "another"} & set(near)) and "the" not in near


def _kind(one: Racer) -> str:
    """Give what a body is called in short: a marble is a ball, a ring a hoop."""
    if one.noun not in _SHAPES:
        return one.noun
    solid = _SHAPES[one.noun][1][0]
    return "ball" if solid == SPHERE else one.noun if _SHAPES[one.noun][0][0] == HOOP else "drum"
