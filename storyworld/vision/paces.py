"""How fast bodies are in the end, and once their speed is steady."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.flight import explain_end
from storyworld.vision.kinematics import Arc, fit_arc, fitted, partition
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Track
from storyworld.vision.turns import Turn, turns

_MOVES_PX: Final = 3.0
_LEAST: Final = 6
# Of the last stretch: what is tried for a steady part, the longest first.
_PARTS: Final = (1.0, 0.75, 0.5, 0.35, 0.25)
# Speed may still change by this share over a part that is called steady, and has to be known so.
_STEADY: Final = 0.003
_KNOWN: Final = 0.01
# What goes no farther over it, there and back, is at rest.
_RESTS_PX: Final = 1.0
_SURE: Final = 2.0
# A change of velocity that no smooth motion makes from one stretch to the next.
_ABRUPT: Final = 0.3
_ABRUPT_U: Final = 5.0
_BENDS_U: Final = 2.5

Vector = NDArray[np.float64]


def steady_speed(reading: FilmReading, question: Question) -> Measured:
    """Speed of a subject over the last part of the film, once it is steady, m/s; 0 at rest.

    Raises
    ------
    CannotTell
        NOT_MEASURABLE while it still gains or loses speed, TOO_FEW_SAMPLES, OUT_OF_FRAME or
        TRACK_LOST where it is not seen to the end, SCALE_UNKNOWN.

    Notes
    -----
    Of the last stretch without a sudden change, the longest part (all of it to a quarter) over
    which speed changes by less than twice its uncertainty, or by three thousandths. What it may
    still change by is part of the uncertainty.
    """
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    if np.flatnonzero(track.seen)[-1] < len(track.times_s) - 2:
        explain_end(track)
    stretch = tuple(_smooth(track))[-1]
    few = True
    for part in _PARTS:
        first = stretch.last - math.ceil(part * (stretch.last - stretch.first))
        arc = fit_arc(track, first, stretch.last)
        if arc is None or arc.samples < _LEAST:
            break
        few = False
        velocity = np.array([arc.x[1], arc.y[1]])
        speed = float(np.hypot(*velocity))
        way = velocity / (speed or 1.0)
        lasts = 2 * (arc.end_s - arc.start_s)
        change = lasts * abs(float(way @ np.array([arc.x[2], arc.y[2]])))
        change_u = lasts * math.sqrt(_along(way, arc.x_cov[2, 2], arc.y_cov[2, 2]))
        rests = speed * lasts <= _RESTS_PX
        if change > max(_SURE * change_u, _STEADY * speed):
            continue
        if change_u > _KNOWN * speed and not rests:
            continue
        u_px = math.sqrt(_along(way, arc.x_cov[1, 1], arc.y_cov[1, 1]))
        value, u = reading.metres(speed, math.hypot(u_px, change))
        method = f"slope over the last {arc.samples} frames of steady motion"
        return Measured(value, u, Unit.METRE_PER_SECOND, arc.first, arc.last, method)
    if few:
        detail = f"{track.name} moves for too few frames in the end"
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)
    raise CannotTell(
        AbstentionReason.NOT_MEASURABLE, f"{track.name} is not steady yet as the film ends"
    )


def end_speed(reading: FilmReading, question: Question) -> Measured:
    """Speed of a subject as its motion ends at once, or else as the film ends, m/s.

    Of what gains speed all the way it is the greatest speed.

    Raises
    ------
    CannotTell
        EVENT_NOT_SEEN where it does not move, TOO_FEW_SAMPLES where it moves for too few frames
        in the end, OUT_OF_FRAME or TRACK_LOST where it is not seen to the end, SCALE_UNKNOWN.

    Notes
    -----
    That of the last arc of constant acceleration at its end; where a parabola does not explain
    the arc, that of a cubic.
    """
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    seen = np.flatnonzero(track.seen)
    if seen[-1] < len(track.times_s) - 2:
        explain_end(track)
    moving = moving_arcs(track)
    if not moving:
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, f"{track.name} does not move")
    arc = moving[-1]
    between = [t for t in turns(track) if t.earlier.last == arc.last]
    if arc.samples < _LEAST or (not between and arc.last < seen[-1]):
        detail = f"{track.name} moves for too few frames in the end"
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)
    at_s = between[0].time_s if between else arc.end_s
    speed, u_px = _at(track, np.arange(arc.first, arc.last + 1), at_s)
    value, u = reading.metres(speed, u_px)
    method = f"slope at the end of the last {arc.samples} frames of motion"
    return Measured(value, u, Unit.METRE_PER_SECOND, arc.first, arc.last, method)


def moving_arcs(track: Track) -> list[Arc]:
    """Give the stretches of constant acceleration on which a body moves, in order."""
    return [arc for arc in partition(track) if _extent_px(arc) > _MOVES_PX]


def _extent_px(arc: Arc) -> float:
    times = np.linspace(arc.start_s, arc.end_s, 9)
    return math.hypot(*(float(np.ptp(arc.at(c, times))) for c in (arc.x, arc.y)))


def _along(way: Vector, x: float, y: float) -> float:
    """Give the variance along a direction of two coordinates that err independently."""
    return float(way**2 @ np.array([x, y]))


@dataclass(frozen=True)
class _Stretch:
    """Samples between sudden changes of velocity, and when the first and last of these are."""

    first: int
    last: int
    begins_s: float
    ends_s: float


def _smooth(track: Track) -> Iterator[_Stretch]:
    seen = np.flatnonzero(track.seen)
    first, begins_s = int(seen[0]), float(track.times_s[seen[0]])
    for turn in turns(track):
        if _abrupt(turn):
            yield _Stretch(first, turn.earlier.last, begins_s, turn.time_s)
            first, begins_s = turn.later.first, turn.time_s
    yield _Stretch(first, int(seen[-1]), begins_s, float(track.times_s[seen[-1]]))


def _abrupt(turn: Turn) -> bool:
    fastest = float(max(np.hypot(*turn.before), np.hypot(*turn.after)))
    return turn.change > max(_ABRUPT * fastest, _ABRUPT_U * turn.u)


def _at(track: Track, frames: NDArray[np.intp], at_s: float) -> tuple[float, float]:
    """Give the speed at a moment, px/s, by a parabola, or a cubic where that says otherwise.

    What a motion that is no parabola may be off there, their difference, is part of the
    uncertainty.
    """
    frames = frames[track.seen[frames]]
    plain, bent = _speed_of(track, frames, at_s, 2), _speed_of(track, frames, at_s, 3)
    differ = math.sqrt(max(bent[1] ** 2 - plain[1] ** 2, 0.0))
    speed, u = bent if abs(bent[0] - plain[0]) > _BENDS_U * differ else plain
    return speed, math.hypot(u, bent[0] - plain[0])


def _speed_of(
    track: Track, frames: NDArray[np.intp], at_s: float, degree: int
) -> tuple[float, float]:
    """Give the speed at a moment by polynomials through some frames, with uncertainty, px/s."""
    times = track.times_s[frames]
    middle = float(times.mean())
    powers = np.arange(1, degree + 1)
    slope = np.append(0.0, powers * (at_s - middle) ** (powers - 1))
    velocity, variance = [], []
    for values in (track.x_px[frames], track.y_px[frames]):
        fit, covariance = fitted(times - middle, frames, values, degree, track.floor_px)
        velocity.append(float(slope @ fit))
        variance.append(float(slope @ covariance @ slope))
    speed = math.hypot(*velocity)
    if speed == 0.0:
        return 0.0, math.sqrt(max(variance))
    return speed, math.sqrt(_along(np.array(velocity) / speed, *variance))
