"""What a model is told: pictures of the simulator's, and words that are made safe and short."""

import numpy as np
import pytest

from storyworld.physics.painting import paint
from storyworld.physics.staging import frame_times, simulate
from storyworld.renderers.diffusion.conditioning import (
    NEGATIVE,
    Conditioning,
    prompt_of,
    sha256_of_pictures,
    told,
)
from storyworld.renderers.diffusion.specs import Role, Take, spec_named
from tests.renderers.diffusion.staged import gliding, request, staging
from tests.renderers.diffusion.tiny import ANIMATEDIFF, FRAMES, GUIDED, SIDE_PX, SVD, of


def by_role(spec) -> dict[Role, Conditioning]:
    return {one.role: one for one in told(spec, request(), staging()).conditionings}


def painted() -> np.ndarray:
    scene, shot = gliding(), request().shot
    return np.stack(list(paint(scene, simulate(scene, frame_times(shot.camera)), shot)))


def test_the_keyframe_is_frame_0_of_the_simulators_film():
    keyframe = by_role(SVD)[Role.KEYFRAME].value
    assert np.array_equal(keyframe, painted()[:1])


def test_the_simulators_film_comes_along_where_there_is_one():
    assert np.array_equal(told(SVD, request(), staging()).simulated, painted())
    assert told(ANIMATEDIFF, request(), staging()).simulated is None


def test_a_guided_model_is_told_how_near_things_are_in_every_frame():
    depth = by_role(GUIDED)[Role.DEPTH].value
    assert depth.shape == (FRAMES, SIDE_PX, SIDE_PX, 3)
    assert not np.array_equal(depth[0], depth[-1])


def test_first_frames_are_given_and_the_rest_is_grey_and_to_be_made():
    takes = (Take(Role.PREFIX, "video"), Take(Role.PREFIX_MASK, "mask"))
    roles = by_role(of(SVD, takes=takes, imposed_frames=2))
    frames, mask = roles[Role.PREFIX].value, roles[Role.PREFIX_MASK].value
    assert np.array_equal(frames[:2], painted()[:2])
    assert (frames[2:] == 128).all()
    assert (mask[:2] == 0).all()
    assert (mask[2:] == 255).all()
    assert frames.shape == mask.shape == (FRAMES, SIDE_PX, SIDE_PX, 3)


def test_only_pictures_that_the_row_takes_are_painted():
    assert set(by_role(SVD)) == {Role.KEYFRAME, Role.PROMPT, Role.NEGATIVE_PROMPT}
    assert set(by_role(ANIMATEDIFF)) == {Role.PROMPT, Role.NEGATIVE_PROMPT}


def test_each_conditioning_has_a_digest_of_its_own():
    digests = [one.sha256 for one in by_role(GUIDED).values()]
    assert len(set(digests)) == len(digests) == 4


def test_pictures_of_other_shapes_and_the_same_bytes_have_other_digests():
    flat = np.zeros((1, 4, 2, 3), np.uint8)
    assert sha256_of_pictures(flat) != sha256_of_pictures(flat.reshape(1, 2, 4, 3))


def test_a_prompt_is_the_goal_and_a_camera_that_stands():
    prompt = prompt_of("A ball rolls off a table.")
    assert prompt.startswith("A ball rolls off a table, ")
    assert "static camera" in prompt


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("a\nball\t rolls", "a ball rolls,"),
        ("a\x00 b\x1b[31mall\x7f", "a b[31mall,"),
        ("a\u202eball\u200b rolls", "aball rolls,"),
        ("a\u00a0\u2003ball", "a ball,"),
        ("a\ud800ball", "aball,"),
    ],
)
def test_control_characters_do_not_reach_a_model(text, start):
    assert prompt_of(text).startswith(start)


@pytest.mark.parametrize("text", ["word " * 1000, "w" * 5000, "\x00" * 5000])
def test_a_long_goal_is_cut_so_that_the_camera_is_still_read(text):
    prompt = prompt_of(text)
    assert len(prompt) < 320
    assert "static camera" in prompt


@pytest.mark.parametrize("unwanted", ["camera motion", "cut", "text", "deformed", "blurry"])
def test_the_negative_prompt_names_what_spoils_a_measurement(unwanted):
    assert unwanted in NEGATIVE


def test_the_row_for_first_frames_gives_as_many_as_it_imposes():
    row = spec_named("wan-vace")
    assert {Role.PREFIX, Role.PREFIX_MASK} <= row.roles
    assert row.imposed_frames % row.every == row.over


@pytest.mark.parametrize("spec", [SVD, ANIMATEDIFF, GUIDED], ids=lambda spec: spec.name)
def test_only_a_model_whose_films_weigh_nothing_is_told_the_goal(spec):
    asked = request(text="A canary lands in under 2.1 s")
    conditionings = told(spec, asked, staging()).conditionings
    (prompt,) = (c.value for c in conditionings if c.role is Role.PROMPT)
    assert ("canary" in prompt) == (not spec.grounding.weighs)
    assert ("a body falls" in prompt) == spec.grounding.weighs
