"""Keys: made, found by their text, listed, revoked. Of the text only a digest is kept.

A key is 256 random bits, so a plain SHA-256 hides it: there is nothing to guess that a slow hash
would make dearer. It is looked up by that digest; how long that takes tells nothing of the text.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Index, String, Text, bindparam, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.columns import UtcDateTime
from storyworld.archive.statements import every, first, swapped
from storyworld.archive.tables import Base
from storyworld.errors import NotFound
from storyworld.records.access import KEY_ID, Key, MadeKey, Scope
from storyworld.records.identity import new_id

BEGINS: Final = "sw_"
NAME: Final = re.compile(KEY_ID.strip("^$"))
NO_SUCH: Final = "there is no such key: GET /keys lists them"
SHOWN_CHARACTERS: Final = 9
"""How much of a key's text is kept to tell it by: 36 of its 256 bits."""
_BYTES: Final = 32
_LONGEST: Final = 200
_COARSE: Final = timedelta(minutes=1)


class KeyRow(Base):
    """A key; `scopes` are parted by spaces."""

    __tablename__ = "keys"
    __table_args__ = (Index("ix_keys_owner", "owner", "key_id"),)
    key_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    owner: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(80))
    prefix: Mapped[str] = mapped_column(String(16))
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


_COLUMNS = tuple(getattr(KeyRow, name) for name in Key.model_fields)
_BY_DIGEST = select(*_COLUMNS, KeyRow.sha256).where(KeyRow.sha256 == bindparam("digest"))
_BY_ID = select(*_COLUMNS).where(KeyRow.key_id == bindparam("key_id"))
_STANDING = select(KeyRow.key_id).where(
    KeyRow.key_id.in_(bindparam("key_ids", expanding=True)),
    KeyRow.revoked_at.is_(None),
    or_(KeyRow.expires_at.is_(None), KeyRow.expires_at > bindparam("now")),
)
_REVOKE = (
    update(KeyRow)
    .where(KeyRow.key_id == bindparam("which"), KeyRow.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)
_USED = (
    update(KeyRow)
    .where(
        KeyRow.key_id == bindparam("which"),
        or_(KeyRow.last_used_at.is_(None), KeyRow.last_used_at < bindparam("before")),
    )
    .values(last_used_at=bindparam("now"))
)


def create(
    session: Session,
    *,
    owner: str,
    name: str,
    scopes: tuple[Scope, ...],
    expires_at: datetime | None = None,
) -> MadeKey:
    """Make a key of an owner's; only this answer holds its text."""
    text = BEGINS + secrets.token_urlsafe(_BYTES)
    made = MadeKey(
        key_id=new_id("key"),
        owner=owner,
        name=name,
        prefix=text[:SHOWN_CHARACTERS],
        scopes=scopes,
        created_at=datetime.now(UTC),
        expires_at=expires_at,
        key=text,
    )
    kept = made.model_dump(exclude={"key", "scopes"})
    session.add(KeyRow(**kept, scopes=" ".join(made.scopes), sha256=digest_of(text)))
    session.flush()
    return made


def digest_of(text: str) -> str:
    """Give the digest by which a key is found."""
    return hashlib.sha256(text.encode()).hexdigest()


def by_text(session: Session, text: str, now: datetime | None = None) -> Key | None:
    """Give the key of a text if it lets anybody in; unknown, revoked and expired are one to us."""
    if not text.startswith(BEGINS) or len(text) > _LONGEST:
        return None
    digest = digest_of(text)
    row = first(session, _BY_DIGEST, {"digest": digest})
    if row is None or not hmac.compare_digest(row.sha256, digest):
        return None
    return _if_it_counts(_key(row), now)


def by_id(session: Session, key_id: str, now: datetime | None = None) -> Key | None:
    """Give a key by its name if it lets anybody in."""
    row = first(session, _BY_ID, {"key_id": key_id})
    return None if row is None else _if_it_counts(_key(row), now)


def standing(
    session: Session, key_ids: Collection[str], now: datetime | None = None
) -> frozenset[str]:
    """Give those of some keys that still let somebody in."""
    asked = {"key_ids": tuple(key_ids), "now": now or datetime.now(UTC)}
    return frozenset(row.key_id for row in every(session, _STANDING, asked))


def several(
    session: Session, *, owner: str | None, limit: int = 100, before: str | None = None
) -> tuple[Key, ...]:
    """Give an owner's keys (None: everybody's), newest first, revoked and expired ones too."""
    query = select(*_COLUMNS).order_by(KeyRow.key_id.desc()).limit(limit)
    if owner is not None:
        query = query.where(KeyRow.owner == owner)
    if before is not None:
        query = query.where(KeyRow.key_id < before)  # ids sort by time
    return tuple(map(_key, every(session, query, {})))


def revoke(session: Session, key_id: str, *, owner: str | None) -> Key:
    """End a key of an owner's (None: anybody's) for good; one that was revoked stays as it is.

    Raises
    ------
    NotFound
        If the owner has no such key.
    """
    row = first(session, _BY_ID, {"key_id": key_id})
    if row is None or owner not in (None, row.owner):
        raise NotFound(NO_SUCH, field="key_id")
    swapped(session, _REVOKE, {"which": key_id, "now": datetime.now(UTC)})
    return _key(first(session, _BY_ID, {"key_id": key_id}))


def used(session: Session, key_id: str, at: datetime) -> bool:
    """Note that a key was used, at most once a minute; tell whether it was noted."""
    return swapped(session, _USED, {"which": key_id, "now": at, "before": at - _COARSE})


def _if_it_counts(key: Key, now: datetime | None) -> Key | None:
    return key if key.counts(now or datetime.now(UTC)) else None


def _key(row: Any) -> Key:
    kept = {name: getattr(row, name) for name in Key.model_fields}
    return Key(**kept | {"scopes": tuple(row.scopes.split())})
