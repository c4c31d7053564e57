"""The unit that stands behind a number, and what it is in the canonical unit.

Units are those of :mod:`storyworld.reading.unit_table` and what is composed of them with powers,
'/', 'per' and products. A composition that has no canonical unit ('kg/m^2') is known to be a
unit and not to be one of ours, so that its number is not taken for something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from storyworld.reading.rounding import precise
from storyworld.reading.unit_factors import (
    POWERS,
    Atom,
    Factor,
    WrittenUnit,
    atoms,
    ended,
    factor_at,
)
from storyworld.reading.unit_table import STANDARD_GRAVITY
from storyworld.records.quantity import Unit

__all__ = [
    "INCH",
    "KELVINS",
    "STANDARD_G",
    "STONE",
    "UnitMatch",
    "UnknownUnit",
    "WrittenUnit",
    "unit_at",
    "unit_or_unknown_at",
    "written_units",
]


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in a text, ending before ``text[end]``."""

    written: WrittenUnit
    end: int


@dataclass(frozen=True, slots=True)
class UnknownUnit:
    """A composition of units without a canonical unit, ending before ``text[end]``."""

    end: int


_OF_POWERS: Final = {powers: unit for unit, powers in POWERS.items()}
_MOST_FACTORS: Final = 5
_WEIGHTS: Final = frozenset({"pound", "ounce"})
_AREAS: Final = (Unit.SQUARE_METRE, Unit.CUBIC_METRE)

# 'in' is more often a preposition than an inch.
_NO_INCH: Final = re.compile(
    r"\s*(?:\.?[0-9]|(?:under|less|no|more|about|at|the|a|an|each|every|order|its|total|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|vacuum|air|water|free|front|mid|"
    r"between|exactly|only|just|this|that|which|my|his|her|our|their|space|orbit|place|all|any|"
    r"both|line|series|parallel|contact|theory|practice|most|least|fact|turn)\b)",
    re.IGNORECASE,
)
_SIZE_IN: Final = re.compile(r"\s*(?:height|width|length|diameter|mass)\b", re.IGNORECASE)
_MARK: Final = re.compile(r"[\"″]|''|['’′](?!['’]|[A-Za-z])")
_PER: Final = re.compile(r" ?/ ?(?P<open>\()?|[ -](?:per|a|an|every|each)[ -]", re.IGNORECASE)
_TIMES: Final = re.compile(r"[·*⋅.]| [·*⋅] ")
_LOOSE: Final = re.compile(r"[ -]")
_PER_SECOND: Final = re.compile(r" ?/ ?s(?!\w)| s(?:\^?[-−]|⁻)")
# Units of things nothing here computes: their numbers are none of something else.
_FOREIGN: Final = re.compile(
    r"[ -]?(?:[mk]?V|m?Ah?|[kM]?Ω|(?:ohm|volt|amp|ampere|lumen|tesla|pixel|decibel)s?|dB|lux|px|fps"
    r"|mol)(?!\w)"
)
_FLOW: Final = re.compile(
    r" of [a-z]+(?: [a-z]+)?(?: per | every | each | a )(?P<time>second|minute|hour)(?!\w)",
    re.IGNORECASE,
)
_OF_FORCE: Final = re.compile(
    r" (?:of )?(?:thrust|force|push|pull|squeeze|tension|drag|lift|grip|compression)(?!\w)",
    re.IGNORECASE,
)
_OF_TORQUE: Final = re.compile(r" (?:of )?torque(?!\w)", re.IGNORECASE)


STANDARD_G: Final = WrittenUnit("standard_gravity", Unit.METRE_PER_SECOND_SQUARED, STANDARD_GRAVITY)
KELVINS: Final = WrittenUnit("delta_degC", Unit.KELVIN, 1.0)
INCH: Final = WrittenUnit("inch", Unit.METRE, 0.0254)
STONE: Final = WrittenUnit("stone", Unit.KILOGRAM, 6.35029318)


_NAMES: Final = re.compile(r" ?=")
# 'w = 0.5 m / h = 0.3 m', 'Isp 320 s / m_wet 500 kg', '3 kg / m2 2 kg': a name and no unit
_LISTED: Final = re.compile(r" ?[=:]|_| [0-9.]")


def written_units() -> tuple[WrittenUnit, ...]:
    """Give every unit of the table once, by its pint name."""
    exact, words, _, _ = atoms()
    known = (*(a.written for a in (*exact.values(), *words.values())), STANDARD_G, STONE)
    return tuple({w.symbol: w for w in known}.values())


def unit_at(text: str, place: int) -> UnitMatch | None:
    """Read the unit that stands at ``text[place:]``, after at most a space and a hyphen.

    The longest spelling wins ('m/s' over 'm'); a unit ends where no letter or digit follows.
    """
    found = unit_or_unknown_at(text, place)
    return found if isinstance(found, UnitMatch) else None


def unit_or_unknown_at(text: str, place: int) -> UnitMatch | UnknownUnit | None:
    """Read the unit that stands at ``text[place:]``, also one that has no canonical unit.

    Looks at five factors at most: the time is bounded however many a text strings together.
    """
    mark = _mark_at(text, place)
    if mark is not None:
        return mark
    first = factor_at(text, place, gap=True)
    if first is None:
        foreign = _FOREIGN.match(text, place)
        return UnknownUnit(foreign.end()) if foreign is not None else None
    if text[place : first.end].strip(" -").lower() == "in" and _is_preposition(text, first.end):
        return None
    if text[place : place + 1].isspace() and _NAMES.match(text, first.end):
        return None  # 'm=2 h=3': the next thing named, no unit of what stands before
    if first.power == 1 and first.atom.written.unit is Unit.KILOGRAM:
        return _mass_at(text, first)
    return _expression(text, first)


# What else stands with a mass: '4 kg of propellant per second', '40 lb of thrust'.
def _mass_at(text: str, first: Factor) -> UnitMatch | UnknownUnit | None:
    written = first.atom.written
    if written.symbol in {"pound", "kg"} and _OF_FORCE.match(text, first.end):
        symbol = "pound_force" if written.symbol == "pound" else "kilogram_force"
        force = written.factor * STANDARD_GRAVITY
        return UnitMatch(WrittenUnit(symbol, Unit.NEWTON, force), first.end)
    flow = _FLOW.match(text, first.end)
    if flow is not None:
        time = atoms()[1][flow["time"].lower()].written
        rate = WrittenUnit(
            f"{written.symbol}/{time.symbol}",
            Unit.KILOGRAM_PER_SECOND,
            written.factor / time.factor,
        )
        return UnitMatch(rate, flow.end())
    return _expression(text, first)


def _mark_at(text: str, place: int) -> UnitMatch | None:
    """Read the marks of feet and inches, where they close no quotation."""
    found = _MARK.match(text, place)
    if found is None or place == 0 or not text[place - 1].isdigit():
        return None
    mark = found.group()
    inches = mark in {'"', "″", "''"}
    before = text[max(0, place - 200) : place]
    if mark == '"' and before.count('"') % 2 == 1 and not re.search(r"[0-9]\"", before):
        return None
    after = text[found.end() : found.end() + 1]
    if mark in "'’" and not after.isdigit() and re.search(r"(?:^|[\s(])['‘]", before):
        return None
    exact, words, _, _ = atoms()
    atom = words["inch"] if inches else exact["ft"]
    return UnitMatch(atom.written, found.end())


def _is_preposition(text: str, end: int) -> bool:
    """Whether the 'in' that ends before ``text[end]`` is no inch."""
    return _NO_INCH.match(text, end) is not None or _SIZE_IN.match(text, end) is not None


def _expression(text: str, first: Factor) -> UnitMatch | UnknownUnit | None:
    """Read what follows a first factor: the longest composition that has a canonical unit."""
    factors = [first]
    best = _composed(text, factors)
    composed = first.power != 1 and ended(text, first.end)
    unknown = first.end if best is None and composed else 0
    below = in_brackets = False
    while len(factors) <= _MOST_FACTORS:
        joint, firm = _joint(text, factors, below=below)
        if joint is None:
            break
        if "/" in joint.group() or joint.re is _PER:
            below, in_brackets = True, in_brackets or joint.group().endswith("(")
        factor = factor_at(text, joint.end(), gap=False, behind=True)
        if factor is None:
            break
        if joint.group() == " / " and _LISTED.match(text, factor.end):
            break
        if in_brackets and text[factor.end : factor.end + 1] == ")":
            factor = replace(factor, end=factor.end + 1)
            in_brackets = False
        factors.append(replace(factor, power=-factor.power) if below else factor)
        found = _composed(text, factors)
        if found is not None:
            best, unknown = found, 0
        elif firm and ended(text, factor.end):
            unknown = factor.end
        elif not firm and factor.power > 0 and not below:
            break
    if len(factors) > _MOST_FACTORS:
        return UnknownUnit(factors[-1].end)
    return UnknownUnit(unknown) if unknown else best


def _joint(
    text: str, factors: Sequence[Factor], *, below: bool
) -> tuple[re.Match[str] | None, bool]:
    """Find what joins a next factor, and whether it surely does."""
    end, last = factors[-1].end, factors[-1]
    per = _PER.match(text, end)
    if per is not None:
        over = "/" in per.group() or "per" in per.group().lower()
        if over or _times_follows(text, per.end()):
            return per, True
        return None, False
    times = _TIMES.match(text, end)
    if times is not None:
        # The full stop of 'N.m' and not that of a sentence
        return (None, False) if times.group() == "." and below else (times, times.group() != ".")
    loose = _LOOSE.match(text, end)
    following = factor_at(text, loose.end(), gap=False, behind=True) if loose else None
    if loose is None or following is None:
        return None, False
    units = (last.atom.written.unit, following.atom.written.unit)
    symbol = text[loose.end() : following.end]
    joined = (
        following.power < 0
        or (units == (Unit.NEWTON, Unit.METRE) and symbol != "in")
        or (units == (Unit.WATT, Unit.SECOND) and symbol.lower() in {"h", "hr", "hour", "hours"})
        or (units == (Unit.KILOGRAM, Unit.KELVIN) and below)
        or _foot_pound(last, following)
    )
    # '7 kg m/s' is a momentum and no mass.
    if units == (Unit.KILOGRAM, Unit.METRE) and _PER_SECOND.match(text, following.end):
        return loose, True
    return (loose, False) if joined else (None, False)


def _foot_pound(one: Factor, other: Factor) -> bool:
    return {one.atom.written.symbol, other.atom.written.symbol} in (
        {"foot", "pound"},
        {"inch", "pound"},
        {"foot", "pound_force"},
    )


def _times_follows(text: str, place: int) -> bool:
    """Whether a time follows: 'miles an hour'."""
    factor = factor_at(text, place, gap=False)
    return factor is not None and factor.power == 1 and (
        factor.atom.written.symbol in {"s", "minute", "hour"}
    )  # fmt: skip


def _composed(text: str, factors: Sequence[Factor]) -> UnitMatch | None:
    """Give the unit that factors make, if they end here and it has a canonical unit."""
    end = factors[-1].end
    if not ended(text, end):
        return None
    if len(factors) == 1 and factors[0].power == 1:
        return None if factors[0].atom.ratio else UnitMatch(factors[0].atom.written, end)
    written = _product(factors)
    if written is None and any(f.atom.written.symbol in _WEIGHTS for f in factors):
        written = _product([_as_force(f) for f in factors])
    if written is None:
        return None
    if written.unit is Unit.JOULE and len(factors) == 2:
        first = factors[0].atom.written
        by_length = first.unit is Unit.METRE and not _OF_TORQUE.match(text, end)
        multiplied = all(f.power == 1 for f in factors)
        if multiplied and not by_length and first.unit is not Unit.WATT:
            written = replace(written, unit=Unit.NEWTON_METRE)
    return UnitMatch(written, end)


def _as_force(factor: Factor) -> Factor:
    """Take pounds for pounds of force: 'lb/in', 'pounds per square inch', 'ft-lb'."""
    written = factor.atom.written
    if written.symbol not in _WEIGHTS:
        return factor
    force = WrittenUnit(f"{written.symbol}_force", Unit.NEWTON, written.factor * STANDARD_GRAVITY)
    return replace(factor, atom=Atom(force, POWERS[Unit.NEWTON]))


def _product(factors: Sequence[Factor]) -> WrittenUnit | None:
    powers = [0, 0, 0, 0, 0]
    value = 1.0
    named: dict[str, int] = {}
    for factor in factors:
        written = factor.atom.written
        if written.unit is Unit.ONE:
            return None
        for at, power in enumerate(factor.atom.powers):
            powers[at] += factor.power * power
        value *= written.factor**factor.power
        name = {"degC": "kelvin", "degF": "delta_degF"}.get(written.symbol, written.symbol)
        named[name] = named.get(name, 0) + factor.power
    a, b, c, d, e = powers
    unit = _OF_POWERS.get((a, b, c, d, e))
    return WrittenUnit(_symbol(named), unit, precise(value)) if unit is not None else None


def _symbol(named: dict[str, int]) -> str:
    """Write a composition as pint does: 'm/s^2'."""
    symbol = ""
    for name, power in named.items():
        name = f"({name})" if {"/", "*"} & set(name) else name  # noqa: PLW2901
        exponent = "" if abs(power) == 1 else f"^{abs(power)}"
        sign = "/" if power < 0 else "*" if symbol else ""
        symbol += f"{sign}{name}{exponent}" if power else ""
    return f"1{symbol}" if symbol.startswith("/") else symbol
