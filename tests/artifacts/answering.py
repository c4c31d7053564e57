"""A store that says what it is told to say: what real ones were recorded to, and moto never does.

The wording is that of Amazon S3 and Cloudflare R2: R2 answers 400 ``ExpiredRequest`` where S3
answers 403 ``AccessDenied`` and "Request has expired".
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def error(code: str, message: str = "it is so") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode()


@dataclass(frozen=True)
class Answer:
    """What is said to one request; `wait_s` first, and nothing at all where `hangs_up`.

    One that `echoes` gives the first bytes that were put to whoever gets something.
    """

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    wait_s: float = 0.0
    hangs_up: bool = False
    echoes: bool = False


EXPIRED_AT_S3 = Answer(403, error("AccessDenied", "Request has expired"))
EXPIRED_AT_R2 = Answer(400, error("ExpiredRequest", "Presigned URL has expired"))
DENIED = Answer(403, error("AccessDenied", "Access Denied"))
NO_BUCKET = Answer(404, error("NoSuchBucket", "The specified bucket does not exist"))
SOMETHING_THERE = Answer(412, error("PreconditionFailed", "At least one did not hold"))
BUSY = Answer(503, error("SlowDown", "Please reduce your request rate."))
SKEWED = Answer(403, error("RequestTimeTooSkewed", "The difference is too large."))


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answering:
    """Gives its answers in order, the last one again and again."""

    answers: list[Answer] = field(default_factory=lambda: [Answer()])
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def next(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        said = self.answers[min(len(self.asked), len(self.answers)) - 1]
        put = [each.body for each in self.asked if each.method == "PUT"]
        return replace(said, body=put[0]) if said.echoes and asked.method == "GET" else said


@contextmanager
def answering(*answers: Answer) -> Iterator[Answering]:
    """Serve the answers at a free port of this machine."""
    book = Answering(list(answers) or [Answer()])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except OSError:  # whoever asked did not wait for the answer
                self.close_connection = True

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {k.lower(): v for k, v in self.headers.items()}
            said = book.next(Asked(self.command, self.path, headers, body))
            time.sleep(said.wait_s)
            self.close_connection = True
            if said.hangs_up:
                return
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(said.body)

        do_GET = do_PUT = do_HEAD = do_DELETE = answer  # noqa: N815 - http.server's names

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    book.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield book
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
