"""A loaded beam on film: its shape and its largest moment by finite elements, and its fall.

What breaks is decided anew: the beam is cut into elements whose equilibrium is solved, and the
fibre stress of the worst of them is held against the strength. No formula of a textbook's table.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BLOCK, BOXES, ground, scale_bar_m
from storyworld.records.scenario import BodyRole

ELEMENTS: Final = 24
_STANDS_S: Final = 0.4
_BEAM: Final = BOXES[6]
_POSTS: Final = (BOXES[8], BOXES[11])


@dataclass(frozen=True)
class Beam:
    """A uniform straight beam: span and stiffness in SI, how it is held, how it is loaded."""

    length_m: float
    stiffness_n_m2: float
    held: str  # 'ends', 'fixed', 'one end'
    spread: bool
    load_n: float


@dataclass(frozen=True)
class Bent:
    """Deflections at the nodes (m, down is negative) and bending moments there (N m)."""

    shape_m: NDArray[np.float64]
    moments_n_m: NDArray[np.float64]


def solve_beam(beam: Beam) -> Bent:
    """Solve the equilibrium of a beam of cubic elements.

    References
    ----------
    O. C. Zienkiewicz, R. L. Taylor, The Finite Element Method (2000), vol. 1, section 2.10.
    """
    h = beam.length_m / ELEMENTS
    one = (beam.stiffness_n_m2 / h**3) * np.array(
        [[12, 6 * h, -12, 6 * h], [6 * h, 4 * h * h, -6 * h, 2 * h * h],
         [-12, -6 * h, 12, -6 * h], [6 * h, 2 * h * h, -6 * h, 4 * h * h]]
    )  # fmt: skip
    # Of a load spread over an element: the forces and moments that do the same work.
    q = -beam.load_n / beam.length_m if beam.spread else 0.0
    shared = q * h / 12 * np.array([6.0, h, 6.0, -h])
    size = 2 * (ELEMENTS + 1)
    stiff, force = np.zeros((size, size)), np.zeros(size)
    for e in range(ELEMENTS):
        at = slice(2 * e, 2 * e + 4)
        stiff[at, at] += one
        force[at] += shared
    if not beam.spread:
        at_node = ELEMENTS if beam.held == "one end" else ELEMENTS // 2
        force[2 * at_node] -= beam.load_n
    still = {"ends": (0, size - 2), "one end": (0, 1), "fixed": (0, 1, size - 2, size - 1)}
    free = [n for n in range(size) if n not in still[beam.held]]
    moved = np.zeros(size)
    moved[free] = np.linalg.solve(stiff[np.ix_(free, free)], force[free])
    moments = np.zeros(ELEMENTS + 1)
    for e in range(ELEMENTS):
        ends = one @ moved[2 * e : 2 * e + 4] - shared
        moments[e], moments[e + 1] = -ends[1], ends[3]
    return Bent(moved[::2], moments)


def beam_scene(beam: Beam, *, thickness_m: float, breaks: bool, gravity: float) -> Scene:
    """Build a beam between its supports with a load; it bends, or breaks and lets it fall."""
    length, alone = beam.length_m, beam.held == "one end"
    # Drawn at least so thick that it is seen; its shape and supports are to scale.
    drawn_m = min(max(thickness_m, 0.02 * length), 0.15 * length)
    load_m, floor_m, slab_m = 0.12 * length, -0.55 * length, 0.06 * length
    shape = np.zeros(ELEMENTS + 1) if breaks else np.maximum(solve_beam(beam).shape_m, floor_m)
    middle = ELEMENTS if alone else ELEMENTS // 2
    load_x = (length if alone else length / 2) - (load_m / 2 if alone else 0.0)
    rests = float(shape[middle]) + drawn_m / 2 + load_m / 2
    lowest = floor_m + load_m / 2

    @cache
    def fallen(moments: tuple[float, ...]) -> NDArray[np.float64]:
        since = np.maximum(np.array(moments) - _STANDS_S, 0.0)
        grid = np.linspace(0.0, max(float(since[-1]), 1e-6), 400)
        states = integrate(
            lambda _t, y: (float(y[1]), -gravity), (rests, 0.0), grid,
            until=lambda _t, y: float(y[0]) - lowest,
        )  # fmt: skip
        return np.interp(since, grid, states[:, 0])

    def fall(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the height of the load once the beam has let it go."""
        return fallen(tuple(times_s))

    def of_load(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(load_x, fall(times_s) if breaks else rests, 0.0, times_s)

    def of_piece(e: int) -> Path:
        x0, x1 = length * e / ELEMENTS, length * (e + 1) / ELEMENTS
        slope = math.atan2(float(shape[e + 1] - shape[e]), x1 - x0)
        hinge = length if (not alone and e >= middle) else 0.0

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            if not breaks:
                y = float(shape[e] + shape[e + 1]) / 2
                return poses((x0 + x1) / 2, y, slope, times_s)
            arm = length if alone else length / 2
            sunk = np.minimum((rests - fall(times_s)) / arm, 0.8)
            turned = -np.arcsin(np.maximum(sunk, 0.0))
            along = (x0 + x1) / 2 - hinge
            turned = turned if hinge == 0.0 else -turned
            return poses(hinge + along * np.cos(turned), along * np.sin(turned), turned, times_s)

        return path

    pieces = tuple(
        Body(
            name=f"piece_{e + 1}", role=BodyRole.MARK, shape=Box(1.1 * length / ELEMENTS, drawn_m),
            colour=_BEAM, x_m=length * (e + 0.5) / ELEMENTS, y_m=0.0, path=of_piece(e),
        )
        for e in range(ELEMENTS)
    )  # fmt: skip
    load = Body(
        name="load", role=BodyRole.MOVING, shape=Box(load_m, load_m), colour=BLOCK,
        x_m=load_x, y_m=rests, path=of_load,
    )  # fmt: skip
    floor = ground(-0.3 * length, 1.3 * length, slab_m, floor_m)
    seconds = _STANDS_S + math.sqrt(2 * abs(floor_m) / gravity) + 0.6 if breaks else 2.0
    return Scene(
        bodies=(floor, *_supports(length, drawn_m, floor_m, beam.held), *pieces, load),
        gravity_m_s2=gravity,
        duration_s=seconds,
        x_min_m=-0.2 * length,
        x_max_m=1.2 * length,
        y_min_m=floor_m - slab_m,
        y_max_m=drawn_m + 1.6 * load_m,
        scale_bar_m=scale_bar_m(length),
    )


def _supports(length_m: float, drawn_m: float, floor_m: float, held: str) -> tuple[Body, ...]:
    """Give posts under the ends, or walls that hold them."""
    wide_m = 0.06 * length_m
    top_m = -drawn_m / 2 if held == "ends" else 1.5 * drawn_m
    out_m = wide_m / 2 * (0.4 if held == "ends" else 1.0)
    sides = (-1.0,) if held == "one end" else (-1.0, 1.0)
    return tuple(
        Body(
            name=f"support_{n + 1}", role=BodyRole.SUPPORT,
            shape=Box(wide_m, top_m - floor_m), colour=_POSTS[n],
            x_m=(0.0 if side < 0 else length_m) + side * out_m,
            y_m=(top_m + floor_m) / 2,
        )
        for n, side in enumerate(sides)
    )  # fmt: skip
