"""Whose an episode or a world is. What is another owner's is not there, in the same words."""

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from storyworld.archive.graph_tables import WorldRow
from storyworld.archive.statements import first
from storyworld.archive.tables import EpisodeRow
from storyworld.errors import NotFound

_OF_EPISODE = select(EpisodeRow.owner).where(EpisodeRow.episode_id == bindparam("episode_id"))
_OF_WORLD = select(WorldRow.owner).where(WorldRow.world_id == bindparam("world_id"))
# each end of the index by itself: SQLite looks one up at once, but reads all of it for both
_ENDS = select(
    select(func.min(EpisodeRow.owner)).scalar_subquery().label("least"),
    select(func.max(EpisodeRow.owner)).scalar_subquery().label("greatest"),
)


def owner_of(session: Session, episode_id: str) -> str | None:
    """Give the owner of an episode; None if there is no such episode."""
    row = first(session, _OF_EPISODE, {"episode_id": episode_id})
    return None if row is None else row.owner


def require_episode(session: Session, episode_id: str, owner: str) -> None:
    """Refuse an episode that the owner does not have.

    Raises
    ------
    NotFound
        In the words for an episode that does not exist.
    """
    if owner_of(session, episode_id) != owner:
        raise NotFound(f"there is no simulation {episode_id}")


def require_world(session: Session, world_id: str, owner: str) -> None:
    """Refuse a world that the owner does not have.

    Raises
    ------
    NotFound
        In the words for a world that does not exist.
    """
    row = first(session, _OF_WORLD, {"world_id": world_id})
    if row is None or row.owner != owner:
        raise NotFound(f"there is no world {world_id}: GET /worlds lists them", field="world_id")


def owns_all(session: Session, owner: str) -> bool:
    """Tell whether every episode is this owner's: then nothing need be picked out."""
    row = first(session, _ENDS, {})
    return row is not None and {row.least, row.greatest} <= {owner, None}
