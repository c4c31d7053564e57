"""How the queues stand, for operators."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storyworld.archive import steps
from storyworld.archive.breakers import open_breakers
from storyworld.archive.tables import EpisodeRow, StepRow, StepState
from storyworld.records.episode import Diagnostics, EpisodeState, QueueView
from storyworld.records.identity import Stage


def diagnostics(session: Session) -> Diagnostics:
    """Count steps per stage and episodes per state, and give the last failures."""
    counted = {
        (stage, state): (count, oldest)
        for stage, state, count, oldest in session.execute(
            select(
                StepRow.stage, StepRow.state, func.count(), func.min(StepRow.created_at)
            ).group_by(StepRow.stage, StepRow.state)
        )
    }
    now = datetime.now(UTC)
    queues = []
    for stage in Stage:
        ready, oldest = counted.get((stage, StepState.READY), (0, None))
        dead, _ = counted.get((stage, StepState.DEAD), (0, None))
        age = None if oldest is None else (now - oldest).total_seconds()
        queues.append(QueueView(stage=stage, ready=ready, dead=dead, oldest_ready_s=age))
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
        queues=tuple(queues),
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
