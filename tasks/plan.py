"""Plan: read, gate, solve; then open the first attempt, or end what filming cannot settle."""

from collections.abc import Iterator
from dataclasses import dataclass

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, memory, owning, runs, world
from storyworld.composition import House
from storyworld.physics.carrying import refers_back
from storyworld.planners.order import Once
from storyworld.records.access import LOCAL
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.prior import Prior
from storyworld.records.provenance import Thing, ThingKind
from storyworld.records.scenario import Beat, Plan, Vetoed
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
    before: Goal | None
    priors: tuple[Prior, ...]

    @property
    def told(self) -> Goal:
        """The goal; that which established its node stands in as the one it refers back to."""
        return self.goal if self.before is None else self.goal.revised(earlier=self.before.text)


@dataclass(frozen=True)
class _Settled:
    """What became of the first beat that no film can settle."""

    key: AttemptKey
    beat: Beat
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
    goal = runs.goal(session, key.episode_id)
    return _Given(
        key=key.of_attempt,
        goal=goal,
        head=world.head(session, key.episode_id),
        before=_referred_to(session, goal),
        priors=memory.offered(session, owning.owner_of(session, key.episode_id) or LOCAL),
    )


def _referred_to(session: Session, goal: Goal) -> Goal | None:
    """Give the goal that established the node this one starts from, if it refers back to it."""
    if goal.from_node is None or goal.earlier is not None:
        return None
    before = world.established_by(session, goal.from_node)
    return before if before is not None and refers_back(goal.text, before.text) else None


def _work(here: House, given: _Given) -> Worked[_Planned]:
    planner = Once(here.planner)
    try:
        planned = stages.plan(given.told, planner=planner, from_node=given.head.node_id)
    except Exception as error:
        raise AskedInVainError(error, planner.agent, planner.tries) from error
    if isinstance(planned, Plan):
        planned = _with_priors(planned, given.priors)
    made = _Planned(planned, _settle(given, planned))
    episode_id = given.key.episode_id
    return Worked(
        made,
        planner.agent,
        used=tuple(_used(given)),
        produced=tuple(made.things(episode_id)),
        tries=planner.tries,
    )


def _used(given: _Given) -> Iterator[Thing]:
    yield Thing.of(ThingKind.GOAL, given.key.episode_id, given.goal)
    yield Thing.of(ThingKind.NODE, given.head.node_id, given.head)
    if given.before is not None:
        name = f"goal that established {given.head.node_id}"
        yield Thing.of(ThingKind.OTHER, name, given.before)


def _with_priors(planned: Plan, priors: tuple[Prior, ...]) -> Plan:
    """Put beside each beat what stood against earlier goals of its domain, for people to read."""
    beats = (
        beat.revised(priors=tuple(p for p in priors if p.domain is beat.scenario.intent.domain))
        for beat in planned.beats
    )
    return planned.revised(beats=tuple(beats))


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
    return _Settled(key, beat, judgement, stages.commit(context, judgement, ()))


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
        ending.carry_out(session, key, settled.commitment, settled.judgement, settled.beat)
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
