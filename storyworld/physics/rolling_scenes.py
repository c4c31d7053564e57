"""Rolling on film: round bodies on the two sides of one gable, equally steep and long.

The picture stands still as the first of them reaches the foot, like the photograph of a finish.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.physics.scenery import BALL, LANDING, RAMP, ground, scale_bar_m
from storyworld.records.scenario import BodyRole, Colour

_RADIUS: Final = 0.07  # of the way down
_SLAB: Final = 0.02
_APART: Final = 1.3  # of a radius from the middle, so that neither hides the other
_SPOT: Final = 0.35  # of a body's radius
_STANDS_S: Final = 0.5
_SPOTS: Final[tuple[Colour, Colour]] = ((250, 220, 60), (150, 30, 200))
_OTHER_SIDE: Final[Colour] = (0, 180, 200)


def forces(beta: float, grip: float, angle_rad: float, gravity: float) -> tuple[float, float]:
    """Give the acceleration along a ramp and the angular one times the radius, from the forces.

    Newton's law along the ramp and about the axis: m a = m g sin - F, beta m (alpha r) = F.
    Rolling asks for F = m g sin beta / (1 + beta); friction gives mu m g cos at most.
    """
    pull, press = gravity * math.sin(angle_rad), gravity * math.cos(angle_rad)
    friction = min(pull * beta / (1 + beta), grip * press)
    return pull - friction, friction / beta if beta > 0 else 0.0


def gable(values: Mapping[str, float], angle_deg: float, *, race: bool) -> Scene:
    """Build the ramp, or the two sides of the race, with what rolls down from the top."""
    angle, way = math.radians(angle_deg), values.get("length", 1.0)
    gravity, grip = values["gravity"], values["grip"]
    bodies = [forces(values["beta_1"], grip, angle, gravity)]
    if race:
        bodies.append(forces(values["beta_2"], grip, angle, gravity))
    life_s = math.sqrt(2 * way / max(a for a, _ in bodies))
    faster = pace(life_s)
    radius = _RADIUS * way
    tall = way * math.sin(angle)
    parts: list[Body] = []
    foot = way * math.cos(angle) + _APART * radius
    for side, _ in enumerate(bodies):
        parts.append(_ramp(side, way, angle, tall))
    for side in range(len(bodies)):
        parts += _roller(side, bodies, way, radius, angle, faster)
    slab = _SLAB * way
    left = -(foot + 3 * radius) if race else -3 * radius
    right = foot + 3 * radius
    low = -radius - slab
    return Scene(
        bodies=(ground(left - way, right + way, slab, top_m=low), *parts),
        gravity_m_s2=gravity,
        duration_s=life_s / faster + _STANDS_S,
        x_min_m=left,
        x_max_m=right,
        y_min_m=low - slab,
        y_max_m=tall + 4 * radius,
        scale_bar_m=scale_bar_m(right - left),
        pace=faster,
    )


def _ramp(side: int, way: float, angle: float, tall: float) -> Body:
    """Give one side's slab with its upper face on the line from the top to the foot."""
    across = 1 if side == 0 else -1
    slab = _SLAB * way
    down = slab / 2
    return Body(
        name="ramp" if side == 0 else "other_ramp", role=BodyRole.SUPPORT, shape=Box(way, slab),
        colour=RAMP if side == 0 else _OTHER_SIDE,
        x_m=across
        * (way / 2 * math.cos(angle) - down * math.sin(angle) + _APART * _RADIUS * way),
        y_m=tall / 2 - down * math.cos(angle),
        angle_rad=-across * angle,
    )  # fmt: skip


def _roller(
    side: int, bodies: list[tuple[float, float]], way: float, radius: float, angle: float,
    faster: float,
) -> tuple[Body, Body]:  # fmt: skip
    """Give a body and the spot on it that shows how it turns."""
    across = 1 if side == 0 else -1
    tall = way * math.sin(angle)

    def states(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """Integrate ways, speeds and turns of all, until the first has gone all the way."""

        def rates(_t: float, y: NDArray[np.float64]) -> list[float]:
            return [
                r for n, (a, spin) in enumerate(bodies)
                for r in (float(y[4 * n + 1]), a, float(y[4 * n + 3]), spin)
            ]  # fmt: skip

        def ahead(_t: float, y: NDArray[np.float64]) -> float:
            return max(float(y[4 * n]) for n in range(len(bodies))) - way

        return integrate(rates, [0.0] * 4 * len(bodies), times_s * faster, until=ahead)

    def centre(gone: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        x = gone * math.cos(angle) + radius * (math.sin(angle) + _APART)
        return across * x, tall - gone * math.sin(angle) + radius * math.cos(angle)

    def moves(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        found = states(times_s)
        x, y = centre(found[:, 4 * side])
        return poses(x, y, -across * found[:, 4 * side + 2] / radius, times_s)

    def turns(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        found = states(times_s)
        x, y = centre(found[:, 4 * side])
        turned = -across * found[:, 4 * side + 2] / radius + math.pi / 2
        out = (1 - _SPOT) * radius * 0.9
        return poses(x + out * np.cos(turned), y + out * np.sin(turned), 0.0, times_s)

    name, colour = ("first", BALL) if side == 0 else ("second", LANDING)
    body: tuple[str, Colour, Path] = (name, colour, moves)
    start = centre(np.zeros(1))
    x, y = float(start[0][0]), float(start[1][0])
    return (
        Body(name=body[0], role=BodyRole.MOVING, shape=Disc(radius), colour=body[1], x_m=x, y_m=y,
             path=body[2]),
        Body(name=f"{name}_spot", role=BodyRole.MARK, shape=Disc(_SPOT * radius),
             colour=_SPOTS[side], x_m=x, y_m=y, path=turns),
    )  # fmt: skip
