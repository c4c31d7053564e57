"""Webhooks go out from the beat process, beside the reconciler and without holding it up.

A thread looks for what is due, claims it, and has each delivery tried in a thread of its own:
:data:`AT_ONCE` at most, :data:`AT_ONCE_EACH` of one webhook and :data:`AT_ONCE_OWNER` of one owner,
so that a receiver who is slow holds up few others. No Redis is asked. All threads are daemons: a
process that ends in the middle of a try leaves a lease, and what was tried is sent again.
"""

import logging
import math
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from storyworld.archive import deliveries
from storyworld.archive.deliveries import Claimed, Tried
from storyworld.archive.engine import reading, writing
from storyworld.records.webhook import EventType
from storyworld.webhooks.retrying import wait_s
from storyworld.webhooks.sending import TOTAL_S, Answered, Outgoing, Post

LOOK_EVERY_S: Final = 1.0
LEASE_S: Final = 4 * TOTAL_S
PRUNE_EVERY_S: Final = 3600.0
AT_ONCE, AT_ONCE_OWNER, AT_ONCE_EACH = 8, 4, 2

_log = logging.getLogger(__name__)


def deliver(
    engine: Engine,
    claimed: Claimed,
    post: Post,
    *,
    clock: Callable[[], float] = time.time,
    share: Callable[[], float] = random.random,
) -> None:
    """Try one delivery that was claimed, and write down what came of it.

    Parameters
    ----------
    clock
        Seconds since 1970.
    share
        A random number from 0 to 1, by which waits differ.
    """
    answered = _tried(claimed, post)
    tried = Tried(status=answered.status, error=_why(answered))
    now = clock()
    wait = None
    if not answered.gone and claimed.type is not EventType.PING:
        wait = wait_s(claimed.tries, answered.retry_after_s, share())
    with writing(engine) as session:
        if answered.accepted:
            deliveries.delivered(session, claimed, tried, now=now)
        elif wait is not None:
            deliveries.put_off(session, claimed, tried, due=now + wait)
        elif deliveries.failed(session, claimed, tried):
            because = _hopeless(answered, claimed, tried)
            if answered.gone or (
                claimed.type is not EventType.PING
                and not deliveries.accepted_since(session, claimed)
            ):
                deliveries.disable(session, claimed.webhook_id, because, now=now)
    _log.info(
        "%s to %s, try %d: %s",
        claimed.delivery_id, claimed.webhook_id, claimed.tries, tried.error or tried.status,
    )  # fmt: skip


def _tried(claimed: Claimed, post: Post) -> Answered:
    """Post; a bug in that must not leave a delivery to be claimed for ever."""
    outgoing = Outgoing(
        url=claimed.url,
        delivery_id=claimed.delivery_id,
        body=claimed.body.encode(),
        secrets=claimed.secrets,
    )
    try:
        return post(outgoing)
    except Exception as error:  # noqa: BLE001 - it counts as a try like any other
        _log.exception("%s could not be posted", claimed.delivery_id)
        return Answered(error=f"it could not be posted: {type(error).__name__}")


def _why(answered: Answered) -> str:
    if answered.accepted or answered.status is None:
        return answered.error
    if 300 <= answered.status < 400:
        return f"answered {answered.status}: redirects are not followed"
    return f"answered {answered.status}"


def _hopeless(answered: Answered, claimed: Claimed, tried: Tried) -> str:
    if answered.gone:
        return "It answered 410 Gone: it wants nothing any more."
    since = f"{claimed.created_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"It has accepted nothing since {since}, in {claimed.tries} tries; last: {tried.error}."


class Deliverer:
    """Looks for deliveries that are due, and sends them.

    Parameters
    ----------
    engine
        The archive.
    post
        Tries one.
    clock
        Seconds since 1970.
    """

    def __init__(self, engine: Engine, post: Post, clock: Callable[[], float] = time.time) -> None:
        self._engine, self._post, self._clock = engine, post, clock
        self._lock = threading.Lock()
        self._webhooks: Counter[str] = Counter()
        self._owners: Counter[str] = Counter()
        self._pruned = -math.inf
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def keep_going(self) -> None:
        """Start looking, unless somebody is at it; one that died is followed by another."""
        if self._stopping.is_set() or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = threading.Thread(target=self._look_on, name="webhooks", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Take on nothing more; what is being tried goes on, or is sent again by another."""
        self._stopping.set()

    def look(self) -> int:
        """Send what is due, as far as there is room; give how many were taken on."""
        now = self._clock()
        with reading(self._engine) as session:
            due = deliveries.any_due(session, now)
        taken = 0
        while due and (claimed := self._claim(now)) is not None:
            carrier = threading.Thread(target=self._carry, args=(claimed,), daemon=True)
            carrier.start()
            taken += 1
        if now - self._pruned >= PRUNE_EVERY_S:
            with writing(self._engine) as session:
                all_gone = deliveries.prune(session, now) < deliveries.PRUNED_AT_ONCE
            self._pruned = now if all_gone else self._pruned
        return taken

    @property
    def carrying(self) -> int:
        """How many are being tried."""
        with self._lock:
            return self._webhooks.total()

    def _claim(self, now: float) -> Claimed | None:
        """Claim one of whoever has room, and take that up."""
        with self._lock:
            if self._webhooks.total() >= AT_ONCE:
                return None
            busy = [w for w, n in self._webhooks.items() if n >= AT_ONCE_EACH]
            owners = [o for o, n in self._owners.items() if n >= AT_ONCE_OWNER]
        with writing(self._engine) as session:
            claimed = deliveries.claim(
                session, now=now, lease_s=LEASE_S, busy=busy, busy_owners=owners
            )
        if claimed is not None:
            with self._lock:
                self._webhooks[claimed.webhook_id] += 1
                self._owners[claimed.owner] += 1
        return claimed

    def _carry(self, claimed: Claimed) -> None:
        try:
            deliver(self._engine, claimed, self._post, clock=self._clock)
        except SQLAlchemyError:
            _log.exception("what came of %s is lost: it is sent again", claimed.delivery_id)
        finally:
            with self._lock:
                self._webhooks[claimed.webhook_id] -= 1
                self._owners[claimed.owner] -= 1
                self._webhooks, self._owners = +self._webhooks, +self._owners

    def _look_on(self) -> None:
        while not self._stopping.wait(LOOK_EVERY_S):
            try:
                self.look()
            except SQLAlchemyError:
                _log.exception("could not look for deliveries; trying again")
