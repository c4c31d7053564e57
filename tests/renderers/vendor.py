"""A local server that sells films as Veo does on the Agent Platform, in the recorded shapes.

In a test::

    with VeoServer(film, polls=1) as server:
        server.behave(Act.FILTERED, Act.FILM)  # the first order, then all others
        ...
        assert len(server.orders) == 2

As a process: ``python -m tests.renderers.vendor --film film.mp4 --act filtered --act film``; it
prints its address, and GET /journal tells what was asked.
"""

import argparse
import base64
import json
import sys
import time
from collections.abc import Sequence
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Self

from tests.models.serving import DAILY, RETRY_INFO, Said, gemini_error

MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isommp41" + b"\x00" * 64
SUPPORT_CODE = "Support codes: 42237218"


class Act(StrEnum):
    """What becomes of an order: the first five after some polls, the rest at once."""

    FILM = "film"
    FILTERED = "filtered"
    FAILED = "failed"
    BUCKET = "bucket"
    FOREVER = "forever"
    CREDIT = "credit"
    DEPLETED = "depleted"
    DAILY = "daily"
    RATE = "rate"
    RETIRED = "retired"
    FORBIDDEN = "forbidden"
    POLICY = "policy"
    BROKEN = "broken"
    SLOW = "slow"


REFUSALS = {
    Act.CREDIT: gemini_error(402, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."),
    Act.DEPLETED: gemini_error(429, "RESOURCE_EXHAUSTED", "Your credits are depleted."),
    Act.DAILY: gemini_error(429, "RESOURCE_EXHAUSTED", "Quota exceeded.", DAILY, RETRY_INFO),
    Act.RATE: gemini_error(429, "RESOURCE_EXHAUSTED", "Too many requests.", RETRY_INFO),
    Act.RETIRED: gemini_error(404, "NOT_FOUND", "Publisher Model veo is no longer available."),
    Act.FORBIDDEN: gemini_error(403, "PERMISSION_DENIED", "Permission denied on the project."),
    Act.POLICY: gemini_error(
        400,
        "INVALID_ARGUMENT",
        "The prompt could not be submitted: it violates Google's Responsible AI practices. "
        f"{SUPPORT_CODE}",
    ),
    Act.BROKEN: gemini_error(500, "INTERNAL", "Internal error encountered."),
}
_RESPONSE = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse"


def ended(**response: object) -> dict:
    return {"done": True, "response": {"@type": _RESPONSE, **response}}


def film_reply(film: bytes, mime: str = "video/mp4", copies: int = 1) -> dict:
    video = {"bytesBase64Encoded": base64.b64encode(film).decode(), "mimeType": mime}
    return ended(raiMediaFilteredCount=0, videos=[video] * copies)


class VeoServer:
    """Takes orders and gives films; what was asked is kept in `orders` and `polled`.

    An order that is no refusal gets an operation, which is done after `polls` polls. `replies`
    (see :meth:`answer`) take the place of everything, in order.
    """

    def __init__(
        self, film: bytes = MP4, *, polls: int = 1, acts: Sequence[Act] = (Act.FILM,), port: int = 0
    ) -> None:
        self.film, self.polls = film, polls
        self.acts: list[Act] = list(acts)
        self.replies: list[Said] = []
        self.orders: list[dict] = []
        self.polled: list[str] = []
        self.paths: list[str] = []
        self.headers: list[dict] = []
        self.slow_s = 30.0
        self._operations: dict[str, tuple[Act, int]] = {}
        self._lock = Lock()
        self._http = _Quiet(("127.0.0.1", port), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def behave(self, *acts: Act) -> None:
        """Let the next orders fare so, one act each, and all that follow like the last."""
        self.acts = list(acts)

    def answer(self, *replies: Said) -> None:
        """Answer the next requests so, whatever they ask."""
        self.replies = list(replies)

    def reply(self, path: str, body: dict) -> Said:
        """Say what a request is answered."""
        with self._lock:
            self.paths.append(path)
            ordering = path.endswith(":predictLongRunning")
            if ordering:
                self.orders.append(body)
            else:
                self.polled.append(str(body.get("operationName")))
            if self.replies:
                return self.replies.pop(0)
            return self._ordered(path) if ordering else self._polled(self.polled[-1])

    def _ordered(self, path: str) -> Said:
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        if act is Act.SLOW:
            return Said({}, after_s=self.slow_s)
        if act in REFUSALS:
            return REFUSALS[act]
        resource = path.partition("/v1beta1/")[2].partition(":")[0]
        name = f"{resource}/operations/op-{len(self.orders)}"
        self._operations[name] = (act, self.polls)
        return Said({"name": name})

    def _polled(self, name: str) -> Said:
        if name not in self._operations:
            return gemini_error(404, "NOT_FOUND", "Operation not found.")
        act, left = self._operations[name]
        if left > 0 or act is Act.FOREVER:
            self._operations[name] = (act, left - 1)
            return Said({"name": name})
        match act:
            case Act.FILTERED:
                why = f"The film violates our guidelines. {SUPPORT_CODE}"
                over = ended(raiMediaFilteredCount=1, raiMediaFilteredReasons=[why])
            case Act.FAILED:
                over = {"done": True, "error": {"code": 13, "message": "Internal error."}}
            case Act.BUCKET:
                video = {"gcsUri": "gs://bucket/film.mp4", "mimeType": "video/mp4"}
                over = ended(raiMediaFilteredCount=0, videos=[video])
            case _:
                over = film_reply(self.film)
        return Said({"name": name, **over})

    def __enter__(self) -> Self:
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def serve(self) -> None:
        """Serve until the process ends."""
        self._http.serve_forever()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False


def _handler(server: VeoServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._say(Said({"orders": server.orders, "polled": server.polled}))

        def do_POST(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            server.headers.append(dict(self.headers))
            plain = self.headers.get("Content-Type") == "application/json"
            self._say(server.reply(self.path, json.loads(given or b"{}") if plain else {}))

        def _say(self, said: Said) -> None:
            time.sleep(said.after_s)
            raw = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
            try:
                self.send_response(said.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                for name, value in said.headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(raw)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def main() -> None:
    parser = argparse.ArgumentParser(description="Sells films as Veo does.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--film", type=Path)
    parser.add_argument("--polls", type=int, default=1)
    parser.add_argument("--act", type=Act, action="append", choices=list(Act))
    given = parser.parse_args()
    film = given.film.read_bytes() if given.film else MP4
    acts = given.act or [Act.FILM]
    server = VeoServer(film, polls=given.polls, acts=acts, port=given.port)
    sys.stdout.write(f"{server.url}\n")
    sys.stdout.flush()
    server.serve()


if __name__ == "__main__":
    main()
