"""What happened to one episode, in order, and the run that asked the same before it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storyworld.archive.tables import EpisodeRow, EventRow
from storyworld.records.identity import Stage

MOST_HAPPENINGS = 500
FURTHEST_BACK = 500
"""Among how many runs before it one is looked for that asked the same: none costs a long search."""


@dataclass(frozen=True)
class Happening:
    """One line of an episode's log."""

    at: datetime
    kind: str
    beat: int | None
    attempt: int | None
    stage: Stage | None
    detail: str


def happenings(
    session: Session, episode_id: str, *, limit: int = MOST_HAPPENINGS
) -> tuple[Happening, ...]:
    """Give the last events of an episode, in the order they came."""
    rows = session.scalars(
        select(EventRow)
        .where(EventRow.episode_id == episode_id)
        .order_by(EventRow.event_id.desc())
        .limit(limit)
    )
    return tuple(
        Happening(
            at=row.at,
            kind=row.kind,
            beat=row.beat,
            attempt=row.attempt,
            stage=None if row.stage is None else Stage(row.stage),
            detail=row.detail,
        )
        for row in reversed(tuple(rows))
    )


def asked_before(session: Session, episode_id: str, goal_text: str, owner: str) -> str | None:
    """Give the owner's last run before this one whose goal had the same words, if it is near."""
    near = (
        select(EpisodeRow.episode_id, EpisodeRow.goal_text)
        .where(EpisodeRow.owner == owner, EpisodeRow.episode_id < episode_id)
        .order_by(EpisodeRow.episode_id.desc())
        .limit(FURTHEST_BACK)
        .subquery()
    )
    return session.scalars(
        select(near.c.episode_id)
        .where(near.c.goal_text == goal_text)
        .order_by(near.c.episode_id.desc())
        .limit(1)
    ).first()
