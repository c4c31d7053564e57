import socket
from pathlib import Path

import pytest

from storyworld.archive.engine import migrate, open_engine
from storyworld.cli.checking import Checked, Health, examined
from storyworld.cli.doctor import CHECKS, doctor
from storyworld.errors import ConfigurationError
from storyworld.keeper import free_port
from storyworld.settings import Settings
from tests.models.serving import Said, serving

SECRET = "swordfish-and-chips"


def settings(home: Path, **more: str) -> Settings:
    return Settings.from_environment({"STORYWORLD_HOME": str(home), **more})


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "port"])
def test_a_fresh_home_is_healthy(name: str, tmp_path: Path) -> None:
    found = examined(CHECKS[name], settings(tmp_path / "home"))
    assert found.health is Health.FINE, found
    assert not (tmp_path / "home").exists(), "a check changes nothing"


def test_whatever_is_wrong_has_a_fix(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ill = {
            "home": settings(tmp_path / "file"),
            "disk": settings(tmp_path, STORYWORLD_MIN_FREE_MB="999999999"),
            "broker": settings(tmp_path, REDIS_URL=f"redis://127.0.0.1:{free_port()}/0"),
            "port": settings(tmp_path, STORYWORLD_PORT=port),
            "database": settings(tmp_path, DATABASE_URL="no url at all"),
        }
        for name, chosen in ill.items():
            found = examined(CHECKS[name], chosen)
            assert found.health is Health.WRONG, name
            assert found.fix, name
            assert "see " not in found.fix, "a fix is something to do"


def test_an_archive_that_is_up_to_date_is_fine_and_an_older_one_is_noted(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    engine = open_engine(chosen.database)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.exec_driver_sql("CREATE TABLE something (a INTEGER)")
        connection.commit()
    assert examined(CHECKS["database"], chosen).health is Health.NOTE
    engine.dispose()
    (tmp_path / "storyworld.db").unlink()
    engine = open_engine(chosen.database)
    migrate(engine)
    engine.dispose()
    assert examined(CHECKS["database"], chosen).health is Health.FINE


@pytest.mark.parametrize("ill", ["garbage", "folder"])
def test_an_archive_that_cannot_be_opened_names_its_file(tmp_path: Path, ill: str) -> None:
    file = tmp_path / "storyworld.db"
    if ill == "folder":
        file.mkdir()
    else:
        file.write_text("no database" * 100)
    found = examined(CHECKS["database"], settings(tmp_path))
    assert found.health is Health.WRONG
    assert str(file) in found.fix


def test_a_database_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    url = f"postgresql://me:{SECRET}@127.0.0.1:{free_port()}/x"
    found = examined(CHECKS["database"], settings(tmp_path, DATABASE_URL=url))
    assert found.health is Health.WRONG
    assert "DATABASE_URL" in found.fix
    assert SECRET not in found.words + found.fix


def test_the_password_of_a_server_that_cannot_be_asked_is_not_told(tmp_path: Path) -> None:
    for nobody in (f"http://me:secret@127.0.0.1:{free_port()}", "http://me:secret@[::1"):
        order = {"STORYWORLD_PLANNERS": "ollama", "STORYWORLD_OLLAMA_URL": nobody}
        found = examined(CHECKS["planners"], settings(tmp_path, **order))
        assert "ollama does not answer" in found.words
        assert "secret" not in found.words + found.fix


def test_planners_that_cannot_be_asked_are_noted_with_the_fix(tmp_path: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    order = {"STORYWORLD_PLANNERS": "gemini, ollama", "STORYWORLD_OLLAMA_URL": nobody}
    found = examined(CHECKS["planners"], settings(tmp_path, **order))
    assert found.health is Health.NOTE, "the rules read all the same"
    assert found.words.startswith("gemini, ollama, rules: gemini has no key")
    assert nobody.removeprefix("http://") in found.words
    assert "GEMINI_API_KEY" in found.fix
    assert "ollama serve" in found.fix


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"models": [{"name": "qwen3:8b"}]}, "ollama, rules"),
        ({"models": [{"name": "llava:7b"}]}, "ollama, rules: ollama has no model qwen3:8b"),
        ([], "ollama, rules: ollama does not answer"),
    ],
)
def test_an_ollama_server_is_asked_for_its_models(tmp_path: Path, tags: object, words: str) -> None:
    with serving(Said(tags)) as server:
        order = {"STORYWORLD_PLANNERS": "ollama", "STORYWORLD_OLLAMA_URL": server.url}
        found = examined(CHECKS["planners"], settings(tmp_path, **order))
    assert found.words.startswith(words)
    assert (found.health is Health.FINE) == (found.words == "ollama, rules")


def test_vision_models_that_cannot_be_asked_are_noted_with_the_fix(tmp_path: Path) -> None:
    with serving(Said({"models": [{"name": "qwen3:8b"}]})) as server:
        order = {"STORYWORLD_VISION": "gemini, ollama", "STORYWORLD_OLLAMA_URL": server.url}
        found = examined(CHECKS["observers"], settings(tmp_path, **order))
    assert found.health is Health.NOTE, "pixels are measured all the same"
    assert found.words.startswith("measuring, gemini, ollama: gemini has no key")
    assert "ollama has no model llava:7b" in found.words
    assert "`ollama pull llava:7b`" in found.fix
    assert examined(CHECKS["observers"], settings(tmp_path)).words == "measuring"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "openai has no server"),
        ({"STORYWORLD_OPENAI_URL": "http://x"}, "openai has no model"),
        ({"STORYWORLD_OPENAI_URL": f"http://me:{SECRET}@127.0.0.1:1/v1",
          "STORYWORLD_OPENAI_VISION_MODEL": "m"}, "openai does not answer at 127.0.0.1:1"),
        ({"STORYWORLD_OPENAI_URL": f"http://me:{SECRET}@[", "OPENAI_API_KEY": "ö",
          "STORYWORLD_OPENAI_VISION_MODEL": "m"}, "openai does not answer at an address"),
    ],
)  # fmt: skip
def test_an_openai_server_that_cannot_be_asked_is_noted(
    tmp_path: Path, more: dict[str, str], words: str
) -> None:
    found = examined(CHECKS["observers"], settings(tmp_path, STORYWORLD_VISION="openai", **more))
    assert found.health is Health.NOTE
    assert words in found.words
    assert found.fix
    assert SECRET not in found.words + found.fix


def test_gemini_by_its_ended_sdk_needs_key_and_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = {"STORYWORLD_VISION": "gemini-legacy"}
    found = examined(CHECKS["observers"], settings(tmp_path, **order))
    assert (found.health, found.fix) == (Health.NOTE, "set GEMINI_API_KEY")
    monkeypatch.setattr("storyworld.cli.doctor.find_spec", lambda _name: None)
    found = examined(CHECKS["observers"], settings(tmp_path, GEMINI_API_KEY=SECRET, **order))
    assert (found.health, found.fix) == (Health.NOTE, "pip install 'storyworld[gemini-legacy]'")


def test_an_openai_server_is_asked_with_its_key(tmp_path: Path) -> None:
    order = {"STORYWORLD_VISION": "openai", "STORYWORLD_OPENAI_VISION_MODEL": "m",
             "OPENAI_API_KEY": SECRET}  # fmt: skip
    with serving(Said({"object": "list", "data": []})) as server:
        chosen = settings(tmp_path, STORYWORLD_OPENAI_URL=f"{server.url}/v1", **order)
        found = examined(CHECKS["observers"], chosen)
    assert (found.health, found.words) == (Health.FINE, "measuring, openai")
    assert server.paths == ["/v1/models"]
    assert server.headers[0]["Authorization"] == f"Bearer {SECRET}"


def test_secrets_are_named_and_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path))
    monkeypatch.setenv("STORYWORLD_PORT", str(free_port()))
    monkeypatch.setenv("STORYWORLD_SECRET_KEY", SECRET)
    monkeypatch.setenv("REDIS_URL", f"redis://:{SECRET}@127.0.0.1:{free_port()}/0")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("GEMINI_API_KEY", raising=False)
    assert doctor() == 1
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err
    assert "set: REDIS_URL, STORYWORLD_SECRET_KEY; not set: DATABASE_URL" in told.out


def test_a_check_that_breaks_is_a_finding_and_not_the_end(tmp_path: Path) -> None:
    def breaks(_settings: Settings) -> Checked:
        raise ZeroDivisionError("by zero")

    def misconfigured(_settings: Settings) -> Checked:
        raise ConfigurationError("there is no X: install X")

    assert examined(breaks, settings(tmp_path)).words == "ZeroDivisionError: by zero"

    def terse(_settings: Settings) -> Checked:
        raise ConfigurationError("X is wrong")

    assert examined(misconfigured, settings(tmp_path)).fix == "install X"
    assert examined(terse, settings(tmp_path)).fix == "correct the setting it names, or unset it"
