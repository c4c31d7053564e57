"""The records of one free fall, as planner, observer and judge would have made them.

Every number is computed from the law of free fall or drawn from a seeded generator, so that a
page which shows it can be held against it.
"""

import math
import random

from storyworld.epistemics.constraints import evaluate
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind, FindingStatus
from storyworld.records.episode import Attempt
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    FrameRange,
    Ledger,
)
from storyworld.records.goal import (
    Backend,
    Domain,
    Goal,
    Intent,
    Parameter,
    ParameterSource,
    Span,
)
from storyworld.records.identity import AttemptKey, new_id
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity, TimeSeries, Unit
from storyworld.records.render import Artifact
from storyworld.records.scenario import (
    Alternative,
    Beat,
    BodyMark,
    BodyRole,
    Camera,
    Framing,
    Measure,
    Prediction,
    Question,
    Scenario,
    Shot,
)
from storyworld.records.verdict import (
    Confidence,
    ConfidenceTerm,
    EpistemicState,
    Judgement,
)

G = 9.80665
HEIGHT_M = 20.0
FALL_S = math.sqrt(2 * HEIGHT_M / G)
FPS = 30.0
SHA = "ab" * 32
MEASURER = Agent(name="measuring", kind=AgentKind.OBSERVER, version="1")


def goal_of(limit_s: float, extra: str = "") -> Goal:
    return Goal(
        text=f"A steel ball dropped from 20 m reaches the ground in under {limit_s} s{extra}"
    )


def constraint_of(limit_s: float) -> Constraint:
    return Constraint(
        constraint_id="falls_in_time",
        claim="falls_in_time",
        kind=ConstraintKind.GOAL,
        law="h = g t²/2",
        statement=f"the ball reaches the ground in under {limit_s} s",
        quantity="fall_time",
        comparison=Comparison.AT_MOST,
        threshold=Quantity(value=limit_s, unit=Unit.SECOND),
    )


def law_of_fall() -> Constraint:
    return Constraint(
        constraint_id="free_fall_law",
        claim="free_fall_law",
        kind=ConstraintKind.LAW,
        law="a = g",
        statement="the ball falls with the acceleration of gravity",
        quantity="vertical_acceleration",
        comparison=Comparison.WITHIN,
        threshold=Quantity(value=G, unit=Unit.METRE_PER_SECOND_SQUARED),
        tolerance=Quantity(value=0.5, unit=Unit.METRE_PER_SECOND_SQUARED),
        admits=(EvidenceSource.MEASUREMENT,),
    )


def solved_time() -> Evidence:
    return Evidence(
        evidence_id="solver:fall_time",
        name="fall_time",
        quantity=Quantity(value=FALL_S, unit=Unit.SECOND, uncertainty=0.003),
        source=EvidenceSource.SOLVER,
        method="closed form",
    )


def beat_of(goal: Goal, limit_s: float) -> Beat:
    start = goal.text.find("20 m")
    height = Parameter(
        name="height",
        quantity=Quantity(value=HEIGHT_M, unit=Unit.METRE),
        source=ParameterSource.USER,
        words=Span(start=start, end=start + 4, text="20 m"),
    )
    gravity = Parameter(
        name="gravity",
        quantity=Quantity(value=G, unit=Unit.METRE_PER_SECOND_SQUARED),
        source=ParameterSource.DEFAULT,
        because="standard gravity",
    )
    intent = Intent(
        text=goal.text,
        domain=Domain.KINEMATICS,
        family="free_fall",
        family_confidence=0.96,
        wanted="in_time",
        parameters=(height,),
    )
    scenario = Scenario(
        intent=intent, family="free_fall", wanted="in_time", parameters=(height, gravity)
    )
    solved = solved_time()
    finding = evaluate(constraint_of(limit_s), solved, EvidenceSource.SOLVER)
    flips = finding.status is FindingStatus.VIOLATED
    return Beat(
        index=0,
        title="the ball falls",
        scenario=scenario,
        constraints=(constraint_of(limit_s), law_of_fall()),
        questions=(
            Question(
                evidence="fall_time",
                measure=Measure.FALL_TIME,
                unit=Unit.SECOND,
                subjects=("ball",),
            ),
        ),
        prediction=Prediction(
            outcome="in_time" if not flips else "too_late",
            equation="t = sqrt(2 h / g)",
            evidence=(solved,),
            findings=(finding,),
            alternatives=alternatives(limit_s) if flips else (),
            explanation="Air drag is neglected.",
        ),
    )


def alternatives(limit_s: float) -> tuple[Alternative, ...]:
    limit = 0.5 * G * limit_s**2
    return (
        Alternative(
            parameter="height",
            asked=Quantity(value=HEIGHT_M, unit=Unit.METRE),
            limit=Quantity(value=limit, unit=Unit.METRE),
            words=f"drop it from {limit:.3g} m or less",
        ),
    )


def attempt_of(key: AttemptKey, pace: float = 1.0) -> Attempt:
    camera = Camera(
        width_px=640,
        height_px=360,
        frame_rate_hz=FPS,
        frame_count=90,
        pixels_per_metre=15.0,
        origin_x_px=320,
        origin_y_px=330,
    )
    ball = BodyMark(name="ball", colour=(200, 60, 30), role=BodyRole.MOVING)
    return Attempt(
        key=key,
        backend=Backend.STUB,
        seed=0,
        framing=Framing(),
        shot=Shot(camera=camera, bodies=(ball,), scale_bar_m=5.0, pace=pace),
        nonce="secret-nonce-0123456789",
        object_key=f"films/{key.episode_id}/0.mp4",
    )


def artifact() -> Artifact:
    return Artifact(
        sha256=SHA, size_bytes=48_211, uri="film:1", backend=Backend.STUB, renderer="stub"
    )


def observation(
    noise: int,
    because: str = "the ball was followed to its first contact",
    method: str = "contact time from the fitted parabola",
    abstention: str = "the contact lasts one frame",
) -> Observation:
    draw = random.Random(noise)
    last = int(FALL_S * FPS)
    seen = [i for i in range(last + 1) if not 24 <= i <= 29]  # a gap, never bridged
    times = [i / FPS for i in seen]
    measured = FALL_S + draw.gauss(0, 0.01)
    observation_id = new_id("ob")

    def evidence(name: str, value: float, unit: Unit, u: float) -> Evidence:
        return Evidence(
            evidence_id=f"{observation_id}:{name}",
            name=name,
            quantity=Quantity(value=value, unit=unit, uncertainty=u),
            source=EvidenceSource.MEASUREMENT,
            method=method,
            frames=FrameRange(first=0, last=last),
            observation_id=observation_id,
        )

    return Observation(
        observation_id=observation_id,
        observer=MEASURER,
        artifact_sha256=SHA,
        video_uri="film:1",
        availability=ObserverAvailability.SUCCESS,
        evidence=(
            evidence("fall_time", measured, Unit.SECOND, 0.01),
            evidence("vertical_acceleration", 9.76, Unit.METRE_PER_SECOND_SQUARED, 0.06),
        ),
        abstentions=(
            Abstention(
                name="impact_speed", reason=AbstentionReason.TOO_FEW_SAMPLES, detail=abstention
            ),
        ),
        series=(
            TimeSeries(
                name="ball_height",
                unit=Unit.METRE,
                times_s=tuple(times),
                values=tuple(HEIGHT_M - 0.5 * G * t * t + draw.gauss(0, 0.04) for t in times),
                uncertainties=tuple(0.15 for _ in times),
            ),
        ),
        verdict=Verdict.VALID,
        because=because,
    )


def judgement_of(limit_s: float, observation: Observation) -> Judgement:
    constraint, law, solved = constraint_of(limit_s), law_of_fall(), solved_time()
    measured, acceleration = observation.evidence
    findings = (
        evaluate(constraint, solved, EvidenceSource.SOLVER),
        evaluate(constraint, measured, EvidenceSource.MEASUREMENT),
        evaluate(law, acceleration, EvidenceSource.MEASUREMENT),
    )
    held = all(f.status is FindingStatus.SATISFIED for f in findings)
    return Judgement(
        rules_version="1",
        state=EpistemicState.ACCEPTED if held else EpistemicState.REJECTED,
        ledger=Ledger(evidence=(solved, measured, acceleration), missing=observation.abstentions),
        constraints=(constraint, law),
        findings=findings,
        confidence=Confidence(
            value=0.94,
            terms=(
                ConfidenceTerm(name="margin", value=0.98, words="the narrowest margin, in u"),
                ConfidenceTerm(name="agreement", value=0.96, words="solver and measurement agree"),
            ),
        ),
        constraints_discovered=() if held else (constraint.constraint_id,),
        missing_evidence=observation.abstentions,
        suggested_alternatives=() if held else alternatives(limit_s),
        forbidden_by_physics=not held,
        because=(
            f"The fall takes {FALL_S:.3f} s, "
            f"{'inside' if held else 'beyond'} the {limit_s} s that were asked."
        ),
    )
