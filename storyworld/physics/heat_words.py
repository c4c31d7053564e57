"""What is heated and what becomes of it, in words: warmed, melted, boiled, boiled away, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storyworld.physics.completion import inferred
from storyworld.physics.materials import (
    MATERIALS,
    Material,
    Property,
    materials_in,
    middle_of,
    span_of,
)  # fmt: skip
from storyworld.physics.nearby import after, before, says, with_unit
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_PER_KG, _CAPACITY = Unit.JOULE_PER_KILOGRAM, Unit.JOULE_PER_KILOGRAM_KELVIN


class Process(StrEnum):
    """What becomes of a substance."""

    WARMS = "warms"
    COOLS = "cools"
    MELTS = "melts"
    BOILS = "boils"
    BOILS_AWAY = "boils away"
    FREEZES = "freezes"


_AWAY: Final = vocabulary(
    "boils dry, boil dry, boiled dry, boiling dry, boils away, boil away, boiled away, evaporate, "
    "evaporates, evaporated, evaporating, vaporise, vaporises, vaporised, vaporize, vaporizes, "
    "vaporized, into steam, to steam, as steam, into vapour, into vapor, to vapour, boils off, "
    "boil off, boiled off, turned to steam, steams away, to dryness, boiling away, all gone, "
    "boils it all away, boils it dry, vaporising, vaporizing, turns it all to steam"
)
_MELTING: Final = vocabulary(
    "melt, melts, melted, melting, thaw, thaws, thawed, thawing, liquefies, liquefied, liquefy, "
    "defrost, defrosts, defrosted, turns to water, turned to water, into water, unmelted, "
    "turns to liquid, all water, is water, becomes water, liquid water, become liquid, becomes "
    "liquid, turns liquid, no ice remains, no ice left, no ice, become water, into liquid, to "
    "liquid, "
    "ice is gone, ice has gone, liquify, liquifies, molten, melts away, de ice"
)
_FREEZING: Final = vocabulary(
    "freeze, freezes, froze, frozen, solidify, solidifies, solidified, into ice, to ice, "
    "freezing, ices up, turns solid, frozen solid, becomes ice, ice cubes from"
)
_SOLIDIFIES: Final = vocabulary("solidify, solidifies, solidified, freeze, freezes, froze")
_AWAY_REACH: Final = 8
_REMAINING: Final = frozenset(
    {"still", "remains", "remain", "stays", "stay", "partly", "partially"}
)
_HALF: Final = vocabulary("slush, partly frozen, partially frozen, half frozen, half melted")
_SOLID: Final = frozenset({"frozen", "solid", "ice", "icy", "unmelted"})
_LIQUID: Final = frozenset({"liquid", "water", "cold", "cool", "lukewarm", "unfrozen", "below"})
_NO_PROCESS: Final = frozenset({"point", "temperature"})
_BOILING: Final = vocabulary(
    "boil, boils, boiled, boiling, to the boil, to a boil, bubbling, boiling point"
)
_COOLING: Final = vocabulary(
    "cool, cools, cooled, cooling, chill, chills, chilled, chilling, cools down, refrigerator, "
    "fridge, chiller, freezer, drops in temperature, loses heat, heat pump removes"
)
_WATERY: Final = vocabulary(
    "kettle, tea, coffee, soup, cup of tea, bath, bathtub, broth, shower, aquarium, tank, "
    "immersion heater, hot tub, saucepan, pot, pan"
)
_SNOWY: Final = vocabulary("snow, frost, icicle, icicles, snowball, hail, slush, ice block")
_ROOM: Final = vocabulary("room temperature, ambient temperature, room temp, ambient, as warm as "
                          "the "
                          "room")  # fmt: skip
_AT_MELTING: Final = vocabulary(
    "at their melting point, at its melting point, at the melting point, melting ice, at melting "
    "point, ice at its melting, just at melting"
)
_OF: Final = frozenset({"of", "pure", "fresh", "tap", "cold", "solid", "liquid", "a", "the", "hot"})


@dataclass(frozen=True)
class Heated:
    """A substance and its process."""

    substance: Material | None
    process: Process


def heated(words: Words) -> Heated:
    """Read what is heated or cooled, and to what end."""
    substance = _substance(words)
    process = _process(words)
    ice = _named("ice")
    if process is Process.MELTS and words.any_of(("ice", *_SNOWY)) is not None:
        substance = ice
    elif process is Process.FREEZES and (substance is None or substance.name == "ice"):
        substance = _named("water")
    elif process is Process.COOLS and _still(words, frozenset({"liquid", "unfrozen"})):
        substance, process = (_named("water") if substance is None else substance), Process.FREEZES
    elif process is Process.WARMS and still_frozen(words):
        substance, process = (ice if substance is None else substance), Process.MELTS
    elif substance is ice and process in (Process.WARMS, Process.BOILS) and _ends_warm(words):
        process = Process.MELTS
    return Heated(substance, process)


def still_frozen(words: Words) -> bool:
    """Whether something is said to be frozen yet, all of it or a part."""
    return _still(words, _SOLID)


def still_as_it_was(words: Words) -> bool:
    """Whether something is said not to have got there yet: 'is still partly frozen'."""
    return _still(words, _SOLID | _LIQUID)


def _still(words: Words, states: frozenset[str]) -> bool:
    return any(
        states & {t.text for t in words.tokens[place + 1 : place + 5]}
        for said in ("still", "remains", "remain", "stays", "stay")
        for place in words.places(said)
        if not words.negated(place)
    )


def half_frozen(words: Words) -> bool:
    """Whether something starts half frozen: how much of it is ice is then open."""
    started = [p for said in _HALF for p in words.places(said)]
    return any(
        not {"still", "remains", "stays", "remain", "stay"}
        & {t.text for t in words.tokens[max(0, place - 3) : place]}
        for place in started
    )


def room_temperature(words: Words) -> bool:
    """Whether something starts as warm as the room."""
    return words.any_of(_ROOM) is not None


def at_melting_point(words: Words) -> bool:
    """Whether something starts where it melts."""
    return words.any_of(_AT_MELTING) is not None


def _process(words: Words) -> Process:
    if words.any_of(_AWAY) is not None or _boils_it_away(words):
        return Process.BOILS_AWAY
    for phrases, process in ((_MELTING, Process.MELTS), (_FREEZING, Process.FREEZES)):
        if any(_is_verb(words, p, at) for p in phrases for at in words.places(p)):
            return process
    if words.any_of(_BOILING) is not None:
        return Process.BOILS
    ends = [m for m in read_quantities(words).mentions
            if m.quantity.unit is Unit.KELVIN and not _is_change(words, m)]  # fmt: skip
    ends.sort(key=lambda m: not _behind_from(words, m))  # 'to 90 °C in 10 min from 10 °C'
    if len(ends) > 1 and ends[-1].quantity.value < ends[0].quantity.value:
        return Process.COOLS
    return Process.COOLS if words.any_of(_COOLING) is not None else Process.WARMS


def _is_change(words: Words, mention: Mention) -> bool:
    """Whether a temperature is a difference: 'from 20 °C by 70 °C' gets no colder."""
    ahead = words.tokens[max(0, mention.first_token - 1) : mention.first_token]
    return mention.symbol == "delta_degC" or any(t.text == "by" for t in ahead)


def _behind_from(words: Words, mention: Mention) -> bool:
    return mention.first_token > 0 and words.tokens[mention.first_token - 1].text == "from"


def _boils_it_away(words: Words) -> bool:
    """Whether all of it is boiled: 'boils every drop of the water away'."""
    for boil in ("boils", "boil", "boiled", "boiling", "evaporates"):
        for place in words.places(boil):
            behind = words.tokens[place + 1 : place + 1 + _AWAY_REACH]
            if any(t.text in {"away", "off", "dry"} for t in behind):
                return True
    return False


def _is_verb(words: Words, phrase: str, at: int) -> bool:
    """Whether 'freezing' and 'melting' name what happens, not a point on the scale."""
    following = at + len(phrase.split())
    if following < len(words.tokens) and words.tokens[following].text in _NO_PROCESS:
        return False
    # What is still frozen thaws.
    ahead = {t.text for t in words.tokens[max(0, at - 3) : at]}
    if phrase in {"frozen", "to ice"} and ahead & _REMAINING:
        return False
    # What is molten solidifies.
    if phrase == "molten" and words.any_of(_SOLIDIFIES) is not None:
        return False
    # '2 kg of frozen peas melt'
    return not (phrase == "frozen" and words.any_of(_MELTING) is not None)


def _ends_warm(words: Words) -> bool:
    melting = 273.15
    ends = [m.quantity.value for m in read_quantities(words).mentions
            if m.quantity.unit is Unit.KELVIN]  # fmt: skip
    return bool(ends) and max(ends) > melting


def _substance(words: Words) -> Material | None:
    """Give what is heated: what stands behind its amount, else the first that is named."""
    found = (*materials_in(words, Property.SPECIFIC_HEAT), *_by_symbol(words))
    amounts = [m for m in read_quantities(words).mentions
               if m.quantity.unit in (Unit.KILOGRAM, Unit.CUBIC_METRE)]  # fmt: skip
    for at, material in found:
        if any(_behind(words, m, at) for m in amounts):
            return material
    if words.any_of(_SNOWY) is not None:
        return _named("ice")
    liquids = [m for _, m in found if m.name in _LIQUIDS]
    if liquids:
        return liquids[0]
    if found:
        return found[0][1]
    return _named("water") if words.any_of(_WATERY) is not None else None


def _by_symbol(words: Words) -> tuple[tuple[int, Material], ...]:
    """Give metals written by their symbols: '5 kg Al'."""
    return tuple(
        (place, _named(name))
        for symbol, name in _SYMBOLS.items()
        for place in words.places(symbol)
        if place and words.tokens[place - 1].text in _MASSES
    )


_SYMBOLS: Final = {"al": "aluminium", "cu": "copper", "fe": "iron", "pb": "lead", "au": "gold",
                   "hg": "mercury", "h2o": "water"}  # fmt: skip
_MASSES: Final = frozenset({"kg", "g", "grams", "kilograms", "of", "t", "lb", "tonnes"})


def _behind(words: Words, amount: Mention, at: int) -> bool:
    """Whether a material's name follows an amount: '1 kg of water', '2 kg copper block'."""
    between = [t.text for t in words.tokens[amount.next_token : at]]
    return amount.next_token <= at and len(between) <= 3 and set(between) <= _OF


def _named(name: str) -> Material:
    return next(m for m in MATERIALS if m.name == name)


_LIQUIDS: Final = frozenset({"water", "sea water", "oil", "alcohol", "milk", "ice", "wax"})


def place_temperatures(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say of each temperature whether it is the first, the last, or a change."""
    placed: dict[int, str] = {}
    loose: list[int] = []
    for n in with_unit(mentions, Unit.KELVIN):
        mention = mentions[n]
        ahead, behind = before(words, mentions, n, 4), after(words, mentions, n, 3)
        change = getattr(mention, "change", None)
        if change is not None:
            placed[n] = str(change)
        elif mention.symbol == "delta_degC" or says(ahead[-2:], ("by", "dt", "δt", "rise of")):
            placed[n] = "rise"
        elif says(ahead, _STARTS) or says(behind, _STARTS_BEHIND):
            placed[n] = "start"
        elif says(ahead, _ENDS):
            placed[n] = "end"
        else:
            loose.append(n)
    process = heated(words).process
    for n in loose:
        taken = set(placed.values())
        phase = process not in (Process.WARMS, Process.COOLS)
        first, last = ("start", "end") if phase or len(loose) > 1 else ("end", "start")
        placed[n] = first if first not in taken else last if last not in taken else first
    return placed


_STARTS: Final = vocabulary("from, starts at, starting at, initially, initially at, at first, t0, "
                            "t1 = from, already, start temperature, initial temperature, ti, "
                            "starts out at, that starts at")  # fmt: skip
_STARTS_BEHIND: Final = vocabulary("water, ice, initially, at the start, to begin with, tap water, "
                                   "milk, cold")  # fmt: skip
_ENDS: Final = vocabulary("to, reaches, reach, until, hits, up to, down to, above, below, over, "
                          "under, final temperature, t end, tf, at least, more than, less than, "
                          "gets to, than, target")  # fmt: skip


def point(material: Material, what: Property) -> float | None:
    """Give where a material melts or boils, K, if that is known."""
    return middle_of(span_of(material, what))[0] if what in material.known else None


def constants(material: Material | None, process: Process, names: set[str]) -> list[Parameter]:
    """Give what is known of a substance in a process."""
    found: list[Parameter] = []
    if material is None:
        if process in (Process.WARMS, Process.COOLS):
            found += [
                inferred("latent_heat", 0.0, _PER_KG, "nothing melts or boils"),
                inferred("specific_heat_after", 0.0, _CAPACITY, "nothing melts or boils"),
            ]
        return found

    def known(name: str, unit: Unit, what: Property, of: Material = material) -> None:
        if what in of.known:
            value, u = middle_of(span_of(of, what))
            found.append(inferred(name, value, unit, f"{what} of {of.name}".replace("_", " "), u))

    known("density", Unit.KILOGRAM_PER_CUBIC_METRE, Property.DENSITY)
    if material.name == "water":
        found[-1] = inferred("density", 998.0, Unit.KILOGRAM_PER_CUBIC_METRE, "water", 2.0)
    known("specific_heat", _CAPACITY, Property.SPECIFIC_HEAT)
    if process in (Process.WARMS, Process.COOLS, Process.BOILS):
        found += [
            inferred("latent_heat", 0.0, _PER_KG, "nothing melts or boils away"),
            inferred("specific_heat_after", 0.0, _CAPACITY, "nothing melts or boils away"),
        ]
        if process is Process.BOILS and "end" not in names:
            known("end", Unit.KELVIN, Property.BOILING_POINT)
        return found
    if process is Process.BOILS_AWAY:
        known("turn", Unit.KELVIN, Property.BOILING_POINT)
        known("latent_heat", _PER_KG, Property.VAPORISATION)
    else:
        known("turn", Unit.KELVIN, Property.MELTING_POINT)
        known("latent_heat", _PER_KG, Property.FUSION)
    after_it = {("ice", Process.MELTS): 4186.0, ("water", Process.FREEZES): 2060.0,
                ("water", Process.BOILS_AWAY): 2000.0}.get((material.name, process))  # fmt: skip
    if after_it is None and "end" not in names:
        after_it = 0.0
    if after_it is not None:
        because = "once it has changed its phase"
        found.append(inferred("specific_heat_after", after_it, _CAPACITY, because))
    return found


_HAVING: Final = frozenset({"at", "of"})


def two_ends(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Part a range of temperatures that is a change: 'water at 20 °C to 100 °C'."""
    ends = [p for p in given if p.name in {"start", "end"}]
    span = ends[0].words if len(ends) == 1 else None
    if span is None or " to " not in span.text:
        return given
    (said,) = ends
    ahead = words.text[: span.start].split()[-1:]
    mentions = read_quantities(Words.of(f"from {span.text}")).mentions
    if not _HAVING & {*ahead} or [str(m.change) for m in mentions] != ["start", "end"]:
        return given
    parted = (said.revised(name=str(m.change), quantity=m.quantity) for m in mentions)
    return (*(p for p in given if p is not said), *parted)
