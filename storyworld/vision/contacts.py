"""Which frames lie just before and just after two bodies first touch."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.supports import Support
from storyworld.vision.tracking import Form, Track

# Nearer than this counts as touching: edges are known to a tenth, overlap of engines adds some.
TOUCHING_PX: Final = 0.75
_OUTLINE_POINTS: Final = 64


def gaps_px(track: Track, support: Support) -> NDArray[np.float64]:
    """Give the distance between a body's outline and a support in each frame.

    Parameters
    ----------
    track
        The moving body; its outline is the disc or box its moments tell.
    support
        A still body.

    Returns
    -------
    numpy.ndarray
        Pixels, shape ``(frames,)``; NaN in gaps of the track, about zero or below when
        touching, infinite where the support is farther than the body is large. Good to half a
        pixel.

    References
    ----------
    P. Felzenszwalb, D. Huttenlocher, "Distance transforms of sampled functions", Theory of
    Computing 8 (2012) 415 (the transform the outline is looked up in).
    """
    import cv2

    reach = math.ceil(max(track.width_px, track.height_px)) + 8
    free = np.pad(
        (support.alpha <= 0.5).astype(np.uint8), reach, mode="constant", constant_values=1
    )
    distance = cv2.distanceTransform(free, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    outline = _outline(track)  # (frames, points, 2)
    columns = np.floor(outline[..., 0]) - support.region.left + reach
    rows = np.floor(outline[..., 1]) - support.region.top + reach
    inside = (columns >= 0) & (columns < free.shape[1]) & (rows >= 0) & (rows < free.shape[0])
    looked_up = np.full(inside.shape, np.inf)
    looked_up[inside] = distance[rows[inside].astype(int), columns[inside].astype(int)] - 0.5
    nearest = looked_up.min(axis=1)
    return np.where(track.seen, nearest, np.nan)


def _outline(track: Track) -> NDArray[np.float64]:
    """Give points on a body's outline in each frame, pixels, shape ``(frames, points, 2)``."""
    if track.form is Form.DISC:
        turn = np.linspace(0, 2 * math.pi, _OUTLINE_POINTS, endpoint=False)
        x, y = np.cos(turn), np.sin(turn)
        angle = np.zeros(len(track.x_px))
    else:
        side = np.linspace(-1, 1, _OUTLINE_POINTS // 4, endpoint=False)
        end = np.ones_like(side)
        x, y = np.concatenate([side, end, -side, -end]), np.concatenate([-end, side, end, -side])
        angle = track.angle_rad
    x, y = x * track.width_px / 2, y * track.height_px / 2
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    return np.stack(
        [track.x_px[:, None] + x * cos + y * sin, track.y_px[:, None] - x * sin + y * cos], axis=-1
    )


def gap_px(track: Track, support: Support, frame: int) -> float:
    """Give the distance between a body's outline and a support in one frame, however far, pixels.

    Not below zero; good to half a pixel.
    """
    inner = support.alpha > 0.5
    padded = np.pad(inner, 1)
    within = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    rows, columns = np.nonzero(inner & ~within)
    if not len(rows):
        return math.inf
    edge = np.stack([columns + support.region.left + 0.5, rows + support.region.top + 0.5], axis=-1)
    apart = _outline(track)[frame][:, None, :] - edge[None, :, :]
    nearest = float(np.hypot(apart[..., 0], apart[..., 1]).min())
    return max(0.0, nearest - 0.5)


def first_touch(gaps: NDArray[np.float64], start: int = 0) -> tuple[int, int] | None:
    """Give the last frame apart and the first together after it, from frame `start` on.

    A body that touches from the start must first come apart: what never does has no first touch.
    """
    apart = None
    for frame in range(start, len(gaps)):
        if not np.isfinite(gaps[frame]):
            continue
        if gaps[frame] > TOUCHING_PX:
            apart = frame
        elif apart is not None:
            return apart, frame
    return None
