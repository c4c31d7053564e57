"""Plan: read, gate, solve; then open the first attempt, or end what filming cannot settle."""

from celery import Task
from sqlalchemy.orm import Session

from storyworld import stages
from storyworld.archive import attempts, runs, world
from storyworld.composition import House
from storyworld.planners.order import Once
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.scenario import Beat, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind
from storyworld.stages.commit import Context
from tasks import ending, framing
from tasks.app import app
from tasks.step import AskedInVainError, Message, Onward, Work, Worked, read_key, take


def _load(session: Session, _house: House, key: StepKey) -> tuple[Goal, str]:
    return runs.goal(session, key.episode_id), world.head(session, key.episode_id).node_id


def _work(here: House, given: tuple[Goal, str]) -> Worked[Plan | Vetoed]:
    goal, from_node = given
    planner = Once(here.planner)
    try:
        planned = stages.plan(goal, planner=planner, from_node=from_node)
    except Exception as error:
        raise AskedInVainError(error, planner.agent, planner.tries) from error
    return Worked(
        planned,
        planner.agent,
        used=(goal.digest(),),
        produced=(planned.digest(),),
        tries=planner.tries,
    )


def _save(
    session: Session, here: House, key: StepKey, given: tuple[Goal, str], made: Plan | Vetoed
) -> Onward:
    goal, _ = given
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
        _judge_unfilmed(session, key, goal, made, made.open_beat)
        return Onward()
    runs.advance(session, key.episode_id, EpisodeState.PLANNED)
    asked = framing.at_first(session, key.episode_id)
    request = framing.open_attempt(session, here, key.of_attempt, made.beats[0], asked)
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
        head=world.head(session, key.episode_id),
    )
    ending.carry_out(session, key, stages.commit(context, judgement, ()), judgement)


_WORK = Work(stage=Stage.PLAN, load=_load, work=_work, save=_save, arrive=read_key)


@app.task(name="storyworld.plan", bind=True)  # type: ignore[untyped-decorator]
def plan(self: Task, key: Message) -> Message | None:
    """Plan the goal of an episode."""
    return take(self, key, _WORK)
