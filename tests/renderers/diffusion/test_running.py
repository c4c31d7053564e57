"""Deadlines, and the way down when memory runs out: faults put into real components."""

import gc
import json

import numpy as np
import pytest

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.conditioning import told
from storyworld.renderers.diffusion.loading import Residence
from storyworld.renderers.diffusion.renderer import numbers_of
from storyworld.renderers.diffusion.running import handed
from tests.renderers.diffusion.staged import Watching, request, settings, staging
from tests.renderers.diffusion.tiny import ANIMATEDIFF, FRAMES, GUIDED, SVD, of

ALL = pytest.mark.parametrize("spec", [SVD, ANIMATEDIFF, GUIDED], ids=lambda spec: spec.name)


def said(footage) -> dict[str, str]:
    return dict(footage.details)


class Short:
    """Counts calls of a component, and lets it run out of memory in those it is told to."""

    def __init__(self, real, runs_out) -> None:
        self._real, self._runs_out = real, runs_out
        self.calls = 0

    def __call__(self, *given, **named):
        import torch

        self.calls += 1
        if self._runs_out(self.calls, *given):
            raise torch.OutOfMemoryError("CUDA out of memory (injected)")
        return self._real(*given, **named)


def never(*_) -> bool:
    return False


@pytest.fixture
def alone(models, rendering):
    """Give a renderer with a pipeline of its own, and that pipeline's handle: it gets broken."""

    def make(spec):
        residence = Residence()
        with residence.holding(spec, settings(models)) as loaded:
            return rendering(spec, residence=residence), loaded

    return make


@ALL
def test_each_step_is_told_and_then_the_decoding(rendering, spec):
    watch = Watching()
    rendering(spec).render(request(), watch)
    assert watch.told == [
        (0, 2, "denoising"),
        (1, 2, "denoising"),
        (2, 2, "denoising"),
        (FRAMES, FRAMES, "decoding"),
    ]


@ALL
@pytest.mark.parametrize(
    ("stop_at", "what"), [(0, "denoising"), (1, "denoising"), (FRAMES, "decoding")]
)
def test_what_the_watch_raises_stops_the_render_and_the_next_is_as_ever(
    rendering, usual, spec, stop_at, what
):
    before = said(usual(spec))["frames_sha256"]
    renderer = rendering(spec)
    watch = Watching(stop_at, what)
    with pytest.raises(PermanentError, match="it is enough"):
        renderer.render(request(), watch)
    assert watch.told[-1][0] == stop_at
    assert watch.told[-1][2] == what
    assert said(renderer.render(request(), Watching()))["frames_sha256"] == before


@ALL
def test_decoding_apart_gives_what_the_pipeline_gives_by_itself(usual, models, spec, shared):
    import torch

    footage = usual(spec)
    known = told(spec, request(), staging())
    with shared.holding(spec, settings(models)) as loaded:
        arguments, _ = handed(spec, loaded.pipeline, known.conditionings)
        by_itself = loaded.pipeline(
            **arguments,
            **numbers_of(spec, request().shot.camera),
            num_inference_steps=spec.steps,
            generator=torch.Generator().manual_seed(7),
            output_type="np",
        ).frames[0]
    assert np.array_equal(np.rint(by_itself * 255).astype(np.uint8), footage.pictures)


def test_what_a_stopped_render_held_is_free_while_its_error_is_still_looked_at(rendering):
    import torch

    def latents() -> int:
        gc.collect()
        shape = (1, FRAMES, 4, 16, 16)
        return sum(type(o) is torch.Tensor and o.shape == shape for o in gc.get_objects())

    renderer = rendering(SVD)
    held = 0

    class Counting(Watching):
        def step(self, done: int, of: int, what: str) -> None:
            nonlocal held
            held = latents()
            super().step(done, of, what)

    with pytest.raises(PermanentError) as stopped:
        renderer.render(request(), Counting(2))
    assert held > 0
    assert latents() == 0
    assert stopped.value.failure.code is FailureCode.RENDER_TIMEOUT


@pytest.mark.parametrize("spec", [SVD, ANIMATEDIFF], ids=lambda spec: spec.name)
@pytest.mark.parametrize("fits", [2, 1])
def test_decoding_takes_fewer_frames_at_a_time_and_never_denoises_again(
    alone, monkeypatch, spec, fits
):
    renderer, loaded = alone(spec)
    unet = Short(loaded.pipeline.unet.forward, never)
    vae = Short(loaded.pipeline.vae.decode, lambda _, latents, *__: len(latents) > fits)
    monkeypatch.setattr(loaded.pipeline.unet, "forward", unet)
    monkeypatch.setattr(loaded.pipeline.vae, "decode", vae)
    watch = Watching()
    footage = renderer.render(request(), watch)
    assert unet.calls == 2
    assert json.loads(said(footage)["decode_chunk"]) == fits
    assert [told[0] for told in watch.told if told[2] == "decoding"] == list(
        range(fits, FRAMES + 1, fits)
    )
    assert json.loads(said(footage)["optimisations"]) == []


def test_eight_frames_and_four_are_tried_before_fewer(alone, monkeypatch):
    frames = 11
    longer = of(SVD, film_format=SVD.film_format.revised(frame_counts=(frames,), fastest_hz=60.0))
    renderer, loaded = alone(longer)
    tried: list[int] = []

    def too_many(_, latents, *__) -> bool:
        tried.append(len(latents))
        return len(latents) > 4

    vae = Short(loaded.pipeline.vae.decode, too_many)
    monkeypatch.setattr(loaded.pipeline.vae, "decode", vae)
    camera = request().shot.camera.revised(frame_count=frames)
    footage = renderer.render(request(camera=camera), Watching())
    assert tried == [11, 8, 4, 4, 3]
    assert len(footage.pictures) == frames


def test_a_model_that_cannot_decode_one_frame_does_not_fit(alone, monkeypatch):
    renderer, loaded = alone(SVD)
    vae = Short(loaded.pipeline.vae.decode, lambda *_: True)
    monkeypatch.setattr(loaded.pipeline.vae, "decode", vae)
    with pytest.raises(PermanentError, match="does not fit") as refused:
        renderer.render(request(), Watching())
    assert refused.value.failure.code is FailureCode.OUT_OF_MEMORY
    assert vae.calls == 3  # 4, 2 and 1 at a time


@pytest.mark.parametrize("spec", [SVD, GUIDED], ids=lambda spec: spec.name)
def test_denoising_without_memory_lets_models_take_turns_and_provenance_says_so(
    alone, monkeypatch, spec, usual
):
    renderer, loaded = alone(spec)
    unet = Short(loaded.pipeline.unet.forward, lambda call, *_: call == 2)
    monkeypatch.setattr(loaded.pipeline.unet, "forward", unet)
    watch = Watching()
    footage = renderer.render(request(), watch)
    assert [told[0] for told in watch.told if told[2] == "denoising"] == [0, 1, 1, 2]
    assert json.loads(said(footage)["optimisations"]) == ["model_cpu_offload"]
    # Where the weights lie decides how a processor adds them up, and so a last bit here and there.
    whole = usual(spec).pictures.astype(int)
    assert np.abs(footage.pictures - whole).max() <= 2
    again = renderer.render(request(), Watching())
    assert np.abs(again.pictures - whole).max() <= 2
    assert json.loads(said(again)["optimisations"]) == ["model_cpu_offload"]


def test_a_model_that_runs_out_even_then_does_not_fit_and_is_not_tried_a_third_time(
    alone, monkeypatch
):
    renderer, loaded = alone(SVD)
    unet = Short(loaded.pipeline.unet.forward, lambda *_: True)
    monkeypatch.setattr(loaded.pipeline.unet, "forward", unet)
    with pytest.raises(PermanentError, match="does not fit") as refused:
        renderer.render(request(), Watching())
    assert refused.value.failure.code is FailureCode.OUT_OF_MEMORY
    assert unet.calls == 2
    with pytest.raises(PermanentError, match="does not fit"):
        renderer.render(request(), Watching())
    assert unet.calls == 3  # its models take turns already


def test_an_error_that_is_not_about_memory_is_not_taken_for_one(alone, monkeypatch):
    renderer, loaded = alone(SVD)

    def broken(*_, **__):
        raise RuntimeError("shapes do not fit")

    monkeypatch.setattr(loaded.pipeline.unet, "forward", broken)
    with pytest.raises(RuntimeError, match="shapes do not fit"):
        renderer.render(request(), Watching())


def test_memory_of_the_machine_runs_out_in_its_own_words(alone, monkeypatch):
    renderer, loaded = alone(SVD)

    def broken(*_, **__):
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried")

    monkeypatch.setattr(loaded.pipeline.unet, "forward", broken)
    with pytest.raises(PermanentError, match="does not fit"):
        renderer.render(request(), Watching())


def test_a_keyframe_encoded_in_float32_leaves_the_decoder_as_it_was(alone, monkeypatch):
    import torch

    renderer, loaded = alone(SVD)
    encode = loaded.pipeline.vae.encode
    left = 1

    def stopped_in_float64(*given, **named):
        nonlocal left
        if left:
            left -= 1
            loaded.pipeline.vae.to(dtype=torch.float64)
            raise torch.OutOfMemoryError("CUDA out of memory (injected)")
        return encode(*given, **named)

    monkeypatch.setattr(loaded.pipeline.vae, "encode", stopped_in_float64)
    footage = renderer.render(request(), Watching())
    assert loaded.pipeline.vae.dtype == torch.float32
    assert len(footage.pictures) == FRAMES
