"""Whose rows are whose, and the keys by which owners are known."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, Field, StringConstraints

from storyworld.records.frozen import Identifier, Instant, Record

OWNER: Final = r"^[a-z0-9][a-z0-9_-]{0,62}$"
OWNER_WORDS: Final = (
    "is 1 to 63 lower-case letters, digits, - and _, beginning with one of the first two"
)
"""What is said of an owner's name that is none."""
Owner = Annotated[str, StringConstraints(pattern=OWNER)]

LOCAL: Final = "local"
"""The one owner there is where nobody has to say who they are."""
KEY_ID: Final = r"^key_[0-9a-z]{26}$"


class Scope(StrEnum):
    """What a key allows. None of them contains another."""

    READ = "read"
    """To ask for what its owner has."""
    WRITE = "write"
    """To simulate, terminate, judge and label."""
    ADMIN = "admin"
    """To make and revoke the keys of all owners, and to look at the machinery."""


def _in_order(given: tuple[Scope, ...]) -> tuple[Scope, ...]:
    """Put each once, and in one order."""
    return tuple(scope for scope in Scope if scope in given)


def _shown(name: str) -> str:
    if not name.isprintable():
        raise ValueError("holds characters that cannot be shown")
    return name


Scopes = Annotated[tuple[Scope, ...], Field(min_length=1), AfterValidator(_in_order)]
KeyName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    AfterValidator(_shown),
]


class Key(Record):
    """A key as it is kept: what it allows and when it was used; its text is known to nobody here.

    `prefix` is how its text begins, to tell keys apart. `last_used_at` is up to a minute old, and
    may miss a use.
    """

    key_id: Annotated[Identifier, StringConstraints(pattern=KEY_ID)]
    owner: Owner
    name: KeyName
    prefix: str
    scopes: Scopes
    created_at: Instant
    expires_at: Instant | None = None
    last_used_at: Instant | None = None
    revoked_at: Instant | None = None

    def counts(self, now: datetime) -> bool:
        """Whether it lets anybody in: neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


class MadeKey(Key):
    """A key just made. Its text, `key`, is shown this once, and is kept nowhere."""

    key: Annotated[str, Field(repr=False)]
