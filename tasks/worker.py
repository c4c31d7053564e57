"""The worker: as Celery's, but one that only renders is of another make.

``celery -A tasks worker -Q gpu`` runs threads, not processes (docs/decisions/0019): it answers
its supervisor while it renders, a card is not forked, and a signal reaches the render. One thread
makes pictures (:mod:`tasks.room`); the other tasks encode, upload, or wait for their turn.
"""

import logging
import os
import signal
import threading
from collections.abc import Collection
from typing import Any, Final

from celery.apps import worker
from celery.signals import task_revoked, worker_ready, worker_shutting_down

from tasks import pipeline, rendering

RENDERING: Final = "gpu"
_RENDER: Final = "storyworld.render"
AT_ONCE: Final = 2
"""While one film is encoded and uploaded, the pictures of the next are made."""
EXIT_WITHIN_S: Final = 4.5
_LEFT_BEHIND: Final = 75  # EX_TEMPFAIL: start me again

_log = logging.getLogger(__name__)


class Worker(worker.Worker):  # type: ignore[misc]  # celery is untyped
    """A worker that chooses its pool by what it is there for."""

    def setup_defaults(self, *args: Any, **options: Any) -> None:
        """Take Celery's defaults, and threads where nothing but rendering is asked for."""
        super().setup_defaults(*args, **options)
        self.renders = _only_rendering(options.get("queues"))
        if self.renders:
            self.pool_cls = "threads"
            self.concurrency = options.get("concurrency") or AT_ONCE


def _only_rendering(queues: object) -> bool:
    named = queues.split(",") if isinstance(queues, str) else queues
    return isinstance(named, Collection) and set(named) == {RENDERING}


@worker_ready.connect  # type: ignore[untyped-decorator]
def _ready(sender: Any, **_: object) -> None:
    """Have the model loaded before the first request, and leave when a render hangs.

    A worker of the control side writes in the archive that it is there.
    """
    if getattr(sender.controller, "renders", False):
        rendering.room.on_lost = _leave
        worker_shutting_down.connect(_stop, weak=False)
        threading.Thread(target=rendering.warm_up, name="warm-up", daemon=True).start()
    else:
        from storyworld.composition import settings
        from tasks.sighting import started

        started(sender.hostname, settings().database)


@task_revoked.connect  # type: ignore[untyped-decorator]
def _revoked(sender: Any, request: Any, **_: object) -> None:
    """Report a render that was revoked before it began: Celery acknowledges it, and runs no task.

    One that is revoked in its midst is not told here: it ends, and reports, by itself.
    """
    if sender.name != _RENDER:
        return
    for message in request.args:
        asked = rendering.asked_in(message)
        if asked is not None:
            pipeline.report(asked.key, rendering.canceled(asked))


def _stop(**_: object) -> None:
    """Stop what is being rendered: it says so, and is sent again. Then be gone, come what may."""
    rendering.stopping.set()
    last = threading.Timer(EXIT_WITHIN_S, _exit)
    last.daemon = True
    last.start()


def _exit() -> None:
    """End the process, which only waits for the broker, or for what does not stop."""
    os._exit(_LEFT_BEHIND if rendering.going_on() else 0)


def _leave() -> None:
    """End a worker whose render does not stop: whoever supervises it starts it anew."""
    _log.error("leaving: what hangs in a thread ends only with its process")
    os.kill(os.getpid(), signal.SIGTERM)
