"""Colours, tracks, edges, arcs, contacts and breaks, each on pictures made for it."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.painting import paint
from storyworld.physics.scene import Body, Box, Disc, Motion, Polygon, Scene
from storyworld.physics.staging import frame_shot
from storyworld.records.observation import Law
from storyworld.records.scenario import BodyRole, Framing, Shot
from storyworld.vision.colours import find_palette
from storyworld.vision.contacts import first_touch, gaps_px
from storyworld.vision.following import follow
from storyworld.vision.kinematics import fit_arc, partition, propagated
from storyworld.vision.presence import absences, jumps
from storyworld.vision.reading import FilmReading
from storyworld.vision.scaling import Scale
from storyworld.vision.supports import Side, find_support
from storyworld.vision.tracking import Form, Track
from tests.vision.filming import COLOURS, GREY

MOVING, SUPPORT = BodyRole.MOVING, BodyRole.SUPPORT
PICTURE = Framing(width_px=320, height_px=180)


def shown(bodies: tuple[Body, ...], poses: np.ndarray) -> tuple[list[np.ndarray], Shot]:
    """Pictures of bodies at poses of shape (frames, bodies, 3), 160 pixels a metre or so."""
    scene = Scene(bodies, 9.81, 1.0, -1, 1, -0.5, 0.5, 0.5)
    shot = frame_shot(scene, PICTURE)
    return list(paint(scene, Motion(np.arange(len(poses)) / 30, poses), shot)), shot


def followed(bodies: tuple[Body, ...], poses: np.ndarray) -> tuple[tuple[Track, ...], Shot]:
    pictures, shot = shown(bodies, poses)
    tracks, _, _ = follow(pictures, np.arange(len(poses)) / 30, shot.bodies)
    return tracks, shot


@settings(max_examples=25, deadline=None)
@given(
    x=st.floats(-0.5, 0.5),
    y=st.floats(-0.2, 0.2),
    colour=st.sampled_from(COLOURS),
    radius=st.floats(0.04, 0.15),
)
def test_a_painted_disc_is_found_where_it_is_and_as_large_as_it_is(x, y, colour, radius):
    ball = Body("ball", MOVING, Disc(radius), colour, x, y)
    (track,), shot = followed((ball,), np.array([[(x, y, 0.0)]]))
    camera = shot.camera
    assert track.form is Form.DISC
    assert track.x_px[0] == pytest.approx(
        camera.origin_x_px + x * camera.pixels_per_metre, abs=0.025
    )
    assert track.y_px[0] == pytest.approx(
        camera.origin_y_px - y * camera.pixels_per_metre, abs=0.025
    )
    assert track.width_px == pytest.approx(2 * radius * camera.pixels_per_metre, abs=0.1)


@pytest.mark.parametrize(("width", "height"), [(0.3, 0.3), (0.3, 0.26), (0.35, 0.2), (0.15, 0.4)])
def test_a_turning_box_is_followed_through_more_than_a_full_turn(width, height):
    turns = np.linspace(0.1, 8.0, 60)
    poses = np.stack([np.zeros(60), np.zeros(60), turns], axis=1)[:, None]
    (track,), shot = followed((Body("box", MOVING, Box(width, height), COLOURS[1], 0, 0),), poses)
    assert track.form is Form.BOX
    turned = track.angle_rad - track.angle_rad[0]
    assert np.degrees(np.abs(turned - (turns - turns[0]))).max() < 0.5
    scale = shot.camera.pixels_per_metre
    upright = abs(width * math.sin(0.1)) + abs(height * math.cos(0.1))
    measured = 2 * float(track.half_height_px(track.angle_rad[0])) / scale
    assert measured == pytest.approx(upright, rel=0.02)


def test_touching_boxes_of_other_colours_do_not_pull_at_each_other():
    boxes = tuple(Body(f"b{i}", MOVING, Box(0.2, 0.2), COLOURS[i], 0, 0) for i in range(3))
    places = [(-0.1033, -0.2013, 0), (-0.0417, -0.0013, 0), (0.0219, 0.1987, 0)]
    tracks, shot = followed(boxes, np.array([places]))
    for track, (x, y, _) in zip(tracks, places, strict=True):
        assert track.x_px[0] == pytest.approx(
            shot.camera.origin_x_px + x * shot.camera.pixels_per_metre, abs=0.1
        )
        assert track.y_px[0] == pytest.approx(
            shot.camera.origin_y_px - y * shot.camera.pixels_per_metre, abs=0.1
        )


def test_a_body_behind_another_is_a_gap_and_no_guess():
    ball = Body("ball", MOVING, Disc(0.1), COLOURS[0], 0, 0)
    screen = Body("screen", MOVING, Box(0.3, 0.6), COLOURS[1], 0, 0)
    x = np.linspace(-0.6, 0.6, 40)
    poses = np.zeros((40, 2, 3))
    poses[:, 0, 0] = x
    tracks, _ = followed((ball, screen), poses)
    ball_track = next(t for t in tracks if t.name == "ball")
    hidden = np.abs(x) < 0.04
    apart = np.abs(x) > 0.27
    assert not ball_track.seen[hidden].any()
    assert ball_track.seen[apart].all()
    assert not ball_track.cut.any()


def test_a_body_leaving_the_picture_is_cut_not_lost():
    x = np.linspace(0.0, 1.5, 40)
    poses = np.zeros((40, 1, 3))
    poses[:, 0, 0] = x
    (track,), shot = followed((Body("ball", MOVING, Disc(0.1), COLOURS[0], 0, 0),), poses)
    edge_m = (shot.camera.width_px - shot.camera.origin_x_px) / shot.camera.pixels_per_metre
    crossing = (x > edge_m - 0.07) & (x < edge_m + 0.05)
    assert track.cut[crossing].all()
    assert not track.seen[crossing].any()
    assert track.seen[x < edge_m - 0.12].all()


@settings(max_examples=20, deadline=None)
@given(top=st.floats(-0.3, 0.1), left=st.floats(-0.7, -0.3), width=st.floats(0.1, 0.8))
def test_the_sides_of_a_still_body_are_found_to_a_fraction_of_a_pixel(top, left, width):
    height = 0.25
    wall = Body("wall", SUPPORT, Box(width, height), GREY, left + width / 2, top - height / 2)
    (picture,), shot = shown((wall,), np.array([[(wall.x_m, wall.y_m, 0.0)]]))
    support = find_support("wall", picture, find_palette(picture, shot.bodies))
    camera = shot.camera
    scale = camera.pixels_per_metre
    assert support.side_px(Side.TOP) == pytest.approx(camera.origin_y_px - top * scale, abs=0.03)
    assert support.side_px(Side.LEFT) == pytest.approx(camera.origin_x_px + left * scale, abs=0.03)
    assert support.side_px(Side.RIGHT) == pytest.approx(
        camera.origin_x_px + (left + width) * scale, abs=0.03
    )


@pytest.mark.parametrize("angle_deg", [-40, -10, 3, 20, 35, 55])
def test_the_slope_of_a_ramp_is_measured_within_its_uncertainty(angle_deg):
    slope = math.tan(math.radians(angle_deg))
    rise = 0.6 * slope
    low = min(0.0, rise) - 0.1
    corners = ((0.0, low), (0.6, low), (0.6, rise), (0.0, 0.0))
    ramp = Body("ramp", SUPPORT, Polygon(corners), GREY, -0.3, -rise / 2)
    (picture,), shot = shown((ramp,), np.array([[(ramp.x_m, ramp.y_m, 0.0)]]))
    line = find_support("ramp", picture, find_palette(picture, shot.bodies)).surface()
    measured = math.degrees(math.atan(-line.slope))
    u = math.degrees(line.slope_u / (1 + line.slope**2))
    assert abs(measured - angle_deg) < 2 * u
    assert u < 0.3


def track_of(x: np.ndarray, y: np.ndarray, rate: float = 30.0, size: float = 20.0) -> Track:
    return Track(
        name="ball",
        form=Form.DISC,
        times_s=np.arange(len(x)) / rate,
        x_px=np.asarray(x, dtype=float),
        y_px=np.asarray(y, dtype=float),
        angle_rad=np.full(len(x), np.nan),
        cut=np.zeros(len(x), dtype=bool),
        width_px=size,
        height_px=size,
    )


def test_arcs_are_cut_where_the_acceleration_changes():
    t = np.arange(90) / 30
    rest, fall = np.full(30, 50.0), 50 + 0.5 * 300 * (t[:40]) ** 2
    floor = np.full(20, 330.0)
    noise = np.random.default_rng(1).normal(0, 0.05, (2, 90))
    y = np.concatenate([rest, fall, floor]) + noise[0]
    arcs = partition(track_of(100 + noise[1], y))
    assert [a.first for a in arcs] == pytest.approx([0, 30, 70], abs=2)
    assert [a.last for a in arcs] == pytest.approx([30, 69, 89], abs=2)
    assert 2 * arcs[1].y[2] == pytest.approx(300, rel=0.01)


def test_one_steady_motion_is_one_arc_whatever_its_gaps():
    t = np.arange(60) / 30
    y = 20 + 40 * t + 100 * t**2
    y[20:25] = np.nan
    x = np.where(np.isnan(y), np.nan, 30 * t)
    (arc,) = partition(track_of(x, y))
    assert (arc.first, arc.last) == (0, 59)
    assert arc.y[2] == pytest.approx(100, abs=1e-6)


def test_uncertainties_cover_correlated_errors_as_often_as_they_say():
    rng = np.random.default_rng(3)
    t = np.arange(40) / 30
    apart = np.abs(np.subtract.outer(np.arange(40), np.arange(40)))
    shared = np.linalg.cholesky(0.05**2 * np.exp(-apart / 3.0))
    inside = 0
    for _ in range(400):
        y = 10 + 20 * t + 147 * t**2 + shared @ rng.normal(size=40) + rng.normal(0, 0.02, 40)
        arc = fit_arc(track_of(50 * t, y), 0, 39)
        inside += abs(arc.y[2] - 147) < 1.96 * math.sqrt(arc.y_cov[2, 2])
    assert 0.93 <= inside / 400 <= 1.0


def test_too_few_samples_make_no_arc():
    assert fit_arc(track_of(np.arange(3.0), np.arange(3.0)), 0, 2) is None
    assert partition(track_of(np.arange(3.0), np.arange(3.0))) == ()


@given(scale=st.floats(0.1, 10), u=st.floats(1e-4, 0.05))
def test_propagation_of_a_product_is_that_of_the_textbook(scale, u):
    values, covariance = np.array([2.0, scale]), np.diag([u**2, (2 * u) ** 2])
    value, got = propagated(lambda v: float(v[0] * v[1]), values, covariance)
    assert value == pytest.approx(2 * scale)
    assert got == pytest.approx(math.hypot(scale * u, 2 * 2 * u), rel=1e-6)


def test_the_gap_to_a_support_falls_to_nothing_at_contact():
    ground = Body("ground", SUPPORT, Box(4, 0.2), GREY, 0, -0.4)
    ball = Body("ball", MOVING, Disc(0.1), COLOURS[0], 0, 0)
    heights = np.linspace(0.3, 0.0, 20)
    poses = np.array([[(0.0, h - 0.2, 0.0), (0.0, -0.4, 0.0)] for h in heights])
    pictures, shot = shown((ball, ground), poses)
    (track,), palette, stills = follow(pictures, np.arange(20) / 30, shot.bodies)
    gaps = gaps_px(track, find_support("ground", stills[0], palette))
    expected = heights * shot.camera.pixels_per_metre
    near = expected < track.width_px
    assert near.sum() > 10
    assert np.abs(gaps - expected)[near].max() < 0.75
    assert (gaps[~near] > track.width_px).all()


def test_the_first_touch_needs_a_time_apart_before_it():
    assert first_touch(np.array([5.0, 3.0, 0.2, 0.0])) == (1, 2)
    assert first_touch(np.array([0.1, 0.2, 4.0, 9.0])) is None
    assert first_touch(np.array([0.1, 4.0, np.nan, 0.3])) == (1, 3)
    assert first_touch(np.array([5.0, 3.0, 2.0])) is None


def test_a_jump_is_a_teleport_and_a_fast_ball_is_not():
    steady = np.arange(30) * 25.0
    assert list(jumps(track_of(steady, steady))) == []
    jumped = np.concatenate([steady[:15] / 5, steady[15:] / 5 + 80])
    (found,) = jumps(track_of(jumped, jumped * 0))
    assert (found.law, found.frames.first, found.frames.last) == (Law.TELEPORT, 14, 15)


def reading_of(track: Track, size_px: tuple[int, int] = (400, 400)) -> FilmReading:
    return FilmReading(
        times_s=track.times_s, declared=frozenset({track.name}), tracks={track.name: track},
        supports={}, scale=Scale(None), camera=None, size_px=size_px, bottom_px=size_px[1],
    )  # fmt: skip


def test_a_gap_inside_the_picture_is_a_vanishing_and_one_at_its_edge_is_not():
    x = 100 + np.arange(30.0)
    x[10:16] = np.nan
    track = track_of(x, x)
    (found,) = absences(reading_of(track), track)
    assert (found.law, found.frames.first, found.frames.last) == (Law.VANISHING, 10, 15)
    assert list(absences(reading_of(track, (118, 400)), track)) == []
    track.cut[10:16] = True
    assert list(absences(reading_of(track), track)) == []


def test_what_is_too_faint_to_be_measured_is_not_gone():
    x = 100 + np.arange(30.0)
    x[10:16] = np.nan
    track = replace(track_of(x, x), hazy=np.isnan(x))
    assert list(absences(reading_of(track), track)) == []
