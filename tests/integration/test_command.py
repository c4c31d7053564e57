"""``storyworld run`` and ``storyworld up`` as people use them: nothing else is running."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from storyworld.cli.stack import standing_at
from storyworld.keeper import free_port
from tests.integration.nodes import until

COMMAND = [sys.executable, "-m", "storyworld.cli"]
IN_TIME = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
TOO_FAST = "A steel ball dropped from rest at 20 m reaches the ground in under 1.5 s"
CONTRADICTION = "A stone floats motionless in mid-air without support"


def environment(home: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("STORYWORLD_")}
    kept.pop("REDIS_URL", None)
    kept.pop("DATABASE_URL", None)
    return {**kept, "STORYWORLD_HOME": str(home)}


def ran(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment(home),
    )


def of_home(home: Path) -> list[int]:
    """Give the processes that work for a home."""
    found = []
    for process in psutil.process_iter(["pid"]):
        with contextlib.suppress(psutil.Error):
            theirs = process.environ().get("STORYWORLD_HOME") == str(home)
            named = any(str(home) in word for word in process.cmdline())
            if theirs or named:
                found.append(process.pid)
    return found


@contextlib.contextmanager
def up(home: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    process = subprocess.Popen(
        [*COMMAND, "up", "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(home),
    )
    try:
        until(lambda: standing_at(home) or process.poll() is not None, "up answers")
        url = standing_at(home)
        assert url, process.communicate()[0]
        yield process, url
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("command") / "home"


@pytest.mark.parametrize(
    ("goal", "code", "outcome"),
    [
        (IN_TIME, 0, "goal_achieved"),
        (TOO_FAST, 3, "goal_impossible"),
        (CONTRADICTION, 3, "goal_impossible"),
    ],
)
def test_run_needs_nothing_running_and_leaves_nothing_running(
    home: Path, goal: str, code: int, outcome: str
) -> None:
    told = ran(home, "run", goal, "--json", "--timeout", "60")
    assert told.returncode == code, told.stderr
    assert told.stderr == ""
    found: dict[str, Any] = json.loads(told.stdout)
    assert found["outcome"] == outcome
    assert found["summary"]["goal"]["text"] == goal
    until(lambda: not of_home(home), "every process has gone", within_s=10)


def test_run_for_people_shows_stages_confidence_findings_and_no_dead_address(home: Path) -> None:
    told = ran(home, "run", IN_TIME, "--timeout", "60")
    assert told.returncode == 0, told.stderr
    for words in ("plan", "render", "observe", "evaluate", "commit", "confidence", "┃"):
        assert words in told.stdout
    assert "http" not in told.stdout


def test_what_has_ended_is_told_again_with_nothing_running(home: Path) -> None:
    listed = ran(home, "list", "--json")
    assert (listed.returncode, listed.stderr) == (0, "")
    by_goal = {e["goal"]["text"]: e["episode_id"] for e in json.loads(listed.stdout)["episodes"]}
    told = ran(home, "result", by_goal[TOO_FAST])
    assert (told.returncode, told.stderr) == (3, "")
    assert "series      " in told.stdout
    apart = ran(home, "diff", by_goal[IN_TIME], by_goal[TOO_FAST])
    assert apart.returncode == 0
    assert "margin changes by" in apart.stdout
    assert ran(home, "open", by_goal[IN_TIME]).returncode == 2
    until(lambda: not of_home(home), "every process has gone", within_s=10)


def test_up_answers_run_uses_it_and_ctrl_c_stops_everything(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with up(home) as (process, url):
        assert httpx.get(f"{url}/health", timeout=5).json()["status"] == "ok"
        told = ran(home, "run", IN_TIME, "--timeout", "60")
        assert told.returncode == 0, told.stderr
        assert f"{url}/simulations/ep_" in told.stdout
        page = told.stdout.split("page")[1].split()[0]
        assert httpx.get(page, timeout=5, headers={"Accept": "text/html"}).status_code == 200
        second = ran(home, "up", "--port", "0")
        assert second.returncode == 2
        assert url in second.stderr
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[0]
        assert process.returncode == 0
        assert f"console at {url}" in said
        assert f"metrics at {url}/metrics" in said
        assert said.rstrip().endswith("stopped")
    until(lambda: not of_home(home), "every process has gone", within_s=10)


def test_a_killed_up_leaves_nothing_running_and_the_next_one_starts(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with up(home) as (process, _):
        process.kill()
        process.wait()
        until(lambda: not of_home(home), "every process has gone", within_s=30)
    with up(home) as (_, url):
        assert httpx.get(f"{url}/health", timeout=5).is_success
