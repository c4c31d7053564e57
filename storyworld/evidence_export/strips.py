"""The evidence strip: all that was measured on one film, on one time axis. Geometry only.

From above: a lane for each series, with its ±2 u band and its gaps; below them the stretches of
film that the evidence rests on, and those where a law is seen broken. Frames that were given to the
generator are shaded through all of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from storyworld.evidence_export.charts import (
    GAP_FACTOR,
    LEFT,
    RIGHT,
    WIDTH,
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
from storyworld.evidence_export.wording import plainly
from storyworld.records.account import Filming
from storyworld.records.evidence import EvidenceSource, FrameRange
from storyworld.records.observation import Observation
from storyworld.records.quantity import Quantity, TimeSeries
from storyworld.records.scenario import Beat, Measure

MOST_LANES = 8
LANE, HEADING, FOOT, ROW = 92.0, 20.0, 26.0, 24.0
MOST_LETTERS = 96
ARRIVALS = frozenset({Measure.FALL_TIME, Measure.TRAVEL_TIME})
"""Durations that end at a moment on film: the last frame that their measurement rests on."""


@dataclass(frozen=True)
class Rule:
    """A line across an axis, with its ±2 u band: what was predicted, measured or asked."""

    kind: str
    words: str
    at: float
    low: float
    high: float


@dataclass(frozen=True)
class Lane:
    """One measured series."""

    name: str
    series: TimeSeries
    top: float
    base: float
    trace: Trace
    gaps: tuple[tuple[float, float], ...]
    ticks: tuple[Tick, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Stretch:
    """The frames that some evidence rests on, or where a law is seen broken."""

    words: str
    frames: FrameRange
    start: float
    width: float
    y: float
    broken: bool


@dataclass(frozen=True)
class Strip:
    """All of one film. `left_out` counts series for which there is no room."""

    lanes: tuple[Lane, ...]
    moments: tuple[Rule, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    imposed_to: float | None
    left_out: int
    top: float
    base: float
    height: float
    width: float = WIDTH
    left: float = LEFT
    right: float = WIDTH - RIGHT

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All lines that are drawn, once each: the legend."""
        drawn = (*self.moments, *(rule for lane in self.lanes for rule in lane.rules))
        return tuple({(rule.kind, rule.words): rule for rule in drawn}.values())


def strip(filming: Filming, observations: Iterable[Observation], beat: Beat) -> Strip:
    """Lay out what was seen of a film, with what was predicted and asked beside it."""
    told = tuple(observations)
    camera = filming.shot.camera
    series = tuple(s for o in told for s in o.series if s.times_s)
    shown = _chosen(series, beat)
    last_s = (camera.frame_count - 1) / camera.frame_rate_hz
    ends = (last_s, *(s.times_s[-1] for s in shown), *_ends(told, camera.frame_rate_hz))
    starts = (0.0, *(s.times_s[0] for s in shown))
    x = partial(_place, low=min(starts), high=max(ends), start=LEFT, end=WIDTH - RIGHT)
    lanes = tuple(_lanes(shown, x, (min(starts), max(ends)), beat))
    base = lanes[-1].base if lanes else HEADING + LANE / 3
    imposed = filming.artifact.imposed_frames if filming.artifact else 0
    stretches = tuple(_stretches(told, camera.frame_rate_hz, x, base + FOOT))
    return Strip(
        lanes=lanes,
        moments=tuple(_moments(told, filming, beat, x, (min(starts), max(ends)))),
        stretches=stretches,
        ticks=tuple(Tick(x(t), number(t)) for t in ticks(min(starts), max(ends), 7)),
        imposed_to=x(min((imposed - 1) / camera.frame_rate_hz, max(ends))) if imposed else None,
        left_out=len(series) - len(shown),
        top=HEADING,
        base=base,
        height=base + FOOT + ROW * len(stretches),
    )


def _chosen(series: tuple[TimeSeries, ...], beat: Beat) -> tuple[TimeSeries, ...]:
    """Give the series for which there is room, in their order: what is asked of goes first."""
    asked = {c.quantity for c in beat.constraints}
    asked |= {c.over.until.quantity for c in beat.constraints if c.over and c.over.until}
    places = sorted(range(len(series)), key=lambda n: (series[n].name not in asked, n))
    return tuple(series[n] for n in sorted(places[:MOST_LANES]))


def _place(value: float, *, low: float, high: float, start: float, end: float) -> float:
    share = (value - low) / ((high - low) or 1.0)
    return round(start + share * (end - start), 1)


def _ends(observations: tuple[Observation, ...], rate_hz: float) -> Iterator[float]:
    for observation in observations:
        yield from (e.frames.last / rate_hz for e in observation.evidence if e.frames)
        yield from (v.frames.last / rate_hz for v in observation.violations)


def _lanes(
    series: tuple[TimeSeries, ...], x: Scale, limits: tuple[float, float], beat: Beat
) -> Iterator[Lane]:
    """Stack the series. All are of one film, so the shortest step between samples is its own."""
    steps = [b - a for s in series for a, b in pairwise(s.times_s) if b > a]
    step_s = min(steps, default=None)
    for place, given in enumerate(series):
        rows = tuple(zip(given.times_s, given.values, given.uncertainties, strict=True))
        asked = tuple(_asked(given, beat))
        reach = [v + s * K * u for v, u in _reach(rows, asked) for s in (-1, 1)]
        low, high = min(reach), max(reach)
        if high - low < 1e-9 * max(abs(low), abs(high), 1.0):
            low, high = low - 0.5, high + 0.5
        top = HEADING + place * (LANE + HEADING)
        y = partial(_place, low=low, high=high, start=top + LANE, end=top)
        cut = tuple(runs(rows, step_s))
        yield Lane(
            name=plainly(given.name),
            series=given,
            top=top,
            base=top + LANE,
            trace=trace(cut, x, y),
            gaps=tuple(_gaps(cut, x, limits, step_s or 0.0)),
            ticks=tuple(Tick(y(v), number(v)) for v in ticks(low, high, 3)),
            rules=tuple(
                _rule(kind, words, q.value, K * q.uncertainty, y) for kind, words, q in asked
            ),
        )


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
    cut: tuple[tuple[Row, ...], ...], x: Scale, limits: tuple[float, float], step_s: float
) -> Iterator[tuple[float, float]]:
    """Give the stretches without a sample: before the first, between, behind the last."""
    ends = [limits[0], *(t for run in cut for t in (run[0][0], run[-1][0])), limits[1]]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        if end - start > GAP_FACTOR * step_s:
            yield x(start), round(x(end) - x(start), 1)


def _moments(
    observations: tuple[Observation, ...],
    filming: Filming,
    beat: Beat,
    x: Scale,
    limits: tuple[float, float],
) -> Iterator[Rule]:
    """Mark arrivals on the time axis: when measured, when predicted, when asked for.

    What was measured came to pass between the last two frames that it rests on: as long after the
    first of them as it took, or nearest to that. The others lie as far from it as their durations
    differ, in the film's time.
    """
    arrivals = {q.evidence for q in beat.questions if q.measure in ARRIVALS}
    predicted = {e.name: e.quantity for e in beat.prediction.evidence}
    seen = (e for o in observations for e in o.evidence if e.name in arrivals)
    for item in seen:
        if item.frames is None or item.source is not EvidenceSource.MEASUREMENT:
            continue
        rate_hz, pace = filming.shot.camera.frame_rate_hz, filming.shot.pace
        first_s, last_s = item.frames.first / rate_hz, item.frames.last / rate_hz
        end_s = min(max(first_s + item.quantity.value / pace, last_s - 1 / rate_hz), last_s)
        name = plainly(item.name)
        told = [("measured", f"{name} as measured", item.quantity)]
        if item.name in predicted:
            told.append(("predicted", f"{name} by the solver", predicted[item.name]))
        told += [
            ("limit", c.statement, c.threshold)
            for c in beat.constraints
            if c.quantity == item.name and c.threshold is not None
        ]
        for kind, words, quantity in told:
            at = end_s + (quantity.value - item.quantity.value) / pace
            if limits[0] <= at <= limits[1]:
                yield _rule(kind, words, at, K * quantity.uncertainty / pace, x)


def _rule(kind: str, words: str, at: float, band: float, axis: Scale) -> Rule:
    ends = sorted((axis(at - band), axis(at + band)))
    return Rule(kind=kind, words=words, at=axis(at), low=ends[0], high=ends[1])


def _stretches(
    observations: tuple[Observation, ...], rate_hz: float, x: Scale, top: float
) -> Iterator[Stretch]:
    """Give a row to each range of frames, naming all that rests on it; broken laws first."""
    rows: dict[tuple[bool, int, int], dict[str, None]] = {}
    for observation in observations:
        for law in observation.violations:
            of = f": {plainly(law.subject)}" if law.subject else ""
            key = (False, law.frames.first, law.frames.last)
            rows.setdefault(key, {})[f"{plainly(law.law)}{of}"] = None
        for item in observation.evidence:
            if item.frames is not None:
                key = (True, item.frames.first, item.frames.last)
                rows.setdefault(key, {})[plainly(item.name)] = None
    for place, ((sound, first, last), names) in enumerate(sorted(rows.items())):
        start, end = x(first / rate_hz), x(last / rate_hz)
        words = ", ".join(names)
        yield Stretch(
            words=words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…",
            frames=FrameRange(first=first, last=last),
            start=start,
            width=round(max(end - start, 2.0), 1),
            y=top + ROW * place,
            broken=not sound,
        )
