"""The render room: one thread in which pictures are made, and the patience of who waits outside.

A graphics card does one thing at a time, and what runs on it cannot be stopped from outside. So
pictures are made in one thread of the worker, while the thread of the task waits for it: it keeps
the deadline, tells the control side that the worker is alive, and can leave when the render cannot.
Encoding and uploading are done by the thread of the task, when the room is free for the next.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from typing import Final, TypeVar

from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode

Made = TypeVar("Made")
Tell = Callable[[int, int, str], None]

_TICK_S: Final = 0.1
LOADING_S: Final = 1800.0
"""How long a model may take to be hashed and loaded: the largest are tens of gigabytes."""
PROGRESS_S: Final = 2.0
"""A step done is told, but no more than one in so long: each word costs Redis commands."""
GRACE_S: Final = 2.0
"""How long a render may go on after it was told to stop, before it is left behind."""

_log = logging.getLogger(__name__)


@dataclass
class Patience:
    """Tells a render to stop when it is time; see :class:`storyworld.ports.Watch`.

    Parameters
    ----------
    deadline_s
        How long the render may take, from :meth:`start`; what is loaded before has its own.
    stopping
        Set when the worker is to end.
    canceled
        Whether nobody wants the film any more.
    tell
        Takes how far the render is: after its steps, and after `every_s` at the latest.
    """

    deadline_s: float
    stopping: threading.Event
    canceled: Callable[[], bool] = lambda: False
    tell: Tell = lambda _done, _of, _what: None
    every_s: float = 15.0
    _inside: bool = field(default=False, init=False)
    _until: float = field(default=float("inf"), init=False)
    _within_s: float = field(default=LOADING_S, init=False)
    _told: float = field(default=float("-inf"), init=False)
    _far: tuple[int, int, str] = field(default=(0, 0, "waiting"), init=False)

    def enter(self) -> None:
        """Say that its turn has come: first the model is loaded, unless it is there."""
        self._inside = True
        self._allow(LOADING_S)
        self.step(0, 0, "loading")

    def start(self) -> None:
        """Begin to count the render itself."""
        self._allow(self.deadline_s)
        self.step(0, 0, "rendering")

    def _allow(self, seconds: float) -> None:
        self._within_s, self._until = seconds, time.monotonic() + seconds

    def step(self, done: int, of: int, what: str) -> None:
        """See :class:`storyworld.ports.Watch`."""
        self._far = (done, of, what)
        self._go_on()
        self._say(min(PROGRESS_S, self.every_s))

    def check(self) -> None:
        """Let the render go on, or raise; say that it goes on, though no step was done.

        Raises
        ------
        StageError
            RENDER_TIMEOUT, RENDER_INTERRUPTED or RENDER_CANCELED.
        """
        self._go_on()
        self._say(self.every_s)

    def _go_on(self) -> None:
        if self.stopping.is_set():
            raise TransientError(FailureCode.RENDER_INTERRUPTED, "the render worker was stopped")
        if self.canceled():
            raise PermanentError(FailureCode.RENDER_CANCELED, "the render was canceled by hand")
        now = time.monotonic()
        if now > self._until:
            raise TransientError(
                FailureCode.RENDER_TIMEOUT,
                f"the render passed its deadline of {self._within_s:g} s ({self.how_far})",
                fix="set STORYWORLD_RENDER_DEADLINE_S higher, or use a faster card",
            )

    def _say(self, after_s: float) -> None:
        """Tell how far the render is, unless that was told less than so long ago."""
        now = time.monotonic()
        if self._inside and now - self._told >= after_s:
            self._told = now
            self.tell(*self._far)

    @property
    def how_far(self) -> str:
        """How far the render was when it last said so, in words."""
        done, of, what = self._far
        return f"{what}, step {done} of {of}" if of else what


class Room:
    """One thread that makes pictures, one job after the other.

    Parameters
    ----------
    on_lost
        Called when a job was left behind that did not stop: the room is of no use any more.
    """

    def __init__(self, on_lost: Callable[[], None] = lambda: None) -> None:
        self.on_lost = on_lost
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._opening = threading.Lock()

    def do(self, job: Callable[[], Made], patience: Patience) -> Made:
        """Have a job done in the room, and wait for it as long as patience lasts.

        Raises
        ------
        StageError
            What patience raises, even where the job does not stop.
        Exception
            What the job raises.
        """
        future: Future[Made] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                patience.enter()
                future.set_result(job())
            except BaseException as error:  # noqa: BLE001 - it is for who waits outside
                future.set_exception(error)

        self._open()
        self._jobs.put(work)
        while True:
            try:
                return future.result(timeout=_TICK_S)
            except NotYet:
                if future.done():  # by now, or its own error was that
                    return future.result()
                self._bear(future, patience)

    def _bear(self, future: "Future[Made]", patience: Patience) -> None:
        """Wait on, or leave: first what has not begun, then what does not stop in time."""
        try:
            patience.check()
        except StageError:
            if future.cancel():
                raise
            try:
                future.exception(timeout=GRACE_S)
            except NotYet:
                _log.error("a render does not stop: %s", patience.how_far)
                self.on_lost()
            raise

    def _open(self) -> None:
        with self._opening:
            if self._thread is None:
                # a daemon: what hangs in a driver must not keep the process
                self._thread = threading.Thread(target=self._run, name="render", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            self._jobs.get()()
