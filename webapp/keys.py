"""/keys: the keys by which owners are known: listed, made, revoked; for programs and for people.

What is made is shown once, in the answer that makes it. Nobody but `admin` makes keys, or sees
those of other owners.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Annotated, Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, redirect, render_template, request
from pydantic import Field, StringConstraints
from werkzeug.datastructures import MultiDict

from storyworld.archive import keys
from storyworld.archive.engine import writing
from storyworld.errors import NotFound, RequestError
from storyworld.records.access import KEY_ID, Key, KeyName, MadeKey, Owner, Scope, Scopes
from storyworld.records.frozen import Record
from storyworld.settings import Settings
from webapp.access import Asker, asking, owner
from webapp.contract import InvalidRecord, Sent, answer, read, sent, shows, speaks, texts
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
    given = _given()
    fields = {k: v for k, v in given.fields.items() if k != TOKEN_FIELD}
    try:
        asked = read(KeyAsked, Sent(fields, typed=given.typed))
        made = _make(asked)
    except RequestError as error:
        if not wants_page():
            raise
        shown = _shown(KeyQuery(), typed=fields, errors=_by_field(error))
        return current_app.response_class(shown, error.status, mimetype="text/html")
    if wants_page():
        shown = _shown(KeyQuery(), made=made)
        response = current_app.response_class(shown, 201, mimetype="text/html")
    else:
        response = answer(made, 201)
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


@shows(several)
def page(query: KeyQuery) -> str:
    """Show the keys, and to whoever may, how one is made."""
    return _shown(query)


def _shown(
    query: KeyQuery,
    *,
    made: MadeKey | None = None,
    typed: Mapping[str, Any] = MappingProxyType({}),
    errors: Mapping[str, str] = MappingProxyType({}),
) -> str:
    settings: Settings = current_app.extensions["storyworld"]
    found = keys.several(db.session(), owner=_whose(), limit=query.limit + 1, before=query.before)
    listed = found[: query.limit]
    return render_template(
        "keys.html",
        keys=listed,
        next=listed[-1].key_id if len(found) > query.limit else None,
        keyed=settings.keyed,
        now=datetime.now(UTC),
        made=made,
        typed=typed,
        errors=errors,
        Scope=Scope,
    )


def _make(asked: KeyAsked) -> MadeKey:
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


def _given() -> Sent:
    """Take what was sent. A form has no lists: it says `scopes` once for each."""
    if not request.form:
        given = sent(EXAMPLE)
        scopes = given.fields.get("scopes")
        if given.typed or not isinstance(scopes, str):
            return given
        return Sent({**given.fields, "scopes": scopes.split(",")})
    if request.args:
        raise RequestError("fields came in the body and in the query: send them in one place")
    pairs = [pair for pair in request.form.items(multi=True) if pair[0] != "scopes"]
    fields = texts(MultiDict(pairs)).fields
    chosen = [scope for scope in request.form.getlist("scopes") if scope]
    return Sent({**fields, "scopes": chosen} if chosen else fields)


def _by_field(error: RequestError) -> dict[str, str]:
    pairs = error.errors if isinstance(error, InvalidRecord) else ((error.field, error.detail),)
    return {(field or "form").partition(".")[0]: detail for field, detail in pairs}
