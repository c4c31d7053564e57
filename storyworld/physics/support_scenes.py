"""Scenes of what is held up: a body on a line, and what gas or thrust lifts off the ground."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.physics.scenery import BALL, BLOCK, WALL, ground
from storyworld.records.scenario import BodyRole

# The scene stands for any: what holds a body up does not turn on its size.
EXTENT_M: Final = 2.0
_RADIUS_M: Final = 0.12
_HIGH_M: Final = 1.2
_RISE_M: Final = 1.4


def net(v: Mapping[str, float]) -> tuple[float, float]:
    """Give the force upward on the body (N) and the mass that it moves (kg)."""
    mass = v.get("mass", 1.0) + v.get("more_mass", 0.0) + v.get("third_mass", 0.0)
    weight = mass * v["gravity"]
    if v.get("balloon") and "volume" in v and "gas_density" in v and "mass" in v:
        volume = v["volume"] * v["count"]
        rho, gas = v["air_density"], v["gas_density"]
        # The gas moves along, and half of the air displaced (a ball's added mass).
        moved = mass + (gas + rho / 2) * volume
        return (rho - gas) * volume * v["gravity"] - weight, moved
    if "force" in v and "mass" in v:
        return v["count"] * v["force"] - weight, mass
    return (0.5 if v.get("support", 0.0) > 0.5 else -1.0) * weight, mass


def _moving(push: float, start_m: float, end_m: float, faster: float) -> Path:
    """Give the way of a body under a steady force per mass; it ends where it lands or arrives."""

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        way = integrate(
            lambda _t, y: (float(y[1]), push), (start_m, 0.0), times_s * faster,
            until=lambda _t, y: float(y[0]) - end_m, longest_step_s=0.1 * faster,
        )[:, 0]  # fmt: skip
        return poses(0.0, way, 0.0, times_s)

    return path


def _scene(bodies: tuple[Body, ...], gravity: float, seconds: float) -> Scene:
    return Scene(
        bodies=(ground(-4.0, 4.0, 0.1), *bodies), gravity_m_s2=gravity, duration_s=seconds,
        x_min_m=-0.9, x_max_m=0.9, y_min_m=-0.1, y_max_m=EXTENT_M, scale_bar_m=0.5,
    )  # fmt: skip


def holding(v: Mapping[str, float]) -> Scene:
    """Give a body in mid-air: held, or falling by what its weight exceeds the pull."""
    push, mass = net(v)
    if push >= 0:
        body = Body("body", BodyRole.MOVING, Disc(_RADIUS_M), BALL, 0.0, _HIGH_M,
                    path=lambda t: poses(0.0, _HIGH_M, 0.0, t))  # fmt: skip
        return _scene((*_line(v), body), v["gravity"], 2.0)
    # A rope that breaks pulls no more; a thrust that is too weak goes on.
    falls = -push / mass if v.get("thrust") else v["gravity"]
    life = float(np.sqrt(2 * (_HIGH_M - _RADIUS_M) / falls))
    faster = pace(life)
    body = Body("body", BodyRole.MOVING, Disc(_RADIUS_M), BALL, 0.0, _HIGH_M,
                path=_moving(-falls, _HIGH_M, _RADIUS_M, faster))  # fmt: skip
    return _scene((body,), v["gravity"], life / faster + 0.3)


def _line(v: Mapping[str, float]) -> tuple[Body, ...]:
    """Draw what holds it: a line from above; thrust is not seen."""
    if v.get("thrust"):
        return ()
    long = EXTENT_M - _HIGH_M
    return (
        Body("beam", BodyRole.SUPPORT, Box(0.8, 0.06), BLOCK, 0.0, EXTENT_M - 0.03),
        Body("line", BodyRole.MARK, Box(0.03, long), WALL, 0.0, _HIGH_M + long / 2),
    )  # fmt: skip


def rising(v: Mapping[str, float]) -> Scene:
    """Give what starts on the ground and rises by the force beyond its weight, if there is."""
    push, mass = net(v)
    if push <= 0:
        body = Body("body", BodyRole.MOVING, Disc(_RADIUS_M), BALL, 0.0, _RADIUS_M,
                    path=lambda t: poses(0.0, _RADIUS_M, 0.0, t))  # fmt: skip
        return _scene((body,), v["gravity"], 2.0)
    gains = push / mass
    life = float(np.sqrt(2 * _RISE_M / gains))
    faster = pace(life)
    body = Body("body", BodyRole.MOVING, Disc(_RADIUS_M), BALL, 0.0, _RADIUS_M,
                path=_moving(gains, _RADIUS_M, _RADIUS_M + _RISE_M, faster))  # fmt: skip
    return _scene((body,), v["gravity"], life / faster + 0.3)
