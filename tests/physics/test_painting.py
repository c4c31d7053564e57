"""What is painted covers what the shapes cover, to a fraction of a pixel."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.painting import BACKGROUND, paint
from storyworld.physics.scene import Body, Box, Disc, Motion, Polygon, Scene
from storyworld.physics.staging import frame_shot
from storyworld.records.scenario import BodyRole, Framing

INK = (20, 60, 200)


def painted(*bodies: Body, framing: Framing | None = None) -> tuple[np.ndarray, object]:
    scene = Scene(bodies, 9.81, 1.0, -1, 1, -0.5, 0.5, 0.5)
    shot = frame_shot(scene, framing or Framing(width_px=320, height_px=180))
    poses = np.array([[(b.x_m, b.y_m, b.angle_rad) for b in bodies]])
    (picture,) = paint(scene, Motion(np.zeros(1), poses), shot)
    return picture, shot.camera


def coverage(picture: np.ndarray) -> np.ndarray:
    """How far each pixel is from background to ink, above the scale bar's strip."""
    free = picture[: picture.shape[0] - 24].astype(float)
    ink, ground = np.array(INK, float), np.array(BACKGROUND, float)
    return (free - ground) @ (ink - ground) / ((ink - ground) @ (ink - ground))


@settings(max_examples=40, deadline=None)
@given(
    x=st.floats(-0.3, 0.3), y=st.floats(-0.2, 0.2), angle=st.floats(0, 7), size=st.floats(0.1, 0.4)
)
@pytest.mark.parametrize("kind", ["disc", "box", "triangle"])
def test_area_and_centroid_of_what_is_painted_are_those_of_the_shape(kind, x, y, angle, size):
    shape, area_m2 = {
        "disc": (Disc(size / 2), math.pi * size**2 / 4),
        "box": (Box(size, size / 2), size**2 / 2),
        "triangle": (
            Polygon(((-size / 3, -size / 3), (2 * size / 3, -size / 3), (-size / 3, 2 * size / 3))),
            size**2 / 2,
        ),
    }[kind]
    picture, camera = painted(Body("b", BodyRole.MOVING, shape, INK, x, y, angle))
    share = coverage(picture)
    scale = camera.pixels_per_metre
    assert share.sum() == pytest.approx(area_m2 * scale**2, rel=0.01, abs=2.0)
    rows, columns = np.indices(share.shape) + 0.5
    assert (share * columns).sum() / share.sum() == pytest.approx(
        camera.origin_x_px + x * scale, abs=0.05
    )
    assert (share * rows).sum() / share.sum() == pytest.approx(
        camera.origin_y_px - y * scale, abs=0.05
    )


def test_a_body_that_stands_on_another_shows_no_background_between_them():
    lower = Body("l", BodyRole.SUPPORT, Box(1.0, 0.2), INK, 0, -0.1)
    upper = Body("u", BodyRole.MOVING, Box(0.4, 0.2), INK, 0, 0.1)
    picture, camera = painted(lower, upper)
    column = picture[:, round(camera.origin_x_px)].astype(int)
    at = int(camera.origin_y_px)
    assert np.abs(column[at - 4 : at + 4] - INK).max() <= 1


def test_the_scale_bar_has_its_declared_length_and_is_never_covered():
    flood = Body("water", BodyRole.SUPPORT, Box(10, 10), INK, 0, 0)
    picture, camera = painted(flood)
    row = picture[camera.height_px - 10, :, 1].astype(float)
    dark = (BACKGROUND[1] - row[:-60]) / (BACKGROUND[1] - 20)
    bar = dark[: 16 + math.ceil(0.5 * camera.pixels_per_metre) + 2].clip(0, 1)
    assert bar.sum() == pytest.approx(0.5 * camera.pixels_per_metre, abs=0.05)


def test_what_lies_outside_the_picture_is_cut_off():
    picture, _ = painted(Body("b", BodyRole.MOVING, Disc(0.2), INK, 50.0, 50.0))
    assert (coverage(picture) < 0.01).all()


def test_every_frame_is_a_picture_of_its_own():
    body = Body("b", BodyRole.MOVING, Disc(0.1), INK, 0, 0)
    scene = Scene((body,), 9.81, 1.0, -1, 1, -0.5, 0.5, 0.5)
    shot = frame_shot(scene, Framing(width_px=320, height_px=180))
    poses = np.array([[(-0.5, 0, 0)], [(0.5, 0, 0)]])
    first, second = paint(scene, Motion(np.arange(2) / 30, poses), shot)
    for picture, here, there in (
        (first, slice(0, 160), slice(160, 320)),
        (second, slice(160, 320), slice(0, 160)),
    ):
        assert coverage(picture)[:, here].sum() > 1
        assert coverage(picture)[:, there].sum() < 1
