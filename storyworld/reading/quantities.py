"""Quantities with units in a text: value, uncertainty, place, and the words that bound them.

The uncertainty of a number is what its digits say: a rectangular distribution over half the
unit of the last digit to either side, standard uncertainty half a unit / sqrt(3) (JCGM
100:2008, 4.3.7). A number stated as a bound ('in under 2.1 s') is exact: it is a threshold
somebody chose, not a value somebody knows. A bare count is exact where a slot says it counts.
"""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from storyworld.reading.numbers import Number, number_at, precise
from storyworld.reading.units import WrittenUnit, unit_at
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Span
from storyworld.records.quantity import Quantity, Unit

MAX_MENTIONS: Final = 100
_SQRT3: Final = math.sqrt(3.0)
_HEDGED_SHARE: Final = 0.05


class Bound(StrEnum):
    """What the words around a quantity make of it."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    IN = "in"
    FOR = "for"
    EXACTLY = "exactly"
    TAKES = "takes"


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity as it stands in a text.

    `text[start:end]` is number and unit as written; `first_token` and `next_token` delimit it
    among the words. `firm` says that the bound is more than a preposition ('at least', not
    'over'). `part` and `parts` place it in a product of sizes ('30 cm x 20 cm'): 0 of 2.
    """

    quantity: Quantity
    written: WrittenUnit | None
    start: int
    end: int
    first_token: int
    next_token: int
    whole: bool
    bound: Bound | None = None
    firm: bool = False
    part: int = 0
    parts: int = 1

    @property
    def symbol(self) -> str:
        """The unit's symbol, empty for a bare number."""
        return self.written.symbol if self.written else ""

    def span(self, text: str) -> Span:
        """Give its place as a record."""
        return Span(start=self.start, end=self.end, text=text[self.start : self.end])


@dataclass(frozen=True)
class QuantityReading:
    """All quantities of a text in their order, and the numbers too wild or too many to be read."""

    mentions: tuple[Mention, ...]
    unread: tuple[Span, ...] = ()


_BOUNDS: Final[dict[str, tuple[Bound, bool]]] = {
    **dict.fromkeys(
        ("in under", "in less than", "in no more than", "in at most", "less than", "fewer than",
         "no more than", "not more than", "at most", "no longer than", "not longer than",
         "shorter than", "maximum of", "a maximum", "lower than", "no later than", "smaller than",
         "not exceeding", "not exceed", "<", "≤", "< =", "max", "no higher than", "no faster than"),
        (Bound.AT_MOST, True),
    ),
    **dict.fromkeys(("within", "under", "below", "up to", "before"), (Bound.AT_MOST, False)),
    **dict.fromkeys(
        ("at least", "more than", "no less than", "not less than", "longer than", "greater than",
         "exceeds", "exceeding", "exceed", "minimum of", "a minimum", "no fewer than", ">", "≥",
         "> =", "min", "higher than", "further than", "farther than", "later than", "larger than",
         "no slower than", "no sooner than"),
        (Bound.AT_LEAST, True),
    ),
    **dict.fromkeys(("over", "above", "beyond"), (Bound.AT_LEAST, False)),
    **dict.fromkeys(("in", "inside of"), (Bound.IN, False)),
    **dict.fromkeys(("for", "for a full", "for a"), (Bound.FOR, False)),
    **dict.fromkeys(("exactly", "in exactly", "precisely"), (Bound.EXACTLY, True)),
    **dict.fromkeys(("takes", "take", "taking", "after", "lasts", "lasting"), (Bound.TAKES, False)),
}  # fmt: skip
_FOLLOWING: Final[tuple[tuple[str, Bound], ...]] = (
    *((p, Bound.AT_MOST) for p in ("or less", "or fewer", "or under", "or below", "or sooner",
                                   "or faster", "at most", "at the most", "maximum", "tops")),
    *((p, Bound.AT_LEAST) for p in ("or more", "or longer", "or over", "or above", "or greater",
                                    "or further", "or farther", "at least", "minimum", "plus")),
)  # fmt: skip
_QUICKER: Final = frozenset({"faster than", "quicker than", "sooner than"})
_SLOWER: Final = frozenset({"slower than"})
_HEDGES: Final = frozenset(
    vocabulary("about, around, approximately, approx, roughly, nearly, almost, some, ~, ≈")
)
_FILLERS: Final = frozenset(vocabulary("a, an, the, only, just, of, total")) | _HEDGES
_OPPOSITE: Final = {Bound.AT_MOST: Bound.AT_LEAST, Bound.AT_LEAST: Bound.AT_MOST}
_TIMES_SIGN: Final = frozenset({"x", "×", "by", "*"})
_RANGE: Final = frozenset({"to", "and", "–", "—"})


def read_quantities(words: Words) -> QuantityReading:
    """Find all quantities of a text, in linear time. Never raises."""
    found: list[Mention] = []
    unread: list[Span] = []
    place = 0
    while place < len(words.tokens):
        number = number_at(words, place)
        if number is None:
            place += 1
        elif len(found) >= MAX_MENTIONS:
            rest = words.text[number.start :]
            unread.append(Span(start=number.start, end=len(words.text), text=rest))
            break
        elif number.value is None:
            text = words.text[number.start : number.end]
            unread.append(Span(start=number.start, end=number.end, text=text))
            place = number.next_token
        else:
            found.append(_mention(words, number, number.value))
            # Behind the unit: the 2 of 'm/s^2' is no number.
            place = found[-1].next_token
    found = _share_units(words, found)
    found = _merge_ranges(words, found)
    return QuantityReading(tuple(_bounded(words, m) for m in found), tuple(unread))


def _mention(words: Words, number: Number, value: float) -> Mention:
    match = unit_at(words.text, number.end)
    end, next_token = number.end, number.next_token
    if match is not None:
        end = match.end
        while next_token < len(words.tokens) and words.tokens[next_token].start < end:
            next_token += 1
    return Mention(
        quantity=_canonical(value, number.half_step / _SQRT3, match.written if match else None),
        written=match.written if match else None,
        start=number.start,
        end=end,
        first_token=_token_of(words, number),
        next_token=next_token,
        whole=number.whole,
    )


def _token_of(words: Words, number: Number) -> int:
    place = number.next_token - 1
    while place > 0 and words.tokens[place - 1].end > number.start:
        place -= 1
    return place


def _canonical(value: float, uncertainty: float, written: WrittenUnit | None) -> Quantity:
    if written is None:
        return Quantity(value=value, unit=Unit.ONE, uncertainty=uncertainty)
    return Quantity(
        value=precise(value * written.factor + written.offset),
        unit=written.unit,
        uncertainty=uncertainty * written.factor,
    )


def _share_units(words: Words, found: list[Mention]) -> list[Mention]:
    """Give '30 x 20 cm' one unit, and number the parts of a product of sizes."""
    shared = list(found)
    first = 0
    while first < len(shared):
        last = first
        while last + 1 < len(shared) and _joined(
            words, shared[last], shared[last + 1], _TIMES_SIGN
        ):
            last += 1
        if last > first:
            unit_from = shared[last]
            for place in range(first, last + 1):
                part = shared[place]
                if not part.symbol:
                    part = _in_unit_of(part, unit_from)
                shared[place] = replace(part, part=place - first, parts=last - first + 1)
        first = last + 1
    return shared


def _merge_ranges(words: Words, found: list[Mention]) -> list[Mention]:
    """Read 'between 5 and 10 m', '5-10 m', '5 ± 1 m' as one quantity, rectangular between."""
    merged: list[Mention] = []
    for mention in found:
        before = merged[-1] if merged else None
        if before is None or before.parts > 1 or mention.parts > 1:
            merged.append(mention)
            continue
        between = words.text[before.end : mention.start].strip()
        if between in {"±", "+/-", "+-"} and (not before.symbol or before.symbol == mention.symbol):
            middle = before if before.symbol else _in_unit_of(before, mention)
            spread = abs(mention.quantity.value) / _SQRT3
            merged[-1] = _spanning(middle, mention, middle.quantity.value, spread)
        elif _is_range(words, before, mention, between):
            low = before if before.symbol else _in_unit_of(before, mention)
            a, b = low.quantity.value, abs(mention.quantity.value)
            if a < b:
                merged[-1] = _spanning(low, mention, (a + b) / 2, (b - a) / 2 / _SQRT3)
            else:
                merged.append(mention)
        else:
            merged.append(mention)
    return merged


def _is_range(words: Words, before: Mention, mention: Mention, between: str) -> bool:
    if before.symbol not in ("", mention.symbol) or not mention.symbol:
        return False
    lead = words.tokens[before.first_token - 1].text if before.first_token else ""
    if between in {"-", "–", "—"} or (between == "" and words.text[mention.start] in "-–"):
        return True
    if between == "and":
        return lead == "between"
    return between == "to" and lead not in {"from", "increases", "increasing"}


def _spanning(first: Mention, last: Mention, value: float, uncertainty: float) -> Mention:
    quantity = Quantity(value=precise(value), unit=last.quantity.unit, uncertainty=uncertainty)
    return replace(
        last, quantity=quantity, start=first.start, first_token=first.first_token, whole=False
    )


def _in_unit_of(bare: Mention, other: Mention) -> Mention:
    quantity = _canonical(bare.quantity.value, bare.quantity.uncertainty, other.written)
    return replace(bare, quantity=quantity, written=other.written)


def _joined(words: Words, one: Mention, other: Mention, by: frozenset[str]) -> bool:
    gap = words.tokens[one.next_token : other.first_token]
    alike = one.written is None or one.quantity.unit is other.quantity.unit
    return len(gap) == 1 and gap[0].text in by and alike


def _bounded(words: Words, mention: Mention) -> Mention:
    """Read the words that make a threshold of a quantity; hedges widen it."""
    tokens = words.tokens
    place = mention.first_token - 1
    hedged = False
    bound, firm = None, False
    for skipped in range(3):
        bound, firm = _bound_ending_at(words, place, mention.quantity.unit)
        if bound is not None or place < 0 or tokens[place].text not in _FILLERS:
            break
        hedged = hedged or tokens[place].text in _HEDGES
        # 'over a 5 m wall' bounds nothing
        if skipped == 0 and tokens[place].text in {"a", "an", "the"}:
            break
        place -= 1
    for phrase, after in _FOLLOWING:
        if words.follows(mention.next_token, phrase.split()):
            bound, firm = after, True
            break
    # 'in about 2 s' is no limit but a time, given roughly.
    if hedged and bound is Bound.IN:
        bound = Bound.TAKES
    quantity = mention.quantity
    if bound in (Bound.AT_MOST, Bound.AT_LEAST, Bound.FOR):
        quantity = Quantity(value=quantity.value, unit=quantity.unit)
    elif hedged:
        half_width = _HEDGED_SHARE * abs(quantity.value)
        widened = max(quantity.uncertainty, half_width / _SQRT3)
        quantity = Quantity(value=quantity.value, unit=quantity.unit, uncertainty=widened)
    return replace(mention, quantity=quantity, bound=bound, firm=firm)


def _bound_ending_at(words: Words, place: int, unit: Unit) -> tuple[Bound | None, bool]:
    for length in (3, 2, 1):
        first = place - length + 1
        if first < 0:
            continue
        phrase = " ".join(t.text for t in words.tokens[first : place + 1])
        if phrase in _BOUNDS:
            bound, firm = _BOUNDS[phrase]
            denied = first > 0 and _denies(words.tokens[first - 1].text)
            return (_OPPOSITE.get(bound, bound), True) if denied else (bound, firm)
        if phrase in _QUICKER:
            return (Bound.AT_MOST if unit is Unit.SECOND else Bound.AT_LEAST), True
        if phrase in _SLOWER:
            return (Bound.AT_LEAST if unit is Unit.SECOND else Bound.AT_MOST), True
    return None, False


def _denies(word: str) -> bool:
    return word in {"not", "never", "without", "cannot"} or word.endswith("n't")
