"""/keys: the keys by which owners are known: listed, made, revoked.

What is made is shown once, in the answer that makes it. Nobody but `admin` makes keys, or sees
those of other owners.
"""

from datetime import UTC, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, redirect, request
from pydantic import Field, StringConstraints
from werkzeug.datastructures import MultiDict

from storyworld.archive import keys
from storyworld.archive.engine import writing
from storyworld.errors import NotFound, RequestError
from storyworld.records.access import KEY_ID, Key, KeyName, MadeKey, Owner, Scope, Scopes
from storyworld.records.frozen import Record
from webapp.access import Asker, asking, owner
from webapp.contract import Sent, answer, read, sent, speaks, texts
from webapp.database import db
from webapp.problems import wants_page
from webapp.security import TOKEN_FIELD

blueprint = Blueprint("keys", __name__, url_prefix="/keys")
EXAMPLES = ({"name": "nightly runs", "scopes": ["read", "write"], "expires_days": 90},)
EXAMPLE = '{"name": "...", "scopes": ["read", "write"]}'
KeyCursor = Annotated[str, StringConstraints(pattern=KEY_ID)]


class KeyAsked(Record):
    """A key to be made: of the asker's owner, unless it names one; for good, unless days do."""

    name: KeyName
    scopes: Scopes = (Scope.READ, Scope.WRITE)
    owner: Owner | None = None
    expires_days: Annotated[int, Field(ge=1, le=3650)] | None = None


class KeyQuery(Record):
    """Which keys are asked for."""

    limit: Annotated[int, Field(ge=1, le=100)] = 100
    before: KeyCursor | None = None


class KeyPage(Record):
    """One page of keys, newest first, and the address of the next."""

    keys: tuple[Key, ...]
    next: str | None


@blueprint.get("")
@speaks(query=KeyQuery)
def several(query: KeyQuery) -> KeyPage:
    """List the keys of the asker's owner, newest first; with `admin`, those of all.

    Revoked and expired ones are listed, too. What a key's text is, nobody can say any more.
    """
    found = keys.several(db.session(), owner=_whose(), limit=query.limit + 1, before=query.before)
    listed = found[: query.limit]
    more = urlencode({"limit": query.limit, "before": listed[-1].key_id}) if listed else ""
    return KeyPage(keys=listed, next=f"/keys?{more}" if len(found) > query.limit else None)


@blueprint.post("")
@speaks(body=KeyAsked, answers={201: MadeKey}, examples=EXAMPLES)
def create() -> Response:
    """Make a key; its text is in this answer and nowhere else."""
    response = answer(made(), 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.delete("/<key_id>")
@speaks()
def revoke(key_id: str) -> Key:
    """End a key for good, and every session that it began; one that was revoked stays as it is."""
    return _end(key_id)


@blueprint.post("/<key_id>/revoke")
@speaks(refuses=(413,))
def revoke_by_form(key_id: str) -> Key | Response:
    """End a key for good, as DELETE does: a form cannot send that."""
    ended = _end(key_id)
    return current_app.make_response(redirect("/keys", 303)) if wants_page() else ended


def made() -> MadeKey:
    """Make the key that was asked for.

    Raises
    ------
    RequestError
        If a field is at fault.
    """
    asked = read(KeyAsked, given())
    expires_at = None
    if asked.expires_days is not None:
        expires_at = datetime.now(UTC) + timedelta(days=asked.expires_days)
    with writing(db.engine) as session:
        return keys.create(
            session,
            owner=asked.owner or owner(),
            name=asked.name,
            scopes=asked.scopes,
            expires_at=expires_at,
        )


def _end(key_id: str) -> Key:
    if not keys.NAME.fullmatch(key_id):
        raise NotFound(keys.NO_SUCH, field="key_id")
    with writing(db.engine) as session:
        return keys.revoke(session, key_id, owner=_whose())


def _whose() -> str | None:
    """Give the owner whose keys the asker sees; None for all of them."""
    asker: Asker | None = asking()
    return None if asker is not None and asker.may(Scope.ADMIN) else owner()


def given() -> Sent:
    """Take what was sent. A form has no lists: it says `scopes` once for each."""
    said = _said()
    fields = {k: v for k, v in said.fields.items() if k != TOKEN_FIELD}
    return Sent(fields, typed=said.typed)


def _said() -> Sent:
    if not request.form:
        said = sent(EXAMPLE)
        scopes = said.fields.get("scopes")
        if said.typed or not isinstance(scopes, str):
            return said
        return Sent({**said.fields, "scopes": scopes.split(",")})
    if request.args:
        raise RequestError("fields came in the body and in the query: send them in one place")
    pairs = [pair for pair in request.form.items(multi=True) if pair[0] != "scopes"]
    fields = texts(MultiDict(pairs)).fields
    chosen = [scope for scope in request.form.getlist("scopes") if scope]
    return Sent({**fields, "scopes": chosen} if chosen else fields)
