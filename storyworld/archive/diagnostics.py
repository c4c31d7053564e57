"""How the queues stand, for operators."""

import time
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storyworld.archive import steps
from storyworld.archive.breakers import open_breakers
from storyworld.archive.measuring import queues
from storyworld.archive.tables import EpisodeRow, StepRow
from storyworld.records.episode import Diagnostics, EpisodeState


def diagnostics(session: Session) -> Diagnostics:
    """Count steps per stage and episodes per state, and give the last failures."""
    states = session.execute(
        select(EpisodeRow.state, func.count()).group_by(EpisodeRow.state)
    ).all()
    failed = session.scalars(
        select(StepRow)
        .where(StepRow.failure.is_not(None))
        .order_by(StepRow.created_at.desc())
        .limit(10)
    )
    engine = session.get_bind().engine
    return Diagnostics(
        queues=queues(session, time.time()),
        breakers=open_breakers(session),
        episodes=tuple((EpisodeState(state), count) for state, count in states),
        last_failures=tuple(steps.view(row) for row in failed),
        database=engine.dialect.name,
        database_bytes=_size(engine.url.database) if engine.dialect.name == "sqlite" else None,
    )


def _size(path: str | None) -> int | None:
    if not path or not Path(path).exists():
        return None
    return sum(p.stat().st_size for p in Path(path).parent.glob(Path(path).name + "*"))
