"""A floating or sinking body on film, by the forces on it."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

_WATER: Final = (70, 150, 240)


def edge_of(values: Mapping[str, float]) -> float:
    """Give the edge of a cube of the body's volume; 30 cm where nothing is said of its size."""
    return values["volume"] ** (1 / 3) if "volume" in values else 0.3


def floating_scene(values: Mapping[str, float]) -> Scene:
    """Build a tank in which a body, held at the surface, is let go."""
    edge_m = edge_of(values)
    g, depth_m = values["gravity"], 3.2 * edge_m
    rho, fluid = values["density"] + values["cargo_density"], values["fluid_density"]
    # Held three quarters under: what floats then moves least, what sinks farthest.
    held_m = -edge_m / 4
    seconds = 8.0 * math.sqrt(edge_m / g)
    if rho > fluid:
        pull = (rho - fluid) / (rho + 0.5 * fluid) * g
        seconds = 1.5 * math.sqrt(2 * depth_m / pull) + depth_m / math.sqrt(
            2 * g * edge_m * max(rho / fluid - 1, 1e-3)
        )
    faster = pace(seconds + 1.0)

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        """Weight, buoyancy, added mass, drag, and the waves that damp what bobs."""
        height, speed = float(y[0]), float(y[1])
        wet = min(1.0, max(0.0, 0.5 - height / edge_m))
        force = (fluid * wet - rho) * g
        force -= fluid * wet * speed * (0.5 * abs(speed) / edge_m)
        if 0.0 < wet < 1.0:
            force -= 2.0 * fluid * speed * math.sqrt(g / edge_m)
        return speed, force / (rho + 0.5 * fluid * wet)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        lowest = -depth_m + edge_m / 2
        states = integrate(
            rates, (held_m, 0.0), times_s * faster, until=lambda _t, y: float(y[0]) - lowest,
            longest_step_s=0.05 * math.sqrt(edge_m / g),
        )  # fmt: skip
        return poses(0.0, states[:, 0], 0.0, times_s)

    half_m = 2.6 * edge_m
    water = Body(
        name="liquid", role=BodyRole.MARK, shape=Box(2 * half_m, depth_m), colour=_WATER,
        x_m=0.0, y_m=-depth_m / 2,
    )  # fmt: skip
    body = Body(
        name="body", role=BodyRole.MOVING, shape=Box(edge_m, edge_m), colour=BLOCK,
        x_m=0.0, y_m=held_m, path=path,
    )  # fmt: skip
    floor = ground(-half_m, half_m, 0.3 * edge_m, -depth_m)
    return Scene(
        bodies=(water, floor, body),
        gravity_m_s2=g,
        duration_s=seconds / faster + 0.7,
        x_min_m=-half_m,
        x_max_m=half_m,
        y_min_m=-depth_m - 0.3 * edge_m,
        y_max_m=1.2 * edge_m,
        scale_bar_m=scale_bar_m(4 * edge_m),
    )
