"""Evaluate: ledger + constraints -> judgement, from rows alone."""

import time
from dataclasses import dataclass

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, runs, steps
from storyworld.composition import House
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.records.goal import RiskProfile
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind, Thing, ThingKind
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement
from tasks import naming
from tasks.app import app
from tasks.step import Message, Onward, Work, Worked, read_key, take


@dataclass(frozen=True)
class _Given:
    key: AttemptKey
    beat: Beat
    observations: tuple[Observation, ...]
    risk: RiskProfile


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    return _Given(
        key=key.of_attempt,
        beat=attempts.beat(session, key),
        observations=attempts.observations(session, key),
        risk=runs.goal(session, key.episode_id).risk_profile,
    )


def _work(_house: House, given: _Given) -> Worked[Judgement]:
    judgement = stages.evaluate(given.beat, given.observations, risk=given.risk)
    return Worked(
        judgement,
        Agent(name="judge", kind=AgentKind.EVALUATOR, version=RULES_VERSION),
        used=(
            Thing.of(ThingKind.BEAT, given.beat.index, given.beat),
            *naming.observed(given.observations),
        ),
        produced=tuple(naming.judged(given.key, judgement)),
    )


def _save(session: Session, here: House, key: StepKey, _given: _Given, made: Judgement) -> Onward:
    attempts.save_judgement(session, key, made)
    following = key.of_attempt.at(Stage.COMMIT)
    now = time.time()
    steps.add(session, following, now=now, due=now + here.settings.resend_after_s)
    return Onward(message=str(following))


_WORK = Work(stage=Stage.EVALUATE, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.evaluate", bind=True)  # type: ignore[untyped-decorator]
def evaluate(self: Task, key: Message) -> Message | None:
    """Judge an attempt."""
    return take(self, key, _WORK)
