"""A keyframe may change its looks, and nothing else."""

import numpy as np
import pytest

from storyworld.physics.painting import paint
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.records.scenario import Framing
from storyworld.renderers.diffusion.restyling import keyframe_stands, restyled
from tests.renderers.diffusion.staged import gliding
from tests.vision.filming import dropped, stacked

FRAMING = Framing(width_px=320, height_px=192)


def filmed(scene):
    shot = frame_shot(scene, FRAMING)
    return next(paint(scene, simulate(scene, frame_times(shot.camera)), shot)), shot


def shaded(picture: np.ndarray) -> np.ndarray:
    """As a painter would have it: a little darker to one side, grain, other light."""
    light = np.linspace(0.93, 1.0, picture.shape[1])[None, :, None]
    grain = np.random.default_rng(0).normal(0, 3, picture.shape)
    return np.clip(picture * light + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("scene", [gliding(), dropped(2.0), stacked(3, 0.05)], ids=str.__class__)
def test_other_light_and_grain_leave_a_keyframe_standing(scene):
    before, shot = filmed(scene)
    assert keyframe_stands(before, before, shot) == ""
    assert keyframe_stands(before, shaded(before), shot) == ""


@pytest.mark.parametrize(("by", "stands"), [(1, True), (4, False), (30, False)])
def test_a_body_that_moved_is_found_out(by, stands):
    before, shot = filmed(gliding())
    after, _ = filmed(gliding(start_m=-1.2 + by / shot.camera.pixels_per_metre))
    why = keyframe_stands(before, after, shot)
    assert (why == "") is stands
    assert stands or "ball moved by" in why


def test_a_body_that_is_gone_is_found_out():
    before, shot = filmed(gliding())
    after = before.copy()
    red = (before[..., 0] > 200) & (before[..., 1] < 60)
    after[red] = (245, 245, 242)
    assert keyframe_stands(before, after, shot) == "ball is no longer to be seen"


def test_a_body_that_is_half_gone_is_found_out():
    before, shot = filmed(gliding())
    after = before.copy()
    rows, columns = np.nonzero((before[..., 0] > 200) & (before[..., 1] < 60))
    after[: int(rows.mean()), columns.min() : columns.max() + 1] = (245, 245, 242)
    assert "ball" in keyframe_stands(before, after, shot)


def test_a_picture_of_another_size_does_not_stand():
    before, shot = filmed(gliding())
    assert "160x192 px" in keyframe_stands(before, before[:, :160], shot)


def test_what_was_repainted_is_given_with_why_it_is_not_used():
    before, shot = filmed(gliding())
    kept = restyled(before[None], shot, lambda frames: shaded(frames[0])[None])
    assert kept.why_not == ""
    assert kept.pictures.shape == (1, 192, 320, 3)
    lost = restyled(before[None], shot, lambda frames: np.full_like(frames, 245))
    assert "no longer to be seen" in lost.why_not
    assert restyled(before[None], shot, lambda _: None).pictures is None
    assert "memory" in restyled(before[None], shot, lambda _: None).why_not
