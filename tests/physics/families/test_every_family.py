"""What every scenario family keeps to, and the goals it was given with: read, solved, filmed."""

import json
from pathlib import Path

import pytest

from storyworld.epistemics.expecting import predicted
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.families import FAMILIES
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan
from storyworld.records.verdict import EpistemicState
from storyworld.stages.plan import plan
from tests.physics.families.filmed import beats_of, judged

GOALS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "goals" / "development.jsonl").read_text().splitlines()
]
BEFORE = dict(zip([g["id"] for g in GOALS], [None, *(g["goal"] for g in GOALS)], strict=False))
CLOSED = [f for f in FAMILIES if isinstance(f, ClosedForm)]
FORMS = pytest.mark.parametrize("family", CLOSED, ids=lambda f: f.name)
DECIDED = [g for g in GOALS if g["expected"] in {"goal_achieved", "goal_impossible"}]
STATES = {
    "goal_achieved": EpistemicState.ACCEPTED,
    "goal_impossible": EpistemicState.REJECTED,
}


def of_goal(goal):
    return plan(Goal(text=goal["goal"], earlier=BEFORE[goal["id"]]), planner=RulesPlanner())


@pytest.mark.parametrize("goal", [g for g in GOALS if g["expected"]], ids=lambda g: g["id"])
def test_the_development_goals_are_decided_as_they_are(goal):
    planned = of_goal(goal)
    assert predicted(planned) == goal["expected"], planned
    if isinstance(planned, Plan):
        visual = any(b.scenario.intent.requires_visual_verification for b in planned.beats)
        assert visual is goal["requires_visual_verification"]


@pytest.mark.parametrize("goal", [g for g in GOALS if not g["expected"]], ids=lambda g: g["id"])
def test_what_has_to_be_seen_is_left_open_until_it_is(goal):
    planned = of_goal(goal)
    assert isinstance(planned, Plan)
    (beat,) = planned.beats
    assert beat.scenario.intent.requires_visual_verification
    assert predicted(planned) not in {"goal_achieved", "goal_impossible"}


@pytest.mark.parametrize("goal", DECIDED, ids=lambda g: g["id"])
def test_the_film_of_a_development_goal_bears_the_solver_out(goal):
    planned = of_goal(goal)
    if not isinstance(planned, Plan):
        return
    for beat in planned.beats:
        judgement = judged(beat)
        assert not judgement.conflicts, judgement.conflicts
        assert judgement.state is STATES[goal["expected"]] or beat is not planned.beats[-1]


@FORMS
def test_a_family_says_what_it_rests_on(family):
    module = __import__(type(family).__module__, fromlist=["__doc__"])
    for part in ("Equation", "Source", "Domain of validity"):
        assert part in module.__doc__, part
    assert family.purpose
    assert family.equation
    assert family.law


@FORMS
def test_a_family_is_made_of_parts_that_fit(family):
    slots = {slot.name: slot for slot in family.slots}
    formulas = {formula.name: formula for formula in family.formulas}
    assert len(slots) == len(family.slots)
    assert len(formulas) == len(family.formulas)
    for formula in family.formulas:
        assert set(formula.needs) <= set(slots), formula.name
    for rule in family.derived:
        assert {rule.name, *rule.needs} <= set(slots), rule.name
    claims = (*family.claims, *(c for limit in family.limits for c in limit.claims))
    for claim in claims:
        assert claim.quantity in formulas
        assert {claim.outcome, claim.otherwise} <= set(family.outcomes), claim.outcome
        if isinstance(claim.threshold, str):
            assert slots[claim.threshold].unit is formulas[claim.quantity].unit
    for limit in family.limits:
        assert {slot.name for slot in limit.slots} <= set(slots)
    for wish in family.wishes:
        assert {wish.outcome, wish.opposite} <= set(family.outcomes)
    assert set(family.always) <= set(family.outcomes)


@FORMS
def test_defaults_and_ranges_are_admissible_and_say_why(family):
    for slot in family.slots:
        if slot.default is not None:
            assert slot.low <= slot.default <= slot.high, slot.name
            assert slot.because, slot.name
        if slot.span is not None:
            assert slot.low <= slot.span[0] < slot.span[1] <= slot.high, slot.name


@FORMS
def test_a_vision_model_is_asked_statements_with_their_antonyms(family):
    assert family.sights
    assert len({check.name for check in family.sights}) == len(family.sights)
    for check in family.sights:
        assert check.statement != check.antonym


def test_a_beat_holds_what_a_vision_model_is_to_be_asked():
    (beat,) = beats_of("A steel ball dropped from 20 m reaches the ground in under 2.1 s")
    assert {check.name for check in beat.checks} == {"falls", "speeds_up"}
