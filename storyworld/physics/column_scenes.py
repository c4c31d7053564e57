"""A column under its load on film: it bows by the equation of its first mode of bending."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BLOCK, BOXES, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

_ROD: Final = (20, 90, 220)
_PIECES: Final = 16
_FREE_ENDED: Final = 1.5


def column_scene(values: Mapping[str, float]) -> Scene:
    """Build a column under its load, a little crooked from the start."""
    length, factor = values["length"], values["end_factor"]
    critical = discrete_load(values)
    excess = values["load"] / critical - 1.0
    drawn_m = max(values.get("diameter", values.get("thickness", 0.0)), 0.03 * length)
    start_m, most_m = 0.004 * length, 0.2 * length
    seconds = 4.0
    driven = math.copysign(1.0, excess)

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        """Bow of the first mode: the load drives, bending resists, the elastica stiffens.

        Time is counted in units in which any excess of the load takes as long.
        """
        bow, speed = float(y[0]), float(y[1])
        stiffer = math.pi**2 / 8 * (bow / length) ** 2 / max(abs(excess), 1e-9)
        stopped = 25.0 * max(0.0, (bow / most_m) ** 2 - 1.0)
        return speed, 9.0 * bow * (driven - stiffer - stopped) - 3.0 * speed

    @cache
    def bowed_at(moments: tuple[float, ...]) -> NDArray[np.float64]:
        return integrate(rates, (start_m, 0.0), np.array(moments), longest_step_s=0.1)[:, 0]

    def bow(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return bowed_at(tuple(times_s))

    def shape(share: float) -> tuple[float, float]:
        """Give how far a point leans out, and how steeply, per bow of the middle."""
        if factor > _FREE_ENDED:
            return 1 - math.cos(math.pi / 2 * share), math.pi / 2 * math.sin(math.pi / 2 * share)
        return math.sin(math.pi * share), math.pi * math.cos(math.pi * share)

    def of_piece(n: int) -> Path:
        share = (n + 0.5) / _PIECES
        out, steep = shape(share)

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            bowed = bow(times_s)
            return poses(out * bowed, share * length, -np.arctan(steep * bowed / length), times_s)

        return path

    def of_marker(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(bow(times_s), seen * length, 0.0, times_s)

    seen = 1.0 if factor > _FREE_ENDED else 0.5
    pieces = tuple(
        Body(name=f"piece_{n + 1}", role=BodyRole.MARK, shape=Box(drawn_m, 1.15 * length / _PIECES),
             colour=_ROD, x_m=0.0, y_m=(n + 0.5) / _PIECES * length, path=of_piece(n))
        for n in range(_PIECES)
    )  # fmt: skip
    size_m = 0.09 * length
    marker = Body(name="marker", role=BodyRole.MOVING, shape=Box(size_m, size_m), colour=BLOCK,
                  x_m=start_m, y_m=seen * length, path=of_marker)  # fmt: skip
    plate_m, slab_m = 0.4 * length, 0.06 * length
    plates = () if seen == 1.0 else (
        Body(name="plate", role=BodyRole.SUPPORT, shape=Box(plate_m, slab_m), colour=BOXES[6],
             x_m=0.0, y_m=length + slab_m / 2),
    )  # fmt: skip
    return Scene(
        bodies=(ground(-0.4 * length, 0.4 * length, slab_m), *plates, *pieces, marker),
        gravity_m_s2=values["gravity"],
        duration_s=seconds,
        x_min_m=-0.4 * length,
        x_max_m=0.4 * length,
        y_min_m=-slab_m,
        y_max_m=1.1 * length,
        scale_bar_m=scale_bar_m(0.8 * length),
    )


def discrete_load(values: Mapping[str, float], count: int = 60) -> float:
    """Give the critical load of a chain of rigid links with springs at their joints.

    References
    ----------
    H. Hencky, Der Eisenbau 11 (1920) 437: as the links grow many it is Euler's column.
    """
    link = values["end_factor"] * values["length"] / count
    spring = values["modulus"] * values["second_moment"] / link
    joints = count - 1
    bends = np.diag(np.full(joints, -2.0)) + np.diag(np.ones(joints - 1), 1)
    bends = bends + np.diag(np.ones(joints - 1), -1)
    # Energy of the springs against the way the load comes down: least ratio of the two.
    return float(spring / link * np.linalg.eigvalsh(-bends)[0])
