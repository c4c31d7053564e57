"""On which heavenly body a goal plays, as its words say it: 'on Neptune', 'on Jupiter's moon Io'.

A name counts where it stands as a place, not wherever it occurs: mercury is a liquid as well, the
sun is where one lies in it, and a moon of Jupiter is not ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from storyworld.physics.heavenly_bodies import (
    ADJECTIVES,
    BODIES,
    MOON,
    MOONS,
    SUN,
    UNKNOWN_WORLDS,
    HeavenlyBody,
)
from storyworld.physics.materials import MATERIALS
from storyworld.reading.words import TokenKind, Words, vocabulary

_WHERE: Final = frozenset({"on", "in", "from", "off", "at", "upon", "onto", "above"})
_SURFACE: Final = frozenset(
    {"gravity", "surface", "ground", "soil", "pull", "gravitational", "equator", "pole", "crust"}
)
# Between a preposition and a name: 'on the dwarf planet Ceres', 'on the surface of the moon Io'.
_LEADING: Final = frozenset(
    {"the", "planet", "dwarf", "moon", "satellite", "our", "gas", "giant", "ice", "asteroid",
     "surface", "of", "icy", "tiny", "far", "side", "little", "volcanic", "called", "named",
     "near", "ground", "world", "distant", "red", "own", "largest", "that", "as",
     "one", "dark", "light", "bright", "frozen", "cold", "barren", "rocky", "biggest", "smallest",
     "outer", "inner", "outermost", "innermost", "northern", "southern", "hemisphere", "north",
     "south", "pole", "equator", "crater", "plains", "highlands", "rim", "floor", "second"}
)  # fmt: skip
_REACH: Final = 7
_SEEN: Final = frozenset({"looking", "looks", "aimed", "pointed", "pointing", "gazing", "staring"})
_MOONS: Final = frozenset({"moon", "moons", "satellite", "satellites", "moon's"})
_ONE_OF_MANY: Final = frozenset({"a", "an", "another", "some", "any", "icy", "alien", "every"})
_OURS: Final = frozenset({"earth", "earth's", "our", "terra"})
_STRANGE: Final = (
    "planet", "planets", "planet's", "asteroid", "comet", "exoplanet", "alien world",
    "dwarf planet", "super earth", "neutron star", "white dwarf", "pulsar", "asteroids",
    "asteroid's", "gas giant", "ice giant", "brown dwarf", "planetoid", "strange world",
    "distant world", "another world", "foreign world", "other world",
)  # fmt: skip
_NO_MOON: Final = frozenset(
    {"full", "new", "half", "blue", "shaped", "night", "jump", "sign", "chart", "day", "crossed"}
)
_STREETS: Final = frozenset({"street", "road", "avenue", "lane", "boulevard", "drive", "square",
                             "beach", "room", "bar", "rocket", "hotel", "street's"})  # fmt: skip
_SUNNY: Final = frozenset({"deck", "lounger", "terrace", "bed", "porch", "roof", "shade", "side"})
_CATALOGUES: Final = frozenset(
    {"hd", "hr", "gj", "k2", "toi", "lhs", "ltt", "wasp", "hat", "corot", "ogle", "koi", "lv",
     "wolf", "ross", "tau", "kepler", "gliese", "trappist", "proxima"}
)  # fmt: skip
_LIQUID_AHEAD: Final = frozenset(
    {"liquid", "molten", "pure", "hot", "cold", "drop", "pool", "bath"}
)
_LIQUID: Final = vocabulary(
    "float, floats, floating, floated, afloat, sink, sinks, sinking, sank, swim, swims, swimming, "
    "buoyant, buoyancy, liquid mercury, mercury bath, bath of mercury, pool of mercury, "
    "mercury pool, quicksilver, submerged, immersed, mercury drop, mercury droplet, dip, dipped"
)
_AFLOAT: Final = vocabulary(
    "iss, space station, in microgravity, under microgravity, in micro gravity, in zero gravity, "
    "under zero gravity, in zero g, under zero g, at zero g, in weightlessness, in deep space, "
    "in outer space, in interstellar space, in interplanetary space, in empty space, "
    "parabolic flight, vomit comet, tiangong, skylab, no gravity, without gravity, "
    "without any gravity, absence of gravity, gravity is switched off, gravity is off, "
    "gravity switched off"
)
_SHIPS: Final = frozenset({"spaceship", "spacecraft", "starship"})
_CABINS: Final = frozenset(
    {"lift", "elevator", "cabin", "capsule", "lab", "laboratory", "room", "box", "plane", "cage",
     "aircraft", "container", "car", "chamber"}
)  # fmt: skip
_OF_CABINS: Final = frozenset(
    {"a", "an", "the", "freely", "free", "falling", "plunging", "plummeting", "closed", "sealed",
     "glass", "open", "steel"}
)  # fmt: skip
_SAYS_OF_IT: Final = frozenset(
    {"in", "whose", "that", "which", "is", "as", "falling", "freely", "plunging", "plummeting"}
)
_FALLING: Final = frozenset({"falling", "falls", "fall", "freefall", "plunging", "plummeting"})
_INSIDE: Final = frozenset({"in", "inside", "within", "aboard", "on"})
_OF_GRAVITY: Final = frozenset({"loss", "losses", "drag", "assist"})
# Behind a bare 'on' these are no worlds: days, and places of the Earth.
_EARTHLY: Final = frozenset(
    vocabulary(
        "earth, terra, monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, "
        "sundays, january, february, march, april, may, june, july, august, september, october, "
        "november, december, christmas, easter, halloween, thanksgiving, new, mount, mt, mont, "
        "monte, everest, kilimanjaro, denali, k2, etna, vesuvius, olympus, fuji, matterhorn, "
        "ben, snowdon, hawaii, crete, malta, cyprus, corsica, sicily, sardinia, iceland, "
        "greenland, madagascar, bali, java, borneo, tahiti, mallorca, ibiza, tenerife, guam, "
        "broadway, wall, main, high, manhattan, long, fifth, park, route, highway, interstate, "
        "lake, cape, st, saint, isle, teflon, velcro, lego, formica, perspex, plexiglas, "
        "plexiglass, styrofoam, astroturf, tarmac, youtube, tv, camera, average, top, bottom, "
        "board, ice, grass, film, video, antarctica, earth's, asphalt, gravel, sand, snow, mud, "
        "carpet, marble, linoleum, clay, ground, land, turf, cobblestones, tiles, paper, cardboard"
    )
) | frozenset(word for material in MATERIALS for word in material.words)
_PLACED: Final = frozenset(
    vocabulary(
        "street, road, avenue, boulevard, square, bridge, tower, island, islands, isle, beach, "
        "hill, peak, mountain, mountains, ridge, glacier, lane, pier, building, plateau, coast, "
        "day, morning, evening, night, bay, park, highway, floor, plate, board, base"
    )
)
_TARGETED: Final = frozenset(
    vocabulary(
        "lands, land, landing, landed, falls, fall, falling, hits, sits, sit, stands, stand, "
        "standing, rests, rest, resting, lies, lie, placed, put, puts, drops, pushes, pulls, "
        "rolls, slides, depends, depending, hangs, focused, focuses, based, switched, turned, "
        "mounted"
    )
)
_TITLE_SHARE: Final = 0.5


@dataclass(frozen=True)
class Whereabouts:
    """The bodies a goal plays on, the worlds it names that nobody knows, what is weightless."""

    bodies: tuple[HeavenlyBody, ...]
    strange: str | None = None
    weightless: str | None = None


NOWHERE_ELSE: Final = Whereabouts(())
"""Of a goal that names no other world: it plays on the Earth."""


@lru_cache(maxsize=256)
def whereabouts(words: Words) -> Whereabouts:
    """Read on which heavenly bodies, or in which fall, a text plays; nothing for the Earth."""
    written = tuple(words.text[t.start : t.end] for t in words.tokens)
    plain = tuple(w.lower().replace("’", "'") for w in written)
    afloat = _afloat(words, plain)
    if afloat is not None:
        return Whereabouts((), weightless=afloat)
    bodies = tuple(dict.fromkeys(_bodies(words, plain, written)))
    return Whereabouts(bodies, None if bodies else _strange(words, plain, written))


def _afloat(words: Words, plain: tuple[str, ...]) -> str | None:
    """Give what says that things are weightless: 'in orbit', 'in a freely falling lift'."""
    for phrase in words.candidates(_AFLOAT):
        for place in words.places(phrase):
            denial = {"no", "without", "absence"} & {phrase.split()[0]}
            lost = _OF_GRAVITY & set(plain[place + 1 : place + len(phrase.split()) + 1])
            if not lost and (denial or not words.negated(place)):
                return phrase
    for at, word in enumerate(plain):
        ahead = plain[max(0, at - 5) : at]
        inside = max((n for n, w in enumerate(ahead) if w in _INSIDE), default=None)
        if inside is None or words.negated(at):
            continue
        between = ahead[inside + 1 :]
        if word == "orbit" and ahead[inside] in {"in", "on"} and not {"into"} & set(ahead):
            return "orbit"
        space = plain[at - 1] == "space" and word in {"shuttle", "capsule", "lab"}
        if (word in _SHIPS or space) and between[:1] in {("a",), ("the",), ("an",)}:
            return word
        if word in _CABINS and _OF_CABINS.issuperset(between):
            told = plain[at + 1 : at + 2] in {("whose",), ("that",), ("which",)}
            behind = plain[at + 1 : at + (12 if told else 5)]
            behind = behind if set(behind[:1]) & _SAYS_OF_IT else ()
            freely = {"freely", "free", "freefall"} & {*between, *behind}
            if (freely or _FALLING & set(between)) and _FALLING & {*between, *behind}:
                return f"falling {word}"
    return None


def _bodies(
    words: Words, plain: tuple[str, ...], written: tuple[str, ...]
) -> Iterator[HeavenlyBody]:
    moons = {m.name for m in MOONS}
    for at, word in enumerate(plain):
        name = word.removesuffix("'s").removesuffix("'")
        after = plain[at + 1 : at + 4]
        if {"orbit", *_STREETS} & set(after[:1]):
            continue
        if name in ADJECTIVES:
            if not _MOONS & set(after[:2]):
                yield ADJECTIVES[name]
            continue
        body = BODIES.get(name)
        if body is None or not _is_place(plain, at, possessive=name != word):
            continue
        if body is MOON:
            if _is_ours(plain, at) and not moons & {w.removesuffix("'s") for w in after}:
                yield body
        elif body is SUN:
            lit = plain[max(0, at - 2) : at] in {("in", "the"), ("from", "the"), ("at", "the")}
            if not lit and not _SUNNY & set(after[:1]):
                yield body
        elif name == "mercury":
            if _is_planet_mercury(words, plain, written, at):
                yield body
        elif not (_has_moon(plain, at, possessive=name != word) or _is_of_moon(plain, at)):
            yield body


def _is_place(plain: tuple[str, ...], at: int, *, possessive: bool) -> bool:
    """Whether a name stands as a place: behind a preposition, or before 'gravity', 'surface'."""
    if set(plain[at + 1 : at + 2]) & _SURFACE:
        return True
    if possessive and set(plain[at + 1 : at + 4]) & (_SURFACE | _MOONS):
        return True
    ahead = plain[max(0, at - _REACH) : at][::-1]
    if ahead[:1] == ("planet",):
        return True
    for back, word in enumerate(ahead):
        if word in _WHERE or word == "gravity":
            return not (word == "at" and _SEEN & set(ahead[back + 1 : back + 2]))
        owner = word.removesuffix("'s") in BODIES or word in _OURS
        if word not in _LEADING and not owner and word not in ADJECTIVES:
            return word == "over" and "surface" in ahead
    return False


def _is_ours(plain: tuple[str, ...], at: int) -> bool:
    """Whether 'moon' is the Earth's: not 'a moon', 'the moon of Jupiter', 'Saturn's moon'."""
    ahead = set(plain[max(0, at - 3) : at])
    if {"base", "lander", "colony", "rover", "ascent"} & set(plain[at + 1 : at + 2]):
        ahead = ahead - _ONE_OF_MANY
    owners = {w for w in ahead if w.endswith("'s") or w in ADJECTIVES}
    owners |= BODIES.keys() & set(plain[max(0, at - 1) : at])  # 'Mars' moon', 'Mars moon'
    if owners - _OURS or (_ONE_OF_MANY | {"largest", "smallest", "innermost"}) & ahead:
        return False
    behind = plain[at + 1 : at + 5]
    if behind[:1] == ("of",):
        return bool(_OURS & set(behind))
    return behind[:1] not in {("called",), ("named",)}


def _has_moon(plain: tuple[str, ...], at: int, *, possessive: bool) -> bool:
    """Whether it is a moon of this body that is meant: 'Jupiter's second moon'."""
    return bool(_MOONS & set(plain[at + 1 : at + (4 if possessive else 2)]))


def _is_of_moon(plain: tuple[str, ...], at: int) -> bool:
    """Whether a body is named to say whose moon: 'a moon of Jupiter', 'the moon of the planet'."""
    ahead = tuple(w for w in plain[max(0, at - 4) : at] if w not in {"the", "planet", "dwarf"})
    return ahead[-1:] == ("of",) and bool(_MOONS & set(ahead[-2:-1]))


def _is_planet_mercury(
    words: Words, plain: tuple[str, ...], written: tuple[str, ...], at: int
) -> bool:
    """Whether mercury is the planet: 'on Mercury', not 'in mercury', 'floats on mercury'."""
    ahead = plain[max(0, at - 2) : at]
    if "planet" in ahead or (written[at][0].isupper() and plain[at].endswith("'s")):
        return True
    if ahead[-1:] == ("in",) or _LIQUID_AHEAD & set(ahead):
        return False
    return written[at][:1].isupper() or words.any_of(_LIQUID) is None


def _strange(words: Words, plain: tuple[str, ...], written: tuple[str, ...]) -> str | None:
    """Give a world that a text plays on and nobody knows: 'an exoplanet', 'Arrakis'."""
    for phrase in _STRANGE:
        for place in words.places(phrase):
            last = place + len(phrase.split())
            earth = plain[last : last + 1] in {("earth",), ("earth's",)}
            ours = {"our", "home"} & set(plain[max(0, place - 2) : place])
            if not (earth or ours):
                return phrase
    named = (at for at in range(len(plain)) if _is_strange_name(words, plain, written, at))
    at = next(named, None)
    return None if at is None else written[at]


def _is_strange_name(
    words: Words, plain: tuple[str, ...], written: tuple[str, ...], at: int
) -> bool:
    """Whether a name is that of a world without a gravity known here, or a moon is not ours."""
    name = plain[at].removesuffix("'s")
    if name in _CATALOGUES and plain[max(0, at - 1) : at] in {("on",), ("from",)}:
        numbered = any(t.kind is TokenKind.NUMBER for t in words.tokens[at + 1 : at + 2])
        return numbered or name in UNKNOWN_WORLDS
    if name in _MOONS and _is_place(plain, at, possessive=False):
        return not _is_ours(plain, at)
    if name == "star" or name in _MOONS:
        return _on_one(plain, at)
    if name in UNKNOWN_WORLDS and _is_place(plain, at, possessive=name != plain[at]):
        return True
    return _is_unknown_name(words, plain, written, at)


def _on_one(plain: tuple[str, ...], at: int) -> bool:
    """Whether a noun is where it plays, and one of many: 'on a distant star'."""
    ahead = plain[max(0, at - 4) : at]
    place = max((n for n, w in enumerate(ahead) if w in {"on", "from"}), default=None)
    if place is None:
        return False
    between = ahead[place + 1 :]
    about = {*between, *plain[at + 1 : at + 2]}
    return bool(between) and between[0] in _ONE_OF_MANY and not _NO_MOON & about


def _is_unknown_name(
    words: Words, plain: tuple[str, ...], written: tuple[str, ...], at: int
) -> bool:
    """Whether a proper name stands behind a bare 'on' that no place of the Earth is known by."""
    word = written[at]
    if plain[max(0, at - 1) : at] != ("on",) or words.tokens[at].kind is not TokenKind.WORD:
        return False
    if len(word) < 3 or not (word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    ahead, behind = plain[max(0, at - 2) : at - 1], plain[at + 1 : at + 3]
    if plain[at].removesuffix("'s") in _EARTHLY or _TARGETED & set(ahead):
        return False
    if plain[at].removesuffix("'s") in BODIES or _PLACED & set(behind):
        return False
    letters = [w for w in written if w[:1].isalpha() and len(w) > 3]
    capital = sum(w[0].isupper() for w in letters)
    return capital <= max(_TITLE_SHARE * len(letters), 2)
