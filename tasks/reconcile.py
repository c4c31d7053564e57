"""The reconciler: sends again what is due, buries what was started too often.

It runs inside the celery beat process (``celery -A tasks beat -S tasks.reconcile:Reconciler``),
straight on the database: an idle house costs no Redis command.
"""

import logging
import time

from celery.beat import Scheduler
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld.archive import runs, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House, house
from storyworld.records.identity import Stage
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.render import RenderRequest
from tasks import framing, pipeline

_log = logging.getLogger(__name__)


def reconcile(here: House, now: float) -> int:
    """Send every due step again, after the note of it is committed; give how many were sent."""
    with reading(here.engine) as session:
        waiting = steps.due(session, now=now)
    sent = 0
    for step in waiting:
        request: RenderRequest | None = None
        with writing(here.engine) as session:
            if step.claims >= here.settings.max_claims:
                _bury(session, step, now)
                continue
            if not steps.resent(
                session, step, now=now, resend_after_s=here.settings.resend_after_s
            ):
                continue
            if step.key.stage is Stage.RENDER:
                request = framing.request_for(session, here, step.key.of_attempt)
        sent += pipeline.ring(step.key, request)
    return sent


def _bury(session: Session, step: steps.DueStep, now: float) -> None:
    failure = Failure(
        code=FailureCode.STARTED_TOO_OFTEN,
        detail=f"{step.key.stage} was started {step.claims} times and never finished",
        fix="look for what kills the worker: memory, a crash in a native library",
    )
    if steps.bury(session, step.key, now=now, failure=failure):
        runs.fail(session, step.key.episode_id, failure)


class Reconciler(Scheduler):  # type: ignore[misc]  # celery is untyped
    """A beat scheduler that, instead of sending a task, does its one job itself."""

    def setup_schedule(self) -> None:
        """Nothing is kept on disk."""

    def tick(self, *_: object, **__: object) -> float:
        """Reconcile once; give the seconds until the next time."""
        here = house()
        try:
            sent = reconcile(here, time.time())
        except SQLAlchemyError:
            _log.exception("could not reconcile; trying again")
        else:
            if sent:
                _log.info("sent %d due steps", sent)
        return here.settings.reconcile_every_s
