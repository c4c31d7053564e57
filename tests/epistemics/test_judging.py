import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.judging import guard_of, judge
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import AbstentionReason, EvidenceSource, FrameRange
from storyworld.records.goal import ObserverImpact, RiskProfile
from storyworld.records.observation import (
    Law,
    Observation,
    ObserverAvailability,
    Verdict,
    Violation,
)
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Beat, Check
from storyworld.records.verdict import EpistemicState
from tests import making

ACCEPTED = EpistemicState.ACCEPTED
INCOMPLETE = EpistemicState.EPISTEMICALLY_INCOMPLETE
REJECTED = EpistemicState.REJECTED
UNCERTAIN = EpistemicState.UNCERTAIN_TERMINATION

OK, BROKEN, CLOSE = 2.0, 2.3, 2.1
UNAVAILABLE = making.observation(None, availability=ObserverAvailability.UNAVAILABLE)


@pytest.mark.parametrize(
    ("row", "beat", "observations", "state"),
    [
        ("solver and film agree", making.beat(OK), (making.observation(OK),), ACCEPTED),
        (
            "solver forbids, film agrees",
            making.beat(BROKEN),
            (making.observation(BROKEN),),
            REJECTED,
        ),
        ("solver forbids, nobody looked", making.beat(BROKEN), (UNAVAILABLE,), REJECTED),
        ("closed form, observer away", making.beat(OK), (UNAVAILABLE,), ACCEPTED),
        ("closed form, film says nothing", making.beat(OK), (making.observation(None),), ACCEPTED),
        ("closed form, film unfaithful", making.beat(OK), (making.observation(BROKEN),), ACCEPTED),
        ("closed form, film undecided", making.beat(OK), (making.observation(CLOSE),), ACCEPTED),
        ("closed form, knife edge", making.beat(CLOSE), (making.observation(OK),), UNCERTAIN),
        ("closed form, solver silent", making.beat(None), (making.observation(OK),), INCOMPLETE),
        ("a decisive parameter is missing", making.beat(None, missing=("h",)), (), INCOMPLETE),
        ("no required constraint", making.beat(OK, constraints=()), (), INCOMPLETE),
        ("seen to hold", making.beat(None, visual=True), (making.observation(OK),), ACCEPTED),
        ("seen broken", making.beat(None, visual=True), (making.observation(BROKEN),), REJECTED),
        ("not seen", making.beat(OK, visual=True), (making.observation(None),), INCOMPLETE),
        ("nobody looked", making.beat(OK, visual=True), (UNAVAILABLE,), INCOMPLETE),
        ("no film", making.beat(OK, visual=True), (), INCOMPLETE),
        ("conflict", making.beat(OK, visual=True), (making.observation(BROKEN),), UNCERTAIN),
        ("conflict", making.beat(BROKEN, visual=True), (making.observation(OK),), UNCERTAIN),
        ("undecided", making.beat(None, visual=True), (making.observation(CLOSE),), UNCERTAIN),
        ("solver close", making.beat(CLOSE, visual=True), (making.observation(OK),), UNCERTAIN),
    ],
)
def test_each_row_of_the_table(
    row: str, beat: Beat, observations: tuple[Observation, ...], state: EpistemicState
) -> None:
    judgement = judge(beat, observations)

    assert judgement.state is state, f"{row}: {judgement.because}"
    assert (judgement.confidence is not None) == (state in (ACCEPTED, REJECTED))


BLOCKING, FAILED = ObserverImpact.BLOCKING, ObserverAvailability.FAILED


def with_impact(of_beat, impact):
    intent = of_beat.scenario.intent.revised(observer_impact=impact)
    return of_beat.revised(scenario=of_beat.scenario.revised(intent=intent))


SIZE = Constraint(
    constraint_id="size_as_stated",
    claim="size_as_stated",
    kind=ConstraintKind.PREMISE,
    law="what was stated",
    statement="the ball is 1 m wide.",
    quantity="ball_length",
    comparison=Comparison.WITHIN,
    threshold=Quantity(value=1.0, unit=Unit.METRE),
    tolerance=Quantity(value=0.05, unit=Unit.METRE),
    admits=(EvidenceSource.MEASUREMENT,),
    required=False,
)
UPRIGHT = Check(
    name="lands", statement="It lands.", antonym="It stays up.", shows=("lands_in_time",)
)


def film(
    seconds: float | None = OK, *, size: float | None = None, broken: bool = False
) -> Observation:
    """A film measured: the time of fall, how wide the ball is, whether it teleports."""
    seen = making.observation(seconds)
    if size is not None:
        quantity = Quantity(value=size, unit=Unit.METRE, uncertainty=0.002)
        wide = making.evidence(0, name="ball_length", source=EvidenceSource.MEASUREMENT)
        seen = seen.revised(evidence=(*seen.evidence, wide.revised(quantity=quantity)))
    if broken:
        jump = Violation(law=Law.TELEPORT, frames=FrameRange(first=3, last=4), subject="ball")
        seen = seen.revised(violations=(jump,), verdict=Verdict.IMPOSSIBLE)
    return seen


def model(verdict: Verdict, share: float = 0.2, samples: int = 3) -> Observation:
    """What a vision model makes of it."""
    agent = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="gemini-x")
    told = making.evidence(
        0, name="lands", source=EvidenceSource.VISION_MODEL, observation_id="obs_2"
    ).revised(
        quantity=Quantity(value=share, unit=Unit.ONE, uncertainty=0.16),
        frames=FrameRange(first=2, last=9),
    )
    return making.observation(
        None, observation_id="obs_2", observer=agent, availability=ObserverAvailability.SUCCESS
    ).revised(evidence=(told,), abstentions=(), verdict=verdict, samples=samples)


def looked(solver: float | None = OK, *, visual: bool = False, seen_only: bool = False) -> Beat:
    claims = (
        (making.constraint(admits=(EvidenceSource.MEASUREMENT,)),)
        if seen_only
        else (making.constraint(),)
    )
    beat = making.beat(solver, visual=visual, constraints=(*claims, SIZE))
    return beat.revised(checks=(UPRIGHT,))


TAMPERED = making.observation(None, reason=AbstentionReason.INCONSISTENT_PREMISE)


@pytest.mark.parametrize(
    ("row", "beat", "observations", "state"),
    [
        ("as stated", looked(None, visual=True), (film(size=1.0),), ACCEPTED),
        ("of something else", looked(visual=True), (film(size=0.7),), INCOMPLETE),
        ("of something else, broken", looked(visual=True), (film(BROKEN, size=0.7),), INCOMPLETE),
        ("closed form, of something else", looked(), (film(size=0.7),), ACCEPTED),
        ("closed form, film decides", looked(seen_only=True), (film(size=0.7),), INCOMPLETE),
        ("another film", looked(visual=True), (TAMPERED,), INCOMPLETE),
        ("closed form, another film", looked(), (TAMPERED,), ACCEPTED),
        ("law broken", looked(None, visual=True), (film(broken=True),), REJECTED),
        ("law broken, solver says yes", looked(visual=True), (film(broken=True),), UNCERTAIN),
        ("law broken, solver says no", looked(BROKEN, visual=True), (film(broken=True),), REJECTED),
        ("blocking, law broken", with_impact(looked(), BLOCKING), (film(broken=True),),
         INCOMPLETE),
        ("closed form, law broken", looked(), (film(broken=True),), ACCEPTED),
        ("film decides, broken", looked(seen_only=True), (film(broken=True),), REJECTED),
        ("denied", looked(None, visual=True), (film(None), model(Verdict.CONTRADICTS)), REJECTED),
        ("denied, solved", looked(visual=True), (film(None), model(Verdict.CONTRADICTS)),
         UNCERTAIN),
        ("denied by two samples", looked(None, visual=True),
         (film(None), model(Verdict.CONTRADICTS, samples=2)), INCOMPLETE),
        ("denied without a word", looked(None, visual=True),
         (film(None), model(Verdict.CONTRADICTS).revised(evidence=())), INCOMPLETE),
        ("denied by who failed", looked(None, visual=True),
         (film(None), model(Verdict.IMPOSSIBLE).revised(availability=FAILED)), INCOMPLETE),
        ("measured twice, differently", looked(None, visual=True),
         (film(OK), making.observation(BROKEN, observation_id="obs_3")), INCOMPLETE),
        ("denied, measured", looked(visual=True), (film(), model(Verdict.CONTRADICTS)), UNCERTAIN),
        ("closed form, denied", looked(), (film(), model(Verdict.IMPOSSIBLE)), ACCEPTED),
        ("film decides, denied", looked(seen_only=True), (film(), model(Verdict.BLOCKS)),
         UNCERTAIN),
        ("unsure model", looked(visual=True), (film(), model(Verdict.UNCERTAIN)), ACCEPTED),
        ("model agrees", looked(visual=True), (film(), model(Verdict.VALID, 0.8)), ACCEPTED),
        ("only a model saw it", looked(visual=True), (film(None), model(Verdict.VALID, 0.8)),
         INCOMPLETE),
        ("solver forbids", looked(BROKEN), (film(size=0.7, broken=True),), REJECTED),
    ],
)  # fmt: skip
def test_each_row_about_what_stands_against_a_film(row, beat, observations, state):
    judgement = judge(beat, observations)

    assert judgement.state is state, f"{row}: {judgement.because}"
    assert judge(beat, observations[::-1]) == judgement


def test_what_stands_against_a_film_is_named_and_costs_confidence():
    def told(*observations):
        judgement = judge(looked(), observations)
        assert judgement.confidence is not None
        return judgement.constraints_discovered, judgement.confidence.value

    names, agreed = told(film(size=1.0))
    assert names == ()
    names, unlike = told(film(size=0.7))
    assert names == ("inconsistent_premise", "render_unfaithful")
    names, _ = told(TAMPERED)
    assert names == ("inconsistent_premise", "render_unfaithful")
    names, broken = told(film(broken=True))
    assert names == ("teleport", "render_unfaithful")
    names, denied = told(film(), model(Verdict.CONTRADICTS))
    assert names == ("fall_time_at_most", "observers_disagree")
    assert max(unlike, broken, denied) < agreed


def test_a_film_of_something_else_is_said_to_be_what_leaves_a_claim_open():
    judgement = judge(looked(seen_only=True), (film(size=0.7),))
    assert judgement.because.startswith("nothing decides")
    assert "does not show what was stated: the ball is 1 m wide, but" in judgement.because


def test_a_rejection_for_a_broken_law_has_its_reason_in_words_and_terms():
    judgement = judge(looked(None, visual=True), (film(broken=True),))
    assert judgement.because == "the film shows a law broken: teleport (ball, frames 3 to 4)"
    assert judgement.constraints_discovered == ("teleport", "render_unfaithful")
    assert judgement.confidence is not None
    assert judgement.confidence.value > 0.6


@given(st.floats(0.5, 1.0), st.floats(1.0, 2.05), st.floats(0.001, 0.02))
def test_a_model_that_agrees_never_lowers_confidence_and_counts_at_most_4_to_1(share, seen, u):
    beat = looked()
    alone = judge(beat, (making.observation(seen, u=u),)).confidence
    seconded = judge(beat, (making.observation(seen, u=u), model(Verdict.VALID, share))).confidence
    assert alone is not None
    assert seconded is not None
    assert seconded.value >= alone.value
    (term,) = [t for t in seconded.terms if t.name == "vision_model"]
    assert term.value <= 0.8


def test_an_unavailable_observer_lowers_confidence_and_is_named() -> None:
    watched = judge(making.beat(OK), (making.observation(OK),))
    alone = judge(making.beat(OK), (UNAVAILABLE,))

    assert watched.confidence is not None
    assert alone.confidence is not None
    assert alone.confidence.value < watched.confidence.value
    assert alone.constraints_discovered == ("observer_unavailable",)
    assert watched.constraints_discovered == ()


def test_a_conflict_is_recorded_and_costs_confidence() -> None:
    agreed = judge(making.beat(OK), (making.observation(OK),))
    disputed = judge(making.beat(OK), (making.observation(BROKEN),))

    assert [c.claim for c in disputed.conflicts] == ["lands_in_time"]
    assert "render_unfaithful" in disputed.constraints_discovered
    assert disputed.confidence is not None
    assert agreed.confidence is not None
    assert disputed.confidence.value < 0.6 < agreed.confidence.value


def test_a_missing_parameter_is_named_as_missing_evidence() -> None:
    judgement = judge(making.beat(None, missing=("height",)), ())

    assert ("height", AbstentionReason.PARAMETER_NOT_GIVEN) in [
        (m.name, m.reason) for m in judgement.missing_evidence
    ]
    assert "height" in judgement.because


def test_rejected_by_the_solver_is_forbidden_by_physics_and_rejected_by_film_is_not() -> None:
    assert judge(making.beat(BROKEN), ()).forbidden_by_physics
    seen = judge(making.beat(None, visual=True), (making.observation(BROKEN),))
    assert not seen.forbidden_by_physics
    assert seen.constraints_discovered == ("fall_time_at_most",)


def test_a_claim_only_the_film_can_show_is_not_accepted_by_the_solver_alone() -> None:
    shown = making.constraint(
        "tilt_time", claim="stands", admits=(EvidenceSource.MEASUREMENT,), limit=1.0
    )
    beat = making.beat(OK, constraints=(making.constraint(), shown))

    assert judge(beat, (making.observation(OK),)).state is INCOMPLETE


def test_a_low_appetite_for_risk_wants_three_sigma() -> None:
    beat = making.beat(2.1 - 0.025)

    assert judge(beat, (), guard=guard_of(RiskProfile.MEDIUM)).state is ACCEPTED
    assert judge(beat, (), guard=guard_of(RiskProfile.LOW)).state is UNCERTAIN


def test_an_equivalence_test_holds_within_its_tolerance_only() -> None:
    law = Constraint(
        constraint_id="about_two",
        claim="law",
        kind=ConstraintKind.LAW,
        law="a law",
        statement="it takes about two seconds",
        quantity="fall_time",
        comparison=Comparison.WITHIN,
        threshold=Quantity(value=2.0, unit=Unit.SECOND),
        tolerance=Quantity(value=0.1, unit=Unit.SECOND),
    )
    for value, state in ((2.0, ACCEPTED), (2.05, ACCEPTED), (2.2, REJECTED), (1.8, REJECTED)):
        assert judge(making.beat(value, constraints=(law,)), ()).state is state


times = st.floats(min_value=0.5, max_value=4.0)
spreads = st.floats(min_value=0.0, max_value=0.5)


@given(times, spreads, times, spreads, st.booleans())
def test_removing_the_required_evidence_never_yields_acceptance(
    solver: float, u: float, seen: float, v: float, visual: bool
) -> None:
    beat = making.beat(None, u=u, visual=visual)

    assert judge(beat, ()).state is not ACCEPTED
    assert judge(making.beat(solver, u=u, visual=True), ()).state is not ACCEPTED
    assert judge(making.beat(None), (making.observation(seen, u=v),)).state is not ACCEPTED


@given(times, spreads, st.lists(st.tuples(times, spreads), min_size=2, max_size=4), st.booleans())
def test_the_order_of_observations_does_not_matter(
    solver: float, u: float, seen: list[tuple[float, float]], visual: bool
) -> None:
    beat = making.beat(solver, u=u, visual=visual)
    observations = [
        making.observation(t, u=v, observation_id=f"obs_{i}") for i, (t, v) in enumerate(seen)
    ]
    judgements = {
        judge(beat, tuple(order)).canonical_json() for order in itertools.permutations(observations)
    }

    assert len(judgements) == 1


@given(
    st.floats(min_value=1.0, max_value=2.05),
    st.floats(min_value=0.001, max_value=0.02),
    st.floats(min_value=1.0, max_value=2.05),
    st.floats(min_value=0.001, max_value=0.02),
)
def test_an_agreeing_measurement_never_lowers_confidence(
    solver: float, u: float, seen: float, v: float
) -> None:
    beat = making.beat(solver, u=u)
    alone = judge(beat, (UNAVAILABLE,)).confidence
    seconded = judge(beat, (making.observation(seen, u=v),))
    if seconded.findings[1].status != "satisfied" or seconded.state is not ACCEPTED:
        return

    assert alone is not None
    assert seconded.confidence is not None
    assert seconded.confidence.value >= alone.value


@given(times, spreads, times, spreads)
def test_a_judgement_survives_its_own_json(solver: float, u: float, seen: float, v: float) -> None:
    judgement = judge(making.beat(solver, u=u), (making.observation(seen, u=v),))

    assert type(judgement).model_validate_json(judgement.canonical_json()) == judgement


@pytest.mark.parametrize(
    ("visual", "impact", "state"),
    [
        (False, None, EpistemicState.ACCEPTED),
        (False, ObserverImpact.CONFIDENCE_ONLY, EpistemicState.ACCEPTED),
        (False, ObserverImpact.BLOCKING, EpistemicState.EPISTEMICALLY_INCOMPLETE),
        (True, None, EpistemicState.EPISTEMICALLY_INCOMPLETE),
        (True, ObserverImpact.BLOCKING, EpistemicState.EPISTEMICALLY_INCOMPLETE),
        (True, ObserverImpact.CONFIDENCE_ONLY, EpistemicState.ACCEPTED),
    ],
)
def test_the_observer_impact_says_what_a_film_without_evidence_does(visual, impact, state):
    judgement = judge(with_impact(making.beat(visual=visual), impact), ())
    assert judgement.state is state


def test_no_impact_makes_an_impossible_goal_anything_else():
    for impact in ObserverImpact:
        judgement = judge(with_impact(making.beat(3.0), impact), ())
        assert judgement.state is EpistemicState.REJECTED


def test_a_model_that_denies_what_all_find_broken_disagrees_with_nobody():
    """That another claim, which it does not speak of, is measured to hold is no disagreement."""
    law = making.constraint("acceleration", claim="gravity", kind=ConstraintKind.LAW)
    of_beat = making.beat(BROKEN, constraints=(making.constraint(), law)).revised(checks=(UPRIGHT,))
    measured = making.observation(BROKEN)
    obeyed = making.evidence(
        1.0, name="acceleration", source=EvidenceSource.MEASUREMENT, observation_id="obs_1"
    )
    measured = measured.revised(evidence=(*measured.evidence, obeyed))
    judged = judge(of_beat, (measured, model(Verdict.CONTRADICTS)))
    assert judged.state is REJECTED
    assert judged.constraints_discovered == ("fall_time_at_most",)
