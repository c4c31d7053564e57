"""``storyworld solve``: reading and prediction only, explained, or one JSON line per goal."""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from storyworld.cli.asking import existing_file, goal_of, typed
from storyworld.cli.exits import ExitCode, of_outcome, say
from storyworld.cli.presentation import OUTCOMES, console, headline, show_findings
from storyworld.epistemics.expecting import deciding, goal_findings, predicted
from storyworld.errors import InvalidField
from storyworld.records.goal import Goal
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Beat, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind

_LINE_LIMIT_BYTES = 65_536
Answer = dict[str, Any]
Predict = Callable[[Goal], Plan | Vetoed]


def solve(
    text: str | None,
    *,
    jsonl: Path | None,
    as_json: bool,
    predict: Predict | None = None,
    earlier: str | None = None,
) -> int:
    """Predict one goal, or every goal of a file; by the rules planner unless told otherwise.

    `earlier` is the goal that the one refers back to; in a file it is the line before, or the
    field of that name.

    Raises
    ------
    RequestError
        If the goal or the file is no good.
    """
    if (text is None) == (jsonl is None):
        raise InvalidField("give either GOAL or --jsonl FILE", field="goal")
    predict = predict or _by_rules()
    if jsonl is not None:
        return _solve_lines(jsonl, predict)
    goal = goal_of(typed(text or ""), earlier=earlier)
    planned = predict(goal)
    outcome = predicted(planned)
    if as_json:
        _write({"id": None, "goal": goal.text, **answer(planned)})
    else:
        _explain(planned, outcome)
    return of_outcome(outcome)


def _by_rules() -> Predict:
    from storyworld import stages
    from storyworld.planners import planner_named

    return partial(stages.plan, planner=planner_named("rules"))


def answer(planned: Plan | Vetoed) -> Answer:
    """Give a prediction as plain data."""
    outcome = predicted(planned)
    if isinstance(planned, Vetoed):
        return {
            "outcome": outcome.value,
            "family": None,
            "parameters": {},
            "missing": [],
            "margin": None,
            "requires_visual_verification": False,
            "vetoed": True,
            "because": planned.because,
            "constraints": [c.claim for c in planned.constraints],
        }
    beat = deciding(planned)
    margins = [f.margin for f in goal_findings(beat) if f.margin is not None]
    margin = min(margins, key=lambda m: m.value / (m.uncertainty or 1.0), default=None)
    return {
        "outcome": outcome.value,
        "family": beat.scenario.family,
        "wanted": beat.scenario.wanted,
        "predicted": beat.prediction.outcome,
        "parameters": {
            p.name: {**p.quantity.model_dump(mode="json"), "source": p.source.value}
            for p in beat.scenario.parameters
        },
        "missing": [m.name for m in beat.scenario.missing],
        "because": beat.prediction.explanation,
        "alternatives": [a.words for a in beat.prediction.alternatives],
        "requires_visual_verification": beat.scenario.intent.requires_visual_verification,
        "observer_impact": beat.scenario.intent.impact.value,
        "margin": None if margin is None else margin.model_dump(mode="json"),
        "vetoed": False,
        "beats": len(planned.beats),
    }


def _solve_lines(path: Path, predict: Predict) -> int:
    """Answer every line; a line that cannot be read gets an error line, and the rest go on."""
    if str(path) == "-":
        malformed = _Lines(predict).solve(sys.stdin.buffer)
    else:
        existing_file(path, "--jsonl")
        with path.open("rb") as file:
            malformed = _Lines(predict).solve(file)
    if malformed:
        say(f"--jsonl: {malformed} line(s) could not be read; each has its error line")
        return ExitCode.BAD_INPUT
    return ExitCode.ACHIEVED


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that hold something, each with its number, cut where one is endless."""
    number = 0
    while line := file.readline(_LINE_LIMIT_BYTES + 1):
        number += 1
        kept = line
        while len(line) > _LINE_LIMIT_BYTES and not line.endswith(b"\n"):
            line = file.readline(_LINE_LIMIT_BYTES + 1)
        if kept.strip():
            yield number, kept


class _Lines:
    """Answers goals line by line; one that refers back ("The same crate") means the line before."""

    def __init__(self, predict: Predict) -> None:
        self._predict = predict
        self._before: str | None = None

    def solve(self, file: BinaryIO) -> int:
        """Answer every line; give the number of malformed ones."""
        return sum([self._answer(*line) for line in _lines(file)])

    def _answer(self, number: int, line: bytes) -> bool:
        """Write one line's answer; say whether the line was malformed."""
        name: object = None
        try:
            name, goal = _read_line(line)
            if goal.earlier is None and self._before is not None:
                goal = goal.revised(earlier=self._before)
            self._before = goal.text
            found = answer(self._predict(goal))
            _write({"id": name if name is not None else number, **found})
        except InvalidField as error:
            about = {"error": error.detail, "field": error.field}
            named = name if name is not None else _name_of(line)
            _write({"id": named, "line": number, **about})
            return True
        return False


def _read_line(line: bytes) -> tuple[str | int | None, Goal]:
    if len(line) > _LINE_LIMIT_BYTES:
        raise InvalidField(f"the line is longer than {_LINE_LIMIT_BYTES} bytes", field="line")
    try:
        found = json.loads(line.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise InvalidField("the line is no JSON object in UTF-8", field="line") from error
    if not isinstance(found, dict):
        raise InvalidField("the line is no JSON object", field="line")
    text = found.get("goal", found.get("text"))
    if not isinstance(text, str):
        raise InvalidField("needs goal, a text", field="goal")
    name = found.get("id")
    if name is not None and not (isinstance(name, str | int) and not isinstance(name, bool)):
        raise InvalidField("must be a text or a whole number", field="id")
    goal = goal_of(text)
    earlier = found.get("earlier")
    if earlier is None:
        return name, goal
    if not isinstance(earlier, str):
        raise InvalidField("must be a text", field="earlier")
    return name, goal.revised(earlier=goal_of(earlier).text)


def _name_of(line: bytes) -> str | int | None:
    """Give the id of a line that has one, however wrong the rest of it is."""
    try:
        found = json.loads(line[:_LINE_LIMIT_BYTES])
    except (ValueError, RecursionError):
        return None
    name = found.get("id") if isinstance(found, dict) else None
    return name if isinstance(name, str | int) else None


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _write(found: Answer) -> None:
    sys.stdout.write(json.dumps(found, ensure_ascii=False, allow_nan=False) + "\n")


def _explain(planned: Plan | Vetoed, outcome: OutcomeKind) -> None:
    """Write how the goal was read, what the solver makes of it, and what would flip that."""
    to = console()
    if isinstance(planned, Vetoed):
        headline(to, OUTCOMES[outcome], planned.because)
        for constraint in planned.constraints:
            to.print(f"constraint  {constraint.claim}: {constraint.statement} ({constraint.law})")
        return
    headline(to, OUTCOMES[outcome], "")
    for beat in planned.beats:
        _explain_beat(beat)


def _explain_beat(beat: Beat) -> None:
    to = console()
    scenario, prediction = beat.scenario, beat.prediction
    sure = scenario.intent.family_confidence
    to.print(f"reading     {scenario.family} (confidence {sure:.2f}), wanted: {scenario.wanted}")
    for parameter in scenario.parameters:
        because = f" ({parameter.because})" if parameter.because else ""
        read = f"{parameter.name} = {parameter.quantity}"
        to.print(f"  {read:<34}  {parameter.source}{because}")
    for unused in scenario.intent.unused:
        to.print(f"  not used: {unused.text}")
    for missing in scenario.missing:
        unit = "" if missing.unit is Unit.ONE else f" in {missing.unit}"
        to.print(f"missing     {missing.name}{unit}: {missing.because}")
    if prediction.equation:
        to.print(f"equation    {prediction.equation}")
    for line in prediction.explanation.splitlines():
        to.print(f"  {line}")
    show_findings(to, prediction.findings, beat.constraints)
    for alternative in prediction.alternatives:
        to.print(f"would flip  {alternative.words}")
