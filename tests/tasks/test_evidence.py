"""What tasks leave behind of films that were bought, stood in for, or tried again is evidence."""

from dataclasses import replace
from pathlib import Path

from storyworld.archive import attempts, episodes, steps
from storyworld.archive.engine import reading, writing
from storyworld.evidence_export.verifying import examine
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import FailureCode, TryResult
from storyworld.records.verdict import OutcomeKind
from tasks import commit, observe, plan, purchase
from tasks.step import do
from tests.evidence_export.walking import BROKEN, FALL, Walker, walker
from tests.tasks.selling import Vendor, no, selling


def asked(by: Walker, backend: Backend) -> AttemptKey:
    with writing(by.here.engine) as session:
        key = episodes.create(
            session, Goal(text=FALL), backend=backend, budget_usd=5, queue_limit=100
        ).key
    do(by.here, str(key), plan._WORK)
    return key.of_attempt


def bought(by: Walker, vendor: Vendor) -> AttemptKey:
    by.here = selling(by.here, vendor)
    key = asked(by, Backend.VEO)
    for _ in range(4):
        with writing(by.here.engine) as session:
            row = steps.row(session, key.at(Stage.RENDER))
            assert row is not None
            row.lease = None
        do(by.here, str(key.at(Stage.RENDER)), purchase._WORK)
    return key


def test_a_film_that_was_bought_is_vouched_for(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        key = bought(by, Vendor())
        with reading(by.here.engine) as session:
            by.observers[0].beat = attempts.beat(session, key)
        do(by.here, str(key.at(Stage.OBSERVE)), observe._WORK)
        by.judge(key)
        do(by.here, str(key.at(Stage.COMMIT)), commit._WORK)
        told = by.account(key.episode_id)
    assert examine(told).differences == ()
    assert told.run.outcome is OutcomeKind.GOAL_ACHIEVED
    assert [link.entry.stage for link in told.links] == list(Stage)
    assert told.links[1].entry.cost_usd == 0.32


def test_a_film_by_whoever_stood_in_is_vouched_for(tmp_path: Path) -> None:
    with walker(tmp_path) as by:
        refused = no(TryResult.CREDIT_EXHAUSTED)
        key = bought(by, Vendor(orders=[refused, refused, refused, refused]))
        by.attempt(key)
        told = by.account(key.episode_id)
    assert examine(told).differences == ()
    assert told.run.outcome is OutcomeKind.GOAL_ACHIEVED
    assert told.walks[0].filming is not None
    assert told.walks[0].filming.backend is Backend.STUB


def test_a_render_that_was_tried_again_is_vouched_for(tmp_path: Path) -> None:
    """By another seed, after one of which nothing came."""
    with walker(tmp_path) as by:
        by.here = replace(by.here, settings=by.here.settings.model_copy(update={"max_claims": 3}))
        key = asked(by, Backend.STUB)
        by.film(key, failure=BROKEN.revised(transient=True))
        by.attempt(key)
        told = by.account(key.episode_id)
    assert examine(told).differences == ()
    failures = [link.entry.failure for link in told.links if link.entry.failure is not None]
    assert [failure.code for failure in failures] == [FailureCode.RENDER_FAILED]
    assert told.walks[0].filming is not None
    assert told.walks[0].filming.seed == 1000
    assert told.run.outcome is OutcomeKind.GOAL_ACHIEVED
