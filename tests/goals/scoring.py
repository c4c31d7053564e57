"""How well goals are read and decided: predictions against the truth, by family and phrasing.

``python -m tests.goals.scoring mechanics_a [--family stack] [--blind]`` prints what went wrong.
"""

import argparse
import importlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from storyworld.epistemics.expecting import deciding, predicted
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan, Vetoed
from storyworld.records.verdict import OutcomeKind
from storyworld.stages.plan import plan
from tests.goals.case import Case, Phrasing

EXPECTED = {
    True: OutcomeKind.GOAL_ACHIEVED,
    False: OutcomeKind.GOAL_IMPOSSIBLE,
    None: OutcomeKind.EPISTEMICALLY_INCOMPLETE,
}
VETOED = "contradiction"  # stands for the family where a goal contradicts itself


@dataclass(frozen=True)
class Answer:
    """What is predicted of a case, and whether that is right."""

    case: Case
    outcome: OutcomeKind
    family: str
    missing: tuple[str, ...]
    visual: bool

    @property
    def right(self) -> bool:
        """Whether the outcome is the true one and what is missing is named."""
        if self.outcome is not EXPECTED[self.case.holds]:
            return False
        said = " ".join(self.missing).lower().replace("_", " ")
        return not self.case.missing or any(hint.lower() in said for hint in self.case.missing)

    @property
    def dangerous(self) -> bool:
        """Whether something impossible (or unknown) is said to be achieved."""
        return self.outcome is OutcomeKind.GOAL_ACHIEVED and self.case.holds is not True


def ask(case: Case, earlier: str | None = None) -> Answer:
    """Predict one goal as the command line does; `earlier` is the line before it."""
    planned = plan(Goal(text=case.text, earlier=earlier), planner=RulesPlanner())
    if isinstance(planned, Vetoed):
        return Answer(case, predicted(planned), VETOED, (), visual=False)
    assert isinstance(planned, Plan)
    beat = deciding(planned)
    said = tuple(f"{m.name}: {m.because}" for each in planned.beats for m in each.scenario.missing)
    family = "compound" if len(planned.beats) > 1 else beat.scenario.family
    visual = beat.scenario.intent.requires_visual_verification
    return Answer(case, predicted(planned), family, said, visual)


def accuracy(answers: Iterable[Answer]) -> float:
    """Give the share of right answers."""
    rights = [a.right for a in answers]
    return sum(rights) / len(rights)


def development_goals(path: Path) -> tuple[Case, ...]:
    """Read goals in the shape of goals-dev.jsonl; those without a decided outcome are left out."""
    truth = {"goal_achieved": True, "goal_impossible": False, "epistemically_incomplete": None}
    lines = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return tuple(
        Case(line["goal"], line["family"], truth[line["expected"]])
        for line in lines
        if line["expected"]
    )


def tables(answers: list[Answer]) -> str:
    """Write accuracy by family and by phrasing, and the confusion table of outcomes."""
    lines = [f"{accuracy(answers):.1%} of {len(answers)} right"]
    lines.append(f"{sum(a.dangerous for a in answers)} said to be achieved that are not")
    by_family: dict[str, list[bool]] = defaultdict(list)
    by_phrasing: dict[Phrasing, list[bool]] = defaultdict(list)
    confusion: Counter[tuple[str, str]] = Counter()
    for a in answers:
        by_family[a.case.family].append(a.right)
        by_phrasing[a.case.phrasing].append(a.right)
        confusion[EXPECTED[a.case.holds].value, a.outcome.value] += 1
    lines += [f"  {name:<18} {sum(r)}/{len(r)}" for name, r in sorted(by_family.items())]
    lines += [f"  {name:<18} {sum(r)}/{len(r)}" for name, r in sorted(by_phrasing.items())]
    lines += [f"  {truth:<26} -> {said:<26} {n}" for (truth, said), n in sorted(confusion.items())]
    return "\n".join(lines)


say = partial(print, flush=True)


def main() -> None:
    """Print the tables, and each wrong answer unless blind."""
    asking = argparse.ArgumentParser()
    asking.add_argument("source", help="a module of tests.goals, or a .jsonl file")
    asking.add_argument("--family")
    asking.add_argument("--blind", action="store_true")
    chosen = asking.parse_args()
    if chosen.source.endswith(".jsonl"):
        cases = development_goals(Path(chosen.source))
    else:
        cases = importlib.import_module(f"tests.goals.{chosen.source}").CASES
    listed = chosen.source.endswith(".jsonl")
    before = [None, *(c.text if listed else None for c in cases)]
    answers = [
        ask(c, earlier)
        for c, earlier in zip(cases, before, strict=False)
        if chosen.family in (None, c.family)
    ]
    for a in answers:
        if not a.right and not chosen.blind:
            truth = EXPECTED[a.case.holds].value
            say(f"[{a.case.family}] {a.case.text}\n    {truth}, said {a.outcome.value} "
                  f"({a.family}) {'; '.join(a.missing)[:300]}")  # fmt: skip
    say(tables(answers))


if __name__ == "__main__":
    main()
