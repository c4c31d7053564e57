"""Plan: read, gate, solve; then open the first attempt, or end what filming cannot settle."""

from dataclasses import dataclass

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, memory, runs, world
from storyworld.composition import House
from storyworld.physics.carrying import refers_back
from storyworld.planners.order import Once
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.prior import Prior
from storyworld.records.scenario import Beat, Framing, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind
from storyworld.stages.commit import Context
from tasks import ending, framing
from tasks.app import app
from tasks.step import AskedInVainError, Message, Onward, Work, Worked, read_key, take


@dataclass(frozen=True)
class _Given:
    goal: Goal
    from_node: str
    priors: tuple[Prior, ...]


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    goal = runs.goal(session, key.episode_id)
    if goal.from_node is not None and goal.earlier is None:
        goal = _told_by_its_world(session, goal, goal.from_node)
    return _Given(
        goal=goal,
        from_node=world.head(session, key.episode_id).node_id,
        priors=memory.offered(session),
    )


def _told_by_its_world(session: Session, goal: Goal, from_node: str) -> Goal:
    """Let the goal that established the node stand in as the one that this refers back to."""
    before = world.established_by(session, from_node)
    if before is None or not refers_back(goal.text, before.text):
        return goal
    return goal.revised(earlier=before.text)


def _work(here: House, given: _Given) -> Worked[Plan | Vetoed]:
    planner = Once(here.planner)
    try:
        planned = stages.plan(given.goal, planner=planner, from_node=given.from_node)
    except Exception as error:
        raise AskedInVainError(error, planner.agent, planner.tries) from error
    if isinstance(planned, Plan):
        planned = _with_priors(planned, given.priors)
    return Worked(
        planned,
        planner.agent,
        used=(given.goal.digest(),),
        produced=(planned.digest(),),
        tries=planner.tries,
    )


def _with_priors(planned: Plan, priors: tuple[Prior, ...]) -> Plan:
    """Put beside each beat what stood against earlier goals of its domain, for people to read."""
    beats = (
        beat.revised(priors=tuple(p for p in priors if p.domain is beat.scenario.intent.domain))
        for beat in planned.beats
    )
    return planned.revised(beats=tuple(beats))


def _save(
    session: Session, here: House, key: StepKey, given: _Given, made: Plan | Vetoed
) -> Onward:
    if isinstance(made, Vetoed):
        runs.veto(session, key.episode_id, made)
        ending.end(
            session,
            key,
            runs.Ending(
                state=EpisodeState.IMPOSSIBLE,
                outcome=OutcomeKind.GOAL_IMPOSSIBLE,
                because=made.because,
            ),
        )
        return Onward()
    attempts.save_beats(session, key.episode_id, made.beats)
    if made.open_beat is not None:
        _judge_unfilmed(session, key, given.goal, made, made.open_beat)
        return Onward()
    runs.advance(session, key.episode_id, EpisodeState.PLANNED)
    request = framing.open_attempt(session, here, key.of_attempt, made.beats[0], Framing())
    return framing.onward(request)


def _judge_unfilmed(
    session: Session, key: StepKey, goal: Goal, made: Plan, open_beat: Beat
) -> None:
    """End an episode whose beat no film can settle, before anything is rendered for it."""
    attempt = AttemptKey(episode_id=key.episode_id, beat=open_beat.index)
    judgement = stages.evaluate(open_beat, (), risk=goal.risk_profile)
    attempts.save_judgement(session, attempt, judgement)
    context = Context(
        key=attempt,
        beat=open_beat,
        beats_planned=len(made.beats),
        risk=goal.risk_profile,
        head=world.head(session, key.episode_id),
    )
    ending.carry_out(session, key, stages.commit(context, judgement, ()), judgement, open_beat)


_WORK = Work(stage=Stage.PLAN, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.plan", bind=True)  # type: ignore[untyped-decorator]
def plan(self: Task, key: Message) -> Message | None:
    """Plan the goal of an episode."""
    return take(self, key, _WORK)
