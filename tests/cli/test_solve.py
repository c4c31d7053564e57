import io
import json
from pathlib import Path
from typing import Any

import pytest

from storyworld.cli.solve import answer, solve
from storyworld.epistemics.expecting import beat_outcome, deciding, predicted
from storyworld.errors import InvalidField
from storyworld.records.constraint import Constraint, ConstraintKind, Finding, FindingStatus
from storyworld.records.goal import (
    Domain,
    Goal,
    Intent,
    MissingParameter,
    Parameter,
    ParameterSource,
)
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Alternative, Beat, Plan, Prediction, Scenario, Vetoed
from storyworld.records.verdict import OutcomeKind
from tests.cli.written import IN_TIME, finding

LAW = IN_TIME.revised(constraint_id="law", kind=ConstraintKind.LAW)
OPTIONAL = IN_TIME.revised(constraint_id="nice", required=False)
VETO = Vetoed(
    constraints=(
        Constraint(
            constraint_id="gravity",
            claim="floats",
            kind=ConstraintKind.LANGUAGE,
            law="gravity",
            statement="a stone without support falls",
        ),
    ),
    because="a stone cannot float without support",
)


def beat(*findings: Finding, missing: bool = False) -> Beat:
    height = Parameter(
        name="height", quantity=Quantity(value=20, unit=Unit.METRE), source=ParameterSource.USER
    )
    intent = Intent(
        text="a ball falls",
        domain=Domain.KINEMATICS,
        family="free_fall",
        family_confidence=0.9,
        wanted="lands_in_time",
    )
    scenario = Scenario(
        intent=intent,
        family="free_fall",
        wanted="lands_in_time",
        parameters=(height,),
        missing=(MissingParameter(name="time", unit=Unit.SECOND, because="no time given"),)
        if missing
        else (),
    )
    flip = Alternative(
        parameter="height",
        asked=height.quantity,
        limit=Quantity(value=21.6, unit=Unit.METRE),
        words="holds up to 21.6 m",
    )
    return Beat(
        index=0,
        title="falling",
        scenario=scenario,
        constraints=(IN_TIME, LAW, OPTIONAL),
        questions=(),
        prediction=Prediction(
            outcome="lands_in_time",
            equation="t = sqrt(2 h / g)",
            findings=findings,
            alternatives=(flip,),
            explanation="t = 2.019 s",
        ),
    )


HOLDS = finding(0.08, 0.01)
BREAKS = finding(-0.5, 0.01, FindingStatus.VIOLATED)
OPEN = finding(0.01, 0.01, FindingStatus.UNDECIDED)


def of(status: FindingStatus, constraint_id: str) -> Finding:
    return finding(-1.0, 0.0, status).revised(constraint_id=constraint_id)


def predicting(goal: Goal) -> Plan | Vetoed:
    return VETO if "stone" in goal.text else Plan(beats=(beat(HOLDS),))


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("of_beat", "outcome"),
    [
        (beat(HOLDS), OutcomeKind.GOAL_ACHIEVED),
        (beat(HOLDS, BREAKS), OutcomeKind.GOAL_IMPOSSIBLE),
        (beat(HOLDS, OPEN), OutcomeKind.UNCERTAIN_TERMINATION),
        (beat(), OutcomeKind.UNCERTAIN_TERMINATION),
        (beat(HOLDS, missing=True), OutcomeKind.EPISTEMICALLY_INCOMPLETE),
        (beat(HOLDS, of(FindingStatus.VIOLATED, "law")), OutcomeKind.GOAL_ACHIEVED),
        (beat(HOLDS, of(FindingStatus.VIOLATED, "nice")), OutcomeKind.GOAL_ACHIEVED),
    ],
)
def test_the_outcome_is_read_off_what_is_missing_and_what_was_required(
    of_beat: Beat, outcome: OutcomeKind
) -> None:
    assert beat_outcome(of_beat) is outcome


def test_the_first_beat_that_is_not_achieved_decides() -> None:
    planned = Plan(beats=(beat(HOLDS), beat(OPEN), beat(BREAKS)))
    assert deciding(planned) is planned.beats[1]
    assert predicted(planned) is OutcomeKind.UNCERTAIN_TERMINATION
    assert predicted(VETO) is OutcomeKind.GOAL_IMPOSSIBLE


def test_the_margin_told_is_the_tightest() -> None:
    wide, narrow = finding(5.0, 0.1), finding(0.3, 0.1)
    assert answer(Plan(beats=(beat(wide, narrow),)))["margin"]["value"] == 0.3


def test_one_goal_in_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert solve("a ball falls", jsonl=None, as_json=True, predict=predicting) == 0
    (found,) = lines(capsys.readouterr().out)
    assert found["outcome"] == "goal_achieved"
    assert found["family"] == "free_fall"
    assert found["parameters"]["height"]["value"] == 20
    assert found["parameters"]["height"]["source"] == "user"
    assert found["missing"] == []
    assert found["margin"]["unit"] == "s"
    assert found["vetoed"] is False


def test_the_explanation_holds_reading_equation_numbers_margin_and_what_would_flip_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = solve(
        "a ball falls",
        jsonl=None,
        as_json=False,
        predict=lambda _: Plan(beats=(beat(HOLDS, missing=True),)),
    )
    told = capsys.readouterr().out
    assert code == 4
    for words in (
        "free_fall (confidence 0.90), wanted: lands_in_time",
        "height = 20 m",
        "user",
        "time in s: no time given",
        "t = sqrt(2 h / g)",
        "t = 2.019 s",
        "0.08 ± 0.01 s",
        "┃",
        "holds up to 21.6 m",
    ):
        assert words in told


def test_a_vetoed_goal_names_its_law(capsys: pytest.CaptureFixture[str]) -> None:
    assert solve("a stone floats", jsonl=None, as_json=False, predict=predicting) == 3
    told = capsys.readouterr().out
    assert "gravity" in told
    assert "cannot float" in told


def test_every_line_gets_its_line_under_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.jsonl"
    file.write_text(
        '{"id": "A", "goal": "a ball falls", "expected": "ignored"}\n\n'
        '{"goal": "a stone floats"}\n{"id": 7, "text": "a ball falls"}\n'
    )
    assert solve(None, jsonl=file, as_json=False, predict=predicting) == 0
    found = lines(capsys.readouterr().out)
    assert [each["id"] for each in found] == ["A", 3, 7]
    assert [each["vetoed"] for each in found] == [False, True, False]


MALFORMED = [
    b"no json",
    b"[1]",
    b'"text"',
    b"{}",
    b'{"goal": 5}',
    b'{"goal": ""}',
    b'{"goal": "a ball\\u0000 falls"}',
    b'{"goal": "\\ud800"}',
    b'{"id": [1], "goal": "a ball falls"}',
    b'{"id": NaN, "goal": "a ball falls"}',
    b'{"goal": "\xff"}',
    b'{"goal": "' + b"x" * 100_000 + b'"}',
    b"[" * 60_000,
    b'{"id": ' + b"9" * 10_000 + b', "goal": "a ball falls"}',
]


@pytest.mark.parametrize("line", MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_line_gets_an_error_line_and_the_others_go_on(
    line: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.jsonl"
    good = b'{"id": "A", "goal": "a ball falls"}\n'
    file.write_bytes(good + line + b"\n" + good)
    assert solve(None, jsonl=file, as_json=False, predict=predicting) == 2
    captured = capsys.readouterr()
    found = lines(captured.out)
    assert [each.get("outcome") for each in found] == ["goal_achieved", None, "goal_achieved"]
    assert found[1]["line"] == 2
    assert found[1]["error"]
    assert captured.err.count("\n") == 1


def test_an_error_line_keeps_the_id_that_could_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.jsonl"
    file.write_text('{"id": "B", "goal": ""}\n')
    solve(None, jsonl=file, as_json=False, predict=predicting)
    assert lines(capsys.readouterr().out)[0]["id"] == "B"


def test_the_last_line_needs_no_newline_and_a_byte_order_mark_is_no_matter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "goals.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": "A", "goal": "a ball falls"}')
    assert solve(None, jsonl=file, as_json=False, predict=predicting) == 0
    assert len(lines(capsys.readouterr().out)) == 1


def test_a_dash_reads_the_lines_from_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"id": "A", "goal": "a ball falls"}\n')

    monkeypatch.setattr("sys.stdin", Stdin())
    assert solve(None, jsonl=Path("-"), as_json=False, predict=predicting) == 0
    assert lines(capsys.readouterr().out)[0]["id"] == "A"


@pytest.mark.parametrize(
    ("text", "file"), [(None, None), ("a ball falls", Path("x")), (None, Path("/no/such/file"))]
)
def test_exactly_one_of_goal_and_file_is_given_and_the_file_is_there(
    text: str | None, file: Path | None
) -> None:
    with pytest.raises(InvalidField):
        solve(text, jsonl=file, as_json=False, predict=predicting)
