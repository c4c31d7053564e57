"""Sessions of the console: begun by whoever shows a key, ended by leaving, by time or with the key.

The browser keeps a random text, signed; here only its digest is kept. What is no row here is no
session, so a cookie that somebody else has kept is worth nothing once its owner has left.
"""

import secrets
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ForeignKey, Index, String, bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive import keys
from storyworld.archive.columns import UtcDateTime
from storyworld.archive.statements import every, first
from storyworld.archive.tables import Base
from storyworld.records.access import Key

_BYTES: Final = 32


class SessionRow(Base):
    """A session that has not been left."""

    __tablename__ = "sessions"
    __table_args__ = (Index("ix_sessions_expires_at", "expires_at"),)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    key_id: Mapped[str] = mapped_column(ForeignKey("keys.key_id"))
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)


_KEY_ID = select(SessionRow.key_id).where(
    SessionRow.sha256 == bindparam("name"), SessionRow.expires_at > bindparam("now")
)
_STANDING = select(SessionRow.sha256).where(
    SessionRow.sha256.in_(bindparam("names", expanding=True)),
    SessionRow.expires_at > bindparam("now"),
)


def begin(session: Session, key_id: str, *, lasts: timedelta, now: datetime | None = None) -> str:
    """Begin a session of a key's and remove expired ones; give the text that its browser keeps."""
    now = now or datetime.now(UTC)
    text = secrets.token_urlsafe(_BYTES)
    session.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
    session.add(SessionRow(sha256=name_of(text), key_id=key_id, expires_at=now + lasts))
    session.flush()
    return text


def name_of(text: str) -> str:
    """Give the name under which a session is kept."""
    return keys.digest_of(text)


def key_of(session: Session, text: str, now: datetime | None = None) -> Key | None:
    """Give the key by which a session was begun, if both still count."""
    now = now or datetime.now(UTC)
    row = first(session, _KEY_ID, {"name": name_of(text), "now": now})
    return None if row is None else keys.by_id(session, row.key_id, now)


def standing(
    session: Session, names: Collection[str], now: datetime | None = None
) -> frozenset[str]:
    """Give those of some sessions that were not left and have not expired."""
    asked = {"names": tuple(names), "now": now or datetime.now(UTC)}
    return frozenset(row.sha256 for row in every(session, _STANDING, asked))


def end(session: Session, text: str) -> None:
    """End a session; one that is none is no error."""
    session.execute(delete(SessionRow).where(SessionRow.sha256 == name_of(text)))
