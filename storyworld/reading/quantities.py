"""Quantities with units in a text: value, uncertainty, place, and the words that bound them.

The standard uncertainty of a number is that of a rectangular distribution (JCGM 100:2008, 4.3.7)
over half a unit of its last digit to either side, but over no more than 0.5 % of the number as it
is written (:data:`storyworld.reading.digits.STATED_SHARE`): who writes 1 m in a goal means one
metre, and does not leave open whether it is 0.6 m or 1.4 m. A written zero is exact. A number
that is hedged ('about 20 m') is known to 5 %. A number stated as a bound ('in under 2.1 s') is
exact: it is a threshold somebody chose, not a value somebody knows. A bare count is exact where
a slot says it counts.

==============================================  =================================================
module                                          reads
==============================================  =================================================
:mod:`~storyworld.reading.tokens`               text to tokens
:mod:`~storyworld.reading.numbers`              tokens to a number
:mod:`~storyworld.reading.units`                the unit behind it
:mod:`~storyworld.reading.ranges`               what belongs together: intervals, changes, sizes
:mod:`~storyworld.reading.bounds`               the words that make a threshold of it
==============================================  =================================================
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from storyworld.reading.bounds import bounded
from storyworld.reading.mention import SQRT3, Bound, Change, Mention, canonical
from storyworld.reading.numbers import Number, number_at
from storyworld.reading.ranges import joined
from storyworld.reading.spelled import fraction_behind
from storyworld.reading.unit_words import first_token, unit_behind
from storyworld.reading.units import UnknownUnit, WrittenUnit
from storyworld.reading.words import TokenKind, Words
from storyworld.records.goal import Span

__all__ = ["MAX_MENTIONS", "Bound", "Change", "Mention", "QuantityReading", "read_quantities"]

MAX_MENTIONS: Final = 100
# What is counted in these is an age, a price or a time of day.
_PRICED: Final = re.compile(
    r"[ -]?(?:years?|months?|euros?|dollars?|eur|usd|pence|cents?|[€$£]|[ap]\.?m\b|o'clock)(?!\w)"
)
_COUNTED: Final = re.compile(r" [a-z]{3,}")


@dataclass(frozen=True)
class QuantityReading:
    """All quantities of a text in their order, and the numbers that are not read.

    Those are too wild ('1e999 m'), of a unit that is not known here ('3 kg/m^2'), in digits of
    another script, or behind the first hundred.
    """

    mentions: tuple[Mention, ...]
    unread: tuple[Span, ...] = ()


@lru_cache(maxsize=32)
def read_quantities(words: Words) -> QuantityReading:
    """Find all quantities of a text, in linear time. Never raises.

    The last few readings are kept, since every family asks anew for the one of the same words.
    """
    found: list[Mention] = []
    unread: list[Span] = []
    place = 0
    while place < len(words.tokens):
        number = number_at(words, place)
        if number is None:
            place = _foreign_digits(words, place, unread)
        elif len(found) + len(unread) >= MAX_MENTIONS:
            unread.append(_span(words, number.start, len(words.text)))
            break
        elif number.value is None:
            unread.append(_span(words, number.start, number.end))
            place = number.next_token
        else:
            unit, after, end = unit_behind(words, number)
            if isinstance(unit, UnknownUnit) or (unit is None and _tells_nothing(words, number)):
                unread.append(_span(words, number.start, end))
            else:
                found.append(_mention(words, number, number.value, unit, after, end))
                after = found[-1].next_token
            # Behind the unit: the 2 of 'm/s^2' is no number.
            place = max(after, place + 1)
    mentions = tuple(bounded(words, mention) for mention in joined(words, found))
    return QuantityReading(mentions, tuple(unread))


def _tells_nothing(words: Words, number: Number) -> bool:
    """Whether a bare number is an age, a year, a price, a clock time or a label: no quantity."""
    before = words.text[: number.start].rstrip()[-8:].lower()
    behind = words.text[number.end : number.end + 14].lower()
    if _PRICED.match(behind) or before.endswith(("$", "€", "£")):
        return True
    year = number.whole and number.value is not None and 1000 <= number.value < 3000
    dated = before.endswith((" in", " since")) or before in {"in", "since"}
    return year and dated and not _COUNTED.match(behind)


def _span(words: Words, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=words.text[start:end])


def _foreign_digits(words: Words, place: int, unread: list[Span]) -> int:
    """Report digits of other scripts, which are not read, and give the token after them."""
    after = place
    while after < len(words.tokens):
        token = words.tokens[after]
        if token.kind is not TokenKind.MARK or not token.text.isdecimal():
            break
        after += 1
    if after == place:
        return place + 1
    unread.append(_span(words, words.tokens[place].start, words.tokens[after - 1].end))
    return after


def _mention(
    words: Words, number: Number, value: float, unit: WrittenUnit | None, after: int, end: int
) -> Mention:
    half_step = number.half_step
    # 'two metres and a half'
    further = fraction_behind(words, after) if unit is not None and value == int(value) else None
    if further is not None:
        value, after = value + further[0], further[1]
        end = words.tokens[after - 1].end
    mention = Mention(
        quantity=canonical(value, half_step / SQRT3, unit),
        written=unit,
        start=number.start,
        end=end,
        first_token=first_token(words, number),
        next_token=after,
        whole=number.whole,
    )
    return replace(mention, whole=False) if further is not None else mention
