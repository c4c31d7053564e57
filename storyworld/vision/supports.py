"""Where the sides of a still body lie: ground, wall, ramp, and the scale bar.

A side is found column by column (or row by row) from the alpha of the body's colour, to a few
hundredths of a pixel, and kept as a profile: what leans or is partly hidden stays visible in it.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.colours import Alpha, Palette, Picture, Region, largest_blob

# An edge of a still body: alpha model, 4:2:0 colour and codec, not averaged by repetition.
EDGE_FLOOR_PX: Final = 0.05
_WINDOW_PX: Final = 4
_STRAIGHT_PX: Final = 0.6
_MIN_COLUMNS: Final = 4
_BESIDE: Final = 3.0


class Side(StrEnum):
    """A side of a body."""

    TOP = "top"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Line:
    """A straight edge: ``y = y0 + slope * (x - x0)`` in pixels, y down, with uncertainties."""

    x0_px: float
    y0_px: float
    slope: float
    y0_u_px: float
    slope_u: float


@dataclass(frozen=True)
class Support:
    """A still body: its alpha within its region of the picture."""

    name: str
    region: Region
    alpha: Alpha

    def profile(self, side: Side) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give the sub-pixel position of a side, line by line.

        Returns
        -------
        along, edge
            For the top: column centres and the y of the edge; for left and right: row centres
            and the x of the edge. Pixels, shape ``(n,)``; lines without the body are left out.
        """
        match side:
            case Side.TOP:
                along, edge = _edges(self.alpha)
                return along + self.region.left, edge + self.region.top
            case Side.LEFT:
                along, edge = _edges(self.alpha.T)
                return along + self.region.top, edge + self.region.left
            case Side.RIGHT:
                along, edge = _edges(self.alpha[:, ::-1].T)
                return along + self.region.top, self.region.right - edge

    def side_px(self, side: Side) -> float:
        """Give where an upright or level side lies: the median of its profile."""
        return float(np.median(self.profile(side)[1]))

    def top_near_px(self, left_px: float, right_px: float) -> float | None:
        """Give the highest point (y down) of the top between two columns, if it is there."""
        along, edge = self.profile(Side.TOP)
        there = (along >= left_px) & (along <= right_px)
        if not there.any():
            return None
        chosen = edge[there]
        return float(np.median(chosen)) if np.ptp(chosen) < _STRAIGHT_PX else float(chosen.min())

    def level_px(self, left_px: float, right_px: float) -> float:
        """Give how high (y down) what comes down between two columns meets the top.

        What lay there before hides the edge beneath it: of a top that is level about there it is
        that beside it.
        """
        along, edge = self.profile(Side.TOP)
        wide = _BESIDE * (right_px - left_px)
        beside = edge[(along >= left_px - wide) & (along <= right_px + wide)]
        if len(beside) and np.ptp(np.percentile(beside, (20, 80))) < _STRAIGHT_PX / 2:
            return float(np.median(beside))
        near = self.top_near_px(left_px, right_px)
        return self.side_px(Side.TOP) if near is None else near

    def surface(self) -> Line | None:
        """Fit a straight line to the top, leaving out what does not lie on it.

        Returns
        -------
        Line or None
            None where fewer than half of the columns lie on one straight line.
        """
        along, edge = self.profile(Side.TOP)
        if len(along) < _MIN_COLUMNS:
            return None
        slope = _median_slope(along, edge)
        offset = float(np.median(edge - slope * along))
        kept = np.abs(edge - offset - slope * along) < 3 * _STRAIGHT_PX
        for _ in range(4):
            if kept.sum() < max(_MIN_COLUMNS, len(along) // 2):
                return None
            slope, offset = (float(v) for v in np.polyfit(along[kept], edge[kept], 1))
            kept = np.abs(edge - offset - slope * along) < _STRAIGHT_PX * math.hypot(1, slope)
        x0, width = float(along[kept].mean()), float(np.ptp(along[kept]))
        return Line(
            x0_px=x0,
            y0_px=offset + slope * x0,
            slope=slope,
            y0_u_px=EDGE_FLOOR_PX,
            # Both ends of the line may be off by the edge's floor, independently.
            slope_u=math.sqrt(2) * EDGE_FLOOR_PX * math.hypot(1, slope) / max(width, 1.0),
        )


def find_support(name: str, picture: Picture, palette: Palette) -> Support | None:
    """Find a still body in a frame by its colour, or None if it is not there."""
    blob = largest_blob(palette.core(picture, name))
    if blob is None:
        return None
    height, width = picture.shape[:2]
    region = blob.grown(_WINDOW_PX, width, height)
    part = picture[region.top : region.bottom, region.left : region.right]
    return Support(name, region, palette.alpha(part, name))


def _edges(alpha: Alpha) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give column centres and the first edge from above in each, relative to the array.

    The alphas of the few pixels around the first solid one are summed: what an edge pixel
    covers, plus what the solid pixels cover, is the distance from the edge to the window's end.
    """
    solid = alpha > 0.5
    columns = np.flatnonzero(solid.any(axis=0))
    first = solid[:, columns].argmax(axis=0)
    offsets = np.arange(-_WINDOW_PX + 1, 2)
    rows = first[None, :] + offsets[:, None]
    inside = (rows >= 0) & (rows < alpha.shape[0])
    window = alpha[np.clip(rows, 0, alpha.shape[0] - 1), columns[None, :]] * inside
    edge = first + 2.0 - window.sum(axis=0)
    return np.asarray(columns + 0.5, dtype=np.float64), np.asarray(edge, dtype=np.float64)


def _median_slope(along: NDArray[np.float64], edge: NDArray[np.float64]) -> float:
    """Give the median of slopes between columns half the width apart (Theil and Sen, thinned)."""
    half = max(1, len(along) // 2)
    return float(np.median((edge[half:] - edge[:-half]) / (along[half:] - along[:-half])))
