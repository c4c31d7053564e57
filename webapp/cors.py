"""Pages of other origins: none may read our answers, but those that the settings name.

They come as programs do, with an API key in `Authorization` and never with cookies: a browser asks
first whether it may send that header, so that no page comes by without being asked for.
"""

from typing import Final

from flask import Flask, Response, current_app, make_response, request

from storyworld.settings import Settings
from webapp.contract import spoken_by

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
SENT: Final = ("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match",
               "Last-Event-ID", "Prefer", "X-Request-ID")  # fmt: skip
SHOWN: Final = ("Content-Location", "ETag", "Idempotency-Replayed", "Location",
                "Preference-Applied", "RateLimit", "RateLimit-Policy", "Retry-After",
                "X-Request-ID")  # fmt: skip
ASKED_ANEW_S: Final = 600
_ORIGINS: Final = "storyworld.cors"


def init_app(app: Flask, settings: Settings) -> None:
    """Answer the pages of the origins that are named; without any nothing is added.

    What this adds to an answer comes last where this is called first.
    """
    app.extensions[_ORIGINS] = frozenset(settings.cors_origins)
    if settings.cors_origins:
        app.before_request(_answer_preflight)
        app.after_request(_let_read)


def comes_by_key() -> bool:
    """Whether a page of an origin that is named sends this as a program does: by key, no cookie."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return _named() and scheme.lower() == "bearer" and bool(key.strip()) and not request.cookies


def _named() -> bool:
    return request.headers.get("Origin") in current_app.extensions[_ORIGINS]


def _of_the_api() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return view is not None and spoken_by(view) is not None


def preflight() -> bool:
    """Whether a browser asks for a page of an origin that is named what it may send; by no key."""
    asked = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
    return asked and _named() and _of_the_api()


def _answer_preflight() -> Response | None:
    if not preflight():
        return None
    known = current_app.make_default_options_response().allow
    allowed = [method for method in METHODS if method in known]
    response = make_response("", 204)
    response.headers["Access-Control-Allow-Methods"] = ", ".join(allowed)
    response.headers["Access-Control-Allow-Headers"] = ", ".join(SENT)
    response.headers["Access-Control-Max-Age"] = str(ASKED_ANEW_S)
    return response


def _let_read(response: Response) -> Response:
    if _of_the_api():
        response.vary.add("Origin")
        if _named():
            response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
            response.headers["Access-Control-Expose-Headers"] = ", ".join(SHOWN)
    return response
