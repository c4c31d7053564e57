"""What is measured of the archive: no statement reads a record, none reads all of a long table.

Open and dead steps are found by their index. Observations have no index of time, but names of
episodes begin with the time they were made at: those of the last hour are a stretch of an index.
"""

import time
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import Session

from storyworld.archive.breakers import open_breakers
from storyworld.archive.tables import (
    ArtifactRow,
    EpisodeRow,
    EventRow,
    ObservationRow,
    StepRow,
    StepState,
)
from storyworld.records.episode import EpisodeState, QueueView
from storyworld.records.identity import Stage, first_id_at
from storyworld.records.measured import Measured, ObserverCount
from storyworld.records.observation import ObserverAvailability

WITHIN_S: Final = 3600.0
MOST_OBSERVERS: Final = 50


def measured(session: Session, now: float | None = None) -> Measured:
    """Look at queues, episodes, observers, films and sizes.

    Parameters
    ----------
    now
        Seconds since 1970.
    """
    now = time.time() if now is None else now
    return Measured(
        queues=queues(session, now),
        again=_again(session),
        episodes=_episodes(session),
        breakers=open_breakers(session),
        observers=observers(session, now),
        events=session.scalar(select(func.max(EventRow.event_id))) or 0,
        films_kept=films(session, ArtifactRow.deleted_at.is_(None)),
        films_deleted=films(session, ArtifactRow.deleted_at.is_not(None)),
        database_bytes=database_bytes(session),
        wal_bytes=file_bytes(session, "-wal"),
    )


def queues(session: Session, now: float) -> tuple[QueueView, ...]:
    """Give how the queue of each stage stands: what waits and for how long, what was given up."""
    counted = {
        (stage, state): (count, oldest)
        for stage, state, count, oldest in session.execute(
            select(StepRow.stage, StepRow.state, func.count(), func.min(StepRow.created_at))
            .where(StepRow.state.in_((StepState.READY, StepState.DEAD)))
            .group_by(StepRow.stage, StepRow.state)
        )
    }
    found = []
    for stage in Stage:
        ready, oldest = counted.get((stage, StepState.READY), (0, None))
        dead, _ = counted.get((stage, StepState.DEAD), (0, None))
        age = None if oldest is None else max(0.0, now - oldest.timestamp())
        found.append(QueueView(stage=stage, ready=ready, dead=dead, oldest_ready_s=age))
    return tuple(found)


def _again(session: Session) -> tuple[tuple[Stage, int], ...]:
    rows = session.execute(
        select(StepRow.stage, func.count())
        .where(StepRow.state == StepState.READY, StepRow.claims > 1)
        .group_by(StepRow.stage)
    )
    counted = dict(rows.all())
    return tuple((stage, counted.get(stage, 0)) for stage in Stage)


def _episodes(session: Session) -> tuple[tuple[EpisodeState, int], ...]:
    rows = session.execute(select(EpisodeRow.state, func.count()).group_by(EpisodeRow.state))
    counted = dict(rows.all())
    return tuple((state, counted.get(state, 0)) for state in EpisodeState)


def observers(session: Session, now: float) -> tuple[ObserverCount, ...]:
    """Count, by observer and availability, the observations of episodes begun in the last hour."""
    # on its own, or SQLite would go through the whole of an index that is in the order asked for
    recent = (
        select(ObservationRow.observer, ObservationRow.availability)
        .where(ObservationRow.episode_id >= first_id_at("ep", now - WITHIN_S))
        .cte("recent")
        .prefix_with("MATERIALIZED")
    )
    rows = session.execute(
        select(recent.c.observer, recent.c.availability, func.count())
        .group_by(recent.c.observer, recent.c.availability)
        .order_by(recent.c.observer, recent.c.availability)
        .limit(MOST_OBSERVERS * len(ObserverAvailability))
    )
    return tuple(
        ObserverCount(observer=observer, availability=ObserverAvailability(how), observations=count)
        for observer, how, count in rows
    )


def films(session: Session, which: ColumnElement[bool]) -> int:
    """Count the films that are so."""
    return session.scalar(select(func.count()).select_from(ArtifactRow).where(which)) or 0


def database_bytes(session: Session) -> int | None:
    """Give the size of the archive, without SQLite's write-ahead log; None if it is unknown."""
    if session.get_bind().engine.dialect.name == "sqlite":
        return file_bytes(session, "")
    size = session.scalar(text("SELECT pg_database_size(current_database())"))
    return None if size is None else int(size)


def file_bytes(session: Session, suffix: str) -> int | None:
    """Give the size of a file of SQLite's; 0 where that one is not there just now."""
    engine = session.get_bind().engine
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name:
        return None
    try:
        return Path(name + suffix).stat().st_size
    except OSError:
        return 0
