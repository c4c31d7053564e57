"""Ending a step and ending its episode at the same time: neither waits for the other for ever."""

import time
from collections.abc import Callable
from threading import Thread

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from storyworld.archive import episodes, events, provenance, runs, steps
from storyworld.archive.engine import reading, writing
from storyworld.errors import Conflicting
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import StepKey
from storyworld.records.provenance import Agent, AgentKind, Failure, FailureCode

WORKER = Agent(name="worker", kind=AgentKind.PLANNER, version="1")
FAILURE = Failure(code=FailureCode.INTERNAL, detail="it broke")
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")


def begun(engine: Engine) -> StepKey:
    with writing(engine) as session:
        return episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key


def finish(session: Session, key: StepKey) -> None:
    assert steps.finish(session, key, now=time.time())


def bury(session: Session, key: StepKey) -> None:
    assert steps.bury(session, key, now=time.time(), failure=FAILURE)
    assert runs.fail(session, key.episode_id, FAILURE)


def only_tell(session: Session, key: StepKey) -> None:
    events.add(session, key, events.GOING_ON)


def until_somebody_waits(engine: Engine, other: Thread) -> None:
    """Give the other time to come as far as it can."""
    until = time.monotonic() + 10
    while time.monotonic() < until and other.is_alive():
        with reading(engine) as session:
            if session.scalar(WAITING):
                return
        time.sleep(0.01)


@pytest.mark.postgres
@pytest.mark.parametrize("first", [finish, bury, only_tell])
def test_who_terminates_and_who_is_at_the_step_do_not_wait_for_each_other(
    postgresql: Engine, first: Callable[[Session, StepKey], None]
) -> None:
    key, went_wrong = begun(postgresql), []

    def terminate() -> None:
        try:
            with writing(postgresql) as session:
                episodes.terminate(session, key.episode_id)
        except Conflicting:
            pass  # it had ended: that is an answer
        except Exception as error:  # noqa: BLE001 - told in this thread
            went_wrong.append(error)

    other = Thread(target=terminate)
    with writing(postgresql) as session:
        first(session, key)
        other.start()
        until_somebody_waits(postgresql, other)
        provenance.add_end(session, key, WORKER, failure=None)
    other.join()

    assert went_wrong == []
    with reading(postgresql) as session:
        assert runs.get(session, key.episode_id).state not in runs.RUNNING
        chain = provenance.links(session, key.episode_id)
    assert [link.place for link in chain] == list(range(len(chain)))
