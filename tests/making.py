"""Small records for tests: a beat with one claim tested by solver and measurement."""

from pathlib import Path

from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.episode import Attempt
from storyworld.records.evidence import Abstention, AbstentionReason, Evidence, EvidenceSource
from storyworld.records.goal import Backend, Domain, Intent, MissingParameter
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation, ObserverAvailability
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.render import Artifact, RenderRequest, UploadGrant
from storyworld.records.scenario import (
    Beat,
    Camera,
    Framing,
    Measure,
    Prediction,
    Question,
    Scenario,
    Shot,
)

SHA = "a" * 64
URI = "disk:films/x.mp4"
CAMERA = Camera(
    width_px=640,
    height_px=360,
    frame_rate_hz=30,
    frame_count=60,
    pixels_per_metre=50,
    origin_x_px=0,
    origin_y_px=0,
)
SHOT = Shot(camera=CAMERA)
EPISODE = "ep_" + "0" * 26


def seconds(value: float, u: float = 0.01) -> Quantity:
    return Quantity(value=value, unit=Unit.SECOND, uncertainty=u)


def constraint(
    name: str = "fall_time",
    limit: float = 2.1,
    *,
    claim: str = "lands_in_time",
    kind: ConstraintKind = ConstraintKind.GOAL,
    admits: tuple[EvidenceSource, ...] = (EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT),
) -> Constraint:
    return Constraint(
        constraint_id=f"{name}_at_most",
        claim=claim,
        kind=kind,
        law="constant acceleration",
        statement=f"{name} is at most {limit} s",
        quantity=name,
        comparison=Comparison.AT_MOST,
        threshold=Quantity(value=limit, unit=Unit.SECOND),
        admits=admits,
    )


def evidence(
    value: float,
    u: float = 0.01,
    *,
    name: str = "fall_time",
    source: EvidenceSource = EvidenceSource.SOLVER,
    observation_id: str | None = None,
) -> Evidence:
    return Evidence(
        evidence_id=f"{observation_id or source}:{name}",
        name=name,
        quantity=seconds(value, u),
        source=source,
        method="by hand",
        observation_id=observation_id,
    )


def beat(
    solver_s: float | None = 2.0,
    *,
    u: float = 0.01,
    visual: bool = False,
    missing: tuple[str, ...] = (),
    constraints: tuple[Constraint, ...] | None = None,
    index: int = 0,
) -> Beat:
    intent = Intent(
        text="A ball dropped from 20 m lands in under 2.1 s",
        domain=Domain.KINEMATICS,
        family="free_fall",
        family_confidence=1.0,
        wanted="lands_in_time",
        requires_visual_verification=visual,
    )
    return Beat(
        index=index,
        title="a fall",
        scenario=Scenario(
            intent=intent,
            family="free_fall",
            wanted="lands_in_time",
            parameters=(),
            missing=tuple(
                MissingParameter(name=m, unit=Unit.METRE, because="it decides") for m in missing
            ),
        ),
        constraints=(constraint(),) if constraints is None else constraints,
        questions=(
            Question(
                evidence="fall_time",
                measure=Measure.FALL_TIME,
                unit=Unit.SECOND,
                subjects=("ball",),
                reference="ground",
            ),
        ),
        prediction=Prediction(
            outcome="lands_in_time",
            equation="t = sqrt(2 h / g)",
            evidence=() if solver_s is None else (evidence(solver_s, u),),
        ),
    )


OBSERVER = Agent(name="measuring", kind=AgentKind.OBSERVER, version="1")


def observation(
    measured_s: float | None = 2.0,
    *,
    u: float = 0.01,
    observation_id: str = "obs_1",
    availability: ObserverAvailability | None = None,
    reason: AbstentionReason = AbstentionReason.EVENT_NOT_SEEN,
    observer: Agent = OBSERVER,
) -> Observation:
    seen = measured_s is not None
    return Observation(
        observation_id=observation_id,
        observer=observer,
        artifact_sha256=SHA,
        video_uri=URI,
        availability=availability
        or (ObserverAvailability.SUCCESS if seen else ObserverAvailability.INSUFFICIENT),
        evidence=(
            evidence(
                measured_s,
                u,
                source=EvidenceSource.MEASUREMENT,
                observation_id=observation_id,
            ),
        )
        if measured_s is not None
        else (),
        abstentions=() if seen else (Abstention(name="fall_time", reason=reason),),
    )


def attempt(key: AttemptKey) -> Attempt:
    return Attempt(
        key=key,
        backend=Backend.STUB,
        seed=0,
        framing=Framing(),
        shot=SHOT,
        nonce="n" * 32,
        object_key=f"incoming/{key.episode_id}/{key.beat}-{key.attempt}.mp4",
    )


def artifact(sha256: str = SHA, uri: str = URI, size_bytes: int = 10) -> Artifact:
    return Artifact(
        sha256=sha256, size_bytes=size_bytes, uri=uri, backend=Backend.STUB, renderer="stub"
    )


def write_film(folder: Path, content: bytes = b"film") -> Path:
    path = folder / "film.mp4"
    path.write_bytes(content)
    return path


class Unhurried:
    """A watch that never ends a render, and remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int, str]] = []

    def step(self, done: int, of: int, what: str) -> None:
        self.told.append((done, of, what))


UNHURRIED = Unhurried()


def request(**changes: object) -> RenderRequest:
    asked = RenderRequest(
        key=AttemptKey(episode_id=EPISODE),
        nonce="n" * 32,
        scenario=beat().scenario,
        shot=SHOT,
        backend=Backend.STUB,
        seed=7,
        grant=UploadGrant(object_key="incoming/a/0-0.mp4"),
        deadline_s=10,
    )
    return asked.revised(**changes)
