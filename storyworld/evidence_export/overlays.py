"""Two measurements of one quantity on one time axis. Geometry only."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.evidence_export.charts import K, Row, Scale, Tick, Trace, number, runs, ticks, trace
from storyworld.records.comparison import ComparedSeries, Samples

WIDTH, HEIGHT = 640.0, 210.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 10.0, 10.0, 24.0


@dataclass(frozen=True)
class Overlay:
    """One series of both episodes; a trace is empty where that one has none."""

    series: ComparedSeries
    before: Trace
    after: Trace
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    base: float = HEIGHT - BOTTOM

    @property
    def counts(self) -> tuple[int, int]:
        """How many samples each has."""
        before, after = (
            sum(len(run.times_s) for run in runs)
            for runs in (self.series.before, self.series.after)
        )
        return before, after


def overlay(series: ComparedSeries) -> Overlay:
    """Lay both traces out on the axes that hold them, bands and all."""
    before, after = tuple(_rows(series.before)), tuple(_rows(series.after))
    rows = [row for run in (*before, *after) for row in run] or [(0.0, 0.0, 0.0), (1.0, 1.0, 0.0)]
    start, end = min(t for t, _, _ in rows), max(t for t, _, _ in rows)
    low, high = min(v - K * u for _, v, u in rows), max(v + K * u for _, v, u in rows)
    x_ticks, y_ticks = ticks(start, end, 7), ticks(low, high, 5)
    x = _scale(min(start, x_ticks[0]), max(end, x_ticks[-1]), LEFT, WIDTH - RIGHT)
    y = _scale(min(low, y_ticks[0]), max(high, y_ticks[-1]), HEIGHT - BOTTOM, TOP)
    return Overlay(
        series=series,
        before=_trace(before, x, y),
        after=_trace(after, x, y),
        x_ticks=tuple(Tick(x(t), number(t)) for t in x_ticks),
        y_ticks=tuple(Tick(y(v), number(v)) for v in y_ticks),
    )


def _rows(samples: tuple[Samples, ...]) -> Iterator[tuple[Row, ...]]:
    for run in samples:
        yield tuple(zip(run.times_s, run.values, run.uncertainties, strict=True))


def _trace(cut: tuple[tuple[Row, ...], ...], x: Scale, y: Scale) -> Trace:
    """Draw stretches that are cut already, thinned to what an eye can tell apart."""
    return trace((tuple(thin) for run in cut for thin in runs(run, float("inf"))), x, y)


def _scale(low: float, high: float, start: float, end: float) -> Scale:
    def at(value: float) -> float:
        return round(start + (value - low) / ((high - low) or 1.0) * (end - start), 1)

    return at
