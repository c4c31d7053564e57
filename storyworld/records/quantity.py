"""A number that means something: value, unit and standard uncertainty."""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Self

from pydantic import Field, NonNegativeInt, PositiveFloat, PositiveInt, model_validator

from storyworld.records.frozen import Record

NonNegative = Annotated[float, Field(ge=0.0)]

_OFF_GRID: Final = 0.25  # of a frame: films stamp their frames by clocks that round


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


NOISE = 1e-6
"""Of an uncertainty: a value that is nearer to zero is what rounding left of zero."""


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
        value = 0.0 if abs(self.value) < NOISE * self.uncertainty else self.value
        return f"{value:.4g} ± {self.uncertainty:.2g}{symbol}"


class Sampling(Record):
    """The frames of the film that a series was taken from: where a sample could have been.

    Frame n is shown n / `frame_rate_hz` seconds after the first; there are `frame_count`. The
    first `imposed_frames` were given to the generator: what is seen on them is no evidence.
    `pace` is by how much faster than life the film runs.
    """

    frame_rate_hz: PositiveFloat
    frame_count: PositiveInt
    imposed_frames: NonNegativeInt = 0
    pace: PositiveFloat = 1.0


class TimeSeries(Record):
    """Samples of one quantity over film time; a gap is a missing sample, never a guess.

    `times_s`, `values` and `uncertainties` have the same length; times increase. Without
    `sampling` nobody knows where a sample is missing: such a series is drawn, and tells nothing of
    what always was so.
    """

    name: str
    unit: Unit
    times_s: tuple[float, ...]
    values: tuple[float, ...]
    uncertainties: tuple[NonNegative, ...]
    sampling: Sampling | None = None

    @property
    def frames(self) -> tuple[int, ...]:
        """The frame each sample was taken from; none where it is not known how it was sampled."""
        if self.sampling is None:
            return ()
        return tuple(round(t * self.sampling.frame_rate_hz) for t in self.times_s)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        lengths = len(self.times_s), len(self.values), len(self.uncertainties)
        if len(set(lengths)) > 1:
            raise ValueError(
                f"{self.name}: times_s, values and uncertainties have {lengths[0]}, {lengths[1]} "
                f"and {lengths[2]} entries: give one of each for every sample"
            )
        late = next((b for a, b in pairwise(self.times_s) if b <= a), None)
        if late is not None:
            raise ValueError(f"{self.name}: times_s has to increase, and does not at {late:g} s")
        if self.sampling is not None:
            self._on_frames(self.sampling)
        return self

    def _on_frames(self, film: Sampling) -> None:
        frames = self.frames
        for t, frame in zip(self.times_s, frames, strict=True):
            if abs(t * film.frame_rate_hz - frame) > _OFF_GRID or not 0 <= frame < film.frame_count:
                raise ValueError(f"{self.name}: the film has no frame at {t:g} s")
        if any(a == b for a, b in pairwise(frames)):
            raise ValueError(f"{self.name}: two samples are of one frame")
