"""One step on a real archive: what each way of going wrong leaves behind."""

import time
from typing import Any

import pytest

from storyworld import logs
from storyworld.archive import episodes, provenance, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.errors import IntegrityError, PermanentError, TransientError
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import Agent, AgentKind, FailureCode, Try, TryResult
from tasks.step import AskedInVainError, Onward, Work, Worked, do, read_key

AGENT = Agent(name="worker", kind=AgentKind.PLANNER, version="1")


def begun(here: House) -> StepKey:
    with writing(here.engine) as session:
        return episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key


def work(**movements: Any) -> Work[None, None]:
    """A stage that does nothing, but for the movements given."""
    return Work(
        **{
            "stage": Stage.PLAN,
            "arrive": read_key,
            "load": lambda *_: None,
            "work": lambda *_: Worked(None, AGENT),
            "save": lambda *_: Onward(message="next"),
            **movements,
        }
    )


def failing(error: Exception) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


def row_of(here: House, key: StepKey) -> Any:
    with reading(here.engine) as session:
        return steps.row(session, key)


def test_a_step_is_done_once(here: House) -> None:
    key = begun(here)

    assert do(here, str(key), work()) == Onward(message="next")
    assert do(here, str(key), work()) is None
    assert row_of(here, key).state == "done"


@pytest.mark.parametrize("message", ["", "nonsense", "ep:0:0:plan", {"key": 1}, "a:b:c:d" * 99])
def test_a_message_that_is_no_key_does_nothing(here: House, message: Any) -> None:
    assert do(here, message, work()) is None


def test_a_message_for_another_stage_does_nothing(here: House) -> None:
    key = begun(here)

    assert do(here, str(key), work(stage=Stage.COMMIT)) is None
    assert row_of(here, key).claims == 0


@pytest.mark.parametrize("movement", ["load", "work", "save"])
def test_a_bug_in_any_movement_is_counted_and_then_buried_with_its_own_reason(
    here: House, movement: str
) -> None:
    key = begun(here)
    broken = work(**{movement: failing(ValueError("no such shape"))})

    assert do(here, str(key), broken) is None
    released = row_of(here, key)
    assert (released.state, released.claims, released.lease) == ("ready", 1, None)
    assert released.due > time.time()
    assert do(here, str(key), broken) is None
    with reading(here.engine) as session:
        result = episodes.result(session, key.episode_id)
    assert result.status == "failed"
    assert result.failure is not None
    assert "no such shape" in result.failure.detail


def test_a_transient_failure_is_tried_again_and_may_succeed(here: House) -> None:
    key = begun(here)
    trouble = failing(TransientError(FailureCode.STORAGE_FULL, "no room"))

    assert do(here, str(key), work(work=trouble)) is None
    assert do(here, str(key), work()) == Onward(message="next")


def test_a_permanent_failure_ends_the_run_at_once(here: House) -> None:
    key = begun(here)
    trouble = failing(PermanentError(FailureCode.BACKEND_UNAVAILABLE, "no card"))

    assert do(here, str(key), work(work=trouble)) is None
    with reading(here.engine) as session:
        assert episodes.result(session, key.episode_id).status == "failed"


def test_a_broken_promise_is_recorded_and_raised_again(here: House) -> None:
    key = begun(here)

    with pytest.raises(IntegrityError):
        do(here, str(key), work(save=failing(IntegrityError("two ends"))))
    assert row_of(here, key).state == "dead"


def test_the_second_to_finish_finishes_in_vain(here: House) -> None:
    key = begun(here)

    def overtaken(house: House, _given: None) -> Worked[None]:
        with writing(house.engine) as session:
            assert steps.finish(session, key, now=time.time())
        return Worked(None, AGENT)

    assert do(here, str(key), work(work=overtaken)) is None
    with reading(here.engine) as session:
        assert provenance.entries(session, key.episode_id) == ()


ASKED = (Try(agent=AGENT, result=TryResult.USED, input_tokens=9, cost_usd=0.25),)


def test_what_was_asked_is_paid_for_though_another_finished_first(here: House) -> None:
    key = begun(here)

    def overtaken(house: House, _given: None) -> Worked[None]:
        with writing(house.engine) as session:
            assert steps.finish(session, key, now=time.time())
        return Worked(None, AGENT, produced=("plan",), tries=ASKED)

    assert do(here, str(key), work(work=overtaken)) is None
    with reading(here.engine) as session:
        (entry,) = provenance.entries(session, key.episode_id)
        assert episodes.summary(session, key.episode_id).cost_usd == 0.25
    assert (entry.tries, entry.produced, entry.failure) == (ASKED, (), None)


@pytest.mark.parametrize(
    "movements",
    [
        {"work": lambda *_: Worked(None, AGENT, tries=ASKED), "save": failing(ValueError("bug"))},
        {"work": failing(AskedInVainError(ValueError("bug"), AGENT, ASKED))},
    ],
    ids=["save", "work"],
)
def test_what_was_asked_is_paid_for_each_time_the_step_goes_wrong(
    here: House, movements: Any
) -> None:
    key = begun(here)
    broken = work(**movements)

    assert do(here, str(key), broken) is None
    assert do(here, str(key), broken) is None
    with reading(here.engine) as session:
        entries = provenance.entries(session, key.episode_id)
        summary = episodes.summary(session, key.episode_id)
        result = episodes.result(session, key.episode_id)
    assert [entry.tries for entry in entries] == [ASKED, ASKED, ()]
    assert entries[-1].agent.name == "walk"
    assert entries[0].failure is not None
    assert "ValueError: bug" in entries[0].failure.detail
    assert summary.cost_usd == 0.5
    assert result.status == "failed"


def test_lines_of_the_log_name_the_step_while_it_is_worked_on_and_not_after(
    here: House, caplog: pytest.LogCaptureFixture
) -> None:
    key, seen = begun(here), []

    def look(*_: object) -> Worked[None]:
        seen.append(dict(logs.about()))
        return Worked(None, AGENT)

    with caplog.at_level("INFO", logger="tasks.step"):
        assert do(here, str(key), work(work=look))
    told = {"episode": key.episode_id, "beat": 0, "attempt": 0, "stage": "plan"}
    assert seen == [told]
    assert logs.about() == {}
    assert [record.getMessage()[:8] for record in caplog.records] == ["done in "]


@pytest.mark.parametrize(
    ("error", "level", "words"),
    [
        (TransientError(FailureCode.INTERNAL, "busy"), "WARNING", "given back, to be tried again"),
        (PermanentError(FailureCode.BAD_REQUEST, "never"), "ERROR", "given up: bad_request: never"),
    ],
)
def test_a_step_that_went_wrong_is_told_with_its_reason(
    here: House, caplog: pytest.LogCaptureFixture, error: Exception, level: str, words: str
) -> None:
    assert do(here, str(begun(here)), work(work=failing(error))) is None
    (record,) = (r for r in caplog.records if r.name == "tasks.step")
    assert record.levelname == level
    assert words in record.getMessage()
    assert logs.about() == {}
