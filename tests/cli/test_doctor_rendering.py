"""What rendering needs: told where it is switched on, wrong only where films are made here."""

from pathlib import Path

import pytest

import storyworld
from storyworld.cli.checking import Checked, Health, examined
from storyworld.cli.doctor_rendering import RENDERING_CHECKS
from storyworld.keeper import free_port
from storyworld.settings import Settings

SECRET = "swordfish-and-chips"
PACKAGE = Path(storyworld.__file__).parent
ELSEWHERE = {"REDIS_URL": "redis://127.0.0.1:1/0"}


def found(check: str, home: Path, **environment: str) -> Checked:
    settings = Settings.from_environment({"STORYWORLD_HOME": str(home), **environment})
    said = examined(RENDERING_CHECKS[check], settings)
    assert said.fix or said.health is Health.FINE
    assert SECRET not in said.words + said.fix
    return said


def test_the_stub_needs_nothing(tmp_path: Path) -> None:
    assert found("renderers", tmp_path) == Checked(Health.FINE, "stub")


@pytest.mark.parametrize(
    ("more", "health"),
    [
        ({}, Health.WRONG),
        ({**ELSEWHERE}, Health.NOTE),
        ({**ELSEWHERE, "STORYWORLD_WARM_BACKEND": "svd"}, Health.WRONG),
        ({**ELSEWHERE, "STORYWORLD_MODELS": "/workspace/models"}, Health.WRONG),
    ],
)
def test_packages_that_lack_are_wrong_where_films_are_rendered_and_noted_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, str], health: Health
) -> None:
    monkeypatch.setattr("storyworld.cli.doctor_rendering.find_spec", lambda _name: None)
    said = found("renderers", tmp_path, STORYWORLD_BACKEND="svd", **more)
    assert said.health is health
    assert said.words.startswith("svd: svd needs torch, diffusers")
    assert "pip install 'storyworld[gpu]'" in said.fix


def test_a_fallback_that_lacks_something_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storyworld.cli.doctor_rendering.find_spec", lambda _name: None)
    said = found("renderers", tmp_path, STORYWORLD_FALLBACK_BACKENDS="animatediff")
    assert said.health is Health.NOTE
    assert said.words.startswith("stub, animatediff: animatediff needs")


def test_a_card_that_torch_does_not_see_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    said = found("renderers", tmp_path, STORYWORLD_BACKEND="svd")
    assert said.health is Health.WRONG
    assert "torch sees no card" in said.words
    assert "STORYWORLD_DEVICE=cpu" in said.fix


def test_weights_that_lack_are_told_with_the_command_that_fetches_them(tmp_path: Path) -> None:
    said = found("renderers", tmp_path, STORYWORLD_BACKEND="svd", STORYWORLD_DEVICE="cpu")
    assert said.health is Health.WRONG
    assert "svd-xt" in said.words
    assert f"deploy/prefetch.py svd-xt --into {tmp_path / 'models'}" in said.fix


def test_a_model_that_nobody_knows_is_told(tmp_path: Path) -> None:
    said = found(
        "renderers", tmp_path, STORYWORLD_BACKEND="svd", STORYWORLD_DEVICE="cpu",
        STORYWORLD_SVD_MODEL="svd-xxl",
    )  # fmt: skip
    assert said.health is Health.WRONG
    assert "svd-xxl" in said.words


@pytest.mark.parametrize("more", [{}, ELSEWHERE])
def test_veo_without_a_project_is_wrong_wherever_the_queue_is(
    tmp_path: Path, more: dict[str, str]
) -> None:
    said = found(
        "renderers", tmp_path, STORYWORLD_BACKEND="veo", VEO_FALLBACK_BACKEND="none", **more
    )
    assert said.health is Health.WRONG
    assert "GOOGLE_CLOUD_PROJECT" in said.fix


def test_films_lie_on_disk_unless_there_is_a_bucket(tmp_path: Path) -> None:
    assert str(tmp_path / "films") in found("store", tmp_path).words


def test_a_worker_that_knows_the_buckets_address_only_uploads_by_leave(tmp_path: Path) -> None:
    said = found("store", tmp_path, S3_ENDPOINT_URL="https://a.r2.cloudflarestorage.com")
    assert said.health is Health.FINE
    assert "leave" in said.words


def test_a_bucket_that_does_not_answer_is_wrong(tmp_path: Path) -> None:
    said = found(
        "store", tmp_path, S3_ENDPOINT_URL=f"http://127.0.0.1:{free_port()}", S3_BUCKET="films",
        S3_ACCESS_KEY_ID=SECRET, S3_SECRET_ACCESS_KEY=SECRET,
    )  # fmt: skip
    assert said.health is Health.WRONG


@pytest.mark.parametrize(
    ("login", "health", "words"),
    [
        (None, Health.FINE, "off"),
        ("operator:" + SECRET, Health.FINE, "ready"),
        ("operator", Health.WRONG, "no password"),
    ],
)
def test_flower_is_off_ready_or_without_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, login: str | None, health: Health, words: str
) -> None:
    monkeypatch.delenv("FLOWER_BASIC_AUTH", raising=False)
    if login is not None:
        monkeypatch.setenv("FLOWER_BASIC_AUTH", login)
    said = found("flower", tmp_path)
    assert said.health is health
    assert words in said.words


def test_flower_that_is_wanted_and_not_installed_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOWER_BASIC_AUTH", "operator:" + SECRET)
    monkeypatch.setattr("storyworld.cli.doctor_rendering.find_spec", lambda _name: None)
    assert found("flower", tmp_path).health is Health.NOTE


def test_a_model_there_is_no_row_for_is_named_with_those_there_are(tmp_path: Path) -> None:
    said = found("renderers", tmp_path, STORYWORLD_BACKEND="svd", STORYWORLD_SVD_MODEL="nonesuch")
    assert said.health is Health.WRONG
    assert "nonesuch" in said.words
    assert "svd-xt" in said.words + said.fix
