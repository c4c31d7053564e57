"""Scenes built by hand, films made of them, and the closed forms of what they must show."""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.painting import paint
from storyworld.physics.scene import Body, Box, Disc, Polygon, Scene
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.ports import Observer
from storyworld.records.goal import Backend
from storyworld.records.observation import Observation, Shown
from storyworld.records.quantity import Unit
from storyworld.records.render import Artifact
from storyworld.records.scenario import BodyRole, Framing, Measure, Question, Shot
from storyworld.vision.decoding import decode
from storyworld.vision.encoding import encode

G = 9.81
MOVING, SUPPORT = BodyRole.MOVING, BodyRole.SUPPORT
COLOURS = ((220, 60, 40), (40, 120, 220), (240, 170, 20), (60, 160, 70), (150, 80, 190))
GREY = (90, 96, 105)
SMALL = Framing(width_px=480, height_px=270)

ARTIFACT = Artifact(
    sha256="0" * 64, size_bytes=1, uri="disk:x", backend=Backend.STUB, renderer="stub"
)
UNITS = {
    Measure.FALL_TIME: Unit.SECOND,
    Measure.HOLD_TIME: Unit.SECOND,
    Measure.IMPACT_SPEED: Unit.METRE_PER_SECOND,
    Measure.HORIZONTAL_VELOCITY: Unit.METRE_PER_SECOND,
    Measure.VERTICAL_ACCELERATION: Unit.METRE_PER_SECOND_SQUARED,
    Measure.ACCELERATION_ALONG: Unit.METRE_PER_SECOND_SQUARED,
    Measure.SURFACE_ANGLE: Unit.DEGREE,
    Measure.TILT: Unit.DEGREE,
    Measure.PERIOD: Unit.SECOND,
    Measure.TRAVEL_TIME: Unit.SECOND,
    Measure.SWING_SPEED: Unit.METRE_PER_SECOND,
    Measure.REBOUND_SPEED: Unit.METRE_PER_SECOND,
    Measure.STEADY_SPEED: Unit.METRE_PER_SECOND,
    Measure.END_SPEED: Unit.METRE_PER_SECOND,
    Measure.ANGULAR_RATE: Unit.DEGREE_PER_SECOND,
    Measure.RESTITUTION: Unit.ONE,
    Measure.WATERLINE: Unit.ONE,
}


def ask(measure: Measure, *subjects: str, reference: str | None = None) -> Question:
    return Question(
        evidence=measure.value,
        measure=measure,
        unit=UNITS.get(measure, Unit.METRE),
        subjects=subjects,
        reference=reference,
    )


def ground(friction: float = 0.5) -> Body:
    return Body("ground", SUPPORT, Box(400, 2), GREY, 0, -1, friction_static=friction)


def dropped(height_m: float, *, gravity: float = G, duration_s: float | None = None) -> Scene:
    """A ball whose lowest point is `height_m` above the ground."""
    radius = max(0.03 * height_m, 0.01)
    ball = Body("ball", MOVING, Disc(radius), COLOURS[0], 0, height_m + radius)
    seconds = duration_s or math.sqrt(2 * height_m / gravity) + 0.4
    return Scene(
        (ball, ground()),
        gravity,
        seconds,
        -0.6 * height_m,
        0.6 * height_m,
        -0.05 * height_m,
        1.1 * height_m,
        round(0.25 * height_m, 3),
    )


def thrown(
    speed_m_s: float, angle_deg: float, *, wall_m: tuple[float, float] | None = None
) -> Scene:
    """A ball thrown from the ground; a wall, half a metre wide, by its distance and height."""
    angle = math.radians(angle_deg)
    reach = speed_m_s**2 * math.sin(2 * angle) / G
    apex = (speed_m_s * math.sin(angle)) ** 2 / (2 * G)
    radius = 0.015 * reach
    ball = Body(
        "ball",
        MOVING,
        Disc(radius),
        COLOURS[0],
        0,
        radius,
        0,
        speed_m_s * math.cos(angle),
        speed_m_s * math.sin(angle),
    )
    walls: tuple[Body, ...] = ()
    if wall_m is not None:
        distance, height = wall_m
        walls = (Body("wall", SUPPORT, Box(0.5, height), COLOURS[3], distance + 0.25, height / 2),)
    seconds = 2 * speed_m_s * math.sin(angle) / G + 0.3
    top = 1.1 * max(apex + 2 * radius, wall_m[1] if wall_m else 0.0)
    return Scene(
        (ball, *walls, ground()),
        G,
        seconds,
        -0.06 * reach,
        1.1 * reach,
        -0.03 * reach,
        top,
        round(reach / 4, 3),
    )


def on_ramp(angle_deg: float, friction: float) -> Scene:
    """A block near the top of a ramp of 4 m."""
    angle, length, at = math.radians(angle_deg), 4.0, 3.4
    width, height = 0.5, 0.3
    cos, sin = math.cos(angle), math.sin(angle)
    ramp = Body(
        "ramp",
        SUPPORT,
        Polygon(((0, 0), (length * cos, 0), (length * cos, length * sin))),
        (110, 150, 190),
        0,
        0,
        friction_static=friction,
    )
    block = Body(
        "block",
        MOVING,
        Box(width, height),
        COLOURS[0],
        at * cos - height / 2 * sin,
        at * sin + height / 2 * cos,
        angle,
        friction_static=friction,
    )
    slides = G * (sin - friction * cos)
    seconds = min(2.0, math.sqrt(2 * 2.6 / slides)) if slides > 0 else 2.0
    return Scene((ramp, block, ground()), G, seconds, -0.4, 4.2, -0.2, 4 * sin + 0.6, 1.0)


def stacked(count: int, offset_m: float, *, side_m: float = 0.3, seconds: float = 2.0) -> Scene:
    """Boxes on one another, each shifted by the offset; friction enough that none slips."""
    boxes = tuple(
        Body(
            f"box_{i + 1}",
            MOVING,
            Box(side_m, side_m),
            COLOURS[i],
            i * offset_m,
            side_m / 2 + i * side_m,
            friction_static=0.6,
        )
        for i in range(count)
    )
    reach = count * side_m
    return Scene(
        (*boxes, ground(0.6)), G, seconds, -reach, 2 * reach, -0.1 * reach, 1.1 * reach, side_m
    )


@dataclass(frozen=True)
class Take:
    """A film on disk with its shot."""

    path: Path
    shot: Shot
    scene: Scene

    def seen_by(self, observer: Observer, *questions: Question) -> Observation:
        return watch(observer, self.path, self.shot, *questions)


def take(scene: Scene, path: Path, framing: Framing = SMALL) -> Take:
    shot = frame_shot(scene, framing)
    camera = shot.camera
    motion = simulate(scene, frame_times(camera))
    encode(
        paint(scene, motion, shot),
        path,
        width_px=camera.width_px,
        height_px=camera.height_px,
        frame_rate_hz=camera.frame_rate_hz,
    )
    return Take(path, shot, scene)


def watch(observer: Observer, path: Path, shot: Shot | None, *questions: Question) -> Observation:
    shown = Shown(observation_id="obs_1", artifact=ARTIFACT, shot=shot, questions=questions)
    return observer.observe(decode(path), shown)


def jumping(path: Path) -> None:
    """A ball that rolls along evenly and is somewhere else from frame 20 on."""

    def picture(index: int) -> NDArray[np.uint8]:
        shown = np.full((180, 320, 3), 235, dtype=np.uint8)
        left = 20 + 3 * index + (50 if index >= 20 else 0)
        shown[80:96, left : left + 16] = COLOURS[0]
        return shown

    encode(map(picture, range(40)), path, width_px=320, height_px=180, frame_rate_hz=25)
