"""After a render that failed: tried again, given to the next backend in order, or the end.

Which backends follow one another is configured (``VEO_FALLBACK_BACKEND``,
``STORYWORLD_FALLBACK_BACKENDS``). Every failed try is in the provenance before this is asked, and
the film says who made it: nothing is substituted silently.
"""

import time
from typing import Final

from sqlalchemy.orm import Session

from storyworld.archive import attempts, events, provenance, runs, steps
from storyworld.composition import House
from storyworld.errors import PermanentError
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Backend
from storyworld.records.identity import StepKey
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.verdict import OutcomeKind
from tasks import framing
from tasks.step import RETRY_AFTER_S, WALK, end_of_it

_NOBODY_ELSE_COULD: Final = (
    FailureCode.STORAGE_FULL,
    FailureCode.STORAGE_REFUSED,
    FailureCode.STORAGE_UNAVAILABLE,
    FailureCode.UPLOAD_CONFLICT,
    FailureCode.GRANT_EXPIRED,
    FailureCode.BAD_REPORT,
    FailureCode.RENDER_CANCELED,
)
"""What would stand in any backend's way."""


MOST_INTERRUPTIONS: Final = 50
"""How often a worker may be stopped at one film before each stop counts as a start."""


def render_failed(session: Session, here: House, key: StepKey, failure: Failure) -> None:
    """Decide what follows a failed render, whose step is held; its entry is already written.

    A worker that was stopped in the middle counts as no start. A film that nobody wants any more
    ends the episode, as does one that the budget does not allow: it is abandoned, not refuted.
    """
    row = steps.row(session, key)
    if row is None or row.finished_at is not None:
        return
    now, claims = time.time(), row.claims
    if failure.code is FailureCode.RENDER_INTERRUPTED and _believable(session, key):
        framing.try_again(session, here, key.of_attempt, _backend(session, key))
        steps.release(session, key, now=now, due=now, failure=failure, claims=max(claims - 1, 0))
    elif failure.transient and claims < here.settings.max_claims:
        made_nothing = failure.code is FailureCode.RENDER_FAILED
        backend = _backend(session, key)
        framing.try_again(session, here, key.of_attempt, backend, reseeded=made_nothing)
        steps.release(session, key, now=now, due=now + RETRY_AFTER_S * 2**claims, failure=failure)
    else:
        _next_backend_or_end(session, here, key, failure)


def _next_backend_or_end(session: Session, here: House, key: StepKey, failure: Failure) -> None:
    """Give the film to the next backend that can be asked for it, or end."""
    now, left = time.time(), _left(session, here, key, failure)
    for following in left:
        failed = _backend(session, key)
        try:
            framing.try_again(session, here, key.of_attempt, following)
        except PermanentError as error:  # the settings name a model that there is not
            failure = error.failure
            continue
        words = f"{following} instead of {failed}: {failure.detail}"
        events.add(session, key, events.FELL_BACK, detail=words)
        steps.release(session, key, now=now, due=now, failure=failure, claims=0)
        return
    failure = _with_what_led_there(session, key, failure)
    if failure.code in _ABANDONED and steps.bury(session, key, now=now, failure=failure):
        runs.end(session, key.episode_id, _abandoned(failure))
        provenance.add_end(session, key, WALK, failure)
    else:
        end_of_it(session, here, key, failure)


def _with_what_led_there(session: Session, key: StepKey, failure: Failure) -> Failure:
    """Say of the last backend's failure why it was asked at all: the first is to be mended, too."""
    before = events.details(session, key, events.FELL_BACK)
    words = "; ".join((*before, f"then {failure.detail}")) if before else failure.detail
    return failure.revised(detail=words[:4000])


_ABANDONED: Final = (FailureCode.BUDGET_EXHAUSTED, FailureCode.RENDER_CANCELED)


def _abandoned(failure: Failure) -> runs.Ending:
    return runs.Ending(
        state=EpisodeState.TERMINATED,
        outcome=OutcomeKind.GOAL_ABANDONED,
        because=f"Nothing was decided: {failure.detail}"[:4000],
        failure=failure,
    )


def _believable(session: Session, key: StepKey) -> bool:
    """Whether a worker may have been stopped once more: nobody loses so many in one film."""
    return events.count(session, key, events.RETRIED) < MOST_INTERRUPTIONS


def _backend(session: Session, key: StepKey) -> Backend:
    return attempts.attempt(session, key).backend


def _left(session: Session, here: House, key: StepKey, failure: Failure) -> tuple[Backend, ...]:
    """Give the backends that come after the one that failed."""
    if failure.code in _NOBODY_ELSE_COULD:
        return ()
    _, asked = runs.asked(session, key.episode_id)
    order, failed = here.settings.backends(asked), _backend(session, key)
    return order[order.index(failed) + 1 :] if failed in order else ()
