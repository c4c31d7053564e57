"""One shape for everything that goes wrong: problem+json (RFC 9457), or a page that helps.

A browser that asks for a page gets one; everyone else gets `application/problem+json` with
type, title, status, detail, and the field at fault where there is one.
"""

import json
import logging
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, render_template, request
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from storyworld.errors import RequestError, TooMuch
from storyworld.settings import Settings
from webapp.contract import InvalidRecord, prefers_page, seen_at
from webapp.security import MAX_UPLOAD_PARTS, UPLOADS

log = logging.getLogger(__name__)
BUSY_RETRY_S = 2
PAGES = frozenset({"console", "judgement", "login"})  # blueprints of nothing but pages

# What to do next, where the standard's phrase does not say it.
FIXES = {
    404: "there is nothing at this address: GET /episodes lists what there is",
    405: "this address is used with another method (header Allow): a goal goes to POST /simulate",
    408: "the body did not come in time: send it again, at once",
    413: "the request is too large: a body is at most 16 KB, a goal at most 2,000 characters",
    500: "something broke on our side and is in the log: try again, then tell the operator",
    503: "the archive does not answer: try again in a moment",
}

FOR_PEOPLE = {
    FIXES[404]: "there is nothing at this address: it may have been mistyped, or what it showed "
    "is not there any more",
    FIXES[405]: "this address answers forms and programs only: go back to the page you came from",
}
"""The same for those who see a page, and send no requests by hand."""


def init_app(app: Flask) -> None:
    """Answer every error in this one shape."""
    app.register_error_handler(RequestError, of_request)
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(OperationalError, _of_archive)
    app.register_error_handler(InterfaceError, _of_archive)
    app.register_error_handler(NoConnectionFree, _of_archive)
    app.register_error_handler(Exception, _of_us)


def wants_page() -> bool:
    """Whether a person with a browser asks, at an address that is (or might be) a page."""
    seen = seen_at(current_app.view_functions.get(request.endpoint or ""))
    is_page = request.blueprint in PAGES or request.url_rule is None or seen.page is not None
    return prefers_page() and (is_page or request.method == "POST")


def problem(
    status: int,
    detail: str,
    *,
    title: str | None = None,
    kind: str = "about:blank",
    headers: dict[str, str] | None = None,
    **members: Any,
) -> Response:
    """Write one problem."""
    title = title or HTTPStatus(status).phrase
    if wants_page():
        detail = FOR_PEOPLE.get(detail, detail)
        text, mimetype = render_template("problem.html", status=status, title=title,
                                         detail=detail), "text/html"  # fmt: skip
    else:
        body = {"type": kind, "title": title, "status": status, "detail": detail, **members}
        text, mimetype = json.dumps(body), "application/problem+json"
    return current_app.response_class(text, status, headers, mimetype=mimetype)


def upload_limit() -> str:
    """Say how large a film may be."""
    settings: Settings = current_app.extensions["storyworld"]
    return (
        f"the upload is too large: a film is at most {settings.upload_max_mb} MB "
        "(STORYWORLD_UPLOAD_MAX_MB)"
    )


def too_much() -> str:
    """Say why a form with a film is too large: its film, or its fields."""
    if (request.content_length or 0) > (request.max_content_length or 0):
        return upload_limit()
    return (
        f"the form is too large: it has at most {MAX_UPLOAD_PARTS} parts and "
        f"{(request.max_form_memory_size or 0) // 1000} KB of text; a goal is at most 2,000 "
        "characters"
    )


def of_request(error: RequestError, headers: dict[str, str] | None = None) -> Response:
    """Say what an asker did wrong, and how to mend it."""
    members: dict[str, Any] = {} if error.field is None else {"field": error.field}
    if isinstance(error, InvalidRecord):
        members["errors"] = [{"field": f, "detail": d} for f, d in error.errors]
    if isinstance(error, TooMuch):
        headers = {"Retry-After": str(error.retry_after_s)}
    kind = f"urn:storyworld:problem:{error.title.lower().replace(' ', '-')}"
    return problem(
        error.status, error.detail, title=error.title, kind=kind, headers=headers, **members
    )


def of_http(error: HTTPException) -> Any:
    """Say what the machinery below refused, and how to mend it."""
    if isinstance(error, RequestRedirect):
        return error
    status = error.code or 500
    if status == 413 and request.endpoint == UPLOADS:
        return problem(413, too_much())
    kept = {k: v for k, v in error.get_headers() if k.lower() in {"allow", "retry-after"}}
    own_words = error.description if status in {400, 403, 411, 415} else None
    detail = own_words or FIXES.get(status) or error.description or HTTPStatus(status).phrase
    return problem(status, detail, headers=kept)


def _of_archive(error: OperationalError | InterfaceError | NoConnectionFree) -> Response:
    log.error("the archive does not answer: %s", getattr(error, "orig", error))
    return problem(503, FIXES[503], headers={"Retry-After": str(BUSY_RETRY_S)})


def _of_us(error: Exception) -> Response:
    log.error("unhandled error at %s %s", request.method, request.path, exc_info=error)
    return problem(500, FIXES[500])
