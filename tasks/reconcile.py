"""The reconciler: sends again what is due, buries what was started too often.

It runs inside the celery beat process (``celery -A tasks beat -S tasks.reconcile:Reconciler``),
straight on the database: an idle house costs no Redis command.
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from celery.beat import Scheduler
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld.archive import retention, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House, house
from storyworld.errors import failure_of
from storyworld.logs import about_step
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import Failure, FailureCode
from storyworld.records.render import RenderRequest
from storyworld.webhooks.sending import Sender
from tasks import fallback, framing, pipeline
from tasks.deliver import Deliverer
from tasks.sighting import sightings
from tasks.step import end_of_it

Ring = Callable[[StepKey, RenderRequest | None], bool]

UNSENT_S = 5.0
"""How long a step waits that the broker did not take: that costs it no place in line."""

RETAIN_EVERY_S = 600.0
SWEEP_EVERY_S = 86_400.0

_log = logging.getLogger(__name__)


def reconcile(here: House, now: float, *, ring: Ring = pipeline.ring) -> int:
    """Send every due step again, after the note of it is committed; give how many were sent."""
    with reading(here.engine) as session:
        waiting = steps.due(session, now=now)
    sent = 0
    for step in waiting:
        with about_step(step.key):
            sent += _send_again(here, step, now, ring)
    return sent


def _send_again(here: House, step: steps.DueStep, now: float, ring: Ring) -> bool:
    """Send one step again; whatever is wrong with it stands in nobody else's way."""
    request: RenderRequest | None = None
    try:
        with writing(here.engine) as session:
            if step.claims >= here.settings.max_claims:
                _started_too_often(session, here, step)
                return False
            if not steps.resent(
                session, step, now=now, resend_after_s=here.settings.resend_after_s
            ):
                return False
            if step.key.stage is Stage.RENDER:
                request = framing.request_for(session, here, step.key.of_attempt)
    except SQLAlchemyError:
        raise
    except Exception as error:  # noqa: BLE001 - one unreadable row must not starve the others
        _log.exception("cannot send %s again", step.key)
        with writing(here.engine) as session:
            end_of_it(session, here, step.key, failure_of(error).revised(transient=False))
        return False
    if ring(step.key, request):
        return True
    with writing(here.engine) as session:
        steps.not_sent(session, step, due=now + UNSENT_S)
    return False


def _started_too_often(session: Session, here: House, step: steps.DueStep) -> None:
    """Give a step up that kills its workers; a film may have another backend left."""
    failure = Failure(
        code=FailureCode.STARTED_TOO_OFTEN,
        detail=f"{step.key.stage} was started {step.claims} times and never finished",
        fix="look for what kills the worker: memory, a crash in a native library",
    )
    give_up = fallback.render_failed if step.key.stage is Stage.RENDER else end_of_it
    give_up(session, here, step.key, failure)


@dataclass
class Retention:
    """Rings for expired films: only where there are some, so that an idle house stays idle.

    Once a day it rings anyhow: of uploads that nobody admitted the archive knows nothing.
    """

    ring: Callable[[], None] = pipeline.ring_for_retention
    _looked: float = -math.inf
    _rung: float = -math.inf

    def look(self, here: House, now: float) -> None:
        """Ring if it is time; looks at the archive every ten minutes at most."""
        if now - self._looked < RETAIN_EVERY_S:
            return
        self._looked = now
        hours = here.settings.film_hours
        before = datetime.fromtimestamp(now, UTC) - timedelta(hours=hours)
        with reading(here.engine) as session:
            some = hours > 0 and bool(retention.expired(session, before, 1))
        if some or now - self._rung >= SWEEP_EVERY_S:
            self._rung = now
            self.ring()


class Reconciler(Scheduler):  # type: ignore[misc]  # celery is untyped
    """A beat scheduler that, instead of sending a task, does its one job itself."""

    def setup_schedule(self) -> None:
        """Nothing is kept on disk."""
        self._retention = Retention()
        self._deliverer: Deliverer | None = None

    def tick(self, *_: object, **__: object) -> float:
        """Reconcile once; give the seconds until the next time."""
        here = house()
        if self._deliverer is None:
            sender = Sender(private=here.settings.webhook_private)
            self._deliverer = Deliverer(here.engine, sender.post)
        self._deliverer.keep_going()
        try:
            sent = reconcile(here, time.time())
            self._retention.look(here, time.time())
            sightings.reconciler(here.engine)
        except SQLAlchemyError:
            _log.exception("could not reconcile; trying again")
        else:
            if sent:
                _log.info("sent %d due steps", sent)
        return here.settings.reconcile_every_s

    def close(self) -> None:
        """Take on no more deliveries."""
        if self._deliverer is not None:
            self._deliverer.stop()
        super().close()
