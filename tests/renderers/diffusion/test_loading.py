"""One pipeline at a time, loaded from disk alone; a machine that cannot says what it lacks."""

import gc
import json
import shutil
import subprocess
import sys
import textwrap
import weakref

import pytest

from storyworld.errors import ConfigurationError, PermanentError
from storyworld.records.goal import Backend
from storyworld.records.provenance import FailureCode
from storyworld.renderers import film_format, renderer_for
from storyworld.renderers.diffusion import diffusion_renderer, loading
from storyworld.renderers.diffusion.loading import RESIDENCE, Residence, load
from storyworld.renderers.diffusion.specs import ROWS, Dtype
from storyworld.renderers.diffusion.weights import folder_of
from storyworld.settings import Device
from tests.renderers.diffusion.staged import Watching, request, settings
from tests.renderers.diffusion.tiny import ANIMATEDIFF, SVD, of


def refused(work) -> PermanentError:
    with pytest.raises(PermanentError) as error:
        work()
    assert error.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert error.value.failure.fix
    return error.value


def test_an_unknown_row_is_an_error_that_lists_those_there_are(models):
    with pytest.raises(ConfigurationError) as unknown:
        diffusion_renderer("sora", settings(models))
    assert all(name in str(unknown.value) for name in ROWS)


@pytest.mark.parametrize("backend", [Backend.SVD, Backend.ANIMATEDIFF])
def test_a_backend_finds_its_row_and_loads_it_before_it_is_asked_for_a_film(models, backend):
    try:
        renderer = renderer_for(backend, settings(models))
        row = ROWS[renderer.agent.name.replace("_", "-")]
        assert row.backend is backend
        assert renderer.agent.model == f"{row.model.repository}@{row.model.revision}"
        assert film_format(backend, settings(models)) == row.film_format
        with RESIDENCE.holding(row, settings(models)) as loaded:
            assert type(loaded.pipeline).__name__ == row.model.loads_as
    finally:
        RESIDENCE.vacate()


def test_a_pipeline_is_loaded_once_and_another_takes_its_place(models):
    residence, chosen = Residence(), settings(models)
    with residence.holding(SVD, chosen) as loaded:
        first = weakref.ref(loaded.pipeline)
    with residence.holding(SVD, chosen) as again:
        assert again.pipeline is first()
    del loaded, again
    with residence.holding(ANIMATEDIFF, chosen) as other:
        assert type(other.pipeline).__name__ == "AnimateDiffPipeline"
    assert first() is None


def test_the_first_is_gone_before_anything_of_the_second_is_loaded(models, monkeypatch):
    residence, chosen = Residence(), settings(models)
    with residence.holding(SVD, chosen) as loaded:
        first = weakref.ref(loaded.pipeline)
    del loaded
    alive: list[bool] = []
    really = loading.load

    def looking(spec, given):
        alive.append(first() is not None)
        return really(spec, given)

    monkeypatch.setattr(loading, "load", looking)
    with residence.holding(ANIMATEDIFF, chosen):
        assert alive == [False]


def test_a_row_that_cannot_be_loaded_leaves_the_place_free(models, tmp_path):
    residence = Residence()
    with residence.holding(SVD, settings(models)) as loaded:
        first = weakref.ref(loaded.pipeline)
    del loaded
    with (
        pytest.raises(PermanentError),
        residence.holding(ANIMATEDIFF, settings(tmp_path)),
    ):
        pass
    gc.collect()
    assert first() is None
    with residence.holding(SVD, settings(models)) as again:
        assert again.name == "svd-xt"


def test_weights_that_are_not_there_are_a_failure_that_names_the_command(tmp_path):
    error = refused(lambda: diffusion_renderer("svd-xt", settings(tmp_path)))
    assert "python deploy/prefetch.py svd-xt" in error.failure.fix


def test_a_machine_without_a_card_says_so(models, monkeypatch):
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    on_card = settings(models).model_copy(update={"device": Device.CUDA})
    error = refused(lambda: load(SVD, on_card))
    assert "no NVIDIA card" in error.failure.detail
    assert "STORYWORLD_DEVICE=cpu" in error.failure.fix


@pytest.mark.parametrize("absent", ["torch", "accelerate"])
def test_a_machine_without_the_extra_says_how_to_install_it(tmp_path, absent):
    script = f"""
        import sys

        class Absent:
            def find_spec(self, name, path=None, target=None):
                if name.partition(".")[0] == {absent!r}:
                    raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

        sys.meta_path.insert(0, Absent())
        from storyworld.errors import PermanentError
        from storyworld.records.goal import Backend
        from storyworld.renderers import renderer_for
        from storyworld.settings import Settings
        try:
            renderer_for(Backend.SVD, Settings(home={str(tmp_path)!r}, device="cpu"))
        except PermanentError as error:
            print(error.failure.code, error.failure.detail, error.failure.fix, sep="|")
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    code, detail, fix = ran.stdout.strip().split("|")
    assert code == "backend_unavailable"
    assert absent in detail
    assert "pip install 'storyworld[gpu]'" in fix
    assert "torch" in fix


def test_nothing_heavy_is_imported_before_a_film_is_asked_for():
    script = """
        import sys
        from storyworld.renderers.diffusion import checking, diffusion_renderer, specs, weights
        from storyworld.renderers.diffusion import renderer
        heavy = {"torch", "diffusers", "transformers", "accelerate", "huggingface_hub", "PIL"}
        print(sorted(heavy & set(sys.modules)))
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_package_that_a_row_needs_besides_is_named(models):
    error = refused(lambda: load(of(SVD, also_needs=("no_such_guardrail",)), settings(models)))
    assert error.failure.fix == "pip install no_such_guardrail"


def test_remote_code_is_off_for_all_of_diffusers():
    script = """
        from storyworld.renderers.diffusion.loading import require_runnable
        from storyworld.settings import Settings
        require_runnable(Settings(device="cpu"))
        from diffusers.utils.constants import DIFFUSERS_DISABLE_REMOTE_CODE
        print(DIFFUSERS_DISABLE_REMOTE_CODE)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "True"


def test_weights_that_do_not_fit_the_class_are_a_failure_with_the_fix(models, tmp_path):
    folder = folder_of(SVD.model, tmp_path)
    shutil.copytree(folder_of(SVD.model, models), folder)
    config = folder / "unet/config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "cross_attention_dim": 48}))
    error = refused(lambda: load(SVD, settings(tmp_path)))
    assert "cannot be loaded as StableVideoDiffusionPipeline" in error.failure.detail


def test_weights_that_were_cut_short_are_a_failure_with_the_fix(models, tmp_path):
    folder = folder_of(SVD.model, tmp_path)
    shutil.copytree(folder_of(SVD.model, models), folder)
    weights = folder / "vae/diffusion_pytorch_model.fp16.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    error = refused(lambda: load(SVD, settings(tmp_path)))
    assert "fetch the weights again" in error.failure.fix


def test_weights_that_are_not_finite_are_a_failure_and_not_a_black_film(
    models, tmp_path, rendering
):
    from safetensors.torch import load_file, save_file

    folder = folder_of(SVD.model, tmp_path)
    shutil.copytree(folder_of(SVD.model, models), folder)
    path = folder / "vae/diffusion_pytorch_model.fp16.safetensors"
    weights = load_file(path)
    weights["decoder.conv_in.bias"].fill_(float("nan"))
    save_file(weights, path)
    renderer = rendering(SVD, root=tmp_path, residence=Residence())
    with pytest.raises(PermanentError, match="not finite") as failed:
        renderer.render(request(), Watching())
    assert failed.value.failure.code is FailureCode.RENDER_FAILED


def test_a_model_that_does_not_fit_on_the_card_as_a_whole_takes_turns_from_the_start(
    models, monkeypatch
):
    import torch
    from diffusers import StableVideoDiffusionPipeline

    really = StableVideoDiffusionPipeline.to
    left = 1

    def to(self, *given, **named):
        nonlocal left
        if left:
            left -= 1
            raise torch.OutOfMemoryError("CUDA out of memory (injected)")
        return really(self, *given, **named)

    monkeypatch.setattr(StableVideoDiffusionPipeline, "to", to)
    assert load(SVD, settings(models)).optimisations == ["model_cpu_offload"]


def test_on_a_card_a_row_is_loaded_in_its_own_precision(models):
    import torch

    exact = loading._from_disk(SVD.model, folder_of(SVD.model, models), Dtype.FLOAT16, ("vae",), {})
    assert exact.unet.dtype == torch.float16
    assert exact.vae.dtype == torch.float32


def test_exact_rewrites_are_for_cards_only():
    assert loading.quickened(object(), "cpu") == ()
