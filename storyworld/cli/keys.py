"""``storyworld keys``: the keys by which others ask, made and revoked straight in the archive.

Whoever can open the archive is its operator: no key is asked for here.
"""

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storyworld.cli.archive import an_archive, the_archive
from storyworld.cli.exits import ExitCode, say
from storyworld.cli.presentation import console
from storyworld.errors import InvalidField, NotFound
from storyworld.records.access import OWNER_WORDS, Key, MadeKey, Scope
from storyworld.records.frozen import Record
from storyworld.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

MOST_LISTED = 10_000


class ListedKeys(Record):
    """What ``storyworld keys list --json`` writes."""

    keys: tuple[Key, ...]


def create(
    owner: str, name: str, scopes: tuple[str, ...], *, expires_days: int | None, as_json: bool
) -> int:
    """Make a key and write its text, this once; the archive is made if there is none yet.

    Raises
    ------
    InvalidField
        If an option is no good.
    ConfigurationError
        If the archive cannot be opened.
    """
    asked = _checked(owner, name, scopes, expires_days)
    from storyworld.archive import keys
    from storyworld.archive.engine import writing

    with an_archive(Settings.from_environment()) as engine, writing(engine) as session:
        made = keys.create(
            session,
            owner=asked.owner,
            name=asked.name,
            scopes=asked.scopes,
            expires_at=asked.expires_at,
        )
    if as_json:
        sys.stdout.write(made.canonical_json() + "\n")
    else:
        _show_made(console(), made)
    return ExitCode.ACHIEVED


def listing(*, owner: str | None, as_json: bool) -> int:
    """List the keys there are, newest first.

    Raises
    ------
    ConfigurationError
        If there is no archive.
    """
    from storyworld.archive import keys
    from storyworld.archive.engine import reading

    with the_archive(Settings.from_environment()) as engine, reading(engine) as session:
        found = keys.several(session, owner=owner, limit=MOST_LISTED)
    if as_json:
        sys.stdout.write(ListedKeys(keys=found).canonical_json() + "\n")
    elif not found:
        say("there is no key yet: `storyworld keys create --owner NAME --name NAME` makes one")
    else:
        _show(console(), found)
    return ExitCode.ACHIEVED


def revoke(key_id: str, *, as_json: bool) -> int:
    """End a key for good; one that was revoked before stays as it is.

    Raises
    ------
    NotFound
        If there is no such key.
    ConfigurationError
        If there is no archive.
    """
    from storyworld.archive import keys
    from storyworld.archive.engine import writing

    with the_archive(Settings.from_environment()) as engine, writing(engine) as session:
        try:
            ended = keys.revoke(session, key_id, owner=None)
        except NotFound as error:
            words = f"{key_id} is no key: `storyworld keys list` shows those there are"
            raise NotFound(words, field="key_id") from error
    if as_json:
        sys.stdout.write(ended.canonical_json() + "\n")
    else:
        console().print(f"{ended.key_id} ({ended.name}, {ended.owner}) lets nobody in any more")
    return ExitCode.ACHIEVED


def _checked(owner: str, name: str, scopes: tuple[str, ...], expires_days: int | None) -> MadeKey:
    """Give the key that is asked for, as far as it is known before it is made."""
    from pydantic import ValidationError

    now = datetime.now(UTC)
    if expires_days is not None and not 1 <= expires_days <= 3650:
        raise InvalidField("must be a number of days from 1 to 3650", field="--expires-days")
    known = [str(scope) for scope in Scope]
    for scope in scopes:
        if scope not in known:
            raise InvalidField(f"{scope} is none: choose {', '.join(known)}", field="--scope")
    try:
        return MadeKey.model_validate(
            {
                "key_id": f"key_{'0' * 26}",
                "owner": owner,
                "name": name,
                "prefix": "",
                "scopes": scopes,
                "created_at": now,
                "expires_at": None if expires_days is None else now + timedelta(days=expires_days),
                "key": "",
            }
        )
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        words = {
            "owner": OWNER_WORDS,
            "name": "is 1 to 80 characters that can be shown",
        }
        raise InvalidField(words[field], field=f"--{field}") from error


def _show_made(to: "Console", made: MadeKey) -> None:
    to.print(f"key         {made.key}", soft_wrap=True)
    to.print("            shown this once: keep it now", style="dim")
    to.print(f"id          {made.key_id}")
    to.print(f"owner       {made.owner}")
    to.print(f"scopes      {', '.join(made.scopes)}")
    to.print(f"expires     {made.expires_at:%Y-%m-%d %H:%M} UTC" if made.expires_at else
             "expires     never")  # fmt: skip


def _show(to: "Console", found: tuple[Key, ...]) -> None:
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("id", "owner", "name", "begins", "scopes", "last used", "stands"):
        table.add_column(title, no_wrap=title != "name")
    now = datetime.now(UTC)
    for key in found:
        used = f"{key.last_used_at:%Y-%m-%d %H:%M}" if key.last_used_at else "never"
        table.add_row(
            key.key_id,
            key.owner,
            key.name,
            key.prefix,
            ",".join(key.scopes),
            used,
            _stands(key, now),
        )
    to.print(table)


def _stands(key: Key, now: datetime) -> str:
    if key.revoked_at is not None:
        return f"revoked {key.revoked_at:%Y-%m-%d}"
    if not key.counts(now):
        return f"expired {key.expires_at:%Y-%m-%d}"
    return f"until {key.expires_at:%Y-%m-%d}" if key.expires_at else "for good"
