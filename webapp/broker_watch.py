"""How the broker fares: asked seldom, with little patience, and only while somebody looks.

Vendors bill commands. One command is sent when the diagnostics page or /metrics is asked for, at
most once a minute (for /metrics of a metered Redis once in five), by whichever web process comes
first: when it was asked last stands in the archive. A broker that is away is a state of things.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError

from storyworld.archive import broker_days
from storyworld.archive.broker_days import Counted
from storyworld.archive.engine import reading, writing
from storyworld.broker import BrokerCounter, BrokerTold
from storyworld.errors import ConfigurationError
from storyworld.keeper import BrokerFiles, recorded
from storyworld.records.diagnostics import BrokerState, BrokerView
from storyworld.settings import Settings
from webapp.database import db

log = logging.getLogger(__name__)
EVERY_S: Final = 60.0
METERED_EVERY_S: Final = 300.0
"""For whoever asks without end: a minute would be 43,000 commands a month."""
AWAY_S: Final = 10.0
"""One that was away is asked again sooner: that costs nothing."""
WITHIN_S: Final = 1.0
_SILENT: Final = f"no answer within {WITHIN_S:g} s"


@dataclass(frozen=True)
class Answer:
    """How the broker answered, and what it told, if it did."""

    state: BrokerState
    words: str = ""
    told: BrokerTold | None = None


class BrokerWatch:
    """Remembers how the broker answered last; asks again when that is too long ago.

    Parameters
    ----------
    address
        Gives the address of the broker, None where there is none.
    clock
        Seconds of a clock that is never set back.
    """

    def __init__(
        self, address: Callable[[], str | None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._address, self._clock = address, clock
        self._lock = threading.Lock()
        self._last: tuple[float, Answer] | None = None
        self._counter: tuple[str, BrokerCounter] | None = None
        self._asking: threading.Thread | None = None

    def look(self, every_s: float, asked_s_ago: float | None) -> Answer:
        """Give how it answered, asked anew if that is longer ago than `every_s`.

        `asked_s_ago` is when another process got an answer: then this one need not ask.
        """
        with self._lock:
            now = self._clock()
            if self._last is not None:
                at, last = self._last
                lasts_s = every_s if last.state is BrokerState.ANSWERS else AWAY_S
                if now - at < lasts_s:
                    return Answer(last.state, last.words)
            answers_elsewhere = asked_s_ago is not None and asked_s_ago < every_s
            if answers_elsewhere and self._address() is not None:
                return Answer(BrokerState.ANSWERS)
            answer = self._asked()
            self._last = (now, answer)
            return answer

    def _asked(self) -> Answer:
        """Ask in a thread of its own: to look a name up may take longer than anybody waits."""
        address = self._address()
        if address is None:
            return Answer(BrokerState.NONE)
        if self._asking is not None and self._asking.is_alive():
            return Answer(BrokerState.AWAY, _SILENT)
        answers: list[Answer] = []
        self._asking = threading.Thread(
            target=lambda: answers.append(self._answer(address)), name="broker-watch", daemon=True
        )
        self._asking.start()
        self._asking.join(WITHIN_S)
        return answers[0] if answers else Answer(BrokerState.AWAY, _SILENT)

    def _answer(self, address: str) -> Answer:
        try:
            if self._counter is None or self._counter[0] != address:
                self._counter = (address, BrokerCounter(address, WITHIN_S))
            return Answer(BrokerState.ANSWERS, told=self._counter[1].ask())
        except ConfigurationError as error:
            return Answer(BrokerState.AWAY, str(error).partition(": ")[0])


def init_app(app: Flask, settings: Settings) -> None:
    """Give the app its watch over the broker that its settings name, or the home's own."""

    def address() -> str | None:
        if settings.redis_url is not None:
            return settings.redis_url.get_secret_value()
        found = recorded(BrokerFiles(settings.home))
        return found.url if found else None

    app.extensions["storyworld.broker"] = BrokerWatch(address)


def look(every_s: float = EVERY_S) -> Answer:
    """Ask the broker if it is time, and write what it told."""
    watch: BrokerWatch = current_app.extensions["storyworld.broker"]
    with reading(db.engine) as session:
        last = broker_days.last_look(session)
    answer = watch.look(every_s, None if last is None else time.time() - last)
    if answer.told is not None:
        try:
            with writing(db.engine) as session:
                broker_days.count(session, answer.told)
        except SQLAlchemyError as error:
            log.warning("what the broker told is not written: %s", type(error).__name__)
    return answer


def view(answer: Answer, commands: Counted | None) -> BrokerView:
    """Put together how it answered and what is counted."""
    settings: Settings = current_app.extensions["storyworld"]
    if commands is None:
        return BrokerView(state=answer.state, words=answer.words, metered=settings.metered)
    return BrokerView(
        state=answer.state,
        words=answer.words,
        metered=settings.metered,
        commands_today=commands.today,
        commands_this_month=commands.this_month,
        exact=commands.exact,
        counted_at=datetime.fromtimestamp(commands.looked_at, UTC),
    )
