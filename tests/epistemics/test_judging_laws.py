"""What holds of every judgement, whatever was claimed, solved and seen."""

import math
import random
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.epistemics.judging import RULES_VERSION, judge
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    FrameRange,
)
from storyworld.records.goal import ObserverImpact
from storyworld.records.observation import (
    Law,
    Observation,
    ObserverAvailability,
    Verdict,
    Violation,
)
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.render import Grounding
from storyworld.records.scenario import Beat, Check, Question
from storyworld.records.verdict import EpistemicState, Judgement
from tests import making

ACCEPTED, REJECTED = EpistemicState.ACCEPTED, EpistemicState.REJECTED
SOLVER, MEASUREMENT = EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT
LIMIT = 2.0
NAMES = ("first", "second", "third")
MODEL = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="gemini-x")
SILENT = (
    ObserverAvailability.UNAVAILABLE,
    ObserverAvailability.FAILED,
    ObserverAvailability.INSUFFICIENT,
)


@dataclass(frozen=True)
class Situation:
    """All that a judgement is made of."""

    beat: Beat
    observations: tuple[Observation, ...]
    guard: float

    @property
    def judged(self) -> Judgement:
        return judge(self.beat, self.observations, guard=self.guard)


def value_of(sigma: float, u: float) -> float:
    """The value that lies so many uncertainties on the right side of the limit."""
    return LIMIT - sigma * u


sigmas = st.floats(-6.0, 6.0)
spreads = st.floats(0.001, 0.1)
admitted = st.sampled_from(((SOLVER,), (MEASUREMENT,), (SOLVER, MEASUREMENT)))


@st.composite
def constraints(draw: st.DrawFn) -> tuple[Constraint, ...]:
    """One to three tests of one to three claims; some are premises, or not required."""
    made = []
    for name in NAMES[: draw(st.integers(1, 3))]:
        premise = draw(st.integers(0, 4)) == 0
        claim = draw(st.sampled_from(("lands_in_time", "holds")))
        kind = ConstraintKind.PREMISE if premise else ConstraintKind.GOAL
        admits = (MEASUREMENT,) if premise else draw(admitted)
        one = making.constraint(name, LIMIT, claim=claim, kind=kind, admits=admits)
        made.append(one.revised(required=not premise and draw(st.integers(0, 5)) > 0))
    return tuple(made)


@st.composite
def beats(draw: st.DrawFn, *, visual: bool | None = None) -> Beat:
    tested = draw(constraints())
    solved = [n for n in NAMES if draw(st.booleans())]
    told = []
    for name in solved:
        u = draw(spreads)
        told.append(making.evidence(value_of(draw(sigmas), u), u, name=name))
    seen = draw(st.booleans()) if visual is None else visual
    made = making.beat(None, visual=seen, constraints=tested)
    intent = made.scenario.intent.revised(
        observer_impact=draw(st.none() | st.sampled_from(ObserverImpact))
    )
    return made.revised(
        scenario=made.scenario.revised(intent=intent),
        prediction=made.prediction.revised(evidence=tuple(told)),
        checks=(Check(name="lands", statement="It lands.", antonym="It stays.",
                      shows=("lands_in_time",)),),
        questions=tuple(
            Question(**{**made.questions[0].model_dump(), "evidence": name}) for name in NAMES
        ),
    )  # fmt: skip


@st.composite
def measured(draw: st.DrawFn, number: int) -> Observation:
    """What one who measures says: of some names evidence, of the others why there is none."""
    name = f"obs_{number}"
    evidence, silent = [], []
    for asked in NAMES:
        if draw(st.booleans()):
            u = draw(spreads)
            item = making.evidence(
                value_of(draw(sigmas), u), u, name=asked, source=MEASUREMENT, observation_id=name
            )
            evidence.append(item)
        else:
            reason = draw(st.sampled_from((AbstentionReason.TRACK_LOST,
                                           AbstentionReason.INCONSISTENT_PREMISE,
                                           AbstentionReason.EVENT_NOT_SEEN)))  # fmt: skip
            silent.append(Abstention(name=asked, reason=reason, detail=f"{reason}, says {name}"))
    laws = draw(st.lists(st.sampled_from(Law), max_size=2))
    where = FrameRange(first=number, last=number + 3)
    return making.observation(None, observation_id=name).revised(
        evidence=tuple(evidence),
        abstentions=tuple(silent),
        violations=tuple(Violation(law=law, frames=where) for law in laws),
        availability=ObserverAvailability.SUCCESS
        if evidence
        else ObserverAvailability.INSUFFICIENT,
        grounding=draw(st.sampled_from((None, Grounding.SIMULATED, Grounding.FREE))),
    )


@st.composite
def told(draw: st.DrawFn, number: int) -> Observation:
    """What a model tells."""
    name = f"obs_{number}"
    item = making.evidence(
        draw(st.floats(0, 1)), 0.1, name="lands", source=EvidenceSource.VISION_MODEL,
        observation_id=name,
    )  # fmt: skip
    agent = MODEL.revised(name=f"model_{number}")
    return making.observation(None, observation_id=name, observer=agent).revised(
        evidence=(item.revised(frames=FrameRange(first=1, last=2)),),
        abstentions=(),
        availability=ObserverAvailability.SUCCESS,
        verdict=draw(st.sampled_from(Verdict)),
        samples=draw(st.integers(0, 5)),
    )


@st.composite
def situations(draw: st.DrawFn, *, visual: bool | None = None) -> Situation:
    seen = [draw(measured(n)) for n in range(draw(st.integers(0, 3)))]
    seen += [draw(told(n)) for n in range(3, 3 + draw(st.integers(0, 2)))]
    return Situation(draw(beats(visual=visual)), tuple(seen), draw(st.sampled_from((2.0, 3.0))))


@given(situations(), st.randoms(use_true_random=False))
def test_no_order_of_observations_or_of_evidence_within_matters(
    there: Situation, chance: random.Random
) -> None:
    def shuffled(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(items, len(items)))

    mixed = [
        o.revised(
            evidence=shuffled(o.evidence),
            abstentions=shuffled(o.abstentions),
            violations=shuffled(o.violations),
        )
        for o in there.observations
    ]
    chance.shuffle(mixed)
    again = Situation(there.beat, tuple(mixed), there.guard)
    assert again.judged.canonical_json() == there.judged.canonical_json()


@given(situations())
def test_every_judgement_says_its_rules_survives_its_own_json_and_is_made_again(
    there: Situation,
) -> None:
    judgement = there.judged
    assert judgement.rules_version == RULES_VERSION
    assert type(judgement).model_validate_json(judgement.canonical_json()) == judgement
    assert there.judged.canonical_json() == judgement.canonical_json()
    decided = judgement.state in (ACCEPTED, REJECTED)
    assert (judgement.confidence is not None) == decided
    cited = {i for f in judgement.findings for i in f.evidence_ids}
    assert cited <= {e.evidence_id for e in judgement.ledger.evidence}


@given(situations())
def test_a_goal_without_a_required_constraint_is_never_accepted(there: Situation) -> None:
    loose = tuple(c.revised(required=False) for c in there.beat.constraints)
    assert judge(there.beat.revised(constraints=loose), there.observations).state is not ACCEPTED
    assert judge(there.beat.revised(constraints=()), there.observations).state is not ACCEPTED


def without(beat: Beat, name: str) -> Beat:
    """The same beat, of which the solver does not say this."""
    kept = tuple(e for e in beat.prediction.evidence if e.name != name)
    return beat.revised(prediction=beat.prediction.revised(evidence=kept))


def unseen(observations: tuple[Observation, ...], name: str) -> tuple[Observation, ...]:
    """The same observations, of which none measures this."""
    return tuple(
        o.revised(evidence=tuple(e for e in o.evidence if e.name != name)) for o in observations
    )


@st.composite
def held(draw: st.DrawFn, *, visual: bool) -> Situation:
    """A goal that is seen to hold, by solver and film: each claim by so many uncertainties."""
    names = NAMES[: draw(st.integers(1, 3))]
    tested = tuple(making.constraint(n, LIMIT, claim=f"{n}_holds") for n in names)
    right = st.floats(2.1, 6.0)

    def items(source: EvidenceSource, by: str | None) -> tuple[Evidence, ...]:
        found = []
        for name in names:
            u = draw(spreads)
            found.append(
                making.evidence(
                    value_of(draw(right), u), u, name=name, source=source, observation_id=by
                )
            )
        return tuple(found)

    beat = making.beat(None, visual=visual, constraints=tested)
    beat = beat.revised(prediction=beat.prediction.revised(evidence=items(SOLVER, None)))
    seen = making.observation(OK_S).revised(evidence=items(MEASUREMENT, "obs_1"))
    return Situation(beat, (seen,), 2.0)


OK_S = 1.0


@given(held(visual=True), st.data())
def test_removing_what_was_required_to_be_seen_never_leaves_an_acceptance(
    there: Situation, data: st.DataObject
) -> None:
    assert there.judged.state is ACCEPTED
    name = data.draw(st.sampled_from([c.quantity for c in there.beat.constraints]))
    assert name is not None
    blind = unseen(there.observations, name)
    assert judge(there.beat, blind).state is not ACCEPTED
    assert judge(there.beat, ()).state is not ACCEPTED


@given(held(visual=False), st.data())
def test_removing_what_the_solver_says_never_leaves_an_acceptance(
    there: Situation, data: st.DataObject
) -> None:
    assert there.judged.state is ACCEPTED
    name = data.draw(st.sampled_from([c.quantity for c in there.beat.constraints]))
    assert name is not None
    assert judge(without(there.beat, name), there.observations).state is not ACCEPTED


@settings(max_examples=300)
@given(situations(), st.data())
def test_no_claim_of_which_nothing_is_known_leaves_an_acceptance(
    there: Situation, data: st.DataObject
) -> None:
    """Whatever else was claimed, solved and seen: every required claim has to be decided."""
    required = [c for c in there.beat.constraints if c.required]
    if not required:
        return
    claim = data.draw(st.sampled_from(sorted({c.claim for c in required})))
    beat, observations = there.beat, there.observations
    for constraint in required:
        if constraint.claim == claim and constraint.quantity is not None:
            beat = without(beat, constraint.quantity)
            observations = unseen(observations, constraint.quantity)
    assert judge(beat, observations, guard=there.guard).state is not ACCEPTED


@given(held(visual=False), st.data(), st.integers(0, 3))
def test_agreeing_evidence_never_lowers_confidence(
    there: Situation, data: st.DataObject, already: int
) -> None:
    """Of claims that were not measured yet, and of those that were, more precisely."""
    (seen,) = there.observations
    before = seen.revised(evidence=seen.evidence[:already])
    worst = min((LIMIT - e.quantity.value) / e.quantity.uncertainty for e in seen.evidence)
    more = []
    for place, item in enumerate(seen.evidence):
        q, name = item.quantity, f"obs_2:{item.name}"
        sigma = max(worst, (LIMIT - q.value) / q.uncertainty)
        closer = q.revised(uncertainty=q.uncertainty / 2)
        fresh = q.revised(value=value_of(sigma, q.uncertainty))
        chosen = closer if place < already else fresh
        if data.draw(st.booleans()):
            more.append(item.revised(evidence_id=name, observation_id="obs_2", quantity=chosen))
    agreeing = seen.revised(observation_id="obs_2", evidence=tuple(more))
    first = judge(there.beat, (before,))
    second = judge(there.beat, (before, agreeing))
    assert first.state is second.state is ACCEPTED
    assert first.confidence is not None
    assert second.confidence is not None
    assert second.confidence.value >= first.confidence.value - 1e-12


@given(beats(), st.lists(st.sampled_from(SILENT), max_size=4), st.sampled_from(AbstentionReason))
def test_no_failure_of_an_observer_refutes_anything(
    beat: Beat, silent: list[ObserverAvailability], reason: AbstentionReason
) -> None:
    """What is rejected with them is rejected without: the solver forbids it."""
    observations = tuple(
        making.observation(
            None, observation_id=f"obs_{n}", availability=availability, reason=reason
        )
        for n, availability in enumerate(silent)
    )
    judgement = judge(beat, observations)
    if judgement.state is REJECTED:
        assert judgement.forbidden_by_physics
        assert judge(beat, ()).state is REJECTED


@given(situations())
def test_what_physics_does_not_forbid_is_rejected_only_for_what_was_seen(there: Situation) -> None:
    judgement = there.judged
    if judgement.state is REJECTED and not judgement.forbidden_by_physics:
        assert any(o.evidence or o.violations for o in there.observations)
        assert judgement.constraints_discovered
    assert not math.isnan(judgement.confidence.value if judgement.confidence else 0.0)
