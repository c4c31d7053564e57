"""Quantities that belong together: intervals, changes of state, sizes and compounds.

================  =========================================================================
written           read as
================  =========================================================================
5 ft 10 in        one quantity
30 x 20 cm        two, parts of one size, in one unit
5 to 10 cm, 5±1 m one, rectangular between its ends: middle ± half the width / sqrt(3)
from 20 to 100 C  two, the start and the end of a change, in one unit
================  =========================================================================

'To' is read as a change behind 'from', between temperatures (unless 'at' or 'of' stands in front)
and between speeds that begin at zero or that something speeds up or slows down between; else,
as 'between ... and ...' and a dash, as an interval.
"""

import re
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from storyworld.reading.mention import SQRT3, Change, Mention, in_unit
from storyworld.reading.rounding import precise
from storyworld.reading.units import INCH
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Quantity, Unit

_TIMES_SIGN: Final = frozenset({"x", "×", "by", "*"})
_DASHES: Final = frozenset("-‐‑‒–—−")
_ARROWS: Final = frozenset({"->", "→", "-->", "=>", "⟶", "–>", "➔"})
_TO: Final = frozenset(
    vocabulary(
        "to, up to, down to, right up to, all the way to, through, till, until, to about, to around"
    )
)
_PLUS_MINUS: Final = frozenset(
    {"±", "+/-", "+-", "+/−", "plus or minus", "give or take", "plus minus", "+ / -"}
)
_RANGING: Final = frozenset(
    vocabulary("anywhere, ranging, ranges, range, varying, varies, somewhere, between, anything")
)
_HOLDING: Final = frozenset(
    vocabulary("at, of, is, =, about, around, between, kept, holds, :, roughly, approximately")
)
_SPEEDING: Final = (
    "accelerat", "decelerat", "brak", "speed", "slow", "sprint", "goes", "gets",
)  # fmt: skip
_RESTS: Final = frozenset(
    vocabulary(
        "rest, standstill, standing, start, stop, stationary, boiling, freezing, halt, stand"
    )
)
_HEATABLE: Final = frozenset({"degC", "degF"})
# A unit, what may follow as its part, and how many of that make it.
_PARTS: Final[dict[str, dict[str, float]]] = {
    "foot": {"inch": 12},
    "yard": {"foot": 3, "inch": 36},
    "mile": {"foot": 5280, "yard": 1760},
    "hour": {"minute": 60, "s": 3600},
    "minute": {"s": 60, "ms": 60_000},
    "s": {"ms": 1000},
    "m": {"cm": 100, "mm": 1000},
    "km": {"m": 1000},
    "kg": {"g": 1000},
    "pound": {"ounce": 16},
    "stone": {"pound": 14},
    "tonne": {"kg": 1000},
}
_LINKED: Final = frozenset({"foot", "yard", "mile", "hour", "minute", "pound", "stone"})
_BLANK: Final = re.compile(r"\s+")
_LONGEST_BETWEEN: Final = 16


class _Relation(Enum):
    INTERVAL = auto()
    CHANGE = auto()
    TOLERANCE = auto()


def joined(words: Words, found: list[Mention]) -> list[Mention]:
    """Join what belongs together, in their order."""
    return _ranges(words, _sizes(words, _compounds(words, found)))


def _between(words: Words, one: Mention, other: Mention) -> str:
    """Give the words between two mentions; nothing of use where they are far apart."""
    if other.start - one.end > _LONGEST_BETWEEN:
        return "..."
    return _BLANK.sub(" ", words.text[one.end : other.start].strip()).lower()


def _compounds(words: Words, found: list[Mention]) -> list[Mention]:
    """Read '5 ft 10 in', '5'10"', '1 minute and 30 seconds' as one quantity each."""
    made: list[Mention] = []
    smallest = ""
    for mention in found:
        before = made[-1] if made else None
        part = _as_part(words, before, smallest, mention) if before is not None else None
        if before is None or part is None:
            made.append(mention)
            smallest = mention.symbol
            continue
        one, two = before.quantity, part.quantity
        total = Quantity(
            value=one.value + two.value,
            unit=one.unit,
            uncertainty=one.uncertainty + two.uncertainty,
        )
        made[-1] = replace(before, quantity=total, end=part.end, next_token=part.next_token)
        smallest = part.symbol
    return made


def _as_part(words: Words, before: Mention, smallest: str, mention: Mention) -> Mention | None:
    """Give a mention as the part of the one before that it is, or None."""
    parts = _PARTS.get(smallest)
    between = _between(words, before, mention)
    marked = words.text[before.end - 1] in "'’′"
    linked = smallest in _LINKED and between in {"and", ","} and not marked
    if parts is None or not before.whole or not (between == "" or linked):
        return None
    if mention.written is None:
        # 5'10, 6 foot 2
        after = words.text[mention.end : mention.end + 1]
        said = words.text[before.start : before.end].rstrip("'’′").endswith(("foot", "0123456789"))
        if smallest != "foot" or not (marked or said) or not mention.whole or after.isalnum():
            return None
        mention = in_unit(mention, INCH)
    most = parts.get(mention.symbol)
    value = mention.as_written
    if most is None or not 0 <= value < most or mention.parts > 1:
        return None
    return mention


def _sizes(words: Words, found: list[Mention]) -> list[Mention]:
    """Give '30 x 20 cm' one unit, and number the parts of a product of sizes."""
    shared = list(found)
    first = 0
    while first < len(shared):
        last = first
        while last + 1 < len(shared) and _multiplied(words, shared[last], shared[last + 1]):
            last += 1
        if last > first:
            unit_from = shared[last].written
            for place in range(first, last + 1):
                part = shared[place]
                if not part.symbol:
                    part = in_unit(part, unit_from)
                shared[place] = replace(part, part=place - first, parts=last - first + 1)
        first = last + 1
    return shared


def _multiplied(words: Words, one: Mention, other: Mention) -> bool:
    gap = words.tokens[one.next_token : min(other.first_token, one.next_token + 2)]
    alike = one.written is None or one.quantity.unit is other.quantity.unit
    return len(gap) == 1 and gap[0].text in _TIMES_SIGN and alike


def _ranges(words: Words, found: list[Mention]) -> list[Mention]:
    """Read intervals as one quantity and the ends of a change as two."""
    made: list[Mention] = []
    for mention in found:
        before = made[-1] if made else None
        if before is None or before.parts > 1 or mention.parts > 1:
            made.append(_alone(words, mention))
            continue
        one, other = _alike(words, before, mention)
        relation = (
            _relation(words, one, other) if one.quantity.unit is other.quantity.unit else None
        )
        if relation is _Relation.CHANGE:
            made[-1] = replace(one, change=Change.START)
            made.append(replace(other, change=Change.END))
        elif relation is _Relation.TOLERANCE:
            made[-1] = _tolerated(one, other)
        elif relation is _Relation.INTERVAL:
            made[-1] = _spanning(one, other)
        elif mention.symbol == "percent" and _between(words, before, mention) in _PLUS_MINUS:
            share = mention.quantity.value * abs(before.as_written)
            made[-1] = _tolerated(before, replace(mention, written=None), share)
        else:
            made.append(_alone(words, mention))
    return made


def _alike(words: Words, one: Mention, other: Mention) -> tuple[Mention, Mention]:
    """Give both the unit that only one is written with: '5 to 10 cm', '20° to 100 °C'."""
    if not _linked(words, one, other):
        return one, other
    if other.symbol and (not one.symbol or _heats(one, other)):
        return in_unit(one, other.written), other
    if _heats(other, one) or (one.symbol in _HEATABLE and not other.symbol):
        return one, in_unit(other, one.written)
    return one, other


def _heats(angle: Mention, temperature: Mention) -> bool:
    """Whether a 'degree' is one of temperature, since the other one is."""
    return angle.symbol == "degree" and temperature.symbol in _HEATABLE


def _linked(words: Words, one: Mention, other: Mention) -> bool:
    between = _between(words, one, other)
    return (
        between in _TO | _ARROWS | _PLUS_MINUS
        or _dashed(words, between, other)
        or (between == "and" and _lead(words, one) == "between")
    )


def _dashed(words: Words, between: str, other: Mention) -> bool:
    return between in _DASHES or (between == "" and words.text[other.start] in _DASHES)


def _lead(words: Words, mention: Mention) -> str:
    """Give the word in front of a quantity, past one that hedges."""
    place = mention.first_token - 1
    if place > 0 and words.tokens[place].text in {"about", "around", "roughly", "approximately"}:
        place -= 1
    return words.tokens[place].text if place >= 0 else ""


def _relation(words: Words, one: Mention, other: Mention) -> _Relation | None:
    """Say how two quantities of one unit hang together, by the words around them."""
    between = _between(words, one, other)
    if one.quantity.unit is not other.quantity.unit or not _linked(words, one, other):
        return None
    if between in _PLUS_MINUS:
        return _Relation.TOLERANCE
    dashed = _dashed(words, between, other)
    from_rest = one.quantity.unit is Unit.METRE_PER_SECOND and one.quantity.value == 0.0
    if between in _ARROWS or (dashed and from_rest):
        return _Relation.CHANGE
    if between in _TO and _changes(words, one, other, _lead(words, one)):
        return _Relation.CHANGE
    # '3 to 1' is a ratio, '6061-6' a name; '0.4 to 0.5' and 'between 3 and 5' are ranges.
    counted = between != "and" and not other.symbol and one.whole and other.whole
    rising = one.quantity.value < _unsigned(words, between, other)
    return _Relation.INTERVAL if rising and not counted else None


def _changes(words: Words, one: Mention, other: Mention, lead: str) -> bool:
    unit = one.quantity.unit
    before = [t.text for t in words.tokens[max(0, one.first_token - 4) : one.first_token]]
    if lead == "from":
        at = len(before) - 1 - before[::-1].index("from")
        every = at > 1 and before[at - 2] in {"any", "every", "all"}
        return not (at > 0 and (before[at - 1] in _RANGING or every))
    if unit is Unit.KELVIN:
        return other.symbol in _HEATABLE and lead not in _HOLDING
    if unit is not Unit.METRE_PER_SECOND:
        return False
    speeding = any(word.startswith(_SPEEDING) for word in before)
    return one.quantity.value == 0.0 or (speeding and lead not in _HOLDING)


def _unsigned(words: Words, between: str, other: Mention) -> float:
    """Give the upper end of a range; the dash of '5 -10 m' is no sign."""
    dash_is_no_sign = between == "" and words.text[other.start] in _DASHES
    return abs(other.quantity.value) if dash_is_no_sign else other.quantity.value


def _alone(words: Words, mention: Mention) -> Mention:
    """Read a change one end of which has no number: 'from 20 °C to boiling', 'from rest to'."""
    state = mention.quantity.unit in {Unit.KELVIN, Unit.METRE_PER_SECOND}
    if not state or mention.change is not None or mention.first_token == 0:
        return mention
    lead = words.tokens[mention.first_token - 1].text
    if lead == "from" and words.follows(mention.next_token, ("to",)):
        return replace(mention, change=Change.START)
    earlier = [t.text for t in words.tokens[max(0, mention.first_token - 5) : mention.first_token]]
    if lead == "to" and "from" in earlier:
        rests = earlier[earlier.index("from") + 1 : -1]
        if rests and not _RESTS.isdisjoint(rests):
            return replace(mention, change=Change.END)
    return mention


def _tolerated(middle: Mention, spread: Mention, share: float | None = None) -> Mention:
    """Read '5 ± 1 m': rectangular, as tolerances are."""
    factor = middle.written.factor if middle.written else 1.0
    half_width = abs(spread.as_written if share is None else share) * factor
    quantity = Quantity(
        value=middle.quantity.value, unit=middle.quantity.unit, uncertainty=half_width / SQRT3
    )
    return replace(
        middle, quantity=quantity, end=spread.end, next_token=spread.next_token, whole=False
    )


def _spanning(low: Mention, high: Mention) -> Mention:
    """Read an interval: its middle, and a rectangular distribution between its ends."""
    a, b = low.quantity.value, high.quantity.value
    b = abs(b) if b < a else b
    quantity = Quantity(
        value=precise((a + b) / 2), unit=high.quantity.unit, uncertainty=(b - a) / 2 / SQRT3
    )
    return replace(
        high, quantity=quantity, start=low.start, first_token=low.first_token, whole=False
    )
