"""How fast bodies turn."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.kinematics import fitted
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Form, Track

_LEAST: Final = 6
# Of the frames: what is tried for an even turn, the longest first.
_PARTS: Final = (1.0, 0.75, 0.5, 0.35)
_SURE: Final = 3.0
_CORNER_PX: Final = 0.1
# Straight to this, in what an orientation may be off (and a hundredth of a turn's radian).
_OFF: Final = 4.0
_OFF_RAD: Final = 0.02
# Of the turn after which it looks the same: beyond half of it a turn looks like its contrary.
_MOST_A_FRAME: Final = 0.35


def angular_rate(reading: FilmReading, question: Question) -> Measured:
    """Rate at which a subject turns over its longest even turn, deg/s, counter-clockwise positive.

    Raises
    ------
    CannotTell
        NOT_MEASURABLE where its orientation is not seen or it does not turn evenly,
        TOO_FEW_SAMPLES where it turns too far from frame to frame to be followed.

    Notes
    -----
    An oblong looks the same after half a turn, a square after a quarter: what turns by nearly that
    from frame to frame seems to turn slowly, or back, and no film tells otherwise.
    """
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    frames = np.flatnonzero(np.isfinite(track.angle_rad))
    if track.form is not Form.BOX or len(frames) < _LEAST:
        detail = f"{track.name} has no orientation that can be seen"
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, detail)
    floor = _CORNER_PX / min(track.width_px, track.height_px)
    for part in _PARTS:
        count = max(_LEAST, round(part * len(frames)))
        for first in range(0, len(frames) - count + 1, max(1, count // 8)):
            found = _even_turn(track, frames[first : first + count], floor)
            if found is None:
                continue
            rate, u = found
            again = math.pi / (2 if track.width_px == track.height_px else 1)
            if abs(rate) * reading.frame_s > _MOST_A_FRAME * again:
                detail = f"{track.name} turns too far from one frame to the next"
                raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)
            method = f"slope of the orientation over {count} frames"
            last = int(frames[first + count - 1])
            return Measured(
                math.degrees(rate), math.degrees(u), Unit.DEGREE_PER_SECOND, int(frames[first]),
                last, method,
            )  # fmt: skip
    raise CannotTell(AbstentionReason.NOT_MEASURABLE, f"{track.name} does not turn evenly")


def _even_turn(track: Track, frames: NDArray[np.intp], floor: float) -> tuple[float, float] | None:
    """Give the rate over some frames (rad/s) and its uncertainty, if it turns evenly there."""
    times = track.times_s[frames]
    values = track.angle_rad[frames]
    since = times - float(times.mean())
    (_, _, bend), covariance = fitted(since, frames, values, 2, floor)
    if abs(bend) > _SURE * math.sqrt(float(covariance[2, 2])):
        return None
    fit, covariance = fitted(since, frames, values, 1, floor)
    if float(np.abs(values - fit[0] - fit[1] * since).max()) > _OFF * floor + _OFF_RAD:
        return None
    return float(fit[1]), math.sqrt(float(covariance[1, 1]))
