"""Bodies that meet freely: momentum is kept between them, and none goes through another."""

import itertools
import math
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.observation import Law, Violation
from storyworld.vision.kinematics import Arc
from storyworld.vision.reading import FilmReading
from storyworld.vision.sights import violation
from storyworld.vision.tracking import Track
from storyworld.vision.turns import (
    Turn,
    apart_px,
    gap_there,
    place_at,
    speed_u,
    turns,
    velocity,
)

_SURE: Final = 3.0
_LOST: Final = 0.15
_NEAR_PX: Final = 3.0
_NEAR_OF_SIZE: Final = 0.25
_SLOWEST_PX: Final = 15.0
_INTO: Final = 0.2
_SAME: Final = 0.25
_TOGETHER_FRAMES: Final = 6
_AROUND_S: Final = 0.1
_FEW: Final = 3
# Neighbouring frames share their errors: three of them tell hardly more than one.
_SHARED: Final = 1.7

Vector = NDArray[np.float64]


def meetings(reading: FilmReading, masses: Mapping[str, float]) -> Iterator[Violation]:
    """Find what free bodies may not do to one another.

    Parameters
    ----------
    reading
        The film.
    masses
        Of the bodies that nothing moves but others like them, in a unit that they share.
    """
    free = [track for name, track in reading.tracks.items() if name in masses]
    turned = {track.name: turns(track) for track in free}
    for one, other in itertools.combinations(free, 2):
        through = _through(one, other)
        if through is not None:
            yield through
            continue
        yield from _exchanged(reading, one, other, turned, masses)
    for track in free:
        yield from _untouched(reading, track, turned[track.name])


def _exchanged(
    reading: FilmReading,
    one: Track,
    other: Track,
    turned: Mapping[str, tuple[Turn, ...]],
    masses: Mapping[str, float],
) -> Iterator[Violation]:
    """Hold the momentum of two bodies after they meet against that before."""
    met = _meeting_s(one, other, turned)
    if met is None or _a_third(reading, one, other, met):
        return
    total, change, u = 0.0, np.zeros(2), 0.0
    frames: list[int] = []
    for track in (one, other):
        turn = _near(turned[track.name], met, track)
        if turn is None:
            moved = _steady(track, met)
            if moved is None:
                return
            total += masses[track.name] * moved
            continue
        mass = masses[track.name]
        (came, came_u), (goes, goes_u) = (
            _speed(track, turn.earlier, turn),
            _speed(track, turn.later, turn),
        )
        total += mass * float(np.hypot(*came))
        change = change + mass * (goes - came)
        u = math.hypot(u, mass * came_u, mass * goes_u)
        frames += [turn.earlier.last, turn.later.first]
    lost = float(np.hypot(*change))
    least = _SLOWEST_PX * min(masses[one.name], masses[other.name])
    if frames and total > least and lost - _SURE * u > _LOST * total:
        words = f"{lost / total:.0%} of the momentum of {one.name} and {other.name} comes or goes"
        yield violation(Law.MOMENTUM, one, min(frames), max(frames), words)


def _a_third(reading: FilmReading, one: Track, other: Track, time_s: float) -> bool:
    """Whether another body is near when two meet: then three share what momentum there is."""
    around = (time_s - _AROUND_S, time_s, time_s + _AROUND_S)
    thirds = (t for t in reading.tracks.values() if t is not one and t is not other)
    return any(
        apart_px(body, third, when) < _NEAR_PX + _NEAR_OF_SIZE * max(body.width_px, body.height_px)
        for third in thirds
        if third.seen.any()
        for body in (one, other)
        for when in around
    )


def _speed(track: Track, arc: Arc, turn: Turn) -> tuple[Vector, float]:
    """Give the velocity on one side of a turn, and its uncertainty over both axes.

    Of a stretch that does not bend it is that of a straight line: ten times as sure.
    """
    if any(
        abs(c[2]) > _SURE * math.sqrt(v[2, 2]) for c, v in ((arc.x, arc.x_cov), (arc.y, arc.y_cov))
    ):
        return velocity(arc, turn.time_s), math.sqrt(2) * speed_u(arc, turn.time_s)
    frames = track.frames(arc.first, arc.last)
    times = track.times_s[frames] - track.times_s[frames].mean()
    sigma = max(track.floor_px, track.jitter_px)
    return _slope(track, frames), math.sqrt(2) * sigma * _SHARED / math.sqrt(float(times @ times))


def _untouched(reading: FilmReading, track: Track, turned: tuple[Turn, ...]) -> Iterator[Violation]:
    """Find where a free body moves off, or turns, with nothing there that could have done it."""
    for turn in turned:
        faster = float(np.hypot(*turn.after)) - float(np.hypot(*turn.before))
        on_ground = _touches(reading, track, turn)
        changed = faster if on_ground else turn.change
        if changed < max(_SLOWEST_PX, _SURE * math.sqrt(2) * turn.u):
            continue
        others = [t for t in reading.tracks.values() if t is not track and t.seen.any()]
        near = max(_NEAR_PX, _NEAR_OF_SIZE * min(track.width_px, track.height_px))
        near += turn.step_px
        if all(apart_px(track, other, turn.time_s) > near for other in others):
            words = "it changes its motion, and nothing meets it"
            yield violation(Law.MOMENTUM, track, turn.earlier.last, turn.later.first, words)


def _through(one: Track, other: Track) -> Violation | None:
    """Find where two bodies lie deep within each other and both go on as they came."""
    times = one.times_s
    apart = np.array([apart_px(one, other, float(t)) for t in times])
    least = min(one.width_px, one.height_px, other.width_px, other.height_px)
    if apart.min() > -max(_INTO * least, _NEAR_PX):
        return None
    deepest = int(apart.argmin())
    slopes = []
    for track in (one, other):
        seen = np.flatnonzero(track.seen & (apart > _NEAR_PX))
        before, after = seen[seen < deepest][-_TOGETHER_FRAMES:], seen[seen > deepest]
        after = after[:_TOGETHER_FRAMES]
        if len(before) >= _FEW and len(after) >= _FEW:
            slopes.append((_slope(track, before), _slope(track, after)))
    if not slopes:
        return None
    towards = max(float(np.hypot(*came)) for came, _ in slopes)
    same = max(_SLOWEST_PX, _SAME * towards)
    if any(np.hypot(*(goes - came)) > same for came, goes in slopes):
        return None
    overlapping = np.flatnonzero(apart < 0)
    first, last = int(overlapping[0]), int(overlapping[-1])
    words = f"{one.name} and {other.name} go through one another"
    return violation(Law.MISSING_CONTACT, one, first, last, words)


def _slope(track: Track, frames: NDArray[np.int64]) -> Vector:
    times = track.times_s[frames]
    return np.array([np.polyfit(times, v[frames], 1)[0] for v in (track.x_px, track.y_px)])


def _meeting_s(one: Track, other: Track, turned: Mapping[str, tuple[Turn, ...]]) -> float | None:
    """Give when two bodies meet: when one of them turns, and the other is near."""
    for turn in (*turned[one.name], *turned[other.name]):
        if apart_px(one, other, turn.time_s) < _NEAR_PX + turn.step_px:
            return turn.time_s
    return None


def _near(turned: tuple[Turn, ...], time_s: float, track: Track) -> Turn | None:
    """Give the turn that belongs to a meeting, if there is one."""
    frame_s = float(np.median(np.diff(track.times_s)))
    close = [t for t in turned if abs(t.time_s - time_s) <= 3 * frame_s]
    return min(close, key=lambda t: abs(t.time_s - time_s), default=None)


def _steady(track: Track, time_s: float) -> float | None:
    """Give the speed of a body that does not turn at a time, pixels per second."""
    near = np.flatnonzero(track.seen & (np.abs(track.times_s - time_s) < 0.2))
    return float(np.hypot(*_slope(track, near))) if len(near) >= 3 else None


def _touches(reading: FilmReading, track: Track, turn: Turn) -> bool:
    _, angle = place_at(track, turn.time_s)
    supports = reading.supports.values()
    return any(gap_there(track, turn.at_px, angle, s) < _NEAR_PX for s in supports)
