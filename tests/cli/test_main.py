"""The command itself, as a process."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storyworld.keeper import free_port

COMMAND = [sys.executable, "-m", "storyworld.cli"]
COMMANDS = (
    "run", "result", "list", "cancel", "open", "diff", "solve", "judge", "calibrate", "export",
    "import", "verify", "replay", "keys", "up", "doctor",
)  # fmt: skip
DOCS = Path(__file__).parent.parent.parent / "docs" / "cli.md"


def ran(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **environment},
    )


def test_help_answers_at_once() -> None:
    took = []
    for _ in range(3):
        started = time.monotonic()
        told = ran("--help")
        took.append(time.monotonic() - started)
        assert told.returncode == 0
        for command in COMMANDS:
            assert f"  {command} ".encode() in told.stdout
    assert min(took) < 0.4, took


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    told = ran(command, "--help")
    assert told.returncode == 0
    assert b"Usage: storyworld " + command.encode() in told.stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("fly",), "fly"),
        (("run",), "GOAL"),
        (("run", ""), "goal"),
        (("run", "  "), "goal"),
        (("run", "x" * 100_000), "goal"),
        (("run", "a ball\x07 falls"), "goal"),
        (("run", "a ball falls", "--wings"), "--wings"),
        (("run", "a ball falls", "--backend", "imax"), "--backend"),
        (("run", "a ball falls", "--budget", "-1"), "--budget"),
        (("run", "a ball falls", "--budget", "nan"), "--budget"),
        (("run", "a ball falls", "--budget", "cheap"), "budget"),
        (("run", "a ball falls", "--risk", "none"), "--risk"),
        (("run", "a ball falls", "--seed", "1.5"), "seed"),
        (("run", "a ball falls", "--seed", "-1"), "--seed"),
        (("run", "a ball falls", "--timeout", "0"), "--timeout"),
        (("run", "a ball falls", "--timeout", "inf"), "--timeout"),
        (("judge", "no-such-film.mp4", "--goal", "a ball falls"), "no-such-film.mp4"),
        (("judge", "pyproject.toml", "--goal", ""), "goal"),
        (("judge", "pyproject.toml", "--goal", "a ball falls", "--fps", "0"), "--fps"),
        (("judge", "pyproject.toml"), "goal"),
        (("up", "--port", "65536"), "--port"),
        (("calibrate",), "no archive"),
        (("list",), "no archive"),
        (("list", "--status", "flying"), "--status"),
        (("list", "--limit", "many"), "limit"),
        (("result", "ep_" + "0" * 26), "no archive"),
        (("result", "nothing"), "ep_..."),
        (("cancel", "wd_1"), "ep_..."),
        (("open", "ep_" + "0" * 26), "storyworld up"),
        (("diff", "ep_1"), "B"),
        (("diff", "nd_1", "nd_2"), "--world"),
    ],
)
def test_bad_input_is_exit_code_2_and_one_sentence_that_names_it(
    arguments: tuple[str, ...], named: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    told = ran(*arguments, STORYWORLD_HOME=str(home))
    assert told.returncode == 2
    assert told.stdout == b""
    sentence = told.stderr.decode()
    assert sentence.startswith("storyworld: ")
    assert sentence.count("\n") == 1
    assert named in sentence
    assert len(sentence) < 700
    assert not home.exists(), "nothing half-written"


@pytest.mark.parametrize("arguments", [(), ("keys",)])
def test_whoever_gives_no_command_is_shown_which_there_are(arguments: tuple[str, ...]) -> None:
    told = ran(*arguments)
    assert told.returncode == 2
    lines = told.stderr.decode().splitlines()
    assert lines[0].startswith(" ".join(("Usage: storyworld", *arguments)))
    assert any(line.startswith(("  run  ", "  create  ")) for line in lines)
    assert max(map(len, lines)) <= 100


def test_a_command_that_lacks_a_word_names_its_own_help() -> None:
    told = ran("keys", "create", "me")
    assert told.stderr.endswith(b"(see storyworld keys create --help)\n")


def test_ten_megabytes_of_goal_are_refused(tmp_path: Path) -> None:
    told = ran("run", "-", stdin=b"x" * 10_000_000, STORYWORLD_HOME=str(tmp_path / "home"))
    assert told.returncode == 2
    assert b"longer than 2000" in told.stderr


def test_a_goal_that_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    told = subprocess.run(
        [*COMMAND, "run", b"a ball \xff falls"],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "STORYWORLD_HOME": str(tmp_path / "home")},
    )
    assert told.returncode == 2
    assert told.stderr.startswith(b"storyworld: goal: ")


def test_a_setting_that_does_not_exist_is_told(tmp_path: Path) -> None:
    told = ran("up", STORYWORLD_HOEM=str(tmp_path))
    assert told.returncode == 2
    assert b"STORYWORLD_HOEM is not a setting" in told.stderr
    told = ran("doctor", STORYWORLD_HOEM=str(tmp_path))
    assert told.returncode == 1
    assert b"did you mean STORYWORLD_HOME?" in told.stdout


def test_the_command_is_installed_under_its_name() -> None:
    script = Path(sys.executable).parent / "storyworld"
    if not script.exists():
        pytest.skip("StoryWorld is not installed into this environment: run make setup")
    told = subprocess.run([str(script), "--help"], capture_output=True, check=False, timeout=60)
    assert told.returncode == 0


@pytest.mark.parametrize("arguments", [("--help",), ("solve", "--jsonl", "-"), ("doctor",)])
def test_a_reader_who_leaves_is_exit_code_141_and_no_words(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    goals = b'{"goal": "A ball dropped from 20 m lands in under 2.1 s"}\n' * 50
    try:
        told = subprocess.run(
            [*COMMAND, *arguments],
            input=goals,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={**os.environ, "STORYWORLD_HOME": str(tmp_path)},
        )
    finally:
        os.close(writing)
    assert (told.returncode, told.stderr) == (141, b"")


def test_a_silent_redis_is_named_at_once_without_its_password(tmp_path: Path) -> None:
    url = f"redis://:swordfish@127.0.0.1:{free_port()}/0"
    told = ran("run", "A ball is dropped from 20 m", STORYWORLD_HOME=str(tmp_path), REDIS_URL=url)
    assert told.returncode == 2
    assert told.stderr.startswith(b"storyworld: REDIS_URL does not answer")
    assert told.stderr.count(b"\n") == 1
    assert b"swordfish" not in told.stdout + told.stderr


def test_help_says_what_a_foreign_film_can_answer() -> None:
    words = " ".join(ran("judge", "--help").stdout.decode().split())
    assert "A single moving object is followed" in words
    assert "(landing, contact) are answered in a simulation" in words


def test_a_text_file_is_no_film_even_for_a_goal_that_contradicts_itself(tmp_path: Path) -> None:
    floats = "A stone floats motionless in mid-air without support"
    told = ran("judge", "pyproject.toml", "--goal", floats, STORYWORLD_HOME=str(tmp_path))
    assert told.returncode == 2
    assert b"clip" in told.stderr


def test_a_goal_in_another_language_is_refused_and_its_line_gets_an_error(tmp_path: Path) -> None:
    german = "Eine Kugel fällt aus 20 m Höhe auf den Boden"
    told = ran("solve", german)
    assert told.returncode == 2
    assert told.stderr.startswith(b"storyworld: ")
    line = ran("solve", "--jsonl", "-", stdin=json.dumps({"id": 1, "goal": german}).encode())
    assert line.returncode == 2
    found = json.loads(line.stdout)
    assert (found["id"], found["field"]) == (1, "goal")
    assert "English" in found["error"]


def test_the_page_about_the_command_line_names_every_command_and_every_exit_code() -> None:
    from storyworld.cli.exits import ExitCode

    text = DOCS.read_text()
    for command in COMMANDS:
        assert f"`{command}" in text, command
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    told = {int(word) for row in rows for word in row.replace(",", " ").split() if word.isdecimal()}
    assert told == {int(code) for code in ExitCode}


def test_the_commands_are_those_there_are() -> None:
    from storyworld.cli import app

    named = [command.name for command in (*app.registered_commands, *app.registered_groups)]
    assert set(named) == set(COMMANDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands(shell: str) -> None:
    script = ran("--show-completion", shell)
    assert script.returncode == 0
    assert b"_STORYWORLD_COMPLETE" in script.stdout
    given = {
        "COMP_WORDS": "storyworld re",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "storyworld re",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    told = ran(_STORYWORLD_COMPLETE=f"complete_{shell}", **given)
    assert b"result" in told.stdout
    assert b"replay" in told.stdout
    assert b"doctor" not in told.stdout
