"""The feed of live pages: what happened, in order."""

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from storyworld.archive.statements import insert_rows
from storyworld.archive.tables import EventRow
from storyworld.records.identity import AttemptKey, StepKey

_INSERT = insert(EventRow)


def add(
    session: Session,
    key: AttemptKey,
    kind: str,
    *,
    at: datetime | None = None,
    detail: str = "",
) -> None:
    """Write one event of an attempt, or of its step if `key` names one."""
    row = {
        "episode_id": key.episode_id,
        "kind": kind,
        "beat": key.beat,
        "attempt": key.attempt,
        "stage": key.stage if isinstance(key, StepKey) else None,
        "detail": detail[:1000],
        "at": at or datetime.now(UTC),
    }
    insert_rows(session, _INSERT, row)
