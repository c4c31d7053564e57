"""What comes again: how long a swing takes, and how fast it passes its middle."""

import itertools
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.flight import explain_end
from storyworld.vision.kinematics import fitted
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Track

# Of the swing to one side: what goes this far beyond the middle has been on that side.
_ON_A_SIDE: Final = 0.2
# Within this a swing's middle is fitted: beyond it turns round.
_NEAR_THE_MIDDLE: Final = 0.5
_SWINGS_PX: Final = 3.0
_OF_JITTER: Final = 6.0
_LEAST_PASSAGES: Final = 3
_LEAST_SWINGS: Final = 1.5
_SHORT_BY: Final = 0.02
_LEAST_FRAMES: Final = 8.0
_AROUND: Final = 4
_MOST_UNEVEN: Final = 0.02
# What a cubic leaves of a sine: through four samples, in their angle to the fourth power; and of
# its slope at the middle, through many within half of the swing.
_FOUR_SAMPLES: Final = 9 / 384
_OF_SLOPE: Final = 0.002

Vector = NDArray[np.float64]


def period(reading: FilmReading, question: Question) -> Measured:
    """Period of a subject that swings to and fro, s. Needs no scale.

    Raises
    ------
    CannotTell
        EVENT_NOT_SEEN where it does not go to and fro, FILM_TOO_SHORT for less than one and a
        half swings, TOO_FEW_SAMPLES for fewer than eight frames a swing, TRACK_LOST or
        OUT_OF_FRAME where it is lost on the way, NOT_MEASURABLE where swings are not alike.

    Notes
    -----
    Its passages of the middle between the turning points, along the direction of the swing, are
    at ``t0 + k T / 2 + (-1)^k d``: d takes up a middle that is off. Each is the root of a cubic
    through the samples around it. The uncertainty is that of the fit, enlarged where passages
    scatter more than their own uncertainties say.

    References
    ----------
    JCGM 100:2008 section 5.1; remainder of the cubic through four even samples of a sine, W. H.
    Press et al., "Numerical Recipes", section 3.2.
    """
    swing = _swing(reading, question)
    if swing.scatter_s > _MOST_UNEVEN * swing.period_s:
        detail = f"the swings of {swing.track.name} are not alike"
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, detail)
    method = f"from {len(swing.passages)} passages of the middle"
    return Measured(swing.period_s, swing.period_u_s, Unit.SECOND, swing.first, swing.last, method)


def swing_speed(reading: FilmReading, question: Question) -> Measured:
    """Speed at which a subject that swings passes the middle of its swing, m/s.

    The mean over its passages: of a pendulum that loses nothing, its greatest speed.

    Raises
    ------
    CannotTell
        As :func:`period`; SCALE_UNKNOWN.
    """
    swing = _swing(reading, question)
    speeds = np.array([p.speed_px for p in swing.passages])
    u_px = float(np.mean([p.speed_u_px for p in swing.passages]))
    value, u = reading.metres(
        float(speeds.mean()), math.hypot(u_px, float(np.std(speeds)) / math.sqrt(len(speeds)))
    )
    method = f"slope at {len(speeds)} passages of the middle"
    return Measured(value, u, Unit.METRE_PER_SECOND, swing.first, swing.last, method)


@dataclass(frozen=True)
class _Passage:
    """When the middle of a swing is passed, how fast (px/s), and their standard uncertainties."""

    time_s: float
    u_s: float
    speed_px: float
    speed_u_px: float


@dataclass(frozen=True)
class _Swing:
    """A swing to and fro, from frame `first` to `last`.

    `scatter_s` is how far passages lie off evenness at most.
    """

    track: Track
    passages: tuple[_Passage, ...]
    period_s: float
    period_u_s: float
    scatter_s: float
    first: int
    last: int


def _swing(reading: FilmReading, question: Question) -> _Swing:
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    frames = np.flatnonzero(track.seen)
    if len(frames) < _LEAST_FRAMES:
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, f"{track.name} is seen too briefly")
    along, swing_px = _along(track, frames)
    if swing_px < max(_SWINGS_PX, _OF_JITTER * track.floor_px):
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, f"{track.name} does not swing")
    places = _passages(along, swing_px)
    if len(places) < _LEAST_PASSAGES:
        explain_end(track)
        if len(places) < _LEAST_PASSAGES - 1:
            detail = f"{track.name} does not come back"
            raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, detail)
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, _too_few(track))
    _without_gaps(track, frames[places[0] : places[-1] + 2])
    times = track.times_s[frames]
    usual_s = 2 * float(times[places[-1]] - times[places[0]]) / (len(places) - 1)
    if float(times[-1] - times[0]) < (_LEAST_SWINGS - _SHORT_BY) * usual_s:
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, _too_few(track))
    if usual_s < _LEAST_FRAMES * reading.frame_s:
        detail = f"a swing of {track.name} takes {usual_s / reading.frame_s:.1f} frames"
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)
    found = tuple(
        _passage(track, frames, along, place, swing_px, reading.frame_s) for place in places
    )
    evenness = _even(np.array([(p.time_s, p.u_s) for p in found]))
    first, last = int(frames[places[0]]), int(frames[places[-1] + 1])
    return _Swing(track, found, *evenness, first, last)


def _too_few(track: Track) -> str:
    return f"fewer than one and a half swings of {track.name} are seen"


def _along(track: Track, frames: NDArray[np.intp]) -> tuple[Vector, float]:
    """Give places along the direction of the swing, about its middle, and how far it goes, px."""
    points = np.stack([track.x_px[frames], track.y_px[frames]], axis=1)
    _, _, directions = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    along = points @ directions[0]
    low, high = float(along.min()), float(along.max())
    return np.asarray(along - (low + high) / 2), (high - low) / 2


def _passages(along: Vector, swing_px: float) -> list[int]:
    """Give the samples after which the middle is passed, from one side to the other."""
    sides = np.where(np.abs(along) > _ON_A_SIDE * swing_px, np.sign(along), 0.0)
    on = np.flatnonzero(sides)
    found = []
    for before, after in itertools.pairwise(on):
        if sides[before] == sides[after]:
            continue
        within = along[before : after + 1]
        found.append(int(before + np.flatnonzero(within[:-1] * within[1:] <= 0)[0]))
    return found


def _without_gaps(track: Track, frames: NDArray[np.intp]) -> None:
    if (np.diff(frames) > 2).any():
        reason = AbstentionReason.OUT_OF_FRAME if track.cut.any() else AbstentionReason.TRACK_LOST
        raise CannotTell(reason, f"{track.name} is lost while it swings")


def _passage(
    track: Track, frames: NDArray[np.intp], along: Vector, place: int, swing_px: float,
    frame_s: float,
) -> _Passage:  # fmt: skip
    """Give when and how fast the middle is passed after a sample."""
    half = _AROUND // 2
    first, last = max(0, place - half + 1), min(len(along) - 1, place + half)
    near = np.abs(along) <= _NEAR_THE_MIDDLE * swing_px
    while first > 0 and near[first - 1]:
        first -= 1
    while last < len(along) - 1 and near[last + 1]:
        last += 1
    chosen = slice(first, last + 1)
    times = track.times_s[frames[chosen]]
    share = along[place] / (along[place] - along[place + 1])
    middle = float(times[place - first] + share * (times[place - first + 1] - times[place - first]))
    degree = min(3, len(times) - 1)
    values, covariance = fitted(
        times - middle, frames[chosen], along[chosen], degree, track.floor_px
    )
    at, slope = 0.0, float(values[1])
    for _ in range(3):
        powers = at ** np.arange(degree + 1)
        slope = float((np.arange(1, degree + 1) * values[1:]) @ powers[:-1])
        at -= float(values @ powers) / slope
    powers = at ** np.arange(degree + 1)
    rates = np.append(0.0, np.arange(1, degree + 1) * powers[:-1])
    u = math.sqrt(float(powers @ covariance @ powers)) / abs(slope)
    # What a cubic through four samples leaves of a sine and of its slope, at worst.
    angle = abs(slope) / swing_px * frame_s
    left = _FOUR_SAMPLES * angle**4
    left_s = left * swing_px / abs(slope) * math.sin(min(angle, math.pi) / 2)
    slope_u = math.sqrt(float(rates @ covariance @ rates))
    return _Passage(
        time_s=middle + at,
        u_s=math.hypot(u, left_s),
        speed_px=abs(slope),
        speed_u_px=math.hypot(slope_u, max(left, _OF_SLOPE) * abs(slope)),
    )


def _even(found: Vector) -> tuple[float, float, float]:
    """Give the period of passages (times and uncertainties, shape ``(n, 2)``), its uncertainty.

    The third is how far passages scatter about evenness, s.
    """
    count = len(found)
    turn = np.arange(count)
    design = np.stack([np.ones(count), turn / 2, (-1.0) ** turn], axis=1)
    weighted = design / found[:, 1:]
    covariance = np.linalg.inv(weighted.T @ weighted)
    fit = covariance @ weighted.T @ (found[:, 0] / found[:, 1])
    off = found[:, 0] - design @ fit
    freedom = count - 3
    enlarged = 1.0
    if freedom > 0:
        enlarged = max(1.0, math.sqrt(float(((off / found[:, 1]) ** 2).sum()) / freedom))
    return float(fit[1]), enlarged * math.sqrt(float(covariance[1, 1])), float(np.abs(off).max())
