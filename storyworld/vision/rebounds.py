"""What is left of a fall after a bounce: how high and how fast a body comes back."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.flight import BOUNCES_PX, MEETS_PX, SURFACE_U_PX, explain_end, halves
from storyworld.vision.kinematics import Arc, propagated
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.supports import Support
from storyworld.vision.tracking import Track
from storyworld.vision.turns import Turn, gap_there, place_at, turns

_LEVEL: Final = math.tan(math.radians(2.0))
_STAYS_FRAMES: Final = 4
_TOUCHING_PX: Final = 0.75

Vector = NDArray[np.float64]


def restitution(reading: FilmReading, question: Question) -> Measured:
    """Speed at which a subject leaves the reference by that at which it came, 1. Needs no scale.

    Raises
    ------
    CannotTell
        As :func:`rebound_height` but for the top of the flight; NOT_MEASURABLE where the surface
        is not level.

    Notes
    -----
    Both speeds are those of the arcs at one height, that of the surface (v² = v0² - 4 c2 (c0 - h)
    on an arc c0 + c1 t + c2 t²), so that the moment of the contact does not matter. Speeds along
    the surface are left out.
    """
    bounce = _bounce(reading, question)
    if isinstance(bounce, _Stays):
        return Measured(0.0, bounce.speed_share, Unit.ONE, 0, bounce.last, bounce.method)
    values, covariance = bounce.both
    e, u = propagated(
        lambda v: (
            _speed_at(v[3:6], bounce.level_px + v[6]) / _speed_at(v[:3], bounce.level_px + v[6])
        ),
        values,
        covariance,
    )
    if not math.isfinite(e):
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, "its path does not meet the surface")
    method = "speeds of the flights before and after, at the height of the surface"
    return Measured(e, u, Unit.ONE, bounce.before.first, bounce.after.last, method)


def rebound_speed(reading: FilmReading, question: Question) -> Measured:
    """Upward speed at which a subject leaves the reference after its first bounce, m/s.

    Raises
    ------
    CannotTell
        As :func:`restitution`; SCALE_UNKNOWN.
    """
    reading.trust_clock()
    bounce = _bounce(reading, question)
    if isinstance(bounce, _Stays):
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, bounce.method)
    values, covariance = bounce.both
    speed, u_px = propagated(
        lambda v: _speed_at(v[3:6], bounce.level_px + v[6]), values, covariance
    )
    if not math.isfinite(speed):
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, "its path does not meet the surface")
    value, u = reading.metres(speed, u_px)
    method = "speed of the flight after the bounce, at the height of the surface"
    return Measured(value, u, Unit.METRE_PER_SECOND, bounce.after.first, bounce.after.last, method)


def rebound_height(reading: FilmReading, question: Question) -> Measured:
    """How high above the reference a subject's lowest point gets after its first bounce, m.

    Raises
    ------
    CannotTell
        EVENT_NOT_SEEN without a bounce, FILM_TOO_SHORT where the film ends before the top,
        TOO_FEW_SAMPLES where it is in the air for fewer than four frames, OUT_OF_FRAME,
        TRACK_LOST, SCALE_UNKNOWN, NOT_MEASURABLE without a reference.
    """
    bounce = _bounce(reading, question)
    if isinstance(bounce, _Stays):
        value, u = reading.metres(0.0, _TOUCHING_PX)
        return Measured(value, u, Unit.METRE, bounce.first, bounce.last, bounce.method)
    track, arc = reading.track(question.subjects[0]), bounce.after
    if float(arc.y[2]) <= 0:
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, f"{track.name} does not come down again")
    top_s = arc.middle_s - float(arc.y[1]) / (2 * float(arc.y[2]))
    if top_s > arc.end_s + reading.frame_s:
        explain_end(track, arc)
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, "the top of its flight is not seen")
    height, u_px = propagated(
        lambda v: bounce.level_px + v[6] - (v[3] - v[4] ** 2 / (4 * v[5])), *bounce.both
    )
    value, u = reading.metres(height, u_px)
    method = "top of the flight after the first bounce"
    return Measured(value, u, Unit.METRE, arc.first, arc.last, method)


@dataclass(frozen=True)
class _Bounce:
    """Flights before and after, and where the body's middle is when it touches, px."""

    before: Arc
    after: Arc
    level_px: float

    @property
    def both(self) -> tuple[Vector, Vector]:
        """Both vertical arcs and an offset of the surface (zero), and their covariance."""
        covariance = np.zeros((7, 7))
        covariance[:3, :3], covariance[3:6, 3:6] = self.before.y_cov, self.after.y_cov
        covariance[6, 6] = SURFACE_U_PX**2
        return np.concatenate([self.before.y, self.after.y, [0.0]]), covariance


@dataclass(frozen=True)
class _Stays:
    """No rebound: the body touches from frame `first` to `last`, the end.

    `speed_share` is what may be left of a speed without its rise being seen.
    """

    first: int
    last: int
    speed_share: float
    method = "it stays where it comes down"


def _bounce(reading: FilmReading, question: Question) -> _Bounce | _Stays:
    """Give the first bounce, or that the subject stays where it comes down."""
    if question.reference is None:
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, "the question names no reference body")
    track, support = reading.track(question.subjects[0]), reading.support(question.reference)
    line = support.surface()
    if line is not None and abs(line.slope) > _LEVEL:
        raise CannotTell(AbstentionReason.NOT_MEASURABLE, f"{support.name} is not level")
    for turn in turns(track):
        if turn.before[1] > 0 > turn.after[1] and _meets(track, support, turn):
            half_height, half_width = halves(track, turn.earlier)
            x = float(turn.at_px[0])
            level = support.level_px(x - half_width, x + half_width) - half_height
            return _Bounce(turn.earlier, turn.later, level)
    gaps = reading.gaps(track, support)
    touching = np.flatnonzero(gaps <= _TOUCHING_PX)
    if len(touching) == 0 or gaps[np.flatnonzero(track.seen)[0]] <= _TOUCHING_PX:
        explain_end(track)
        detail = f"{track.name} does not come down on {support.name}"
        raise CannotTell(AbstentionReason.EVENT_NOT_SEEN, detail)
    first = int(touching[0])
    after = gaps[first:]
    if _comes_up(track, first):
        detail = f"{track.name} is in the air for too few frames"
        raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)
    if len(after) >= _STAYS_FRAMES and (after <= _TOUCHING_PX).all():
        return _Stays(first, len(gaps) - 1, _still_share(track, first))
    if len(after) < _STAYS_FRAMES:
        detail = f"the film ends as {track.name} comes down"
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, detail)
    detail = f"{track.name} is in the air for too few frames"
    raise CannotTell(AbstentionReason.TOO_FEW_SAMPLES, detail)


def _meets(track: Track, support: Support, turn: Turn) -> bool:
    _, angle = place_at(track, turn.time_s)
    gap = gap_there(track, turn.at_px, angle, support)
    return gap <= MEETS_PX + turn.jump_px and turn.change > BOUNCES_PX


def _comes_up(track: Track, last: int) -> bool:
    """Whether a body goes up after it went down, up to a frame: it has bounced between frames."""
    steps = np.diff(track.y_px[: last + 1][track.seen[: last + 1]])
    down = np.flatnonzero(steps > _TOUCHING_PX)
    return len(down) > 0 and bool((steps[down[0] :] < -_TOUCHING_PX).any())


def _still_share(track: Track, first: int) -> float:
    """Give what may be left of a speed that is not seen: a rise of a touch, by the fall's."""
    start = int(np.flatnonzero(track.seen)[0])
    fallen = abs(float(track.y_px[first] - track.y_px[start]))
    return math.sqrt(_TOUCHING_PX / max(fallen, _TOUCHING_PX))


def _speed_at(arc: Vector, level_px: float) -> float:
    """Give how fast an arc (y down, px) passes a level, NaN where it does not get there."""
    squared = float(arc[1]) ** 2 - 4 * float(arc[2]) * (float(arc[0]) - level_px)
    return math.sqrt(squared) if squared > 0 else math.nan
