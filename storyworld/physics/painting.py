"""The second view of a scene: shapes painted as pictures with exact-coverage edges.

Plain colours on a near-white ground, no shadow, no grain: what a measuring observer needs and a
codec keeps. Supports, marks and the scale bar are painted once; each frame adds what moves.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Box, Disc, Motion, Polygon, Scene
from storyworld.physics.staging import SCALE_BAR, scale_strip_px
from storyworld.records.scenario import BodyRole, Camera, Clock, Colour, Shot

CLOCK_COLOUR: Final[Colour] = (20, 20, 20)
BACKGROUND: Final[Colour] = (245, 245, 242)
_CAPTION: Final[Colour] = (120, 120, 124)
_BAR_THICKNESS_PX: Final = 5
_BAR_LEFT_PX: Final = 16
_INVISIBLE_PX: Final = 0.004

Picture = NDArray[np.uint8]  # (height, width, 3)


def paint(scene: Scene, motion: Motion, shot: Shot) -> Iterator[Picture]:
    """Paint the frames of a motion in order.

    Parameters
    ----------
    scene, motion
        The shapes, and where they are; `motion.poses` has shape ``(frames, bodies, 3)``.
    shot
        Its camera decides size and scale; its mark ``scale_bar`` the bar's colour.

    Yields
    ------
    numpy.ndarray
        Pictures of shape ``(height, width, 3)``, uint8 sRGB; without a clock the same object again
        while nothing moves. Pixel ``(i, j)`` covers the square ``[j, j+1) x [i, i+1)``; a straight
        edge colours it in proportion to the area covered.
    """
    stirs = [b.role is BodyRole.MOVING or b.path is not None for b in scene.bodies]
    behind = stirs.index(True) if True in stirs else len(stirs)
    plate = _paint_plate(scene, behind, motion, shot)
    above = list(enumerate(scene.bodies))[behind:]
    canvas, painted = plate, None
    for poses, time_s in zip(motion.poses, motion.times_s, strict=True):
        if painted is None or _visibly_differ(poses, painted, shot.camera):
            canvas, painted = plate.copy(), poses
            for index, body in above:
                _paint_body(canvas, body, poses[index], shot.camera)
        yield canvas.picture if shot.clock is None else _timed(canvas, shot.clock, time_s)


def _visibly_differ(
    poses: NDArray[np.float64], painted: NDArray[np.float64], camera: Camera
) -> bool:
    """Whether anything moved or turned by more than a few thousandths of a pixel."""
    reach_px = np.array([camera.pixels_per_metre, camera.pixels_per_metre, camera.width_px])
    return bool((np.abs(poses - painted) * reach_px).max(initial=0.0) > _INVISIBLE_PX)


@dataclass(frozen=True)
class _Canvas:
    """A picture, and how much of each pixel bodies cover already, 0..1.

    Bodies that touch within a pixel share it without the background showing through between
    them, as painting one over the other would have it.
    """

    picture: Picture
    covered: NDArray[np.float32]

    def copy(self) -> "_Canvas":
        return _Canvas(self.picture.copy(), self.covered.copy())

    def blend(self, part: tuple[slice, slice], share: NDArray[np.float64], colour: Colour) -> None:
        """Colour a share of each pixel: first what is background, then what is painted."""
        region, covered = self.picture[part], self.covered[part]
        fresh = np.minimum(share, 1.0 - covered)
        over = (share - fresh)[..., None]
        ink = np.array(colour, dtype=np.float32)
        mixed = region + fresh[..., None] * (ink - np.array(BACKGROUND, dtype=np.float32))
        mixed += over * (ink - mixed)
        region[:] = np.rint(np.clip(mixed, 0, 255)).astype(np.uint8)
        covered += fresh


def _paint_plate(scene: Scene, behind: int, motion: Motion, shot: Shot) -> _Canvas:
    """Paint what is the same in every frame: background, the first bodies, the scale bar."""
    camera = shot.camera
    size = (camera.height_px, camera.width_px)
    canvas = _Canvas(np.empty((*size, 3), dtype=np.uint8), np.zeros(size, dtype=np.float32))
    canvas.picture[:] = BACKGROUND
    for index, body in enumerate(scene.bodies[:behind]):
        _paint_body(canvas, body, motion.poses[0, index], camera)
    if shot.scale_bar_m is not None:
        _paint_scale_bar(canvas, shot, shot.scale_bar_m)
    return canvas


def _paint_body(canvas: _Canvas, body: Body, pose: NDArray[np.float64], camera: Camera) -> None:
    """Blend one body into the part of the picture above the scale bar's strip."""
    scale = camera.pixels_per_metre
    x_px = camera.origin_x_px + pose[0] * scale
    y_px = camera.origin_y_px - pose[1] * scale
    match body.shape:
        case Disc(radius_m):
            radius_px = radius_m * scale
            corners = None
            reach = np.array(
                [[x_px - radius_px, y_px - radius_px], [x_px + radius_px, y_px + radius_px]]
            )
        case Box(width_m, height_m):
            half = np.array([width_m / 2, height_m / 2])
            corners = half * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
        case Polygon(vertices_m):
            corners = np.array(vertices_m)
    if corners is not None:
        cos, sin = math.cos(pose[2]), math.sin(pose[2])
        turned = corners @ np.array([[cos, -sin], [-sin, -cos]]) * scale  # y flips to point down
        corners = turned + np.array([x_px, y_px])
        reach = np.array([corners.min(axis=0), corners.max(axis=0)])

    floor_px = camera.height_px - scale_strip_px(camera.height_px)
    left, top = (max(0, math.floor(v) - 1) for v in reach[0])
    right = min(camera.width_px, math.ceil(reach[1, 0]) + 1)
    bottom = min(floor_px, math.ceil(reach[1, 1]) + 1)
    if left >= right or top >= bottom:
        return
    x = np.arange(left, right) + 0.5
    y = (np.arange(top, bottom) + 0.5)[:, None]
    if corners is None:
        coverage = np.clip(radius_px + 0.5 - np.hypot(x - x_px, y - y_px), 0.0, 1.0)
    else:
        coverage = _polygon_coverage(x, y, corners)
    canvas.blend((slice(top, bottom), slice(left, right)), coverage, body.colour)


def _polygon_coverage(
    x: NDArray[np.float64], y: NDArray[np.float64], corners: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the share of each pixel inside a convex polygon: the product over its edges.

    `corners` run counter-clockwise as seen, with y pointing down, shape ``(n, 2)``.
    """
    coverage = np.ones(np.broadcast_shapes(x.shape, y.shape))
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = math.hypot(x1 - x0, y1 - y0)
        normal_x, normal_y = (y0 - y1) / length, (x1 - x0) / length
        # A pixel's width across the edge: 1 for upright edges, sqrt(2) for diagonal ones.
        width = abs(normal_x) + abs(normal_y)
        inside = -((x - x0) * normal_x + (y - y0) * normal_y)
        coverage *= np.clip(inside / width + 0.5, 0.0, 1.0)
    return coverage


def _paint_scale_bar(canvas: _Canvas, shot: Shot, length_m: float) -> None:
    camera = shot.camera
    strip_px = scale_strip_px(camera.height_px)
    strip = slice(camera.height_px - strip_px, camera.height_px)
    canvas.picture[strip], canvas.covered[strip] = BACKGROUND, 0.0
    length_px = length_m * camera.pixels_per_metre
    middle = camera.height_px - strip_px // 2
    top = middle - _BAR_THICKNESS_PX // 2
    x = np.arange(camera.width_px)
    coverage = np.clip(np.minimum(x + 1 - _BAR_LEFT_PX, _BAR_LEFT_PX + length_px - x), 0.0, 1.0)
    bar = (slice(top, top + _BAR_THICKNESS_PX), slice(0, camera.width_px))
    share = np.broadcast_to(coverage, (_BAR_THICKNESS_PX, camera.width_px))
    canvas.blend(bar, share, shot.body(SCALE_BAR).colour)
    _write(canvas.picture, f"{length_m:g} m", _BAR_LEFT_PX + math.ceil(length_px) + 10, middle + 5)


def _timed(canvas: _Canvas, clock: Clock, time_s: float) -> Picture:
    """Give the picture with the clock's mark where it stands at a time."""
    picture = canvas.picture.copy()
    middle = clock.left_px + (clock.right_px - clock.left_px) * time_s / clock.lasts_s
    half = clock.width_px / 2
    x = np.arange(picture.shape[1])
    share = np.clip(np.minimum(x + 1 - (middle - half), middle + half - x), 0.0, 1.0)[:, None]
    ground, ink = np.array(BACKGROUND), np.array(CLOCK_COLOUR)
    row = np.rint(ground + share * (ink - ground)).astype(np.uint8)
    picture[clock.top_px : clock.bottom_px] = row
    return picture


def _write(plate: Picture, words: str, x: int, y: int) -> None:
    """Write a caption for people; grey, so that nobody takes it for a part of the bar."""
    import cv2

    cv2.putText(plate, words, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.45, _CAPTION, 1, cv2.LINE_AA)
