"""Scenes of powers: a load that a rope lifts, a vehicle that speeds up under a speedometer."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, BLOCK, LANDING, WALL, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

# What gets farther than asked goes on for so much of it, to show that it is past the line.
_PAST: Final = 1.2
_ANY_TIME_S: Final = 5.0


def gauge_m(v: Mapping[str, float]) -> float:
    """Give the way of the speedometer's pointer up to the speed asked for."""
    return 0.4 * v["speed"] * _time_s(v)


GAUGE: Final = gauge_m


def _time_s(v: Mapping[str, float]) -> float:
    return v.get("time", _ANY_TIME_S)


def _power_w(v: Mapping[str, float]) -> float:
    given = v["power"] if "power" in v and "time" in v else v["energy"] / _time_s(v)
    return v["efficiency"] * given


def _mass_kg(v: Mapping[str, float]) -> float:
    return v["mass"] * v["count"] + v["more_mass"]


def lifting(v: Mapping[str, float]) -> Scene:
    """Give a load that rises at full power: its rope pulls with P over its speed."""
    weight = _mass_kg(v) * v["gravity"]
    if "rate" in v and "height" not in v:
        life = 4.0
        height = v["rate"] * life
        power = v["efficiency"] * v["power"]
    else:
        life, height, power = _time_s(v), v["height"], _power_w(v)
    faster = pace(life)
    inertia = _mass_kg(v)

    # The rope pulls with the power over the speed. The load is filmed from when it moves
    # steadily: how it is first set going costs a winch no share of the energy.
    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        pull = min(power / max(float(y[1]), 1e-9), 1.5 * weight)
        return (float(y[1]), (pull - weight) / inertia)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        way = integrate(
            rates, (0.0, power / weight), times_s * faster,
            until=lambda _t, y: float(y[0]) - _PAST * height, longest_step_s=life / 10,
        )[:, 0]  # fmt: skip
        return poses(0.0, half + way, 0.0, times_s)

    half = 0.04 * height
    line = Body("line", BodyRole.MARK, Box(0.5 * height, 0.006 * height), LANDING, 0.0, height)
    shaft = Body("rail", BodyRole.MARK, Box(0.015 * height, 1.35 * height), WALL,
                 -3 * half, 0.675 * height)  # fmt: skip
    load = Body("load", BodyRole.MOVING, Box(2 * half, 2 * half), BLOCK, 0.0, half, path=path)
    wide = 0.4 * height
    return Scene(
        bodies=(ground(-3 * wide, 3 * wide, 0.05 * height), shaft, line, load),
        gravity_m_s2=v["gravity"],
        duration_s=life / faster,
        x_min_m=-wide,
        x_max_m=wide,
        y_min_m=-0.05 * height,
        y_max_m=1.35 * height,
        scale_bar_m=scale_bar_m(2 * wide),
    )


def running(v: Mapping[str, float]) -> Scene:
    """Give a vehicle that its power speeds up, and a pointer that shows its speed."""
    power, mass, life = _power_w(v), _mass_kg(v), _time_s(v)
    asked, start = v["speed"], v["start_speed"]
    climbs = v["gravity"] * v.get("height", 0.0) / max(asked * life, 1e-9)
    faster = pace(life)
    reach = asked * life
    scale = gauge_m(v) / max(asked - start, 1e-9)

    # In terms of the kinetic energy the equation of motion is smooth where the speed is zero.
    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        speed = math.sqrt(max(0.0, 2 * float(y[1]) / mass))
        pushes = speed < _PAST * asked
        return (speed, power - mass * climbs * asked if pushes else 0.0)

    def states(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return integrate(rates, (0.0, mass * start**2 / 2), times_s * faster,
                         longest_step_s=life / 50)  # fmt: skip

    size = 0.05 * reach

    def car(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(states(times_s)[:, 0], size / 3, 0.0, times_s)

    def pointer(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        speed = np.sqrt(np.maximum(2 * states(times_s)[:, 1] / mass, 0.0))
        return poses((speed - start) * scale, high, 0.0, times_s)

    high = 0.3 * reach
    dial = Body("dial", BodyRole.MARK, Box(0.62 * reach, 0.02 * reach), WALL, 0.25 * reach,
                high - 0.06 * reach)  # fmt: skip
    line = Body("line", BodyRole.MARK, Box(0.006 * reach, 0.1 * reach), LANDING,
                gauge_m(v) + 0.03 * reach, high + 0.02 * reach)  # fmt: skip
    return Scene(
        bodies=(
            ground(-reach, 3 * reach, 0.03 * reach), dial, line,
            Body("pointer", BodyRole.MOVING, Disc(0.03 * reach), BALL, 0.0, high, path=pointer),
            Body("car", BodyRole.MOVING, Box(size, size * 2 / 3), BLOCK, 0.0, size / 3, path=car),
        ),
        gravity_m_s2=v["gravity"],
        duration_s=life / faster,
        x_min_m=-2 * size,
        x_max_m=_PAST * reach + 2 * size,
        y_min_m=-0.03 * reach,
        y_max_m=high + 0.1 * reach,
        scale_bar_m=scale_bar_m(reach),
    )  # fmt: skip
