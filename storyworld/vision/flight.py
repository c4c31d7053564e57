"""What bodies in flight show: fall time, speeds, accelerations, clearances, distances.

All of them rest on the flight: the first arc of constant acceleration on which the body touches
nothing (:mod:`storyworld.vision.kinematics`). Where a body meets a surface, the arc is followed
to the surface's measured edge, between frames.
"""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.contacts import TOUCHING_PX, first_touch
from storyworld.vision.kinematics import Arc, fit_arc, partition, propagated
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.supports import EDGE_FLOOR_PX, Side, Support
from storyworld.vision.tracking import Track
from storyworld.vision.turns import gap_there, place_at, turns
from storyworld.vision.unscaled import unevenness_px

_MIN_FLIGHT: Final = 5
_FREE_SHARE: Final = 0.6
_MOVES_PX: Final = 3.0
# An outline is its area's: half of a diameter's bias by colour smear.
SIZE_FLOOR_PX: Final = 0.1
SURFACE_U_PX: Final = math.hypot(EDGE_FLOOR_PX, SIZE_FLOOR_PX)
_REST_FRAMES: Final = 1.5
_FINE: Final = 2000
# Two flights that meet this near to a surface have met it, if velocity changes by so much.
MEETS_PX: Final = 1.5
BOUNCES_PX: Final = 20.0


def fall_time(reading: FilmReading, question: Question) -> Measured:
    """Time from release to first contact of the subject with the reference, seconds."""
    reading.trust_clock()
    track, support = _pair(reading, question)
    arc = flight(reading, track)
    apart, together = _touch(reading, track, support)
    contact = _contact(reading, arc, track, support, (apart, together))
    frame_s = reading.frame_s
    vertex_s = _vertex_s(arc)
    if vertex_s is not None and abs(vertex_s - arc.start_s) <= _REST_FRAMES * frame_s:
        if contact.on_arc:

            def duration(values: NDArray[np.float64]) -> float:
                return contact.seconds(values) - float(-values[1] / (2 * values[2]))

            value, u = propagated(duration, *contact.coefficients)
        else:
            rest, rest_u = propagated(lambda c: arc.middle_s - c[1] / (2 * c[2]), arc.y, arc.y_cov)
            value, u = contact.time_s - rest, math.hypot(contact.u_s, rest_u)
        method = "from the vertex of the first free arc to contact"
    else:
        value, u = contact.time_s - float(reading.times_s[0]), contact.u_s
        method = "from the first frame, already moving, to contact"
    return Measured(value, u, Unit.SECOND, arc.first, together, f"{method}, {contact.method}")


def impact_speed(reading: FilmReading, question: Question) -> Measured:
    """Speed of the subject when it first touches the reference, m/s."""
    reading.trust_clock()
    track, support = _pair(reading, question)
    arc = flight(reading, track)
    apart, together = _touch(reading, track, support)
    contact = _contact(reading, arc, track, support, (apart, together))
    since = contact.time_s - arc.middle_s

    def downward(values: NDArray[np.float64]) -> float:
        at = contact.seconds(values) if contact.on_arc else since
        return float(values[1] + 2 * values[2] * at)

    down, down_u = propagated(downward, *contact.coefficients)
    slope = np.array([0.0, 1.0, 2 * since])
    across, across_u = float(slope @ arc.x), math.sqrt(float(slope @ arc.x_cov @ slope))
    speed = math.hypot(down, across)
    u_px = math.hypot(down * down_u, across * across_u) / speed if speed > 0 else down_u
    if not contact.on_arc:
        u_px = math.hypot(u_px, 2 * abs(float(arc.y[2])) * contact.u_s)
    value, u = reading.metres(speed, u_px)
    method = f"velocity of the arc at contact, {contact.method}"
    return Measured(value, u, Unit.METRE_PER_SECOND, arc.first, together, method)


def vertical_acceleration(reading: FilmReading, question: Question) -> Measured:
    """Downward acceleration of the subject in flight, m/s²."""
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    arc = flight(reading, track)
    u_px = 2 * math.sqrt(float(arc.y_cov[2, 2]))
    if not reading.declared:
        u_px = math.hypot(u_px, unevenness_px(track))
    value, u = reading.metres(2 * float(arc.y[2]), u_px)
    method = f"parabola through {arc.samples} frames of free flight"
    return Measured(value, u, Unit.METRE_PER_SECOND_SQUARED, arc.first, arc.last, method)


def horizontal_velocity(reading: FilmReading, question: Question) -> Measured:
    """Mean horizontal velocity of the subject in flight, to the right positive, m/s."""
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    arc = flight(reading, track)
    value, u = reading.metres(float(arc.x[1]), math.sqrt(float(arc.x_cov[1, 1])))
    method = f"slope over {arc.samples} frames of free flight"
    return Measured(value, u, Unit.METRE_PER_SECOND, arc.first, arc.last, method)


def clearance_above(reading: FilmReading, question: Question) -> Measured:
    """Least height of the subject's lowest point above the reference's top, m.

    While the subject passes over the reference; where it meets the side, the height at which it
    does (negative); where it came down short of it, the height at the nearest approach.
    """
    track, support = _pair(reading, question)
    top, left, right = (support.side_px(side) for side in (Side.TOP, Side.LEFT, Side.RIGHT))
    touch = first_touch(reading.gaps(track, support))
    arc = flight(reading, track)
    half_height, half_width = halves(track, arc)
    end_s = arc.end_s + _REST_FRAMES * reading.frame_s if touch else arc.end_s
    times = np.linspace(arc.start_s, end_s, _FINE)
    x = arc.at(arc.x, times)
    over = (x + half_width >= left) & (x - half_width <= right)
    heights = top - (arc.at(arc.y, times) + half_height)
    if over.any():
        entered = int(over.argmax())
        if touch and heights[entered] < 0:
            moment, method = entered, "height on the arc where the subject meets the side"
        else:
            if over[-1] and not touch:
                explain_end(track, arc)
            moment = int(np.flatnonzero(over)[heights[over].argmin()])
            method = "least height on the arc while passing over"
        u_px = height_u_px(arc, float(times[moment]))
        value, u = reading.metres(float(heights[moment]), u_px)
        return Measured(value, u, Unit.METRE, arc.first, arc.last, method)
    return _short_of(reading, track, support, top)


def landing_distance(reading: FilmReading, question: Question) -> Measured:
    """Horizontal distance from the start to where the lowest point is back at the level, m.

    The level is the reference's top, or without a reference that of the start.
    """
    track = reading.track(question.subjects[0])
    arc = flight(reading, track)
    half_height, _ = halves(track, arc)
    start = int(np.flatnonzero(track.seen)[0])
    level = (
        reading.support(question.reference).side_px(Side.TOP)
        if question.reference
        else float(track.bottom_px()[start])
    )

    def seconds(values: NDArray[np.float64]) -> float:
        return _descends_at(values[:3], level - half_height + values[3])

    coefficients = _with_offset(arc)
    since, since_u = propagated(seconds, *coefficients)
    at_s = arc.middle_s + since
    if not math.isfinite(since) or at_s > arc.end_s + _REST_FRAMES * reading.frame_s:
        explain_end(track, arc)
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, "it does not come back to that level")
    powers = np.array([1.0, since, since**2])
    x_u = math.sqrt(float(powers @ arc.x_cov @ powers))
    x_u = math.hypot(x_u, since_u * abs(arc.speed(arc.x, at_s)), EDGE_FLOOR_PX)
    value, u = reading.metres(abs(float(arc.at(arc.x, at_s)) - float(track.x_px[start])), x_u)
    method = "where the arc comes down through the level"
    return Measured(value, u, Unit.METRE, start, arc.last, method)


def apex_height(reading: FilmReading, question: Question) -> Measured:
    """Highest position of the subject's lowest point above the reference's top, m.

    Without a reference, above where it started.
    """
    track = reading.track(question.subjects[0])
    arc = flight(reading, track)
    half_height, _ = halves(track, arc)
    level = (
        reading.support(question.reference).side_px(Side.TOP)
        if question.reference
        else float(track.bottom_px()[np.flatnonzero(track.seen)[0]])
    )
    vertex_s = _vertex_s(arc)
    if vertex_s is None or float(arc.y[2]) < 0:
        vertex_s = arc.start_s if arc.speed(arc.y, arc.start_s) > 0 else arc.end_s
    elif vertex_s > arc.end_s + reading.frame_s:
        explain_end(track, arc)
    at_s = min(max(vertex_s, arc.start_s), arc.end_s)
    height = level - (float(arc.at(arc.y, at_s)) + half_height)
    value, u = reading.metres(height, height_u_px(arc, at_s))
    return Measured(value, u, Unit.METRE, arc.first, arc.last, "vertex of the arc of free flight")


def flight(reading: FilmReading, track: Track) -> Arc:
    """Give the first free arc: the first that moves, or else the first at all.

    Raises
    ------
    CannotTell
        OUT_OF_FRAME, TOO_FEW_SAMPLES, or EVENT_NOT_SEEN where the body never flies.
    """
    free = reading.nearest_gap(track) > TOUCHING_PX
    candidates = []
    for arc in partition(track):
        inside = free[arc.first : arc.last + 1]
        if inside.mean() < _FREE_SHARE:
            continue
        chosen = np.flatnonzero(inside) + arc.first
        trimmed = fit_arc(track, int(chosen[0]), int(chosen[-1]))
        if trimmed is not None and trimmed.samples >= _MIN_FLIGHT:
            candidates.append(trimmed)
    if not candidates:
        if track.cut.any():
            raise CannotTell(AbstentionReason.OUT_OF_FRAME, f"{track.name} leaves the picture")
        if track.seen.sum() >= _MIN_FLIGHT and not free.any():
            raise CannotTell(
                AbstentionReason.EVENT_NOT_SEEN, f"{track.name} is never in free flight"
            )
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, f"{track.name} flies for too few frames")
    return next((arc for arc in candidates if _extent_px(arc) > _MOVES_PX), candidates[0])


class _Contact:
    """When an arc meets a level surface: a formula of the arc where it does, or a bracket."""

    def __init__(
        self, arc: Arc, level_px: float, bracket_s: tuple[float, float], frame_s: float
    ) -> None:
        self._level_px = level_px
        self.coefficients = _with_offset(arc)
        values, covariance = self.coefficients
        since, u = propagated(self.seconds, values, covariance)
        before, after = bracket_s
        at_s = arc.middle_s + since
        self.on_arc = math.isfinite(since) and before - frame_s <= at_s <= after + frame_s
        if self.on_arc:
            self.time_s, self.u_s = at_s, u
            self.method = "where the arc meets the surface"
        else:
            self.time_s, self.u_s = (before + after) / 2, (after - before) / math.sqrt(12)
            self.method = "halfway between the last frame apart and the first together"

    def seconds(self, values: NDArray[np.float64]) -> float:
        """Give the time of contact since the arc's middle."""
        return _descends_at(values[:3], self._level_px + values[3])


def _contact(
    reading: FilmReading,
    arc: Arc,
    track: Track,
    support: Support,
    touch: tuple[int, int],
) -> _Contact:
    half_height, half_width = halves(track, arc)
    apart, together = touch
    x = float(track.x_px[together])
    level = support.level_px(x - half_width, x + half_width) - half_height
    bracket = float(reading.times_s[apart]), float(reading.times_s[together])
    return _Contact(arc, level, bracket, reading.frame_s)


def _pair(reading: FilmReading, question: Question) -> tuple[Track, Support]:
    if question.reference is None:
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, "the question names no reference body")
    return reading.track(question.subjects[0]), reading.support(question.reference)


def _touch(reading: FilmReading, track: Track, support: Support) -> tuple[int, int]:
    """Give the last frame apart and the first together, or those beside a bounce between them."""
    touch = first_touch(reading.gaps(track, support))
    for turn in turns(track):
        if touch is not None and turn.earlier.last >= touch[0]:
            break
        _, angle = place_at(track, turn.time_s)
        gap = gap_there(track, turn.at_px, angle, support)
        if gap <= MEETS_PX and turn.change > BOUNCES_PX and reading.gaps(track, support)[0] > 0:
            return turn.earlier.last, turn.later.first
    if touch is None:
        explain_end(track)
        raise CannotTell(
            AbstentionReason.EVENT_NOT_SEEN, f"{track.name} never comes to touch {support.name}"
        )
    return touch


def explain_end(track: Track, arc: Arc | None = None) -> None:
    """Refuse with the reason, if the body left the picture, was lost, or the film ended."""
    seen = np.flatnonzero(track.seen)
    last = int(seen[-1])
    count = len(track.times_s)
    if track.cut[last + 1 :].any():
        raise CannotTell(AbstentionReason.OUT_OF_FRAME, f"{track.name} leaves the picture")
    if last < count - 1:
        raise CannotTell(AbstentionReason.TRACK_LOST, f"{track.name} is lost on the way")
    tail = seen[-4:]
    moved = math.hypot(*(float(np.ptp(v[tail])) for v in (track.x_px, track.y_px)))
    if moved > 1.0 and (arc is None or arc.last >= last - 1):
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, f"the film ends while {track.name} flies")


def _short_of(reading: FilmReading, track: Track, support: Support, top_px: float) -> Measured:
    """Answer a clearance for a body that never was above the reference."""
    touched = first_touch(reading.nearest_gap(track))
    if touched is None:
        explain_end(track)
        raise CannotTell(
            AbstentionReason.EVENT_NOT_SEEN, f"{track.name} never comes near {support.name}"
        )
    half_width = track.half_width_px(np.nan_to_num(track.angle_rad))
    left, right = support.side_px(Side.LEFT), support.side_px(Side.RIGHT)
    away = np.maximum(left - track.x_px - half_width, track.x_px - half_width - right)
    frame = int(np.nanargmin(away))
    if frame == int(np.flatnonzero(track.seen)[-1]) and away[frame] > TOUCHING_PX:
        explain_end(track)
    height = top_px - float(track.bottom_px()[frame])
    value, u = reading.metres(height, SURFACE_U_PX)
    return Measured(
        value, u, Unit.METRE, touched[0], frame, "it came down short: height at nearest approach"
    )


def halves(track: Track, arc: Arc) -> tuple[float, float]:
    """Give half the height and half the width of a body at the end of an arc."""
    angle = 0.0
    if np.isfinite(track.angle_rad).any():
        angles = track.angle_rad[arc.first : arc.last + 1]
        angle = float(angles[np.isfinite(angles)][-1])
    return float(track.half_height_px(angle)), float(track.half_width_px(angle))


def height_u_px(arc: Arc, time_s: float) -> float:
    """Give the uncertainty of a height on an arc above an edge at a time."""
    since = time_s - arc.middle_s
    powers = np.array([1.0, since, since**2])
    on_arc = math.sqrt(float(powers @ arc.y_cov @ powers))
    across = abs(arc.speed(arc.x, time_s))
    # The upright edge may lie a little to the side, where the arc is higher or lower.
    aside = abs(arc.speed(arc.y, time_s)) / across * EDGE_FLOOR_PX if across > 1.0 else 0.0
    return math.hypot(on_arc, aside, SURFACE_U_PX)


def _extent_px(arc: Arc) -> float:
    times = np.linspace(arc.start_s, arc.end_s, 9)
    return math.hypot(*(float(np.ptp(arc.at(c, times))) for c in (arc.x, arc.y)))


def _vertex_s(arc: Arc) -> float | None:
    """Give when the vertical velocity of an arc is zero, if the arc bends at all."""
    bend = float(arc.y[2])
    if abs(bend) <= 3 * math.sqrt(float(arc.y_cov[2, 2])):
        return None
    return arc.middle_s - float(arc.y[1]) / (2 * bend)


def _with_offset(arc: Arc) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give vertical coefficients and an offset of the surface (zero), with their covariance."""
    covariance = np.zeros((4, 4))
    covariance[:3, :3] = arc.y_cov
    covariance[3, 3] = SURFACE_U_PX**2
    return np.append(arc.y, 0.0), covariance


def _descends_at(coefficients: NDArray[np.float64], level_px: float) -> float:
    """Give when a parabola (y down) comes down through a level, NaN if it never does.

    The root with positive velocity, in the form without cancellation.
    """
    c = float(coefficients[0]) - level_px
    b, a = float(coefficients[1]), float(coefficients[2])
    inside = b * b - 4 * a * c
    if inside <= 0:
        return math.nan
    speed = math.sqrt(inside)
    return -2 * c / (b + speed) if b > 0 or a == 0 else (speed - b) / (2 * a)
