"""Light on film: a pulse whose ray bends by the eikonal equation, and images where rays meet."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.physics.scenery import BALL, BLOCK, BOXES, LANDING, scale_bar_m
from storyworld.records.scenario import BodyRole

_MEDIUM: Final = (70, 150, 240)
_LAYER_M: Final = 0.02
_FOLLOWERS: Final = 8
_ARM_M: Final = 0.9
_RADIUS_M: Final = 0.04
_SECONDS: Final = 4.0


def trace(
    n1: float, n2: float, angle_deg: float, way_m: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Follow a ray from below through a surface whose index changes within a thin layer.

    Parameters
    ----------
    n1, n2
        Indices below and above the surface at y = 0.
    angle_deg
        Of incidence, from the normal.
    way_m
        Optical path lengths at which the ray is wanted, increasing from 0, shape ``(n,)``.

    Returns
    -------
    numpy.ndarray
        Positions, shape ``(n, 2)``; the ray starts `_ARM_M` before the surface.

    References
    ----------
    M. Born, E. Wolf, Principles of Optics, section 3.2: d(n dr/ds)/ds = grad n.
    """
    angle = math.radians(angle_deg)

    def index(y: float) -> tuple[float, float]:
        inner = max(-1.0, min(1.0, y / _LAYER_M))
        share = 0.5 + 0.75 * inner - 0.25 * inner**3
        slope = 0.75 * (1 - inner * inner) / _LAYER_M
        return n1 + (n2 - n1) * share, (n2 - n1) * slope

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float, float, float]:
        n, slope = index(float(y[1]))
        # Along the optical path t, ds = dt / n, and p = n dr/ds.
        return float(y[2]) / n**2, float(y[3]) / n**2, 0.0, slope / n

    start = (-_ARM_M * math.sin(angle), -_ARM_M * math.cos(angle), n1 * math.sin(angle),
             n1 * math.cos(angle))  # fmt: skip
    return integrate(rates, start, way_m, longest_step_s=0.01)[:, :2]


def ray_scene(values: Mapping[str, float]) -> Scene:
    """Build a surface between two media and a pulse of light, dots behind it, that meets it."""
    n1, n2, angle = values["n1"], values["n2"], min(values["angle"], 89.0)
    # As long on either side, whatever the media.
    whole = _ARM_M * (n1 + max(n1, n2))

    @cache
    def traced(moments: tuple[float, ...]) -> NDArray[np.float64]:
        grid = np.linspace(0.0, whole, 400)
        line = trace(n1, n2, angle, grid)
        at = np.clip(np.array(moments), 0.0, _SECONDS) / _SECONDS * whole
        return np.stack([np.interp(at, grid, line[:, k]) for k in (0, 1)], axis=1)

    def pulse(delay_s: float) -> Path:
        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            found = traced(tuple(times_s - delay_s))
            return poses(found[:, 0], found[:, 1], 0.0, times_s)

        return path

    x0, y0 = -_ARM_M * math.sin(math.radians(angle)), -_ARM_M * math.cos(math.radians(angle))
    dense = -0.5 if n1 >= n2 else 0.5
    medium = Body(name="medium", role=BodyRole.MARK, shape=Box(2.2, 1.0), colour=_MEDIUM,
                  x_m=0.0, y_m=dense)  # fmt: skip
    normal = Body(name="normal", role=BodyRole.MARK, shape=Box(0.012, 1.9), colour=LANDING,
                  x_m=0.0, y_m=0.0)  # fmt: skip
    tail = tuple(
        Body(name=f"dot_{n + 1}", role=BodyRole.MARK, shape=Disc(0.4 * _RADIUS_M), colour=BOXES[3],
             x_m=x0, y_m=y0, path=pulse(0.12 * _SECONDS * (n + 1)))
        for n in range(_FOLLOWERS)
    )  # fmt: skip
    head = Body(name="pulse", role=BodyRole.MOVING, shape=Disc(_RADIUS_M), colour=BALL,
                x_m=x0, y_m=y0, path=pulse(0.0))  # fmt: skip
    return Scene(
        bodies=(medium, normal, *tail, head), gravity_m_s2=9.81, duration_s=_SECONDS + 0.4,
        x_min_m=-1.1, x_max_m=1.1, y_min_m=-1.0, y_max_m=1.0, scale_bar_m=0.5,
    )  # fmt: skip


def image_scene(values: Mapping[str, float]) -> Scene:
    """Build a lens or mirror, an object before it, and its image where two of its rays meet."""
    mirror = "focal_length" not in values
    away = values.get("object_distance", 1.0)
    tall = values.get("object_height", 0.25 * away)
    if mirror:
        x, image = away, tall
    else:
        x, image = meeting(values["focal_length"] * values.get("diverging", 1.0), away, tall)
        # Far images are drawn at the edge of the picture, as tall as there is room.
        x = max(-6.0 * away, min(6.0 * away, x))
        image = max(-4.0 * tall, min(4.0 * tall, image))
    half = 0.6 * max(tall, abs(image))
    wide = max(away, abs(x))
    thick = 0.05 * max(wide, half)
    lens = Body(name="glass", role=BodyRole.MARK, shape=Box(0.6 * thick, 2.4 * half),
                colour=_MEDIUM, x_m=0.0, y_m=0.0)  # fmt: skip
    axis = Body(name="axis", role=BodyRole.MARK, shape=Box(2.6 * wide, 0.15 * thick),
                colour=LANDING, x_m=0.0, y_m=0.0)  # fmt: skip
    thing = _standing("object", -away, tall, thick, BLOCK)
    shown = _standing("image", x, image, thick, BOXES[4])
    return Scene(
        bodies=(axis, lens, shown, thing), gravity_m_s2=9.81, duration_s=2.0,
        x_min_m=-1.3 * wide, x_max_m=1.3 * wide,
        y_min_m=-2.2 * half, y_max_m=2.2 * half, scale_bar_m=scale_bar_m(2.6 * wide),
    )  # fmt: skip


def meeting(focal_m: float, away_m: float, tall_m: float) -> tuple[float, float]:
    """Give where two rays of an object's tip meet behind a thin lens: place and height.

    One ray passes the lens at its middle, the other at the height of the tip; a thin lens turns
    a ray by its height over the focal length.
    """
    slopes = []
    for height in (0.0, tall_m):
        before_it = (height - tall_m) / away_m
        slopes.append((height, before_it - height / focal_m))
    (a, u), (b, v) = slopes
    if abs(u - v) < 1e-9:
        return 1e9, -1e9
    x = (b - a) / (u - v)
    return x, a + u * x


def _standing(
    name: str, x_m: float, tall_m: float, wide_m: float, colour: tuple[int, int, int]
) -> Body:
    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(x_m, tall_m / 2, 0.0, times_s)

    size = max(abs(tall_m), 0.2 * wide_m)
    return Body(name=name, role=BodyRole.MOVING, shape=Box(wide_m, size), colour=colour,
                x_m=x_m, y_m=tall_m / 2, path=path)  # fmt: skip
