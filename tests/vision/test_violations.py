"""Films on which one law is broken, and films on which none is."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Disc, Scene
from storyworld.records.observation import Law
from storyworld.records.scenario import BodyRole
from storyworld.vision.decoding import decode
from storyworld.vision.reading import read_film
from storyworld.vision.violations import violations
from tests.vision.filming import COLOURS, G, dropped, ground, stacked, take, thrown

Height = Callable[[NDArray[np.float64]], NDArray[np.float64]]
RADIUS = 0.06


def moving(height: Height, seconds: float = 1.2, *, in_front: bool = False) -> Scene:
    """A ball whose middle is at these heights over the ground, whatever physics says."""

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        y = height(times_s)
        return np.stack([np.zeros_like(y), y, np.zeros_like(y)], axis=1)

    ball = Body("ball", BodyRole.MOVING, Disc(RADIUS), COLOURS[0], 0, float(height(np.zeros(1))[0]),
                path=path)  # fmt: skip
    bodies = (ground(), ball) if in_front else (ball, ground())
    return Scene(bodies, G, seconds, -1.2, 1.2, -0.4, 2.4, 0.5)


def fall(t: NDArray[np.float64], top: float = 2.0) -> NDArray[np.float64]:
    return top - G * t**2 / 2


def hangs(t: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.maximum(fall(t), 1.2)


def rises(t: NDArray[np.float64]) -> NDArray[np.float64]:
    return 0.4 + G * t**2 / 2 * 0.25


def gains(t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fall from 1 m, and leave the ground 1.3 times as fast."""
    down = np.sqrt(2 * (1.0 - RADIUS) / G)
    since = t - down
    up = RADIUS + 1.3 * np.sqrt(2 * G * (1.0 - RADIUS)) * since - G * since**2 / 2
    return np.where(t < down, fall(t, 1.0), np.maximum(up, RADIUS))


def bounces(t: NDArray[np.float64]) -> NDArray[np.float64]:
    down = np.sqrt(2 * (1.0 - RADIUS) / G)
    since = t - down
    up = RADIUS + 0.8 * np.sqrt(2 * G * (1.0 - RADIUS)) * since - G * since**2 / 2
    return np.where(t < down, fall(t, 1.0), np.maximum(up, RADIUS))


def sinks(t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fall, and on through the ground."""
    return np.maximum(fall(t, 1.0), -0.3)


def jumps(t: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(t < 0.3, fall(t), fall(t) - 0.4)


def found(scene: Scene, tmp_path, *flying: str):
    film = take(scene, tmp_path / "film.mp4")
    decoded = decode(film.path)
    reading = read_film(decoded.frames, decoded.times_s, decoded.frame_rate_hz, film.shot)
    return violations(reading, flying)


@pytest.mark.parametrize(
    ("height", "law"),
    [
        (hangs, Law.HOVERING), (rises, Law.UPWARD_FALL), (gains, Law.ENERGY_GAIN),
        (sinks, Law.PASSING_THROUGH), (jumps, Law.TELEPORT),
    ],
)  # fmt: skip
def test_a_broken_law_is_found_where_and_when_it_is_broken(height, law, tmp_path):
    seen = found(moving(height, 0.6 if height in (rises, jumps) else 1.0), tmp_path, "ball")
    assert law in {v.law for v in seen}
    one = next(v for v in seen if v.law is law)
    assert one.subject == "ball"
    assert one.box is not None
    assert one.box.x_px < 240 < one.box.x_px + one.box.width_px


def test_a_body_in_front_of_the_ground_is_seen_to_pass_into_it(tmp_path):
    seen = found(moving(sinks, 1.0, in_front=True), tmp_path, "ball")
    (one,) = [v for v in seen if v.law is Law.PASSING_THROUGH]
    assert "ground" in one.words
    assert one.frames.first > 12


@pytest.mark.parametrize(
    "scene",
    [
        dropped(2.0), dropped(0.5, gravity=1.62), thrown(8.0, 50), thrown(9, 45, wall_m=(3, 1)),
        moving(bounces), stacked(3, 0.05), stacked(3, 0.2),
    ],
    ids=["fall", "moon", "throw", "over a wall", "bounce", "stack", "topple"],
)  # fmt: skip
def test_what_obeys_the_laws_is_not_accused(scene, tmp_path):
    moving_bodies = [b.name for b in scene.bodies if b.role is BodyRole.MOVING]
    flying = moving_bodies if len(moving_bodies) == 1 else []
    assert found(scene, tmp_path, *flying) == ()


def test_what_is_not_said_to_fly_may_hang(tmp_path):
    assert Law.HOVERING not in {v.law for v in found(moving(hangs), tmp_path)}
