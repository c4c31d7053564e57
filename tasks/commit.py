"""Commit: a judgement becomes a transition or a rejection; then the next attempt, beat or end."""

from dataclasses import dataclass

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, runs, world
from storyworld.composition import House
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.errors import IntegrityError
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.scenario import Framing
from storyworld.records.verdict import Judgement
from storyworld.records.world import Commitment, NextStep
from storyworld.stages.commit import Context, reframed
from tasks import ending, framing
from tasks.app import app
from tasks.step import Message, Onward, Work, Worked, read_key, take


@dataclass(frozen=True)
class _Given:
    context: Context
    judgement: Judgement
    observations: tuple[Observation, ...]


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    judgement = attempts.judgement(session, key)
    if judgement is None:
        raise IntegrityError(f"{key} has no judgement")
    return _Given(
        context=Context(
            key=key.of_attempt,
            beat=attempts.beat(session, key),
            beats_planned=attempts.beat_count(session, key.episode_id),
            risk=runs.goal(session, key.episode_id).risk_profile,
            head=world.head(session, key.episode_id),
        ),
        judgement=judgement,
        observations=attempts.observations(session, key),
    )


def _work(_house: House, given: _Given) -> Worked[Commitment]:
    commitment = stages.commit(given.context, given.judgement, given.observations)
    transition = commitment.transition
    return Worked(
        commitment,
        Agent(name="commit", kind=AgentKind.COMMITTER, version=RULES_VERSION),
        used=(given.judgement.digest(), given.context.head.node_id),
        produced=(transition.transition_id,) if transition else (),
    )


def _save(session: Session, here: House, key: StepKey, given: _Given, made: Commitment) -> Onward:
    ending.carry_out(session, key, made, given.judgement, given.context.beat)
    match made.next:
        case NextStep.STOP:
            return Onward()
        case NextStep.RETRY:
            following = key.of_attempt.revised(attempt=key.attempt + 1)
            last = attempts.attempt(session, key).framing
            return _walk(session, here, following, reframed(last, given.judgement))
        case NextStep.NEXT_BEAT:
            following = AttemptKey(episode_id=key.episode_id, beat=key.beat + 1)
            return _walk(session, here, following, Framing())


def _walk(session: Session, here: House, key: AttemptKey, chosen: Framing) -> Onward:
    beat = attempts.beat(session, key)
    request = framing.open_attempt(session, here, key, beat, chosen)
    return Onward(ring=(key.at(Stage.RENDER), request))


_WORK = Work(stage=Stage.COMMIT, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.commit", bind=True)  # type: ignore[untyped-decorator]
def commit(self: Task, key: Message) -> Message | None:
    """Commit the judgement of an attempt to the world graph."""
    return take(self, key, _WORK)
