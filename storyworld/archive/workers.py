"""Which processes were seen, when, and what they did: nobody is asked, and no Redis command sent.

Whoever works on the control side writes its own row, at its start and now and then at its work.
"""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Index, Insert, String, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.columns import UtcDateTime, one_of
from storyworld.archive.statements import insert_rows
from storyworld.archive.tables import Base
from storyworld.records.diagnostics import WorkerRole, WorkerView

FORGOTTEN_S: Final = 7 * 86_400.0
"""After so long a process is no longer told of: containers have a new name at every start."""
MOST_SHOWN: Final = 100
_NAME: Final = 255


class WorkerRow(Base):
    """One process, by its name."""

    __tablename__ = "workers"
    __table_args__ = (one_of("role", WorkerRole), Index("ix_workers_last_seen", "last_seen"))
    name: Mapped[str] = mapped_column(String(_NAME), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    queues: Mapped[str] = mapped_column(String(_NAME))
    last_did: Mapped[str] = mapped_column(String(_NAME))
    version: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_seen: Mapped[datetime] = mapped_column(UtcDateTime)


def saw(session: Session, worker: WorkerView) -> None:
    """Write that a process was seen; where it is known, its start stays as it was written."""
    row = {**dict(worker), "name": worker.name[:_NAME], "queues": worker.queues[:_NAME],
           "last_did": worker.last_did[:_NAME], "version": worker.version[:64]}  # fmt: skip
    insert_rows(session, _upsert(session, with_start=worker.started_at is not None), row)


def forget(session: Session, now: float) -> None:
    """Take away the rows of processes that were not seen for a week."""
    before = datetime.fromtimestamp(now - FORGOTTEN_S, UTC)
    session.execute(delete(WorkerRow).where(WorkerRow.last_seen < before))


def seen(session: Session, now: float) -> tuple[WorkerView, ...]:
    """Give who was seen within a week, by role, the last seen first."""
    rows = session.scalars(
        select(WorkerRow)
        .where(WorkerRow.last_seen >= datetime.fromtimestamp(now - FORGOTTEN_S, UTC))
        .order_by(WorkerRow.last_seen.desc())
        .limit(MOST_SHOWN)
    )
    views = [
        WorkerView(**{name: getattr(row, name) for name in WorkerView.model_fields}) for row in rows
    ]
    order = tuple(WorkerRole)
    return tuple(sorted(views, key=lambda view: order.index(view.role)))


def _upsert(session: Session, *, with_start: bool) -> Insert:
    lite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert(WorkerRow) if lite else postgresql.insert(WorkerRow)
    kept = {"name"} if with_start else {"name", "started_at"}
    changed = {
        column.name: insert.excluded[column.name]
        for column in WorkerRow.__table__.columns
        if column.name not in kept
    }
    return insert.on_conflict_do_update(index_elements=[WorkerRow.name], set_=changed)
