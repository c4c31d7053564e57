"""How many pixels a metre has: what was declared, where the painted scale bar bears it out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import Shot
from storyworld.vision.colours import Palette, Picture
from storyworld.vision.supports import Side, Support

SCALE_BAR: Final = "scale_bar"
_TOLERANCE: Final = 0.03
_SURE: Final = 3.0
# What is dark and shorter or longer than the bar by this factor is something else.
_NO_BAR: Final = 3.0
_UNSEEN_U: Final = 0.02
_ASPECT_TOLERANCE: Final = 0.01
_BAR_FLOOR_PX: Final = 0.08
_BESIDE_PX: Final = 3


@dataclass(frozen=True)
class Scale:
    """How many pixels a metre has, with relative standard uncertainty, or why nobody knows."""

    pixels_per_metre: float | None
    relative_u: float = 0.0
    bar_px: float | None = None
    bar_u_px: float = 0.0
    why_not: str = ""


def scale_of(
    stills: Sequence[Picture],
    shot: Shot | None,
    bar: Support | None = None,
    palette: Palette | None = None,
) -> Scale:
    """Give the declared scale where the painted bar bears it out.

    The uncertainty is that of the bar's length, plus whatever declared and painted differ by;
    without a bar, the declaration is taken at two per cent, or as the shot says.

    Parameters
    ----------
    stills
        Frames, each ``(height, width, 3)``; the bar stands still in all of them.
    shot
        What was declared.
    bar, palette
        The bar as it was found, and the film's colours.
    """
    if shot is None:
        return Scale(None, why_not="nobody said how many pixels a metre has")
    height, width = stills[0].shape[:2]
    shrunk = width / shot.camera.width_px
    if abs(height / (shrunk * shot.camera.height_px) - 1) > _ASPECT_TOLERANCE:
        return Scale(None, why_not="the film has other proportions than declared")
    declared = shot.camera.pixels_per_metre * shrunk
    if shot.scale_bar_m is None:
        return Scale(declared, relative_u=_UNSEEN_U if shot.scale_u is None else shot.scale_u)
    if bar is None or palette is None:
        return Scale(None, why_not="the scale bar is not on the film")
    return _borne_out(declared, shot.scale_bar_m, *_length_px(stills, bar, palette))


def _borne_out(declared: float, bar_m: float, bar_px: float, bar_u_px: float) -> Scale:
    """Hold the length of the bar on film against the declared scale."""
    expected_px = bar_m * declared
    if not 1 / _NO_BAR < bar_px / expected_px < _NO_BAR:
        return Scale(None, why_not="the scale bar is not on the film")
    off = bar_px / expected_px - 1
    if abs(off) > max(_TOLERANCE, _SURE * bar_u_px / expected_px):
        return Scale(
            None,
            bar_px=bar_px,
            bar_u_px=bar_u_px,
            why_not=(
                f"the scale bar of {bar_m:g} m is {bar_px:.1f} px long on film, "
                f"{expected_px:.1f} px were declared"
            ),
        )
    return Scale(
        declared,
        relative_u=math.hypot(bar_u_px / expected_px, off / math.sqrt(3)),
        bar_px=bar_px,
        bar_u_px=bar_u_px,
    )


def _length_px(stills: Sequence[Picture], bar: Support, palette: Palette) -> tuple[float, float]:
    """Give the bar's length and its standard uncertainty, pixels.

    Its ends are where its brightness, summed over its rows, has half its height: blur leaves them
    where they are, while it makes a soft mask shorter. Where mask and brightness differ, or one
    frame and another, nobody knows better than by half of that.
    """
    by_mask = bar.side_px(Side.RIGHT) - bar.side_px(Side.LEFT)
    lengths = [_between_half_heights(_profile(still, bar, palette)) for still in stills]
    lengths = [length for length in lengths if length > 0] or [by_mask]
    length = float(np.mean(lengths))
    apart = (length - by_mask) / 2, float(np.ptp(lengths)) / 2
    return length, math.hypot(_BAR_FLOOR_PX, *apart)


def _profile(still: Picture, bar: Support, palette: Palette) -> NDArray[np.float64]:
    """Give how much of the bar each column has, shape ``(columns,)``."""
    region = bar.region
    left, right = max(0, region.left - _BESIDE_PX), region.right + _BESIDE_PX
    part = still[region.top : region.bottom, left:right].astype(np.float64)
    ground = palette.colours[0].astype(np.float64)
    ink = palette.colours[1 + palette.names.index(bar.name)] - ground
    return np.asarray(((part - ground) @ ink / float(ink @ ink)).sum(axis=0))


def _between_half_heights(profile: NDArray[np.float64]) -> float:
    """Give the way from the first to the last crossing of half the middle's height; 0 if none."""
    quarter = len(profile) // 4
    half = float(np.median(profile[quarter : len(profile) - quarter])) / 2
    above = np.flatnonzero(profile > half)
    if half <= 0 or not len(above):
        return 0.0
    first, last = int(above[0]), int(above[-1])
    if first == 0 or last == len(profile) - 1:
        return 0.0
    rise = (profile[first] - half) / (profile[first] - profile[first - 1])
    fall = (profile[last] - half) / (profile[last] - profile[last + 1])
    return float(last + fall - (first - rise))
