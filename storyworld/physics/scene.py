"""One scene, two views of it: bodies and supports for the simulator, shapes for the painter.

A scene is staged from a scenario (:mod:`storyworld.physics.staging`); a motion is what the
physics engine makes of it. Neither ever reaches an observer: an observer gets the film and the
shot (camera, colours), see :class:`storyworld.records.scenario.Shot`.

World coordinates: metres, x to the right, y up, angles in radians counter-clockwise.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import BodyRole, Colour


@dataclass(frozen=True)
class Disc:
    """A disc of that radius in metres."""

    radius_m: float


@dataclass(frozen=True)
class Box:
    """A rectangle centred on its body."""

    width_m: float
    height_m: float


@dataclass(frozen=True)
class Polygon:
    """A convex polygon in the body's frame, vertices counter-clockwise, metres."""

    vertices_m: tuple[tuple[float, float], ...]


Shape = Disc | Box | Polygon


# Sample times in seconds, shape (frames,), to poses x (m), y (m), angle (rad), shape (frames, 3).
Path = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True)
class Body:
    """One body: shape, colour, where it starts, and what it is made of.

    A body with a `path` moves by its own equation of motion (:mod:`storyworld.physics.motion`)
    and touches nothing; all others are the rigid-body engine's. A MARK with a path is seen to
    move and never followed (the water that sinks behind a float). A `free` one is moved by
    nothing but others like it: between them momentum is kept. `expected` says where the closed
    form has a body that the engine moves, if it says so (:mod:`storyworld.physics.expected`).
    """

    name: str
    role: BodyRole
    shape: Shape
    colour: Colour
    x_m: float
    y_m: float
    angle_rad: float = 0.0
    velocity_x_m_s: float = 0.0
    velocity_y_m_s: float = 0.0
    mass_kg: float = 1.0
    friction_static: float = 0.5
    restitution: float = 0.0
    path: Path | None = None
    expected: Path | None = None
    free: bool = False


@dataclass(frozen=True)
class Scene:
    """Bodies under gravity for a while, and the part of the world the camera must see.

    Bodies are painted in their order: a later one hides what it covers of an earlier one.
    `pace` is by how much faster than life it is filmed: all of it, evenly, or else it is 1 and
    nothing on the film is to be taken for a time.
    """

    bodies: tuple[Body, ...]
    gravity_m_s2: float
    duration_s: float
    x_min_m: float
    x_max_m: float
    y_min_m: float
    y_max_m: float
    scale_bar_m: float
    pace: float = 1.0


@dataclass(frozen=True)
class Motion:
    """What the engine made of a scene, sampled at the film's frame times.

    `poses` has shape ``(frames, bodies, 3)``: x (m), y (m), angle (rad), in the order of
    `scene.bodies`.
    """

    times_s: NDArray[np.float64]
    poses: NDArray[np.float64]
