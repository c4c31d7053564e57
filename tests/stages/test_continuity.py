"""A body stays what its world has established; what contradicts that is kept and located."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.observers.measuring import MeasuringObserver
from storyworld.planners.rules import RulesPlanner
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.fact import Fact
from storyworld.records.goal import Goal, RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation, Verdict
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.render import Grounding
from storyworld.records.scenario import Beat, Measure, Plan, Question
from storyworld.records.verdict import EpistemicState, OutcomeKind
from storyworld.records.world import Commitment, WorldNode
from storyworld.stages import commit, evaluate, observe, plan
from storyworld.stages.commit import Context
from storyworld.stages.continuity import held_against
from storyworld.stages.observe import Viewing
from tests import making
from tests.epistemics.test_judging import BROKEN, OK, SIZE, model
from tests.physics.families.filmed import beats_of, filmed

SIZE_OF = Question(
    evidence="ball_length",
    measure=Measure.BODY_LENGTH,
    unit=Unit.METRE,
    subjects=("ball",),
    required=False,
    stated=True,
    again=True,
)


def metres(value: float, u: float = 0.002) -> Quantity:
    return Quantity(value=value, unit=Unit.METRE, uncertainty=u)


def fact(value: float = 1.0, u: float = 0.002, **changes: object) -> Fact:
    made = Fact(
        subject="ball",
        attribute="ball_length",
        quantity=metres(value, u),
        observation_id="obs_0",
        evidence_id="obs_0:ball_length",
        lasting=True,
    )
    return made.revised(**changes)


def seen(size: float | None = 2.0, *, seconds: float | None = OK, u: float = 0.002) -> Observation:
    """What is measured of a film: the time of fall, and on frames 3 to 7 how wide the ball is."""
    made = making.observation(seconds)
    if size is None:
        return made
    wide = Evidence(
        evidence_id="obs_1:ball_length",
        name="ball_length",
        quantity=metres(size, u),
        source=EvidenceSource.MEASUREMENT,
        method="by hand",
        frames=FrameRange(first=3, last=7),
        observation_id="obs_1",
    )
    return made.revised(evidence=(*made.evidence, wide), verdict=Verdict.VALID)


def marked(observation: Observation, *facts: Fact, question: Question = SIZE_OF) -> Observation:
    return held_against(observation, facts or (fact(),), (question,))


def beat(solver: float | None = OK, *, visual: bool = False) -> Beat:
    made = making.beat(solver, visual=visual)
    return made.revised(questions=(*made.questions, SIZE_OF))


def committed(of_beat: Beat, observation: Observation, *facts: Fact) -> Commitment:
    head = WorldNode(
        node_id=derived_id("nd", "root"), world_id="wd_" + "0" * 26, facts=facts or (fact(),)
    )
    context = Context(
        key=AttemptKey(episode_id=making.EPISODE),
        beat=of_beat,
        beats_planned=1,
        head=head,
    )
    judgement = evaluate(of_beat, (observation,), risk=RiskProfile.MEDIUM)
    return commit(context, judgement, (observation,))


def test_a_body_of_another_size_contradicts_the_fact_and_is_located() -> None:
    told = marked(seen(2.0))
    (against,) = told.contradictions
    assert told.verdict is Verdict.CONTRADICTS
    assert (against.fact, against.evidence_id) == (fact(), "obs_1:ball_length")
    assert against.frames == FrameRange(first=3, last=7)
    assert against.sigma == pytest.approx(1.0 / 0.03, rel=0.01)
    assert told.because.startswith("obs_1:ball_length is 2 ± 0.002 m, but obs_0 established 1")


def test_a_law_seen_broken_weighs_more_than_a_contradiction() -> None:
    told = marked(seen(2.0).revised(verdict=Verdict.IMPOSSIBLE))
    assert told.verdict is Verdict.IMPOSSIBLE
    assert len(told.contradictions) == 1


@given(st.floats(0.01, 100.0), st.floats(-0.059, 0.059))
def test_what_a_film_shows_to_the_share_that_films_do_contradicts_nothing(
    size: float, off: float
) -> None:
    again = seen(size * (1 + off), u=0.0)
    assert marked(again, fact(size, 0.0)) == again


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.1, 3.0))
def test_a_contradiction_is_more_than_twice_the_uncertainty_of_both(
    u: float, v: float, size: float
) -> None:
    told = marked(seen(size, u=u), fact(1.0, v))
    assert bool(told.contradictions) == (abs(size - 1.0) > 2.0 * math.hypot(u, v, 0.03))


@pytest.mark.parametrize(
    ("observation", "known", "question"),
    [
        (seen(2.0), fact(lasting=False), SIZE_OF),
        (seen(2.0), fact(subject="other"), SIZE_OF),
        (seen(2.0), fact(attribute="ball_breadth"), SIZE_OF),
        (seen(2.0), fact(quantity=making.seconds(1.0)), SIZE_OF),
        (seen(2.0), fact(), SIZE_OF.revised(again=False)),
        (seen(2.0), fact(), SIZE_OF.revised(stated=False)),
        (seen(2.0), fact(), SIZE_OF.revised(measure=Measure.START_GAP)),
        (seen(2.0).revised(grounding=Grounding.FREE), fact(), SIZE_OF),
        (seen(2.0).revised(grounding=Grounding.GUIDED), fact(), SIZE_OF),
        (seen(None), fact(), SIZE_OF),
        (model(Verdict.VALID), fact(), SIZE_OF),
    ],
    ids=["drawn", "another body", "another side", "another unit", "another of its kind",
         "drawn now", "no property of it", "of words", "guided", "not measured", "by a model"],
)  # fmt: skip
def test_what_does_not_last_or_is_not_measured_contradicts_nothing(
    observation: Observation, known: Fact, question: Question
) -> None:
    assert marked(observation, known, question=question) == observation


@pytest.mark.parametrize("visual", [False, True])
def test_a_film_that_contradicts_its_world_is_rejected_and_seen_to_be(visual: bool) -> None:
    made = committed(beat(visual=visual), marked(seen(2.0)))
    assert made.outcome is OutcomeKind.DEAD_STATE
    assert made.node is None
    assert made.transition is not None
    assert made.transition.to_node is None
    assert made.transition.state is EpistemicState.REJECTED
    assert made.because == (
        "the film contradicts what the world has established: obs_0 established that ball length "
        "is 1 ± 0.002 m; the film shows 2 ± 0.002 m (obs_1:ball_length, frames 3 to 7)"
    )


def test_a_contradiction_is_named_and_as_sure_as_it_is_far() -> None:
    far, near = (
        evaluate(beat(), (marked(seen(size)),), risk=RiskProfile.MEDIUM) for size in (2.0, 1.075)
    )
    assert far.constraints_discovered == near.constraints_discovered == ("continuity",)
    assert not far.forbidden_by_physics
    assert far.confidence is not None
    assert near.confidence is not None
    assert near.confidence.value < far.confidence.value
    assert [t.name for t in far.confidence.terms] == ["measurement", "coverage"]


def test_a_low_appetite_for_risk_takes_three_sigma_for_a_contradiction() -> None:
    near = marked(seen(1.075))
    assert 2.0 < near.contradictions[0].sigma < 3.0
    judged = evaluate(beat(), (near,), risk=RiskProfile.LOW)
    assert judged.state is EpistemicState.ACCEPTED
    assert judged.constraints_discovered == ()


@pytest.mark.parametrize(
    ("of_beat", "observation", "state"),
    [
        (beat(BROKEN), marked(seen(2.0, seconds=BROKEN)), EpistemicState.REJECTED),
        (beat(), marked(seen(2.0, seconds=BROKEN)), EpistemicState.ACCEPTED),
        (
            beat(visual=True),
            marked(seen(2.0, seconds=BROKEN)),
            EpistemicState.UNCERTAIN_TERMINATION,
        ),
    ],
    ids=["forbidden anyway", "unfaithful", "in conflict"],
)
def test_what_contradicts_the_solver_too_is_no_witness_of_its_world(
    of_beat: Beat, observation: Observation, state: EpistemicState
) -> None:
    judged = evaluate(of_beat, (observation,), risk=RiskProfile.MEDIUM)
    assert judged.state is state
    assert "the world has established" not in judged.because


@pytest.mark.parametrize("visual", [False, True])
def test_a_film_without_weight_contradicts_no_world_whatever_is_said_of_it(visual: bool) -> None:
    told = marked(seen(2.0)).revised(grounding=Grounding.FREE)
    judged = evaluate(beat(visual=visual), (told,), risk=RiskProfile.MEDIUM)
    assert judged.state is not EpistemicState.REJECTED
    assert "continuity" not in judged.constraints_discovered


def test_a_void_film_contradicts_no_world() -> None:
    of_beat = beat(visual=True)
    of_beat = of_beat.revised(constraints=(*of_beat.constraints, SIZE))
    judged = evaluate(of_beat, (marked(seen(2.0)),), risk=RiskProfile.MEDIUM)
    assert judged.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
    assert "continuity" not in judged.constraints_discovered


@pytest.mark.parametrize(
    ("observation", "known", "stays"),
    [
        (seen(1.01, u=0.01), fact(1.0, 0.002), True),
        (seen(1.01, u=0.001), fact(1.0, 0.002), False),
        (seen(1.01, u=0.01), fact(1.0, 0.002, lasting=False), False),
        (seen(None), fact(), True),
        (marked(seen(2.0, seconds=OK, u=0.001)).revised(verdict=Verdict.VALID), fact(), None),
    ],
    ids=["worse", "better", "only drawn", "not seen", "contradicted"],
)
def test_an_established_fact_stays_unless_it_is_measured_better(
    observation: Observation, known: Fact, stays: bool | None
) -> None:
    made = committed(beat(), observation, known)
    if stays is None:
        assert made.node is None
        return
    assert made.node is not None
    sizes = [f for f in made.node.facts if f.attribute == "ball_length"]
    assert [f == known for f in sizes] == [stays]
    assert all(f.lasting for f in sizes)


def test_a_fact_that_is_disputed_below_the_guard_is_not_overwritten() -> None:
    near = marked(seen(1.075, u=0.001))
    head = WorldNode(node_id=derived_id("nd", "r"), world_id="wd_" + "0" * 26, facts=(fact(),))
    context = Context(
        key=AttemptKey(episode_id=making.EPISODE), beat=beat(), beats_planned=1, head=head
    )
    made = commit(context, evaluate(beat(), (near,), risk=RiskProfile.LOW), (near,))
    assert made.node is not None
    assert fact() in made.node.facts


def sizes_of(text: str) -> list[tuple[bool, bool]]:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    return [
        (q.stated, q.again)
        for b in planned.beats
        for q in b.questions
        if q.measure is Measure.BODY_LENGTH
    ]


def test_a_size_lasts_where_a_goal_states_it_and_not_where_it_is_only_drawn() -> None:
    assert (
        sizes_of("three 1.5 kg boxes, 30 cm a side, friction 0.6, stacked without tipping")
        == [(True, False)] * 3
    )
    assert sizes_of("A steel ball dropped from 20 m reaches the ground in under 2.1 s") == [
        (False, False)
    ]
    assert sizes_of("The same cabinet 60 cm wide and 1.2 m tall tilted 10 degrees comes back") == [
        (True, True)
    ]


@pytest.mark.parametrize(
    "begins",
    ["Show that a", "Verify that the", "This time a", "In this case a", "At that moment a",
     "Prove that one", "That time, a", "Show that 1", "On that shelf a"],
)  # fmt: skip
def test_words_that_point_at_no_thing_make_no_body_the_one_that_was_there(begins: str) -> None:
    text = f"{begins} cabinet 60 cm wide and 1.2 m tall tilted 10 degrees comes back"
    assert sizes_of(text) == [(True, False)]


@pytest.mark.parametrize("begins", ["The same", "That", "This", "That same", "Tilt that"])
def test_words_that_point_at_a_thing_make_it_the_one_that_was_there(begins: str) -> None:
    text = f"{begins} cabinet 60 cm wide and 1.2 m tall tilted 10 degrees comes back"
    assert sizes_of(text) == [(True, True)]


def test_that_three_boxes_stand_is_a_clause_and_those_three_are_things() -> None:
    stacked = "{} boxes, 30 cm a side, friction 0.6, stacked without tipping"
    for begins, again in (("Show that three", False), ("Those three", True)):
        assert sizes_of(stacked.format(begins)) == [(True, again)] * 3


CABINET = "cabinet 60 cm wide and {} m tall tilted 10 degrees comes back"


def filmed_and_committed(text: str, start: WorldNode) -> tuple[Observation, Commitment]:
    """Film a goal, measure the film, judge it against what its world has established."""
    (of_beat,) = beats_of(text)
    film = filmed(of_beat)
    key = AttemptKey(episode_id=making.EPISODE)
    viewing = Viewing(
        key=key, beat=of_beat, artifact=making.artifact(), shot=film.shot, facts=start.facts
    )
    told = observe(viewing, observers=((MeasuringObserver(),),), open_film=lambda: film)
    context = Context(key=key, beat=of_beat, beats_planned=1, head=start)
    judgement = evaluate(of_beat, told, risk=RiskProfile.MEDIUM)
    return told[0], commit(context, judgement, told)


def test_what_one_film_establishes_the_next_may_bear_out_or_contradict() -> None:
    """A cabinet of 1.2 m is filmed; then the same one, as high and half as high again."""
    root = WorldNode(node_id=derived_id("nd", "root"), world_id="wd_" + "0" * 26)
    _, first = filmed_and_committed(f"A {CABINET.format('1.2')}", root)
    assert first.node is not None
    known = {f.attribute: f for f in first.node.facts}
    assert known["body_length_box_1"].lasting
    assert known["body_length_box_1"].quantity.value == pytest.approx(1.2, rel=0.02)

    seen, again = filmed_and_committed(f"The same {CABINET.format('1.2')}", first.node)
    assert (seen.contradictions, again.outcome) == ((), OutcomeKind.GOAL_ACHIEVED)

    seen, grown = filmed_and_committed(f"The same {CABINET.format('1.8')}", first.node)
    assert {c.fact for c in seen.contradictions} == {known["body_length_box_1"]}
    assert seen.verdict is Verdict.CONTRADICTS
    assert all(c.frames is not None for c in seen.contradictions)
    assert grown.outcome is OutcomeKind.DEAD_STATE
    assert grown.because.startswith("the film contradicts what the world has established")

    seen, other = filmed_and_committed(f"A {CABINET.format('1.8')}", first.node)
    assert (seen.contradictions, other.outcome) == ((), OutcomeKind.GOAL_ACHIEVED)


def test_another_of_a_kind_is_what_its_successor_is_the_same_as() -> None:
    """After a cabinet of 1.2 m there is one of 1.8 m: then "the same cabinet" is that one."""
    root = WorldNode(node_id=derived_id("nd", "root"), world_id="wd_" + "0" * 26)
    _, first = filmed_and_committed(f"A {CABINET.format('1.2')}", root)
    assert first.node is not None
    _, second = filmed_and_committed(f"A {CABINET.format('1.8')}", first.node)
    assert second.node is not None
    known = {f.attribute: f.quantity.value for f in second.node.facts}
    assert known["body_length_box_1"] == pytest.approx(1.8, rel=0.02)

    seen, again = filmed_and_committed(f"The same {CABINET.format('1.8')}", second.node)
    assert (seen.contradictions, again.outcome) == ((), OutcomeKind.GOAL_ACHIEVED)
    seen, _ = filmed_and_committed(f"The same {CABINET.format('1.2')}", second.node)
    assert seen.verdict is Verdict.CONTRADICTS
