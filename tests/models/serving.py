"""Local HTTP servers that speak as Gemini, Ollama and OpenAI-compatible servers do."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

KEY = "canary-key"


@dataclass(frozen=True)
class Said:
    """What the server answers once; `drip_s` is the pause after each byte of it."""

    body: object
    status: int = 200
    after_s: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()
    drip_s: float = 0.0


@dataclass
class Server:
    """A server that gives its answers in order, the last one again and again; or by `reply`."""

    url: str
    answers: list[Said]
    asked: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)
    reply: Callable[[dict], Said] | None = None


@contextmanager
def serving(*answers: Said) -> Iterator[Server]:
    server = Server("", list(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            server.asked.append(json.loads(given))
            self.answer()

        def answer(self) -> None:
            server.paths.append(self.path)
            server.headers.append(dict(self.headers))
            if server.reply is not None:
                said = server.reply(server.asked[-1])
            else:
                said = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
            time.sleep(said.after_s)
            raw = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
            try:
                self.send_response(said.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                for name, value in said.headers:
                    self.send_header(name, value)
                self.end_headers()
                for at in range(0, len(raw), 1 if said.drip_s else len(raw)):
                    self.wfile.write(raw[at : at + 1] if said.drip_s else raw)
                    time.sleep(said.drip_s)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    http = Quiet(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{http.server_port}"
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def _text(said: object) -> str:
    return said if isinstance(said, str) else json.dumps(said)


def gemini(said: object, *, finish: str = "STOP", after_s: float = 0.0) -> Said:
    return Said(
        {
            "candidates": [
                {"content": {"role": "model", "parts": [{"text": _text(said)}]},
                 "finishReason": finish}
            ],
            "usageMetadata": {
                "promptTokenCount": 900, "candidatesTokenCount": 100, "thoughtsTokenCount": 20,
                "totalTokenCount": 1020,
            },
            "modelVersion": "gemini-3.8-flash-001",
            "responseId": "r1",
        },
        after_s=after_s,
    )  # fmt: skip


def gemini_blocked() -> Said:
    return Said(
        {
            "promptFeedback": {"blockReason": "PROHIBITED_CONTENT"},
            "usageMetadata": {"promptTokenCount": 900, "totalTokenCount": 900},
            "modelVersion": "gemini-3.8-flash-001",
        }
    )


def gemini_error(code: int, status: str, message: str, *details: dict) -> Said:
    error = {"code": code, "status": status, "message": message, "details": list(details)}
    return Said({"error": error}, status=code)


RETRY_INFO = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "53s"}
DAILY = {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
}


def ollama(said: object, *, done_reason: str = "stop", after_s: float = 0.0) -> Said:
    return Said(
        {
            "model": "qwen3:8b",
            "created_at": "2026-11-02T10:00:00Z",
            "message": {"role": "assistant", "content": _text(said)},
            "done": True,
            "done_reason": done_reason,
            "prompt_eval_count": 800,
            "eval_count": 90,
        },
        after_s=after_s,
    )


def ollama_error(status: int, message: str) -> Said:
    return Said({"error": message}, status=status)


def compatible(
    said: object, *, finish: str | None = "stop", after_s: float = 0.0, **message: object
) -> Said:
    return Said(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1793606400,
            "model": "qwen3-vl-8b",
            "choices": [
                {"index": 0, "logprobs": None, "finish_reason": finish,
                 "message": {"role": "assistant", "content": _text(said), **message}}
            ],
            "usage": {"prompt_tokens": 700, "completion_tokens": 80, "total_tokens": 780},
        },
        after_s=after_s,
    )  # fmt: skip


def compatible_error(status: int, message: str, *, code: object = None, **headers: str) -> Said:
    error = {"message": message, "type": "error", "param": None, "code": code}
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Said({"error": error}, status=status, headers=named)
