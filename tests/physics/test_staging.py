"""The engine against closed forms, and the camera against its promises."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.staging import frame_shot, frame_times, scale_strip_px, simulate
from storyworld.records.render import FilmFormat
from storyworld.records.scenario import BodyRole, Framing
from tests.vision.filming import G, dropped, ground, on_ramp, stacked, thrown

# Worst relative error that each kind of motion may have; measured are 1e-12, 1e-12 and 1e-5.
TOLERANCE = {"free fall": 0.001, "projectile": 0.001, "slide": 0.005}


def times(seconds: float, rate: float = 60.0) -> np.ndarray:
    return np.arange(math.ceil(seconds * rate) + 1) / rate


@pytest.mark.parametrize("height_m", [0.5, 2.0, 20.0, 100.0])
@pytest.mark.parametrize("gravity", [1.62, 9.81])
def test_a_dropped_ball_follows_half_g_t_squared(height_m, gravity):
    scene = dropped(height_m, gravity=gravity)
    motion = simulate(scene, times(scene.duration_s))
    falling = motion.times_s < math.sqrt(2 * height_m / gravity) - 0.01
    fallen = scene.bodies[0].y_m - motion.poses[falling, 0, 1]
    expected = gravity * motion.times_s[falling] ** 2 / 2
    assert np.abs(fallen - expected).max() <= TOLERANCE["free fall"] * height_m


def test_a_ball_that_landed_lies_still_on_the_ground():
    scene = dropped(20.0)
    motion = simulate(scene, times(3.0))
    resting = motion.poses[-30:, 0]
    radius = scene.bodies[0].shape.radius_m
    assert np.ptp(resting, axis=0).max() < 1e-6
    assert resting[-1, 1] == pytest.approx(radius, abs=0.002 * radius)


@pytest.mark.parametrize(("speed", "angle"), [(10, 30), (20, 45), (35, 70)])
def test_a_thrown_ball_flies_a_parabola(speed, angle):
    scene = thrown(speed, angle)
    motion = simulate(scene, times(scene.duration_s))
    vx, vy = scene.bodies[0].velocity_x_m_s, scene.bodies[0].velocity_y_m_s
    flying = motion.times_s < 2 * vy / G - 0.02
    t = motion.times_s[flying]
    x = vx * t
    y = scene.bodies[0].y_m + vy * t - G * t**2 / 2
    off = np.hypot(motion.poses[flying, 0, 0] - x, motion.poses[flying, 0, 1] - y)
    assert off.max() <= TOLERANCE["projectile"] * speed**2 / G


@pytest.mark.parametrize(("angle", "friction"), [(20, 0.0), (35, 0.3), (35, 0.6), (50, 0.9)])
def test_a_sliding_block_accelerates_by_g_sin_minus_mu_cos(angle, friction):
    scene = on_ramp(angle, friction)
    motion = simulate(scene, times(scene.duration_s))
    slid = np.hypot(*(motion.poses[:, 1, :2] - motion.poses[0, 1, :2]).T)
    a = G * (math.sin(math.radians(angle)) - friction * math.cos(math.radians(angle)))
    late = motion.times_s > 0.5 * scene.duration_s
    ratio = slid[late] / (a * motion.times_s[late] ** 2 / 2)
    assert np.abs(ratio - 1).max() <= TOLERANCE["slide"]


@settings(max_examples=15, deadline=None)
@given(friction=st.floats(0.1, 1.0), beside=st.sampled_from([-0.01, 0.01]))
def test_a_block_sticks_exactly_where_the_slope_is_below_the_friction(friction, beside):
    angle = math.degrees(math.atan(friction * (1 + beside)))
    scene = on_ramp(angle, friction)
    motion = simulate(scene, times(2.0))
    slid = np.hypot(*(motion.poses[-1, 1, :2] - motion.poses[0, 1, :2]))
    assert (slid < 1e-4) == (beside < 0)


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("beside", [-0.01, 0.01])
def test_a_staggered_stack_stands_to_within_one_per_cent_of_its_limit(count, beside):
    # The centre of all boxes above the lowest lies offset * count / 2 beyond it.
    limit = 0.3 / count
    scene = stacked(count, limit * (1 + beside), seconds=8.0)
    motion = simulate(scene, times(8.0, 30))
    turned = np.abs(motion.poses[-1, :count, 2]).max()
    assert (turned < math.radians(0.1)) == (beside < 0)


def test_a_standing_stack_neither_creeps_nor_jitters():
    scene = stacked(5, 0.03, seconds=10.0)
    motion = simulate(scene, times(10.0, 30))
    moved = motion.poses[:, :5] - motion.poses[0, :5]
    assert np.abs(moved[..., :2]).max() < 2e-4  # metres, of boxes of 0.3 m
    assert np.abs(np.diff(moved[60:], axis=0)).max() < 1e-6


def test_the_same_scene_gives_the_same_bytes():
    scene = stacked(3, 0.12)
    first, second = (simulate(scene, times(2.0)).poses.tobytes() for _ in range(2))
    assert first == second


def test_marks_and_supports_stay_where_they_are():
    mark = Body("mark", BodyRole.MARK, Box(1, 1), (1, 2, 3), 0, 0.2)
    ball = Body("ball", BodyRole.MOVING, Disc(0.1), (9, 9, 9), 0, 1.0)
    scene = Scene((mark, ball, ground()), G, 1, -1, 1, -1, 1, 0.5)
    motion = simulate(scene, times(1.0))
    assert np.ptp(motion.poses[:, [0, 2]], axis=0).max() == 0.0
    assert motion.poses[-1, 1, 1] == pytest.approx(0.1, abs=1e-3)  # fell through the mark


@pytest.mark.parametrize("bad", [[], [0.1, 0.2], [0.0, 0.1, 0.3], [0.0, 0.0]])
def test_sample_times_that_are_no_film_are_refused(bad):
    with pytest.raises(ValueError, match="sample times"):
        simulate(dropped(1.0), np.array(bad, dtype=float))


framings = st.builds(
    Framing,
    width_px=st.integers(64, 1920),
    height_px=st.integers(64, 1920),
    frame_rate_hz=st.floats(1, 240),
    extra_s=st.floats(0, 10),
)


@given(
    framing=framings,
    x=st.floats(-1e3, 1e3),
    y=st.floats(-1e3, 1e3),
    width=st.floats(0.01, 1e4),
    height=st.floats(0.01, 1e4),
    duration=st.floats(0.01, 60),
)
def test_the_extents_of_any_scene_lie_in_the_picture_above_the_bar(
    framing, x, y, width, height, duration
):
    scene = Scene((), G, duration, x, x + width, y, y + height, width / 4)
    camera = frame_shot(scene, framing).camera
    left = camera.origin_x_px + scene.x_min_m * camera.pixels_per_metre
    right = camera.origin_x_px + scene.x_max_m * camera.pixels_per_metre
    top = camera.origin_y_px - scene.y_max_m * camera.pixels_per_metre
    bottom = camera.origin_y_px - scene.y_min_m * camera.pixels_per_metre
    assert left >= -1e-3
    assert right <= camera.width_px + 1e-3
    assert top >= -1e-3
    assert bottom <= camera.height_px - scale_strip_px(camera.height_px) + 1e-3
    assert camera.width_px % 2 == camera.height_px % 2 == 0


@given(framing=framings, duration=st.floats(0.01, 60))
def test_a_film_covers_its_scene_and_the_extra_seconds_within_two_thousand_frames(
    framing, duration
):
    scene = Scene((), G, duration, 0, 1, 0, 1, 0.25)
    camera = frame_shot(scene, framing).camera
    length_s = frame_times(camera)[-1]
    assert length_s >= (duration + framing.extra_s) * (1 - 1e-6)
    assert camera.frame_count <= 2000


@given(zoom=st.floats(0.2, 4.0), bar=st.floats(0.01, 0.9))
def test_the_scale_bar_fits_beside_its_caption_at_any_zoom(zoom, bar):
    scene = Scene((), G, 1.0, 0, 1, 0, 0.5, bar)
    shot = frame_shot(scene, Framing(zoom=zoom))
    assert shot.scale_bar_m * shot.camera.pixels_per_metre <= 0.7 * shot.camera.width_px


def test_the_shot_declares_colours_and_roles_but_no_positions():
    scene = stacked(2, 0.05)
    shot = frame_shot(scene, Framing())
    assert [mark.name for mark in shot.bodies] == ["box_1", "box_2", "ground", "scale_bar"]
    assert shot.body("box_1").colour == scene.bodies[0].colour
    assert shot.body("scale_bar").role is BodyRole.MARK


def test_a_scene_without_extents_is_refused():
    with pytest.raises(ValueError, match="positive"):
        frame_shot(replace(dropped(1.0), x_max_m=-10.0), Framing())


@settings(max_examples=60, deadline=None)
@given(
    height_m=st.floats(0.2, 200.0),
    extra_s=st.floats(0.0, 5.0),
    counts=st.lists(st.integers(2, 200), min_size=1, max_size=4, unique=True),
    rates=st.tuples(st.integers(4, 30), st.integers(0, 30)),
)
def test_a_generated_film_is_one_that_can_be_made_and_shows_all_it_can(
    height_m, extra_s, counts, rates
):
    film = FilmFormat(
        width_px=1024,
        height_px=576,
        frame_counts=tuple(counts),
        slowest_hz=rates[0],
        fastest_hz=rates[0] + rates[1],
    )
    scene = dropped(height_m)
    shot = frame_shot(scene, Framing(extra_s=extra_s), film)
    camera = shot.camera
    assert (camera.width_px, camera.height_px) == (1024, 576)
    assert camera.frame_count in counts
    assert film.slowest_hz <= camera.frame_rate_hz <= film.fastest_hz
    assert camera.frame_rate_hz.is_integer()
    assert shot.clock is None, "no generator keeps a painted clock"

    wanted_s = scene.duration_s + extra_s
    shown_s = (camera.frame_count - 1) / camera.frame_rate_hz
    if max((n - 1) / film.slowest_hz for n in counts) >= wanted_s:
        assert shown_s >= wanted_s - 1e-9, "the whole scene is shown where that is possible"
    else:
        assert shown_s == (max(counts) - 1) / film.slowest_hz, "or else as much of it as can be"
