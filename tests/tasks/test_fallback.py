"""After a render that failed: again, the next backend, or the end."""

import time
from dataclasses import replace

import pytest

from storyworld.archive import attempts, episodes, runs, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.records.episode import Attempt, EpisodeState
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.verdict import OutcomeKind
from tasks import fallback
from tests.tasks.waiting import planned


def configured(here: House, **settings: object) -> House:
    return replace(here, settings=here.settings.model_copy(update=settings))


def fail(here: House, key: AttemptKey, code: FailureCode, *, transient: bool = False) -> None:
    """A worker claims the render, and it fails."""
    failure = Failure(code=code, detail="it went wrong", transient=transient)
    with writing(here.engine) as session:
        step = key.at(Stage.RENDER)
        steps.claim(session, step, now=time.time(), lease_s=60)
        fallback.render_failed(session, here, step, failure)


def attempt(here: House, key: AttemptKey) -> Attempt:
    with reading(here.engine) as session:
        return attempts.attempt(session, key)


def state(here: House, key: AttemptKey) -> tuple[EpisodeState, OutcomeKind]:
    with reading(here.engine) as session:
        row = runs.get(session, key.episode_id)
        return EpisodeState(row.state), OutcomeKind(row.outcome)


def claims(here: House, key: AttemptKey) -> int:
    with reading(here.engine) as session:
        row = steps.row(session, key.at(Stage.RENDER))
        assert row is not None
        return row.claims


def test_what_passes_is_tried_again_by_the_same_backend_at_a_new_place(here: House) -> None:
    key = planned(here)
    before = attempt(here, key)
    fail(here, key, FailureCode.RENDER_FAILED, transient=True)
    after = attempt(here, key)
    assert (after.backend, after.shot) == (before.backend, before.shot)
    assert after.nonce != before.nonce
    assert after.object_key != before.object_key
    assert claims(here, key) == 1


def test_a_film_that_came_to_nothing_is_made_by_another_seed(here: House) -> None:
    key = planned(here)
    seeds = [attempt(here, key).seed]
    for code in (FailureCode.RENDER_FAILED, FailureCode.STORAGE_UNAVAILABLE):
        there = configured(here, max_claims=9)
        fail(there, key, code, transient=True)
        seeds.append(attempt(here, key).seed)
    assert seeds[1] != seeds[0]
    assert seeds[2] == seeds[1], "what is not the film's fault changes nothing of it"


@pytest.mark.parametrize(
    "code",
    [
        FailureCode.CREDIT_EXHAUSTED,
        FailureCode.QUOTA_EXHAUSTED,
        FailureCode.BACKEND_UNAVAILABLE,
        FailureCode.BUDGET_EXHAUSTED,
        FailureCode.FILTERED,
        FailureCode.RENDER_TIMEOUT,
        FailureCode.OUT_OF_MEMORY,
        FailureCode.STARTED_TOO_OFTEN,
    ],
)
def test_what_stays_goes_to_the_next_backend_which_films_in_its_own_format(
    here: House, code: FailureCode
) -> None:
    key = planned(here)
    fail(here, key, code)
    after = attempt(here, key)
    assert after.backend is Backend.SVD, "VEO_FALLBACK_BACKEND by default"
    assert (after.shot.camera.width_px, after.shot.camera.frame_count) == (1024, 25)
    assert claims(here, key) == 0
    with reading(here.engine) as session:
        (due,) = steps.due(session, now=time.time() + 0.01)
    assert due.key == key.at(Stage.RENDER), "it is sent at once"


def test_the_order_is_configured_and_ends(here: House) -> None:
    there = configured(
        here,
        veo_fallback_backend=Backend.ANIMATEDIFF,
        fallback_backends=(Backend.SVD, Backend.ANIMATEDIFF, Backend.STUB),
    )
    key = planned(there)
    tried = [attempt(there, key).backend]
    for _ in range(3):
        fail(there, key, FailureCode.BACKEND_UNAVAILABLE)
        tried.append(attempt(there, key).backend)
    assert tried == [Backend.VEO, Backend.ANIMATEDIFF, Backend.SVD, Backend.STUB]
    assert state(there, key)[0] is EpisodeState.CREATED
    fail(there, key, FailureCode.BACKEND_UNAVAILABLE)
    assert state(there, key) == (EpisodeState.FAILED, OutcomeKind.UNCERTAIN_TERMINATION)
    with reading(there.engine) as session:
        failure = episodes.result(session, key.episode_id).failure
    assert failure is not None
    told = [words.split(":")[0] for words in failure.detail.split("; ")]
    assert told[0] == "animatediff instead of veo", "why the first failed is told first"
    assert told[1:3] == ["svd instead of animatediff", "stub instead of svd"]
    assert told[3].startswith("then ")


def test_without_a_fallback_the_episode_ends_with_the_reason(here: House) -> None:
    there = configured(here, veo_fallback_backend=None)
    key = planned(there)
    fail(there, key, FailureCode.CREDIT_EXHAUSTED)
    assert attempt(there, key).backend is Backend.VEO
    with reading(there.engine) as session:
        result = episodes.result(session, key.episode_id)
    assert result.failure is not None
    assert result.failure.code is FailureCode.CREDIT_EXHAUSTED


@pytest.mark.parametrize(
    "code",
    [FailureCode.STORAGE_REFUSED, FailureCode.STORAGE_FULL, FailureCode.UPLOAD_CONFLICT],
)
def test_what_stands_in_any_backends_way_is_no_reason_to_ask_another(
    here: House, code: FailureCode
) -> None:
    key = planned(here)
    fail(here, key, code)
    assert attempt(here, key).backend is Backend.VEO
    assert state(here, key)[0] is EpisodeState.FAILED


@pytest.mark.parametrize("code", [FailureCode.BUDGET_EXHAUSTED, FailureCode.RENDER_CANCELED])
def test_what_the_budget_or_a_person_ends_is_abandoned_not_refuted(
    here: House, code: FailureCode
) -> None:
    there = configured(here, veo_fallback_backend=None)
    key = planned(there)
    fail(there, key, code)
    assert state(there, key) == (EpisodeState.TERMINATED, OutcomeKind.GOAL_ABANDONED)


def test_a_worker_that_was_stopped_costs_no_start_however_often(here: House) -> None:
    key = planned(here)
    for _ in range(3 * here.settings.max_claims):
        fail(here, key, FailureCode.RENDER_INTERRUPTED, transient=True)
    assert claims(here, key) == 0
    assert attempt(here, key).backend is Backend.VEO
    with reading(here.engine) as session:
        assert len(steps.due(session, now=time.time() + 0.01)) == 1


def test_a_worker_that_is_always_stopped_does_not_keep_an_episode_for_ever(here: House) -> None:
    there = configured(here, veo_fallback_backend=None)
    key = planned(there)
    times = 0
    while not state(there, key)[0].terminal:
        fail(there, key, FailureCode.RENDER_INTERRUPTED, transient=True)
        times += 1
        assert times < fallback.MOST_INTERRUPTIONS + 3 * here.settings.max_claims
    assert times >= fallback.MOST_INTERRUPTIONS
    assert state(there, key)[0] is EpisodeState.FAILED


def test_a_model_there_is_no_row_for_is_passed_over(here: House) -> None:
    there = configured(here, svd_model="nonesuch", fallback_backends=(Backend.STUB,))
    key = planned(there)
    fail(there, key, FailureCode.CREDIT_EXHAUSTED)
    assert attempt(there, key).backend is Backend.STUB


def test_a_failure_that_comes_after_the_end_changes_nothing(here: House) -> None:
    key = planned(here)
    with writing(here.engine) as session:
        steps.finish(session, key.at(Stage.RENDER), now=time.time())
    before = attempt(here, key)
    fail(here, key, FailureCode.CREDIT_EXHAUSTED)
    assert attempt(here, key) == before
