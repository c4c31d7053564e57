"""How near things are: in painting order, bright is near, and nothing else is on the picture."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from storyworld.physics.depth import depth_frames
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.staging import frame_shot, frame_times, scale_strip_px, simulate
from storyworld.records.scenario import BodyRole, Framing

HALF = Framing(width_px=160, height_px=120, frame_rate_hz=10)


def three(speed_m_s: float = 0.0) -> Scene:
    """Three boxes that overlap, the last in front, over nothing."""
    boxes = tuple(
        Body(
            f"box_{n}",
            BodyRole.MARK if n < 2 else BodyRole.MOVING,
            Box(1.0, 1.0),
            (200, 30 * n, 40),
            0.5 * n,
            0.5,
            velocity_x_m_s=speed_m_s if n == 2 else 0.0,
        )
        for n in range(3)
    )
    return Scene(boxes, 0.0, 0.5, -1.0, 3.0, 0.0, 2.0, 0.5)


def filmed(scene: Scene) -> list[np.ndarray]:
    shot = frame_shot(scene, HALF)
    motion = simulate(scene, frame_times(shot.camera))
    return list(depth_frames(scene, motion, shot))


def test_the_last_painted_is_the_nearest_and_the_background_the_farthest():
    [first, *_] = filmed(three())
    assert first.shape == (120, 160, 3)
    assert first.dtype == np.uint8
    levels = [level for level in np.unique(first) if (first[..., 0] == level).sum() > 50]
    assert levels[0] == 0
    assert levels[-1] == 255
    assert len(levels) == 4
    camera = frame_shot(three(), HALF).camera
    row = round(camera.origin_y_px - 0.5 * camera.pixels_per_metre)
    at = [
        int(first[row, round(camera.origin_x_px + x * camera.pixels_per_metre), 0])
        for x in (-0.8, -0.25, 0.25, 0.75, 2.0)
    ]
    assert at == [0, levels[1], levels[2], 255, 0]


def test_all_channels_say_the_same():
    assert all((f[..., 0] == f[..., 1]).all() and (f[..., 0] == f[..., 2]).all() for f in
               filmed(three(1.0)))  # fmt: skip


def test_what_moves_moves_on_every_frame_and_a_still_is_one_picture():
    moving = filmed(three(1.0))
    centres = [float(np.nonzero(f[..., 0] == 255)[1].mean()) for f in moving]
    assert all(b > a for a, b in pairwise(centres))
    assert len({id(f) for f in filmed(three())}) == 1


def test_scale_bar_and_clock_have_no_depth_and_the_ground_goes_on_below_them():
    ground = Body("ground", BodyRole.SUPPORT, Box(9.0, 9.0), (90, 96, 105), 0.0, -4.0)
    scene = three()
    [frame, *_] = filmed(replace(scene, bodies=(ground, *scene.bodies)))
    strip = frame[-scale_strip_px(120) :]
    [level] = np.unique(frame[-scale_strip_px(120) - 1])
    assert level > 0
    assert (strip == level).all()


def test_colours_say_nothing_of_depth():
    other = three()
    white = tuple(replace(body, colour=(245, 245, 242)) for body in other.bodies)
    dyed = replace(other, bodies=white)
    assert np.array_equal(filmed(three())[0], filmed(dyed)[0])
