"""Heat supplied on film: a gauge that rises with temperature and with what has changed phase."""

import math
from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.heat_slots import ENERGY, TIME
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, LANDING, RAMP, ground, scale_bar_m
from storyworld.records.scenario import BodyRole


def heat_scene(values: Mapping[str, float]) -> Scene:
    """Build a gauge whose index rises with temperature and with what has melted or boiled."""
    q, m = values["heat_per_kg"], values["mass"]
    power = output(values) if "power" in values else m * q / 10.0
    times = [values[s.name] for s in TIME.slots if s.name in values]
    energies = [values[s.name] for s in ENERGY.slots if s.name in values]
    asked = max(times) if times else max(energies, default=m * q) / power
    # Whatever is supplied in excess is cut off where it is plain.
    until = min(asked, 1.25 * m * q / power)
    faster = until / 8.0 if until < 8.0 else pace(until)

    @cache
    def supplied(moments: tuple[float, ...]) -> NDArray[np.float64]:
        seconds = np.minimum(np.array(moments) * faster, until)
        return heat_supplied(values, power, seconds) / (m * q)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(0.0, supplied(tuple(times_s)), 0.0, times_s)

    gauge = Body(name="gauge", role=BodyRole.MARK, shape=Box(0.08, 1.3), colour=RAMP,
                 x_m=-0.2, y_m=0.65)  # fmt: skip
    line = Body(name="line", role=BodyRole.MARK, shape=Box(0.5, 0.012), colour=LANDING,
                x_m=-0.05, y_m=1.0)  # fmt: skip
    index = Body(name="index", role=BodyRole.MOVING, shape=Box(0.22, 0.07), colour=BLOCK,
                 x_m=0.0, y_m=0.0, path=path)  # fmt: skip
    return Scene(
        bodies=(ground(-0.6, 0.6, 0.06, -0.05), gauge, line, index),
        gravity_m_s2=9.81, duration_s=until / faster + 0.4,
        x_min_m=-0.6, x_max_m=0.6, y_min_m=-0.11, y_max_m=1.4, scale_bar_m=scale_bar_m(1.2),
    )  # fmt: skip


def heat_supplied(
    values: Mapping[str, float], power: float, seconds: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Let power act on temperature and phase, and count the heat back from both.

    The state is the temperature and the share that has changed its phase; while the share grows
    the temperature stands still.
    """
    m, c, latent = values["mass"], values["specific_heat"], values["latent_heat"]
    later = values.get("specific_heat_after", 0.0) or c
    start = values.get("start", 293.15)
    turn = values.get("turn", start + values.get("rise", 0.0))
    way = math.copysign(1.0, turn - start) if turn != start else 1.0

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        before_turn = (turn - float(y[0])) * way > 0.0 and float(y[1]) < 0.5
        if before_turn:
            return way * power / (m * c), 0.0
        if latent > 0.0 and float(y[1]) < 1.0:
            return 0.0, power / (m * latent)
        return way * power / (m * later), 0.0

    step = max(float(seconds[-1]) / 500, 1e-9)
    states = integrate(rates, (start, 0.0), seconds, longest_step_s=step)
    warmed = np.minimum(np.abs(states[:, 0] - start), abs(turn - start))
    beyond = np.maximum(np.abs(states[:, 0] - start) - abs(turn - start), 0.0)
    return np.asarray(m * (c * warmed + latent * np.minimum(states[:, 1], 1.0) + later * beyond))


def output(values: Mapping[str, float]) -> float:
    """Give the power that reaches what is heated, W."""
    return values["efficiency"] * values["heaters"] * values["power"]
