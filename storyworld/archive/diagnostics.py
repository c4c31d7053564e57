"""What the archive tells operators: how the queues stand, who was seen, what failed, what it costs.

No statement reads all of a long table: what failed and where episodes stand is found by index, and
costs by the names of their episodes, which begin with the time they were made at.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from storyworld.archive import broker_days, measuring, steps, workers
from storyworld.archive.breakers import open_breakers
from storyworld.archive.broker_days import Counted
from storyworld.archive.purchases import OPEN, PurchaseRow
from storyworld.archive.tables import ArtifactRow, CostKind, CostRow, EpisodeRow, StepRow, StepState
from storyworld.records.diagnostics import DatabaseView, ObserverView, Spending, WorkerView
from storyworld.records.episode import BreakerView, EpisodeState, QueueView, StepView
from storyworld.records.identity import first_id_at
from storyworld.records.observation import ObserverAvailability

FAILURES_SHOWN: Final = 10
A_DAY: Final = timedelta(days=1)
_SILENT: Final = {ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED}


@dataclass(frozen=True)
class OfArchive:
    """What the archive tells; the rest of :class:`Diagnostics` is known elsewhere."""

    workers: tuple[WorkerView, ...]
    queues: tuple[QueueView, ...]
    given_up_today: int
    episodes: tuple[tuple[EpisodeState, int], ...]
    last_failures: tuple[StepView, ...]
    database: DatabaseView
    films_kept: int
    films_deleted: int
    film_bytes: int
    observers: tuple[ObserverView, ...]
    breakers: tuple[BreakerView, ...]
    spending: Spending
    commands: Counted | None


def diagnostics(session: Session, *, owner: str, now: datetime | None = None) -> OfArchive:
    """Look at everything once.

    Parameters
    ----------
    owner
        Whose episodes, failures and money are told; all else is everybody's.
    """
    now = now or datetime.now(UTC)
    at = now.timestamp()
    kept, film_bytes = session.execute(
        select(func.count(), func.coalesce(func.sum(ArtifactRow.size_bytes), 0)).where(
            ArtifactRow.deleted_at.is_(None)
        )
    ).one()
    return OfArchive(
        workers=workers.seen(session, at),
        queues=measuring.queues(session, at),
        given_up_today=_given_up(session, now - A_DAY),
        episodes=_episodes(session, owner),
        last_failures=_failures(session, owner),
        database=_database(session),
        films_kept=kept,
        films_deleted=measuring.films(session, ArtifactRow.deleted_at.is_not(None)),
        film_bytes=int(film_bytes),
        observers=_observers(session, at),
        breakers=open_breakers(session),
        spending=_spending(session, owner, now),
        commands=broker_days.counted(session, at),
    )


def _given_up(session: Session, since: datetime) -> int:
    """Count the steps that were given up, of those made since an instant."""
    dead = select(func.count()).where(
        StepRow.failure.is_not(None), StepRow.created_at >= since, StepRow.state == StepState.DEAD
    )
    return session.scalar(dead) or 0


def _episodes(session: Session, owner: str) -> tuple[tuple[EpisodeState, int], ...]:
    rows = session.execute(
        select(EpisodeRow.state, func.count())
        .where(EpisodeRow.owner == owner)
        .group_by(EpisodeRow.state)
    )
    return tuple((EpisodeState(state), count) for state, count in rows)


def _failures(session: Session, owner: str) -> tuple[StepView, ...]:
    rows = session.scalars(
        select(StepRow)
        .where(StepRow.failure.is_not(None), _is_of(owner, StepRow.episode_id))
        .order_by(StepRow.created_at.desc())
        .limit(FAILURES_SHOWN)
    )
    return tuple(steps.view(row) for row in rows)


def _is_of(owner: str, episode_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Keep the rows of an owner's episodes.

    A condition and no join: SQLite would begin with all episodes of the owner, and there are many
    more of them than of what failed, is open, or is of today.
    """
    its = select(EpisodeRow.episode_id).where(EpisodeRow.episode_id == episode_id)
    return its.where(EpisodeRow.owner == owner).exists()


def _observers(session: Session, now: float) -> tuple[ObserverView, ...]:
    asked: dict[str, list[int]] = {}
    for each in measuring.observers(session, now):
        counts = asked.setdefault(each.observer, [0, 0])
        counts[0] += each.observations
        counts[1] += each.observations if each.availability in _SILENT else 0
    return tuple(
        ObserverView(
            observer=name,
            observations=made,
            unavailable=silent,
            unavailable_share=silent / made,
        )
        for name, (made, silent) in asked.items()
    )


def _spending(session: Session, owner: str, now: datetime) -> Spending:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    orders, held = session.execute(
        select(func.count(), func.coalesce(func.sum(PurchaseRow.estimate_usd), 0.0)).where(
            PurchaseRow.state.in_(OPEN), _is_of(owner, PurchaseRow.episode_id)
        )
    ).one()
    return Spending(
        today_usd=_settled(session, owner, today),
        last_30_days_usd=_settled(session, owner, now - 30 * A_DAY),
        open_orders=orders,
        open_orders_usd=held,
    )


def _settled(session: Session, owner: str, since: datetime) -> float:
    """Add up what was settled since an instant, of episodes begun at most a day before."""
    first = first_id_at("ep", (since - A_DAY).timestamp())
    spent = session.scalar(
        select(func.sum(CostRow.usd)).where(
            CostRow.episode_id >= first,
            CostRow.kind == CostKind.SETTLED,
            CostRow.created_at >= since,
            _is_of(owner, CostRow.episode_id),
        )
    )
    return spent or 0.0


def _database(session: Session) -> DatabaseView:
    return DatabaseView(
        kind=session.get_bind().engine.dialect.name,
        bytes=measuring.database_bytes(session),
        wal_bytes=measuring.file_bytes(session, "-wal"),
        revision=_revision(session),
        newest_revision=_newest_revision(),
    )


def _revision(session: Session) -> str | None:
    """Give the schema's revision; None in an archive that was never migrated."""
    try:
        with session.begin_nested():
            found = session.scalar(text("SELECT version_num FROM alembic_version"))
            return None if found is None else str(found)
    except DBAPIError:
        return None


@lru_cache(maxsize=1)
def _newest_revision() -> str | None:
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(Path(__file__).parent / "migrations")).get_current_head()
