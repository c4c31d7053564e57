"""Holding an episode: in one order, so that nobody waits for whoever waits for them.

Whoever ends a step or an episode, or adds to its provenance, holds the episode first, until the
end of the transaction. On PostgreSQL a worker that held its step and wanted the episode would
otherwise wait for who terminates the episode, who wants the step. On SQLite a writer has the whole
archive.
"""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storyworld.archive.statements import first
from storyworld.archive.tables import EpisodeRow

# key_share: rows that only refer to the episode (events, steps) wait for nobody
_HOLD = (
    select(EpisodeRow.episode_id)
    .where(EpisodeRow.episode_id == bindparam("episode_id"))
    .with_for_update(key_share=True)
)


def hold(session: Session, episode_id: str) -> None:
    """Have an episode to ourselves until the transaction ends."""
    if session.get_bind().dialect.name != "sqlite":
        first(session, _HOLD, {"episode_id": episode_id})
