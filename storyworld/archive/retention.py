"""Films are disposable, verdicts are not: bytes are deleted after a while, and no row but a date.

What was decided of a film rests on what observers said of it, which stays. Its row stays, too, with
its digest and the time when its bytes were deleted.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Engine, select, update
from sqlalchemy.orm import Session, aliased

from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import ArtifactRow, EpisodeRow
from storyworld.errors import StageError
from storyworld.ports import ArtifactStore
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact

UPLOAD_HOURS: Final = 24.0
"""How long an upload may wait to be admitted at least: as long as anybody may be on the way."""
_AT_A_TIME: Final = 100
_NO_USE_TO_GO_ON: Final = (FailureCode.STORAGE_UNAVAILABLE, FailureCode.STORAGE_REFUSED)

_log = logging.getLogger(__name__)


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


def expire(engine: Engine, store: ArtifactStore, *, now: datetime, hours: float) -> int:
    """Delete the films made more than `hours` ago that nobody needs any more; give how many.

    Bytes first, then the note: after a crash between the two they are deleted once more, which is
    no error. A film that cannot be deleted stands in no other's way; a store that is away is left
    in peace until the next time. Uploads that nobody admitted go, too, after a day at least.
    `hours` of 0 keeps every film.
    """
    try:
        swept = store.sweep(now - timedelta(hours=max(hours, UPLOAD_HOURS)))
    except StageError as error:
        _log.warning("uploads are not swept: %s", error)
        if error.failure.code in _NO_USE_TO_GO_ON:
            return 0
    else:
        if swept:
            _log.info("deleted %d uploads that nobody admitted", swept)
    return _expire(engine, store, now - timedelta(hours=hours)) if hours > 0 else 0


def _expire(engine: Engine, store: ArtifactStore, before: datetime) -> int:
    deleted = 0
    for uri in _each_expired(engine, before):
        try:
            store.delete(uri)
        except StageError as error:
            _log.warning("a film is not deleted: %s", error)
            if error.failure.code in _NO_USE_TO_GO_ON:
                break
            continue
        with writing(engine) as session:
            mark_deleted(session, uri, datetime.now(UTC), before=before)
        deleted += 1
    if deleted:
        _log.info("deleted %d films made before %s", deleted, before.isoformat())
    return deleted


def _each_expired(engine: Engine, before: datetime) -> Iterator[str]:
    """Give every expired URI once, each looked at again right before it is given."""
    last = ""
    while True:
        with reading(engine) as session:
            uris = expired(session, before, _AT_A_TIME, after=last)
        for uri in uris:
            with reading(engine) as session:
                if expired(session, before, 1, after=last) == (uri,):
                    yield uri
            last = uri
        if len(uris) < _AT_A_TIME:
            return
