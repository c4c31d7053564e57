"""What a body in free flight may not do: fall upwards, stay up, miss g, gain speed, turn alone."""

import itertools
import math
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.observation import Law, Violation
from storyworld.vision.contacts import TOUCHING_PX
from storyworld.vision.kinematics import Arc, fit_arc, partition
from storyworld.vision.reading import FilmReading
from storyworld.vision.sights import violation
from storyworld.vision.tracking import Track
from storyworld.vision.turns import Turn, apart_px, gap_there, jumps_at, place_at, turns

_STANDARD_G: Final = 9.80665
# Declared policy: a falling body may miss g by this share before it is said to.
_G_SHARE: Final = 0.12
_SURE: Final = 4.0
_MIN_SAMPLES: Final = 6
_SAGITTA_PX: Final = 2.0
_HOVER_S: Final = 0.25
_DROP_PX: Final = 4.0
_FREE_SHARE: Final = 0.95
_NEAR_ENDS: Final = 4
_GAIN: Final = 1.03
# In perspective what comes nearer seems faster.
_GAIN_OF_STRANGERS: Final = 1.15
_GAIN_SURE: Final = 3.0
_SLOWEST_PX: Final = 20.0
_APART_FRAMES: Final = 4
_AWAY_PX: Final = 3.0
_AWAY_OF_SIZE: Final = 0.15
_TURN_SHARE: Final = 0.15
_HELD_SHARE: Final = 0.5


def against_gravity(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Find stretches of free flight that are not a fall with the gravity there is."""
    scale = None if reading.clock_doubt else reading.scale.pixels_per_metre
    gravity = reading.gravity_m_s2
    g = _STANDARD_G if gravity is None else gravity
    clear = reading.nearest_gap(track) > clear_px(track)
    for other in (t for t in reading.tracks.values() if t is not track and t.seen.any()):
        apart = np.array([apart_px(track, other, float(t)) for t in reading.times_s])
        clear &= apart > clear_px(track)
    for whole in partition(track):
        arc = _longest_free(track, whole, clear)
        if arc is None:
            continue
        lasts_s = arc.end_s - arc.start_s
        down, u = 2 * float(arc.y[2]), 2 * math.sqrt(float(arc.y_cov[2, 2]))
        if down < -_SURE * u and -down * lasts_s**2 / 8 > _SAGITTA_PX:
            words = "it speeds up upwards, touching nothing"
            yield violation(Law.UPWARD_FALL, track, whole.first, arc.last, words)
            continue
        if arc.samples < _FREE_SHARE * whole.samples - _NEAR_ENDS:
            continue
        if scale is None or g * scale * lasts_s**2 / 8 <= _DROP_PX:
            continue
        off = abs(down - g * scale)
        hangs = lasts_s >= _HOVER_S and down + _SURE * u < _G_SHARE * g * scale
        if hangs and not _held(reading, track, arc):
            words = f"it touches nothing and falls with only {down / scale:.2g} m/s²"
            yield violation(Law.HOVERING, track, arc.first, arc.last, words)
        elif (
            not hangs
            and gravity is not None
            and lasts_s >= _HOVER_S
            and off - _SURE * u > _G_SHARE * g * scale
        ):
            words = f"it falls with {down / scale:.3g} m/s², where gravity is {g:.3g}"
            yield violation(Law.WRONG_GRAVITY, track, arc.first, arc.last, words)


def gains(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Compare the speeds at which a body comes to a bounce and leaves it.

    Off something that stands still, and with no other body near that could have pushed. Both
    flights are fitted with one acceleration between them, since one gravity acts on both: short
    ones tell a speed ten times as well so.
    """
    for before, after in itertools.pairwise(free_arcs(reading, track)):
        if after.first - before.last > _APART_FRAMES:
            continue
        bounce = _bounce(track, before, after)
        if bounce is None:
            continue
        ratio, u = bounce
        if reading.declared and not _off_something_still(reading, track, before, after):
            continue
        if ratio - _GAIN_SURE * u > (_GAIN if reading.declared else _GAIN_OF_STRANGERS):
            words = f"it leaves the bounce {ratio:.2f} times as fast as it came"
            yield violation(Law.ENERGY_GAIN, track, before.last, after.first, words)


def lone_turns(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Find where a flying body turns at once though nothing is near."""
    for turn in turns(track):
        if turn.later.first - turn.earlier.last > _APART_FRAMES:
            continue
        speed = float(np.hypot(*turn.before))
        plain = turn.change > max(_SURE * math.sqrt(2) * turn.u, _TURN_SHARE * speed)
        if not plain or min(speed, turn.change) < _SLOWEST_PX or jumps_at(track, turn):
            continue
        near = nearest_px(reading, track, turn)
        if near > clear_px(track) + turn.step_px / 2:
            first, last = turn.earlier.last, turn.later.first
            words = f"it turns in flight, {near:.0f} px away from all there is"
            yield violation(Law.PREMATURE_CONTACT, track, first, last, words)


def nearest_px(reading: FilmReading, track: Track, turn: Turn) -> float:
    """Give how far the nearest thing is where a body turns, pixels; the picture's edge is one."""
    _, angle = place_at(track, turn.time_s)
    gaps = [gap_there(track, turn.at_px, angle, s) for s in reading.supports.values()]
    others = (t for t in reading.tracks.values() if t is not track and t.seen.any())
    gaps += [apart_px(track, other, turn.time_s) for other in others]
    if track.cut.any():
        gaps.append(_to_edge(track, turn))
    return min(gaps, default=math.inf)


def clear_px(track: Track) -> float:
    """Give from which gap on a body is surely off whatever carries it: outlines are never exact."""
    return max(_AWAY_PX, _AWAY_OF_SIZE * min(track.width_px, track.height_px))


def _longest_free(track: Track, arc: Arc, clear: NDArray[np.bool_]) -> Arc | None:
    """Give the longest part of an arc on which a body is clear of everything, if it tells."""
    runs: list[list[int]] = [[]]
    for frame in range(arc.first, arc.last + 1):
        if clear[frame]:
            runs[-1].append(frame)
        elif track.seen[frame]:
            runs.append([])
    longest = max(runs, key=len)
    if len(longest) < _MIN_SAMPLES:
        return None
    trimmed = fit_arc(track, longest[0], longest[-1])
    return trimmed if trimmed is not None and trimmed.samples >= _MIN_SAMPLES else None


def free_arcs(reading: FilmReading, track: Track) -> tuple[Arc, ...]:
    """Give the arcs on which a body touches nothing, without their ends near a contact."""
    free = reading.nearest_gap(track) > TOUCHING_PX
    found = []
    for arc in partition(track):
        chosen = np.flatnonzero(free[arc.first : arc.last + 1]) + arc.first
        if len(chosen) < _MIN_SAMPLES or len(chosen) < _FREE_SHARE * arc.samples - 2:
            continue
        trimmed = fit_arc(track, int(chosen[0]), int(chosen[-1]))
        if trimmed is not None and trimmed.samples >= _MIN_SAMPLES:
            found.append(trimmed)
    return tuple(found)


def _to_edge(track: Track, turn: Turn) -> float:
    """Give the way to where the body is cut off by the picture's edge, roughly."""
    cut_s = track.times_s[track.cut]
    away_s = float(np.abs(cut_s - turn.time_s).min())
    return away_s * float(max(np.hypot(*turn.before), np.hypot(*turn.after)))


def _bounce(track: Track, before: Arc, after: Arc) -> tuple[float, float] | None:
    """Give the ratio of speeds after and before a bounce, and its uncertainty.

    Of whole speeds: off a slope or a wall, or with spin, one direction gains what another loses.
    """
    middle = (before.end_s + after.start_s) / 2
    spans = [track.frames(arc.first, arc.last) for arc in (before, after)]
    times = np.concatenate([track.times_s[s] for s in spans]) - middle
    heights = np.concatenate([track.y_px[s] for s in spans])
    late = np.concatenate([np.zeros(len(spans[0])), np.ones(len(spans[1]))])
    design = np.stack([1 - late, (1 - late) * times, late, late * times, times**2], axis=1)
    solver = np.linalg.pinv(design)
    fitted = solver @ heights
    rest = heights - design @ fitted
    sigma = max(math.sqrt(float(rest @ rest) / max(1, len(rest) - 5)), track.floor_px)
    covariance = sigma**2 * solver @ solver.T

    across = [_mean_speed(times[late == side], track.x_px[spans[side]]) for side in (0, 1)]

    def ratio(values: NDArray[np.float64]) -> float:
        at = _meets(values)
        came, goes = values[1] + 2 * values[4] * at, values[3] + 2 * values[4] * at
        return math.hypot(goes, across[1]) / math.hypot(came, across[0])

    at = _meets(fitted)
    came, goes = fitted[1] + 2 * fitted[4] * at, fitted[3] + 2 * fitted[4] * at
    if came < _SLOWEST_PX or goes >= 0:
        return None
    slopes = np.array([
        (ratio(fitted + step) - ratio(fitted - step)) / 2
        for step in np.diag(np.sqrt(np.diag(covariance)) * 0.1)
    ]) / (0.1 * np.sqrt(np.diag(covariance)))  # fmt: skip
    return ratio(fitted), math.sqrt(max(0.0, float(slopes @ covariance @ slopes)))


def _mean_speed(times_s: NDArray[np.float64], x_px: NDArray[np.float64]) -> float:
    return float(np.polyfit(times_s, x_px, 1)[0])


def _off_something_still(reading: FilmReading, track: Track, before: Arc, after: Arc) -> bool:
    """Whether a bounce is off a support, with no other body within reach."""
    between = next((t for t in turns(track) if before.last <= t.later.first <= after.first), None)
    if between is None:
        return True
    near = clear_px(track) + between.step_px
    _, angle = place_at(track, between.time_s)
    supports = (gap_there(track, between.at_px, angle, s) for s in reading.supports.values())
    others = (t for t in reading.tracks.values() if t is not track and t.seen.any())
    alone = all(apart_px(track, other, between.time_s) > near for other in others)
    return alone and any(gap <= near for gap in supports)


def _held(reading: FilmReading, track: Track, arc: Arc) -> bool:
    """Whether a still mark touches a body all along: a hand, a line that it hangs from."""
    frames = track.frames(arc.first, arc.last)
    marks = (reading.gaps(track, mark)[frames] for mark in reading.marks.values())
    return any(bool((gaps <= TOUCHING_PX).mean() > _HELD_SHARE) for gaps in marks)


def _meets(values: NDArray[np.float64]) -> float:
    """Give when the two flights meet, since the middle between them: both bend alike."""
    apart = values[1] - values[3]
    return float((values[2] - values[0]) / apart) if abs(apart) > 1e-9 else 0.0
