"""A draining tank and its jet on film: the liquid's own equations of motion."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, BLOCK, BOXES, LANDING, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

_LIQUID: Final = (70, 150, 240)
_WALLS: Final = (BOXES[6], BOXES[10])
_LONG: Final = 3.0
_LEAST_S: Final = 1.5


def jet_speed(head_m: float, gravity: float) -> float:
    """Give the speed of what leaves a hole: a parcel that has come down from the surface."""
    seconds = _LONG * math.sqrt(2 * head_m / gravity)
    states = integrate(
        lambda _t, y: (-float(y[1]), gravity), (head_m, 0.0), np.array([0.0, seconds]),
        until=lambda _t, y: float(y[0]),
    )  # fmt: skip
    return float(states[-1, 1])


def level_m(values: Mapping[str, float], moments: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the level over the hole: what flows out is missing above."""
    share = values["discharge"] * values["hole_area"] / values["tank_area"]
    g, last = values["gravity"], values.get("final_level", 0.0)
    floor = max(last, 1e-6 * values["head"])

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float]:
        return (-share * math.sqrt(2 * g * max(float(y[0]), 0.0)),)

    longest = max(float(moments[-1]) / 400, 1e-6)
    states = integrate(rates, (values["head"],), moments, until=lambda _t, y: float(y[0]) - floor,
                       longest_step_s=longest)  # fmt: skip
    return states[:, 0]


def draining_scene(values: Mapping[str, float], seconds: float) -> Scene:
    """Build a tank whose level falls, with a float on it, for so long."""
    head = values["head"]
    faster = pace(seconds)
    half_m, wall_m, size_m = 0.5 * head, 0.05 * head, 0.12 * head

    @cache
    def levels(moments: tuple[float, ...]) -> NDArray[np.float64]:
        return level_m(values, np.array(moments) * faster)

    def of_float(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(0.0, levels(tuple(times_s)) + size_m / 2, 0.0, times_s)

    def of_liquid(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(0.0, levels(tuple(times_s)) - head / 2, 0.0, times_s)

    liquid = Body(name="liquid", role=BodyRole.MARK, shape=Box(2 * half_m, head), colour=_LIQUID,
                  x_m=0.0, y_m=head / 2, path=of_liquid)  # fmt: skip
    walls = tuple(
        Body(name=f"wall_{n + 1}", role=BodyRole.SUPPORT, shape=Box(wall_m, 1.3 * head),
             colour=_WALLS[n], x_m=side * (half_m + wall_m / 2), y_m=0.6 * head)
        for n, side in enumerate((-1.0, 1.0))
    )  # fmt: skip
    buoy = Body(name="float", role=BodyRole.MOVING, shape=Box(2 * size_m, size_m), colour=BLOCK,
                x_m=0.0, y_m=head + size_m / 2, path=of_float)  # fmt: skip
    # Below the bottom the sinking liquid is out of sight.
    floor = ground(-half_m - wall_m, half_m + wall_m, 1.2 * head)
    return Scene(
        bodies=(liquid, floor, *walls, buoy), gravity_m_s2=values["gravity"],
        duration_s=max(1.0, seconds / faster) + 0.5,
        x_min_m=-0.7 * head, x_max_m=0.7 * head, y_min_m=-0.15 * head, y_max_m=1.35 * head,
        scale_bar_m=scale_bar_m(1.4 * head), pace=faster,
    )  # fmt: skip


def jet_scene(values: Mapping[str, float], *, upwards: bool) -> Scene:
    """Build a full tank and one drop of the jet from its hole."""
    head, g = values["head"], values["gravity"]
    drop_m = values.get("drop", 0.6 * head)
    reach_m = 0.0 if upwards else 2 * math.sqrt(head * drop_m)
    size_m = max(head + (0.3 * head if upwards else drop_m), reach_m)
    radius_m = 0.022 * size_m
    seconds = math.sqrt(2 * head / g) * 2 if upwards else math.sqrt(2 * drop_m / g)
    wide_m, wall_m = 0.7 * head, 0.03 * size_m
    low_m = -radius_m if upwards else -drop_m - radius_m
    spout_m = 3 * radius_m if upwards else wall_m + radius_m

    # A flight too short to be measured is filmed slower: what is asked is where it goes.
    paced = min(1.0, seconds / _LEAST_S)

    @cache
    def flight(moments: tuple[float, ...]) -> NDArray[np.float64]:
        speed = jet_speed(head, g) * (math.sqrt(1 - values["jet_loss"]) if upwards else 1.0)
        across, up = (0.0, speed) if upwards else (speed, 0.0)
        return integrate(
            lambda _t, y: (float(y[2]), float(y[3]), 0.0, -g), (spout_m, 0.0, across, up),
            np.array(moments) * paced,
            until=lambda t, y: 1.0 if t < 1e-6 else float(y[1]) - (low_m + radius_m),
        )  # fmt: skip

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        states = flight(tuple(times_s))
        return poses(states[:, 0], states[:, 1], 0.0, times_s)

    liquid = Body(name="liquid", role=BodyRole.MARK, shape=Box(wide_m, head + 2 * radius_m),
                  colour=_LIQUID, x_m=-wide_m / 2, y_m=head / 2 - radius_m)  # fmt: skip
    walls = tuple(
        Body(name=f"wall_{n + 1}", role=BodyRole.SUPPORT, shape=Box(wall_m, tall), colour=_WALLS[n],
             x_m=x, y_m=y)
        for n, x, y, tall in (
            (0, -wide_m - wall_m / 2, head / 2 - 2 * radius_m, 1.2 * head),
            (1, wall_m / 2, head / 2 + 1.5 * radius_m + 0.05 * head, 1.1 * head - 3 * radius_m),
        )
    )  # fmt: skip
    surface = Body(name="surface", role=BodyRole.MARK,
                   shape=Box(wide_m + (0.8 * head if upwards else 0.2 * head), 0.008 * size_m),
                   colour=LANDING, y_m=head,
                   x_m=(0.4 if upwards else 0.1) * head - wide_m / 2)  # fmt: skip
    drop = Body(name="drop", role=BodyRole.MOVING, shape=Disc(radius_m), colour=BALL,
                x_m=spout_m, y_m=0.0, path=path)  # fmt: skip
    right_m = 0.8 * head if upwards else 1.1 * reach_m + 0.1 * size_m
    return Scene(
        bodies=(ground(-wide_m - wall_m, right_m, 0.06 * size_m, low_m), liquid, *walls, surface,
                drop),
        gravity_m_s2=g, duration_s=seconds / paced + 0.3,
        x_min_m=-wide_m - 2 * wall_m, x_max_m=right_m,
        y_min_m=low_m - 0.06 * size_m, y_max_m=1.15 * head + 2 * radius_m,
        scale_bar_m=scale_bar_m(right_m + wide_m), pace=paced,
    )  # fmt: skip
