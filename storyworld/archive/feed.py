"""Reading the events: what was written after a place, and what is being written now.

Events are numbered as they are written. On SQLite, where one transaction writes at a time, they are
seen in that order, too. On PostgreSQL the transaction that took the lower number may commit last:
whoever only asks for what is above the highest number seen never hears of it. A `Tail` therefore
remembers the numbers that it has not seen below one that it has, and looks for them again until
their transactions are known to have ended (docs/decisions/0026).
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Engine, Row, func, select, text
from sqlalchemy.orm import Session

from storyworld.archive.engine import reading
from storyworld.archive.tables import EpisodeRow, EventRow
from storyworld.errors import NotFound
from storyworld.records.access import Owner
from storyworld.records.event import Event, EventKind
from storyworld.records.frozen import Identifier, Record
from storyworld.records.identity import Stage

PAGE: Final = 500
"""How many events are read at a time."""
SPAN: Final = 20_000
"""Over how many numbers one reading goes: who owns few among many events holds nobody up."""
LOOKED_BACK: Final = 500
"""How many numbers below the highest may still be unseen when a tail begins."""
SETTLING_S: Final = 1.0
"""Who took a number is in the midst of an INSERT: by then its transaction has a number, too."""
GIVEN_UP_S: Final = 300.0
"""No transaction of ours lasts that long; one of another program in this server may."""

_EVENTS = select(EventRow, EpisodeRow.owner).join(
    EpisodeRow, EpisodeRow.episode_id == EventRow.episode_id
)
# not pg_snapshot_xmax: it is one above those that have ended, and others may run beyond it
_OLDEST = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
_OURS = text("SELECT pg_current_xact_id()::text::bigint")


class Wanted(Record):
    """Which events somebody wants to hear of: those of an owner, or fewer."""

    owner: Owner
    episode_id: Identifier | None = None
    kind: EventKind | None = None
    stage: Stage | None = None

    def takes(self, written: "Written") -> bool:
        """Say whether an event is among them."""
        event = written.event
        return (
            written.owner == self.owner
            and self.episode_id in (None, event.episode_id)
            and self.kind in (None, event.kind)
            and self.stage in (None, event.stage)
        )

    def conditions(self) -> tuple[ColumnElement[bool], ...]:
        """Give what is asked of the rows, an event's and its episode's."""
        conditions = [EpisodeRow.owner == self.owner]
        if self.episode_id is not None:
            conditions.append(EventRow.episode_id == self.episode_id)
        if self.kind is not None:
            conditions.append(EventRow.kind == self.kind)
        if self.stage is not None:
            conditions.append(EventRow.stage == self.stage)
        return tuple(conditions)


@dataclass(frozen=True)
class Written:
    """One event and whose it is."""

    event: Event
    owner: str


@dataclass(frozen=True)
class Place:
    """How far a tail has come: up to `top`, but for what is `missing`.

    All up to `settled` is known: nothing will ever appear there that was not seen.
    """

    top: int
    missing: frozenset[int] = frozenset()

    @property
    def settled(self) -> int:
        """The highest number below which nothing is missing."""
        return min(self.missing) - 1 if self.missing else self.top


@dataclass(frozen=True)
class Look:
    """What one look found: events that are new to a tail, and who was still writing meanwhile.

    All transactions below the number `oldest` had ended, all that had begun have one below `ours`,
    which is only asked for where something was missing.
    """

    found: tuple[Written, ...]
    full: bool = False
    oldest: int = 0
    ours: int | None = None


@dataclass
class _Gap:
    """A number that was not seen; who took it writes in a transaction below `barrier`."""

    since: float
    barrier: int | None = None


class Tail:
    """Follows what is written from now on: each event once, however late its transaction commits.

    Parameters
    ----------
    session
        A reading session, for where to begin.
    clock
        Seconds that only go forward.
    """

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._in_order = session.get_bind().dialect.name == "sqlite"
        self._top = session.scalar(select(func.max(EventRow.event_id))) or 0
        lowest = max(1, self._top - LOOKED_BACK)
        seen = select(EventRow.event_id).where(EventRow.event_id >= lowest)
        self._gaps: dict[int, _Gap] = {}
        self._miss(lowest, {} if self._in_order else dict.fromkeys(session.scalars(seen)))

    @property
    def place(self) -> Place:
        """How far it has come."""
        return Place(self._top, frozenset(self._gaps))

    def look(self, session: Session) -> Look:
        """Look for what it has not seen; changes nothing yet."""
        new = _EVENTS.where(EventRow.event_id > self._top).order_by(EventRow.event_id).limit(PAGE)
        if not self._gaps:
            rows = session.execute(new).all()
            return Look(tuple(map(_written, rows)), full=len(rows) == PAGE)
        oldest: int = session.execute(_OLDEST).scalar_one()
        late = _EVENTS.where(EventRow.event_id.in_(self._gaps)).order_by(EventRow.event_id)
        before, rows = session.execute(late).all(), session.execute(new).all()
        unbarred = any(gap.barrier is None and self._settles(gap) for gap in self._gaps.values())
        return Look(
            tuple(map(_written, (*before, *rows))),
            full=len(rows) == PAGE,
            oldest=oldest,
            ours=session.execute(_OURS).scalar_one() if unbarred else None,
        )

    def take(self, look: Look) -> tuple[Written, ...]:
        """Take note of what a look found; give it, lowest number first."""
        numbers = {written.event.event_id: None for written in look.found}
        for number in numbers:
            self._gaps.pop(number, None)
        self._let_go(look)
        above = [number for number in numbers if number > self._top]
        if above:
            first, self._top = self._top + 1, max(above)
            self._miss(max(first, self._top - LOOKED_BACK), numbers)
        return look.found

    def _miss(self, first: int, seen: dict[int, None]) -> None:
        """Note which numbers up to the top were not seen."""
        if not self._in_order:
            since = self._clock()
            unseen = (number for number in range(first, self._top + 1) if number not in seen)
            self._gaps.update((number, _Gap(since)) for number in unseen)

    def _settles(self, gap: _Gap) -> bool:
        return self._clock() - gap.since >= SETTLING_S

    def _let_go(self, look: Look) -> None:
        """Forget the numbers that nobody can write any more: their transactions were undone."""
        given_up = self._clock() - GIVEN_UP_S
        for number, gap in list(self._gaps.items()):
            ended = gap.barrier is not None and look.oldest >= gap.barrier
            if ended or gap.since < given_up:
                del self._gaps[number]
            elif gap.barrier is None and self._settles(gap):
                gap.barrier = look.ours


def replayed(
    engine: Engine, wanted: Wanted, after: int, place: Place
) -> Iterator[tuple[Event, ...]]:
    """Read what a tail had seen at a place, above a number, page by page.

    Between two pages nothing is held. A page may be empty.
    """
    while after < place.top:
        upto = place.top if wanted.episode_id else min(place.top, after + SPAN)
        asked = (
            _EVENTS.where(EventRow.event_id > after, EventRow.event_id <= upto)
            .where(*wanted.conditions())
            .order_by(EventRow.event_id)
            .limit(PAGE)
        )
        with reading(engine) as session:
            found = [_written(row).event for row in session.execute(asked)]
        yield tuple(event for event in found if event.event_id not in place.missing)
        after = found[-1].event_id if len(found) == PAGE else upto


def require_episode(session: Session, episode_id: str, owner: str) -> None:
    """Refuse to speak of an episode that is not there, or another's.

    Raises
    ------
    NotFound
        In the same words for both.
    """
    asked = select(EpisodeRow.episode_id).where(
        EpisodeRow.episode_id == episode_id, EpisodeRow.owner == owner
    )
    if session.scalar(asked) is None:
        raise NotFound(f"there is no simulation {episode_id}", field="episode_id")


def _written(row: Row[EventRow, str]) -> Written:
    told, owner = row
    event = Event(
        event_id=told.event_id,
        episode_id=told.episode_id,
        kind=told.kind,
        stage=None if told.stage is None else Stage(told.stage),
        beat=told.beat,
        attempt=told.attempt,
        detail=told.detail,
        at=told.at,
    )
    return Written(event, owner)
