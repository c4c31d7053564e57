"""When bodies have arrived: from the start of their motion until they stand still."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.flight import explain_end, fall_time
from storyworld.vision.kinematics import Arc, propagated
from storyworld.vision.paces import moving_arcs
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Track

_STANDS_PX: Final = 1.0
_STANDS_FRAMES: Final = 3
_NEAR_REST_PX: Final = 0.75
_REST_FRAMES: Final = 1.5

Vector = NDArray[np.float64]


def travel_time(reading: FilmReading, question: Question) -> Measured:
    """Time from the start of a subject's motion until it stands still, s.

    With a reference, until it first touches that. A motion that is under way in the first frame
    starts there.

    Raises
    ------
    CannotTell
        EVENT_NOT_SEEN where it does not move, FILM_TOO_SHORT where it still moves as the film
        ends, OUT_OF_FRAME, TRACK_LOST.

    Notes
    -----
    It starts and stops where its path, of constant acceleration, is at rest, or where that meets
    the place where it rests.
    """
    if question.reference is not None:
        return fall_time(reading, question)
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    moving = moving_arcs(track)
    if not moving:
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, f"{track.name} does not move")
    begins, begins_u = _begins(reading, track, moving[0])
    ends, ends_u, place = _stops(reading, track, moving[-1])
    method = "from where it is at rest to where it is at rest again"
    u = math.hypot(begins_u, ends_u)
    return Measured(ends - begins, u, Unit.SECOND, moving[0].first, place, method)


def _begins(reading: FilmReading, track: Track, arc: Arc) -> tuple[float, float]:
    start = int(np.flatnonzero(track.seen)[0])
    along = _line(arc)
    values, covariance = along
    if abs(values[2]) > 3 * math.sqrt(covariance[2, 2]):
        at, u = propagated(lambda v: float(-v[1] / (2 * v[2])), values, covariance)
        at += arc.middle_s
        if abs(at - arc.start_s) <= max(_REST_FRAMES * reading.frame_s, 2 * u) and (
            float(values[2]) > 0 or arc.first > start
        ):
            return max(at, float(track.times_s[start])), u
    if arc.first <= start + 1:
        return float(track.times_s[start]), 0.0
    before = float(track.times_s[arc.first - 1])
    return (before + arc.start_s) / 2, (arc.start_s - before) / math.sqrt(12)


def _stops(reading: FilmReading, track: Track, arc: Arc) -> tuple[float, float, int]:
    """Give when an arc comes to rest, its uncertainty, and the first frame at rest."""
    rest = _rest_after(track, arc)
    if rest is None:
        explain_end(track)
        detail = f"{track.name} still moves as the film ends"
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, detail)
    values, covariance = _line(arc)
    direction = _way(arc)
    frames = np.flatnonzero(track.seen[rest:]) + rest
    place = np.array([float(np.median(v[frames])) for v in (track.x_px, track.y_px)])
    origin = np.array([float(arc.x[0]), float(arc.y[0])])
    rests = float(direction @ (place - origin))
    full = np.zeros((4, 4))
    full[:3, :3], full[3, 3] = covariance, track.floor_px**2
    spread = np.append(values, 0.0)
    bend = float(values[2])
    if bend < 0 and abs(bend) > 3 * math.sqrt(covariance[2, 2]):
        at, u = propagated(lambda v: float(-v[1] / (2 * v[2])), spread, full)
        top = float(values[0] - values[1] ** 2 / (4 * bend))
        if abs(top - rests) <= _NEAR_REST_PX:
            return arc.middle_s + at, u, rest
    at, u = propagated(lambda v: _meets(v, rests), spread, full)
    if math.isfinite(at) and arc.end_s - reading.frame_s <= arc.middle_s + at:
        at = min(arc.middle_s + at, float(track.times_s[rest]) + reading.frame_s)
        return at, u, rest
    first, last = float(track.times_s[arc.last]), float(track.times_s[rest])
    return (first + last) / 2, max(last - first, reading.frame_s) / math.sqrt(12), rest


def _meets(values: Vector, rests: float) -> float:
    """Give when an arc that goes forward is at a place, since its middle; NaN if never."""
    c, b, a = float(values[0]) - rests - float(values[3]), float(values[1]), float(values[2])
    inside = b * b - 4 * a * c
    if inside < 0:
        return math.nan
    # The root with positive velocity, without cancellation.
    root = math.sqrt(inside)
    if b > 0:
        return -2 * c / (b + root)
    return (root - b) / (2 * a) if a != 0 else math.nan


def _line(arc: Arc) -> tuple[Vector, Vector]:
    """Give an arc along the way it goes: coefficients and covariance, px."""
    way = _way(arc)
    origin = np.array([float(arc.x[0]), float(arc.y[0])])
    values = way[0] * arc.x + way[1] * arc.y
    values[0] -= float(way @ origin)
    return values, way[0] ** 2 * arc.x_cov + way[1] ** 2 * arc.y_cov


def _way(arc: Arc) -> Vector:
    """Give the unit vector from the start to the end of an arc."""
    there = np.array([float(arc.at(c, arc.end_s) - arc.at(c, arc.start_s)) for c in (arc.x, arc.y)])
    return np.asarray(there / (float(np.hypot(*there)) or 1.0))


def _rest_after(track: Track, arc: Arc) -> int | None:
    """Give the first frame from which on a body stands still after an arc."""
    frames = np.flatnonzero(track.seen)
    tail = frames[frames > arc.last]
    still = frames[-1]
    x, y = float(track.x_px[still]), float(track.y_px[still])
    away = np.hypot(track.x_px[tail] - x, track.y_px[tail] - y)
    near = away <= _STANDS_PX
    if len(tail) < _STANDS_FRAMES or not near[-_STANDS_FRAMES:].all():
        return None
    moved = np.flatnonzero(~near)
    first = int(moved[-1]) + 1 if len(moved) else 0
    return int(tail[first])
