import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from storyworld.cli.presentation import (
    BAR_CELLS,
    FINDINGS,
    OUTCOMES,
    STATES,
    margin_bar,
    show_result,
    stage_table,
    step_cell,
)
from storyworld.records.constraint import Comparison, Finding, FindingStatus
from storyworld.records.episode import EpisodeResult
from storyworld.records.evidence import EvidenceSource
from storyworld.records.identity import Stage
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import EpistemicState, OutcomeKind
from tests.cli.written import IN_TIME, finding, result, step

MIDDLE = BAR_CELLS // 2


def shown(of: EpisodeResult, width: int = 160) -> str:
    to = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    show_result(to, of)
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


def test_a_margin_lies_right_of_the_limit_where_the_constraint_holds() -> None:
    assert margin_bar(finding(1.0, 0.0), IN_TIME).index("●") > MIDDLE
    assert margin_bar(finding(-1.0, 0.0), IN_TIME).index("●") < MIDDLE


def test_a_span_over_the_limit_covers_both_sides() -> None:
    bar = margin_bar(finding(0.1, 0.5, FindingStatus.UNDECIDED), IN_TIME)
    assert bar[MIDDLE - 1] == bar[MIDDLE + 2] == "─"


def test_a_clear_margin_leaves_the_limit_free() -> None:
    bar = margin_bar(finding(1.0, 0.05), IN_TIME)
    assert bar[MIDDLE] == "┃"
    assert bar[MIDDLE + 1] == "·"


def test_an_episode_is_told_by_the_name_that_other_commands_take() -> None:
    of = result()
    assert f"episode     {of.episode_id}" in shown(of)


def test_a_span_is_as_wide_as_the_guard_that_decides() -> None:
    asked_for_three = result(findings=(finding(0.25, 0.1, FindingStatus.UNDECIDED),), guard=3.0)
    assert margin_bar(finding(0.25, 0.1), IN_TIME)[MIDDLE - 1] == "·"
    assert "─┃" in shown(asked_for_three)


def test_the_line_s_half_is_the_tolerance_of_an_equivalence() -> None:
    within = IN_TIME.revised(
        comparison=Comparison.WITHIN, tolerance=Quantity(value=0.5, unit=Unit.SECOND)
    )
    assert margin_bar(finding(0.5, 0.0), within).index("●") == BAR_CELLS - 1
    assert margin_bar(finding(0.25, 0.0), within).index("●") == MIDDLE + MIDDLE // 2


def test_a_finding_without_margin_has_no_bar() -> None:
    open_one = Finding(
        constraint_id="in_time",
        source=EvidenceSource.MEASUREMENT,
        status=FindingStatus.UNEVALUABLE,
        because="nothing was seen",
    )
    assert margin_bar(open_one, IN_TIME) == ""
    assert "nothing was seen" in shown(result(findings=(open_one,)))


finite = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300)


@given(finite, st.floats(0, 1e300), st.sampled_from([0.0, 2.1, -3.0]))
def test_any_margin_gives_a_bar_of_one_width(value: float, u: float, threshold: float) -> None:
    asked = IN_TIME.revised(threshold=Quantity(value=threshold, unit=Unit.SECOND))
    bar = margin_bar(finding(value, u), asked)
    assert len(bar) == BAR_CELLS
    assert bar.count("●") == 1
    side = bar.index("●") - MIDDLE
    assert (side > 0) == (value > 0), "never upon the limit by rounding"
    assert (side < 0) == (value < 0)


def test_every_outcome_state_and_status_has_shape_and_word() -> None:
    assert set(OUTCOMES) == set(OutcomeKind)
    assert set(STATES) == set(EpistemicState)
    assert set(FINDINGS) == set(FindingStatus)
    shapes = [look[0] for look in OUTCOMES.values()]
    assert len(set(shapes)) == len(shapes), "told apart without colour"


def test_a_failure_is_told_with_its_fix() -> None:
    failure = Failure(code=FailureCode.STORAGE_FULL, detail="no space left", fix="free some")
    told = shown(result(failure=failure))
    assert "storage_full: no space left" in told
    assert "free some" in told


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_result_reads_at_any_width(width: int) -> None:
    assert "goal achieved" in shown(result(), width)


def test_text_from_outside_is_shown_as_it_is_not_as_markup() -> None:
    assert "[red]boo[/red]" in shown(result(because="[red]boo[/red]"))
    assert ":smile:" in shown(result(because=":smile:"))


def test_a_stage_says_whether_it_is_done_runs_waits_or_died() -> None:
    assert step_cell(step(Stage.PLAN))[0] == "✓ 0.25 s"
    assert step_cell(step(Stage.PLAN, "ready"))[0] == "▶ running"
    assert step_cell(step(Stage.PLAN, "ready", seconds=None))[0] == "· waiting"
    assert step_cell(step(Stage.PLAN, "dead"))[0].startswith("✕")
    again = step(Stage.PLAN, "ready").revised(claims=3)
    assert step_cell(again)[0] == "▶ running (3x)"


def test_the_table_has_a_row_per_attempt_in_order() -> None:
    second = step(Stage.PLAN).revised(attempt=1)
    table = stage_table((second, step(Stage.PLAN)), 1.0)
    to = Console(file=io.StringIO(), width=120)
    to.print(table)
    assert isinstance(to.file, io.StringIO)
    rows = [line.split()[:2] for line in to.file.getvalue().splitlines()]
    assert rows[1:3] == [["1", "1"], ["1", "2"]]
