"""Accounts of episodes, made by hand of the records of one free fall."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from storyworld.records.account import Account, Filming, Run, StepTaken, Walked
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.episode import EpisodeState
from storyworld.records.evidence import Abstention, AbstentionReason, FrameRange, Ledger
from storyworld.records.fact import Fact
from storyworld.records.goal import Backend, Goal, MissingParameter, Span
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.observation import Law, Observation, ObserverAvailability, Violation
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    Link,
    ProvenanceEntry,
    Thing,
    ThingKind,
    Try,
    TryResult,
)
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Vetoed
from storyworld.records.verdict import Conflict, EpistemicState, OutcomeKind
from storyworld.records.world import Transition, WorldNode
from tests.webapp import fall

EPISODE, WORLD = "ep_" + "1" * 26, "wd_" + "2" * 26
ROOT, NODE = "nd_" + "3" * 24, "nd_" + "4" * 24
BEGAN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STATES = {
    OutcomeKind.GOAL_ACHIEVED: EpisodeState.COMPLETED,
    OutcomeKind.GOAL_IMPOSSIBLE: EpisodeState.IMPOSSIBLE,
    OutcomeKind.EPISTEMICALLY_INCOMPLETE: EpisodeState.EPISTEMICALLY_BLOCKED,
    OutcomeKind.GOAL_ABANDONED: EpisodeState.TERMINATED,
}


def run_of(outcome: OutcomeKind, because: str = "", **more: Any) -> Run:
    told = {
        "state": STATES.get(outcome, EpisodeState.EXECUTING),
        "finished_at": BEGAN + timedelta(seconds=12.5),
        **more,
    }
    return Run(
        episode_id=EPISODE,
        world_id=WORLD,
        root_node=ROOT,
        head_node=told.pop("head_node", ROOT),
        backend=Backend.STUB,
        budget_usd=1.0,
        outcome=outcome,
        because=because,
        created_at=BEGAN,
        updated_at=BEGAN + timedelta(seconds=12),
        **told,
    )


def observed(noise: int = 7) -> Observation:
    """An observation named by its noise, so that an account is the same each time."""
    seen = fall.observation(noise)
    name = f"obs_{noise}"
    evidence = (
        e.revised(observation_id=name, evidence_id=f"{name}:{e.name}") for e in seen.evidence
    )
    return seen.revised(observation_id=name, evidence=tuple(evidence))


def walked(
    limit_s: float, *, beat: int = 0, attempt: int = 0, noise: int = 7, imposed: int = 0
) -> Walked:
    key = AttemptKey(episode_id=EPISODE, beat=beat, attempt=attempt)
    film = fall.artifact().revised(imposed_frames=imposed)
    seen = observed(noise)
    return Walked(
        beat=beat,
        attempt=attempt,
        filming=Filming.of(fall.attempt_of(key), film),
        created_at=BEGAN,
        observations=(seen,),
        judgement=fall.judgement_of(limit_s, seen),
    )


def chained(*entries: tuple[int, int, ProvenanceEntry]) -> tuple[Link, ...]:
    links: list[Link] = []
    for place, (beat, attempt, entry) in enumerate(entries):
        before = links[-1].digest() if links else None
        links.append(
            Link(
                episode_id=EPISODE, place=place, beat=beat, attempt=attempt,
                previous=before, entry=entry,
            )
        )  # fmt: skip
    return tuple(links)


def entry(stage: Stage, kind: AgentKind, **more: Any) -> ProvenanceEntry:
    return ProvenanceEntry(
        stage=stage,
        agent=Agent(name=f"{kind}_agent", kind=kind, version="2026.11"),
        used=(Thing(kind=ThingKind.GOAL, name="the goal", sha256="c" * 64),),
        produced=(Thing(kind=ThingKind.BEAT, name="0", sha256="d" * 64),),
        **{"started_at": BEGAN, "finished_at": BEGAN + timedelta(seconds=0.4), **more},
    )


def linked(account: Account, *entries: tuple[int, int, ProvenanceEntry]) -> Account:
    links = chained(*entries)
    return account.revised(links=links, head=links[-1].digest())


def finished(limit_s: float = 2.1) -> Account:
    """A fall that was filmed once, measured and judged: achieved, or refuted by a small limit."""
    goal, walk = fall.goal_of(limit_s), walked(limit_s)
    judgement = walk.judgement
    assert judgement is not None
    held = judgement.state is EpistemicState.ACCEPTED
    seen = walk.observations[0]
    fact = Fact(
        subject="ball",
        attribute="fall_time",
        quantity=seen.evidence[0].quantity,
        observation_id=seen.observation_id,
        evidence_id=seen.evidence[0].evidence_id,
    )
    nodes = (
        WorldNode(node_id=ROOT, world_id=WORLD),
        WorldNode(node_id=NODE, world_id=WORLD, facts=(fact,)),
    )
    transition = Transition(
        transition_id="tr_" + "5" * 24,
        world_id=WORLD,
        episode_id=EPISODE,
        beat=0,
        from_node=ROOT,
        to_node=NODE if held else None,
        observation_id=seen.observation_id,
        video_uri=seen.video_uri,
        video_sha256=fall.SHA,
        state=judgement.state,
        because=judgement.because,
    )
    assert judgement.confidence is not None
    made = Account(
        run=run_of(
            OutcomeKind.GOAL_ACHIEVED if held else OutcomeKind.GOAL_IMPOSSIBLE,
            judgement.because,
            confidence=judgement.confidence.value,
            head_node=NODE if held else ROOT,
        ),
        goal=goal,
        beats=(fall.beat_of(goal, limit_s),),
        walks=(walk,),
        nodes=nodes if held else nodes[:1],
        transitions=(transition,),
    )
    return linked(
        made,
        (0, 0, entry(Stage.PLAN, AgentKind.PLANNER)),
        (0, 0, entry(Stage.RENDER, AgentKind.RENDERER, seed=3, cost_usd=0.25)),
    )


def incomplete() -> Account:
    """A fall that was filmed twice; neither film let the contact be seen, the second for no one."""
    limit_s, name = 2.1, "fall_time"
    missing = Abstention(
        name=name, reason=AbstentionReason.TRACK_LOST, detail="behind the fence from frame 24"
    )
    first = walked(limit_s)
    seen = first.observations[0]
    blind = seen.revised(
        evidence=seen.evidence[1:],
        abstentions=(missing,),
        availability=ObserverAvailability.INSUFFICIENT,
    )
    away = Observation(
        observation_id="obs_away",
        observer=Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="gemini-x"),
        artifact_sha256=fall.SHA,
        video_uri="film:1",
        availability=ObserverAvailability.UNAVAILABLE,
        abstentions=(
            Abstention(name=name, reason=AbstentionReason.OBSERVER_UNAVAILABLE, detail="no key"),
        ),
        because="nobody answered",
    )
    assert first.judgement is not None
    judgement = first.judgement.revised(
        state=EpistemicState.EPISTEMICALLY_INCOMPLETE,
        confidence=None,
        missing_evidence=(missing,),
        ledger=Ledger(evidence=first.judgement.ledger.evidence[:1], missing=(missing,)),
        findings=first.judgement.findings[:1],
        because="the contact was not seen",
    )
    beat = fall.beat_of(fall.goal_of(limit_s), limit_s)
    second = walked(limit_s, attempt=1).revised(observations=(away,), judgement=judgement)
    made = Account(
        run=run_of(OutcomeKind.EPISTEMICALLY_INCOMPLETE, "the contact was not seen"),
        goal=fall.goal_of(limit_s),
        beats=(beat,),
        walks=(first.revised(observations=(blind,), judgement=judgement), second),
        nodes=(WorldNode(node_id=ROOT, world_id=WORLD),),
    )
    asked = Try(agent=away.observer, result=TryResult.RATE_LIMITED, detail="429")
    late = Failure(code=FailureCode.RENDER_TIMEOUT, detail="took too long", fix="try again")
    return linked(
        made,
        (0, 0, entry(Stage.PLAN, AgentKind.PLANNER)),
        (0, 1, entry(Stage.OBSERVE, AgentKind.OBSERVER, cost_usd=None, tries=(asked,))),
        (0, 1, entry(Stage.RENDER, AgentKind.RENDERER, failure=late)),
    )


def vetoed() -> Account:
    because = "A stone without support cannot float: something must carry its weight."
    constraint = Constraint(
        constraint_id="unsupported_body",
        claim="floats",
        kind=ConstraintKind.LANGUAGE,
        law="A body at rest needs a support that carries its weight.",
        statement="a heavy body floats without support",
    )
    return Account(
        run=run_of(OutcomeKind.GOAL_IMPOSSIBLE, because),
        goal=Goal(text="A stone floats motionless in mid-air without support"),
        vetoed=Vetoed(constraints=(constraint,), because=because),
        nodes=(WorldNode(node_id=ROOT, world_id=WORLD),),
    )


def failed() -> Account:
    failure = Failure(
        code=FailureCode.RENDER_FAILED, detail="the encoder ended with 1", fix="see the doctor"
    )
    step = StepTaken(
        beat=0, attempt=0, stage=Stage.RENDER, state="dead", claims=3, sends=1,
        created_at=BEGAN, failure=failure,
    )  # fmt: skip
    key = AttemptKey(episode_id=EPISODE)
    goal = fall.goal_of(2.1)
    return Account(
        run=run_of(OutcomeKind.IN_PROGRESS, state=EpisodeState.FAILED, failure=failure),
        goal=goal,
        beats=(fall.beat_of(goal, 2.1),),
        walks=(Walked(beat=0, attempt=0, filming=Filming.of(fall.attempt_of(key), None)),),
        nodes=(WorldNode(node_id=ROOT, world_id=WORLD),),
        steps=(step,),
    )


def running() -> Account:
    account = failed()
    run = run_of(OutcomeKind.IN_PROGRESS, finished_at=None)
    return account.revised(run=run, steps=())


def terminated() -> Account:
    return failed().revised(run=run_of(OutcomeKind.GOAL_ABANDONED, "Terminated by hand."), steps=())


def several() -> Account:
    """Two beats, the first filmed twice, with all there may be to tell of them."""
    account = finished()
    goal = account.goal
    first = account.beats[0].revised(title="the ball falls")
    lacking = MissingParameter(name="drag", unit=Unit.ONE, because="it decides")
    intent = first.scenario.intent.revised(unused=(Span(start=0, end=7, text="A steel"),))
    scenario = first.scenario.revised(missing=(lacking,), intent=intent)
    second = first.revised(index=1, title="it rolls on", scenario=scenario)
    seen = observed(3)
    broken = Violation(
        law=Law.HOVERING, frames=FrameRange(first=3, last=9), subject="ball", words="it hangs"
    )
    judgement = fall.judgement_of(1.5, seen)
    torn = Conflict(claim="falls_in_time", findings=(), words="solver: yes, measurement: no")
    last = walked(1.5, beat=1, noise=3, imposed=4).revised(
        observations=(seen.revised(violations=(broken,)),),
        judgement=judgement.revised(conflicts=(torn,)),
    )
    walks = (walked(1.5, noise=1), walked(2.1, attempt=1), last)
    return account.revised(goal=goal, beats=(first, second), walks=walks)


ALL = {
    "achieved": finished,
    "refuted": lambda: finished(1.5),
    "incomplete": incomplete,
    "vetoed": vetoed,
    "failed": failed,
    "running": running,
    "terminated": terminated,
    "several": several,
}


def hostile(account: Account, payload: str) -> Account:
    """Put a payload wherever the records let one put any text at all."""
    told = account.model_dump(mode="json")
    for holder, name in list(_texts(told)):
        kept, holder[name] = holder[name], payload
        try:
            Account.model_validate(told)
        except ValidationError:
            holder[name] = kept
    return Account.model_validate(told)


def _texts(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for name, held in pairs:
        if isinstance(held, (dict, list)):
            yield from _texts(held)
        elif isinstance(held, str):
            yield value, name
