"""What lies on disk is hostile until it was looked over: what is refused, and what is said."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.weights import checked, folder_of, sha256_by_file
from tests.renderers.diffusion.tiny import ANIMATEDIFF, GUIDED, SVD, amend, of

FIX = "fetch the weights: python deploy/prefetch.py svd-xt"
ADAPTER = dict(GUIDED.parts)["motion_adapter"]


@pytest.fixture
def copied(models, tmp_path):
    """Give a copy of the folder of a repository that may be spoilt, and the root it lies below."""

    def copy(part) -> tuple[Path, Path]:
        folder = folder_of(part, tmp_path)
        shutil.copytree(folder_of(part, models), folder)
        return folder, tmp_path

    return copy


def refused(part, root: Path) -> str:
    with pytest.raises(PermanentError) as error:
        checked(part, root, FIX)
    assert error.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert error.value.failure.fix == FIX
    assert part.repository in error.value.failure.detail
    return error.value.failure.detail


def test_weights_lie_by_repository_and_commit(tmp_path):
    where = folder_of(SVD.model, tmp_path).relative_to(tmp_path)
    assert str(where) == (
        "stabilityai--stable-video-diffusion-img2vid-xt/9e43909513c6714f1bc78bcb44d96e733cd242aa"
    )


def test_a_whole_repository_gives_its_weight_files(models):
    assert checked(SVD.model, models, FIX).files == (
        "image_encoder/model.fp16.safetensors",
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "vae/diffusion_pytorch_model.fp16.safetensors",
    )
    assert checked(ADAPTER, models, FIX).files == ("diffusion_pytorch_model.safetensors",)


def test_a_component_that_is_skipped_need_not_be_there(models):
    assert not (folder_of(ANIMATEDIFF.model, models) / "safety_checker").exists()
    assert len(checked(ANIMATEDIFF.model, models, FIX).files) == 3
    assert "foreign code" in refused(of(ANIMATEDIFF.model, skips=()), models)


def test_a_model_that_was_never_fetched_is_refused_with_the_fix(tmp_path):
    assert "there is no folder" in refused(SVD.model, tmp_path)


@pytest.mark.parametrize(
    "missing",
    [
        "model_index.json",
        "unet/config.json",
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "image_encoder/model.fp16.safetensors",
    ],
)
def test_what_is_missing_is_named(copied, missing):
    folder, root = copied(SVD.model)
    (folder / missing).unlink()
    named = "image_encoder/diffusion_pytorch_model.fp16" if "image" in missing else missing
    assert named in refused(SVD.model, root)
    assert "missing" in refused(SVD.model, root)


def test_a_tokenizer_without_a_vocabulary_is_not_whole(copied):
    folder, root = copied(ANIMATEDIFF.model)
    (folder / "tokenizer/tokenizer.json").unlink()
    assert "tokenizer/tokenizer.json is missing" in refused(ANIMATEDIFF.model, root)


def test_weights_of_another_precision_are_not_taken_instead(copied):
    folder, root = copied(SVD.model)
    fp16 = folder / "vae/diffusion_pytorch_model.fp16.safetensors"
    fp16.rename(fp16.with_name("diffusion_pytorch_model.safetensors"))
    assert "vae/diffusion_pytorch_model.fp16.safetensors is missing" in refused(SVD.model, root)


@pytest.mark.parametrize(
    "name", ["pytorch_model.bin", "unet/x.ckpt", "vae/x.pt", "x.pth", "x.PKL", "vae/x.npy"]
)
def test_a_file_that_may_run_code_when_read_makes_the_whole_folder_useless(copied, name):
    folder, root = copied(SVD.model)
    (folder / name).write_bytes(b"\x80\x04")
    assert name in refused(SVD.model, root)


@pytest.mark.parametrize("name", ["pipeline.py", "unet/my_model.py", "x.so"])
def test_a_repository_that_brings_code_is_refused(copied, name):
    folder, root = copied(SVD.model)
    (folder / name).write_text("import os")
    assert name in refused(SVD.model, root)


def test_an_index_of_another_class_is_refused(copied):
    folder, root = copied(SVD.model)
    amend(folder, _class_name="KandinskyPipeline")
    assert "KandinskyPipeline" in refused(SVD.model, root)
    amend(folder, _class_name=["pipeline", "Mine"])
    assert "and not StableVideoDiffusionPipeline" in refused(SVD.model, root)


@pytest.mark.parametrize(
    "made_of", [["os", "system"], ["my_module", "Unet"], ["diffusers"], [None, "Unet"]]
)
def test_a_component_of_foreign_code_is_refused(copied, made_of):
    folder, root = copied(SVD.model)
    amend(folder, unet=made_of)
    assert "foreign code" in refused(SVD.model, root)


def test_a_component_that_points_out_of_the_folder_is_refused(copied):
    folder, root = copied(SVD.model)
    amend(folder, **{"../unet": ["diffusers", "UNetSpatioTemporalConditionModel"]})
    assert "names a component" in refused(SVD.model, root)


def test_settings_that_ask_for_code_of_their_own_are_refused(copied):
    folder, root = copied(SVD.model)
    config = folder / "image_encoder/config.json"
    config.write_text(
        json.dumps({**json.loads(config.read_text()), "auto_map": {"AutoModel": "x.Y"}})
    )
    assert "code of its own" in refused(SVD.model, root)


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000, '"x"'])
def test_an_index_that_is_no_settings_is_refused(copied, text):
    folder, root = copied(ADAPTER)
    (folder / "config.json").write_text(text)
    assert "config.json" in refused(ADAPTER, root)


def test_a_link_that_leads_out_of_the_folder_is_refused(copied, tmp_path):
    folder, root = copied(ADAPTER)
    weights = folder / "diffusion_pytorch_model.safetensors"
    outside = tmp_path / "outside.safetensors"
    weights.rename(outside)
    weights.symlink_to(outside)
    assert "leads out" in refused(ADAPTER, root)
    weights.unlink()
    outside.rename(weights)
    (folder / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    assert "leads out" in refused(ADAPTER, root)


def sharded(folder: Path, shards: object) -> None:
    (folder / "diffusion_pytorch_model.safetensors").unlink()
    index = folder / "diffusion_pytorch_model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": shards}))


def test_all_shards_of_an_index_have_to_be_there(copied):
    folder, root = copied(ADAPTER)
    first, second = (f"diffusion_pytorch_model-0000{n}-of-00002.safetensors" for n in (1, 2))
    sharded(folder, {"a": first, "b": second, "c": first})
    (folder / first).write_bytes(b"1")
    assert f"{second} is missing" in refused(ADAPTER, root)
    (folder / second).write_bytes(b"2")
    assert checked(ADAPTER, root, FIX).files == (first, second)


@pytest.mark.parametrize(
    "shards", [{}, None, {"a": "../x.safetensors"}, {"a": "x.pickled"}, {"a": "/etc/passwd"}]
)
def test_an_index_of_shards_that_lie_elsewhere_is_refused(copied, shards):
    folder, root = copied(ADAPTER)
    sharded(folder, shards)
    assert "index.json" in refused(ADAPTER, root)


def test_digests_are_of_the_bytes_and_read_again_once_a_file_was_touched(copied):
    folder, root = copied(ADAPTER)
    found = checked(ADAPTER, root, FIX)
    weights = folder / found.files[0]
    before = sha256_by_file(found)
    assert before == {found.files[0]: hashlib.sha256(weights.read_bytes()).hexdigest()}
    status = weights.stat()
    weights.write_bytes(b"\0" * status.st_size)
    os.utime(weights, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert sha256_by_file(found) == before
    os.utime(weights, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert sha256_by_file(found) != before


def test_weights_that_cannot_be_read_are_no_crash(copied):
    folder, root = copied(ADAPTER)
    found = checked(ADAPTER, root, FIX)
    (folder / found.files[0]).unlink()
    with pytest.raises(PermanentError, match="cannot be read"):
        sha256_by_file(found)
