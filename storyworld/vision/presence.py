"""Bodies that jump, go missing, are there twice, or are where something solid is."""

import itertools
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.observation import Law, Violation
from storyworld.vision.contacts import TOUCHING_PX
from storyworld.vision.kinematics import Arc, partition
from storyworld.vision.reading import FilmReading
from storyworld.vision.sights import violation
from storyworld.vision.supports import Support
from storyworld.vision.tracking import Track
from storyworld.vision.turns import apart_px, jumps_at, turns

_JUMP_OF_SIZE: Final = 0.5
_ALONG: Final = 0.4
_STEP_OF_SIZE: Final = 1.0
_STEP_OF_BESIDE: Final = 3.0
_BESIDE: Final = 2
_VANISHED_FRAMES: Final = 3
_GONE_FRAMES: Final = 5
_INSIDE_FRAMES: Final = 2
_HIDDEN_SHARE: Final = 0.5
_HAZY_SHARE: Final = 0.3
_OUTLINE: Final = 16
_CROSSED: Final = 12


def jumps(track: Track) -> Iterator[Violation]:
    """Find where a body is somewhere else from one frame to the next.

    Between two stretches of its track that come nowhere near each other by half its size; and,
    where stretches are too short to tell, at a step of more than its size and of three times the
    largest beside it.
    """
    size = max(track.width_px, track.height_px)
    found: set[int] = set()
    for turn in turns(track):
        last, first = turn.earlier.last, turn.later.first
        missing = first - last - 1
        if missing <= _VANISHED_FRAMES and jumps_at(track, turn):
            found.add(first)
            yield violation(Law.TELEPORT, track, last, first, "it jumps from place to place")
    for arc in partition(track):
        for last, first in _thrown_off(track, arc, size):
            if not found & set(range(first - 2, first + 3)):
                found.add(first)
                yield violation(Law.TELEPORT, track, last, first, "it jumps from place to place")
    frames = np.flatnonzero(track.seen)
    steps = np.hypot(np.diff(track.x_px[frames]), np.diff(track.y_px[frames]))
    steps = steps / np.maximum(np.diff(frames), 1)
    for place, step in enumerate(steps):
        beside = np.concatenate([steps[max(0, place - 2) : place], steps[place + 1 : place + 3]])
        few = len(beside) < _BESIDE
        if not few and step > _STEP_OF_SIZE * size and step > _STEP_OF_BESIDE * beside.max():
            last, first = int(frames[place]), int(frames[place + 1])
            if not found & set(range(first - 2, first + 3)):
                yield violation(Law.TELEPORT, track, last, first, "it jumps from place to place")


def _thrown_off(track: Track, arc: Arc, size: float) -> Iterator[tuple[int, int]]:
    """Find where a body goes on as before beside its way, for too short a time to be a stretch.

    After a bounce it leaves its way by and by: twice as far in the second frame as in the first.
    """
    after = (
        np.flatnonzero(track.seen[arc.last + 1 : arc.last + 1 + _VANISHED_FRAMES]) + arc.last + 1
    )
    if len(after) < 2:
        return
    times = track.times_s[after[:2]]
    off = np.stack([v[after[:2]] - arc.at(c, times)
                    for v, c in ((track.x_px, arc.x), (track.y_px, arc.y))])  # fmt: skip
    first, second = np.hypot(*off)
    change = float(np.hypot(*(off[:, 1] - off[:, 0])))
    if min(first, second) > _JUMP_OF_SIZE * size and change < _ALONG * first:
        yield arc.last, int(after[0])


def absences(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Find where a body goes missing within the picture, and nothing is in front of it.

    What hides behind something solid that it runs into has gone through it.
    """
    seen = np.flatnonzero(track.seen)
    if not len(seen):
        return
    end = len(track.times_s) - 1
    gaps = [(int(a), int(b)) for a, b in itertools.pairwise(seen) if b - a > _VANISHED_FRAMES]
    if end - seen[-1] > _GONE_FRAMES:
        gaps.append((int(seen[-1]), end + 1))
    for last, back in gaps:
        missing = np.arange(last + 1, back)
        places = _expected(track, last, back)
        if any(_behind(track, places, mark, whole=False) for mark in reading.marks.values()):
            continue
        if any(_behind_body(track, other, missing) for other in reading.tracks.values()):
            continue
        supports = reading.supports.values()
        solid = next((s for s in supports if _behind(track, places, s, whole=True)), None)
        if solid is not None:
            first = _touched(reading, track, solid, last)
            words = f"it goes into {solid.name}"
            yield violation(Law.PASSING_THROUGH, track, first, back - 1, words)
        elif not (_outside(reading, track, places) or _faint(track, missing)):
            words = "it goes missing" + ("" if back <= end else " and does not come back")
            yield violation(Law.VANISHING, track, last + 1, back - 1, words)


def _faint(track: Track, missing: NDArray[np.int64]) -> bool:
    """Whether the picture's edge cuts a body, or something faint of it is where it should be."""
    faint = track.hazy is not None and track.hazy[missing].mean() >= _HAZY_SHARE
    return bool(track.cut[missing].any() or faint)


def doubles(track: Track) -> Iterator[Violation]:
    """Find where there is so much more of a body's colour that there are two of it."""
    if track.doubled is None or not track.doubled.any():
        return
    frames = np.flatnonzero(track.doubled)
    words = "there is more of it than one body is"
    yield violation(Law.DUPLICATION, track, int(frames[0]), int(frames[-1]), words)


def intrusions(reading: FilmReading, track: Track) -> Iterator[Violation]:
    """Find where the middle of a body lies within a solid one, from when it touches it."""
    frames = np.flatnonzero(track.seen)
    for support in reading.supports.values():
        yield from _tunnels(track, support, frames)
        inside = _within(support, track.x_px[frames], track.y_px[frames])
        if inside.sum() >= _INSIDE_FRAMES and not inside[0]:
            within = frames[inside]
            first = _touched(reading, track, support, int(within[0]))
            words = f"its middle is inside {support.name}"
            yield violation(Law.PASSING_THROUGH, track, first, int(within[-1]), words)


def _tunnels(track: Track, support: Support, frames: NDArray[np.int64]) -> Iterator[Violation]:
    """Find where a body is before a solid and then behind it, too fast to be seen in it."""
    share = np.linspace(0, 1, _CROSSED)[:, None]
    x, y = (v[frames[:-1]] + share * np.diff(v[frames]) for v in (track.x_px, track.y_px))
    crossed = _within(support, x.ravel(), y.ravel()).reshape(x.shape)
    beside = ~(crossed[0] | crossed[-1]) & (np.diff(frames) <= _VANISHED_FRAMES + 1)
    for place in np.flatnonzero(crossed.any(axis=0) & beside):
        first, last = int(frames[place]), int(frames[place + 1])
        words = f"it is on the other side of {support.name} at once"
        yield violation(Law.PASSING_THROUGH, track, first, last, words)


def _expected(track: Track, last: int, back: int) -> NDArray[np.float64]:
    """Give where a body should be while it is missing, pixels, shape ``(frames, 2)``."""
    missing = np.arange(last + 1, back)
    times = track.times_s
    if back < len(times):
        share = (times[missing] - times[last]) / (times[back] - times[last])
        return np.stack([v[last] + share * (v[back] - v[last])
                         for v in (track.x_px, track.y_px)], axis=-1)  # fmt: skip
    seen = np.flatnonzero(track.seen)[-4:]
    return np.stack([_onward(times[seen], v[seen], times[missing[:_GONE_FRAMES]])
                     for v in (track.x_px, track.y_px)], axis=-1)  # fmt: skip


def _onward(
    times: NDArray[np.float64], values: NDArray[np.float64], later: NDArray[np.float64]
) -> NDArray[np.float64]:
    if len(times) < 2:
        return np.full(len(later), values[-1])
    slope = (values[-1] - values[0]) / (times[-1] - times[0])
    return np.asarray(values[-1] + slope * (later - times[-1]))


def _outside(reading: FilmReading, track: Track, places: NDArray[np.float64]) -> bool:
    """Whether a body should be cut by the picture's edge, or beyond it."""
    width, height = reading.size_px[0], reading.bottom_px
    half = max(track.width_px, track.height_px) / 2
    x, y = places[:, 0], places[:, 1]
    return bool(((x < half) | (x > width - half) | (y < half) | (y > height - half)).any())


def _behind(track: Track, places: NDArray[np.float64], thing: Support, *, whole: bool) -> bool:
    """Whether a still thing covers a body, the middle or any part of it, in most of its places."""
    middle = _within(thing, places[:, 0], places[:, 1])
    if whole:
        return bool(middle.mean() >= _HIDDEN_SHARE)
    turn = np.linspace(0, 2 * np.pi, _OUTLINE, endpoint=False)
    radius = max(track.width_px, track.height_px) / 2
    x = places[:, :1] + radius * np.cos(turn)
    y = places[:, 1:] + radius * np.sin(turn)
    covered = _within(thing, x.ravel(), y.ravel()).reshape(x.shape)
    return bool((covered.any(axis=1) | middle).mean() >= _HIDDEN_SHARE)


def _behind_body(track: Track, other: Track, missing: NDArray[np.int64]) -> bool:
    if other is track or not other.seen.any():
        return False
    near = [apart_px(track, other, float(track.times_s[f])) < TOUCHING_PX for f in missing]
    return bool(np.mean(near) >= _HIDDEN_SHARE)


def _within(
    thing: Support, x_px: NDArray[np.float64], y_px: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Whether points lie within a still thing."""
    columns = np.floor(x_px).astype(int) - thing.region.left
    rows = np.floor(y_px).astype(int) - thing.region.top
    height, width = thing.alpha.shape
    there = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    inside = np.zeros(len(x_px), dtype=np.bool_)
    inside[there] = thing.alpha[rows[there], columns[there]] > 0.5
    return inside


def _touched(reading: FilmReading, track: Track, support: Support, frame: int) -> int:
    """Give since when, up to a frame, a body has touched a support without a break."""
    touching = reading.gaps(track, support) <= TOUCHING_PX
    first = frame
    while first > 0 and (touching[first - 1] or not track.seen[first - 1]):
        first -= 1
    return first
