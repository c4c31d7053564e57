from sqlalchemy import Engine

from storyworld.archive import episodes, steps
from storyworld.archive.engine import reading, writing
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import StepKey
from storyworld.records.provenance import Failure, FailureCode

FAILURE = Failure(code=FailureCode.INTERNAL, detail="broken")
DAY_S = 24 * 3600


def begun(engine: Engine) -> tuple[StepKey, float]:
    with writing(engine) as session:
        created = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=100
        )
        row = steps.row(session, created.key)
        assert row is not None
        return created.key, row.created_at.timestamp()


def claim(engine: Engine, key: StepKey, now: float, lease_s: float = 10.0) -> bool:
    with writing(engine) as session:
        return steps.claim(session, key, now=now, lease_s=lease_s)


def finish(engine: Engine, key: StepKey, now: float) -> bool:
    with writing(engine) as session:
        return steps.finish(session, key, now=now)


def due(engine: Engine, now: float) -> list[StepKey]:
    with reading(engine) as session:
        return [step.key for step in steps.due(session, now=now)]


def test_a_step_is_claimed_by_one_and_finished_once(engine: Engine) -> None:
    key, now = begun(engine)

    assert claim(engine, key, now)
    assert not claim(engine, key, now + 1)
    assert finish(engine, key, now + 2)
    assert not finish(engine, key, now + 2)
    assert not claim(engine, key, now + 100)
    assert due(engine, now + 1000) == []


def test_a_claim_whose_worker_died_is_taken_over_when_its_lease_is_out(engine: Engine) -> None:
    key, now = begun(engine)
    assert claim(engine, key, now, lease_s=10)

    assert due(engine, now + 9) == []
    assert due(engine, now + 11) == [key]
    assert claim(engine, key, now + 11)


def test_the_one_who_finishes_second_finishes_in_vain(engine: Engine) -> None:
    key, now = begun(engine)
    assert claim(engine, key, now, lease_s=1)
    assert claim(engine, key, now + 2)  # the slow first worker is still at it

    assert finish(engine, key, now + 3)
    assert not finish(engine, key, now + 4)


def test_a_lease_from_a_clock_gone_wrong_is_ignored(engine: Engine) -> None:
    key, now = begun(engine)
    assert claim(engine, key, now + 30 * DAY_S, lease_s=60)

    assert claim(engine, key, now)


def test_sending_again_waits_longer_each_time_and_is_noted_once(engine: Engine) -> None:
    key, now = begun(engine)
    waits = []
    for _ in range(4):
        with writing(engine) as session:
            (step,) = steps.due(session, now=now + DAY_S)
            assert steps.resent(session, step, now=now, resend_after_s=1.0)
            assert not steps.resent(session, step, now=now, resend_after_s=1.0)
            row = steps.row(session, key)
            assert row is not None
            session.refresh(row)
            waits.append(row.due - now)

    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]


def test_a_buried_step_stays_buried(engine: Engine) -> None:
    key, now = begun(engine)
    with writing(engine) as session:
        assert steps.bury(session, key, now=now, failure=FAILURE)
        assert not steps.bury(session, key, now=now, failure=FAILURE)

    assert not claim(engine, key, now + 1)
    assert not finish(engine, key, now + 1)
    assert due(engine, now + DAY_S) == []


def test_a_released_step_is_due_again_when_told(engine: Engine) -> None:
    key, now = begun(engine)
    assert claim(engine, key, now)
    with writing(engine) as session:
        steps.release(session, key, now=now, due=now + 5, failure=FAILURE)

    assert due(engine, now + 4) == []
    assert due(engine, now + 6) == [key]
