"""Commit: a judgement becomes a transition or a rejection; then the next attempt, beat or end."""

from dataclasses import dataclass
from typing import Final

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, world
from storyworld.composition import House
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.errors import IntegrityError
from storyworld.records.episode import ANOTHER, Reframing
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind, Detail, Thing, ThingKind
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.records.world import Commitment, NextStep
from storyworld.stages.commit import Context
from tasks import again, ending, framing, naming
from tasks.app import app
from tasks.step import Message, Onward, Work, Worked, read_key, take

_OPEN: Final = EpistemicState.EPISTEMICALLY_INCOMPLETE


@dataclass(frozen=True)
class _Given:
    """What is committed; and, if evidence is missing, what there is to film it again with."""

    context: Context
    judgement: Judgement
    observations: tuple[Observation, ...]
    left: again.Left | None


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    judgement = attempts.judgement(session, key)
    if judgement is None:
        raise IntegrityError(f"{key} has no judgement")
    return _Given(
        context=Context(
            key=key.of_attempt,
            beat=attempts.beat(session, key),
            beats_planned=attempts.beat_count(session, key.episode_id),
            head=world.head(session, key.episode_id),
        ),
        judgement=judgement,
        observations=attempts.observations(session, key),
        left=again.left(session, key.of_attempt) if judgement.state is _OPEN else None,
    )


def _work(here: House, given: _Given) -> Worked[Commitment]:
    context = given.context
    if given.left is not None:
        another = again.another(here, context, given.judgement, given.left)
        context = context.revised(another=another)
    commitment = stages.commit(context, given.judgement, given.observations)
    key, head = context.key, context.head
    return Worked(
        commitment,
        Agent(name="commit", kind=AgentKind.COMMITTER, version=RULES_VERSION),
        used=(
            *naming.judged(key, given.judgement),
            Thing.of(ThingKind.NODE, head.node_id, head),
        ),
        produced=tuple(naming.committed(key, commitment)),
        details=_chosen(context),
    )


def _chosen(context: Context) -> tuple[Detail, ...]:
    """Keep what was chosen about another attempt: it takes more than the evidence to choose it."""
    if context.another is None:
        return ()
    return ((ANOTHER, context.another.essential_json()),)


def _save(session: Session, here: House, key: StepKey, given: _Given, made: Commitment) -> Onward:
    ending.carry_out(session, key, made, given.judgement, given.context.beat)
    if made.next is NextStep.NEXT_BEAT:
        following = AttemptKey(episode_id=key.episode_id, beat=key.beat + 1)
        return _walk(session, here, following, framing.at_first(session, key.episode_id))
    if made.reframing is not None:
        following = key.of_attempt.revised(attempt=key.attempt + 1)
        return _walk(session, here, following, made.reframing)
    return Onward()


def _walk(session: Session, here: House, key: AttemptKey, asked: Reframing) -> Onward:
    beat = attempts.beat(session, key)
    request = framing.open_attempt(session, here, key, beat, asked)
    return Onward(ring=(key.at(Stage.RENDER), request))


_WORK = Work(stage=Stage.COMMIT, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.commit", bind=True)  # type: ignore[untyped-decorator]
def commit(self: Task, key: Message) -> Message | None:
    """Commit the judgement of an attempt to the world graph."""
    return take(self, key, _WORK)
