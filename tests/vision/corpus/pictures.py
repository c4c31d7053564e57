"""A plot painted, grained, blurred, and encoded: what a camera would have left of it."""

import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Disc, Polygon
from storyworld.physics.staging import SCALE_BAR, scale_strip_px
from storyworld.records.scenario import BodyRole, Camera, Colour, Shot
from tests.vision.corpus.looks import Look

Poses = NDArray[np.float64]  # (frames, bodies, 3), NaN where a body is not painted
Cover = tuple[tuple[slice, slice], NDArray[np.float32]]
_BAR_LEFT_PX: Final = 16
_BAR_THICK_PX: Final = 5
_CLOCK_INK: Final = 20.0
_GRAIN_SPARE_PX: Final = 64


class _Canvas:
    """Colours, and how much of each pixel is a body: two that meet in a pixel leave no seam."""

    def __init__(self, ground: Colour, height: int, width: int) -> None:
        self.ground = np.array(ground, dtype=np.float32)
        self.pixels = np.empty((height, width, 3), dtype=np.float32)
        self.pixels[:] = self.ground
        self.covered = np.zeros((height, width), dtype=np.float32)

    def copy(self) -> "_Canvas":
        new = object.__new__(_Canvas)
        new.ground, new.pixels, new.covered = self.ground, self.pixels.copy(), self.covered.copy()
        return new

    def lay(self, cover: Cover | None, colour: Colour) -> None:
        if cover is None:
            return
        part, share = cover
        region, covered = self.pixels[part], self.covered[part]
        fresh = np.minimum(share, 1.0 - covered)
        ink = np.array(colour, dtype=np.float32)
        region += fresh[..., None] * (ink - self.ground)
        region += (share - fresh)[..., None] * (ink - region)
        covered += fresh


def paint(bodies: tuple[Body, ...], poses: Poses, shot: Shot, look: Look) -> Iterator[np.ndarray]:
    """Paint bodies in order, pose by pose, each picture ``(height, width, 3)`` uint8."""
    import cv2

    camera = shot.camera
    grain = _Grain(look, camera)
    stirs = [bool(np.ptp(np.nan_to_num(poses[:, n], nan=1e9), axis=0).any())
             for n in range(len(bodies))]  # fmt: skip
    behind = stirs.index(True) if True in stirs else len(bodies)
    plate = _Canvas(look.ground, camera.height_px, camera.width_px)
    for index in range(behind):
        plate.lay(_cover(bodies[index], poses[0, index], camera), bodies[index].colour)
    _paint_bar(plate, shot)
    held = {n: _cover(bodies[n], poses[0, n], camera)
            for n in range(behind, len(bodies)) if not stirs[n]}  # fmt: skip
    for frame in range(len(poses)):
        canvas = plate.copy()
        for index in range(behind, len(bodies)):
            cover = (
                held[index] if index in held else _cover(bodies[index], poses[frame, index], camera)
            )
            canvas.lay(cover, bodies[index].colour)
        _paint_clock(canvas, shot, frame / camera.frame_rate_hz)
        picture = canvas.pixels
        if look.blur_px:
            picture = cv2.GaussianBlur(picture, (0, 0), look.blur_px)
        yield grain.over(picture)


def _cover(body: Body, pose: NDArray[np.float64], camera: Camera) -> Cover | None:
    """Give where a body is in the picture above the strip, and its share of each pixel there."""
    if not np.isfinite(pose).all():
        return None
    scale = camera.pixels_per_metre
    x_px, y_px = camera.origin_x_px + pose[0] * scale, camera.origin_y_px - pose[1] * scale
    corners = None
    if isinstance(body.shape, Disc):
        radius = body.shape.radius_m * scale
        reach = x_px - radius, y_px - radius, x_px + radius, y_px + radius
    else:
        if isinstance(body.shape, Polygon):
            own = np.array(body.shape.vertices_m)
        else:
            half = np.array([body.shape.width_m, body.shape.height_m]) / 2
            own = half * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
        cos, sin = math.cos(pose[2]), math.sin(pose[2])
        corners = own @ np.array([[cos, -sin], [-sin, -cos]]) * scale + np.array([x_px, y_px])
        reach = (*corners.min(axis=0), *corners.max(axis=0))
    left, top = max(0, math.floor(reach[0]) - 1), max(0, math.floor(reach[1]) - 1)
    right = min(camera.width_px, math.ceil(reach[2]) + 1)
    bottom = min(camera.height_px - scale_strip_px(camera.height_px), math.ceil(reach[3]) + 1)
    if left >= right or top >= bottom:
        return None
    x, y = np.arange(left, right) + 0.5, (np.arange(top, bottom) + 0.5)[:, None]
    if corners is None:
        share = np.clip(radius + 0.5 - np.hypot(x - x_px, y - y_px), 0.0, 1.0)
    else:
        share = np.ones((bottom - top, right - left))
        for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            length = math.hypot(x1 - x0, y1 - y0)
            across_x, across_y = (y0 - y1) / length, (x1 - x0) / length
            away = (x - x0) * across_x + (y - y0) * across_y
            share *= np.clip(0.5 - away / (abs(across_x) + abs(across_y)), 0.0, 1.0)
    return (slice(top, bottom), slice(left, right)), share.astype(np.float32)


def _paint_bar(canvas: _Canvas, shot: Shot) -> None:
    """Paint the scale bar into the strip, as long as the shot says."""
    if shot.scale_bar_m is None:
        return
    camera = shot.camera
    middle = camera.height_px - scale_strip_px(camera.height_px) // 2
    top = middle - _BAR_THICK_PX // 2
    x = np.arange(camera.width_px)
    right = _BAR_LEFT_PX + shot.scale_bar_m * camera.pixels_per_metre
    share = np.clip(np.minimum(x + 1 - _BAR_LEFT_PX, right - x), 0.0, 1.0).astype(np.float32)
    part = slice(top, top + _BAR_THICK_PX), slice(0, camera.width_px)
    canvas.lay((part, np.broadcast_to(share, (_BAR_THICK_PX, len(x)))), shot.body(SCALE_BAR).colour)


def _paint_clock(canvas: _Canvas, shot: Shot, time_s: float) -> None:
    clock = shot.clock
    if clock is None:
        return
    middle = clock.left_px + (clock.right_px - clock.left_px) * time_s / clock.lasts_s
    x = np.arange(canvas.pixels.shape[1])
    half = clock.width_px / 2
    share = np.clip(np.minimum(x + 1 - (middle - half), middle + half - x), 0.0, 1.0)[:, None]
    row = canvas.ground + share * (_CLOCK_INK - canvas.ground)
    canvas.pixels[clock.top_px : clock.bottom_px] = row


class _Grain:
    """Sensor noise and flicker; one field of noise, looked at from another place each frame."""

    def __init__(self, look: Look, camera: Camera) -> None:
        self._look = look
        seed = (look.crf, round(1e6 * look.noise_sigma), round(1e6 * look.framing.zoom))
        self._chance = np.random.default_rng(seed)
        size = camera.height_px + _GRAIN_SPARE_PX, camera.width_px + _GRAIN_SPARE_PX, 3
        self._field = (
            look.noise_sigma * self._chance.standard_normal(size, dtype=np.float32)
            if look.noise_sigma
            else None
        )

    def over(self, picture: NDArray[np.float32]) -> np.ndarray:
        look, chance = self._look, self._chance
        if look.flicker:
            picture = picture * np.float32(1 + chance.uniform(-look.flicker, look.flicker))
        if self._field is not None:
            y, x = chance.integers(0, _GRAIN_SPARE_PX, 2)
            height, width = picture.shape[:2]
            sign = np.float32(chance.choice((-1, 1)))
            picture = picture + sign * self._field[y : y + height, x : x + width]
        return np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def encode(pictures: Iterator[np.ndarray], path: Path, shot: Shot, crf: int) -> None:
    """Write a film as the project does, but as strongly compressed as asked."""
    import av

    camera = shot.camera
    rate = Fraction(camera.frame_rate_hz).limit_denominator(1001)
    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height = camera.width_px, camera.height_px
        stream.pix_fmt, stream.thread_count = "yuv420p", 1
        stream.options = {"preset": "veryfast", "crf": str(crf)}
        for count, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = count, 1 / rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def declared(shot: Shot, look: Look) -> Shot:
    """Give the shot as this look is filmed: a light bar and no clock on a dark ground."""
    if not look.dark:
        return shot
    bodies = tuple(
        mark.revised(colour=look.bar)
        if mark.name == SCALE_BAR and mark.role is BodyRole.MARK
        else mark
        for mark in shot.bodies
    )
    return shot.revised(bodies=bodies, clock=None)
