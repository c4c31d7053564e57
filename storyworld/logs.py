"""What processes log: a line of text for people, or one JSON object a line for machines.

Each line says what it is about, as far as that is known: episode, beat, attempt and stage of the
step that is worked on, id of the request that is answered. Whoever knows it binds it::

    with about_step(key):
        log.info("...")

What is bound is seen by this thread only, and by what it calls.
"""

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TextIO

from storyworld.records.identity import StepKey

Word = str | int
_NOTHING: Final[Mapping[str, Word]] = MappingProxyType({})
_about: ContextVar[Mapping[str, Word]] = ContextVar("storyworld.logs", default=_NOTHING)

_GOES_ON: Final = "\n    "

# They tell of each request and each migration, as important as what we tell of a goal.
_CHATTY: Final = (
    "alembic",
    "botocore",
    "google_genai",
    "httpcore",
    "httpx",
    "s3transfer",
    "urllib3",
)


class LogFormat(StrEnum):
    """How a line of the log is written."""

    TEXT = "text"
    JSON = "json"


@contextmanager
def bound(**said: Word | None) -> Iterator[None]:
    """Have every line within the block say what it is about; None says nothing."""
    before = _about.get()
    bind(**said)
    try:
        yield
    finally:
        _about.set(before)


def about_step(key: StepKey) -> AbstractContextManager[None]:
    """Have every line within the block name a step."""
    return bound(episode=key.episode_id, beat=key.beat, attempt=key.attempt, stage=key.stage)


def bind(**said: Word | None) -> None:
    """Have every line from here on say what it is about, until `clear`."""
    plain = {name: _plain(word) for name, word in said.items() if word is not None}
    _about.set({**_about.get(), **plain})


def clear() -> None:
    """Forget what lines are about."""
    _about.set(_NOTHING)


def about() -> Mapping[str, Word]:
    """Give what lines are about just here."""
    return _about.get()


def _plain(word: Word) -> Word:
    return word if isinstance(word, int) else str(word)


class JsonLines(logging.Formatter):
    """One JSON object a record: when, how grave, by whom, what, about what, and the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """See :class:`logging.Formatter`."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **about(),
            "process": record.process,
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class TextLines(logging.Formatter):
    """A line for people; what it is about stands in brackets.

    What goes on after a line break is set in, and what cannot be shown is written as Python would:
    strangers choose the paths they ask for, and must not write lines that look like ours.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """See :class:`logging.Formatter`."""
        return _GOES_ON.join(map(_shown, super().format(record).split("\n")))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """See :class:`logging.Formatter`."""
        said = " ".join(f"{name}={word}" for name, word in about().items())
        return super().formatMessage(record) + (f" [{said}]" if said else "")


def _shown(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c == "\t" else ascii(c)[1:-1] for c in line)


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to whatever stderr is when it writes: a fork, a test or a daemon may replace it."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:
        """Where it writes."""
        return sys.stderr

    @stream.setter
    def stream(self, _stream: TextIO) -> None:
        """Nothing else is taken."""


def configure(level: str, form: LogFormat) -> None:
    """Have this process write its log to stderr: from a level on, in a form.

    Loggers that wrote by themselves (gunicorn's) write as all others from then on.
    """
    ours = _Stderr()
    ours.setFormatter(JsonLines() if form is LogFormat.JSON else TextLines())
    root = logging.getLogger()
    root.handlers[:] = [ours]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    for name in ("gunicorn.error", "gunicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
