"""Plan: read, gate, solve; then open the first attempt, or end what filming cannot settle."""

from collections.abc import Iterator
from dataclasses import dataclass

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, runs, world
from storyworld.composition import House
from storyworld.planners.order import Once
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.provenance import Thing, ThingKind
from storyworld.records.scenario import Plan, Vetoed
from storyworld.records.verdict import Judgement, OutcomeKind
from storyworld.records.world import Commitment, WorldNode
from storyworld.stages.commit import Context
from tasks import ending, framing, naming
from tasks.app import app
from tasks.step import AskedInVainError, Message, Onward, Work, Worked, read_key, take


@dataclass(frozen=True)
class _Given:
    key: AttemptKey
    goal: Goal
    head: WorldNode


@dataclass(frozen=True)
class _Settled:
    """What became of the first beat that no film can settle."""

    key: AttemptKey
    judgement: Judgement
    commitment: Commitment


@dataclass(frozen=True)
class _Planned:
    plan: Plan | Vetoed
    settled: _Settled | None = None

    def things(self, episode_id: str) -> Iterator[Thing]:
        """Name what was made."""
        if isinstance(self.plan, Vetoed):
            yield Thing.of(ThingKind.VETO, episode_id, self.plan)
            return
        for beat in self.plan.beats:
            yield Thing.of(ThingKind.BEAT, beat.index, beat)
        if self.settled is not None:
            yield from naming.judged(self.settled.key, self.settled.judgement)
            yield from naming.committed(self.settled.key, self.settled.commitment)


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    head = world.head(session, key.episode_id)
    return _Given(key.of_attempt, runs.goal(session, key.episode_id), head)


def _work(here: House, given: _Given) -> Worked[_Planned]:
    planner = Once(here.planner)
    try:
        planned = stages.plan(given.goal, planner=planner, from_node=given.head.node_id)
    except Exception as error:
        raise AskedInVainError(error, planner.agent, planner.tries) from error
    made = _Planned(planned, _settle(given, planned))
    episode_id = given.key.episode_id
    return Worked(
        made,
        planner.agent,
        used=(
            Thing.of(ThingKind.GOAL, episode_id, given.goal),
            Thing.of(ThingKind.NODE, given.head.node_id, given.head),
        ),
        produced=tuple(made.things(episode_id)),
        tries=planner.tries,
    )


def _settle(given: _Given, planned: Plan | Vetoed) -> _Settled | None:
    """Judge the beat that no film can settle, before anything is rendered for it."""
    if isinstance(planned, Vetoed) or planned.open_beat is None:
        return None
    beat = planned.open_beat
    key = given.key.revised(beat=beat.index)
    judgement = stages.evaluate(beat, (), risk=given.goal.risk_profile)
    context = Context(
        key=key,
        beat=beat,
        beats_planned=len(planned.beats),
        head=given.head,
    )
    return _Settled(key, judgement, stages.commit(context, judgement, ()))


def _save(session: Session, here: House, key: StepKey, _given: _Given, made: _Planned) -> Onward:
    planned, settled = made.plan, made.settled
    if isinstance(planned, Vetoed):
        runs.veto(session, key.episode_id, planned)
        impossible = runs.Ending(
            state=EpisodeState.IMPOSSIBLE,
            outcome=OutcomeKind.GOAL_IMPOSSIBLE,
            because=planned.because,
        )
        ending.end(session, key, impossible)
        return Onward()
    attempts.save_beats(session, key.episode_id, planned.beats)
    if settled is not None:
        attempts.save_judgement(session, settled.key, settled.judgement)
        ending.carry_out(session, key, settled.commitment, settled.judgement)
        return Onward()
    runs.advance(session, key.episode_id, EpisodeState.PLANNED)
    asked = framing.at_first(session, key.episode_id)
    request = framing.open_attempt(session, here, key.of_attempt, planned.beats[0], asked)
    return framing.onward(request)


_WORK = Work(stage=Stage.PLAN, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.plan", bind=True)  # type: ignore[untyped-decorator]
def plan(self: Task, key: Message) -> Message | None:
    """Plan the goal of an episode."""
    return take(self, key, _WORK)
