"""Real pipelines of diffusers on random weights: what they are told decides the film."""

import json

import numpy as np
import pytest

from storyworld.errors import PermanentError
from storyworld.records.identity import Stage
from storyworld.records.provenance import FailureCode, ProvenanceEntry
from storyworld.records.render import Grounding
from storyworld.renderers.diffusion.conditioning import sha256_of_pictures
from storyworld.renderers.diffusion.renderer import require_fitting
from storyworld.renderers.diffusion.specs import ROWS
from tests.renderers.diffusion.staged import Watching, gliding, request, shot_of
from tests.renderers.diffusion.tiny import ANIMATEDIFF, FRAMES, GUIDED, RESTYLED, SIDE_PX, SVD, of

ALL = pytest.mark.parametrize("spec", [SVD, ANIMATEDIFF, GUIDED], ids=lambda spec: spec.name)


def said(footage) -> dict[str, str]:
    return dict(footage.details)


def film(rendering, spec, scene=None, **asked) -> str:
    footage = rendering(spec, scene).render(request(scene, **asked), Watching())
    return said(footage)["frames_sha256"]


@ALL
def test_a_film_has_the_size_and_length_of_the_camera(usual, spec):
    footage = usual(spec)
    assert footage.pictures.shape == (FRAMES, SIDE_PX, SIDE_PX, 3)
    assert footage.pictures.dtype == np.uint8
    assert footage.pictures.std() > 5


@ALL
def test_the_same_seed_gives_the_same_film_and_another_another(rendering, usual, spec):
    first = said(usual(spec))["frames_sha256"]
    assert film(rendering, spec, seed=7) == first
    assert film(rendering, spec, seed=8) != first


def test_the_keyframe_decides_the_film_of_an_image_model(rendering, usual):
    assert said(usual(SVD))["frames_sha256"] != film(rendering, SVD, gliding(start_m=0.5))


def test_how_a_body_moves_later_does_not_reach_a_model_that_is_given_frame_0(rendering, usual):
    assert said(usual(SVD))["frames_sha256"] == film(rendering, SVD, gliding(6.0))


def test_the_depth_of_the_track_decides_the_film_of_a_guided_model(rendering, usual):
    guided = said(usual(GUIDED))["frames_sha256"]
    assert guided != film(rendering, GUIDED, gliding(-3.0))
    assert guided != said(usual(ANIMATEDIFF))["frames_sha256"]


@pytest.mark.parametrize("spec", [ANIMATEDIFF, GUIDED], ids=lambda spec: spec.name)
def test_the_words_of_the_goal_decide_the_film_of_a_text_model(rendering, usual, spec):
    assert said(usual(spec))["frames_sha256"] != film(rendering, spec, text="a crate")


def test_words_do_not_reach_a_model_without_text_and_provenance_says_so(rendering, usual):
    footage = usual(SVD)
    used = {one["role"]: one["used"] for one in json.loads(said(footage)["conditioning"])}
    assert used == {"keyframe": True, "prompt": False, "negative_prompt": False}
    assert said(footage)["frames_sha256"] == film(rendering, SVD, text="a crate")


@pytest.mark.parametrize(
    ("spec", "grounding", "imposed"),
    [
        (SVD, Grounding.INITIAL, 1),
        (ANIMATEDIFF, Grounding.FREE, 0),
        (GUIDED, Grounding.GUIDED, 0),
    ],
)
def test_footage_says_how_much_of_it_was_imposed(usual, spec, grounding, imposed):
    footage = usual(spec)
    assert (footage.grounding, footage.imposed_frames) == (grounding, imposed)


def test_a_model_that_is_given_words_only_needs_no_scene(rendering):
    renderer = rendering(ANIMATEDIFF)
    renderer._stage = no_scene
    assert len(renderer.render(request(), Watching()).pictures) == FRAMES


def test_a_scenario_without_a_scene_is_refused_with_the_fix(rendering):
    renderer = rendering(SVD)
    renderer._stage = no_scene
    with pytest.raises(PermanentError, match="no height") as refused:
        renderer.render(request(), Watching())
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert refused.value.failure.fix


def no_scene(_):
    raise ValueError("no height")


@ALL
def test_provenance_holds_all_it_takes_to_make_the_film_again(rendering, spec, models):
    renderer = rendering(spec)
    asked = request(seed=11)
    footage = renderer.render(asked, Watching())
    entry = ProvenanceEntry(
        stage=Stage.RENDER,
        agent=renderer.agent,
        started_at="2026-11-26T20:00:00Z",
        finished_at="2026-11-26T20:00:01Z",
        details=footage.details,
    )
    assert ProvenanceEntry.model_validate_json(entry.model_dump_json()) == entry

    told = said(footage)
    assert told["model"] == spec.model.repository
    assert told["revision"] == spec.model.revision
    assert told["pipeline_class"] == spec.model.loads_as
    assert (told["seed"], told["steps"], told["dtype"]) == ("11", "2", "float32")
    assert told["frames_sha256"] == sha256_of_pictures(footage.pictures)
    assert json.loads(told["decode_chunk"]) == FRAMES
    weights = json.loads(told["weights_sha256"])
    assert set(weights) == {part.repository for part in (spec.model, *dict(spec.parts).values())}
    assert all(len(sha) == 64 for files in weights.values() for sha in files.values())
    assert set(json.loads(told["versions"])) >= {"torch", "diffusers", "transformers"}
    assert told["device"].startswith("cpu")
    assert str(models) not in "".join(told.values())


def test_animatediff_runs_on_the_scheduler_of_its_row(usual):
    scheduler = json.loads(said(usual(ANIMATEDIFF))["scheduler"])
    assert scheduler["class"] == "DDIMScheduler"
    assert scheduler["beta_schedule"] == "linear"
    assert scheduler["timestep_spacing"] == "linspace"
    assert scheduler["clip_sample"] is False
    assert scheduler["steps_offset"] == 1
    assert scheduler["beta_end"] == 0.012  # the repository's own, kept


def test_the_rate_of_the_film_reaches_the_model(rendering, usual):
    slow = request().shot.camera.revised(frame_rate_hz=6.0)
    assert said(usual(SVD))["frames_sha256"] != film(rendering, SVD, camera=slow)


def test_the_settings_may_ask_for_another_number_of_steps(rendering):
    watch = Watching()
    rendering(SVD, diffusion_steps=3).render(request(), watch)
    assert [told for told in watch.told if told[2] == "denoising"] == [
        (0, 3, "denoising"),
        (1, 3, "denoising"),
        (2, 3, "denoising"),
        (3, 3, "denoising"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"frame_count": 0},
        {"frame_count": 10_000},
        {"frame_count": 5},
        {"width_px": 63},
        {"height_px": 68},
        {"width_px": 1024, "height_px": 576},
        {"frame_rate_hz": 0.5},
        {"frame_rate_hz": 120.0},
    ],
    ids=str,
)
def test_a_film_that_the_model_cannot_make_is_refused_with_what_it_can(rendering, wrong):
    camera = request().shot.camera.model_copy(update=wrong)
    with pytest.raises(PermanentError) as refused:
        rendering(SVD).render(request(camera=camera), Watching())
    assert refused.value.failure.code is FailureCode.BAD_REQUEST
    assert "64x64 px, 4 frames, 5 to 30" in refused.value.failure.fix


@pytest.mark.parametrize("name", ROWS)
def test_the_camera_of_a_rows_own_film_format_fits_it(name):
    can = ROWS[name].film_format
    for count in can.frame_counts:
        for rate in (can.slowest_hz, can.fastest_hz):
            camera = shot_of(gliding()).camera.revised(
                width_px=can.width_px,
                height_px=can.height_px,
                frame_count=count,
                frame_rate_hz=rate,
            )
            require_fitting(camera, ROWS[name])


def test_a_seed_beyond_what_generators_take_is_refused(rendering):
    with pytest.raises(PermanentError, match="seed") as refused:
        rendering(SVD).render(request(seed=2**63), Watching())
    assert refused.value.failure.code is FailureCode.BAD_REQUEST


def test_a_repainted_keyframe_whose_bodies_are_gone_is_not_used(rendering, usual):
    footage = rendering(RESTYLED).render(request(), Watching())
    restyling = json.loads(said(footage)["restyling"])
    assert restyling["used"] is False
    assert restyling["because"]
    assert said(footage)["frames_sha256"] == said(usual(SVD))["frames_sha256"]


def test_a_repainted_keyframe_that_stands_is_the_one_used(rendering, usual):
    asked = request()
    # On a shot without bodies nothing can have moved.
    bar = tuple(mark for mark in asked.shot.bodies if mark.name == "scale_bar")
    unmarked = asked.revised(shot=asked.shot.revised(bodies=bar))
    footage = rendering(RESTYLED).render(unmarked, Watching())
    restyling = json.loads(said(footage)["restyling"])
    keyframe = next(
        one for one in json.loads(said(footage)["conditioning"]) if one["role"] == "keyframe"
    )
    assert restyling["used"] is True
    assert keyframe["sha256"] == restyling["sha256"]
    assert said(footage)["frames_sha256"] != said(usual(SVD))["frames_sha256"]


def test_a_role_that_the_pipeline_does_not_take_is_refused_if_required_and_else_dropped(rendering):
    [take] = SVD.takes
    strict = of(SVD, takes=(of(take, argument="picture"),))
    with pytest.raises(PermanentError, match="takes no picture") as refused:
        rendering(strict).render(request(), Watching())
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE

    lenient = of(GUIDED, takes=(*GUIDED.takes, of(take, argument="picture", required=False)))
    footage = rendering(lenient).render(request(), Watching())
    [keyframe] = [
        one for one in json.loads(said(footage)["conditioning"]) if one["role"] == "keyframe"
    ]
    assert keyframe["used"] is False
    assert "takes no picture" in keyframe["because"]
