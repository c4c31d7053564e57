"""A hub of one's own: serves a folder of repositories as the real one does, as far as is asked."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit


class Hub:
    """What it has, what it was asked for, and how it misbehaves."""

    def __init__(self, repositories: dict[tuple[str, str], Path]) -> None:
        self.repositories = repositories
        self.served: list[str] = []
        self.gated = False
        self.down = False
        self.endpoint = ""


@contextmanager
def running(hub: Hub) -> Iterator[Hub]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def do_GET(self) -> None:
            self._answer(body=True)

        def _answer(self, *, body: bool) -> None:
            path = unquote(urlsplit(self.path).path).strip("/")
            if hub.down:
                self._say(503, b"", {}, body=body)
            elif hub.gated:
                self._say(403, b"", {"X-Error-Code": "GatedRepo"}, body=body)
            elif path.startswith("api/models/"):
                self._about(path.removeprefix("api/models/"), body=body)
            else:
                self._file(path, body=body)

        def _about(self, path: str, *, body: bool) -> None:
            """Answer for a revision, or for the tree of its files: clients ask one or the other."""
            tree = "/tree/" in path
            name, _, revision = path.partition("/tree/" if tree else "/revision/")
            folder = hub.repositories.get((name, revision))
            if folder is None:
                known = any(n == name for n, _ in hub.repositories)
                code = "RevisionNotFound" if known else "RepoNotFound"
                self._say(404, b"", {"X-Error-Code": code}, body=body)
                return
            files = [f for f in sorted(folder.rglob("*")) if f.is_file()]
            names = {str(f.relative_to(folder)): f.stat().st_size for f in files}
            said: object = [
                {"type": "file", "path": n, "size": size, "oid": "0" * 40}
                for n, size in names.items()
            ]
            if not tree:
                said = {"id": name, "sha": revision, "siblings": [{"rfilename": n} for n in names]}
            kind = {"Content-Type": "application/json"}
            self._say(200, json.dumps(said).encode(), kind, body=body)

        def _file(self, path: str, *, body: bool) -> None:
            name, _, rest = path.partition("/resolve/")
            revision, _, file = rest.partition("/")
            content = (hub.repositories[name, revision] / file).read_bytes()
            if body:
                hub.served.append(file)
            etag = hashlib.sha256(content).hexdigest()
            self._say(200, content, {"X-Repo-Commit": revision, "ETag": f'"{etag}"'}, body=body)

        def _say(self, status: int, content: bytes, headers: dict[str, str], *, body: bool) -> None:
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if body:
                self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    hub.endpoint = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
