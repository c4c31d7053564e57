"""The units people write, and what each is in the canonical unit.

A closed table: a spelling that is not in it is no unit. The factors are checked against pint
in the tests; pint itself is not needed to read a goal.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import pi
from typing import Final

from storyworld.records.quantity import Unit


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """A unit as written: ``canonical = factor * written + offset``."""

    symbol: str
    unit: Unit
    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in a text, ending before ``text[end]``."""

    written: WrittenUnit
    end: int


_METRE, _SECOND, _KG = Unit.METRE, Unit.SECOND, Unit.KILOGRAM

# symbol in pint's spelling: (unit, factor, spellings of the symbol, spellings in words)
_TABLE: Final[tuple[tuple[str, Unit, float, str, str], ...]] = (
    ("m", _METRE, 1.0, "m", "metre metres meter meters"),
    ("cm", _METRE, 1e-2, "cm", "centimetre centimetres centimeter centimeters cms"),
    ("mm", _METRE, 1e-3, "mm", "millimetre millimetres millimeter millimeters mms"),
    ("dm", _METRE, 1e-1, "dm", "decimetre decimetres decimeter decimeters"),
    ("km", _METRE, 1e3, "km", "kilometre kilometres kilometer kilometers kms"),
    ("foot", _METRE, 0.3048, "ft", "foot feet"),
    ("inch", _METRE, 0.0254, "", "inch inches"),
    ("yard", _METRE, 0.9144, "yd", "yard yards yds"),
    ("mile", _METRE, 1609.344, "mi", "mile miles"),
    ("s", _SECOND, 1.0, "s", "second seconds sec secs"),
    ("ms", _SECOND, 1e-3, "ms", "millisecond milliseconds"),
    ("minute", _SECOND, 60.0, "min", "minute minutes mins"),
    ("hour", _SECOND, 3600.0, "h", "hour hours hr hrs"),
    ("kg", _KG, 1.0, "kg", "kilogram kilograms kilogramme kilogrammes kilo kilos kgs"),
    ("g", _KG, 1e-3, "g", "gram grams gramme grammes"),
    ("mg", _KG, 1e-6, "mg", "milligram milligrams"),
    ("tonne", _KG, 1e3, "t", "tonne tonnes"),
    ("pound", _KG, 0.45359237, "lb", "lbs pound pounds"),
    ("ounce", _KG, 0.028349523125, "oz", "ounce ounces"),
    ("degree", Unit.DEGREE, 1.0, "° º", "deg degs degree degrees"),
    ("radian", Unit.DEGREE, 180 / pi, "rad", "radian radians"),
    ("mile/hour", Unit.METRE_PER_SECOND, 0.44704, "", "mph"),
    ("km/hour", Unit.METRE_PER_SECOND, 1 / 3.6, "", "kph kmh kmph"),
    ("knot", Unit.METRE_PER_SECOND, 1852 / 3600, "kn", "knot knots"),
    ("rpm", Unit.DEGREE_PER_SECOND, 6.0, "", "rpm"),
    ("degree/s", Unit.DEGREE_PER_SECOND, 1.0, "°/s deg/s", ""),
    ("radian/s", Unit.DEGREE_PER_SECOND, 180 / pi, "rad/s", ""),
    ("m^2", Unit.SQUARE_METRE, 1.0, "m² m^2 m2", ""),
    ("cm^2", Unit.SQUARE_METRE, 1e-4, "cm² cm^2 cm2", ""),
    ("hertz", Unit.HERTZ, 1.0, "Hz", "hertz"),
    ("kilohertz", Unit.HERTZ, 1e3, "kHz", ""),
    ("newton", Unit.NEWTON, 1.0, "N", "newton newtons"),
    ("kilonewton", Unit.NEWTON, 1e3, "kN", "kilonewton kilonewtons"),
    ("meganewton", Unit.NEWTON, 1e6, "MN", ""),
    ("joule", Unit.JOULE, 1.0, "J", "joule joules"),
    ("kilojoule", Unit.JOULE, 1e3, "kJ", "kilojoule kilojoules"),
    ("watt", Unit.WATT, 1.0, "W", "watt watts"),
    ("kilowatt", Unit.WATT, 1e3, "kW", "kilowatt kilowatts"),
    ("megawatt", Unit.WATT, 1e6, "MW", "megawatt megawatts"),
    ("pascal", Unit.PASCAL, 1.0, "Pa", "pascal pascals"),
    ("kilopascal", Unit.PASCAL, 1e3, "kPa", ""),
    ("megapascal", Unit.PASCAL, 1e6, "MPa", ""),
    ("gigapascal", Unit.PASCAL, 1e9, "GPa", ""),
    ("bar", Unit.PASCAL, 1e5, "bar", ""),
    ("kelvin", Unit.KELVIN, 1.0, "K", "kelvin kelvins"),
    ("kg/m^3", Unit.KILOGRAM_PER_CUBIC_METRE, 1.0, "kg/m³ kg/m^3 kg/m3", ""),
    ("g/cm^3", Unit.KILOGRAM_PER_CUBIC_METRE, 1e3, "g/cm³ g/cm^3 g/cm3 g/cc", ""),
    ("newton/m", Unit.NEWTON_PER_METRE, 1.0, "N/m", ""),
    ("kilonewton/m", Unit.NEWTON_PER_METRE, 1e3, "kN/m", ""),
    ("percent", Unit.ONE, 1e-2, "%", "percent per·cent"),
)
_CELSIUS: Final = WrittenUnit("degC", Unit.KELVIN, 1.0, 273.15)
_CELSIUS_SPELLINGS: Final = ("°C", "° C", "C", "degrees Celsius", "Celsius", "deg C", "degC")
# Alone these letters are read in any case ('20 M', '5 KG'); 'mW' and 'MW' must stay apart.
_ANY_CASE: Final = ("m", "cm", "mm", "km", "kg", "ft", "lb", "s")
# 'in' is more often a preposition than an inch.
_NOT_AFTER_INCH: Final = re.compile(
    r"\s*(?:[0-9.]|(?:under|less|no|more|about|at|the|a|an|each|every|order|its|total|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|vacuum|air|water|free|front|mid|height|width|"
    r"length|diameter|mass|between|exactly|only|just)\b|[,;.]?\s*$)",
    re.IGNORECASE,
)
_GAP: Final = r"[ \t\u00a0\u2009\u202f]?[-‐‑]?[ ]?"
_INCH: Final = WrittenUnit("inch", _METRE, 0.0254)
_PER: Final = re.compile(r" ?/ ?| per ")
_TIMES: Final = re.compile(r"[·*. ]?")
_SQUARED: Final = re.compile(r"²|\^2|\*\*2|2(?![0-9])|/s\b| squared| per second")
_INVERSE: Final = re.compile(r"(?:\^?[-−]|⁻)(?P<power>[12¹²])")


def written_units() -> tuple[WrittenUnit, ...]:
    """Give every unit of the table once, by its pint name."""
    return tuple({w.symbol: w for w in _spellings()[0].values()}.values())


def unit_at(text: str, place: int) -> UnitMatch | None:
    """Read the unit that stands at ``text[place:]``, after at most a space and a hyphen.

    The longest spelling wins ('m/s' over 'm'); a unit ends where no letter or digit follows.
    """
    found = _single_at(text, place, gap=True)
    if found is None:
        return None
    spelled = text[place : found.end].strip().lower()
    if spelled == "in" and _NOT_AFTER_INCH.match(text, found.end):
        return None
    if found.written.unit is _METRE:
        return _ratio_at(text, found) or _if_ended(text, found)
    return _if_ended(text, found)


def _ratio_at(text: str, length: UnitMatch) -> UnitMatch | None:
    """Read what follows a length to make it a speed ('/s') or an acceleration ('/s²')."""
    per = _PER.match(text, length.end)
    if per is not None:
        time = _single_at(text, per.end(), gap=False)
        if time is None or time.written.unit is not _SECOND:
            return None
        squared = _SQUARED.match(text, time.end)
        end, power = (squared.end(), 2) if squared else (time.end, 1)
    else:
        times = _TIMES.match(text, length.end)
        time = _single_at(text, times.end(), gap=False) if times else None
        inverse = _INVERSE.match(text, time.end) if time else None
        if time is None or inverse is None or time.written.unit is not _SECOND:
            return None
        end, power = inverse.end(), 1 if inverse["power"] in "1¹" else 2
    unit = Unit.METRE_PER_SECOND if power == 1 else Unit.METRE_PER_SECOND_SQUARED
    symbol = f"{length.written.symbol}/{time.written.symbol}" + ("^2" if power == 2 else "")
    factor = length.written.factor / time.written.factor**power
    return _if_ended(text, UnitMatch(WrittenUnit(symbol, unit, factor), end))


def _single_at(text: str, place: int, *, gap: bool) -> UnitMatch | None:
    exact, any_case, pattern, gapped = _spellings()
    match = (gapped if gap else pattern).match(text, place)
    if match is None:
        return None
    spelling = match.group(1)
    written = exact.get(spelling) or any_case.get(spelling.lower())
    return UnitMatch(written, match.end()) if written else None


def _if_ended(text: str, found: UnitMatch) -> UnitMatch | None:
    after = text[found.end : found.end + 1]
    return None if after.isalnum() or after == "^" else found


@cache
def _spellings() -> tuple[
    dict[str, WrittenUnit], dict[str, WrittenUnit], re.Pattern[str], re.Pattern[str]
]:
    exact: dict[str, WrittenUnit] = dict.fromkeys(_CELSIUS_SPELLINGS, _CELSIUS)
    any_case: dict[str, WrittenUnit] = {"in": _INCH}
    for symbol, unit, factor, symbols, words in _TABLE:
        written = WrittenUnit(symbol, unit, factor)
        exact.update(dict.fromkeys(symbols.split(), written))
        any_case.update(dict.fromkeys((w.replace("·", " ") for w in words.split()), written))
    any_case.update({symbol: exact[symbol] for symbol in _ANY_CASE if symbol in exact})
    longest_first = sorted({*exact, *any_case}, key=lambda s: (-len(s), s))
    # A letter ends a unit's spelling, so that 'm' is not found in 'mu' nor 's' in 'stands'.
    ended = "|".join(
        re.escape(s) + (r"(?![A-Za-zÀ-ɏ])" if s[-1].isalpha() else "") for s in longest_first
    )
    single = re.compile(f"({ended})", re.IGNORECASE)
    return exact, any_case, single, re.compile(_GAP + f"({ended})", re.IGNORECASE)
