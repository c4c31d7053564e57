"""Which number is which in a goal of powers: masses add up, speeds are of a run or of a climb."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from storyworld.physics.power_words import GETS_FAST, HEDGES, LIFTS, METRE, NEEDS, SPEED_UNIT
from storyworld.reading.mention import Change
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_SLOPES: Final = vocabulary(
    "grade, slope, gradient, incline, hill, ramp, uphill, climb of, inclined, steep, slopes"
)
_ALONG: Final = vocabulary(
    "along, of road, long, up the slope, up a slope, up the hill, up a hill, up the ramp, up a "
    "ramp, on a, up an, down the road, of track, run up"
)
_AT: Final = frozenset({"at", "rate", "speed", "steady", "constant", "steadily", "with", "of"})
_FAR: Final = vocabulary("0 to, from rest, standstill, dead stop, standing start, accelerate, "
                         "accelerates, accelerated, sprints, sprint, speeds up")  # fmt: skip
_YIELDS: Final = vocabulary("efficiency, efficient, efficiencies, eta, η")
_PER: Final = {"second": 1.0, "sec": 1.0, "s": 1.0, "minute": 60.0, "min": 60.0, "hour": 3600.0}
_THINGS: Final = frozenset(
    vocabulary("cable, rope, hose, cord, chain, jib, boom, lead, wide, thick, pipe, wire, arm, "
               "drum, diameter")
)  # fmt: skip
_MACHINES: Final = frozenset(
    vocabulary("pump, motor, engine, winch, hoist, crane, lift, elevator, machine, drive, cyclist")
)
_USED: Final = frozenset(vocabulary("useful, usable, used, delivered, arrives, effective"))
_LOST: Final = frozenset(vocabulary("lost, wasted, waste, losses, friction, vanishes, dissipated"))
_SHARES: Final = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1,
    "three quarters": 0.75, "two thirds": 2 / 3, "four fifths": 0.8, "nine tenths": 0.9,
}  # fmt: skip
_GRIPS: Final = frozenset({"friction", "grip", "mu", "μ", "adhesion", "traction"})
_COUNTED: Final = frozenset({"each", "apiece"})
_TOTAL: Final = frozenset({"total", "together", "altogether", "combined", "all"})


@dataclass(frozen=True)
class Context:
    """What the words as a whole say: how many masses there are."""

    masses: int


@lru_cache(maxsize=64)
def _mentions(words: Words) -> tuple[Mention, ...]:
    return read_quantities(words).mentions


def context(words: Words) -> Context:
    """Count the masses that a goal gives, those written twice in other units once."""
    masses = {round(m.quantity.value, 3) for m in _mentions(words)
              if m.quantity.unit is Unit.KILOGRAM}  # fmt: skip
    return Context(len(masses))


def asks_for_so_much(words: Words, parameter: Parameter) -> bool:
    """Whether a number is what is said to be needed: 'takes 25 s', 'needs about 2 kW'."""
    span = parameter.words
    for m in _mentions(words):
        if span is None or m.start != span.start:
            continue
        first = m.first_token
        lead = [t.text for t in words.tokens[max(0, first - 6) : first]]
        close = set(lead[-3:])
        if "in" in lead[-2:] and m.bound is not Bound.TAKES and not close & HEDGES:
            return False
        behind = [t.text for t in words.tokens[m.next_token : m.next_token + 3]]
        if _MACHINES & set(behind[:2]):  # 'it takes a 1 kW pump 10 minutes'
            return False
        if m.bound is Bound.AT_LEAST:
            return bool({*lead, *behind} & NEEDS)
        return m.bound is Bound.TAKES or bool(close & NEEDS) or (
            bool(close & HEDGES) and parameter.name == "time"
        ) or bool({"needed", "required", "necessary"} & {*behind})  # fmt: skip
    return False


def is_premise(words: Words, parameter: Parameter) -> bool:
    """Whether a bound is a machine's own: 'a motor of at most 1 kW' may have less."""
    for m in _mentions(words):
        if parameter.words is not None and m.start == parameter.words.start:
            lead = _lead(words, m, 6)
            at = next((k for k, word in enumerate(lead) if word in _MACHINES), None)
            return at is not None and lead[at + 1 : at + 2] == ["of"]
    return False


def placed(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place masses, lengths and speeds by what stands around them; see the protocol."""
    found: dict[int, str] = {}
    sloped = words.any_of(_SLOPES) is not None
    masses: list[float] = []
    for at, m in enumerate(mentions):
        unit = m.quantity.unit
        if unit is Unit.KILOGRAM:
            _mass(words, mentions, at, masses, found)
        elif unit is METRE and _is_size(words, mentions, at):
            found[at] = ""
        elif unit is METRE:
            rough = sloped and _phrases(words, m, _ALONG) and _graded(mentions)
            name = "distance" if rough else "height"
            if name not in found.values():
                found[at] = name
            elif not sloped and words.any_of(_FAR):
                found[at] = ""
        elif unit is SPEED_UNIT:
            found[at] = _speed(words, mentions, at, sloped=sloped)
        elif m.symbol == "percent" and sloped and _phrases(words, m, _SLOPES):
            found[at] = ""
        elif m.symbol == "percent" and (
            _phrases(words, m, _YIELDS) or (not sloped and words.any_of(_YIELDS) is not None)
        ):
            found[at] = "efficiency"
        elif m.symbol == "percent" and (share := _kept(words, m)) is not None:
            found[at] = "efficiency" if share else ""
        elif unit is Unit.ONE and not m.symbol and _GRIPS & set(_lead(words, m, 5)):
            found[at] = "friction"
    return found


def _lead(words: Words, m: Mention, reach: int) -> list[str]:
    tokens = words.tokens[max(0, m.first_token - reach) : m.first_token]
    return [t.text for t in tokens if t.sentence == words.tokens[m.first_token].sentence]


def _is_size(words: Words, mentions: tuple[Mention, ...], at: int) -> bool:
    """Whether a length is that of a thing: 'a 2 m cable', 'a beam 3 m long' lifted 5 m."""
    behind = [t.text for t in words.tokens[mentions[at].next_token :][:2]]
    others = sum(m.quantity.unit is METRE for m in mentions) > 1
    return others and bool(_THINGS & set(behind[:1]) or behind[:1] in (["wide"], ["thick"]))


def _kept(words: Words, m: Mention) -> bool | None:
    """Whether a percentage is of what is put to use (True) or lost (False); None if neither."""
    behind = {t.text for t in words.tokens[m.next_token : m.next_token + 8]}
    if behind & _USED:
        return True
    return False if behind & _LOST else None


def efficiency_of(words: Words) -> float | None:
    """Read the efficiency of words: 'half of which is useful', '20 % of it is lost'."""
    for m in _mentions(words):
        if m.symbol == "percent" and _kept(words, m) is False:
            return 1.0 - m.quantity.value
    for phrase, share in _SHARES.items():
        for place in words.places(phrase):
            behind = {t.text for t in words.tokens[place + 1 : place + 8]}
            if not {"of", "is", "the", "its", "gets", "goes"} & behind:
                continue
            if behind & _USED:
                return share
            if behind & _LOST:
                return 1.0 - share
    return None


def car_speed(words: Words) -> float | None:
    """Read 'nought to sixty' (miles per hour) and '0 to 100' (kilometres per hour) in m/s."""
    for lead in ("nought to", "zero to", "0 to", "naught to", "0 -", "nil to", "oh to", "0 100",
                 "0 60", "from 0 to", "from zero to"):  # fmt: skip
        for place in words.places(lead):
            behind = [t.text for t in words.tokens[place + len(lead.split()) - 1 :][:4]]
            if {"sixty", "60"} & set(behind[:3]):
                return 60 * 0.44704
            if {"hundred", "100"} & set(behind[:3]):
                return 100 / 3.6
    return None


def _mass(
    words: Words, mentions: tuple[Mention, ...], at: int, masses: list[float], found: dict[int, str]
) -> None:
    """Place a mass: the first, one moved along, or the sum that stands for those before."""
    m = mentions[at]
    value = round(m.quantity.value, 3)
    if value in masses and at and mentions[at - 1].next_token >= m.first_token - 2:
        return
    if masses and _around(words, m) & _TOTAL:
        found.update({n: "" for n, name in found.items() if name in {"mass", "more_mass"}})
        found[at] = "mass"
    elif len(masses) < 2:
        found[at] = ("mass", "more_mass")[len(masses)]
    masses.append(value)
    count = _count(words, mentions, at)
    if count is not None:
        if found.get(at) == "more_mass":
            _exchange(found)
        found[count] = "count"


def grade_of(words: Words) -> float | None:
    """Give the angle in degrees of a slope given in percent; None where there is none."""
    for m in _mentions(words):
        if m.symbol == "percent" and _phrases(words, m, _SLOPES):
            return math.degrees(math.atan(m.quantity.value))
    return None


def flows_in_s(words: Words) -> float | None:
    """Give the seconds in which a volume or mass is moved: '5 litres of water per second'."""
    for m in _mentions(words):
        if m.quantity.unit not in {Unit.CUBIC_METRE, Unit.KILOGRAM}:
            continue
        behind = [t.text for t in words.tokens[m.next_token : m.next_token + 6]]
        for one, two in pairwise(behind):
            if one in {"per", "a", "every", "each", "/"} and two in _PER:
                return _PER[two]
    return None


def _graded(mentions: tuple[Mention, ...]) -> bool:
    return any(m.quantity.unit is Unit.DEGREE or m.symbol == "percent" for m in mentions)


def _speed(words: Words, mentions: tuple[Mention, ...], at: int, *, sloped: bool) -> str:
    m = mentions[at]
    if m.change is Change.START:
        return "start_speed"
    if m.change is Change.END:
        return "speed"
    lead = [t.text for t in words.tokens[max(0, m.first_token - 3) : m.first_token]]
    steady = bool(set(lead) & _AT) and lead[-1:] != ["to"]
    starts = lead[-1:] == ["from"]
    if starts:
        return "start_speed"
    if steady and words.any_of(_FAR) is None and words.any_of(LIFTS) is not None:
        return "road_speed" if sloped else "rate"
    if words.any_of(GETS_FAST) is not None:
        return "speed"
    return "road_speed" if sloped else "rate"


def _exchange(found: dict[int, str]) -> None:
    """What is counted is the mass: eight people of 75 kg each in a cabin of 600 kg."""
    swap = {"mass": "more_mass", "more_mass": "mass"}
    for n, name in found.items():
        found[n] = swap.get(name, name)


def _around(words: Words, m: Mention) -> set[str]:
    tokens = words.tokens
    near = (*tokens[max(0, m.first_token - 5) : m.first_token],
            *tokens[m.next_token : m.next_token + 3])  # fmt: skip
    return {t.text for t in near if t.sentence == tokens[m.first_token].sentence}


def _phrases(words: Words, m: Mention, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands close behind a number or in front of it."""
    low, high = m.first_token - 4, m.next_token + 3
    return any(low <= place <= high for phrase in phrases for place in words.places(phrase))


def _count(words: Words, mentions: tuple[Mention, ...], at: int) -> int | None:
    """Find the number of bodies whose mass is given for each of them."""
    m = mentions[at]
    behind = {t.text for t in words.tokens[m.next_token : m.next_token + 3]}
    before = mentions[at - 1] if at else None
    counted = before is not None and before.written is None and before.whole
    if counted and before is not None and (
        behind & _COUNTED or m.first_token - before.next_token <= 1
    ) and m.first_token - before.next_token <= 6:  # fmt: skip
        return at - 1
    return None
