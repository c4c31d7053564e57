"""Temporal constraints over sampled evidence: always, eventually, until, and hold.

Each frame of the window has a margin m with its standard uncertainty u, or none: a gap. What the
formula is worth lies between its robustness with m - k u at every frame and with m + k u; at a gap
with minus and plus infinity. It is satisfied if the lower is positive, violated if the upper is
negative, undecided if only k u leaves it open, and unevaluable if gaps do. So a gap satisfies
nothing, and a breach of `always` or a witness of `eventually` and `hold` stands whatever the gaps
hide. All is said of the frames: nobody saw what was between them.

References
----------
Donzé, A. and Maler, O. (2010), doi:10.1007/978-3-642-15297-9_9 (robustness of signal temporal
logic); Deshmukh, J. V. et al. (2017), doi:10.1007/s10703-017-0286-7 (its bounds on traces known in
part); JCGM 106:2012 (guard bands).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storyworld.epistemics.constraints import DEFAULT_GUARD, margin
from storyworld.records.constraint import (
    Comparison,
    Condition,
    Constraint,
    Finding,
    FindingStatus,
    Temporal,
    TemporalOperator,
)
from storyworld.records.evidence import Abstention, AbstentionReason, EvidenceSource, FrameRange
from storyworld.records.observation import Observation, ObserverAvailability
from storyworld.records.quantity import Quantity, Sampling, TimeSeries

Floats = NDArray[np.float64]

_SILENT: Final = (ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED)
_ROUNDING: Final = 1e-6  # of a frame: 2 s at 30 Hz are 60 frames, whatever the last bit says
_SMALLEST: Final = float(np.nextafter(0.0, 1.0))


class Attained(NamedTuple):
    """A robustness, and the sample it is that of; of `until`, whether of what is waited for."""

    value: float
    at: int
    awaited: bool = False
    run: tuple[int, int] | None = None


def always(margins: Floats) -> Attained:
    """Give the least margin; `margins` has shape ``(samples,)``."""
    at = int(margins.argmin())
    return Attained(float(margins[at]), at)


def eventually(margins: Floats) -> Attained:
    """Give the greatest margin; `margins` has shape ``(samples,)``."""
    at = int(margins.argmax())
    return Attained(float(margins[at]), at)


def hold(margins: Floats, steps: int) -> Attained:
    """Give the greatest, over all runs of `steps` + 1 samples, of the least margin in the run.

    `margins` has shape ``(samples,)``, with more samples than steps. Takes O(n log steps).
    """
    length, size, least = steps + 1, 1, margins
    while 2 * size <= length:  # least[i] is that of the `size` samples from i on
        least = np.minimum(least[:-size], least[size:])
        size *= 2
    least = np.minimum(least[: len(margins) - steps], least[length - size :])
    first = int(least.argmax())
    at = first + int(margins[first : first + length].argmin())
    return Attained(float(margins[at]), at, run=(first, first + steps))


def until(margins: Floats, awaited: Floats) -> Attained:
    """Give the greatest, over all samples, of what is awaited there and all margins before.

    Both have shape ``(samples,)``. Takes O(n).
    """
    before = np.concatenate([[np.inf], np.minimum.accumulate(margins)[:-1]])
    place = int(np.minimum(before, awaited).argmax())
    if awaited[place] <= before[place]:
        return Attained(float(awaited[place]), place, awaited=True)
    at = int(margins[:place].argmin())
    return Attained(float(margins[at]), at)


def evaluate(
    constraint: Constraint,
    observations: tuple[Observation, ...],
    guard: float = DEFAULT_GUARD,
) -> Finding:
    """Hold a temporal constraint against what was measured over time.

    Parameters
    ----------
    constraint
        One with `over`.
    observations
        Their order does not matter. Of several that measured the series, one that decides stands;
        where two decide it differently, none does. What a vision model tells is no series.
    guard
        Guard factor k.

    Returns
    -------
    Finding
        `margin` is that of the sample at which the deciding bound is attained, in its unit;
        `frames` says where that is. Where u is the same at all frames, it is the robustness.
    """
    found = _found(constraint, observations, guard)
    if isinstance(found, Finding):
        return found
    return Finding(
        constraint_id=constraint.constraint_id,
        source=EvidenceSource.MEASUREMENT,
        status=FindingStatus.UNEVALUABLE,
        because=found.detail,
    )


def missing(
    constraints: Iterable[Constraint], observations: tuple[Observation, ...], guard: float
) -> tuple[Abstention, ...]:
    """Say why the required temporal constraints that cannot be evaluated cannot be."""
    asked = (c for c in constraints if c.required and c.over is not None)
    found = (_found(c, observations, guard) for c in asked)
    return tuple(item for item in found if isinstance(item, Abstention))


def _found(
    constraint: Constraint, observations: tuple[Observation, ...], guard: float
) -> Finding | Abstention:
    seen = sorted(
        (o for o in observations if not o.by_model),
        key=lambda o: (o.availability in _SILENT, o.observation_id),
    )
    results = [_look(constraint, o, guard) for o in seen]
    findings = [r for r in results if isinstance(r, Finding)]
    said = {f.status for f in findings}
    name = constraint.quantity or ""
    if said >= {FindingStatus.SATISFIED, FindingStatus.VIOLATED}:
        detail = f"two observers measure {name} differently"
        return Abstention(name=name, reason=AbstentionReason.NOT_MEASURABLE, detail=detail)
    decided = [f for f in findings if f.status is not FindingStatus.UNDECIDED]
    if findings:
        return (decided or findings)[0]
    open_ = [r for r in results if isinstance(r, Abstention)]
    known = [a for a in open_ if a.reason is not AbstentionReason.NOT_MEASURABLE]
    nothing = Abstention(name=name, reason=AbstentionReason.NO_FILM, detail=_no_series(name))
    return (known or open_ or [nothing])[0]


class _Open(Exception):  # noqa: N818  (an abstention on its way, not an error)
    def __init__(self, reason: AbstentionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def _no_series(name: str) -> str:
    return f"no measured series is named {name}"


@dataclass(frozen=True)
class _Trace:
    """Margins of one condition at the frames of a window, NaN at gaps; arrays ``(frames,)``."""

    condition: Condition
    values: Floats
    margins: Floats
    bands: Floats
    uncertainties: Floats

    def bound(self, sign: float, *, guarded: bool = True) -> Floats:
        """Give what the margin is at least (sign -1) or at most (+1) at every frame.

        A margin of exactly zero, known exactly, satisfies, as it does in a constraint.
        """
        bands = self.bands if guarded else np.zeros_like(self.bands)
        met = (self.margins == 0.0) & (bands == 0.0)
        bound = np.where(met, _SMALLEST, self.margins + sign * bands)
        return np.where(np.isnan(self.margins), sign * np.inf, bound)


@dataclass(frozen=True)
class _Window:
    """The frames of a film that lie in a window: `first` to `last`, both included."""

    film: Sampling
    first: int
    last: int

    def at_s(self, sample: int) -> float:
        """Give when a sample was taken, in seconds of life."""
        return (self.first + sample) * self.film.pace / self.film.frame_rate_hz

    def steps(self, seconds: float) -> int:
        """Give how many frames on from one so much time has passed."""
        return math.ceil(seconds * self.film.frame_rate_hz / self.film.pace - _ROUNDING)


def _look(constraint: Constraint, seen: Observation, guard: float) -> Finding | Abstention:
    over, name = constraint.over, constraint.quantity
    if (
        over is None
        or name is None
        or constraint.threshold is None
        or constraint.comparison is None
    ):
        raise ValueError(f"{constraint.constraint_id} is not about time")
    condition = Condition(
        quantity=name,
        comparison=constraint.comparison,
        threshold=constraint.threshold,
        tolerance=constraint.tolerance,
    )
    conditions = [condition] if over.until is None else [condition, over.until]
    try:
        series = [_series(seen, c) for c in conditions]
        window = _window(over, series)
        traces = [_trace(c, s, window, guard) for c, s in zip(conditions, series, strict=True)]
        status, attained = _decide(over, traces, window)
    except _Open as reason:
        return Abstention(name=name, reason=reason.reason, detail=reason.detail)
    trace = traces[1] if attained.awaited else traces[0]
    first, last = attained.run or (attained.at, attained.at)
    unit = constraint.threshold.unit
    value, u = float(trace.values[attained.at]), float(trace.uncertainties[attained.at])
    return Finding(
        constraint_id=constraint.constraint_id,
        source=EvidenceSource.MEASUREMENT,
        status=status,
        margin=Quantity(value=float(trace.margins[attained.at]), unit=unit, uncertainty=u),
        evidence_ids=tuple(dict.fromkeys(seen.series_id(c.quantity) for c in conditions)),
        because=_words(over, conditions, status)
        + _where(over, trace.condition, Quantity(value=value, unit=unit, uncertainty=u))
        + f" at {window.at_s(attained.at):.4g} s",
        frames=FrameRange(first=window.first + first, last=window.first + last),
    )


def _series(seen: Observation, condition: Condition) -> TimeSeries:
    found = next((s for s in seen.series if s.name == condition.quantity), None)
    if found is None and seen.availability in _SILENT and seen.abstentions:
        told = min(seen.abstentions, key=lambda a: (a.reason, a.detail))
        raise _Open(told.reason, told.detail)
    if found is None:
        raise _Open(AbstentionReason.NOT_MEASURABLE, _no_series(condition.quantity))
    if found.unit is not condition.threshold.unit:
        why = f"{found.name} is measured in {found.unit}, not in {condition.threshold.unit}"
        raise _Open(AbstentionReason.SCALE_UNKNOWN, why)
    return found


def _window(over: Temporal, series: list[TimeSeries]) -> _Window:
    """Give the frames of the window; refuse one that is not all on the film."""
    films = {s.sampling for s in series}
    film = films.pop()
    if film is None or films:
        why = f"on which frames {series[0].name} was looked for is not known: it may have gaps"
        raise _Open(AbstentionReason.FRAME_RATE_UNKNOWN, why)
    rate_hz = film.frame_rate_hz / film.pace  # frames a second of life
    if over.to_s * rate_hz > film.frame_count + _ROUNDING:
        lasts = f"{film.frame_count / rate_hz:.4g} s"
        why = f"asked is of {over.from_s:g} to {over.to_s:g} s, and the film lasts {lasts}"
        raise _Open(AbstentionReason.FILM_TOO_SHORT, why)
    first = math.ceil(over.from_s * rate_hz - _ROUNDING)
    last = min(math.floor(over.to_s * rate_hz + _ROUNDING), film.frame_count - 1)
    window = _Window(film, first, last)
    if last < first or (over.hold_s is not None and window.steps(over.hold_s) > last - first):
        why = f"too few frames lie between {over.from_s:g} and {over.to_s:g} s"
        raise _Open(AbstentionReason.TOO_FEW_SAMPLES, why)
    return window


def _trace(condition: Condition, series: TimeSeries, window: _Window, guard: float) -> _Trace:
    """Lay the samples that count on the frames of the window."""
    frames = np.array(series.frames, dtype=np.int64)
    counts = (frames >= max(window.first, window.film.imposed_frames)) & (frames <= window.last)
    places = frames[counts] - window.first
    values, u = (np.full(window.last - window.first + 1, np.nan) for _ in range(2))
    values[places] = np.array(series.values)[counts]
    u[places] = np.hypot(np.array(series.uncertainties)[counts], condition.threshold.uncertainty)
    margins = margin(condition.comparison, condition.threshold, condition.tolerance, values)
    return _Trace(condition, values, margins, guard * u, u)


def _decide(
    over: Temporal, traces: list[_Trace], window: _Window
) -> tuple[FindingStatus, Attained]:
    least, most = _bounds(over, traces, window, guarded=True)
    if least.value > 0.0:
        return FindingStatus.SATISFIED, least
    if most.value < 0.0:
        return FindingStatus.VIOLATED, most
    # Were everything known exactly, would it still be open? Then it is what was not seen.
    low, high = _bounds(over, traces, window, guarded=False)
    if low.value > 0.0 or high.value < 0.0:
        return FindingStatus.UNDECIDED, least if math.isfinite(least.value) else most
    gaps = np.flatnonzero(np.logical_or.reduce([np.isnan(t.margins) for t in traces]))
    name, first = traces[0].condition.quantity, int(gaps[0])
    why = (
        f"{name} has no sample at {len(gaps)} of {window.last - window.first + 1} frames between "
        f"{over.from_s:g} and {over.to_s:g} s, the first at {window.at_s(first):.4g} s"
    )
    imposed = bool(gaps[-1] + window.first < window.film.imposed_frames)
    raise _Open(AbstentionReason.FRAMES_IMPOSED if imposed else AbstentionReason.TRACK_LOST, why)


def _bounds(
    over: Temporal, traces: list[_Trace], window: _Window, *, guarded: bool
) -> tuple[Attained, Attained]:
    """Give what the formula is worth at least, and at most."""
    low, high = ([t.bound(sign, guarded=guarded) for t in traces] for sign in (-1.0, 1.0))
    return _robustness(over, low, window), _robustness(over, high, window)


def _robustness(over: Temporal, bounds: list[Floats], window: _Window) -> Attained:
    match over.operator:
        case TemporalOperator.ALWAYS:
            return always(bounds[0])
        case TemporalOperator.EVENTUALLY:
            return eventually(bounds[0])
        case TemporalOperator.HOLD:
            return hold(bounds[0], window.steps(over.hold_s or 0.0))
        case TemporalOperator.UNTIL:
            return until(bounds[0], bounds[1])


_VERBS: Final = {
    FindingStatus.SATISFIED: ("stays", "is at some time", "stays"),
    FindingStatus.VIOLATED: ("does not stay", "is at no time", "never stays"),
    FindingStatus.UNDECIDED: ("may not stay", "may at no time be", "may never stay"),
}


def _words(over: Temporal, conditions: list[Condition], status: FindingStatus) -> str:
    """Say in words what was found, but for where: "box 3 tilt stays at most 5° from 0 to 2 s"."""
    always_, once, held = _VERBS[status]
    first = conditions[0]
    subject, limit = first.quantity.replace("_", " "), _limit(first)
    window = f"{over.from_s:g} to {over.to_s:g} s"
    match over.operator:
        case TemporalOperator.ALWAYS:
            return f"{subject} {always_} {limit} from {window}"
        case TemporalOperator.EVENTUALLY:
            return f"{subject} {once} {limit} from {window}"
        case TemporalOperator.HOLD:
            return f"{subject} {held} {limit} for {over.hold_s:g} s without break from {window}"
        case TemporalOperator.UNTIL:
            awaited = conditions[1]
            then = f"{awaited.quantity.replace('_', ' ')} is {_limit(awaited)}"
            return f"{subject} {always_} {limit} until {then}, from {window}"


def _limit(condition: Condition) -> str:
    match condition.comparison:
        case Comparison.AT_MOST:
            return f"at most {condition.threshold}"
        case Comparison.AT_LEAST:
            return f"at least {condition.threshold}"
        case Comparison.WITHIN:
            return f"within {condition.tolerance} of {condition.threshold}"


def _where(over: Temporal, condition: Condition, value: Quantity) -> str:
    name = condition.quantity.replace("_", " ")
    match over.operator:
        case TemporalOperator.ALWAYS | TemporalOperator.HOLD:
            return f": worst {value}"
        case TemporalOperator.EVENTUALLY:
            return f": best {value}"
        case TemporalOperator.UNTIL:
            return f": {name} is {value}"
