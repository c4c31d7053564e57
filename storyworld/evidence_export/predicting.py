"""Where the solver says each body is at each moment of a film, as far as it says so.

Three kinds of motion are predicted without an engine, from the scene as it was staged: that of a
body which moves by its own equation, what its family expects of one that rests or slides, and free
flight up to the first contact. Of what topples and of dominoes only numbers are predicted, and this
gives nothing.
"""

import math
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from storyworld.records.quantity import TimeSeries, Unit
from storyworld.records.scenario import BodyRole, Scenario, Shot

if TYPE_CHECKING:
    from storyworld.physics.scene import Body, Scene

Predicted = tuple[float, float, float]
"""Time on film, value, standard uncertainty."""
_TOUCHING: Final = 1e-6
"""Of a body's size: so near it touches."""
_MOMENTS: Final = 601
"""At how many moments of a film contact is looked for, whatever times are asked for."""
_UNSTAGED: Final = (LookupError, ValueError, ArithmeticError, NotImplementedError)
_AXES: Final = ("x", "y")


def course(
    scenario: Scenario, shot: Shot, series: TimeSeries, times_s: tuple[float, ...]
) -> tuple[Predicted, ...]:
    """Give what is predicted of a series at some times; empty where nothing is.

    Parameters
    ----------
    scenario, shot
        As planned, and as declared to whoever filmed it: of a film that nobody staged nothing can
        be said.
    series
        A position of a body, ``<body>_x`` or ``<body>_y`` in metres.
    times_s
        In seconds of film; they increase.

    Returns
    -------
    tuple of Predicted
        At the first of these times, up to the first contact if that ends what can be said.

    Notes
    -----
    The uncertainty is that of the parameters, to first order, each varied alone by its standard
    uncertainty. A parameter that follows from another counts as one of its own.

    References
    ----------
    JCGM 100:2008, 5.1.2 and 5.1.3 note 2 (numerical differences).
    """
    name, _, axis = series.name.rpartition("_")
    declared = any(b.name == name and b.role is BodyRole.MOVING for b in shot.bodies)
    if not declared or axis not in _AXES or series.unit is not Unit.METRE or len(times_s) < 2:
        return ()
    return _courses(scenario, name, times_s)[_AXES.index(axis)]


@lru_cache(maxsize=128)
def _courses(
    scenario: Scenario, name: str, times_s: tuple[float, ...]
) -> tuple[tuple[Predicted, ...], tuple[Predicted, ...]]:
    """Give the courses of a body along both axes; kept, as some take a second to integrate."""
    import numpy as np

    times = np.array(times_s)
    places = _places(scenario, name, times) if _admissible(scenario) else None
    if places is None:
        return (), ()
    squares = np.zeros_like(places)
    for parameter in scenario.parameters:
        u = parameter.quantity.uncertainty
        if u <= 0:
            continue
        quantity = parameter.quantity.revised(value=parameter.quantity.value + u)
        others = tuple(p for p in scenario.parameters if p is not parameter)
        varied = scenario.revised(parameters=(*others, parameter.revised(quantity=quantity)))
        moved = _places(varied, name, times)
        if moved is None:
            return (), ()
        # where a contact comes sooner, the difference is that of the moment before it
        at = np.minimum(np.arange(len(places)), len(moved) - 1)
        squares += (moved[at] - places[at]) ** 2
    us = np.sqrt(squares)
    x, y = (
        tuple(zip(times_s, places[:, n].tolist(), us[:, n].tolist(), strict=False)) for n in (0, 1)
    )
    return x, y


def _admissible(scenario: Scenario) -> bool:
    """Whether the family takes such parameters: an account may come from anywhere."""
    from storyworld.physics.families import family_named

    slots = {slot.name: slot for slot in family_named(scenario.family).slots}
    return all(
        slots[p.name].low <= p.quantity.value <= slots[p.name].high
        for p in scenario.parameters
        if p.name in slots
    )


def _places(scenario: Scenario, name: str, times: Any) -> Any:
    """Give where a body is at the first of these times, shape ``(times, 2)``, or None."""
    import numpy as np

    from storyworld.physics.families import staged

    try:
        scene = staged(scenario)
        body = next((b for b in scene.bodies if b.name == name), None)
        if body is None or body.role is not BodyRole.MOVING:
            return None
        path = body.path or body.expected
        if path is not None:
            places = np.asarray(path(times), dtype=np.float64)[:, :2]
        else:
            places = _flight(body, scene, times)[times < _free_until_s(body, scene, times[-1])]
    except _UNSTAGED:
        return None
    return places if len(places) > 1 and np.isfinite(places).all() else None


def _flight(body: "Body", scene: "Scene", times: Any) -> Any:
    """Give the places of a body that nothing touches, shape ``(times, 2)``."""
    import numpy as np

    if body.role is not BodyRole.MOVING:
        return np.tile([body.x_m, body.y_m], (len(times), 1))
    x = body.x_m + body.velocity_x_m_s * times
    y = body.y_m + body.velocity_y_m_s * times - scene.gravity_m_s2 * times**2 / 2
    return np.stack([x, y], axis=1)


def _free_until_s(body: "Body", scene: "Scene", end_s: float) -> float:
    """Give when a body first touches another: 0 if it starts so, infinity if it never does.

    What leaves at once what it lies on, as what is thrown from the ground, is free.
    """
    import numpy as np

    times = np.linspace(0.0, end_s, _MOMENTS)
    size = _reach(body)
    poses, apart = _flight(body, scene, times), np.full(len(times), np.inf)
    for other in scene.bodies:
        if other is body or other.role is BodyRole.MARK:
            continue
        theirs = np.asarray(other.path(times)) if other.path else _flight(other, scene, times)
        apart = np.minimum(apart, _distance(other)(poses - theirs[:, :2]) - size)
    touching = np.flatnonzero(apart[1:] <= _TOUCHING * size)
    if len(touching) == 0:
        return math.inf
    return float(times[touching[0] + 1]) if touching[0] else 0.0


def _reach(body: "Body") -> float:
    """Give the radius of the circle that a body fills at most."""
    return max(math.hypot(x, y) for x, y in _corners(body)) or _radius(body)


def _radius(body: "Body") -> float:
    from storyworld.physics.scene import Disc

    return body.shape.radius_m if isinstance(body.shape, Disc) else 0.0


def _corners(body: "Body") -> Iterator[tuple[float, float]]:
    from storyworld.physics.scene import Box, Polygon

    match body.shape:
        case Box(width_m, height_m):
            x, y = width_m / 2, height_m / 2
            yield from ((-x, -y), (x, -y), (x, y), (-x, y))
        case Polygon(vertices_m):
            yield from vertices_m
        case _:
            yield (0.0, 0.0)


def _distance(body: "Body") -> Callable[[Any], Any]:
    """Give how far a point, relative to a body's middle, lies outside it; never too far.

    Beside a corner the distance to the nearer edge's line stands in, which is less.
    """
    import numpy as np

    radius = _radius(body)
    if radius or body.role is BodyRole.MOVING:
        size = radius or _reach(body)
        return lambda points: np.hypot(points[:, 0], points[:, 1]) - size
    cos, sin = math.cos(body.angle_rad), math.sin(body.angle_rad)
    corners = np.array([(x * cos - y * sin, x * sin + y * cos) for x, y in _corners(body)])
    edges = np.roll(corners, -1, axis=0) - corners
    normals = np.stack([edges[:, 1], -edges[:, 0]], axis=1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    offsets = (normals * corners).sum(axis=1)
    return lambda points: (points @ normals.T - offsets).max(axis=1)
