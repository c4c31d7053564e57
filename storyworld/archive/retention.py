"""Films are disposable, verdicts are not: bytes are deleted after a while, and no row but a date.

What was decided of a film rests on what observers said of it, which stays. Its row stays, too, with
its digest and the time when its bytes were deleted.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session, aliased

from storyworld.archive.tables import ArtifactRow, EpisodeRow
from storyworld.records.identity import AttemptKey
from storyworld.records.render import Artifact


@dataclass(frozen=True)
class KeptFilm:
    """The film of an attempt, and when its bytes were made and deleted."""

    key: AttemptKey
    artifact: Artifact
    created_at: datetime
    deleted_at: datetime | None


def films(session: Session, episode_id: str) -> tuple[KeptFilm, ...]:
    """Give the films of an episode, beat by beat, attempt by attempt."""
    return _kept(session, ArtifactRow.episode_id == episode_id)


def film(session: Session, key: AttemptKey) -> KeptFilm | None:
    """Give the film of an attempt, if it was made."""
    found = _kept(
        session,
        ArtifactRow.episode_id == key.episode_id,
        ArtifactRow.beat == key.beat,
        ArtifactRow.attempt == key.attempt,
    )
    return found[0] if found else None


def _kept(session: Session, *which: ColumnElement[bool]) -> tuple[KeptFilm, ...]:
    order = (ArtifactRow.beat, ArtifactRow.attempt)
    rows = session.scalars(select(ArtifactRow).where(*which).order_by(*order))
    return tuple(
        KeptFilm(
            key=AttemptKey(episode_id=row.episode_id, beat=row.beat, attempt=row.attempt),
            artifact=Artifact(**{name: getattr(row, name) for name in Artifact.model_fields}),
            created_at=row.created_at,
            deleted_at=row.deleted_at,
        )
        for row in rows
    )


def expired(session: Session, before: datetime, limit: int, *, after: str = "") -> tuple[str, ...]:
    """Give the URIs of films made before an instant that nobody needs any more, in order.

    Those of episodes that have ended; and of a film that several attempts share (the same bytes
    are one object), only if none of them is younger or still runs.

    Parameters
    ----------
    after
        The URI below which the list goes on.
    """
    other, of_other = aliased(ArtifactRow), aliased(EpisodeRow)
    needed = (
        select(other.sha256)
        .join(of_other, of_other.episode_id == other.episode_id)
        .where(
            other.sha256 == ArtifactRow.sha256,
            other.deleted_at.is_(None),
            (other.created_at >= before) | of_other.finished_at.is_(None),
        )
        .exists()
    )
    query = (
        select(ArtifactRow.uri)
        .distinct()
        .where(
            ArtifactRow.deleted_at.is_(None),
            ArtifactRow.created_at < before,
            ArtifactRow.uri > after,
            ~needed,
        )
        .order_by(ArtifactRow.uri)
        .limit(limit)
    )
    return tuple(session.scalars(query))


def mark_deleted(session: Session, uri: str, at: datetime, *, before: datetime) -> None:
    """Note that the bytes at a URI are gone, in every row made before an instant.

    A younger row is of a film made anew, which may lie there again.
    """
    session.execute(
        update(ArtifactRow)
        .where(
            ArtifactRow.uri == uri,
            ArtifactRow.deleted_at.is_(None),
            ArtifactRow.created_at < before,
        )
        .values(deleted_at=at)
    )
