"""Deleting films whose time is over: bytes first, then the note of it."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Engine

from storyworld.archive.engine import reading, writing
from storyworld.archive.retention import expired, mark_deleted
from storyworld.errors import StageError
from storyworld.ports import ArtifactStore
from storyworld.records.provenance import FailureCode

UPLOAD_HOURS: Final = 24.0
"""How long an upload may wait to be admitted at least: as long as anybody may be on the way."""
_AT_A_TIME: Final = 100
_NO_USE_TO_GO_ON: Final = (FailureCode.STORAGE_UNAVAILABLE, FailureCode.STORAGE_REFUSED)

_log = logging.getLogger(__name__)


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
