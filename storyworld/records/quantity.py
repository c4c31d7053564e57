"""A number that means something: value, unit and standard uncertainty."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from storyworld.records.frozen import Record

NonNegative = Annotated[float, Field(ge=0.0)]


class Unit(StrEnum):
    """The units quantities are kept in: coherent SI, and degrees because people read them."""

    ONE = "1"
    METRE = "m"
    SECOND = "s"
    KILOGRAM = "kg"
    DEGREE = "deg"
    METRE_PER_SECOND = "m/s"
    METRE_PER_SECOND_SQUARED = "m/s^2"
    DEGREE_PER_SECOND = "deg/s"
    SQUARE_METRE = "m^2"
    CUBIC_METRE = "m^3"
    CUBIC_METRE_PER_SECOND = "m^3/s"
    HERTZ = "Hz"
    NEWTON = "N"
    NEWTON_METRE = "N m"
    JOULE = "J"
    JOULE_PER_KILOGRAM = "J/kg"
    JOULE_PER_KILOGRAM_KELVIN = "J/(kg K)"
    WATT = "W"
    PASCAL = "Pa"
    KELVIN = "K"
    KILOGRAM_PER_CUBIC_METRE = "kg/m^3"
    KILOGRAM_PER_SECOND = "kg/s"
    NEWTON_PER_METRE = "N/m"
    PIXEL = "px"


class Quantity(Record):
    """A value in a unit with its standard uncertainty in the same unit (JCGM 100, k = 1)."""

    value: float
    unit: Unit
    uncertainty: NonNegative = 0.0

    def __str__(self) -> str:
        """Write it as people do: ``2.019 ± 0.015 s``, three or four significant digits."""
        symbol = (
            "" if self.unit is Unit.ONE else ("°" if self.unit is Unit.DEGREE else f" {self.unit}")
        )
        if self.uncertainty == 0.0:
            return f"{self.value:.4g}{symbol}"
        return f"{self.value:.4g} ± {self.uncertainty:.2g}{symbol}"


class TimeSeries(Record):
    """Samples of one quantity over film time; a gap is a missing sample, never a guess.

    `times_s`, `values` and `uncertainties` have the same length; times increase.
    """

    name: str
    unit: Unit
    times_s: tuple[float, ...]
    values: tuple[float, ...]
    uncertainties: tuple[NonNegative, ...]
