"""From a scene to what is filmed: the motion of its bodies, and the camera that sees them.

:func:`simulate` puts a scene into a rigid-body engine (pymunk, the Chipmunk2D solver);
:func:`frame_shot` chooses a camera and writes down all that an observer may know of the film.
"""

import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Box, Disc, Motion, Polygon, Scene
from storyworld.records.render import FilmFormat
from storyworld.records.scenario import BodyMark, BodyRole, Camera, Clock, Framing, Shot

SCALE_BAR: Final = "scale_bar"
SCALE_BAR_COLOUR: Final = (20, 20, 20)

_MAX_STEP_S: Final = 1e-3
_ITERATIONS: Final = 40
# Half a millimetre on a body of one metre: far below a pixel, enough to keep contacts alive.
_SLOP_OF_SMALLEST: Final = 5e-4
_MAX_FRAMES: Final = 2000
_MARGIN: Final = 0.04
_STRIP_OF_HEIGHT: Final = 0.09
_STRIP_MIN_PX: Final = 20
_CLOCK_MARGIN_PX: Final = 16
_CLOCK_WIDE_PX: Final = 8
_CLOCK_HIGH_PX: Final = 3
_BAR_OF_WIDTH: Final = 0.7  # a longer bar would leave no room for its caption


def simulate(scene: Scene, times_s: NDArray[np.float64]) -> Motion:
    """Let gravity, contact and friction act on a scene.

    Parameters
    ----------
    scene
        Supports stand still, marks are not simulated, moving bodies are rigid; a body with a
        path follows it.
    times_s
        Equally spaced sample times in seconds starting at 0, shape ``(frames,)``.

    Returns
    -------
    Motion
        Poses of all bodies, shape ``(frames, bodies, 3)``: x (m), y (m), angle (rad).

    Raises
    ------
    ValueError
        If the times do not start at zero or are not equally spaced.

    Notes
    -----
    Deterministic: the same scene and times give the same bytes. Chipmunk advances positions
    with the *old* velocity, so that a falling body lags by ``g dt / 2 * t``; starting with the
    velocity half a step of gravity ahead makes free flight exact. Friction and restitution of a
    pair are the products of both shapes' values, hence the square roots: a pair of equal values
    has that value, an unequal pair the geometric mean. One coefficient serves sticking and
    sliding (Coulomb's law with equal static and kinetic friction).

    References
    ----------
    E. Catto, "Iterative dynamics with temporal coherence", GDC 2005 (the solver);
    Chipmunk2D 7 manual, cpSpaceStep (order of integration).
    """
    frame_s = _spacing(times_s)
    poses = np.empty((len(times_s), len(scene.bodies), 3))
    poses[:] = [(b.x_m, b.y_m, b.angle_rad) for b in scene.bodies]
    for index, body in enumerate(scene.bodies):
        if body.path is not None:
            poses[:, index] = body.path(times_s)
    if any(b.path is None and b.role is BodyRole.MOVING for b in scene.bodies):
        _let_engine_move(scene, poses, frame_s)
    return Motion(times_s=np.asarray(times_s, dtype=np.float64), poses=poses)


def _let_engine_move(scene: Scene, poses: NDArray[np.float64], frame_s: float) -> None:
    """Fill in the poses of the bodies that gravity, contact and friction move."""
    import pymunk

    steps = max(1, math.ceil(frame_s / _MAX_STEP_S - 1e-9))
    step_s = frame_s / steps

    space = pymunk.Space()
    space.gravity = (0.0, -scene.gravity_m_s2)
    space.iterations = _ITERATIONS
    space.collision_slop = _SLOP_OF_SMALLEST * _smallest_m(scene)
    # Overlap decays with a time constant of 20 ms whatever the step: firm, and without rebound.
    space.collision_bias = math.exp(-1.0 / 0.02)

    moving: list[tuple[int, Any]] = []
    for index, body in enumerate(scene.bodies):
        if body.role is not BodyRole.MARK and body.path is None:
            engine_body = _add(space, body)
            if body.role is BodyRole.MOVING:
                engine_body.velocity = (
                    body.velocity_x_m_s,
                    body.velocity_y_m_s - 0.5 * scene.gravity_m_s2 * step_s,
                )
                moving.append((index, engine_body))

    for frame in range(1, len(poses)):
        for _ in range(steps):
            space.step(step_s)
        for index, engine_body in moving:
            x, y = engine_body.position
            poses[frame, index] = (x, y, engine_body.angle)


def frame_times(camera: Camera) -> NDArray[np.float64]:
    """Give the presentation time of each frame in seconds, shape ``(frame_count,)``."""
    return np.arange(camera.frame_count) / camera.frame_rate_hz


def frame_shot(scene: Scene, framing: Framing, film: FilmFormat | None = None) -> Shot:
    """Choose the camera for a scene and declare what an observer may know.

    The scene's extents fit with a margin above a strip at the lower edge that is kept free for
    the scale bar. Sides are even (4:2:0 video needs it). A film never has more than 2,000
    frames: a longer one is filmed at a lower frame rate, which the shot then declares.

    Parameters
    ----------
    scene
        Its extents must be visible at ``framing.zoom == 1``; more is cut off beyond.
    framing
        Picture size, frame rate, zoom and extra seconds.
    film
        What film can be made at all, where not any can: it decides size, rate and length. Such a
        film is generated, and no generator keeps a painted clock.

    Returns
    -------
    Shot
        Camera, colours of all bodies, and the scale bar as a mark named ``scale_bar``.

    Raises
    ------
    ValueError
        If the scene's extents or duration are not positive.
    """
    width_m, height_m = scene.x_max_m - scene.x_min_m, scene.y_max_m - scene.y_min_m
    if not (width_m > 0 and height_m > 0 and scene.duration_s > 0):
        raise ValueError("a scene needs positive extents and duration")
    width_px, height_px = framing.width_px & ~1, framing.height_px & ~1
    if film is not None:
        width_px, height_px = film.width_px, film.height_px
    strip_px = scale_strip_px(height_px)
    free_x_px, free_y_px = width_px * (1 - 2 * _MARGIN), (height_px - strip_px) * (1 - 2 * _MARGIN)
    pixels_per_metre = framing.zoom * min(free_x_px / width_m, free_y_px / height_m)
    x_mid_m, y_mid_m = (scene.x_min_m + scene.x_max_m) / 2, (scene.y_min_m + scene.y_max_m) / 2

    seconds = scene.duration_s + framing.extra_s
    if film is None:
        frame_rate_hz = min(framing.frame_rate_hz, (_MAX_FRAMES - 1) / seconds)
        frame_count = min(_MAX_FRAMES, math.ceil(seconds * frame_rate_hz - 1e-9) + 1)
    else:
        frame_rate_hz, frame_count = _as_it_can(film, seconds)
    camera = Camera(
        width_px=width_px,
        height_px=height_px,
        frame_rate_hz=frame_rate_hz,
        frame_count=frame_count,
        pixels_per_metre=pixels_per_metre,
        origin_x_px=width_px / 2 - x_mid_m * pixels_per_metre,
        origin_y_px=(height_px - strip_px) / 2 + y_mid_m * pixels_per_metre,
    )
    marks = tuple(
        BodyMark(
            name=b.name,
            colour=b.colour,
            role=b.role,
            relative_mass=b.mass_kg if b.free else None,
        )
        for b in scene.bodies
    )
    if any(mark.name == SCALE_BAR for mark in marks):
        raise ValueError(f"a scene has no body named {SCALE_BAR}: the camera adds it")
    bar = BodyMark(name=SCALE_BAR, colour=SCALE_BAR_COLOUR, role=BodyRole.MARK)
    longest_m = _BAR_OF_WIDTH * width_px / pixels_per_metre
    bar_m = next(
        (scene.scale_bar_m / d for d in (1, 2, 5, 10, 20) if scene.scale_bar_m / d <= longest_m),
        scene.scale_bar_m / 50,
    )
    return Shot(
        camera=camera,
        bodies=(*marks, bar),
        scale_bar_m=bar_m,
        clock=_clock(camera) if film is None else None,
        gravity_m_s2=scene.gravity_m_s2,
        pace=scene.pace,
    )


def _as_it_can(film: FilmFormat, seconds: float) -> tuple[float, int]:
    """Give rate and number of frames of a film of about so many seconds, or the longest there is.

    Rates are whole: generators are conditioned on whole frames per second.
    """
    enough = (n for n in sorted(film.frame_counts) if (n - 1) / film.slowest_hz >= seconds)
    count = next(enough, max(film.frame_counts))
    rate = math.floor((count - 1) / seconds)
    return min(max(float(rate), film.slowest_hz), film.fastest_hz), count


def _clock(camera: Camera) -> Clock | None:
    """Lay the clock's lane along the lower edge; None for a film of one frame."""
    if camera.frame_count < 2:
        return None
    return Clock(
        left_px=_CLOCK_MARGIN_PX,
        right_px=camera.width_px - _CLOCK_MARGIN_PX,
        top_px=camera.height_px - _CLOCK_HIGH_PX - 1,
        bottom_px=camera.height_px - 1,
        width_px=_CLOCK_WIDE_PX,
        lasts_s=(camera.frame_count - 1) / camera.frame_rate_hz,
    )


def scale_strip_px(height_px: int) -> int:
    """Give the height of the strip at the lower edge that is kept free for the scale bar."""
    return max(_STRIP_MIN_PX, round(height_px * _STRIP_OF_HEIGHT))


def _spacing(times_s: NDArray[np.float64]) -> float:
    if len(times_s) == 0 or times_s[0] != 0.0:
        raise ValueError("sample times start at zero")
    if len(times_s) == 1:
        return _MAX_STEP_S
    gaps = np.diff(times_s)
    if gaps.min() <= 0 or not np.allclose(gaps, gaps[0], rtol=1e-6):
        raise ValueError("sample times are equally spaced")
    return float(times_s[-1]) / (len(times_s) - 1)


def _smallest_m(scene: Scene) -> float:
    sizes = [_size_m(b) for b in scene.bodies if b.role is BodyRole.MOVING]
    return min(sizes, default=1.0)


def _size_m(body: Body) -> float:
    match body.shape:
        case Disc(radius_m):
            return 2 * radius_m
        case Box(width_m, height_m):
            return min(width_m, height_m)
        case Polygon(vertices_m):
            return float(np.ptp(np.array(vertices_m), axis=0).min())


def _add(space: Any, body: Body) -> Any:
    """Put one body into the engine and give the engine's own."""
    import pymunk

    corners: tuple[tuple[float, float], ...] = ()
    match body.shape:
        case Disc(radius_m):
            moment = pymunk.moment_for_circle(body.mass_kg, 0.0, radius_m)
        case Box(width_m, height_m):
            x, y = width_m / 2, height_m / 2
            corners = ((-x, -y), (x, -y), (x, y), (-x, y))
            moment = pymunk.moment_for_box(body.mass_kg, (width_m, height_m))
        case Polygon(vertices_m):
            corners = vertices_m
            moment = pymunk.moment_for_poly(body.mass_kg, vertices_m)
    if body.role is BodyRole.SUPPORT:
        engine_body = pymunk.Body(body_type=pymunk.Body.STATIC)
    else:
        engine_body = pymunk.Body(body.mass_kg, moment)
    engine_body.position = (body.x_m, body.y_m)
    engine_body.angle = body.angle_rad
    shape = (
        pymunk.Circle(engine_body, body.shape.radius_m)
        if isinstance(body.shape, Disc)
        else pymunk.Poly(engine_body, corners)
    )
    shape.friction = math.sqrt(body.friction_static)
    shape.elasticity = math.sqrt(body.restitution)
    space.add(engine_body, shape)
    return engine_body
