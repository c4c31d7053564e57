"""Less to send: text is compressed, and a browser keeps what is static.

Compressed is what GET answers with: JSON, pages, scripts, styles. Not a page that holds the token
of its forms: whoever can have their own words shown beside a secret, and watch how long what is
sent is, could guess the secret letter by letter (BREACH). Not a stream: it must not wait for more.

The address of a static file names its content (``?v=``): with that it may be kept for a year, since
another content has another address. Without it a browser asks again, and hears 304.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, request
from werkzeug.security import safe_join

from webapp.security import TOKEN_FIELD

KINDS: Final = ("application/json", "application/problem+json", "application/openapi+json",
                "text/html", "text/css", "text/javascript", "text/plain",
                "image/svg+xml")  # fmt: skip
ENCODINGS: Final = ("zstd", "br", "gzip")
LEAST_BYTES: Final = 1024
A_YEAR_S: Final = 31_536_000
VERSION: Final = "v"
_SECRET: Final = TOKEN_FIELD.encode()


def init_app(app: Flask) -> None:
    """Compress answers, and give static files their versions.

    It is done to an answer last where this is called first.
    """
    from flask_compress import Compress

    app.config.update(
        COMPRESS_REGISTER=False,
        COMPRESS_MIMETYPES=list(KINDS),
        COMPRESS_ALGORITHM=list(ENCODINGS),
        COMPRESS_STREAMS=False,
        COMPRESS_MIN_SIZE=LEAST_BYTES,
        COMPRESS_EVALUATE_CONDITIONAL_REQUEST=False,  # it has been, by the ETag of what is sent
    )
    compress = Compress(app)

    def compressed(response: Response) -> Response:
        if request.method != "GET" or response.status_code != 200:
            return response
        if request.endpoint == "static" and response.mimetype in KINDS:
            _take_in(response)
        if response.is_streamed or _secret(response):
            return response
        return compress.after_request(response)

    app.after_request(compressed)
    app.after_request(_keep)
    app.url_defaults(_name_content)


def _take_in(response: Response) -> None:
    """Read a file, so that it can be compressed; its ETag is that of both forms from then on."""
    response.direct_passthrough = False
    file = response.response
    response.get_data()
    file.close()  # type: ignore[union-attr]  # of a static file it is one
    etag, _ = response.get_etag()
    if etag is not None:
        response.set_etag(etag, weak=True)


def _secret(response: Response) -> bool:
    return response.mimetype == "text/html" and _SECRET in response.get_data()


def _name_content(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and VERSION not in values:
        version = _version(current_app.static_folder, values.get("filename"))
        if version:
            values[VERSION] = version


def _version(folder: str | None, name: str | None) -> str | None:
    place = safe_join(folder or "", name or "")
    if place is None:
        return None
    try:
        written = Path(place).stat().st_mtime_ns
        return _digest(place, written)
    except OSError:  # there is no such file: whoever asks for it hears that
        return None


@lru_cache(maxsize=256)
def _digest(place: str, _written: int) -> str:
    return hashlib.sha256(Path(place).read_bytes()).hexdigest()[:12]


def _keep(response: Response) -> Response:
    """Let a browser keep a static file, for as long as its address names what it holds."""
    if request.endpoint == "static" and response.status_code in {200, 206, 304}:
        name = (request.view_args or {}).get("filename")
        given = request.args.get(VERSION)
        if given and given == _version(current_app.static_folder, name):
            response.headers["Cache-Control"] = f"public, max-age={A_YEAR_S}, immutable"
        else:
            response.headers["Cache-Control"] = "public, no-cache"
    return response
