"""One unit with its power, as a factor of a composition: 'm', 's^-1', 'square feet', 'ms^-2'."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from storyworld.reading.unit_table import ANY_CASE, RATIO_ROWS, ROWS, SPREADS, TEMPERATURES
from storyworld.records.quantity import Unit

# metre, kilogram, second, kelvin, degree
Powers = tuple[int, int, int, int, int]
POWERS: Final[dict[Unit, Powers]] = {
    Unit.METRE: (1, 0, 0, 0, 0),
    Unit.SQUARE_METRE: (2, 0, 0, 0, 0),
    Unit.CUBIC_METRE: (3, 0, 0, 0, 0),
    Unit.SECOND: (0, 0, 1, 0, 0),
    Unit.KILOGRAM: (0, 1, 0, 0, 0),
    Unit.DEGREE: (0, 0, 0, 0, 1),
    Unit.KELVIN: (0, 0, 0, 1, 0),
    Unit.HERTZ: (0, 0, -1, 0, 0),
    Unit.METRE_PER_SECOND: (1, 0, -1, 0, 0),
    Unit.METRE_PER_SECOND_SQUARED: (1, 0, -2, 0, 0),
    Unit.DEGREE_PER_SECOND: (0, 0, -1, 0, 1),
    Unit.CUBIC_METRE_PER_SECOND: (3, 0, -1, 0, 0),
    Unit.NEWTON: (1, 1, -2, 0, 0),
    Unit.NEWTON_METRE: (2, 1, -2, 0, 0),
    Unit.JOULE: (2, 1, -2, 0, 0),
    Unit.JOULE_PER_KILOGRAM: (2, 0, -2, 0, 0),
    Unit.JOULE_PER_KILOGRAM_KELVIN: (2, 0, -2, -1, 0),
    Unit.WATT: (2, 1, -3, 0, 0),
    Unit.PASCAL: (-1, 1, -2, 0, 0),
    Unit.KILOGRAM_PER_CUBIC_METRE: (-3, 1, 0, 0, 0),
    Unit.KILOGRAM_PER_SECOND: (0, 1, -1, 0, 0),
    Unit.NEWTON_PER_METRE: (0, 1, -2, 0, 0),
}
_GAP: Final = r"[ \t\u00a0\u2009\u202f]?[-‐‑]?[ ]?"
_PREFIX: Final = re.compile(rf"{_GAP}(?P<power>square|sq\.?|cubic|cu\.?)[ -]", re.IGNORECASE)
_POWER: Final = re.compile(
    r"(?:\^|\*\*)[ ]?\(?(?P<plain>[-−+]?[0-9])(?![0-9])\)?|(?P<raised>⁻?[¹²³⁴])"
    r"|(?P<bare>[23])(?![0-9])|[ -](?P<word>squared|cubed)(?!\w)"
)
_BARE_MINUS: Final = re.compile(r"[-−](?P<bare>[123])(?![0-9])")


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """A unit as written: ``canonical = factor * written + offset``.

    `spread` is the share by which the word is used for different units ('ton').
    """

    symbol: str
    unit: Unit
    factor: float
    offset: float = 0.0
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class Atom:
    """A unit of the table. `ratio` says that it is none alone ('revolutions')."""

    written: WrittenUnit
    powers: Powers
    ratio: bool = False


@dataclass(frozen=True, slots=True)
class Factor:
    """A unit of the table with its power, ending before ``text[end]``."""

    atom: Atom
    power: int
    end: int


def factor_at(text: str, place: int, *, gap: bool, behind: bool = False) -> Factor | None:
    """Read one unit with its power; `behind` another one it may be 's-1'."""
    prefix = _PREFIX.match(text, place)
    if prefix is not None:
        place, gap = prefix.end(), False
    exact, words, pattern, gapped = atoms()
    match = (gapped if gap else pattern).match(text, place)
    if match is None:
        return None
    spelling = match.group(1)
    atom = exact.get(spelling) or words.get(spelling.lower())
    if atom is None:
        return None
    if prefix is not None:
        return Factor(atom, 2 if prefix["power"].lower().startswith("s") else 3, match.end())
    inverse = spelling == "ms" and re.compile(r"\^?[-−]|⁻").match(text, match.end()) is not None
    power = _POWER.match(text, match.end())
    if power is None and (behind or inverse):
        power = _BARE_MINUS.match(text, match.end())
    if power is None:
        return Factor(atom, 1, match.end())
    exponent = _exponent(power)
    if inverse and exponent < 0:
        return _metres_per(exponent, power.end())
    return Factor(atom, exponent, power.end()) if exponent else None


def _exponent(power: re.Match[str]) -> int:
    if power.re is _BARE_MINUS:
        return -int(power["bare"])
    if power["word"]:
        return 2 if power["word"].lower() == "squared" else 3
    if power["raised"]:
        return int(power["raised"].translate(str.maketrans("⁻¹²³⁴", "-1234")))
    return int((power["plain"] or power["bare"]).replace("−", "-"))


def _metres_per(exponent: int, end: int) -> Factor | None:
    """Give the metres of 'ms^-1' and 'ms⁻²': no milliseconds."""
    if exponent not in {-1, -2}:
        return None
    unit = Unit.METRE_PER_SECOND if exponent == -1 else Unit.METRE_PER_SECOND_SQUARED
    symbol = "m/s" if exponent == -1 else "m/s^2"
    return Factor(Atom(WrittenUnit(symbol, unit, 1.0), POWERS[unit]), 1, end)


def ended(text: str, end: int) -> bool:
    """Whether no letter, digit or power goes on; 'x' and a digit do not: '30cmx20cm'."""
    after = text[end : end + 1]
    if after in {"x", "X"}:
        return text[end + 1 : end + 2].isdigit()
    return not (after.isalnum() or after == "^")


@cache
def atoms() -> tuple[dict[str, Atom], dict[str, Atom], re.Pattern[str], re.Pattern[str]]:
    """Give the units by symbol and by word, and what matches one, without and with a gap."""
    exact: dict[str, Atom] = {}
    words: dict[str, Atom] = {}
    for symbol, factor, offset, spellings in TEMPERATURES:
        written = WrittenUnit(symbol, Unit.KELVIN, factor, offset)
        atom = Atom(written, POWERS[Unit.KELVIN])
        exact.update(dict.fromkeys(spellings, atom))
        words.update(dict.fromkeys((s.lower() for s in spellings if len(s) > 4), atom))
    for rows, ratio in ((RATIO_ROWS, True), (ROWS, False)):
        for symbol, unit, factor, symbols, spelled in rows:
            written = WrittenUnit(symbol, unit, factor)
            atom = Atom(written, POWERS.get(unit, (0, 0, 0, 0, 0)), ratio)
            exact.update(dict.fromkeys(symbols.split(), atom))
            for word in spelled.split():
                spread = SPREADS.get(word, 0.0)
                known = replace(atom, written=replace(written, spread=spread))
                words[word.replace("·", " ")] = known
    words["in"] = words["inch"]
    words.update({symbol: exact[symbol] for symbol in ANY_CASE if symbol in exact})
    longest_first = sorted({*exact, *words}, key=lambda s: (-len(s), s))
    # A letter ends a unit's spelling, so that 'm' is not found in 'mu' nor 's' in 'stands';
    # 'x' and a digit go on with a size: '30cmx20cm'.
    ended = "|".join(
        re.escape(s) + (r"(?![A-WYZa-wyzÀ-ɏ]|[xX](?![0-9]))" if s[-1].isalpha() else "")
        for s in longest_first
    )
    single = re.compile(f"({ended})", re.IGNORECASE)
    return exact, words, single, re.compile(_GAP + f"({ended})", re.IGNORECASE)
