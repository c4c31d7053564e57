"""A series drawn in one line of blocks: the lowest sample `▁`, the highest `█`, a gap blank."""

import math
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from storyworld.records.quantity import TimeSeries, Unit

if TYPE_CHECKING:
    from rich.console import Console

    from storyworld.records.answer import BeatAnswer

BLOCKS = "▁▂▃▄▅▆▇█"
CELLS = 32


def sparkline(series: TimeSeries, cells: int = CELLS) -> str:
    """Draw a series in a line of `cells` characters over its film, or over its own time.

    A cell shows the mean of its samples, on a scale from the lowest to the highest such mean. A
    cell without a sample is blank: nothing is drawn where nothing was seen. A series that never
    changes lies in the middle.
    """
    if not series.values:
        return " " * cells
    held: list[list[float]] = [[] for _ in range(cells)]
    for place, value in zip(_places(series, cells), series.values, strict=True):
        held[place].append(value)
    means = [_mean(values) if values else None for values in held]
    seen = [mean for mean in means if mean is not None]
    low, high = min(seen), max(seen)
    return "".join(" " if mean is None else _block(mean, low, high) for mean in means)


def _places(series: TimeSeries, cells: int) -> list[int]:
    """Give the cell that each sample falls into."""
    film = series.sampling
    if film is not None:
        return [frame * cells // film.frame_count for frame in series.frames]
    start, reach = series.times_s[0], series.times_s[-1] - series.times_s[0]
    return [round((t - start) / reach * (cells - 1)) if reach else 0 for t in series.times_s]


def _mean(values: list[float]) -> float:
    return sum(value / len(values) for value in values)  # the sum itself may be no float


def _block(value: float, low: float, high: float) -> str:
    top = len(BLOCKS) - 1
    if low == high:
        return BLOCKS[top // 2]
    if math.isinf(high - low):
        value, low, high = value / 2, low / 2, high / 2
    share = (value - low) / (high - low)
    return BLOCKS[min(max(round(share * top), 0), top)]


def show_series(to: "Console", beats: Iterable["BeatAnswer"]) -> None:
    """Write a line for every series that was measured on the last film of each beat."""
    for shown in beats:
        filmed = [attempt for attempt in shown.attempts if attempt.observations]
        if not filmed:
            continue
        for series in chain.from_iterable(o.series for o in filmed[-1].observations):
            if series.values:
                to.print(f"series      {sparkline(series)}  {_words(series)}")


def _words(series: TimeSeries) -> str:
    unit = "" if series.unit is Unit.ONE else f" {series.unit}"
    low, high = min(series.values), max(series.values)
    took = f"{series.times_s[0]:.2f} to {series.times_s[-1]:.2f} s"
    return f"{series.name}: {low:.4g} to {high:.4g}{unit}, {took}"
