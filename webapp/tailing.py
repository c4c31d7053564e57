"""One tailer a process looks for new events while somebody listens, and hands them on.

It asks the archive alone, four times a second; no Redis command is sent. Between two looks nothing
is held: no transaction, no connection. It starts with the first listener and ends with the last.
Whoever listens by a key that is revoked or expires, or by a session that is left, is told nothing
that was written afterwards.
"""

import logging
import os
import socket
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld.archive import keys, sessions
from storyworld.archive.engine import reading
from storyworld.archive.feed import Look, Place, Tail, Wanted
from storyworld.records.frozen import Record

log = logging.getLogger(__name__)
LOOK_EVERY_S: Final = 0.25
LOOK_ON_S: Final = 0.02
"""How long it waits where more was written than one look reads."""
LOOK_AGAIN_S: Final = 1.0
"""How long it waits after the archive did not answer."""
KEYS_EVERY_S: Final = 2.0
"""How often it looks whether keys still count while nothing happens: such a stream ends, too."""
MOST_UNREAD: Final = 1000
STUCK_S: Final = 30.0
"""How long one writing to a listener may take: who reads nothing for so long is hung up on."""


class Crowded(Exception):  # noqa: N818  (named for what it says, as in storyworld/errors.py)
    """As many listen as may: of one owner, or of all."""

    def __init__(self, most: int, *, of_owner: bool = False) -> None:
        super().__init__(most)
        self.most, self.of_owner = most, of_owner


class Message(Record):
    """One event as it is sent, and the number after which whoever has it may go on."""

    position: int
    json_text: str


@dataclass(frozen=True)
class By:
    """By what somebody listens: a key, and the name of the session if that was begun by it."""

    key_id: str
    session: str | None = None


class Listener:
    """One who listens: what was not yet read, and up to where nothing is missing.

    Parameters
    ----------
    wanted
        What is handed on.
    place
        Where it begins: all that was seen there is not handed on.
    connection
        The socket that it is written to, if it is known.
    by
        By what somebody listens; None where nobody needs anything.
    """

    def __init__(
        self,
        wanted: Wanted,
        place: Place,
        connection: socket.socket | None,
        by: By | None = None,
    ) -> None:
        self.wanted = wanted
        self.place = place
        self.by = by
        self._connection = connection
        self._changed = threading.Condition()
        self._unread: deque[Message] = deque()
        self._position = place.settled
        self._ended = False
        self._busy_since: float | None = time.monotonic()

    def wait(self, seconds: float) -> tuple[tuple[Message, ...], int] | None:
        """Wait for messages; give them, or none, and the position behind them; None at the end."""
        with self._changed:
            self._busy_since = None
            self._changed.wait_for(lambda: self._unread or self._ended, seconds)
            self._busy_since = time.monotonic()
            if self._ended:
                return None
            messages = tuple(self._unread)
            self._unread.clear()
            return messages, self._position

    def read_on(self) -> bool:
        """Note that it was written to; whether there is still somebody who reads."""
        with self._changed:
            self._busy_since = time.monotonic()
            return not self._ended

    def tell(self, messages: tuple[Message, ...], position: int) -> bool:
        """Hand messages on; False if too many are unread already."""
        with self._changed:
            self._position = position
            self._unread.extend(messages)
            if messages:
                self._changed.notify()
            return len(self._unread) <= MOST_UNREAD

    def end(self) -> None:
        """Have the stream end as soon as whoever writes it looks."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def hang_up(self) -> None:
        """End it, and whatever is just being written: nobody reads it."""
        self.end()
        if self._connection is not None:
            with suppress(OSError):  # gone already
                self._connection.shutdown(socket.SHUT_RDWR)

    def stuck(self, now: float) -> bool:
        """Whether one writing has taken too long."""
        since = self._busy_since
        return since is not None and now - since > STUCK_S

    def left(self) -> bool:
        """Whether the other side has closed the connection."""
        if self._connection is None:
            return False
        try:
            return not self._connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True


class Tailer:
    """Looks for new events as long as somebody listens.

    Parameters
    ----------
    engine
        Where the archive is.
    limit
        How many may listen at once.
    look_every_s
        How long it waits between two looks.
    shared
        Whether there are several owners: then none of them has more than half of the places.
    """

    def __init__(
        self,
        engine: Engine,
        limit: int,
        look_every_s: float = LOOK_EVERY_S,
        *,
        shared: bool = False,
    ) -> None:
        self._engine = engine
        self._look_every_s = look_every_s
        self._shared = shared
        self._serving: Callable[[], bool] = lambda: True
        self.limit = limit
        self._begin()
        _ALL.add(self)

    def forget(self) -> None:
        """Begin anew in a process that was forked off: its threads and locks stayed behind."""
        self._engine.dispose(close=False)
        self._begin()

    def _begin(self) -> None:
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._tail: Tail | None = None
        self._listeners: set[Listener] = set()
        self.trouble = ""

    def serve(self, *, threads: int, serving: Callable[[], bool]) -> None:
        """Be told of the server: at most half of its threads listen, and all end with it."""
        self.limit = min(self.limit, threads // 2)
        self._serving = serving

    def listen(
        self,
        wanted: Wanted,
        connection: socket.socket | None = None,
        by: By | None = None,
    ) -> Listener:
        """Begin to listen; whoever does calls `leave` at the end.

        Raises
        ------
        Crowded
            If as many listen as may.
        """
        with self._lock:
            self._require_room(wanted.owner)
            if self._tail is None:
                with reading(self._engine) as session:
                    self._tail = Tail(session)
                self._stop = threading.Event()
                threading.Thread(
                    target=self._run, args=(self._tail, self._stop), name="tailer", daemon=True
                ).start()
            listener = Listener(wanted, self._tail.place, connection, by)
            self._listeners.add(listener)
            return listener

    def _require_room(self, owner: str) -> None:
        if len(self._listeners) >= self.limit or not self._serving():
            raise Crowded(self.limit)
        most = (self.limit + 1) // 2
        if self._shared and sum(one.wanted.owner == owner for one in self._listeners) >= most:
            raise Crowded(most, of_owner=True)

    def leave(self, listener: Listener) -> None:
        """Listen no longer; with the last one the tailer ends. May be said twice."""
        listener.end()
        with self._lock:
            self._let_go(listener)

    def close(self) -> None:
        """End all streams."""
        for listener in self._here():
            self.leave(listener)

    @property
    def listening(self) -> int:
        """How many listen."""
        return len(self._listeners)

    @property
    def runs(self) -> bool:
        """Whether the tailer looks for events."""
        return self._tail is not None

    def _let_go(self, listener: Listener) -> None:
        self._listeners.discard(listener)
        if not self._listeners:
            self._tail = None
            self._stop.set()

    def _here(self) -> tuple[Listener, ...]:
        with self._lock:
            return tuple(self._listeners)

    def _run(self, tail: Tail, stop: threading.Event) -> None:
        keys_seen = -KEYS_EVERY_S
        while not stop.is_set():
            pause_s = self._look_every_s
            try:
                with reading(self._engine) as session:
                    look = tail.look(session)
                    if look.found or time.monotonic() - keys_seen >= KEYS_EVERY_S:
                        self._show_out(session)
                        keys_seen = time.monotonic()
                self._hand_on(tail, look, stop)
                pause_s = min(pause_s, LOOK_ON_S) if look.full else pause_s
                self._note("")
            except SQLAlchemyError as error:
                self._note(str(getattr(error, "orig", None) or error))
                pause_s = max(pause_s, LOOK_AGAIN_S)
            except Exception as error:
                log.exception("an event cannot be read")
                self._note(str(error))
                pause_s = max(pause_s, LOOK_AGAIN_S)
            self._look_after()
            stop.wait(pause_s)

    def _note(self, trouble: str) -> None:
        """Tell once that the archive is away, and once that it is back."""
        if bool(trouble) != bool(self.trouble):
            log.warning("events: %s", trouble or "the archive answers again")
        self.trouble = trouble

    def _show_out(self, session: Session) -> None:
        """End the streams of who may listen no more, before what was just found is handed on."""
        known = {listener: listener.by for listener in self._here() if listener.by is not None}
        if not known:
            return
        counting = keys.standing(session, {by.key_id for by in known.values()})
        names = {by.session for by in known.values() if by.session is not None}
        open_ = sessions.standing(session, names) if names else frozenset()
        for listener, by in known.items():
            if by.key_id not in counting or not (by.session is None or by.session in open_):
                self.leave(listener)

    def _hand_on(self, tail: Tail, look: Look, stop: threading.Event) -> None:
        """Give every listener what it wants of a look.

        Who has an event may go on after it, unless one with a lower number is still missing: it
        then goes on where nothing is, and hears some of them twice.
        """
        with self._lock:
            if stop.is_set():  # whoever listens now has a tail of their own
                return
            found = tail.take(look)
            settled = tail.place.settled
            texts = [
                (each, Message(position=min(each.event.event_id, settled),
                               json_text=each.event.model_dump_json()))
                for each in found
            ]  # fmt: skip
            for listener in tuple(self._listeners):
                wants = tuple(message for each, message in texts if listener.wanted.takes(each))
                if not listener.tell(wants, settled):
                    log.info("a listener reads too slowly: it is hung up on")
                    listener.hang_up()
                    self._let_go(listener)

    def _look_after(self) -> None:
        """End the streams that nobody reads any more, and all when the server ends."""
        now, serving = time.monotonic(), self._serving()
        with self._lock:  # nobody closes a connection meanwhile: they leave first
            for listener in tuple(self._listeners):
                if listener.stuck(now) or listener.left():
                    listener.hang_up()
                    self._let_go(listener)
                elif not serving:
                    listener.end()


_ALL: "weakref.WeakSet[Tailer]" = weakref.WeakSet()


def _forget_all() -> None:
    for tailer in _ALL:
        tailer.forget()


os.register_at_fork(after_in_child=_forget_all)
