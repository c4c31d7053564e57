import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.settings import Settings

SCRIPT = Path(__file__).parent.parent.parent / "deploy" / "prefetch.py"
TOKEN = "hf_swordfish"


@pytest.fixture
def prefetch(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name in list(os.environ):
        if name.startswith(("STORYWORLD_", "HF_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_TOKEN", "")  # what a test sets is taken back
    spec = importlib.util.spec_from_file_location("prefetch", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Fetched:
    """A fetcher that notes what it is asked for."""

    def __init__(self, *refused: str) -> None:
        self.asked: list[tuple[str, Path]] = []
        self._refused = refused

    def __call__(self, name: str, settings: Settings) -> None:
        self.asked.append((name, settings.weights))
        if name in self._refused:
            raise PermanentError(
                FailureCode.BACKEND_UNAVAILABLE,
                f"{name} cannot be fetched",
                fix="accept its licence on its page",
            )


def test_each_model_is_fetched_once_into_the_folder_named(
    prefetch: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched = Fetched()
    argv = ["svd-xt", "animatediff-depth", "svd-xt", "--into", str(tmp_path)]
    assert prefetch.main(argv, fetch=fetched) == 0
    assert fetched.asked == [("svd-xt", tmp_path), ("animatediff-depth", tmp_path)]
    assert "svd-xt: complete" in capsys.readouterr().out


def test_unless_a_folder_is_named_it_is_that_of_the_settings(
    prefetch: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYWORLD_MODELS", str(tmp_path / "weights"))
    fetched = Fetched()
    assert prefetch.main(["svd-xt"], fetch=fetched) == 0
    assert fetched.asked == [("svd-xt", tmp_path / "weights")]


def test_one_that_cannot_be_fetched_is_told_with_its_fix_and_the_others_are_fetched(
    prefetch: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched = Fetched("svd-xt")
    assert prefetch.main(["svd-xt", "other", "--into", str(tmp_path)], fetch=fetched) == 1
    assert [name for name, _ in fetched.asked] == ["svd-xt", "other"]
    told = capsys.readouterr()
    assert "svd-xt cannot be fetched" in told.err
    assert "accept its licence" in told.err
    assert "other: complete" in told.out


def test_a_token_goes_by_its_variable_and_is_never_shown(
    prefetch: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MY_TOKEN", TOKEN)
    seen: list[str] = []

    def fetch(_name: str, _settings: Settings) -> None:
        seen.append(os.environ["HF_TOKEN"])

    argv = ["svd-xt", "--into", str(tmp_path), "--token-env", "MY_TOKEN"]
    assert prefetch.main(argv, fetch=fetch) == 0
    assert seen == [TOKEN]
    told = capsys.readouterr()
    assert TOKEN not in told.out + told.err


def test_a_named_variable_without_a_token_is_an_error_that_names_it(
    prefetch: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched = Fetched()
    assert prefetch.main(["svd-xt", "--token-env", "MY_TOKEN"], fetch=fetched) == 2
    assert fetched.asked == []
    assert "MY_TOKEN" in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_told(
    prefetch: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORYWORLD_DEVICE", "abacus")
    assert prefetch.main(["svd-xt"], fetch=Fetched()) == 2
    assert "STORYWORLD_DEVICE" in capsys.readouterr().err


def test_without_a_model_it_says_how_to_use_it(
    prefetch: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        prefetch.main([], fetch=Fetched())
    assert ended.value.code == 2
    assert "MODEL" in capsys.readouterr().err
