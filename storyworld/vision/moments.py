"""What one frame tells of a body: how much of it there is, where, and which way it lies."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from storyworld.vision.colours import Alpha, Region

_MIN_AREA_PX: Final = 12.0


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
