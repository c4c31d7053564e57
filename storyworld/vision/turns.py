"""Where the velocity or the place of a body changes at once, between two stretches of its track."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.contacts import gap_px
from storyworld.vision.kinematics import Arc, partition
from storyworld.vision.supports import Support
from storyworld.vision.tracking import Form, Track

_TRIED: Final = 25
_JUMP_OF_SIZE: Final = 0.5
_SURE: Final = 4.0
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Turn:
    """The passage from one stretch of constant acceleration to the next.

    `time_s` is when the two come nearest to each other between their samples, `at_px` where, and
    `jump_px` how near; `before` and `after` are the velocities there, pixels per second, each of
    shape ``(2,)`` (x, y down), with the standard uncertainty `u` of either along one axis.
    """

    earlier: Arc
    later: Arc
    time_s: float
    at_px: Vector
    jump_px: float
    jump_u_px: float
    before: Vector
    after: Vector
    u: float

    @property
    def change(self) -> float:
        """By how much the velocity changes, pixels per second."""
        return float(np.hypot(*(self.after - self.before)))

    @property
    def step_px(self) -> float:
        """How far the body may be from where it turned when the nearest frame shows it."""
        frame_s = self.later.start_s - self.earlier.end_s
        return float(max(np.hypot(*self.before), np.hypot(*self.after))) * frame_s / 2


def turns(track: Track) -> tuple[Turn, ...]:
    """Give where the stretches of a track meet, in order."""
    known = track.worked_out.get("turns")
    if known is not None:
        return cast("tuple[Turn, ...]", known)
    found = tuple(_turns(track))
    track.worked_out["turns"] = found
    return found


def _turns(track: Track) -> Iterator[Turn]:
    for earlier, later in itertools.pairwise(partition(track)):
        if track.seen[earlier.last + 1 : later.first].any():
            continue  # there was more between them, too short to be a stretch
        times = np.linspace(earlier.end_s, later.start_s, _TRIED)
        away = _at(later, times) - _at(earlier, times)
        nearest = int(np.hypot(*away).argmin())
        time_s = float(times[nearest])
        before, after = velocity(earlier, time_s), velocity(later, time_s)
        yield Turn(
            earlier=earlier,
            later=later,
            time_s=time_s,
            at_px=_at(earlier, np.array([time_s]))[:, 0],
            jump_px=float(np.hypot(*away[:, nearest])),
            jump_u_px=math.hypot(_place_u(earlier, time_s), _place_u(later, time_s)),
            before=before,
            after=after,
            u=math.hypot(speed_u(earlier, time_s), speed_u(later, time_s)),
        )


def jumps_at(track: Track, turn: Turn) -> bool:
    """Whether two stretches come nowhere near each other: by half the body's size, surely."""
    size = max(track.width_px, track.height_px)
    return turn.jump_px > _JUMP_OF_SIZE * size + _SURE * turn.jump_u_px


def velocity(arc: Arc, time_s: float) -> Vector:
    """Give the velocity on an arc, pixels per second, shape ``(2,)``."""
    return np.array([arc.speed(arc.x, time_s), arc.speed(arc.y, time_s)])


def speed_u(arc: Arc, time_s: float) -> float:
    """Give the standard uncertainty of the velocity along one axis, the larger of both."""
    slope = np.array([0.0, 1.0, 2 * (time_s - arc.middle_s)])
    return math.sqrt(max(float(slope @ cov @ slope) for cov in (arc.x_cov, arc.y_cov)))


def place_at(track: Track, time_s: float) -> tuple[Vector, float]:
    """Give place and orientation at a time, between the samples beside it; shape ``(2,)``."""
    seen = np.flatnonzero(track.seen)
    times = track.times_s[seen]
    place = [float(np.interp(time_s, times, v[seen])) for v in (track.x_px, track.y_px)]
    angle = np.nan
    if track.form is Form.BOX:
        angle = float(np.interp(time_s, times, np.nan_to_num(track.angle_rad[seen])))
    return np.array(place), angle


def gap_there(track: Track, at_px: Vector, angle_rad: float, support: Support) -> float:
    """Give the gap to a support if the body were at a place, pixels, not below zero."""
    return gap_px(_placed(track, at_px, angle_rad), support, 0)


def reach_px(track: Track, angle_rad: float, towards: Vector) -> float:
    """Give how far a body reaches from its middle in a direction, pixels."""
    if track.form is Form.DISC:
        return track.width_px / 2
    length = float(np.hypot(*towards)) or 1.0
    across, up = float(towards[0]) / length, -float(towards[1]) / length
    turned = 0.0 if math.isnan(angle_rad) else angle_rad
    cos, sin = math.cos(turned), math.sin(turned)
    along = abs(across * cos + up * sin), abs(-across * sin + up * cos)
    return (along[0] * track.width_px + along[1] * track.height_px) / 2


def apart_px(one: Track, other: Track, time_s: float) -> float:
    """Give how far two bodies are apart at a time, pixels; below zero where they overlap.

    Exact for discs and for boxes that stand beside each other; boxes at an angle seem nearer. A
    body that turns at that time is where it turns, not on the straight way between two frames.
    """
    (here, turned), (there, other_turned) = _place_then(one, time_s), _place_then(other, time_s)
    towards = there - here
    reaches = reach_px(one, turned, towards) + reach_px(other, other_turned, towards)
    return float(np.hypot(*towards)) - reaches


def _place_then(track: Track, time_s: float) -> tuple[Vector, float]:
    place, angle = place_at(track, time_s)
    beside = [t for t in turns(track) if t.earlier.end_s <= time_s <= t.later.start_s]
    return (beside[0].at_px if beside else place), angle


def _placed(track: Track, at_px: Vector, angle_rad: float) -> Track:
    x, y = (np.array([float(v)]) for v in at_px)
    return replace(track, x_px=x, y_px=y, angle_rad=np.array([angle_rad]))


def _at(arc: Arc, times_s: Vector) -> Vector:
    return np.stack([arc.at(arc.x, times_s), arc.at(arc.y, times_s)])


def _place_u(arc: Arc, time_s: float) -> float:
    since = time_s - arc.middle_s
    powers = np.array([1.0, since, since**2])
    return math.sqrt(max(float(powers @ cov @ powers) for cov in (arc.x_cov, arc.y_cov)))
