"""The reconciler on a real archive, with the bell switched off."""

import time

from sqlalchemy import text

from storyworld import logs
from storyworld.archive import attempts, episodes, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import FailureCode
from tasks.reconcile import UNSENT_S, reconcile
from tests import making

FAR_S = 100_000.0


class Bell:
    """Rings nowhere and remembers who rang; `broken` takes nothing."""

    def __init__(self, *, broken: bool = False) -> None:
        self.rung: list[StepKey] = []
        self.broken = broken

    def __call__(self, key: StepKey, _request: object = None) -> bool:
        if not self.broken:
            self.rung.append(key)
        return not self.broken


def begun(here: House) -> StepKey:
    with writing(here.engine) as session:
        return episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key


def at_render(here: House) -> StepKey:
    key = begun(here)
    with writing(here.engine) as session:
        steps.finish(session, key, now=time.time())
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key.of_attempt))
        render = key.of_attempt.at(Stage.RENDER)
        steps.add(session, render, now=time.time(), due=time.time())
    return render


def test_what_is_due_is_sent_once_until_it_is_due_again(here: House) -> None:
    key, bell = begun(here), Bell()
    now = time.time() + 10

    assert reconcile(here, time.time() - 10, ring=bell) == 0
    assert reconcile(here, now, ring=bell) == 1
    assert reconcile(here, now + 1, ring=bell) == 0
    assert reconcile(here, now + FAR_S, ring=bell) == 1
    assert bell.rung == [key, key]


def test_a_broker_that_is_away_costs_no_place_in_line(here: House) -> None:
    key = begun(here)
    bell = Bell(broken=True)
    now = time.time() + 10
    for n in range(20):
        assert reconcile(here, now + n * (UNSENT_S + 1), ring=bell) == 0
    with reading(here.engine) as session:
        row = steps.row(session, key)
        assert row is not None
        assert row.sends == 1
        assert row.due <= now + 20 * (UNSENT_S + 1)


def test_what_was_started_too_often_is_buried_with_the_reason(here: House) -> None:
    key, bell = begun(here), Bell()
    for n in range(here.settings.max_claims):
        with writing(here.engine) as session:
            assert steps.claim(session, key, now=time.time() + 100 * n, lease_s=10)

    assert reconcile(here, time.time() + FAR_S, ring=bell) == 0
    with reading(here.engine) as session:
        failure = episodes.result(session, key.episode_id).failure
    assert failure is not None
    assert failure.code is FailureCode.STARTED_TOO_OFTEN


def test_one_unreadable_row_stands_in_nobody_elses_way(here: House) -> None:
    poisoned, healthy, bell = at_render(here), at_render(here), Bell()
    with writing(here.engine) as session:
        session.execute(
            text("UPDATE attempts SET shot = '{\"old\": 1}' WHERE episode_id = :e"),
            {"e": poisoned.episode_id},
        )

    assert reconcile(here, time.time() + 10, ring=bell) == 1
    assert bell.rung == [healthy]
    with reading(here.engine) as session:
        assert episodes.result(session, poisoned.episode_id).failure is not None
        assert episodes.result(session, healthy.episode_id).failure is None


def test_lines_of_the_log_name_the_step_that_is_sent_again(here: House) -> None:
    key, seen = begun(here), []

    def ring(_key: StepKey, _request: object = None) -> bool:
        seen.append(dict(logs.about()))
        return True

    assert reconcile(here, time.time() + FAR_S, ring=ring) == 1
    assert seen == [{"episode": key.episode_id, "beat": 0, "attempt": 0, "stage": "plan"}]
    assert logs.about() == {}
