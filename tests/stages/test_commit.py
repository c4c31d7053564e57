import pytest

from storyworld.records.episode import EpisodeState, NoReframing, Reframing
from storyworld.records.fact import Fact
from storyworld.records.goal import Backend, RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.render import Grounding
from storyworld.records.scenario import Beat, Framing
from storyworld.records.verdict import EpistemicState, OutcomeKind
from storyworld.records.world import Commitment, NextStep, WorldNode
from storyworld.stages import commit, evaluate
from storyworld.stages.commit import Context
from tests import making

WORLD = "wd_" + "0" * 26
SEEN = making.observation(2.0, observation_id="obs_seen")
BLIND = making.observation(None, observation_id="obs_blind")
ANOTHER = Reframing(
    framing=Framing(frame_rate_hz=60),
    backend=Backend.STUB,
    seed=0,
    because="fall time had too few samples: filmed again at 60 Hz instead of 30 Hz",
)


def head(*facts: Fact) -> WorldNode:
    return WorldNode(node_id=derived_id("nd", "root"), world_id=WORLD, facts=facts)


def committed(
    beat: Beat,
    *observations: Observation,
    another: Reframing | NoReframing | None = None,
    beats_planned: int = 1,
    start: WorldNode | None = None,
) -> Commitment:
    context = Context(
        key=AttemptKey(episode_id=making.EPISODE, beat=beat.index),
        beat=beat,
        beats_planned=beats_planned,
        head=start or head(),
        another=another,
    )
    judgement = evaluate(beat, observations, risk=RiskProfile.MEDIUM)
    return commit(context, judgement, observations)


def test_an_accepted_attempt_adds_a_node_with_what_was_measured() -> None:
    made = committed(making.beat(2.0), SEEN)

    assert made.outcome is OutcomeKind.GOAL_ACHIEVED
    assert made.state is EpisodeState.COMPLETED
    assert made.node is not None
    (fact,) = made.node.facts
    assert (fact.subject, fact.attribute) == ("ball", "fall_time")
    assert fact.observation_id == "obs_seen"
    assert made.transition is not None
    assert made.transition.to_node == made.node.node_id
    assert made.transition.video_sha256 == making.SHA


def test_no_fact_comes_from_the_solver_or_the_planner() -> None:
    made = committed(making.beat(2.0), BLIND)

    assert made.outcome is OutcomeKind.GOAL_ACHIEVED
    assert made.node is not None
    assert made.node.facts == ()


def test_what_held_before_still_holds_unless_measured_anew() -> None:
    before = Fact(
        subject="ball",
        attribute="mass",
        quantity=Quantity(value=1, unit=Unit.KILOGRAM),
        observation_id="obs_0",
        evidence_id="obs_0:mass",
    )
    made = committed(making.beat(2.0), SEEN, start=head(before))

    assert made.node is not None
    assert [f.attribute for f in made.node.facts] == ["mass", "fall_time"]


def test_a_rejected_attempt_leads_nowhere_and_says_why() -> None:
    made = committed(making.beat(2.5), making.observation(2.5))

    assert made.outcome is OutcomeKind.GOAL_IMPOSSIBLE
    assert made.node is None
    assert made.transition is not None
    assert made.transition.to_node is None
    assert "physics forbids it" in made.transition.because


def test_what_only_the_film_refutes_is_a_dead_state() -> None:
    made = committed(making.beat(None, visual=True), making.observation(2.5))

    assert made.outcome is OutcomeKind.DEAD_STATE


def test_nothing_is_achieved_without_an_observation() -> None:
    made = committed(making.beat(2.0))

    assert made.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert made.transition is None


def test_missing_evidence_asks_for_the_attempt_that_was_chosen() -> None:
    made = committed(making.beat(2.0, visual=True), BLIND, another=ANOTHER)

    assert made.next is NextStep.RETRY
    assert made.outcome is OutcomeKind.IN_PROGRESS
    assert made.reframing == ANOTHER


def test_missing_evidence_that_no_film_would_show_ends_with_both_reasons() -> None:
    beat = making.beat(2.0, visual=True)
    made = committed(beat, BLIND, another=NoReframing(because="the budget is spent"))

    assert made.next is NextStep.STOP
    assert made.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    judged = evaluate(beat, (BLIND,), risk=RiskProfile.MEDIUM).because
    assert made.because == f"{judged}; not filmed again: the budget is spent"


def test_what_was_never_filmed_is_not_said_not_to_be_filmed_again() -> None:
    made = committed(making.beat(None, missing=("height",)))

    assert made.next is NextStep.STOP
    assert made.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert "filmed" not in made.because


def test_nothing_is_filmed_again_that_is_decided() -> None:
    for beat, seen in [(making.beat(2.0), SEEN), (making.beat(2.5), making.observation(2.5))]:
        made = committed(beat, seen, another=ANOTHER)
        assert made.next is NextStep.STOP
        assert made.reframing is None


def test_an_undecided_goal_ends_uncertain_and_leads_nowhere() -> None:
    made = committed(making.beat(2.1), SEEN)

    assert made.outcome is OutcomeKind.UNCERTAIN_TERMINATION
    assert made.node is None
    assert made.transition is not None
    assert made.transition.to_node is None
    assert made.transition.state is EpistemicState.UNCERTAIN_TERMINATION
    assert made.transition.observation_id == "obs_seen"


def test_what_stays_without_evidence_for_good_leads_nowhere_and_another_try_leaves_nothing() -> (
    None
):
    beat = making.beat(2.0, visual=True)
    no_more = NoReframing(because="the risk profile low allows 1 attempt")
    again, given_up = (committed(beat, BLIND, another=another) for another in (ANOTHER, no_more))

    assert (again.next, again.transition) == (NextStep.RETRY, None)
    assert given_up.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert given_up.transition is not None
    assert given_up.transition.to_node is None
    assert given_up.because == f"{given_up.transition.because}; not filmed again: {no_more.because}"


@pytest.mark.parametrize("beat", [making.beat(2.1), making.beat(None, missing=("height",))])
def test_what_nobody_observed_leaves_no_transition(beat: Beat) -> None:
    made = committed(beat)

    assert made.next is NextStep.STOP
    assert made.transition is None


def test_an_accepted_beat_is_followed_by_the_next() -> None:
    made = committed(making.beat(2.0), SEEN, beats_planned=2)

    assert made.next is NextStep.NEXT_BEAT
    assert made.outcome is OutcomeKind.IN_PROGRESS
    assert made.transition is not None


def test_committing_twice_gives_the_same_bytes() -> None:
    first, second = (committed(making.beat(2.0), SEEN) for _ in range(2))

    assert first.canonical_json() == second.canonical_json()


@pytest.mark.parametrize("grounding", [Grounding.FREE, Grounding.GUIDED])
def test_a_film_without_weight_adds_no_fact(grounding: Grounding) -> None:
    solved = committed(making.beat(2.0), SEEN.revised(grounding=grounding))
    assert solved.outcome is OutcomeKind.GOAL_ACHIEVED
    assert solved.node is not None
    assert solved.node.facts == ()

    for seen in (SEEN, BLIND):
        beat = making.beat(2.0, visual=True)
        made = committed(beat, seen.revised(grounding=grounding))
        assert made.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
