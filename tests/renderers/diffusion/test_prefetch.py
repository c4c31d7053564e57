"""Weights come from a hub of one's own, through the real client: pinned, whole, and no pickle."""

import shutil
from pathlib import Path

import pytest

from storyworld.errors import ConfigurationError, PermanentError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.loading import load
from storyworld.renderers.diffusion.prefetch import prefetch
from storyworld.renderers.diffusion.specs import spec_named
from storyworld.renderers.diffusion.weights import folder_of
from tests.renderers.diffusion.hub import Hub, running
from tests.renderers.diffusion.staged import settings
from tests.renderers.diffusion.tiny import GUIDED, SVD, amend

PART = SVD.model


@pytest.fixture
def hub(models, tmp_path, monkeypatch):
    """A hub that has all of the tiny models, and beside them what nobody should fetch."""
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setenv("HF_HUB_DISABLE_XET", "1")
    upstream = tmp_path / "upstream"
    repositories = {}
    for part in {PART, *GUIDED.everything}:
        folder = folder_of(part, upstream)
        shutil.copytree(folder_of(part, models), folder)
        repositories[part.repository, part.revision] = folder
    svd = folder_of(PART, upstream)
    (svd / "svd_xt.safetensors").write_bytes(b"the same again, for others")
    (svd / "unet/diffusion_pytorch_model.safetensors").write_bytes(b"in full precision")
    (svd / "unet/diffusion_pytorch_model.bin").write_bytes(b"a pickle")
    (svd / "README.md").write_text("read me")
    (svd / "handler.py").write_text("import os")
    base = folder_of(GUIDED.model, upstream)
    (base / "safety_checker").mkdir()
    (base / "safety_checker/model.fp16.safetensors").write_bytes(b"large")
    with running(Hub(repositories)) as started:
        yield started


def fetched(hub: Hub, root: Path, name: str = "svd-xt") -> tuple[Path, ...]:
    return prefetch(name, settings(root), endpoint=hub.endpoint)


def test_what_is_fetched_can_be_loaded(hub, tmp_path):
    root = tmp_path / "models"
    [folder] = fetched(hub, root)
    assert folder == folder_of(PART, root)
    assert load(SVD, settings(root)).name == "svd-xt"


def test_only_what_is_loaded_is_fetched(hub, tmp_path):
    [folder] = fetched(hub, tmp_path / "models")
    here = {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}
    assert here == set(hub.served)
    assert "unet/diffusion_pytorch_model.fp16.safetensors" in here
    unwanted = {
        "svd_xt.safetensors",
        "unet/diffusion_pytorch_model.safetensors",
        "unet/diffusion_pytorch_model.bin",
        "README.md",
        "handler.py",
    }
    assert not unwanted & here


def test_all_parts_of_a_row_are_fetched_and_none_that_it_skips(hub, tmp_path):
    root = tmp_path / "models"
    folders = fetched(hub, root, "animatediff-depth")
    assert folders == tuple(folder_of(p, root) for p in spec_named("animatediff-depth").everything)
    assert not (folders[0] / "safety_checker").exists()
    assert load(GUIDED, settings(root)).name == "animatediff-depth"


def test_what_is_there_is_not_fetched_again(hub, tmp_path):
    root = tmp_path / "models"
    first = fetched(hub, root)
    hub.down = True
    assert fetched(hub, root) == first


def test_what_came_in_part_is_never_taken_for_whole_and_is_gone_on_with(hub, tmp_path):
    root = tmp_path / "models"
    [folder] = fetched(hub, root)
    arriving = folder.with_name(folder.name + ".part")
    folder.rename(arriving)
    (arriving / "unet/config.json").unlink()
    hub.served.clear()
    assert fetched(hub, root) == (folder,)
    assert "unet/config.json" in hub.served
    assert not arriving.exists()


def test_a_repository_that_is_not_what_the_row_says_is_thrown_away(hub, tmp_path):
    amend(hub.repositories[PART.repository, PART.revision], _class_name="Other")
    root = tmp_path / "models"
    with pytest.raises(PermanentError, match="Other") as refused:
        fetched(hub, root)
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert [path for path in root.rglob("*") if path.is_file()] == []


def test_a_commit_that_is_not_there_is_a_failure_that_names_it(hub, tmp_path):
    folder = hub.repositories.pop((PART.repository, PART.revision))
    hub.repositories[PART.repository, "0" * 40] = folder
    with pytest.raises(PermanentError, match=PART.revision):
        fetched(hub, tmp_path / "models")


def test_a_licence_that_was_not_accepted_is_a_failure_with_the_fix(hub, tmp_path):
    hub.gated = True
    with pytest.raises(PermanentError) as refused:
        fetched(hub, tmp_path / "models")
    assert "HF_TOKEN" in refused.value.failure.fix
    assert PART.repository in refused.value.failure.fix


def test_a_token_is_in_no_failure(hub, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "hf_canary")
    hub.gated = True
    with pytest.raises(PermanentError) as refused:
        fetched(hub, tmp_path / "models")
    assert "hf_canary" not in refused.value.failure.model_dump_json()


@pytest.fixture
def impatient(monkeypatch):
    """Let the client's own tries follow one another at once."""
    monkeypatch.setattr("time.sleep", lambda _: None)


def test_a_hub_that_is_down_is_worth_another_try(hub, tmp_path, impatient):
    hub.down = True
    with pytest.raises(TransientError) as refused:
        fetched(hub, tmp_path / "models")
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE


def test_a_hub_that_is_not_there_is_worth_another_try(hub, tmp_path, impatient):
    hub.endpoint = "http://127.0.0.1:9"
    with pytest.raises(TransientError):
        fetched(hub, tmp_path / "models")


def test_a_disk_that_cannot_be_written_is_worth_another_try(hub, tmp_path):
    root = tmp_path / "models"
    root.write_text("a file where the folder should be")
    with pytest.raises(TransientError) as refused:
        fetched(hub, root)
    assert refused.value.failure.code is FailureCode.STORAGE_FULL


def test_a_row_that_is_none_is_not_fetched(tmp_path):
    with pytest.raises(ConfigurationError, match="svd-xt"):
        prefetch("sora", settings(tmp_path))
