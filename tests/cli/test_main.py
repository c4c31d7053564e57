"""The command itself, as a process."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "storyworld.cli"]


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
        for command in (b"run", b"solve", b"judge", b"up", b"doctor"):
            assert command in told.stdout
    assert min(took) < 0.4, took


@pytest.mark.parametrize("command", ["run", "solve", "judge", "up", "doctor"])
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
    told = ran("doctor", STORYWORLD_HOEM=str(tmp_path))
    assert told.returncode == 2
    assert b"STORYWORLD_HOEM is not a setting" in told.stderr


def test_the_command_is_installed_under_its_name() -> None:
    script = Path(sys.executable).parent / "storyworld"
    if not script.exists():
        pytest.skip("StoryWorld is not installed into this environment: run make setup")
    told = subprocess.run([str(script), "--help"], capture_output=True, check=False, timeout=60)
    assert told.returncode == 0
