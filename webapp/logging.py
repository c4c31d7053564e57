"""What the web app logs: each line names the request, each answer carries its id.

A client may name its request by ``X-Request-ID``; otherwise it gets a name here. What only reads
is told at DEBUG: a page that looks every second must not drown what happens.
"""

import logging
import re
import time
import uuid
from typing import Any

from flask import Flask, Response, g, request

from storyworld import logs
from webapp.security import UNSAFE

REQUEST_ID = "X-Request-ID"
_log = logging.getLogger(__name__)
_NAME = re.compile(r"[A-Za-z0-9._-]{1,128}", re.ASCII)


def init_app(app: Flask) -> None:
    """Bind what each request is about before anything else looks at it, and forget it after."""
    app.url_value_preprocessor(_begin)  # the first that looks at a request, and at each
    app.after_request(_tell)
    app.teardown_request(_forget)


def _begin(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    logs.clear()
    given = request.headers.get(REQUEST_ID, "")
    g.request_id = given if _NAME.fullmatch(given) else uuid.uuid4().hex
    g.begun = time.monotonic()
    about = values or {}
    logs.bind(request=g.request_id, episode=about.get("episode_id"), world=about.get("world_id"))


def _tell(response: Response) -> Response:
    response.headers[REQUEST_ID] = g.request_id
    telling = request.method in UNSAFE or response.status_code >= 500
    _log.log(
        logging.INFO if telling else logging.DEBUG,
        "%s %s: %d in %.0f ms",
        request.method,
        request.path,
        response.status_code,
        (time.monotonic() - g.begun) * 1000.0,
    )
    return response


def _forget(_error: BaseException | None) -> None:
    logs.clear()
