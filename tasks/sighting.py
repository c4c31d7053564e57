"""That a process is there, written in the archive now and then: it costs no Redis command.

A worker of the control side is seen when it starts and when it takes a step, a render worker when
it says that it renders or reports, the reconciler while it ticks. At most once a minute each (the
reconciler four times): a row more in a transaction that writes anyway.
"""

import logging
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld import __version__
from storyworld.archive import workers
from storyworld.archive.engine import open_engine, writing
from storyworld.records.diagnostics import WorkerRole, WorkerView
from storyworld.records.goal import Backend

EVERY_S: Final = 60.0
TICKED_EVERY_S: Final = 15.0

_log = logging.getLogger(__name__)


class Sightings:
    """Whom this process has seen lately: nobody is written down more often than needed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._written: dict[tuple[str, str], float] = {}

    def note(
        self,
        session: Session,
        name: str,
        role: WorkerRole,
        did: str,
        *,
        queues: str = "",
        every_s: float = EVERY_S,
    ) -> None:
        """Write that somebody was seen, in a transaction that writes, unless that is known."""
        engine = session.get_bind().engine
        if self._is_due(engine, name, every_s):
            self._written[str(engine.url), name] = self._clock()
            workers.saw(session, _view(name, role, did, queues))

    def _is_due(self, engine: Engine, name: str, every_s: float) -> bool:
        written = self._written.get((str(engine.url), name))
        return written is None or self._clock() - written >= every_s

    def worker(self, session: Session, name: str, did: str) -> None:
        """Note that a worker of the control side has taken a step."""
        self.note(session, name, WorkerRole.CONTROL, did, queues=listens_to())

    def renderer(self, session: Session, backend: Backend, did: str) -> None:
        """Note that some render worker sent word: which one, its words do not tell."""
        self.note(session, f"gpu ({backend})", WorkerRole.GPU, did, queues="gpu")

    def reconciler(self, engine: Engine) -> None:
        """Note that this process's reconciler ticks; a transaction of its own, four a minute."""
        name = f"beat@{socket.gethostname()}"
        if self._is_due(engine, name, TICKED_EVERY_S):
            with writing(engine) as session:
                self.note(session, name, WorkerRole.RECONCILER, "ticked", every_s=TICKED_EVERY_S)


sightings = Sightings()
"""This process's."""


def listens_to() -> str:
    """Give the queues this worker listens to."""
    from tasks.app import app

    return ", ".join(sorted(app.amqp.queues.consume_from))


def started(name: str, database: str) -> None:
    """Write that a worker has started, by a connection of its own that no child inherits.

    Best effort: where the archive is not there yet, its first step makes it.
    """
    engine = open_engine(database)
    now = datetime.now(UTC)
    view = _view(name, WorkerRole.CONTROL, "started", listens_to())
    try:
        with writing(engine) as session:
            workers.forget(session, now.timestamp())
            workers.saw(session, view.revised(started_at=now, last_seen=now))
    except SQLAlchemyError as error:
        _log.info("that %s started is not written: %s", name, type(error).__name__)
    finally:
        engine.dispose()


def _view(name: str, role: WorkerRole, did: str, queues: str) -> WorkerView:
    return WorkerView(
        name=name,
        role=role,
        queues=queues,
        last_did=did,
        # of a render worker's version its words do not tell
        version="" if role is WorkerRole.GPU else __version__,
        started_at=None,
        last_seen=datetime.now(UTC),
    )
