import io
import math
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.cli.asking import between, existing_file, goal_of, positive, typed
from storyworld.errors import InvalidField
from storyworld.records.goal import Backend, CostPolicy, RiskProfile

DROP = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


class Stdin:
    """What is typed into a pipe."""

    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)


def test_a_goal_has_what_was_asked() -> None:
    goal = goal_of(
        DROP, backend="stub", budget_usd=0.5, risk_profile="high", seed=7, cost_policy="frugal"
    )
    assert goal.text == DROP
    assert goal.backend is Backend.STUB
    assert goal.risk_profile is RiskProfile.HIGH
    assert goal.cost_policy is CostPolicy.FRUGAL
    assert (goal.budget_usd, goal.seed) == (0.5, 7)


@pytest.mark.parametrize(
    ("text", "fields", "named"),
    [
        ("", {}, "goal"),
        ("  \n ", {}, "goal"),
        ("x" * 10_000_000, {}, "goal"),
        ("a ball\x00 falls", {}, "goal"),
        ("a ball\x1b[31m falls", {}, "goal"),
        ("a ball \udcff falls", {}, "goal"),
        (DROP, {"backend": "imax"}, "--backend"),
        (DROP, {"budget_usd": -1.0}, "--budget"),
        (DROP, {"budget_usd": float("nan")}, "--budget"),
        (DROP, {"budget_usd": float("inf")}, "--budget"),
        (DROP, {"risk_profile": "reckless"}, "--risk"),
        (DROP, {"cost_policy": "lavish"}, "--cost-policy"),
        (DROP, {"seed": -1}, "--seed"),
        (DROP, {"seed": 2**31}, "--seed"),
        (DROP, {"world_id": "wd_bad"}, "--world"),
        (DROP, {"from_node": "here"}, "--from-node"),
    ],
)
def test_what_is_wrong_is_named_as_it_was_typed(
    text: str, fields: dict[str, object], named: str
) -> None:
    with pytest.raises(InvalidField) as caught:
        goal_of(text, **fields)
    assert caught.value.field == named
    assert 0 < len(caught.value.detail) < 300
    assert "pattern" not in caught.value.detail, "words of the machinery"


@given(st.text(max_size=50))
def test_any_text_is_a_goal_or_an_invalid_field(text: str) -> None:
    try:
        read = goal_of(text).text
    except InvalidField as error:
        read, named = None, error.field
    assert read == text.strip() or named == "goal"


def test_a_dash_reads_the_goal_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(DROP.encode()))
    assert typed("-") == DROP
    assert typed("a - b") == "a - b"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"x" * 10_000_000])
def test_stdin_that_is_no_goal_is_refused_without_reading_it_all(
    raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = Stdin(raw)
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(InvalidField):
        typed("-")
    assert stdin.buffer.tell() < 10_000


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf"), 10.1])
def test_numbers_out_of_range_name_their_flag(value: float) -> None:
    with pytest.raises(InvalidField) as caught:
        positive(value, "--fps", "Hz", 10.0)
    assert caught.value.field == "--fps"


def test_a_number_in_range_or_none_passes() -> None:
    positive(None, "--fps", "Hz", 10.0)
    positive(10.0, "--fps", "Hz", 10.0)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("")
    existing_file(tmp_path / "there", "clip")
    for absent in (tmp_path / "absent", tmp_path, Path("\x00"), tmp_path / ("x" * 300)):
        with pytest.raises(InvalidField) as caught:
            existing_file(absent, "clip")
        assert caught.value.field == "clip"


def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # opening it would wait for a writer that never comes
    for special in (pipe, tmp_path, Path(os.devnull)):
        with pytest.raises(InvalidField, match="no regular file"):
            existing_file(special, "clip")


@pytest.mark.parametrize(
    "text", ["Eine Kugel fällt aus 20 m Höhe auf den Boden", "A ball dropped from 20 kg lands"]
)
def test_a_goal_that_is_not_admitted_names_the_goal(text: str) -> None:
    with pytest.raises(InvalidField) as caught:
        goal_of(text)
    assert caught.value.field == "goal"


@pytest.mark.parametrize("value", [0.0, -1.0, 0.0099, 10.1, math.nan, math.inf])
def test_a_number_that_is_not_between_two_others_is_refused(value: float) -> None:
    with pytest.raises(InvalidField, match=r"between 0\.01 and 10 Hz") as caught:
        between(value, "--fps", "Hz", 0.01, 10.0)
    assert caught.value.field == "--fps"
    between(None, "--fps", "Hz", 0.01, 10.0)
    between(0.01, "--fps", "Hz", 0.01, 10.0)
