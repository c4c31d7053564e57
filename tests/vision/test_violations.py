"""Films on which one law is broken, and films on which none is."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Disc, Scene
from storyworld.records.observation import Law
from storyworld.records.scenario import BodyRole, Framing
from storyworld.vision.decoding import decode
from storyworld.vision.reading import read_film
from storyworld.vision.violations import violations
from tests.vision.filming import COLOURS, SMALL, G, dropped, ground, stacked, take, thrown

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


def along(*legs: tuple[float, float, float, float, float]) -> Height:
    """Poses on legs: each from a time on, from x and y, with a speed in both directions."""

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        poses = np.zeros((len(times_s), 3))
        for start, x, y, vx, vy in legs:
            since = times_s - start
            there = np.stack([x + vx * since, y + vy * since, 0 * since], axis=1)
            poses = np.where((since >= 0)[:, None], there, poses)
        return poses

    return path


def discs(*ways: Height, radius: float = 0.15, free: bool = True) -> Scene:
    """Discs on their ways in a space without gravity."""
    bodies = tuple(
        Body(f"disc_{n}", BodyRole.MOVING, Disc(radius), COLOURS[n], *way(np.zeros(1))[0], path=way,
             free=free)
        for n, way in enumerate(ways)
    )  # fmt: skip
    return Scene(bodies, 0.0, 1.2, -2, 2, -1, 1, 0.5)


SEEN_BY = [SMALL, Framing(width_px=320, height_px=180, frame_rate_hz=15.0),
           Framing(width_px=640, height_px=360, frame_rate_hz=30.0, zoom=0.6)]  # fmt: skip


@pytest.mark.parametrize("framing", SEEN_BY)
@pytest.mark.parametrize("flying", [(), ("disc_0", "disc_1")])
def test_bodies_that_bounce_off_one_another_turn_by_each_other(framing, flying, tmp_path):
    one = along((0, -1.2, 0, 2.0, 0.3), (0.525, -0.15, 0.1575, -1.2, 0.3))
    other = along((0, 0.15 + 0.525 * 1.2, 0.1575, -1.2, 0), (0.525, 0.15, 0.1575, 2.0, 0))
    film = take(discs(one, other), tmp_path / "film.mp4", framing)
    decoded = decode(film.path)
    reading = read_film(decoded.frames, decoded.times_s, decoded.frame_rate_hz, film.shot)
    masses = {b.name: b.relative_mass for b in film.shot.bodies if b.relative_mass}
    assert violations(reading, flying, masses) == ()


def test_of_three_in_a_row_no_two_are_held_to_keep_their_momentum(tmp_path):
    strikes = along((0, -1.5, 0, 2.0, 0), (0.525, -0.45, 0, 0, 0))
    middle, last = along((0, -0.15, 0, 0, 0)), along((0, 0.15, 0, 0, 0), (0.525, 0.15, 0, 2.0, 0))
    film = take(discs(strikes, middle, last), tmp_path / "film.mp4")
    decoded = decode(film.path)
    reading = read_film(decoded.frames, decoded.times_s, decoded.frame_rate_hz, film.shot)
    masses = {b.name: b.relative_mass for b in film.shot.bodies if b.relative_mass}
    assert violations(reading, (), masses) == ()


def test_what_is_carried_does_not_fall_upwards_or_hover(tmp_path):
    lift = along((0, 0, -0.6, 0, 0), (0.3, 0, -0.6, 0, 0.9))
    ball = along((0, 0, -0.3, 0, 0), (0.3, 0, -0.3, 0, 0.9))
    scene = discs(ball, lift, free=False)
    film = take(replace(scene, gravity_m_s2=G), tmp_path / "film.mp4")
    decoded = decode(film.path)
    reading = read_film(decoded.frames, decoded.times_s, decoded.frame_rate_hz, film.shot)
    assert violations(reading, ("disc_0",)) == ()


def test_two_frames_tell_of_no_jump(tmp_path):
    moves = along((0, -1, 0, 20.0, 0))
    film = take(replace(discs(moves), duration_s=0.04), tmp_path / "film.mp4", SMALL)
    decoded = decode(film.path)
    assert decoded.frame_count <= 3
    reading = read_film(decoded.frames, decoded.times_s, decoded.frame_rate_hz, film.shot)
    assert violations(reading, ()) == ()
