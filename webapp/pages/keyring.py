"""The page at /keys: which keys there are, and for whoever may, a form that makes one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from flask import Response, current_app, render_template

from storyworld.errors import RequestError
from storyworld.records.access import MadeKey, Scope
from storyworld.settings import Settings
from webapp import keys
from webapp.contract import by_field, record_of
from webapp.keys import KeyPage, KeyQuery

_NOTHING: Mapping[str, str] = MappingProxyType({})


def page(query: KeyQuery) -> str:
    """Show the keys, and to whoever may, how one is made."""
    return _shown(query)


def made() -> Response:
    """Make a key, and show it on the page: once."""
    shown = _shown(KeyQuery(), made=keys.made())
    response = current_app.response_class(shown, 201, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response


def form_again(error: RequestError) -> Response:
    """Give the form as it was filled in, with what is wrong at its fields."""
    errors = {field.partition(".")[0]: detail for field, detail in by_field(error).items()}
    shown = _shown(KeyQuery(), typed=keys.given().fields, errors=errors)
    return current_app.response_class(shown, error.status, mimetype="text/html")


def _shown(
    query: KeyQuery,
    *,
    made: MadeKey | None = None,
    typed: Mapping[str, Any] = _NOTHING,
    errors: Mapping[str, str] = _NOTHING,
) -> str:
    settings: Settings = current_app.extensions["storyworld"]
    found: KeyPage = record_of(keys.several, query=query)
    return render_template(
        "keys.html",
        keys=found.keys,
        next=found.next,
        keyed=settings.keyed,
        now=datetime.now(UTC),
        made=made,
        typed=typed,
        errors=errors,
        Scope=Scope,
    )
