"""Where uploaded files go: each to a temporary file that never has a name, and is always closed.

A file without a name is gone when it is closed, and at the latest with the process, however that
ends. What a client calls its file is not looked at.
"""

import tempfile
from typing import IO

from flask import Flask, Request, request


class UploadRequest(Request):
    """A request that knows the files it opened, also those of a body that broke off."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they come
        self.opened: list[IO[bytes]] = []

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 - werkzeug's signature
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        stream = tempfile.TemporaryFile("rb+")  # noqa: SIM115 - closed with the request
        self.opened.append(stream)
        return stream


def init_app(app: Flask) -> None:
    """Have this app's uploads go there."""
    app.request_class = UploadRequest
    app.teardown_request(_close)


def _close(_error: BaseException | None) -> None:
    for stream in request.opened:  # type: ignore[attr-defined]  # Flask cannot know our class
        stream.close()
