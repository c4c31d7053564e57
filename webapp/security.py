"""What a page may load, who may send a form, and under which host names we answer.

Who asks is settled elsewhere (:mod:`webapp.access`). What is left is another site in the browser
of somebody who may ask. Three controls stop it: requests that a browser marks as coming from
elsewhere are refused; a browser's forms carry a token bound to its session; where one person asks
without a key, only loopback names are answered, so a foreign name that is rebound to 127.0.0.1
gets nothing. With keys it gets nothing anyway: the browser has no session under that name.
"""

import hmac
import os
import secrets
import socket
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request, session
from flask.sessions import SecureCookieSessionInterface
from werkzeug.exceptions import (
    BadRequest,
    ClientDisconnected,
    Forbidden,
    LengthRequired,
    RequestEntityTooLarge,
    RequestTimeout,
    UnsupportedMediaType,
)

from storyworld.settings import LOOPBACK, Settings
from webapp import cors

MAX_BODY_BYTES = 16 * 1024
UPLOADS = "judge.judge"  # the one endpoint that takes more than that
MAX_UPLOAD_PARTS = 20
BODY_S = 10.0  # how long a body may take to arrive
BYTES_PER_S = 10**6  # and a second more for each megabyte
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
TOKEN_FIELD = "form_token"  # noqa: S105 - a field's name
SESSION_HOURS = 12
POLICY = "Content-Security-Policy"
HEADERS = {
    POLICY: "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class _Sessions(SecureCookieSessionInterface):
    """Over https the cookie's name says that no other host of the same domain can have set it."""

    def get_cookie_name(self, app: Flask) -> str:
        name: str = app.config["SESSION_COOKIE_NAME"]
        return f"__Host-{name}" if request.is_secure else name

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - Flask's signature
        return request.is_secure


def init_app(app: Flask, settings: Settings) -> None:
    """Set limits, cookies, headers and the check of who sends."""
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        BODY_SECONDS=BODY_S,
        SECRET_KEY=_secret(settings),
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=SESSION_HOURS),  # also of a stolen cookie
    )
    app.session_interface = _Sessions()
    if not settings.keyed:
        app.before_request(_refuse_foreign_names)
    app.before_request(_make_room_for_uploads)
    app.before_request(_refuse_foreign_posts)
    app.before_request(_read_in_time)
    app.before_request(_refuse_large_streams)
    app.before_request(_refuse_forged_forms)
    app.after_request(_headers)


def form_token() -> str:
    """Give the token that this browser's forms must carry."""
    if "form" not in session:
        session["form"] = secrets.token_urlsafe(32)
    return str(session["form"])


def _refuse_foreign_names() -> None:
    # Flask's TRUSTED_HOSTS cannot name [::1]: it cuts its entries at the first colon
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in LOOPBACK:
        raise BadRequest("this address is answered as localhost only: check the Host header")


def _make_room_for_uploads() -> None:
    if request.endpoint == UPLOADS:
        if request.mimetype != "multipart/form-data":
            raise UnsupportedMediaType("send the film and the goal as multipart/form-data")
        settings: Settings = current_app.extensions["storyworld"]
        request.max_content_length = settings.upload_max_mb * 10**6 + MAX_BODY_BYTES
        request.max_form_parts = MAX_UPLOAD_PARTS


def _read_in_time() -> None:
    """Read the body, or hang up on who dawdles: a thread that waits for it serves nobody else.

    Only closing the socket ends a read that gunicorn has begun, however little comes at a time.
    """
    if request.content_length is None and request.endpoint == UPLOADS:
        raise LengthRequired("send the film with its Content-Length, not in chunks")
    connection: socket.socket | None = request.environ.get("gunicorn.socket")
    seconds = current_app.config["BODY_SECONDS"] + (request.content_length or 0) / BYTES_PER_S
    late = threading.Event()

    def hang_up() -> None:
        late.set()
        with suppress(OSError):  # gone already
            if connection is not None:
                connection.shutdown(socket.SHUT_RD)

    timer = threading.Timer(seconds, hang_up)
    timer.daemon = True
    if connection is not None and _has_body():
        timer.start()
    try:
        request.get_data(cache=True, parse_form_data=True)
    except ClientDisconnected:
        if not late.is_set():
            raise
    finally:
        timer.cancel()
    if late.is_set():  # gunicorn gives what it has, as if that were all
        raise RequestTimeout


def _has_body() -> bool:
    return bool(request.content_length) or "Transfer-Encoding" in request.headers


def _refuse_large_streams() -> None:
    # werkzeug cuts a body without a declared length at the limit instead of refusing it
    if request.content_length is None and len(request.get_data()) >= MAX_BODY_BYTES:
        raise RequestEntityTooLarge


def _refuse_foreign_posts() -> None:
    if request.method not in UNSAFE or cors.comes_by_key():
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        foreign = site not in {"same-origin", "none"}
    else:
        # pages of ours send Origin: null, since their referrer policy is no-referrer
        foreign = origin not in {None, "null"} and _place(origin) != request.host
    if foreign:
        raise Forbidden("this request comes from another site: send it from a page of ours")


def _place(origin: str | None) -> str | None:
    """Give host and port of an origin; None of what is none."""
    try:
        return urlsplit(origin or "").netloc or None
    except ValueError:
        return None


def _refuse_forged_forms() -> None:
    if request.method not in UNSAFE or cors.comes_by_key():
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    # A program has no origin and no cookie to abuse; what a browser sends needs the token,
    # except JSON, which no page of another site can send without being asked first.
    from_browser = site is not None or origin is not None or bool(request.cookies)
    preflighted = request.mimetype == "application/json" and origin != "null"
    if from_browser and not preflighted and not _token_matches():
        raise Forbidden("the form is out of date: reload its page and send it again")


def _token_matches() -> bool:
    expected, given = session.get("form"), request.form.get(TOKEN_FIELD, "")
    return expected is not None and hmac.compare_digest(str(expected).encode(), given.encode())


def _headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-cache, private")
        response.vary.update(("Accept", "Authorization", "Cookie"))
    return response


def _secret(settings: Settings) -> bytes:
    """Give the key that signs cookies: configured, or made once and kept below `home`.

    All processes of one deployment must sign alike, so a made one lies on disk, for its owner.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    place: Path = settings.home / "secret_key"
    settings.home.mkdir(parents=True, exist_ok=True)
    made = place.with_name(f".secret_key.{os.getpid()}.{secrets.token_hex(4)}")
    if not place.exists():
        made.touch(mode=0o600)
        made.write_bytes(secrets.token_hex(32).encode())
        try:
            os.link(made, place)  # atomic: whoever comes second uses the first one's
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return place.read_bytes()
