"""The geometry of the pictures, in user units of their SVG; the templates only draw it."""

import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from storyworld.records.evidence import Evidence
from storyworld.records.quantity import Quantity, TimeSeries

K = 2.0
"""Coverage factor of every drawn uncertainty: the guard band a finding is decided by."""

WIDTH, HEIGHT = 640.0, 150.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 8.0, 8.0, 22.0
BAR_WIDTH = 160.0
GAP_FACTOR = 1.6
MAX_POINTS = 400

Row = tuple[float, float, float]
"""Time, value, standard uncertainty."""
Scale = Callable[[float], float]
"""Where on an axis a value lies."""


@dataclass(frozen=True)
class MarginBar:
    """A margin with its guard band, zero in the middle: left violates, right satisfies."""

    at: float
    low: float
    high: float
    width: float = BAR_WIDTH


@dataclass(frozen=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True)
class Span:
    """The stretch of film one piece of evidence rests on."""

    label: str
    start: float
    width: float
    y: float


@dataclass(frozen=True)
class Trace:
    """A series as it is drawn: a polyline and a band for each stretch, a dot for a lone sample."""

    lines: tuple[str, ...]
    bands: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Chart:
    """One measured series over film time, with its k = 2 band and the gaps left open."""

    name: str
    series: TimeSeries
    lines: tuple[str, ...]
    bands: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]
    height: float
    width: float = WIDTH
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    base: float = HEIGHT - BOTTOM


def margin_bars(margins: Iterable[Quantity], guard: float = K) -> Iterator[MarginBar]:
    """Draw margins of one constraint on one scale, each with its guard band of `guard` u."""
    given = tuple(margins)
    reach = max((abs(m.value) + guard * m.uncertainty for m in given), default=0.0) * 1.1 or 1.0
    half = BAR_WIDTH / 2
    for m in given:
        band = guard * m.uncertainty
        low, at, high = (half + half * v / reach for v in (m.value - band, m.value, m.value + band))
        yield MarginBar(at=round(at, 1), low=round(low, 1), high=round(high, 1))


def chart(series: TimeSeries, evidence: Iterable[Evidence], frame_rate_hz: float) -> Chart:
    """Lay out a series; `evidence` with frames becomes stretches below it."""
    rows = tuple(zip(series.times_s, series.values, series.uncertainties, strict=True))
    highs = [v + K * u for _, v, u in rows] or [1.0]
    lows = [v - K * u for _, v, u in rows] or [0.0]
    start, end = (rows[0][0], rows[-1][0]) if rows else (0.0, 1.0)
    x_ticks, y_ticks = ticks(start, end, 6), ticks(min(lows), max(highs), 5)
    x_low, x_high = min(start, x_ticks[0]), max(end, x_ticks[-1])
    y_low, y_high = min(*lows, y_ticks[0]), max(*highs, y_ticks[-1])

    def x(t: float) -> float:
        return round(LEFT + (t - x_low) / ((x_high - x_low) or 1) * (WIDTH - LEFT - RIGHT), 1)

    def y(v: float) -> float:
        base = HEIGHT - BOTTOM
        return round(base - (v - y_low) / ((y_high - y_low) or 1) * (base - TOP), 1)

    drawn = trace(runs(rows), x, y)
    spans = tuple(_spans(evidence, frame_rate_hz, x, (x_low, x_high)))
    return Chart(
        name=series.name,
        series=series,
        lines=drawn.lines,
        bands=drawn.bands,
        dots=drawn.dots,
        x_ticks=tuple(Tick(x(t), f"{t:g}") for t in x_ticks),
        y_ticks=tuple(Tick(y(v), number(v)) for v in y_ticks),
        spans=spans,
        height=HEIGHT + 16 * len(spans),
    )


def runs(rows: tuple[Row, ...], step_s: float | None = None) -> Iterator[tuple[Row, ...]]:
    """Cut as :func:`stretches` does, and leave out samples that no eye would tell apart."""
    every = math.ceil(len(rows) / (MAX_POINTS - 1))  # and the last one
    return (_thinned(stretch, every) for stretch in stretches(rows, step_s))


def stretches(rows: tuple[Row, ...], step_s: float | None = None) -> Iterator[list[Row]]:
    """Cut where samples are missing: a gap is never bridged, nor thinned away.

    `step_s` is the time between samples of which none is missing: where it is not given, what is
    usual between these.
    """
    steps = [b[0] - a[0] for a, b in pairwise(rows)]
    usual = step_s or (median(steps) if steps else 0.0)
    run: list[Row] = []
    for row in rows:
        if run and row[0] - run[-1][0] > GAP_FACTOR * usual:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _thinned(run: list[Row], every: int) -> tuple[Row, ...]:
    last = len(run) - 1
    return tuple(row for place, row in enumerate(run) if place % every == 0 or place == last)


def trace(runs: Iterable[tuple[Row, ...]], x: Scale, y: Scale) -> Trace:
    """Draw uninterrupted stretches of samples with their bands."""
    cut = tuple(runs)
    return Trace(
        lines=tuple(" ".join(f"{x(t)},{y(v)}" for t, v, _ in run) for run in cut),
        bands=tuple(
            " ".join(
                [f"{x(t)},{y(v + K * u)}" for t, v, u in run]
                + [f"{x(t)},{y(v - K * u)}" for t, v, u in reversed(run)]
            )
            for run in cut
        ),
        dots=tuple((x(t), y(v)) for run in cut if len(run) == 1 for t, v, _ in run),
    )


def _spans(
    evidence: Iterable[Evidence],
    frame_rate_hz: float,
    x: Scale,
    limits: tuple[float, float],
) -> Iterator[Span]:
    place = 0
    for item in evidence:
        if item.frames is None:
            continue
        low = max(item.frames.first / frame_rate_hz, limits[0])
        high = min(item.frames.last / frame_rate_hz, limits[1])
        if low <= high:
            start, stop = x(low), x(high)
            yield Span(item.name, start, round(max(stop - start, 2.0), 1), HEIGHT + 16 * place)
            place += 1


def number(value: float) -> str:
    """Write the label of a tick."""
    return f"{value:g}".replace("-", "−")


def ticks(low: float, high: float, about: int) -> tuple[float, ...]:
    """Choose round places between two values, at least one."""
    if not sys.float_info.min * about < high - low < sys.float_info.max:
        return (low,)
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(f * power for f in (1, 2, 5, 10) if f * power >= raw)
    first = math.ceil(low / step - 1e-9)
    count = math.floor(high / step + 1e-9) - first + 1
    return tuple(round((first + i) * step, 10) + 0.0 for i in range(max(count, 1)))
