"""The seesaw as it is filmed: a beam that turns by the moments on it until it meets a stop.

The friction of the pivot holds what is balanced to 2 %.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.lever_words import LEFT, RIGHT
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Path, Polygon, Scene
from storyworld.physics.scenery import BOXES, WALL, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

BALANCED: Final = 0.02
STOP_RAD: Final = math.radians(15.0)
_BEAM: Final = (120, 60, 10)
_LOADS: Final = (BOXES[0], BOXES[4], BOXES[3], BOXES[5])


def moment(v: Mapping[str, float], side: str) -> float:
    """Give the moment about the pivot of all that presses down on one side, N m."""
    second = v[f"{side}_mass_2"] * v["gravity"] * v[f"{side}_arm_2"]
    return v[f"{side}_force"] * v[f"{side}_arm"] + second


def _sizes(v: Mapping[str, float]) -> tuple[float, float]:
    """Give the size of a load and the thickness of the beam, as drawn."""
    longest = max(v[n] for n in ("left_arm", "right_arm", "left_arm_2", "right_arm_2"))
    return 0.14 * longest, 0.05 * longest


def _pivot_m(v: Mapping[str, float]) -> float:
    longest = max(v[n] for n in ("left_arm", "right_arm", "left_arm_2", "right_arm_2"))
    return 1.12 * longest * math.sin(STOP_RAD) + _sizes(v)[1]


def top_m(v: Mapping[str, float]) -> float:
    """Give the height of the loads' upper faces while the beam is level."""
    size_m, beam_m = _sizes(v)
    return _pivot_m(v) + beam_m / 2 + size_m


def seesaw(v: Mapping[str, float], *, rests: bool = False) -> Scene:
    """Build the beam with its loads, seen from the side.

    A plank that lies over an edge `rests` on what is left of it: it turns to the right alone.
    """
    size_m, beam_m = _sizes(v)
    pivot_m = _pivot_m(v)
    arms = {
        f"{side}_load{more}": (sign * v[f"{side}_arm{more}"], v[f"{side}_arm{more}"] > 0)
        for side, sign in ((LEFT, -1.0), (RIGHT, 1.0))
        for more in ("", "_2")
    }
    ends = max(abs(x) for x, _ in arms.values()) + 0.6 * size_m
    turn = _Turn.of(v, rests=rests)
    roof_m = pivot_m - beam_m / 2
    roof = ((-ends, 0.0), (0.0, 0.0), (0.0, roof_m), (-ends, roof_m))
    prop = ((-0.1 * ends, 0.0), (0.1 * ends, 0.0), (0.0, pivot_m))
    bodies: list[Body] = [
        ground(-3 * ends, 3 * ends, 0.06 * ends),
        Body(name="pivot", role=BodyRole.MARK, colour=WALL,
             shape=Polygon(roof if rests else prop),
             x_m=0.0, y_m=0.0),
        Body(name="beam", role=BodyRole.MOVING, shape=Box(2 * ends, beam_m), colour=_BEAM,
             x_m=0.0, y_m=pivot_m, path=turn.path(0.0, 0.0, pivot_m)),
    ]  # fmt: skip
    seat = beam_m / 2 + size_m / 2
    for n, (name, (x, there)) in enumerate(arms.items()):
        if there:
            bodies.append(
                Body(name=name, role=BodyRole.MOVING, shape=Box(size_m, size_m),
                     colour=_LOADS[n], x_m=x, y_m=pivot_m + seat,
                     path=turn.path(x, seat, pivot_m))
            )  # fmt: skip
    return Scene(
        bodies=tuple(bodies),
        gravity_m_s2=v["gravity"],
        duration_s=turn.duration_s,
        x_min_m=-1.1 * ends - seat,
        x_max_m=1.1 * ends + seat,
        y_min_m=-0.06 * ends,
        y_max_m=2 * pivot_m + 1.2 * seat + size_m,
        scale_bar_m=scale_bar_m(2.2 * ends),
    )


class _Turn:
    """The beam's turning: moments, inertia, a pivot with a little friction, a stop."""

    def __init__(
        self, moments: Mapping[float, float], held: float, inertia: float, *, rests: bool
    ) -> None:
        self.moments, self.held, self.inertia, self.rests = moments, held, inertia, rests
        net = abs(sum(x * f for x, f in moments.items()))
        free = max(net - held, 0.0)
        swing_s = math.sqrt(2 * STOP_RAD * inertia / free) if free > 0 else 1.5
        # One that hardly tips is filmed in fast motion.
        self.faster = max(1.0, math.ceil(swing_s / 6.0))
        self.duration_s = max(1.5, 1.1 * swing_s / self.faster + 0.6)

    @classmethod
    def of(cls, v: Mapping[str, float], *, rests: bool) -> "_Turn":
        """Take the weights at their places; a load's inertia is its weight's."""
        moments: dict[float, float] = {}
        for side, sign in ((LEFT, -1.0), (RIGHT, 1.0)):
            x = sign * v[f"{side}_arm"]
            moments[x] = moments.get(x, 0.0) + v[f"{side}_force"]
            second = v[f"{side}_mass_2"] * v["gravity"]
            if second:
                x2 = sign * v[f"{side}_arm_2"]
                moments[x2] = moments.get(x2, 0.0) + second
        held = BALANCED * max(moment(v, LEFT), moment(v, RIGHT))
        inertia = sum(x * x * f for x, f in moments.items()) / v["gravity"]
        return cls(moments, held, max(inertia, 1e-12), rests=rests)

    def path(self, x: float, above: float, pivot_m: float) -> Path:
        """Give the way of a point of the beam, `x` along it and `above` its middle line."""

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            driving = -sum(at * f for at, f in self.moments.items()) * math.cos(float(y[0]))
            borne = abs(driving) <= self.held or (self.rests and driving > 0)
            if abs(float(y[1])) < 1e-9 and borne:
                return 0.0, 0.0
            way = float(y[1]) if abs(float(y[1])) >= 1e-9 else driving
            return float(y[1]), (driving - math.copysign(self.held, way)) / self.inertia

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            turned = integrate(
                rates, (0.0, 0.0), times_s * self.faster,
                until=lambda _t, y: abs(float(y[0])) - STOP_RAD,
            )[:, 0]  # fmt: skip
            sin, cos = np.sin(turned), np.cos(turned)
            return poses(x * cos - above * sin, pivot_m + x * sin + above * cos, turned, times_s)

        return path
