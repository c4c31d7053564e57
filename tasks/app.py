"""The Celery app. Importing it touches no network, no database and no Flask."""

import logging
from functools import cached_property
from typing import Any

from celery import Celery, Task
from celery.signals import celeryd_init, setup_logging, worker_process_shutdown
from celery.worker.consumer import Consumer
from kombu.transport import TRANSPORT_ALIASES

from storyworld import logs, tracing
from storyworld.settings import Settings

# a malformed message kills a stock consumer; see tasks.guard
for _scheme in ("redis", "rediss"):
    TRANSPORT_ALIASES[_scheme] = "tasks.guard:Transport"


class Reticent(Task):  # type: ignore[misc]  # celery is untyped
    """A task whose result is logged in a few words: it may hold a nonce, or leave to upload."""

    abstract = True
    resultrepr_maxsize = 46


class App(Celery):  # type: ignore[misc]  # celery is untyped
    """Celery with a worker that knows what it is there for."""

    task_cls = Reticent

    @cached_property
    def Worker(self) -> type:  # noqa: N802 - Celery's name
        """The class of workers."""
        made: type = self.subclass_with_self("tasks.worker:Worker")
        return made


app = App("storyworld")
app.config_from_object("celeryconfig")


@celeryd_init.connect  # type: ignore[untyped-decorator]
def _lean(options: dict[str, Any], **_: object) -> None:
    """Leave out what chats over a metered Redis: workers need not know each other.

    Heartbeats are kept where events are asked for (``-E``, for Flower). That a starting worker asks
    the others once what was revoked stays: a render that nobody wants is not begun.
    """
    idle = {"gossip:Gossip"} | (set() if options.get("task_events") else {"heart:Heart"})
    steps = Consumer.Blueprint.default_steps
    steps[:] = [step for step in steps if step.rsplit(".", 1)[-1] not in idle]


@setup_logging.connect  # type: ignore[untyped-decorator]
def _log_as_all_do(**_: object) -> None:
    """Log as the settings say, whatever ``-l`` says: one form for all processes."""
    settings = Settings.from_environment()
    logs.configure(settings.log_level, settings.log_format)
    logging.getLogger("celery.worker.control").addFilter(_tells_of_no_result)


def _tells_of_no_result(record: logging.LogRecord) -> bool:
    """Drop Celery's warning that what is revoked has no result to be marked: nothing has one."""
    return not record.msg.startswith("Failed to mark task")


@worker_process_shutdown.connect  # type: ignore[untyped-decorator]
def _send_the_last_spans(**_: object) -> None:
    """Send what was not sent yet: a child of a worker ends without cleaning up."""
    tracing.close()
