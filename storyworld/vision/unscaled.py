"""What a flight shows without a scale: whether one acceleration explains all of it.

Films of cameras have perspective: real falling balls show accelerations that differ by a third
from one half of the fall to the other. So these are tests of equivalence, with room.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.kinematics import Arc, fit_arc
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Track

_MIN_SAMPLES: Final = 8
_GAP_FRAMES: Final = 3
_AROUND: Final = 3
_KINK_SHARE: Final = 0.3
_SURE: Final = 6.0
_LEAST_PX: Final = 20.0
_BENDS: Final = 4.0


def acceleration_evenness(reading: FilmReading, question: Question) -> Measured:
    """Logarithm to base 2 of the acceleration in the later half by that in the earlier one.

    Along the direction of the acceleration over the whole of the longest smooth flight. Zero where
    it is constant; it needs neither a scale nor the true frame rate.

    Raises
    ------
    CannotTell
        TOO_FEW_SAMPLES, or EVENT_NOT_SEEN where nothing accelerates.
    """
    track = reading.track(question.subjects[0])
    whole = _longest(track)
    middle = (whole.first + whole.last) // 2
    halves = [fit_arc(track, whole.first, middle), fit_arc(track, middle, whole.last)]
    down = np.array([float(whole.x[2]), float(whole.y[2])])
    down = down / (float(np.hypot(*down)) or 1.0)
    bends = [_bend(half, down) for half in halves]
    if any(bend <= _BENDS * u for bend, u in bends):
        raise CannotTell(
            AbstentionReason.EVENT_NOT_SEEN, f"{track.name} does not accelerate enough to tell"
        )
    (early, early_u), (late, late_u) = bends
    u = math.hypot(early_u / early, late_u / late) / math.log(2)
    method = "later half by earlier half of the longest smooth flight"
    return Measured(math.log2(late / early), u, Unit.ONE, whole.first, whole.last, method)


def parabola_misfit(reading: FilmReading, question: Question) -> Measured:
    """How far the longest smooth flight lies off its best parabola, as a share of its length.

    Root mean square of the residuals, over the way from the first to the farthest sample.

    Raises
    ------
    CannotTell
        TOO_FEW_SAMPLES, or EVENT_NOT_SEEN where nothing flies far enough.
    """
    track = reading.track(question.subjects[0])
    whole = _longest(track)
    frames = track.frames(whole.first, whole.last)
    times = track.times_s[frames]
    x, y = track.x_px[frames], track.y_px[frames]
    off = np.hypot(x - whole.at(whole.x, times), y - whole.at(whole.y, times))
    length = float(np.hypot(x - x[0], y - y[0]).max())
    if length < _LEAST_PX:
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, f"{track.name} hardly moves")
    misfit = math.sqrt(float((off**2).mean()))
    u = max(track.floor_px, track.jitter_px) / length
    method = f"residuals of a parabola through {len(frames)} frames"
    return Measured(misfit / length, u, Unit.ONE, whole.first, whole.last, method)


def unevenness_px(track: Track) -> float:
    """Give half of what the accelerations of both halves of the longest flight differ by, px/s².

    What perspective makes of a constant acceleration, where nobody declared a camera that has none;
    zero where there is no such flight.
    """
    try:
        whole = _longest(track)
    except CannotTell:
        return 0.0
    middle = (whole.first + whole.last) // 2
    halves = [fit_arc(track, whole.first, middle), fit_arc(track, middle, whole.last)]
    bends = [2 * np.array([h.x[2], h.y[2]]) for h in halves if h is not None]
    return float(np.hypot(*(bends[1] - bends[0]))) / 2 if len(bends) == 2 else 0.0


def _longest(track: Track) -> Arc:
    """Give the longest stretch without a kink as one arc, whatever its acceleration does."""
    frames = np.flatnonzero(track.seen)
    cuts = np.flatnonzero(np.diff(frames) > _GAP_FRAMES) + 1
    pieces = [
        piece for run in np.split(frames, cuts) for piece in np.split(run, _kinks(track, run))
    ]
    fits = (fit_arc(track, int(p[0]), int(p[-1])) for p in pieces if len(p) >= _MIN_SAMPLES)
    arcs = [arc for arc in fits if arc is not None]
    if not arcs:
        raise CannotTell(
            AbstentionReason.TOO_FEW_SAMPLES, f"{track.name} flies smoothly for too few frames"
        )
    return max(arcs, key=lambda arc: _way(track, arc))


def _kinks(track: Track, frames: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give before which of the frames the velocity changes at once.

    Where steps differ far more than they do for some frames around, and by a good part of a step.
    """
    if len(frames) < _MIN_SAMPLES:
        return np.empty(0, dtype=np.int64)
    place = np.stack([track.x_px[frames], track.y_px[frames]])
    steps = np.diff(place, axis=1) / np.maximum(np.diff(frames), 1)
    bends = np.diff(steps, axis=1)
    padded = np.pad(bends, ((0, 0), (_AROUND, _AROUND)), mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _AROUND + 1, axis=1)
    off = np.hypot(*(bends - np.median(around, axis=2)))
    usual = float(np.median(off)) / 0.6745
    longest = np.maximum(np.hypot(*steps[:, :-1]), np.hypot(*steps[:, 1:]))
    kinked = np.flatnonzero(off > np.maximum(_SURE * usual, np.maximum(_KINK_SHARE * longest, 2.0)))
    return kinked + 1


def _way(track: Track, arc: Arc) -> float:
    span = slice(arc.first, arc.last + 1)
    return float(np.hypot(np.nanmax(track.x_px[span]) - np.nanmin(track.x_px[span]),
                          np.nanmax(track.y_px[span]) - np.nanmin(track.y_px[span])))  # fmt: skip


def _bend(arc: Arc | None, along: NDArray[np.float64]) -> tuple[float, float]:
    """Give the acceleration of an arc along a direction, and its uncertainty, px/s²."""
    if arc is None:
        return 0.0, 1.0
    value = 2 * float(along @ np.array([arc.x[2], arc.y[2]]))
    variance = float(along**2 @ np.array([arc.x_cov[2, 2], arc.y_cov[2, 2]]))
    return value, 2 * math.sqrt(variance)
