"""What standing, sliding and falling-over bodies show: angles, displacement, holding."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.flight import SIZE_FLOOR_PX
from storyworld.vision.kinematics import Arc, fit_arc, partition
from storyworld.vision.reading import CannotTell, Course, FilmReading, Measured
from storyworld.vision.supports import EDGE_FLOOR_PX, Side
from storyworld.vision.tracking import Form, Track

_START_FRAMES: Final = 3
_CORNER_FLOOR_PX: Final = 0.1  # of a moving body: a still edge is known twice as well
_LAST_S: Final = 0.2
_FALLEN_DEG: Final = 10.0
_DEPARTED_DEG: Final = 5.0
_DEPARTED_OF_WIDTH: Final = 0.1
_MOVES_PX: Final = 2.0
_MIN_MOTION: Final = 6


def surface_angle(reading: FilmReading, question: Question) -> Measured:
    """Angle of the subject's upper surface to the horizontal, degrees, 0 to 90."""
    name = question.subjects[0]
    if name in reading.tracks:
        track = reading.tracks[name]
        angles = _angles_deg(track)
        start = np.flatnonzero(np.isfinite(angles))[:_START_FRAMES]
        angle = abs(float(np.median(angles[start]))) % 180.0
        angle = min(angle, 180.0 - angle)
        method = "orientation from moments at the start"
        first, last = int(start[0]), int(start[-1])
        return Measured(angle, _tilt_u_deg(track), Unit.DEGREE, first, last, method)
    line = reading.support(name).surface()
    if line is None:
        raise CannotTell(
            AbstentionReason.NOT_MEASURABLE, f"the upper surface of {name} is not straight"
        )
    angle = math.degrees(math.atan(abs(line.slope)))
    u = math.degrees(line.slope_u / (1 + line.slope**2))
    return Measured(angle, u, Unit.DEGREE, 0, 0, "straight line through the upper edge")


def displacement(reading: FilmReading, question: Question) -> Measured:
    """Largest distance of a subject from where it started, m: the largest of all subjects."""

    def one(track: Track) -> Measured:
        frames, away = _away_smoothed_px(track)
        _whole_film(reading, track)
        place = int(away.argmax())
        value, u = reading.metres(float(away[place]), _away_u_px(track))
        where = int(frames[place])
        method = "largest distance from the first frame, smoothed over three"
        return Measured(value, u, Unit.METRE, int(frames[0]), where, method)

    return _worst(reading, question, one, lambda m: m.value)


def acceleration_along(reading: FilmReading, question: Question) -> Measured:
    """Acceleration along the direction of motion, m/s²; about zero for what does not move."""
    reading.trust_clock()
    track = reading.track(question.subjects[0])
    arc, moving = _motion(track)
    direction = _direction(arc) if moving else None
    if direction is None:
        bend = 2 * np.array([arc.x[2], arc.y[2]])
        u_px = 2 * math.sqrt(float(arc.x_cov[2, 2] + arc.y_cov[2, 2]))
        value, u = reading.metres(float(np.hypot(*bend)), u_px)
        method = "magnitude of the acceleration of a body that does not move"
    else:
        bend_px = 2 * float(direction @ np.array([arc.x[2], arc.y[2]]))
        variance = float(direction**2 @ np.array([arc.x_cov[2, 2], arc.y_cov[2, 2]]))
        value, u = reading.metres(bend_px, 2 * math.sqrt(variance))
        method = f"parabola through {arc.samples} frames along the direction of motion"
    return Measured(value, u, Unit.METRE_PER_SECOND_SQUARED, arc.first, arc.last, method)


def tilt(reading: FilmReading, question: Question) -> Measured:
    """Largest rotation from the initial orientation in the last 0.2 s, degrees, of all subjects.

    A subject that is lost leaves a lower bound, given only where another has fallen beyond doubt.
    """

    def one(track: Track) -> Measured:
        turned = _turned_deg(track)
        late = np.flatnonzero(track.times_s >= track.times_s[-1] - _LAST_S)
        late = late[np.isfinite(turned[late])]
        if len(late) == 0:
            raise CannotTell(_why_missing(track), f"{track.name} is not seen at the end")
        place = int(late[turned[late].argmax()])
        method = "orientation from moments at the end, against that at the start"
        return Measured(float(turned[place]), _tilt_u_deg(track), Unit.DEGREE, 0, place, method)

    found: list[Measured] = []
    lost: CannotTell | None = None
    for name in question.subjects:
        try:
            found.append(one(reading.track(name)))
        except CannotTell as reason:
            lost = reason
    worst = max(found, key=lambda m: m.value, default=None)
    if worst is None or (lost is not None and worst.value < _FALLEN_DEG):
        raise lost or CannotTell(AbstentionReason.NOT_VISIBLE, "none of the bodies is on the film")
    return worst


def top_height(reading: FilmReading, question: Question) -> Measured:
    """Height of the highest of the subjects' top points over the reference's top at the end, m."""
    level = (
        reading.support(question.reference).side_px(Side.TOP)
        if question.reference
        else _world_zero_px(reading)
    )

    def one(track: Track) -> Measured:
        late = np.flatnonzero(track.seen & (track.times_s >= track.times_s[-1] - _LAST_S))
        if len(late) == 0:
            raise CannotTell(_why_missing(track), f"{track.name} is not seen at the end")
        height = level - float(np.median(track.top_px()[late]))
        value, u = reading.metres(height, math.hypot(EDGE_FLOOR_PX, SIZE_FLOOR_PX))
        method = "median of the last 0.2 s above the surface"
        return Measured(value, u, Unit.METRE, int(late[0]), int(late[-1]), method)

    return _worst(reading, question, one, lambda m: m.value)


def hold_time(reading: FilmReading, question: Question) -> Measured:
    """Time until the first subject departs from its initial pose, s; the film's length if none.

    Departed is: turned by more than 5 degrees, or moved by more than a tenth of its width.
    """
    reading.trust_clock()
    return _worst(reading, question, lambda track: _held(reading, track), lambda m: -m.value)


def shift(reading: FilmReading, name: str) -> Course:
    """Give how far a body is from where it started, m, in each frame in which it is seen."""
    track = reading.track(name)
    frames, away_px = _away_smoothed_px(track)
    u_px = _away_u_px(track)
    values = [reading.metres(float(px), u_px) for px in away_px]
    return Course(f"{name}_shift", Unit.METRE, frames, *np.array(values).reshape(-1, 2).T)


def tilted(reading: FilmReading, name: str) -> Course:
    """Give how far a body is turned from its initial orientation, degrees, in each frame."""
    track = reading.track(name)
    angles = _turned_deg(track)
    frames = np.flatnonzero(np.isfinite(angles))
    u = np.full(len(frames), _tilt_u_deg(track))
    return Course(f"{name}_tilt", Unit.DEGREE, frames, angles[frames], u)


def scale_bar_length(reading: FilmReading, question: Question) -> Measured:
    """Length of the painted scale bar: pixels, or metres at the declared scale."""
    scale = reading.scale
    if scale.bar_px is None:
        raise CannotTell(AbstentionReason.NOT_VISIBLE, "there is no scale bar on the film")
    method = "distance of the bar's ends"
    if question.unit is Unit.PIXEL:
        return Measured(scale.bar_px, scale.bar_u_px, Unit.PIXEL, 0, 0, method)
    if scale.pixels_per_metre is None:
        raise CannotTell(AbstentionReason.SCALE_UNKNOWN, scale.why_not)
    # Not `metres`: its scale uncertainty was taken from this very length.
    value, u = scale.bar_px / scale.pixels_per_metre, scale.bar_u_px / scale.pixels_per_metre
    return Measured(value, u, Unit.METRE, 0, 0, f"{method} at the declared scale")


def _held(reading: FilmReading, track: Track) -> Measured:
    """Give when one body departs; refuse if it is lost before that can be told."""
    away = _away_px(track) / (2 * float(track.half_width_px(_start_angle(track))))
    measures = [away / _DEPARTED_OF_WIDTH]
    if track.form is Form.BOX:
        measures.append(_turned_deg(track) / _DEPARTED_DEG)
    departed = np.fmax.reduce(measures)  # 1 at the threshold
    frames = np.flatnonzero(np.isfinite(departed))
    gone = frames[departed[frames] > 1.0]
    frame_u_s = reading.frame_s / math.sqrt(12)
    if len(gone) == 0:
        _whole_film(reading, track)
        last = len(track.times_s) - 1
        length = float(track.times_s[last] - track.times_s[0])
        method = "it holds to the end of the film"
        return Measured(length, frame_u_s, Unit.SECOND, int(frames[0]), last, method)
    first = int(gone[0])
    before = frames[frames < first]
    if len(before) == 0:
        return Measured(0.0, frame_u_s, Unit.SECOND, first, first, "it departs at once")
    last = int(before[-1])
    share = (1.0 - departed[last]) / (departed[first] - departed[last])
    start, end = float(track.times_s[last]), float(track.times_s[first])
    at_s = start + float(share) * (end - start) - float(track.times_s[0])
    u = math.hypot(frame_u_s, (end - start) / math.sqrt(12))
    return Measured(at_s, u, Unit.SECOND, int(frames[0]), first, "when it departs from its pose")


def _worst(
    reading: FilmReading,
    question: Question,
    one: Callable[[Track], Measured],
    badness: Callable[[Measured], float],
) -> Measured:
    """Give the worst answer over the subjects; one that cannot tell silences the others.

    Except where the worst seen is a departure that ended sooner than any loss could have hidden.
    """
    found: list[Measured] = []
    lost: list[tuple[Track | None, CannotTell]] = []
    for name in question.subjects:
        track: Track | None = None
        try:
            track = reading.track(name)
            found.append(one(track))
        except CannotTell as reason:
            lost.append((track, reason))
    worst = max(found, key=badness, default=None)
    for gone, why in lost:
        seen_until = int(np.flatnonzero(gone.seen)[-1]) if gone is not None else -1
        sooner = worst is not None and worst.unit is Unit.SECOND and worst.last <= seen_until
        if not sooner:
            raise why
    if worst is None:
        raise CannotTell(AbstentionReason.NOT_VISIBLE, "none of the bodies is on the film")
    return worst


def _motion(track: Track) -> tuple[Arc, bool]:
    """Give the first arc on which a body moves, or else its whole track."""
    for arc in partition(track):
        if arc.samples < _MIN_MOTION:
            continue
        ends = np.array([arc.start_s, arc.end_s])
        if math.hypot(*(float(np.ptp(arc.at(c, ends))) for c in (arc.x, arc.y))) > _MOVES_PX:
            return arc, True
    whole = fit_arc(track, 0, len(track.x_px) - 1)
    if whole is None:
        raise CannotTell(
            AbstentionReason.TOO_FEW_SAMPLES, f"{track.name} is seen in too few frames"
        )
    return whole, False


def _direction(arc: Arc) -> NDArray[np.float64] | None:
    """Give the unit vector from the start to the end of an arc."""
    along = np.array([float(arc.at(c, arc.end_s) - arc.at(c, arc.start_s)) for c in (arc.x, arc.y)])
    length = float(np.hypot(*along))
    return along / length if length > 0 else None


def _away_px(track: Track) -> NDArray[np.float64]:
    """Give the distance from where the body is first seen, in each frame.

    From one sample, not a mean of several: a body already moving has left by the second.
    """
    start = int(np.flatnonzero(track.seen)[0])
    away = np.hypot(track.x_px - track.x_px[start], track.y_px - track.y_px[start])
    return np.asarray(away)


def _angles_deg(track: Track) -> NDArray[np.float64]:
    if track.form is not Form.BOX or not np.isfinite(track.angle_rad).any():
        raise CannotTell(
            AbstentionReason.NOT_MEASURABLE, f"{track.name} has no orientation that can be seen"
        )
    return np.degrees(track.angle_rad)


def _away_smoothed_px(track: Track) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Give the frames in which a body is seen, and how far away it is, smoothed over three."""
    frames = np.flatnonzero(track.seen)
    return frames, _smooth(_away_px(track)[frames])


def _away_u_px(track: Track) -> float:
    return math.sqrt(2) * math.hypot(track.floor_px, track.jitter_px)


def _start_angle(track: Track) -> float:
    if track.form is not Form.BOX:
        return 0.0
    angles = track.angle_rad[np.isfinite(track.angle_rad)]
    return float(angles[0]) if len(angles) else 0.0


def _turned_deg(track: Track) -> NDArray[np.float64]:
    """Give the rotation from the start in each frame, degrees, positive either way."""
    return np.abs(_angles_deg(track) - math.degrees(_start_angle(track)))


def _tilt_u_deg(track: Track) -> float:
    """Give the uncertainty of an orientation: both ends of the short side off, independently."""
    return math.degrees(math.sqrt(2) * _CORNER_FLOOR_PX / min(track.width_px, track.height_px))


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give running medians of three, so that one frame's noise is no displacement."""
    if len(values) < _START_FRAMES:
        return values
    padded = np.concatenate([values[:1], values, values[-1:]])
    return np.asarray(np.median(np.stack([padded[:-2], padded[1:-1], padded[2:]]), axis=0))


def _whole_film(reading: FilmReading, track: Track) -> None:
    """Refuse where a body is not seen to the end."""
    last = int(np.flatnonzero(track.seen)[-1])
    if last < len(reading.times_s) - 2:
        raise CannotTell(_why_missing(track), f"{track.name} is not seen to the end")


def _why_missing(track: Track) -> AbstentionReason:
    return AbstentionReason.OUT_OF_FRAME if track.cut.any() else AbstentionReason.TRACK_LOST


def _world_zero_px(reading: FilmReading) -> float:
    if reading.camera is None:
        raise CannotTell(AbstentionReason.SCALE_UNKNOWN, "nobody said where the ground is")
    return reading.camera.origin_y_px
