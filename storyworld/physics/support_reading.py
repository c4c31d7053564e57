"""Which number is which where something is held up, and what the words say holds it."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.support_words import (
    AIRBORNE,
    BALLOONS,
    BREAKS,
    CHAINS,
    FERROUS,
    HEAVIES,
    HEAVY,
    HELD_SAID,
    HOT_AIR,
    LEVITATORS,
    LIGHT,
    LOADS,
    MAGNETS,
    MICROGRAVITY,
    NOTHING,
    PROPELLED,
    ROPES,
    STRINGS,
    SURFACES,
    THREADS,
    THRUSTERS,
    WEAK,
)
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.quantity import Unit

_WIDE: Final = frozenset(vocabulary("diameter, across, wide, d, diam, thick"))
_WEIGHS: Final = frozenset(vocabulary("weighs, weight, weighing, load, heavy, weigh"))
_CARRIES: Final = frozenset(
    vocabulary("rated, breaks, snaps, limit, maximum, capacity, breaking, fails, tears, most, "
               "strength, withstands, withstand, bears, tested, safe, carries, beyond, above, "
               "over, max, rating, good, able, allowed, parts, certified, rates, guaranteed, past, "
               "snap, break, tear, permissible, working, wll, swl, takes")
)  # fmt: skip
_TOTAL: Final = frozenset({"total", "altogether", "together", "combined", "all"})
_COUNTED: Final = frozenset(
    vocabulary("ropes, strings, cables, chains, propellers, rotors, motors, hooks, cords, wires, "
               "thrusters, engines, straps, balloons, slings, lines, magnets, fans")
)  # fmt: skip
_LASTING: Final = (None, Bound.FOR, Bound.AT_LEAST)
_FALLEN: Final = vocabulary("dropped, falls, fall, falling, released, drops, let go, lets go")
_AIRLESS: Final = vocabulary("vacuum, evacuated, airless, no air, on the moon, lunar")
_LASTS: Final = vocabulary("stays, stay, remains, remain, lingers, linger, lingering, keeps")
_HANGS: Final = vocabulary(
    "hangs, hanging, sticks, held by, clings, dangles, hang, holds, hold, suspended"
)
# What a line of unstated strength holds for sure, kg: sewing thread none.
_STRING_KG, _ROPE_KG, _CHAIN_KG = 3.0, 100.0, 500.0


def placed(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place masses, forces and sizes by what stands around them; see the protocol."""
    found: dict[int, str] = {}
    masses = ["mass", "more_mass", "third_mass"]
    forced = any(m.quantity.unit is Unit.NEWTON for m in mentions)
    gas = words.any_of(BALLOONS) is not None
    hottest = max((m.quantity.value for m in mentions if m.quantity.unit is Unit.KELVIN), default=0)
    for at, m in enumerate(mentions):
        unit = m.quantity.unit
        before, behind = _near(words, mentions, at)
        if unit is Unit.KILOGRAM:
            # 'Bears a 200 kg block' says what hangs there, 'can bear 200 kg' what may.
            what = before[-1:] and before[-1] in {"a", "an", "the", "its", "this", "my", "his"}
            rated = bool({*before[-5:]} & _CARRIES) and "under" not in before[-5:] and not what
            if rated and not (forced or gas) and "rated_mass" not in found.values():
                found[at] = "rated_mass"
            elif {*before[-4:], *behind[:3]} & _TOTAL and "total" in {*before, *behind}:
                found.update({n: "" for n, name in found.items() if name.endswith("mass")})
                found[at] = "mass"
                masses = []
            elif masses:
                found[at] = masses.pop(0)
        elif unit is Unit.NEWTON:
            heavy = bool({*before[-3:], *behind[:2]} & _WEIGHS) and not {*before[-4:]} & _CARRIES
            found.setdefault(at, "weight" if heavy else "force")
        elif unit is Unit.METRE and gas:
            found[at] = _size({*before[-4:], *behind[:3]})
        elif unit is Unit.METRE or (unit is Unit.SECOND and m.bound in _LASTING):
            # How high something hangs, for how long, and how long its rope is decide nothing;
            # how far and how fast it falls is another question.
            lasts = m.bound is Bound.FOR and words.any_of((*HELD_SAID, *AIRBORNE, *_LASTS))
            if lasts or words.any_of(_FALLEN) is None:
                found[at] = ""
        elif unit is Unit.WATT:
            found[at] = ""  # what a lamp or a motor draws holds nothing up
        elif unit is Unit.KELVIN:
            found[at] = "hot" if m.quantity.value == hottest else "cold"
        elif _counts(words, m, behind):
            found[at] = "count"
    return {**found, **_densities(words, mentions)} if gas else found


def _densities(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Tell the density of what fills a balloon from that of the air around it.

    'Encloses air at 0.95 kg/m³ while the air outside is at 1.2 kg/m³'.
    """
    dense = [n for n, m in enumerate(mentions) if m.quantity.unit is _DENSITY]
    if len(dense) != 2:
        return {}
    around: list[int] = []
    for n in dense:
        before, behind = _near(words, mentions, n)
        here = {*before[-5:], *behind[:2]}
        if here & _AROUND and not here & _WITHIN:
            around.append(n)
        elif here & _WITHIN and not here & _AROUND:
            around += [other for other in dense if other != n]
    if len(set(around)) != 1:
        return {}
    return {n: "air_density" if n in around else "gas_density" for n in dense}


_DENSITY: Final = Unit.KILOGRAM_PER_CUBIC_METRE
_AROUND: Final = frozenset(
    vocabulary("outside, surrounding, surroundings, surrounds, around, ambient, outer, external, "
               "cold, cool, colder, cooler, atmosphere")
)  # fmt: skip
_WITHIN: Final = frozenset(
    vocabulary("inside, encloses, enclosing, contains, containing, holds, holding, filled, hot, "
               "heated, warm, within, helium, hydrogen, gas, inner, internal, its")
)  # fmt: skip


def _size(near: set[str]) -> str:
    if near & _WIDE:
        return "diameter"
    return "radius" if near & {"radius", "r"} else ""


def _counts(words: Words, m: Mention, behind: list[str]) -> bool:
    """Whether a number counts what pulls together: a total thrust is not for each of them."""
    each = "of" in behind[1:3] or words.any_of(("each", "per", "apiece")) is not None
    bare = m.whole and m.written is None
    return bare and bool({*behind[:2]} & _COUNTED) and each and not _summed(words)


_AGES: Final = frozenset({"years", "year", "old", "euros", "dollars", "pounds"})


def many(words: Words) -> bool:
    """Whether several bodies may hang there, or several masses: which of them add up is open."""
    mentions = read_quantities(words).mentions
    masses = [m for m in mentions if m.quantity.unit is Unit.KILOGRAM]
    counts = []
    for at, m in enumerate(mentions):
        if m.written is None and m.whole and m.quantity.value > 1:
            _, behind = _near(words, mentions, at)
            if {*behind[:2]} & _AGES:
                continue
            if not {*behind[:2]} & _COUNTED:
                return True
            counts.append(at)
    gas = words.any_of(BALLOONS) is not None
    several = 3 if not counts else 1
    return len(masses) > several and (gas or not counts)


def _summed(words: Words) -> bool:
    return words.any_of(("total", "together", "combined", "altogether", "in all")) is not None


def _near(words: Words, mentions: tuple[Mention, ...], at: int) -> tuple[list[str], list[str]]:
    m = mentions[at]
    floor = mentions[at - 1].next_token if at else 0
    ceiling = mentions[at + 1].first_token if at + 1 < len(mentions) else len(words.tokens)
    sentence = words.tokens[m.first_token].sentence
    before = [t.text for t in words.tokens[floor : m.first_token] if t.sentence == sentence]
    behind = [t.text for t in words.tokens[m.next_token : ceiling] if t.sentence == sentence]
    return before, behind


def breaks_at(words: Words) -> bool:
    """Whether breaking is a property of the rope ('breaks at 500 N') and no outcome."""
    return bool(_ratings(words))


def _ratings(words: Words) -> set[int]:
    """Give the tokens that say at what something breaks."""
    found: set[int] = set()
    for phrase in BREAKS:
        size = len(phrase.split())
        for place in words.places(phrase):
            after = words.tokens[place : place + size + 5]
            if any(t.kind is TokenKind.NUMBER for t in after):
                found |= set(range(place, place + size))
    return found


def falls_besides(words: Words, phrases: tuple[str, ...]) -> tuple[bool, bool]:
    """Say whether a fall is claimed or denied elsewhere than in the rating of a rope."""
    ratings = _ratings(words)
    places = [p for phrase in phrases for p in words.places(phrase) if p not in ratings]
    denied = [words.negated(p) for p in places]
    return not all(denied), any(denied)


def holds_besides(words: Words, phrases: tuple[str, ...]) -> tuple[bool, bool]:
    """Say whether holding is claimed or denied by more than a participle of what hangs there."""
    places = [p for phrase in phrases if phrase not in PREMISES for p in words.places(phrase)]
    denied = [words.negated(p) for p in places]
    return not all(denied), any(denied)


PREMISES: Final = frozenset(
    vocabulary("hung, hanging, hang, suspended, dangling, held, supported, carrying, holding, "
               "resting, tied, attached, enough, supports, support, swings, rest, floating, keeps "
               "the, hovering, levitating, stand, stands")
)  # fmt: skip


def airless(words: Words) -> bool:
    """Whether there is no air around to float in."""
    return words.any_of(_AIRLESS) is not None


def held_by(words: Words, mass_kg: float | None) -> tuple[float, str] | None:
    """Say whether the words name what holds the body up: 1 or 0 and why; None if open."""
    if words.asserted(MICROGRAVITY)[0]:
        return 1.0, "all falls alike there, so that nothing falls relative to the station"
    if words.any_of(BALLOONS) is not None:
        return _gas(words)
    if words.asserted(LEVITATORS)[0]:
        return _levitates(words, mass_kg)
    if words.asserted(THRUSTERS)[0]:
        return _thrust(words)
    return _line(words, mass_kg) or _magnet(words, mass_kg) or _bare(words)


def _thrust(words: Words) -> tuple[float, str] | None:
    if words.any_of(HEAVIES) is not None:
        return None
    if airless(words) and words.any_of(PROPELLED) is not None:
        return 0.0, "there is no air for a propeller to push down"
    return 1.0, "its thrust is made to match its weight: the goal sets it no limit"


def _magnet(words: Words, mass_kg: float | None) -> tuple[float, str] | None:
    """Say what hangs from a magnet; above one nothing rests without more (Earnshaw)."""
    light = words.any_of(HEAVIES) is None and (mass_kg or 0.0) < 1.0
    hangs = words.any_of(_HANGS) is not None and words.asserted(MAGNETS)[0]
    if hangs and light and words.any_of(FERROUS) is not None:
        return 1.0, "a magnet above pulls up with as much force as it weighs"
    return None


_HOLDING_IT: Final = frozenset(
    vocabulary("holding, holds, hold, supporting, supports, support, carrying, carries, carry, "
               "keeping, keeps, keep, bearing, bears, touching, touches, suspending, propping, "
               "under, underneath, beneath, below, lifting, pushing, pulling")
)  # fmt: skip
_LISTED: Final = frozenset({",", "or", "any", "and", "a", "an", "other", "kind", "of", "hidden"})
_SMALL: Final = frozenset({"a", "any", "the", "else", "at", "all", "is", "that", "which", "to"})
_HOLDERS: Final = frozenset(
    word for phrase in (*ROPES, *STRINGS, *CHAINS, *SURFACES, *MAGNETS, *THRUSTERS, *THREADS)
    for word in phrase.split()
)  # fmt: skip


def without_hold(words: Words) -> tuple[str, ...]:
    """Give the phrases that say that nothing holds it: 'with nothing holding it', 'no support'.

    They are premises: what is to come of it is said elsewhere.
    """
    found: list[str] = []
    for said in ("nothing", "no", "without"):
        for place in words.places(said):
            last = place + 1
            while last < len(words.tokens) and words.tokens[last].text in _SMALL:
                last += 1
            if last == len(words.tokens) or words.tokens[last].text not in _HOLDING_IT:
                continue
            behind = words.tokens[last + 1 : last + 3]
            last += 1 + sum(t.text in {"it", "up", "them"} for t in behind)
            found.append(" ".join(t.text for t in words.tokens[place:last]))
    for place in words.places("no"):
        # 'No thread, no magnet and no fan holds it.'
        last = place + 1
        while last < len(words.tokens) and _is_of_a_list(words.tokens[last].text):
            last += 1
        said_so = [t.text for t in words.tokens[last : last + 2]]
        if {*said_so[:1]} & _HOLDING_IT and {*said_so[1:]} & {"it", "them", "up"}:
            found.append(" ".join(t.text for t in words.tokens[place : last + 2]))
    return tuple(found)


def _is_of_a_list(text: str) -> bool:
    return text in _LISTED or text in _HOLDERS or text in {"no", "nor", "fan", "draught"}


def _listed_out(words: Words, phrases: tuple[str, ...]) -> bool:
    """Whether all of the phrases are in a list of what is not there: 'no rope or magnet'."""
    places = [place for phrase in phrases for place in words.places(phrase)]
    return bool(places) and all(_is_listed_out(words, place) for place in places)


def _is_listed_out(words: Words, place: int) -> bool:
    for at in range(place - 1, -1, -1):
        text = words.tokens[at].text
        if text in {"no", "without", "neither"}:
            return True
        if text not in _LISTED and text not in _HOLDERS:
            return words.negated(place)
    return False


def _bare(words: Words) -> tuple[float, str] | None:
    """Say that nothing holds it, where all that could is denied."""
    groups = (ROPES, STRINGS, CHAINS, SURFACES, MAGNETS, THRUSTERS)
    if any(words.asserted(g)[0] and not _listed_out(words, g) for g in (MAGNETS, THRUSTERS)):
        return None
    denied = any(words.asserted(group)[1] for group in groups)
    loose = words.asserted(NOTHING)[0]
    return (0.0, "nothing holds it up") if denied or loose else None


def _levitates(words: Words, mass_kg: float | None) -> tuple[float, str] | None:
    """Say what a field or a stream of air carries: light bodies, or magnets and what they bear."""
    carried = 1.0, "a field or a stream pushes it up with as much force as it weighs"
    if words.asserted(WEAK)[0]:
        light = words.any_of(LIGHT) is not None and words.any_of(HEAVIES) is None
        return carried if light and (mass_kg or 0.0) < 0.1 and not airless(words) else None
    paired = words.any_of(
        ("magnet", "magnets", "magnetic", "track", "rail", "train", "graphite", "frog",
         "levitron", "maglev", "electromagnet")
    )  # fmt: skip
    heavy = words.any_of(HEAVIES) is not None and "maglev" not in words
    return carried if paired is not None and not heavy and (mass_kg or 0.0) < 1.0 else None


def _line(words: Words, mass_kg: float | None) -> tuple[float, str] | None:
    """Say what lines and surfaces carry: what is heavy for them is open."""
    loose = words.any_of(("cut", "cuts", "lets go", "let go", "released", "releases", "snapped",
                          "torn", "broken", "severed"))  # fmt: skip
    # 'Falls to the floor' and 'a metre above the table' name no support.
    if loose is not None:
        return None
    # 'Hovers on the stage' says where it is, not what it hangs from.
    if words.any_of(AIRBORNE) is not None and words.any_of(HELD_SAID) is None:
        return None
    heavy = words.any_of(HEAVIES) is not None
    for group, carries_kg in ((CHAINS, _CHAIN_KG), (ROPES, _ROPE_KG), (STRINGS, _STRING_KG),
                              (SURFACES, _CHAIN_KG)):  # fmt: skip
        said = any(_bears(words, phrase) for phrase in group)
        if not said:
            continue
        if words.asserted(THREADS)[0] or (heavy and carries_kg < _CHAIN_KG):
            return None
        if mass_kg is not None and mass_kg > carries_kg:
            return None
        return 1.0, "it pulls or pushes back with as much force as the body weighs"
    return None


_ABOVE: Final = frozenset({"above", "over", "below", "under", "beneath", "near", "beside", "to",
                           "off", "towards", "toward", "onto", "hits", "without"})  # fmt: skip


_UPON: Final = frozenset(
    vocabulary("on, upon, atop, by, from, in, across, against, between, with, at, over, of, up")
)
_BEARS: Final = frozenset(
    vocabulary("holds, hold, supports, support, carries, carry, bears, bear, keeps, keep, holding, "
               "supporting, under, beneath, underneath, which, that, can, takes, pushes")
)  # fmt: skip


def _bears(words: Words, phrase: str) -> bool:
    """Whether the body is on what the phrase names, not above it and not falling onto it."""
    for place in words.places(phrase):
        lead = {t.text for t in words.tokens[max(0, place - 3) : place]}
        behind = {t.text for t in words.tokens[place + 1 : place + 4]}
        if phrase in SURFACES and not (lead & _UPON or behind & _BEARS):
            continue
        if not words.negated(place) and not lead & _ABOVE:
            return True
    return False


def _gas(words: Words) -> tuple[float, str] | None:
    """Say what a balloon without numbers does; what it is to lift is open."""
    if airless(words):
        return 0.0, "there is no air to float in"
    hot = words.any_of(HOT_AIR) is not None
    if not hot and words.any_of(HEAVY) is not None:
        return 0.0, "what fills it is no lighter than the air around, and the skin weighs"
    if words.any_of((*LOADS, *HEAVIES)) is not None:
        return None
    if hot or words.any_of(("helium", "hydrogen")) is not None:
        return 1.0, "what fills it is lighter than the air it displaces"
    tied = words.any_of((*ROPES, *STRINGS)) is not None
    return (1.0, "a line holds it") if tied else None
