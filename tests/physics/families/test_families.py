"""What holds for every family: the reading of goals, the contract of a plan, the scenes."""

import pytest

from storyworld.epistemics.constraints import evaluate
from storyworld.physics.families import FAMILIES, family_named
from storyworld.planners.rules import RulesPlanner
from storyworld.reading.intent import read
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal, ParameterSource
from storyworld.records.scenario import Alternative, Beat, BodyRole, Plan
from storyworld.stages.plan import plan
from tests.physics.families.goals import CASES, OTHERS, Case

FIRST_FOUR = frozenset({"free_fall", "projectile", "incline", "stack"})


def beat_of(text: str) -> Beat:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan), planned
    assert len(planned.beats) == 1
    return planned.beats[0]


def ids(case: Case | str) -> str:
    return case.text[:60] if isinstance(case, Case) else case[:60]


DECIDED = [case for case in CASES if case.holds is not None]
COMPLETE = [case for case in CASES if not case.missing]


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_a_goal_is_read_and_predicted_as_its_truth_says(case: Case):
    beat = beat_of(case.text)
    scenario, prediction = beat.scenario, beat.prediction
    assert scenario.family == case.family
    assert scenario.wanted == case.wanted
    assert {m.name for m in scenario.missing} == set(case.missing)
    if case.holds is None:
        assert prediction.outcome is None
    else:
        assert (prediction.outcome == scenario.wanted) is case.holds
        assert prediction.outcome in family_named(case.family).outcomes


@pytest.mark.parametrize("text", OTHERS, ids=ids)
def test_a_goal_of_another_kind_of_physics_is_never_predicted_by_a_family_it_is_not_of(text: str):
    beat = beat_of(text)
    if beat.scenario.family in FIRST_FOUR:
        assert beat.prediction.outcome is None
        assert beat.prediction.findings == ()
        assert not beat.answerable
        assert beat.scenario.missing


@pytest.mark.parametrize("case", [c for c in CASES if c.missing], ids=ids)
def test_what_is_missing_is_named_with_a_reason_and_predicts_nothing(case: Case):
    beat = beat_of(case.text)
    assert all(m.because for m in beat.scenario.missing)
    assert beat.prediction.findings == ()
    assert all(m.because in beat.prediction.explanation for m in beat.scenario.missing)


@pytest.mark.parametrize("case", COMPLETE, ids=ids)
def test_every_required_claim_can_be_tested_by_solver_and_by_film(case: Case):
    beat = beat_of(case.text)
    asked = {q.evidence for q in beat.questions if q.required}
    known = {e.name for e in beat.prediction.evidence}
    goals = {c.claim for c in beat.constraints if c.required and c.kind is ConstraintKind.GOAL}
    laws = {c.claim for c in beat.constraints if c.kind is ConstraintKind.LAW}
    assert goals
    assert laws or case.family == "stack"
    for claim in goals | laws:
        tests = [c for c in beat.constraints if c.claim == claim]
        assert any(EvidenceSource.SOLVER in c.admits and c.quantity in known for c in tests)
        assert any(EvidenceSource.MEASUREMENT in c.admits and c.quantity in asked for c in tests)


@pytest.mark.parametrize("case", COMPLETE, ids=ids)
def test_findings_cite_the_solvers_evidence_and_questions_name_staged_bodies(case: Case):
    beat = beat_of(case.text)
    cited = {e for f in beat.prediction.findings for e in f.evidence_ids}
    assert cited
    assert cited <= {e.evidence_id for e in beat.prediction.evidence}
    assert all(e.evidence_id == f"solver:{e.name}" for e in beat.prediction.evidence)
    assert all(e.source is EvidenceSource.SOLVER for e in beat.prediction.evidence)
    scene = family_named(case.family).stage(beat.scenario)
    names = {body.name for body in scene.bodies}
    for question in beat.questions:
        assert {*question.subjects, question.reference or question.subjects[0]} <= names


@pytest.mark.parametrize("case", COMPLETE, ids=ids)
def test_a_scene_shows_its_moving_bodies_large_enough_and_in_colours_of_their_own(case: Case):
    scene = family_named(case.family).stage(beat_of(case.text).scenario)
    width, height = scene.x_max_m - scene.x_min_m, scene.y_max_m - scene.y_min_m
    assert width > 0
    assert height > 0
    assert 0 < scene.duration_s < 660
    assert width / 8 <= scene.scale_bar_m <= width / 2
    colours = [body.colour for body in scene.bodies]
    assert len(set(colours)) == len(colours)
    for body in scene.bodies:
        if body.role is BodyRole.MOVING:
            assert scene.x_min_m <= body.x_m <= scene.x_max_m
            assert scene.y_min_m <= body.y_m <= scene.y_max_m
        if body.name == "ball":
            assert body.shape.radius_m >= 0.025 * max(width, height)


@pytest.mark.parametrize("case", [c for c in CASES if c.missing], ids=ids)
def test_an_incomplete_scenario_is_never_staged(case: Case):
    scenario = beat_of(case.text).scenario
    with pytest.raises(ValueError, match="scenario"):
        family_named(case.family).stage(scenario)


def beyond_the_limit(alternative: Alternative, holds: bool) -> float:
    """A value just on the other side of an alternative's limit, as its words give the sides."""
    asked, limit = alternative.asked.value, alternative.limit.value
    holds_below = "up to" in alternative.words
    if alternative.parameter == "count":
        return limit if not holds else limit + (1 if holds_below else -1)
    return limit + (1e-6 if holds_below is holds else -1e-6) * max(abs(asked), abs(limit))


@pytest.mark.parametrize("case", DECIDED, ids=ids)
def test_a_change_beyond_the_limit_of_an_alternative_turns_the_margin(case: Case):
    beat = beat_of(case.text)
    family = family_named(case.family)
    goals = {c.constraint_id for c in beat.constraints if c.kind is ConstraintKind.GOAL}
    for alternative in beat.prediction.alternatives:
        value = beyond_the_limit(alternative, bool(case.holds))
        parameters = tuple(
            p.revised(quantity=p.quantity.revised(value=value))
            if p.name == alternative.parameter
            else p
            for p in beat.scenario.parameters
            # The best angle is chosen anew for other parameters.
            if not (p.name == "angle" and p.source is ParameterSource.INFERRED and "best" in str(p))
        )
        changed = beat.scenario.revised(parameters=parameters)
        margins = [
            evaluate(c, e, EvidenceSource.SOLVER).margin
            for c in family.constraints(changed)
            for e in family.solve(changed).evidence
            if c.constraint_id in goals and e.name == c.quantity
        ]
        assert margins
        least = min(m.value for m in margins if m is not None)
        assert (least >= 0) is not case.holds, alternative.words


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.name)
def test_a_family_keeps_the_contract_of_its_slots(family):
    names = [slot.name for slot in family.slots]
    assert len(set(names)) == len(names)
    for slot in family.slots:
        assert slot.low <= slot.high
        if slot.default is not None:
            assert slot.low <= slot.default <= slot.high
            assert slot.because
        if slot.default is None and not slot.optional:
            assert slot.because
    assert family.outcomes


def test_the_generic_family_takes_what_no_family_knows_and_requires_nothing():
    beat = beat_of("A poem is read to 200 kg of cats")
    assert beat.scenario.family == "generic"
    assert [m.name for m in beat.scenario.missing] == ["scenario_family"]
    assert beat.constraints == ()
    assert beat.questions == ()
    assert [u.text for u in beat.scenario.intent.unused] == ["200 kg"]


def test_an_unknown_family_name_is_generic():
    assert family_named("no_such_family").name == "generic"
    assert read("nothing known", FAMILIES).family == "generic"


def test_at_least_forty_goals_have_a_truth_that_is_not_undecided():
    assert len(DECIDED) >= 40
    assert {c.holds for c in DECIDED} == {True, False}
    statuses = {f.status for c in DECIDED for f in beat_of(c.text).prediction.findings}
    assert statuses <= {FindingStatus.SATISFIED, FindingStatus.VIOLATED}
