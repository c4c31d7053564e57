"""Wan's rows on tiny real pipelines: nothing is theirs alone but how latents are decoded."""

import json

import numpy as np
import pytest

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Grounding
from storyworld.renderers.diffusion.conditioning import told
from storyworld.renderers.diffusion.loading import Residence
from storyworld.renderers.diffusion.renderer import numbers_of
from storyworld.renderers.diffusion.running import handed
from tests.renderers.diffusion import staged, tiny_wan
from tests.renderers.diffusion.staged import Watching, gliding, settings, staging
from tests.renderers.diffusion.tiny_wan import FRAMES, I2V, SIDE_PX, VACE

pytest.importorskip("ftfy", reason="Wan's pipelines clean their prompts with it")

BOTH = pytest.mark.parametrize("spec", [I2V, VACE], ids=lambda spec: spec.name)


@pytest.fixture(scope="module")
def wan(tmp_path_factory, one_thread):
    root = tmp_path_factory.mktemp("wan")
    tiny_wan.save_all(root)
    return root


def request(scene=None, **asked):
    camera = staged.request(scene).shot.camera.revised(frame_count=FRAMES)
    return staged.request(scene, camera=camera, **asked)


@pytest.fixture
def filmed(rendering, wan, shared):
    def film(spec, scene=None, *, residence=None, watch=None, **asked):
        renderer = rendering(spec, scene, root=wan, residence=residence)
        return renderer.render(request(scene, **asked), watch or Watching())

    return film


def digest(footage) -> str:
    return dict(footage.details)["frames_sha256"]


@BOTH
def test_the_same_seed_gives_the_same_film_and_another_another(filmed, usual, wan, spec):
    first, again, other = (usual(spec, wan), filmed(spec, seed=7), filmed(spec, seed=8))
    assert first.pictures.shape == (FRAMES, SIDE_PX, SIDE_PX, 3)
    assert digest(first) == digest(again) != digest(other)


def test_the_keyframe_and_the_words_decide_what_an_image_model_makes(filmed, usual, wan):
    first = digest(usual(I2V, wan))
    assert digest(filmed(I2V, gliding(start_m=0.5))) != first
    assert digest(filmed(I2V, family="stack")) != first
    assert digest(filmed(I2V, text="a crate")) == first, "the goal's own words are not told"
    assert digest(filmed(I2V, gliding(6.0))) == first


def test_first_frames_carry_the_velocity_that_one_frame_does_not(filmed, usual, wan):
    slow, fast = filmed(VACE, gliding(2.0)), usual(VACE, wan)
    assert digest(slow) != digest(fast)
    assert slow.grounding is Grounding.INITIAL_VELOCITY
    assert slow.imposed_frames == VACE.imposed_frames == 5
    used = {one["role"]: one["used"] for one in json.loads(dict(slow.details)["conditioning"])}
    assert used == {
        "keyframe": False,
        "prefix": True,
        "prefix_mask": True,
        "prompt": True,
        "negative_prompt": True,
    }


@BOTH
def test_decoding_apart_gives_what_the_pipeline_gives_by_itself(usual, wan, shared, spec):
    import torch

    footage = usual(spec, wan)
    known = told(spec, request(), staging())
    with shared.holding(spec, settings(wan)) as loaded:
        arguments, _ = handed(spec, loaded.pipeline, known.conditionings)
        by_itself = loaded.pipeline(
            **arguments,
            **numbers_of(spec, request().shot.camera),
            num_inference_steps=spec.steps,
            generator=torch.Generator().manual_seed(7),
            output_type="np",
        ).frames[0]
    away = np.abs(np.rint(by_itself * 255) - footage.pictures.astype(int))
    assert away.max() <= 1


@BOTH
def test_a_film_that_cannot_be_decoded_whole_is_decoded_in_tiles(filmed, wan, monkeypatch, spec):
    import torch

    residence = Residence()
    with residence.holding(spec, settings(wan)) as loaded:
        vae = loaded.pipeline.vae
    decode = vae.decode

    def only_tiles(*given, **named):
        if not vae.use_tiling:
            raise torch.OutOfMemoryError("CUDA out of memory (injected)")
        return decode(*given, **named)

    monkeypatch.setattr(vae, "decode", only_tiles)
    watch = Watching()
    footage = filmed(spec, residence=residence, watch=watch)
    assert json.loads(dict(footage.details)["optimisations"]) == ["vae_tiling"]
    assert [done for done, _, what in watch.told if what == "denoising"] == [0, 1, 2]


def test_a_film_that_cannot_be_decoded_in_tiles_does_not_fit(filmed, wan, monkeypatch):
    import torch

    residence = Residence()
    with residence.holding(I2V, settings(wan)) as loaded:
        vae = loaded.pipeline.vae

    def never(*_, **__):
        raise torch.OutOfMemoryError("CUDA out of memory (injected)")

    monkeypatch.setattr(vae, "decode", never)
    with pytest.raises(PermanentError, match="even in tiles") as refused:
        filmed(I2V, residence=residence)
    assert refused.value.failure.code is FailureCode.OUT_OF_MEMORY


@BOTH
def test_a_deadline_stops_it_and_the_next_film_is_as_ever(filmed, usual, wan, spec):
    before = digest(usual(spec, wan))
    with pytest.raises(PermanentError, match="it is enough"):
        filmed(spec, watch=Watching(1))
    assert digest(filmed(spec)) == before
