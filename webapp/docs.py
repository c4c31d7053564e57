"""/openapi.json, the description of the API, and /docs, where it is read and tried out."""

import json
from typing import Any

from flask import Blueprint, Response, current_app, render_template

from webapp.openapi import described
from webapp.security import HEADERS, POLICY, form_token

blueprint = Blueprint("docs", __name__)
# Swagger UI's style sheet holds its icons as data
_POLICY = f"{HEADERS[POLICY]}; img-src 'self' data:"


@blueprint.get("/openapi.json")
def description() -> Response:
    """Give the description, which is made once: addresses do not change while we run."""
    known: dict[str, Any] = current_app.extensions
    if "storyworld.openapi" not in known:
        known["storyworld.openapi"] = json.dumps(described(current_app), ensure_ascii=False)
    return current_app.response_class(known["storyworld.openapi"], mimetype="application/json")


@blueprint.get("/docs")
def page() -> Response:
    """Show the description with Swagger UI, whose requests carry our token as our forms do."""
    text = render_template("docs.html", token=form_token())
    return current_app.response_class(text, headers={POLICY: _POLICY}, mimetype="text/html")
