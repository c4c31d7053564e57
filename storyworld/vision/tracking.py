"""Where the declared bodies are in each frame, from their colours."""

import cmath
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import BodyMark, BodyRole
from storyworld.vision.census import COUNTED_EVERY, Census
from storyworld.vision.colours import (
    Alpha,
    Palette,
    Picture,
    Region,
    find_palette,
    largest_blob,
)

_MARGIN_PX: Final = 6.0
_MIN_AREA_PX: Final = 12.0
_AREA_CHANGE: Final = 0.2
_REMAINS: Final = 0.6
# Sides nearer to each other than this cannot be told apart, see `_orientation`.
_SQUARE_UP_TO: Final = 1.03
_FINE_BY_TWO: Final = 1.45
# Fourth moments, relative to area cubed, vanish for a disc and are 1/60 for a square; second ones
# tell an oblong from both (0.03: sides as 1.2 to 1), whose fourth may vanish too.
_ROUND_FOURFOLD: Final = 0.005
_ROUND_TWOFOLD: Final = 0.03
# Even an unbiased edge model leaves this much, correlated over neighbouring frames.
POSITION_FLOOR_PX: Final = 0.05


class Form(StrEnum):
    """What a body's outline is, as far as moments tell."""

    DISC = "disc"
    BOX = "box"


@dataclass(frozen=True)
class Moments:
    """What one frame tells of a body: zeroth to second and fourth moments of its alpha.

    `twofold` and `fourfold` are the complex moments sum alpha (x + iy)^2 and ^4 about the
    centroid, with y up, so that their phases are two and four times the orientation.
    """

    area_px: float
    x_px: float
    y_px: float
    twofold: complex
    fourfold: complex
    region: Region


@dataclass(frozen=True)
class Track:
    """One body over the film, in pixels; invalid samples are gaps and hold NaN.

    Arrays have shape ``(frames,)``. `x_px`, `y_px` is the centroid (y down, the first pixel
    covers 0..1), `angle_rad` the orientation, counter-clockwise, followed from frame to frame,
    all NaN for a disc. `cut` marks frames in which the body leaves the picture, `doubled` those
    with so much more of its colour that there must be two of it. `floor_px` is the error that even
    the best positions share over neighbouring frames.
    """

    name: str
    form: Form
    times_s: NDArray[np.float64]
    x_px: NDArray[np.float64]
    y_px: NDArray[np.float64]
    angle_rad: NDArray[np.float64]
    cut: NDArray[np.bool_]
    width_px: float
    height_px: float
    floor_px: float = POSITION_FLOOR_PX
    doubled: NDArray[np.bool_] | None = None

    @property
    def jitter_px(self) -> float:
        """How far positions scatter from frame to frame: from third differences, kinks aside.

        References
        ----------
        A third difference of white noise has 20 times its variance (1 + 9 + 9 + 1); the median
        of absolute values is 0.6745 standard deviations of a normal distribution.
        """
        spread = 0.0
        for values in (self.x_px, self.y_px):
            bends = np.abs(np.diff(values, n=3))
            bends = bends[np.isfinite(bends)]
            if len(bends):
                spread = max(spread, float(np.median(bends)) / 0.6745 / math.sqrt(20))
        return spread

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Where there is a sample."""
        return np.isfinite(self.x_px)

    def half_height_px(self, angle_rad: float | NDArray[np.float64] = 0.0) -> NDArray[np.float64]:
        """Give half the vertical extent at an orientation."""
        if self.form is Form.DISC:
            return np.full(np.shape(angle_rad), self.width_px / 2)
        return np.asarray(
            (self.width_px * np.abs(np.sin(angle_rad)) + self.height_px * np.abs(np.cos(angle_rad)))
            / 2
        )

    def half_width_px(self, angle_rad: float | NDArray[np.float64] = 0.0) -> NDArray[np.float64]:
        """Give half the horizontal extent at an orientation."""
        return self.half_height_px(np.asarray(angle_rad) + math.pi / 2)

    def bottom_px(self) -> NDArray[np.float64]:
        """Give the lowest point in each frame (y down)."""
        return self.y_px + self.half_height_px(self.angle_rad)

    def top_px(self) -> NDArray[np.float64]:
        """Give the highest point in each frame (y down)."""
        return self.y_px - self.half_height_px(self.angle_rad)


def moments(alpha: Alpha, region: Region) -> Moments | None:
    """Give the moments of a body's alpha within a region, or None if hardly anything is there.

    References
    ----------
    M.-K. Hu, "Visual pattern recognition by moment invariants", IRE Trans. Inf. Theory 8
    (1962) 179; J. Flusser, "On the independence of rotation moment invariants", Pattern
    Recognition 33 (2000) 1405 (complex moments).
    """
    area = float(alpha.sum())
    if area < _MIN_AREA_PX:
        return None
    height, width = alpha.shape
    x, y = np.arange(width) + 0.5, height - np.arange(height) - 0.5  # y up
    columns, rows = alpha.sum(axis=0), alpha.sum(axis=1)
    x_mid, y_mid = float(columns @ x) / area, float(rows @ y) / area
    order = np.arange(5)[:, None]
    powers = ((y - y_mid) ** order) @ alpha @ ((x - x_mid) ** order).T  # [q, p]: y^q x^p
    inside_x, inside_y = np.flatnonzero(columns > 0.5), np.flatnonzero(rows > 0.5)
    if len(inside_x) == 0 or len(inside_y) == 0:
        return None
    return Moments(
        area_px=area,
        x_px=region.left + x_mid,
        y_px=region.top + height - y_mid,
        twofold=complex(powers[0, 2] - powers[2, 0], 2 * powers[1, 1]),
        fourfold=complex(
            powers[0, 4] - 6 * powers[2, 2] + powers[4, 0], 4 * (powers[1, 3] - powers[3, 1])
        ),
        region=Region(
            region.left + int(inside_x[0]),
            region.top + int(inside_y[0]),
            region.left + int(inside_x[-1]) + 1,
            region.top + int(inside_y[-1]) + 1,
        ),
    )


class _Follower:
    """Follows one body from frame to frame, looking where it should be first."""

    def __init__(self, mark: BodyMark) -> None:
        self.mark = mark
        self.found: list[Moments | None] = []
        self._patch: tuple[Region, Picture] | None = None
        self._area_px = 0.0

    def look(self, picture: Picture, palette: Palette) -> None:
        if self._unchanged(picture):
            self.found.append(self.found[-1])
            return
        found = None
        region = self._expected(picture)
        if region is not None:
            found = self._within(picture, palette, region)
            if found is not None and _cut_by(found.region, region, picture):
                found = None  # it has gone further than it should: a part of it is not the body
        if found is None:
            found = self._anywhere(picture, palette)
        elif found.area_px < _REMAINS * self._area_px:
            # What a codec leaves where it was is not it, if it is whole somewhere else.
            found = max(found, self._anywhere(picture, palette) or found, key=_area)
        if found is not None:
            self._area_px = max(self._area_px, found.area_px)
        self.found.append(found)
        self._patch = None
        if found is not None:
            seen = found.region.grown(_MARGIN_PX, picture.shape[1], picture.shape[0])
            self._patch = seen, picture[seen.top : seen.bottom, seen.left : seen.right]

    def _unchanged(self, picture: Picture) -> bool:
        """Whether the surroundings are the same to the bit, as codecs leave what stands still."""
        if self._patch is None:
            return False
        region, before = self._patch
        now = picture[region.top : region.bottom, region.left : region.right]
        return np.array_equal(now, before)

    def _expected(self, picture: Picture) -> Region | None:
        last = self.found[-1] if self.found else None
        if last is None:
            return None
        before = self.found[-2] if len(self.found) > 1 else None
        step_x = last.x_px - before.x_px if before else 0.0
        step_y = last.y_px - before.y_px if before else 0.0
        moved = Region(
            math.floor(last.region.left + min(step_x, 0.0)),
            math.floor(last.region.top + min(step_y, 0.0)),
            math.ceil(last.region.right + max(step_x, 0.0)),
            math.ceil(last.region.bottom + max(step_y, 0.0)),
        )
        # Speeding up must not carry it out of the region: half its last step on all sides.
        margin = _MARGIN_PX + 0.5 * max(abs(step_x), abs(step_y))
        grown = moved.grown(margin, picture.shape[1], picture.shape[0])
        return grown if grown.left < grown.right and grown.top < grown.bottom else None

    def _within(self, picture: Picture, palette: Palette, region: Region) -> Moments | None:
        part = picture[region.top : region.bottom, region.left : region.right]
        return moments(palette.alpha(part, self.mark.name), region)

    def _anywhere(self, picture: Picture, palette: Palette) -> Moments | None:
        # Every other line is enough to find it; whether it is enough of a body is asked below.
        blob = largest_blob(palette.core(picture[::2, ::2], self.mark.name), least_px=2)
        if blob is None:
            return None
        doubled = Region(*(2 * side for side in blob))
        height, width = picture.shape[:2]
        return self._within(picture, palette, doubled.grown(_MARGIN_PX, width, height))


def _area(found: Moments) -> float:
    return found.area_px


def _cut_by(found: Region, window: Region, picture: Picture) -> bool:
    """Whether a body reaches the border of where it was looked for, within the picture."""
    height, width = picture.shape[:2]
    return (
        (found.left <= window.left > 0)
        or (found.top <= window.top > 0)
        or (found.right >= window.right < width)
        or (found.bottom >= window.bottom < height)
    )


def follow(
    frames: Iterable[Picture], times_s: NDArray[np.float64], marks: tuple[BodyMark, ...]
) -> tuple[tuple[Track, ...], Palette, tuple[Picture, ...]]:
    """Follow all moving bodies through a film in one pass.

    Parameters
    ----------
    frames
        Pictures of shape ``(height, width, 3)``, uint8.
    times_s
        Their times in seconds, shape ``(frames,)``.
    marks
        All declared bodies with their colours.

    Returns
    -------
    tracks
        One per moving body that was seen at all.
    palette
        The film's colours.
    stills
        The first and the last frame.
    """
    followers = [_Follower(mark) for mark in marks if mark.role is BodyRole.MOVING]
    palette: Palette | None = None
    census: Census | None = None
    first = last = None
    for number, picture in enumerate(frames):
        if palette is None or census is None:
            palette, first = find_palette(picture, marks), picture
            census = Census(palette, [f.mark.name for f in followers])
        if number % COUNTED_EVERY == 0:
            census.count(picture)
        for follower in followers:
            follower.look(picture, palette)
        last = picture
    if palette is None or census is None or first is None or last is None:
        raise ValueError("a film has at least one frame")
    height, width = first.shape[:2]
    tracks = []
    for follower in followers:
        name = follower.mark.name
        track = _track(name, follower.found, times_s, width, height)
        if track is not None:
            area = track.width_px * track.height_px
            tracks.append(replace(track, doubled=census.doubled(name, track.seen, area)))
    return tuple(tracks), palette, (first, last)


def _track(
    name: str,
    found: list[Moments | None],
    times_s: NDArray[np.float64],
    width_px: int,
    height_px: int,
) -> Track | None:
    """Make a track of what each frame told; frames with another area are gaps."""
    present = [m for m in found if m is not None]
    whole = [m for m in present if not _cut(m.region, width_px, height_px)]
    if not whole:
        return None
    area = float(np.median([m.area_px for m in whole]))
    form, body_width, body_height = _form(whole, area)
    count = len(found)
    x, y, angle = (np.full(count, np.nan) for _ in range(3))
    cut = np.zeros(count, dtype=np.bool_)
    for index, item in enumerate(found):
        if item is None:
            continue
        if _cut(item.region, width_px, height_px):
            cut[index] = True
        elif abs(item.area_px - area) <= _AREA_CHANGE * area:
            x[index], y[index] = item.x_px, item.y_px
            if form is Form.BOX:
                angle[index] = _orientation(item, body_width, body_height)
    period = math.pi / 2 if body_width == body_height else math.pi
    return Track(
        name=name,
        form=form,
        times_s=np.asarray(times_s, dtype=np.float64),
        x_px=x,
        y_px=y,
        angle_rad=_unwrapped(angle, period),
        cut=cut,
        width_px=body_width,
        height_px=body_height,
    )


def _cut(region: Region, width_px: int, height_px: int) -> bool:
    return (
        region.left <= 0
        or region.top <= 0
        or region.right >= width_px
        or region.bottom >= height_px
    )


def _form(samples: list[Moments], area_px: float) -> tuple[Form, float, float]:
    """Tell disc from box, and its diameter or sides: long side first unless square."""
    twofold = float(np.median([abs(m.twofold) for m in samples])) / area_px**2
    fourfold = float(np.median([abs(m.fourfold) for m in samples])) / area_px**3
    if twofold < _ROUND_TWOFOLD and fourfold < _ROUND_FOURFOLD:
        diameter = 2 * math.sqrt(area_px / math.pi)
        return Form.DISC, diameter, diameter
    # A rectangle: w h = area, (w^2 - h^2) / 12 = |twofold| / area.
    difference = 12 * twofold * area_px
    long = math.sqrt((difference + math.sqrt(difference**2 + 4 * area_px**2)) / 2)
    short = area_px / long
    if long < _SQUARE_UP_TO * short:
        return Form.BOX, math.sqrt(area_px), math.sqrt(area_px)
    return Form.BOX, long, short


def _orientation(item: Moments, long_px: float, short_px: float) -> float:
    """Give the angle of the long side, or of any side of a square, in radians.

    Nearly equal sides leave little in the second moments: there the fourth give the angle up to
    a quarter turn, and the second only which quarter.
    """
    by_two = cmath.phase(item.twofold) / 2
    if long_px > _FINE_BY_TWO * short_px:
        return by_two
    by_four = cmath.phase(-item.fourfold) / 4
    if long_px == short_px:
        return by_four
    return by_four + math.pi / 2 * round((by_two - by_four) / (math.pi / 2))


def _unwrapped(angle_rad: NDArray[np.float64], period_rad: float) -> NDArray[np.float64]:
    """Follow an angle known only up to a period, across gaps as well as may be."""
    followed = np.full(len(angle_rad), np.nan)
    last = rate = 0.0
    last_index = -1
    for index in np.flatnonzero(np.isfinite(angle_rad)):
        since = int(index) - last_index
        expected = last + rate * since if last_index >= 0 else angle_rad[index]
        turns = round((expected - angle_rad[index]) / period_rad)
        now = float(angle_rad[index] + turns * period_rad)
        if last_index >= 0:
            rate = (now - last) / since
        followed[index], last, last_index = now, now, int(index)
    return followed
