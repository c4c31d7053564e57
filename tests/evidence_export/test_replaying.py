"""Predictions, judgements and outcomes, recomputed."""

import pytest

from storyworld import stages
from storyworld.evidence_export.ending import unlike_branch, unlike_end
from storyworld.evidence_export.replaying import (
    unlike,
    unlike_commitments,
    unlike_judgements,
    unlike_predictions,
)
from storyworld.physics.families import family_named
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import Stage
from storyworld.records.provenance import FailureCode
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import OutcomeKind
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import chained_anew
from tests.evidence_export.walking import BROKEN

ALL = (
    "achieved", "two beats", "impossible", "tried twice", "vetoed", "lacking", "failed",
    "terminated", "running",
)  # fmt: skip


@pytest.mark.parametrize("kind", ALL)
def test_all_is_recomputed_equal_to_the_byte(kinds: Kinds, kind: str) -> None:
    told = kinds[kind]
    for check in (unlike_predictions, unlike_judgements, unlike_commitments, unlike_branch):
        assert list(check(told)) == []
    for walk in told.walks:
        if walk.judgement is not None:
            beat = told.beats[walk.beat]
            again = stages.evaluate(beat, walk.observations, risk=told.goal.risk_profile)
            assert again.essential_json() == walk.judgement.essential_json()


def test_the_outcomes_are_what_they_should_be(kinds: Kinds) -> None:
    assert {kind: kinds[kind].run.outcome for kind in ALL} == {
        "achieved": OutcomeKind.GOAL_ACHIEVED,
        "two beats": OutcomeKind.GOAL_ACHIEVED,
        "impossible": OutcomeKind.GOAL_IMPOSSIBLE,
        "tried twice": OutcomeKind.EPISTEMICALLY_INCOMPLETE,
        "vetoed": OutcomeKind.GOAL_IMPOSSIBLE,
        "lacking": OutcomeKind.EPISTEMICALLY_INCOMPLETE,
        "failed": OutcomeKind.UNCERTAIN_TERMINATION,
        "terminated": OutcomeKind.GOAL_ABANDONED,
        "running": OutcomeKind.IN_PROGRESS,
    }
    assert [walk.name for walk in kinds["tried twice"].walks] == ["0-0", "0-1"]
    assert [walk.name for walk in kinds["two beats"].walks] == ["0-0", "1-0"]


def test_last_digits_of_a_prediction_may_differ_from_machine_to_machine(kinds: Kinds) -> None:
    told = kinds["achieved"]
    (beat,) = told.beats
    first = beat.prediction.evidence[0]
    for factor, differs in ((1 + 1e-12, False), (1 + 1e-6, True)):
        near = first.revised(quantity=first.quantity.revised(value=first.quantity.value * factor))
        prediction = beat.prediction.revised(evidence=(near, *beat.prediction.evidence[1:]))
        changed = told.revised(beats=(beat.revised(prediction=prediction),))
        assert bool(list(unlike_predictions(changed))) is differs


def test_a_parameter_that_no_family_admits_is_not_solved_with(kinds: Kinds) -> None:
    """A pile of 1e9 boxes would take for ever, and no planner lets it through."""
    told = kinds["lacking"]
    (beat,) = told.beats
    assert beat.scenario.family == "stack"
    slots = {slot.name: slot for slot in family_named("stack").slots}
    count = next(p for p in beat.scenario.parameters if p.name == "count")
    many = count.revised(quantity=Quantity(value=1e9, unit=Unit.ONE))
    scenario = beat.scenario.revised(
        parameters=tuple(many if p is count else p for p in beat.scenario.parameters)
    )
    (found,) = unlike_predictions(told.revised(beats=(beat.revised(scenario=scenario),)))
    assert f"{slots['count'].high:g} may be" in found.words


def test_a_judgement_without_its_beat_is_told(kinds: Kinds) -> None:
    told = kinds["two beats"]
    (found,) = unlike_judgements(told.revised(beats=told.beats[:1]))
    assert found.where == "judgement 1-0"


def test_what_differs_is_told_field_by_field_and_not_endlessly() -> None:
    one, other = Quantity(value=1, unit=Unit.SECOND), Quantity(value=2, unit=Unit.METRE)
    assert unlike(one, other, "stored", "again") == (
        'unit: stored "s", again "m"',
        "value: stored 1.0, again 2.0",
    )
    assert unlike(one, one, "stored", "again", exactly=True) == ()


def test_a_judgement_that_nobody_committed_is_told_where_the_run_went_on(kinds: Kinds) -> None:
    told = kinds["achieved"]
    commit = told.links[-1]
    less = tuple(t for t in commit.entry.produced if t.kind != "commitment")
    links = (*told.links[:-1], commit.revised(entry=commit.entry.revised(produced=less)))
    forged = chained_anew(told.revised(links=links))
    assert "commitment 0-0" in {d.where for d in unlike_commitments(forged)}


def test_what_is_written_after_the_end_does_not_hide_it(kinds: Kinds) -> None:
    """A worker that had asked a model tells so when it is done, though the run was ended."""
    for kind in ("failed", "terminated", "achieved"):
        told = kinds[kind]
        late = told.links[0].entry.revised(stage=Stage.OBSERVE, used=(), produced=())
        link = told.links[-1].revised(place=len(told.links), entry=late)
        more = chained_anew(told.revised(links=(*told.links, link)))
        assert list(unlike_commitments(more)) == []


def test_a_failure_that_no_link_tells_is_found(kinds: Kinds) -> None:
    told = kinds["failed"]
    other = BROKEN.revised(code=FailureCode.OUT_OF_MEMORY)
    for failure in (other, None):
        run = told.run.revised(failure=failure)
        assert [d.where for d in unlike_end(told.revised(run=run), None)] == ["outcome"]


def test_a_run_is_not_said_to_be_ended_by_somebody_who_did_not(kinds: Kinds) -> None:
    told = kinds["terminated"]
    nobody = chained_anew(told.revised(links=told.links[:-1]))
    assert [d.where for d in unlike_end(nobody, None)] == ["outcome"]
    fresh = told.run.revised(state=EpisodeState.EXECUTING)
    assert {d.where for d in unlike_end(told.revised(run=fresh), None)} == {"outcome"}
