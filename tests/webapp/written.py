"""Episodes written into an archive as the workers would have written them."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storyworld.archive import attempts, episodes, provenance, runs, steps, world
from storyworld.archive.engine import writing
from storyworld.records.constraint import Constraint, ConstraintKind, Finding
from storyworld.records.episode import EpisodeState
from storyworld.records.fact import Fact
from storyworld.records.goal import (
    Backend,
    Goal,
)
from storyworld.records.identity import AttemptKey, Stage, new_id
from storyworld.records.observation import Observation
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    ProvenanceEntry,
    Try,
    total_usd,
)
from storyworld.records.scenario import (
    Vetoed,
)
from storyworld.records.verdict import (
    EpistemicState,
    Judgement,
    OutcomeKind,
)
from storyworld.records.world import Commitment, NextStep, Transition, WorldNode
from tests.webapp import fall
from tests.webapp.fall import SHA, goal_of


def queued(engine: Engine, goal: Goal) -> str:
    with writing(engine) as session:
        created = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=1.0, queue_limit=10_000
        )
    return created.summary.episode_id


def finished(
    engine: Engine,
    limit_s: float = 2.1,
    extra: str = "",
    noise: int = 7,
    beside: tuple[Observation, ...] = (),
    besides: tuple[tuple[Constraint, Finding], ...] = (),
    pace: float = 1.0,
) -> str:
    """Write a free fall that was solved, filmed, measured, judged and committed.

    `beside` are observations of others than the one that measured, `besides` what else was found.
    """
    goal = goal_of(limit_s, extra)
    key = AttemptKey(episode_id=queued(engine, goal))
    observation = fall.observation(noise)
    judgement = fall.judgement_of(limit_s, observation)
    judgement = judgement.revised(
        constraints=(*judgement.constraints, *(c for c, _ in besides)),
        findings=(*judgement.findings, *(f for _, f in besides)),
    )
    with writing(engine) as session:
        for place, stage in enumerate(Stage):
            through(session, key, stage, place)
            if stage is Stage.PLAN:
                beat = fall.beat_of(goal, limit_s).revised(constraints=judgement.constraints)
                attempts.save_beats(session, key.episode_id, [beat])
                attempts.open_attempt(session, fall.attempt_of(key, pace))
            elif stage is Stage.RENDER:
                attempts.save_artifact(session, key, fall.artifact())
            elif stage is Stage.OBSERVE:
                attempts.save_observations(session, key, (observation, *beside))
            elif stage is Stage.EVALUATE:
                attempts.save_judgement(session, key, judgement)
            else:
                committed(session, key, judgement, observation)
    return key.episode_id


def running(engine: Engine, goal: Goal | None = None) -> str:
    """Write an episode that was planned and is being rendered."""
    goal = goal or goal_of(2.1)
    key = AttemptKey(episode_id=queued(engine, goal))
    with writing(engine) as session:
        through(session, key, Stage.PLAN, 0)
        attempts.save_beats(session, key.episode_id, [fall.beat_of(goal, 2.1)])
        attempts.open_attempt(session, fall.attempt_of(key))
        now = datetime.now(UTC).timestamp()
        steps.add(session, key.at(Stage.RENDER), now=now, due=now + 60)
        assert steps.claim(session, key.at(Stage.RENDER), now=now, lease_s=60)
        runs.advance(session, key.episode_id, EpisodeState.EXECUTING)
    return key.episode_id


def filmed_again(engine: Engine, because: str) -> str:
    """Write an episode whose film showed too little, and is made a second time for a reason."""
    episode_id = running(engine)
    key = AttemptKey(episode_id=episode_id, attempt=1)
    again = fall.attempt_of(key).revised(object_key=f"films/{episode_id}/1.mp4", because=because)
    with writing(engine) as session:
        attempts.open_attempt(session, again)
        now = datetime.now(UTC).timestamp()
        steps.add(session, key.at(Stage.RENDER), now=now, due=now + 60)
    return episode_id


def watched(engine: Engine, episode_id: str, tried: Try) -> None:
    """Write that a model was asked what a film shows."""
    now = datetime.now(UTC)
    entry = ProvenanceEntry(
        stage=Stage.OBSERVE,
        agent=tried.agent,
        started_at=now,
        finished_at=now,
        tries=(tried,),
        cost_usd=total_usd((tried,)),
    )
    with writing(engine) as session:
        provenance.add(session, AttemptKey(episode_id=episode_id), entry)


def vetoed(
    engine: Engine, text: str = "A stone floats motionless in mid-air without support"
) -> str:
    """Write an episode that the gate refused."""
    key = AttemptKey(episode_id=queued(engine, Goal(text=text)))
    because = "A stone without support cannot float: something must carry its weight."
    constraint = Constraint(
        constraint_id="unsupported_body",
        claim="floats",
        kind=ConstraintKind.LANGUAGE,
        law="A body at rest needs a support that carries its weight.",
        statement="a heavy body floats without support",
    )
    with writing(engine) as session:
        through(session, key, Stage.PLAN, 0)
        runs.veto(session, key.episode_id, Vetoed(constraints=(constraint,), because=because))
        runs.end(session, key.episode_id, _ending(OutcomeKind.GOAL_IMPOSSIBLE, because))
    return key.episode_id


def failed(engine: Engine, detail: str = "the encoder ended with status 1") -> str:
    """Write an episode whose machinery failed."""
    key = AttemptKey(episode_id=queued(engine, goal_of(2.1)))
    failure = Failure(code=FailureCode.RENDER_FAILED, detail=detail, fix="run storyworld doctor")
    now = datetime.now(UTC).timestamp()
    with writing(engine) as session:
        assert steps.claim(session, key.at(Stage.PLAN), now=now, lease_s=60)
        assert steps.bury(session, key.at(Stage.PLAN), now=now, failure=failure)
        runs.fail(session, key.episode_id, failure)
    return key.episode_id


def hostile(engine: Engine, payload: str) -> str:
    """Write an episode in which everything a stranger can write is `payload`."""
    key = AttemptKey(episode_id=queued(engine, Goal(text=payload)))
    limit_s = 2.1
    observation = fall.observation(7, because=payload, method=payload, abstention=payload)
    judgement = fall.judgement_of(limit_s, observation).revised(because=payload)
    with writing(engine) as session:
        for place, stage in enumerate(Stage):
            through(session, key, stage, place, failure=payload)
            if stage is Stage.PLAN:
                beat = fall.beat_of(goal_of(limit_s), limit_s).revised(title=payload)
                attempts.save_beats(session, key.episode_id, [beat])
                attempts.open_attempt(session, fall.attempt_of(key))
            elif stage is Stage.RENDER:
                attempts.save_artifact(session, key, fall.artifact())
            elif stage is Stage.OBSERVE:
                attempts.save_observations(session, key, (observation,))
            elif stage is Stage.EVALUATE:
                attempts.save_judgement(session, key, judgement)
        runs.end(session, key.episode_id, _ending(OutcomeKind.UNCERTAIN_TERMINATION, payload))
    return key.episode_id


def through(
    session: Session, key: AttemptKey, stage: Stage, place: int, failure: str | None = None
) -> None:
    """Walk one step: its row added (the first one is there), claimed, finished, recorded."""
    step, now = key.at(stage), datetime.now(UTC).timestamp() + 0.05 * place
    if stage is not Stage.PLAN:
        steps.add(session, step, now=now, due=now + 60)
    assert steps.claim(session, step, now=now, lease_s=60)
    assert steps.finish(session, step, now=now + 0.04)
    kinds = dict(zip(Stage, (AgentKind.PLANNER, AgentKind.RENDERER, AgentKind.OBSERVER,
                             AgentKind.EVALUATOR, AgentKind.COMMITTER), strict=True))  # fmt: skip
    provenance.add(
        session,
        key,
        ProvenanceEntry(
            stage=stage,
            agent=Agent(name=f"{stage}_agent", kind=kinds[stage], version="1"),
            used=(SHA,),
            produced=(SHA,) if stage is Stage.RENDER else (),
            started_at=datetime.fromtimestamp(now, UTC),
            finished_at=datetime.fromtimestamp(now + 0.04, UTC),
            seed=0 if stage is Stage.RENDER else None,
            timings_ms=(("work", 38.0),),
            failure=None if failure is None else Failure(
                code=FailureCode.INTERNAL, detail=failure, transient=True
            ),
        ),
    )  # fmt: skip


def committed(
    session: Session, key: AttemptKey, judgement: Judgement, observation: Observation
) -> None:
    """Write the transition of a judgement, and end the episode by it."""
    held = judgement.state is EpistemicState.ACCEPTED
    start = world.head(session, key.episode_id)
    fact = Fact(
        subject="ball",
        attribute="fall_time",
        quantity=observation.evidence[0].quantity,
        observation_id=observation.observation_id,
        evidence_id=observation.evidence[0].evidence_id,
    )
    node = WorldNode(node_id=new_id("nd"), world_id=start.world_id, facts=(fact,)) if held else None
    transition = Transition(
        transition_id=new_id("tr"),
        world_id=start.world_id,
        episode_id=key.episode_id,
        beat=key.beat,
        from_node=start.node_id,
        to_node=node.node_id if node else None,
        observation_id=observation.observation_id,
        video_uri=observation.video_uri,
        video_sha256=SHA,
        state=judgement.state,
        because=judgement.because,
    )
    outcome = OutcomeKind.GOAL_ACHIEVED if held else OutcomeKind.GOAL_IMPOSSIBLE
    ending = _ending(outcome, judgement.because, confidence=0.94)
    world.commit(
        session,
        Commitment(
            transition=transition,
            node=node,
            outcome=outcome,
            state=ending.state,
            next=NextStep.STOP,
            because=judgement.because,
        ),
    )
    assert runs.end(session, key.episode_id, ending)


def _ending(outcome: OutcomeKind, because: str, confidence: float | None = None) -> runs.Ending:
    states = {
        OutcomeKind.GOAL_ACHIEVED: EpisodeState.COMPLETED,
        OutcomeKind.GOAL_IMPOSSIBLE: EpisodeState.IMPOSSIBLE,
        OutcomeKind.UNCERTAIN_TERMINATION: EpisodeState.EPISTEMICALLY_BLOCKED,
    }
    return runs.Ending(
        state=states[outcome], outcome=outcome, because=because, confidence=confidence
    )


def archive_at(folder: Path) -> str:
    """Give the URL of an archive file in a folder."""
    return f"sqlite:///{folder / 'storyworld.db'}"
