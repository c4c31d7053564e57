"""How well goals in other people's words are decided; ``python -m tests.goals.scoring`` says more.

The sets named held out were written by people who had not seen the reader, in another voice than
the development sets, and scored before anything was mended for them (docs/physics.md). Mended
since, they guard what was reached.
"""

import importlib
from collections.abc import Iterable
from functools import cache

import pytest
from pydantic import ValidationError

from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.stages.plan import plan
from tests.goals.case import Case, Phrasing
from tests.goals.scoring import VETOED, Answer, accuracy, ask

# What each set reached when it was last mended; a change may raise these and never lower them.
REACHED = {
    "mechanics_a": 0.99,
    "mechanics_b": 0.99,
    "paraphrases": 0.98,
    "blind_c": 0.96,
    "blind_d": 0.94,
    "blind_e": 0.98,
    "blind_f": 0.97,
    "blind_g": 0.97,
    "blind_h": 0.98,
    "blind_i": 0.96,
    "blind_j": 0.95,
    "blind_k": 0.95,
    "blind_l": 0.95,
    "plain_a": 0.97,
    "plain_b": 0.98,
    "plain_c": 0.93,
    "plain_d": 0.96,
    "materials": 0.99,
    "held_out_a": 0.97,
    "held_out_b": 0.95,
    "compound": 0.85,
    "voices_a": 0.99,
    "voices_b": 0.96,
    "voices_c": 0.99,
    "voices_d": 0.97,
    "voices_e": 0.96,
}
SETS = tuple(REACHED)


@pytest.fixture(scope="module", params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    """Each set in turn, and all that is asked of it while its answers are there."""
    return request.param


@cache
def answers(name: str) -> tuple[Answer, ...]:
    return tuple(ask(c) for c in cases_of(name))


def cases_of(name: str) -> tuple[Case, ...]:
    return importlib.import_module(f"tests.goals.{name}").CASES


def test_goals_in_other_peoples_words_are_decided_as_they_are(name):
    assert accuracy(answers(name)) >= REACHED[name]


def test_nothing_impossible_or_unknown_is_said_to_be_achieved(name):
    assert [a.case.text for a in answers(name) if a.dangerous] == []


def wrongly_vetoed(answers: Iterable[Answer]) -> list[str]:
    return [
        a.case.text
        for a in answers
        if a.family == VETOED and a.case.family != VETOED and a.case.holds is not False
    ]


def test_no_goal_of_a_family_is_vetoed(name):
    assert wrongly_vetoed(answers(name)) == []


def test_no_near_miss_is_vetoed():
    from tests.goals import gate, materials

    goals = [c for c in (*gate.CASES, *materials.CASES) if c.phrasing is Phrasing.NEAR_MISS]
    assert wrongly_vetoed(ask(c) for c in goals) == []
    assert len(goals) > 400


def test_a_veto_is_seen():
    floating = "A stone floats motionless in mid-air without support"
    contrary = Case(floating, "free_fall", True)
    assert wrongly_vetoed([ask(contrary)]) == [contrary.text]


def test_there_are_two_hundred_goals_of_every_kind_of_phrasing():
    cases = [c for name in SETS for c in cases_of(name)]
    assert len(cases) >= 500
    assert {c.holds for c in cases} == {True, False, None}
    assert len({c.family for c in cases}) >= 33
    assert len({c.phrasing for c in cases}) >= 12


def test_no_text_breaks_the_reader_and_nothing_hostile_is_achieved():
    from tests.goals import gate, wrong

    planner = RulesPlanner()
    for text in (*(c.text for c in gate.CASES), *wrong.TEXTS):
        try:
            goal = Goal(text=text)
        except ValidationError:  # control characters, too long: refused at the door
            continue
        plan(goal, planner=planner)
    for case in wrong.GOOD:
        answer = ask(case)
        assert not answer.dangerous, case.text
