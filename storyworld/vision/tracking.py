"""A body over a whole film: where it is in each frame, how large, and which way it lies."""

import cmath
import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.colours import Region
from storyworld.vision.moments import Moments

_AREA_CHANGE: Final = 0.2
_EARLY: Final = 5
_TWICE: Final = 1.3
_LEAVES_OF_SIZE: Final = 4.0
_LEAVES_AREA: Final = 0.25
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
class Track:
    """One body over the film, in pixels; invalid samples are gaps and hold NaN.

    Arrays have shape ``(frames,)``. `x_px`, `y_px` is the centroid (y down, the first pixel
    covers 0..1), `angle_rad` the orientation, counter-clockwise, followed from frame to frame,
    all NaN for a disc. `cut` marks frames in which the body leaves the picture, `doubled` those
    with so much more of its colour that there must be two of it, `hazy` those in which something
    of its colour is where it should be and too faint to be measured. What is not `steady` is now
    more and now less of a body: it tells nothing. `size_u_px` is how well its width is known, where
    it is no declared body. `floor_px` is the error that
    even the best positions share over neighbouring frames.
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
    hazy: NDArray[np.bool_] | None = None
    steady: bool = True
    size_u_px: float = 0.0
    # What is worked out of it once: arcs by the frames they were asked for, and turns.
    worked_out: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

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

    def frames(self, first: int, last: int) -> NDArray[np.int64]:
        """Give the frames with a sample from one to another, both included."""
        return np.flatnonzero(self.seen[first : last + 1]) + first

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


def track_of(
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
    area = _area_of_one(whole)
    of_one = [m for m in whole if abs(m.area_px - area) <= _AREA_CHANGE * area]
    form, body_width, body_height = _form(of_one or whole, area)
    count = len(found)
    x, y, angle = (np.full(count, np.nan) for _ in range(3))
    cut = np.zeros(count, dtype=np.bool_)
    last: Moments | None = None
    for index, item in enumerate(found):
        if item is None:
            continue
        if _cut(item.region, width_px, height_px):
            cut[index] = last is None or _reachable(last, item, body_width)
            last = item if cut[index] else last
        elif abs(item.area_px - area) <= _AREA_CHANGE * area:
            x[index], y[index] = item.x_px, item.y_px
            last = item
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
        floor_px=_floor_px(whole, area, 2 * (body_width + body_height)),
    )


def _area_of_one(whole: list[Moments]) -> float:
    """Give a body's usual area; its first, where it later seems to be two of it in one."""
    areas = np.array([m.area_px for m in whole])
    usual, early = float(np.median(areas)), areas[:_EARLY]
    steady = len(early) == _EARLY and np.ptp(early) <= _AREA_CHANGE * early.mean()
    first = float(np.median(early))
    return first if steady and usual > _TWICE * first else usual


def _floor_px(whole: list[Moments], area_px: float, around_px: float) -> float:
    """Give the error that positions share, by how far the outline wanders from frame to frame.

    A body's area changes by its outline's length times what its edge is off: so do codec and blur
    show on a film that nobody can hold against the truth.
    """
    wander = float(np.median(np.abs(np.array([m.area_px for m in whole]) - area_px))) / 0.6745
    return max(POSITION_FLOOR_PX, wander / around_px)


def _reachable(last: Moments, found: Moments, size_px: float) -> bool:
    """Whether a body cut by the picture's edge may be the one last seen, near enough to it."""
    away = math.hypot(found.x_px - last.x_px, found.y_px - last.y_px)
    return away < _LEAVES_OF_SIZE * size_px or found.area_px > _LEAVES_AREA * last.area_px


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
