"""``storyworld keys``: straight on the archive, as its operator."""

import json
from pathlib import Path

import pytest

from storyworld.archive import keys
from storyworld.archive.engine import open_engine, reading
from storyworld.cli import main
from storyworld.cli.exits import ExitCode
from storyworld.records.access import Key, MadeKey, Scope
from tests.webapp.written import archive_at


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path))
    return tmp_path


def found(home: Path, text: str) -> Key | None:
    engine = open_engine(archive_at(home))
    try:
        with reading(engine) as session:
            return keys.by_text(session, text)
    finally:
        engine.dispose()


def create(*more: str) -> int:
    return main(["keys", "create", "--owner", "ada", "--name", "laptop", *more])


def test_the_first_key_makes_the_archive_and_is_told_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create("--json") == ExitCode.ACHIEVED
    made = MadeKey.model_validate_json(capsys.readouterr().out)
    key = found(home, made.key)
    assert key is not None
    assert (key.owner, key.scopes) == ("ada", (Scope.READ, Scope.WRITE))

    assert main(["keys", "list"]) == ExitCode.ACHIEVED
    listed = capsys.readouterr().out
    assert made.key_id in listed
    assert made.key not in listed
    assert main(["keys", "list", "--json"]) == ExitCode.ACHIEVED
    assert json.loads(capsys.readouterr().out)["keys"][0]["key_id"] == made.key_id
    assert main(["keys", "list", "--owner", "bob"]) == ExitCode.ACHIEVED
    told = capsys.readouterr()
    assert (told.out, "no key yet" in told.err) == ("", True)


def test_a_person_is_shown_the_key_and_that_it_is_shown_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create("--scope", "admin", "--scope", "read", "--expires-days", "30") == 0
    lines = capsys.readouterr().out.splitlines()
    key = found(home, lines[0].split()[1])
    assert key is not None
    assert key.scopes == (Scope.READ, Scope.ADMIN)
    assert key.expires_at is not None
    assert "shown this once" in lines[1]


def test_a_revoked_key_lets_nobody_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create("--json")
    made = MadeKey.model_validate_json(capsys.readouterr().out)
    assert main(["keys", "revoke", made.key_id, "--json"]) == ExitCode.ACHIEVED
    assert Key.model_validate_json(capsys.readouterr().out).revoked_at is not None
    assert found(home, made.key) is None
    assert main(["keys", "list"]) == ExitCode.ACHIEVED
    assert "revoked" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("create", "--owner", "Ada B", "--name", "n"), "--owner"),
        (("create", "--owner", "ada", "--name", " "), "--name"),
        (("create", "--owner", "ada", "--name", "n", "--scope", "all"), "read, write, admin"),
        (("create", "--owner", "ada", "--name", "n", "--expires-days", "0"), "--expires-days"),
        (("create", "--owner", "ada"), "--name"),
        (("revoke", "key_" + "0" * 26), "no archive"),
        (("list",), "no archive"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_code_2(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert main(["keys", *arguments]) == ExitCode.BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert not list(home.glob("*.db"))


def test_a_key_that_is_not_there_cannot_be_revoked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create()
    assert main(["keys", "revoke", "key_" + "0" * 26]) == ExitCode.BAD_INPUT
    assert "`storyworld keys list` shows" in capsys.readouterr().err


def test_a_storyworld_that_would_let_anybody_in_does_not_start(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORYWORLD_HOST", "0.0.0.0")
    monkeypatch.setenv("STORYWORLD_ACCESS", "single")
    assert main(["run", "A ball dropped from 2 m falls"]) == ExitCode.BAD_INPUT
    assert "STORYWORLD_ACCESS=keys" in capsys.readouterr().err
    assert not list(home.glob("*.db"))
