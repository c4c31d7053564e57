"""One quantity as it stands in a text, and how quantities are made of numbers and units."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from storyworld.reading.rounding import precise
from storyworld.reading.units import WrittenUnit
from storyworld.records.goal import Span
from storyworld.records.quantity import Quantity, Unit

SQRT3: Final = math.sqrt(3.0)


class Bound(StrEnum):
    """What the words around a quantity make of it."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    IN = "in"
    FOR = "for"
    EXACTLY = "exactly"
    TAKES = "takes"


class Change(StrEnum):
    """Which end of a change of state a quantity is: 'from 20 °C to 100 °C', '0-100 km/h'.

    Mostly two mentions follow each other, START and END. One stands alone where the other end
    has no number: 'from 20 °C to boiling', 'from rest to 100 km/h'.
    """

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Mention:
    """One quantity as it stands in a text.

    `text[start:end]` is number and unit as written; `first_token` and `next_token` delimit it
    among the words. `firm` says that the bound is more than a preposition ('at least', not
    'over'). `part` and `parts` place it in a product of sizes ('30 cm x 20 cm'): 0 of 2.
    `change` says that it is an end of a change of state, and no value that holds throughout.
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
    change: Change | None = None

    @property
    def symbol(self) -> str:
        """The unit's symbol, empty for a bare number."""
        return self.written.symbol if self.written else ""

    @property
    def as_written(self) -> float:
        """The number as written, in the unit as written."""
        if self.written is None:
            return self.quantity.value
        return precise((self.quantity.value - self.written.offset) / self.written.factor)

    def span(self, text: str) -> Span:
        """Give its place as a record."""
        return Span(start=self.start, end=self.end, text=text[self.start : self.end])


def canonical(value: float, uncertainty: float, written: WrittenUnit | None) -> Quantity:
    """Give a number of a unit as written in the canonical unit.

    The spread of a word that is used for several units ('ton') adds to the uncertainty.
    """
    if written is None:
        return Quantity(value=value, unit=Unit.ONE, uncertainty=uncertainty)
    spread = written.spread * abs(value) / SQRT3
    return Quantity(
        value=precise(value * written.factor + written.offset),
        unit=written.unit,
        uncertainty=math.hypot(uncertainty, spread) * written.factor,
    )


def in_unit(mention: Mention, written: WrittenUnit | None) -> Mention:
    """Give a mention's number another unit: the 30 of '30 x 20 cm'."""
    own = mention.written.factor if mention.written else 1.0
    quantity = canonical(mention.as_written, mention.quantity.uncertainty / own, written)
    return replace(mention, quantity=quantity, written=written)
