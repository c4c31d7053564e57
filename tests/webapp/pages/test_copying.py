"""A goal as a command: whoever runs it sends exactly that goal, whatever its text holds."""

import ast
import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from typer.testing import CliRunner

from storyworld.cli import app
from storyworld.records.goal import Backend, CostPolicy, Goal, ObserverImpact, RiskProfile
from webapp.pages.copying import copies_of

URL = "http://127.0.0.1:8080/"
HOSTILE = (
    "a 'ball' falls \"2 m\"",
    "$(touch broken) `touch broken` ; touch broken",
    "two\nlines and \\ back\\\\slashes \\n",
    "!! !$ #{x} %s {0} & | > broken < ~ *",
    "--seed=9",
    "-",
    "'''\"\"\"\N{RIGHT SINGLE QUOTATION MARK} \u2028 \N{PILE OF POO}",
    "'",
    "\\",
)
FULL: dict[str, Any] = {
    "earlier": "-the 'crate' before",
    "budget_usd": 0.0,
    "risk_profile": RiskProfile.LOW,
    "cost_policy": CostPolicy.FRUGAL,
    "backend": Backend.SVD,
    "seed": 7,
    "requires_visual_verification": False,
    "observer_impact": ObserverImpact.CONFIDENCE_ONLY,
    "world_id": "wd_00000000000000000000000001",
    "from_node": "nd_00000000000000000000000001",
}


def goals() -> st.SearchStrategy[Goal]:
    """Any goal the record takes: arbitrary text, any of the other fields."""

    def made(text: str, fields: dict[str, Any]) -> Goal | None:
        try:
            return Goal(text=text, **fields)
        except ValidationError:
            return None

    texts = st.text(min_size=1, max_size=60) | st.sampled_from(HOSTILE)
    fields = st.fixed_dictionaries({}, optional={
        **{name: st.just(value) for name, value in FULL.items()},
        "earlier": texts,
        "requires_visual_verification": st.booleans(),
        "budget_usd": st.floats(0, 10_000),
    })  # fmt: skip
    return st.builds(made, texts, fields).filter(lambda goal: goal is not None)


class World:
    """Stands in for the client that the copied program imports."""

    sent: dict[str, Any]
    api_key: str | None

    def __init__(self, url: str, api_key: str | None = None) -> None:
        assert url == URL.rstrip("/")
        World.api_key = api_key

    def __enter__(self) -> "World":
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of nothing."""

    def submit(self, text: str, **fields: Any) -> "World":
        World.sent = {"text": text, **fields}
        self.episode_id = "ep"
        return self

    def wait(self, episode_id: str, timeout_s: float) -> "World":
        assert (episode_id, timeout_s) == ("ep", 600)
        self.outcome = self.because = ""
        return self


def run_python(program: str) -> Goal:
    first = "from storyworld.client import StoryWorld\n"
    assert first in program
    tree = ast.parse(program.replace(first, "", 1))
    exec(compile(tree, "copied", "exec"), {"StoryWorld": World, "print": lambda *_: None})
    return Goal.model_validate(World.sent)


def run_cli(line: str) -> Goal:
    words = shlex.split(line)
    assert words[:2] == ["storyworld", "run"]
    taken: dict[str, Any] = {}
    command = typer.main.get_command(app).commands["run"]  # type: ignore[attr-defined]
    context = command.make_context("run", words[2:])
    names = {"goal": "text", "budget": "budget_usd", "risk": "risk_profile", "world": "world_id",
             "impact": "observer_impact", "visual": "requires_visual_verification"}  # fmt: skip
    for name, value in context.params.items():
        taken[names.get(name, name)] = value
    for extra in ("watch", "as_json", "timeout"):
        taken.pop(extra)
    assert taken["text"] != "-"  # which would mean stdin
    return Goal.model_validate(taken)


@settings(max_examples=150, deadline=None)
@given(goals())
def test_program_and_command_line_give_the_goal_back(goal: Goal) -> None:
    copies = copies_of(goal, URL)
    assert run_python(copies.python) == goal
    assert run_cli(copies.cli) == goal
    words = shlex.split(copies.curl.replace("\\\n", " ", 2))
    assert words[:2] == ["curl", f"{URL}simulate"]
    body = json.loads(words[-1])
    assert Goal.model_validate({"text": body.pop("goal"), **body}) == goal


@pytest.mark.parametrize("text", HOSTILE)
def test_a_shell_hands_curl_the_goal_and_runs_nothing_else(text: str, tmp_path: Path) -> None:
    goal = Goal(text=text, **FULL)
    fake = tmp_path / "curl"
    fake.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    fake.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", copies_of(goal, "http://evil'$(touch broken)/").curl],
        cwd=tmp_path, env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    *_, body, _end = done.stdout.split("\0")
    sent = json.loads(body)
    assert Goal.model_validate({"text": sent.pop("goal"), **sent}) == goal
    assert done.stdout.startswith("http://evil'$(touch broken)/simulate\0")
    assert not (tmp_path / "broken").exists()


def test_the_command_names_every_field_of_a_goal() -> None:
    line = copies_of(Goal(text="A ball falls", **FULL), URL).cli
    assert line.endswith("-- 'A ball falls'")
    help_text = CliRunner().invoke(app, ["run", "--help"], env={"COLUMNS": "200"}).output
    for word in shlex.split(line)[2:-2]:
        assert word.split("=")[0] in help_text


def test_what_is_as_it_would_be_anyway_is_not_said() -> None:
    copies = copies_of(Goal(text="A ball falls"), URL)
    assert copies.cli == "storyworld run -- 'A ball falls'"
    assert "submit('A ball falls')" in copies.python
    assert '\'{"goal": "A ball falls"}\'' in copies.curl


def test_where_a_key_is_asked_for_commands_show_it_and_hold_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = Goal(text="A ball falls")
    copies = copies_of(goal, URL, keyed=True)
    monkeypatch.setenv("STORYWORLD_API_KEY", "sw_1")
    assert run_python(copies.python) == goal
    assert World.api_key == "sw_1"
    fake = tmp_path / "curl"
    fake.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    fake.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", copies.curl], capture_output=True, text=True, check=True,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "STORYWORLD_API_KEY": "sw_1"},
    )  # fmt: skip
    assert done.stdout.split("\0")[:3] == ["-H", "Authorization: Bearer sw_1", f"{URL}simulate"]
    assert "sw_" not in copies.curl + copies.python
