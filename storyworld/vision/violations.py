"""Laws that a film shows broken, with the frames and the box in which it does.

Only what is plain: a body that jumps or goes missing; and of a body that is in free flight, one
that speeds up upwards, one that stays up, one that leaves a bounce faster than it came, one whose
middle is inside something solid. Whether a body flies freely is for who asks to say: a pendulum
hangs from a string that no support tells of.
"""

import itertools
import math
from collections.abc import Collection, Iterator
from typing import Final

import numpy as np

from storyworld.records.evidence import FrameRange
from storyworld.records.observation import Box, Law, Violation
from storyworld.vision.contacts import TOUCHING_PX
from storyworld.vision.continuity import Break, BreakKind, breaks
from storyworld.vision.kinematics import Arc, fit_arc, partition
from storyworld.vision.reading import FilmReading
from storyworld.vision.tracking import Track

_STANDARD_G: Final = 9.80665
# Declared policy: a falling body may miss g by this share before it is said to hover.
_HOVER_SHARE: Final = 0.12
_SURE: Final = 4.0
_MIN_SAMPLES: Final = 6
_SAGITTA_PX: Final = 2.0
_HOVER_S: Final = 0.25
_DROP_PX: Final = 4.0
_FREE_SHARE: Final = 0.95
_GAIN: Final = 1.08
_SLOWEST_PX: Final = 20.0
_APART_FRAMES: Final = 4
_INSIDE_FRAMES: Final = 2
_GONE_FRAMES: Final = 5
_LAWS: Final = {BreakKind.TELEPORT: Law.TELEPORT, BreakKind.VANISH: Law.VANISHING}


def violations(reading: FilmReading, flying: Collection[str]) -> tuple[Violation, ...]:
    """Find the laws that are broken.

    Parameters
    ----------
    reading
        The film.
    flying
        The names of the bodies that are in free flight whenever nothing touches them.
    """
    found: list[Violation] = []
    for name, track in reading.tracks.items():
        found += (_broken(track, each) for each in breaks(track))
        if name in flying:
            arcs = _free_arcs(reading, track)
            found += _against_gravity(reading, track, arcs)
            found += _gains(track, arcs)
            found += _through(reading, track)
            found += _gone(track)
    return tuple(found)


def _broken(track: Track, each: Break) -> Violation:
    last = each.frame
    if each.kind is BreakKind.VANISH:
        later = np.flatnonzero(track.seen[each.frame :])
        last = each.frame + int(later[0]) - 1
    return _violation(_LAWS[each.kind], track, each.frame, last, f"it seems to {each.kind}")


def _free_arcs(reading: FilmReading, track: Track) -> tuple[Arc, ...]:
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


def _against_gravity(
    reading: FilmReading, track: Track, arcs: tuple[Arc, ...]
) -> Iterator[Violation]:
    scale = None if reading.clock_doubt else reading.scale.pixels_per_metre
    for arc in arcs:
        lasts_s = arc.end_s - arc.start_s
        down, u = 2 * float(arc.y[2]), 2 * math.sqrt(float(arc.y_cov[2, 2]))
        if down < -_SURE * u and -down * lasts_s**2 / 8 > _SAGITTA_PX:
            yield _violation(
                Law.UPWARD_FALL,
                track,
                arc.first,
                arc.last,
                "it speeds up upwards, touching nothing",
            )
            continue
        if scale is None or lasts_s < _HOVER_S:
            continue
        g_px = _STANDARD_G * scale
        slow = down + _SURE * u < _HOVER_SHARE * g_px
        if slow and g_px * lasts_s**2 / 8 > _DROP_PX:
            words = f"it touches nothing and falls with only {down / scale:.2g} m/s²"
            yield _violation(Law.HOVERING, track, arc.first, arc.last, words)


def _gains(track: Track, arcs: tuple[Arc, ...]) -> Iterator[Violation]:
    """Compare the speeds at which a body comes to a bounce and leaves it."""
    for before, after in itertools.pairwise(arcs):
        if after.first - before.last > _APART_FRAMES:
            continue
        at_s = (before.end_s + after.start_s) / 2
        came, left = before.speed(before.y, at_s), -after.speed(after.y, at_s)
        if came < _SLOWEST_PX or left <= 0:
            continue
        u = math.hypot(_speed_u(before, at_s), _speed_u(after, at_s)) / came
        half_frame = abs(float(before.y[2])) * (after.start_s - before.end_s) / came
        if left / came - _SURE * u - half_frame > _GAIN:
            words = f"it leaves the bounce {left / came:.2f} times as fast as it came"
            yield _violation(Law.ENERGY_GAIN, track, before.last, after.first, words)


def _speed_u(arc: Arc, at_s: float) -> float:
    slope = np.array([0.0, 1.0, 2 * (at_s - arc.middle_s)])
    return math.sqrt(float(slope @ arc.y_cov @ slope))


def _through(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Find where the middle of a body lies within a solid one."""
    frames = np.flatnonzero(track.seen)
    for support in reading.supports.values():
        columns = np.floor(track.x_px[frames]).astype(int) - support.region.left
        rows = np.floor(track.y_px[frames]).astype(int) - support.region.top
        height, width = support.alpha.shape
        there = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
        inside = np.zeros(len(frames), dtype=bool)
        inside[there] = support.alpha[rows[there], columns[there]] > 0.5
        if inside.sum() >= _INSIDE_FRAMES and not inside[0]:
            within = frames[inside]
            words = f"its middle is inside {support.name}"
            yield _violation(Law.PASSING_THROUGH, track, int(within[0]), int(within[-1]), words)


def _gone(track: Track) -> Iterator[Violation]:
    """Find a body that is lost for good, and did not leave by the picture's edge."""
    seen = np.flatnonzero(track.seen)
    if not len(seen):
        return
    last, end = int(seen[-1]), len(track.times_s) - 1
    if end - last > _GONE_FRAMES and not track.cut[last + 1 :].any():
        yield _violation(Law.VANISHING, track, last, end, "it goes missing and does not come back")


def _violation(law: Law, track: Track, first: int, last: int, words: str) -> Violation:
    span = np.arange(first, last + 1)
    seen = span[track.seen[span]]
    box = None
    if len(seen):
        half_w, half_h = track.width_px / 2, track.height_px / 2
        x, y = track.x_px[seen], track.y_px[seen]
        left, top = max(0.0, float(x.min() - half_w)), max(0.0, float(y.min() - half_h))
        box = Box(
            x_px=left,
            y_px=top,
            width_px=max(0.0, float(x.max() + half_w) - left),
            height_px=max(0.0, float(y.max() + half_h) - top),
        )
    frames = FrameRange(first=first, last=last)
    return Violation(law=law, frames=frames, box=box, subject=track.name, words=words)
