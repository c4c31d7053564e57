"""The feed of live pages: what happened, in order. It is read by `storyworld.archive.feed`."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.orm import Session

from storyworld.archive.statements import insert_rows
from storyworld.archive.tables import EpisodeRow, EventRow
from storyworld.records.event import EventKind
from storyworld.records.identity import AttemptKey, StepKey

_INSERT = insert(EventRow)
CREATED = EventKind.CREATED
STARTED = EventKind.STARTED
GOING_ON = EventKind.GOING_ON
FELL_BACK = EventKind.FELL_BACK
RETRIED = EventKind.RETRIED
REFUSED = EventKind.REFUSED
DONE = EventKind.DONE
DIED = EventKind.DIED
ENDED = EventKind.ENDED
MOST_REFUSED = 20
"""How many refusals of one episode are written: a flood of forged reports fills no archive."""


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


def refuse(session: Session, key: AttemptKey, why: str) -> None:
    """Write that a report was refused, if there is such an episode, and not too often."""
    episode = select(EpisodeRow.episode_id).where(EpisodeRow.episode_id == key.episode_id)
    if session.scalar(episode) is None:
        return
    refused = session.scalar(
        select(func.count())
        .select_from(EventRow)
        .where(EventRow.episode_id == key.episode_id, EventRow.kind == REFUSED)
    )
    if (refused or 0) < MOST_REFUSED:
        add(session, key, REFUSED, detail=why)


def how_far(session: Session, key: StepKey) -> str:
    """Say how far a step is that goes on: what was last said of it; nothing where nothing was."""
    said = session.scalars(
        select(EventRow.detail)
        .where(*_of(key), EventRow.kind.in_((GOING_ON, FELL_BACK)))
        .order_by(EventRow.event_id.desc())
        .limit(1)
    ).first()
    return said or ""


def count(session: Session, key: StepKey, kind: str) -> int:
    """Count the events of one kind of a step."""
    query = select(func.count()).select_from(EventRow).where(*_of(key), EventRow.kind == kind)
    return session.scalar(query) or 0


def details(session: Session, key: StepKey, kind: str) -> tuple[str, ...]:
    """Give what was said of each event of one kind of a step, in order."""
    query = select(EventRow.detail).where(*_of(key), EventRow.kind == kind)
    return tuple(session.scalars(query.order_by(EventRow.event_id)))


def _of(key: StepKey) -> tuple[ColumnElement[bool], ...]:
    return (
        EventRow.episode_id == key.episode_id,
        EventRow.beat == key.beat,
        EventRow.attempt == key.attempt,
        EventRow.stage == key.stage,
    )
