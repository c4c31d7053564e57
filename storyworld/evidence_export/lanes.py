"""The lanes of the evidence strip: a measured series, what was predicted of it, and the residual.

Geometry only. A lane has its samples with their ±2 u band, its gaps, and what is predicted or asked
of it: as a band over time where the solver says where the body is, as a line across where it gives
a number. Below the first kind lies how far each sample is from the prediction, in sigma.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from statistics import median
from typing import Final

from storyworld.evidence_export.charts import (
    GAP_FACTOR,
    K,
    Row,
    Scale,
    Tick,
    Trace,
    number,
    runs,
    ticks,
    trace,
)
from storyworld.evidence_export.departures import Departure, departure
from storyworld.evidence_export.predicting import Predicted, course
from storyworld.evidence_export.wording import plainly
from storyworld.records.account import Filming
from storyworld.records.quantity import Quantity, TimeSeries
from storyworld.records.scenario import Beat

LANE, HEADING = 92.0, 20.0
RESIDUAL, APART = 34.0, 7.0
MOST_SIGMA: Final = 8.0
"""Residuals of more are drawn at the edge of their row."""
LEAST_SPAN: Final = 20.0
"""In standard uncertainties: a band of ±2 takes a fifth of an axis at most."""
POINTS: Final = 161
MOST_CROSSES: Final = 60
Point = tuple[float, float]


@dataclass(frozen=True)
class Rule:
    """A line across an axis, with its ±2 u band: what was predicted, measured or asked."""

    kind: str
    words: str
    at: float
    low: float
    high: float


@dataclass(frozen=True)
class ResidualRow:
    """Measured minus predicted in sigma, zero in the middle; `low` and `high` are ±2."""

    top: float
    base: float
    zero: float
    low: float
    high: float
    reach: float
    trace: Trace
    crosses: tuple[Point, ...]


@dataclass(frozen=True)
class Lane:
    """One measured series.

    `expected` is what was predicted of it over time; its band is as wide as a sample may lie from
    it, so that a sample is marked with a cross where it is outside.
    """

    name: str
    series: TimeSeries
    top: float
    base: float
    trace: Trace
    gaps: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    rules: tuple[Rule, ...]
    expected: Trace | None
    crosses: tuple[Point, ...]
    departure: Departure
    residual: ResidualRow | None

    @property
    def foot(self) -> float:
        """Where it ends, its residual included."""
        return self.residual.base if self.residual else self.base


def place(value: float, *, low: float, high: float, start: float, end: float) -> float:
    """Give where a value lies on an axis."""
    share = (value - low) / ((high - low) or 1.0)
    return round(start + share * (end - start), 1)


def rule(kind: str, words: str, at: float, band: float, axis: Scale) -> Rule:
    """Draw a line across an axis."""
    ends = sorted((axis(at - band), axis(at + band)))
    return Rule(kind=kind, words=words, at=axis(at), low=ends[0], high=ends[1])


def lanes(
    series: tuple[TimeSeries, ...],
    x: Scale,
    limits: Point,
    beat: Beat,
    filming: Filming,
) -> Iterator[Lane]:
    """Stack the series. All are of one film, so the shortest step between samples is its own."""
    steps = [b - a for s in series for a, b in pairwise(s.times_s) if b > a]
    step_s = min(steps, default=None)
    top = HEADING
    for given in series:
        lane = _lane(given, x, limits, beat, filming, step_s, top)
        yield lane
        top = lane.foot + HEADING


def _lane(
    given: TimeSeries,
    x: Scale,
    limits: Point,
    beat: Beat,
    filming: Filming,
    step_s: float | None,
    top: float,
) -> Lane:
    rows = tuple(zip(given.times_s, given.values, given.uncertainties, strict=True))
    asked = tuple(_asked(given, beat))
    predicted = _predicted(given, limits, beat, filming)
    told = departure(
        rows,
        predicted,
        (c for c in beat.constraints if c.quantity == given.name),
        pace=filming.shot.pace,
        given_s=_given_s(filming),
    )
    allowed = _allowed(rows, predicted)
    reach = [v + s * K * u for v, u in _reach((*rows, *allowed), asked) for s in (-1, 1)]
    low, high = _axis(min(reach), max(reach), max(u for _, _, u in (*rows, *allowed)))
    y = partial(place, low=low, high=high, start=top + LANE, end=top)
    cut = tuple(runs(rows, step_s))
    marked = _some(told.outside)
    return Lane(
        name=plainly(given.name),
        series=given,
        top=top,
        base=top + LANE,
        trace=trace(cut, x, y),
        gaps=tuple(_gaps(cut, x, limits, step_s or 0.0)),
        ticks=tuple(Tick(y(v), number(v)) for v in ticks(low, high, 3)),
        rules=tuple(rule(kind, words, q.value, K * q.uncertainty, y) for kind, words, q in asked),
        expected=trace((allowed,), x, y) if allowed else None,
        crosses=tuple((x(rows[n][0]), y(rows[n][1])) for n in marked),
        departure=told,
        residual=_residual(rows, told, x, step_s, top + LANE + APART) if allowed else None,
    )


def _axis(low: float, high: float, u: float) -> Point:
    """Give the ends of an axis on which what is uncertain does not look like what happens."""
    wanting = LEAST_SPAN * u - (high - low)
    if high - low + max(wanting, 0.0) < 1e-9 * max(abs(low), abs(high), 1.0):
        wanting = 1.0
    return (low - wanting / 2, high + wanting / 2) if wanting > 0 else (low, high)


def _given_s(filming: Filming) -> float | None:
    imposed = filming.artifact.imposed_frames if filming.artifact else 0
    return (imposed - 1) / filming.shot.camera.frame_rate_hz if imposed else None


def _predicted(
    given: TimeSeries, limits: Point, beat: Beat, filming: Filming
) -> tuple[Predicted, ...]:
    """Give what is predicted at each sample and evenly between; nothing is before the start."""
    step = limits[1] / (POINTS - 1)
    times = {round(n * step, 6) for n in range(POINTS)} | {t for t in given.times_s if t >= 0}
    return course(beat.scenario, filming.shot, given, tuple(sorted(times)))


def _allowed(rows: tuple[Row, ...], predicted: tuple[Predicted, ...]) -> tuple[Row, ...]:
    """Widen the prediction by what a sample is uncertain by: inside lies what agrees with it."""
    known = {t: u for t, _, u in rows}
    usual = median(known.values())
    return tuple((t, value, math.hypot(u, known.get(t, usual))) for t, value, u in predicted)


def _residual(
    rows: tuple[Row, ...], told: Departure, x: Scale, step_s: float | None, top: float
) -> ResidualRow:
    far = [abs(s) for s in told.sigmas if s is not None]
    reach = min(max([*far, 2 * K]), MOST_SIGMA)
    y = partial(place, low=-reach, high=reach, start=top + RESIDUAL, end=top)
    clamped = [None if s is None else max(-reach, min(reach, s)) for s in told.sigmas]
    drawn = tuple((row[0], s, 0.0) for row, s in zip(rows, clamped, strict=True) if s is not None)
    marked = ((rows[n][0], clamped[n]) for n in _some(told.outside))
    return ResidualRow(
        top=top,
        base=top + RESIDUAL,
        zero=y(0.0),
        low=y(-K),
        high=y(K),
        reach=reach,
        trace=trace(runs(drawn, step_s), x, y),
        crosses=tuple((x(t), y(s)) for t, s in marked if s is not None),
    )


def _some(places: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out what would be drawn over: the first is always there."""
    return places[:: math.ceil(len(places) / MOST_CROSSES) or 1]


def _reach(
    rows: tuple[Row, ...], asked: tuple[tuple[str, str, Quantity], ...]
) -> Iterator[tuple[float, float]]:
    yield from ((v, u) for _, v, u in rows)
    yield from ((q.value, q.uncertainty) for _, _, q in asked)


def _asked(series: TimeSeries, beat: Beat) -> Iterator[tuple[str, str, Quantity]]:
    """Give what is predicted and asked of this very quantity: no other has its axis."""
    for item in beat.prediction.evidence:
        if (item.name, item.quantity.unit) == (series.name, series.unit):
            yield "predicted", f"{plainly(item.name)} by the solver", item.quantity
    for constraint in beat.constraints:
        limit = constraint.threshold
        if limit and (constraint.quantity, limit.unit) == (series.name, series.unit):
            yield "limit", constraint.statement, limit


def _gaps(
    cut: Iterable[tuple[Row, ...]], x: Scale, limits: Point, step_s: float
) -> Iterator[Point]:
    """Give the stretches without a sample: before the first, between, behind the last."""
    ends = [limits[0], *(t for run in cut for t in (run[0][0], run[-1][0])), limits[1]]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if end - start > GAP_FACTOR * step_s:
            yield x(start), round(x(end) - x(start), 1)
