"""From which medium light comes and into which it goes, and which length of a lens is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storyworld.physics.materials import (
    MATERIALS,
    Material,
    Property,
    materials_in,
    middle_of,
    span_of,
)
from storyworld.physics.nearby import after, before, limit_of, place_of, says, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit


class Optic(StrEnum):
    """What light meets."""

    SURFACE = "surface"
    LENS = "lens"
    MIRROR = "mirror"


_CURVED: Final = vocabulary("concave mirror, convex mirror, spherical mirror, curved mirror, "
                            "shaving mirror, makeup mirror, parabolic mirror")  # fmt: skip
_LENSES: Final = vocabulary("lens, lenses, magnifying glass, magnifier, loupe, projector, focal "
                            "length, thin lens, "
                            "converging, diverging, convergent, divergent, focal, focus, "
                            "magnifying glasses, reading glass, burning glass, camera, eyepiece, "
                            "objective, convex, concave, biconvex, plano convex")  # fmt: skip
_MIRRORS: Final = vocabulary("mirror, mirrors, looking glass")
_DIVERGES: Final = vocabulary("diverging, concave lens, divergent, convex mirror, negative lens, "
                              "biconcave, plano concave, minus lens, dispersing, "
                              "bi concave, dispersive, f negative, spreading lens, double concave, "
                              "thinner in the middle, minus sign lens, short sighted, "
                              "shortsighted, negative focal")  # fmt: skip
_SOMETHING: Final = vocabulary(
    "block, prism, slab, crystal, liquid, medium, fibre, fiber, core, cladding, plastic, cube, "
    "material, substance, resin, jelly, gel, gelatin, sheet, gem, "
    "solid, fluid, gas, mineral, stone, compound, oil bath, pane, plate, rod, jewel, "
    "sample, unknown medium, window"
)
_FROM: Final = vocabulary(
    "from, in, inside, within, leaving, leaves, out of, exits, exiting, through, under, beneath, "
    "starts in, escapes, escape, traveling in, of, underwater, emerging from, "
    "departing, travels in, out from, coming from, coming out of, deep in, on passing from, runs "
    "in, moving in, up from, travelling in, goes from, crossing from, made of, sits in, passing "
    "from"
)
_TO: Final = vocabulary(
    "into, to, towards, toward, onto, enters, entering, enter, hits, hitting, strikes, striking, "
    "meets, meeting, falls on, against, with, on, upon, surrounded by, reaches, reaching, at, "
    "and, onto a, second, "
    "arrives at, arriving at, encounters, crosses into, falling on, lands on, comes to, bordering "
    "on, borders on, adjoining, bounded by, covered by, clad in, cladding, outside is, outside, "
    "beyond is, next to, touching, passes into, going into, immersed in, sunk in"
)
# The second of 'the glass air face' is what lies beyond.
_FACES: Final = frozenset(
    vocabulary("face, boundary, interface, surface, side, border, transition, junction")
)
_UNDER: Final = vocabulary("underwater, diver, diver's, fish, scuba, submerged, "
                           "swimmer, swimmer's, under the water, from below, from "
                           "beneath, from underneath")  # fmt: skip


_AIR: Final = next(m for m in MATERIALS if m.name == "air")
_WATERS: Final = tuple(m for m in MATERIALS if m.name in {"water", "sea water"})


@dataclass(frozen=True)
class Medium:
    """A medium a text names: where, what is known of it, and which mention is its index."""

    at: int
    material: Material | None
    index: int | None = None


def optic_of(words: Words) -> Optic:
    """Say whether a lens (or curved mirror), a plane mirror or a surface is spoken of."""
    if words.any_of((*_CURVED, *_LENSES)) is not None:
        return Optic.LENS
    return Optic.MIRROR if words.any_of(_MIRRORS) is not None else Optic.SURFACE


def diverges(words: Words) -> bool:
    """Whether a lens or curved mirror spreads light."""
    return words.any_of(_DIVERGES) is not None


def media(words: Words) -> tuple[Medium | None, Medium | None]:
    """Give the medium light comes from and the one it goes to, as far as words say."""
    mentions = read_quantities(words).mentions
    found = _indexed(words, mentions, _named(words))
    first = second = None
    sure = False
    for place, medium in enumerate(found):
        role = _role(words, found, place)
        if role == "from" and (first is None or (_comes_out(words, medium) and not sure)):
            first, sure = medium, _comes_out(words, medium)
        elif role == "to" and second is None and _other(medium, first):
            second = medium
    rest = [m for m in found if m is not first and m is not second]
    if first is None and second is not None:
        first = next((m for m in rest if _other(m, second)), None)
    elif second is None and first is not None:
        second = next((m for m in rest if _other(m, first)), None)
    elif first is None and second is None and len(rest) > 1 and _other(rest[0], rest[1]):
        first, second = rest[0], rest[1]
    air = Medium(-1, _AIR)
    wet = all(m.material in (None, _AIR, *_WATERS) for m in found)
    from_air = first is not None and first.material is _AIR
    if words.any_of(_UNDER) is not None and wet and not from_air:
        found = [m for m in found if m.material is not _AIR]
        water = next((m for m in found if m.material is not None), Medium(-1, _WATERS[0]))
        return water, air
    # A lone medium borders on air.
    if first is None and second is not None and _other(air, second):
        first = air
    elif second is None and first is not None and _other(air, first):
        second = air
    return first, second


def index_of(medium: Medium | None) -> tuple[float, float, str] | None:
    """Give a medium's index, its standard uncertainty and the reason, if it has a known one."""
    if medium is None or medium.material is None:
        return None
    span = span_of(medium.material, Property.REFRACTIVE_INDEX)
    value, u = middle_of(span)
    return value, u, span.because


def _other(one: Medium, two: Medium | None) -> bool:
    """Whether two mentions are of different media."""
    if two is None:
        return True
    if one.material is None or two.material is None:
        return one.material is not two.material or (
            one.index is not None and two.index is not None and one.index != two.index
        )
    return one.material.name != two.material.name


def _named(words: Words) -> list[Medium]:
    """Find the media in the order of the text; 'a glass block' is one."""
    found = [Medium(at, m) for at, m in materials_in(words, Property.REFRACTIVE_INDEX)]
    for word in _SOMETHING:
        for at in words.places(word):
            if all(abs(at - m.at) > 2 for m in found):
                found.append(Medium(at, None))
    return sorted(found, key=lambda m: m.at)


def _indexed(words: Words, mentions: Sequence[Mention], found: list[Medium]) -> list[Medium]:
    """Give each medium the index that stands nearest to it."""
    taken: dict[int, int] = {}
    for n in with_unit(mentions, Unit.ONE):
        mention = mentions[n]
        if mention.symbol or not 1.0 <= mention.quantity.value <= 5.0 or _is_times(words, n):
            continue
        nearest: tuple[float, int] | None = None
        for place, medium in enumerate(found):
            if words.tokens[medium.at].sentence != words.tokens[mention.first_token].sentence:
                continue
            ahead = medium.at < mention.first_token
            away = mention.first_token - medium.at if ahead else medium.at - mention.next_token + 1
            away_f = away if ahead else away * 1.5
            between = words.text[words.tokens[medium.at].end : mention.start] if ahead else ""
            if between.count("(") > between.count(")"):  # 'a glass block (index 1.62) from air'
                away_f = 0.5 + away / 100.0  # of two, the one right before the bracket
            if 0 <= away <= 6 and place not in taken.values():
                nearest = min(nearest or (99.0, -1), (away_f, place))
        if nearest is not None:
            taken[n] = nearest[1]
    index = {place: n for n, place in taken.items()}
    return [Medium(m.at, m.material, index.get(place)) for place, m in enumerate(found)]


def _is_times(words: Words, number: int) -> bool:
    mentions = read_quantities(words).mentions
    return bool({"times", "x"} & set(after(words, mentions, number, 1)))


def _comes_out(words: Words, medium: Medium) -> bool:
    """Whether light surely comes from a medium: 'in water ... arriving from the air'."""
    ahead = [t.text for t in words.tokens[max(0, medium.at - 3) : medium.at]]
    return says(ahead, ("from", "leaving", "leaves", "exiting", "out of"))


_PARTING: Final = frozenset({",", ";", ":", "("})
_ENTERING: Final = frozenset({"into", "enters", "entering", "enter"})


def _role(words: Words, found: Sequence[Medium], place: int) -> str | None:
    """Say whether light comes from a medium or goes to it: by the nearest word before it."""
    medium = found[place]
    floor = found[place - 1].at + 1 if place else 0
    sentence = words.tokens[medium.at].sentence
    ahead = [t.text for t in words.tokens[max(floor, medium.at - 6) : medium.at]
             if t.sentence == sentence]  # fmt: skip
    # 'At 60 degrees with the vertical, the water has ...': what a comma parts belongs together not.
    ahead = ahead[1 + max((k for k, word in enumerate(ahead) if word in _PARTING), default=-1) :]
    # 'A fibre with a core of index 1.48': light runs in the core.
    if words.tokens[medium.at].text == "core" and not _ENTERING & {*ahead}:
        return "from"
    last: tuple[int, str] | None = None
    for phrases, role in ((_FROM, "from"), (_TO, "to")):
        for size in range(len(ahead), 0, -1):
            at = place_of(ahead[size - 1 :], phrases)
            if at is not None:
                last = max(last or (-1, ""), (size - 1 + at, role))
                break
    behind = {t.text for t in words.tokens[medium.at + 1 : medium.at + 3]}
    if place and not ahead and behind & _FACES:
        return "to"
    if place and last is None and words.tokens[medium.at].text == "air":
        return "to"
    return last[1] if last else None


# ---- lengths of lenses and mirrors --------------------------------------------------------------

_FOCAL: Final = vocabulary(
    "focal length, focal length of, f, focal, focal distance, focus at, "
    "focal length is, focus of, focal distance of, focal width, with a "
    "focus of, f of, focusing at, focal lengths"
)
_IMAGE: Final = frozenset({"image", "reflection", "screen", "picture", "di", "appears", "v"})
# 'Onto a card 15 cm behind the lens' says where the image is; 'a card 15 cm away' is a thing.
_SCREENS: Final = frozenset(vocabulary("card, paper, sheet, wall, film, sensor, canvas, board"))
_ONTO: Final = frozenset({"on", "onto", "against"})
_THING: Final = frozenset(
    vocabulary("object, candle, arrow, slide, person, man, woman, boy, girl, he, she, tree, "
               "pencil, flower, do, u, stands, standing, placed, insect, stamp, child, book, "
               "statue, bulb, dog, cat, lamp, coin, building, ant, letter, figure, looks, face, "
               "tower, "
               "bug, ladybird, beetle, fly, thing, word, text, print, map, figurine, doll, vase, "
               "house, flame, mouse, fossil, jewel, page, newspaper, subject, you, I, they, we, "
               "dancer, customer, someone, tailor, actor, actress, kid, lady, guy, granny, "
               "grandma, grandpa, teenager, adult, giraffe, toy, pen, match, matchstick, screw, "
               "part, chip, sample, specimen, leaf, sits, put, held, "
               "i'm, myself, i am, we're, who")
)  # fmt: skip
_LENS_KINDS: Final = frozenset(
    vocabulary("converging, diverging, convex, concave, thin, convergent, divergent, biconvex, "
               "biconcave, glass, positive, negative, collecting, projection, camera, plano, "
               "projector, simple, focal, magnifying, shaving")
)  # fmt: skip
_APART: Final = ("apart", "between", "from each other", "from one another")
_LOOKERS: Final = frozenset(
    vocabulary("you, me, her, him, them, it, herself, himself, yourself, the person, person, us, "
               "object, thing, candle, observer, woman, man, child, viewer, itself, girl, boy")
)  # fmt: skip
_VERBS: Final = frozenset({"is", "appears", "looks", "seems", "measures", "be", "being"})
_LOOKS: Final = frozenset({"look", "appear", "looks", "appears", "seem", "seems"})
_LEADING: Final = frozenset({"in", "from", "of", "behind", "front", "before", "by", "at", "into"})
_HIGH: Final = frozenset({"tall", "high", "height", "size", "big", "large", "long", "ho", "hi"})


def place_lengths(words: Words, mentions: tuple[Mention, ...], optic: Optic) -> Mapping[int, str]:
    """Say which length is the focal one, which a distance and which a height."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.METRE):
        ahead, behind = before(words, mentions, n, 7), after(words, mentions, n, 5)
        # The 'high' of 'a slide 5 cm high placed 12 cm away' is the first length's.
        if n and ahead and _HIGH & {ahead[0]} and _follows(mentions, n, len(ahead)):
            ahead = ahead[1:]
        focal = (
            _focal_behind(_up_to_a_mark(behind))
            or _of_a_lens(behind)
            or ("focal_length" not in placed.values() and says(ahead[-3:], _FOCAL))
        )
        if focal and optic is Optic.LENS:
            placed[n] = "focal_length"
            continue
        if optic is Optic.MIRROR and _between(ahead, behind):
            placed[n] = f"separation_{limit_of(mentions[n])}"
            continue
        owner = _owner(ahead, behind)
        thing = {*ahead[-2:-1]} & _THING
        shown = not thing and _VERBS & {*ahead[-1:]} and _IMAGE & set(_sentence(words, mentions[n]))
        if shown or _LOOKS & {*ahead[-1:]}:
            owner = "image"
        elif _THING & {*behind[:1]}:
            owner = "object"
        if (
            (_HIGH | _THING) & {*behind[:1]}
            or (ahead[-1:] == ("of",) and {*ahead[-2:-1]} & _THING)
            or {"i'm", "am", "i’m"} & {*ahead[-1:]}
            or _HIGH & {*ahead[-2:]}
            or (
                optic is Optic.MIRROR
                and owner == "mirror"
                and not {"from", "away"} & set(behind[:2])
            )
        ):
            base = {"image": "image_height", "mirror": "mirror_needed"}.get(owner, "object_height")
        elif owner == "image" and not {"front", "before"} & set(behind[:3]):
            base = "image_distance"
        else:
            base = "object_distance"
        if base in {"image_height", "image_distance", "mirror_needed"}:
            plain = "max" if base == "mirror_needed" else "about"
            base = f"{base}_{limit_of(mentions[n], plain)}"
        placed[n] = base
    return placed


def _of_a_lens(behind: Sequence[str]) -> bool:
    """Whether a length is a lens's own: 'a 10 cm converging lens', 'a 50 mm lens'."""
    for word in behind[:3]:
        if word in {"lens", "magnifier", "loupe", "mirror"}:
            return True
        if word not in _LENS_KINDS:
            return False
    return False


def _focal_behind(behind: Sequence[str]) -> bool:
    """Whether a length is called focal behind it: '10 cm focal length', but not '4 cm with f ='."""
    at = place_of(behind[:2], _FOCAL)
    if at is None:
        return False
    # 'Has a focal length of 5 cm' names the next; 'of 5 cm focal length is inverted' does not.
    last = behind[at + 1 : at + 4]
    named_next = {"=", ":", "of"} & {*last} or "is" in {*last[-1:]}
    return not named_next and (at == 0 or behind[at] != "f")


def _up_to_a_mark(behind: Sequence[str]) -> Sequence[str]:
    cut = next((k for k, word in enumerate(behind) if word in {",", ";", ":", "|", "/"}), None)
    return behind[:cut]


def _between(ahead: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a distance is from the thing to its image: 'your reflection is 4 m from you'."""
    if not _IMAGE & {*ahead}:
        return says(behind[:4], _APART) and bool(_IMAGE & {*behind})
    said = behind[1:] if behind[:1] == ("away",) else behind
    return (said[:1] == ("from",) and bool(_LOOKERS & {*said[1:3]})) or says(behind[:2], _APART)


def _sentence(words: Words, mention: Mention) -> tuple[str, ...]:
    """Give the words of a quantity's sentence in front of it."""
    sentence = words.tokens[mention.first_token].sentence
    ahead = words.tokens[: mention.first_token]
    return tuple(t.text for t in ahead if t.sentence == sentence)


def _follows(mentions: Sequence[Mention], number: int, count: int) -> bool:
    """Whether the words in front of a quantity reach back to the last one."""
    return mentions[number].first_token - mentions[number - 1].next_token == count


# 'In a mirror that is 70 cm high' the length is the mirror's.
_MEASURING: Final = (("that", "is"), ("which", "is"), ("of",), ("that", "measures"))


def _owner(ahead: Sequence[str], behind: Sequence[str]) -> str:
    """Say whose length it is: the nearest of image, thing and mirror, those before it first."""
    if _HIGH & {*behind[:1]} and _THING & {*behind[1:3]}:
        return "object"
    for place, word in reversed(list(enumerate(ahead))):
        if word in _SCREENS and _ONTO & set(ahead[max(0, place - 3) : place]):
            return "image"
        if word in _IMAGE:
            return "object" if ahead[place + 1 : place + 2] == ("of",) else "image"
        its_own = ahead[place + 1 :] in _MEASURING
        if word == "mirror" and (its_own or not _LEADING & set(ahead[max(0, place - 3) : place])):
            return "mirror"
        if word in _THING:
            break
    if behind[1:2] == ("mirror",) or behind[2:3] == ("mirror",) or behind[:1] == ("mirror",):
        return "object" if {"from", "of", "front"} & set(behind[:2]) else "mirror"
    return "object"
