"""Two episodes of one owner, to be held against each other, and those that may be chosen."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storyworld.archive import accounts, episodes
from storyworld.archive.tables import EpisodeRow
from storyworld.errors import NotFound
from storyworld.evidence_export.comparing import Side
from storyworld.records.comparison import Choice


def side(session: Session, episode_id: str, *, owner: str, field: str) -> Side:
    """Give an episode whole; `field` is what the asker called it.

    Raises
    ------
    NotFound
        If the owner has no such episode.
    """
    of = select(EpisodeRow.owner).where(EpisodeRow.episode_id == episode_id)
    if session.scalar(of) != owner:
        raise NotFound(f"there is no simulation {episode_id}", field=field)
    return Side(episodes.summary(session, episode_id), accounts.account(session, episode_id))


def choices(
    session: Session, *, owner: str, limit: int = 50, also: tuple[str, ...] = ()
) -> tuple[Choice, ...]:
    """Give the owner's newest episodes by name, and those of `also` that are older."""
    newest = (
        select(EpisodeRow.episode_id)
        .where(EpisodeRow.owner == owner)
        .order_by(EpisodeRow.episode_id.desc())
        .limit(limit)
    )
    rows = session.execute(
        select(
            EpisodeRow.episode_id,
            EpisodeRow.goal_text.label("goal"),
            EpisodeRow.outcome,
            EpisodeRow.created_at,
        )
        .where(
            EpisodeRow.owner == owner,
            EpisodeRow.episode_id.in_(newest) | EpisodeRow.episode_id.in_(also),
        )
        .order_by(EpisodeRow.episode_id.desc())
    )
    return tuple(Choice(**row._mapping) for row in rows)
