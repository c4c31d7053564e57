"""A real Chromium on a real server over a real archive.

A picture of every page is kept in build/screenshots, or where `--screenshots DIR` says.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import Engine
from werkzeug.serving import WSGIRequestHandler, make_server

from storyworld.settings import Settings
from tests.archives import new_archive
from tests.chromium import Tab
from tests.webapp import departing, fall, written
from tests.webapp.test_worlds import grown
from webapp import create_app
from webapp.events import tailer_of

__all__ = ["Site", "Tab", "serve"]


@dataclass
class Site:
    """A running console and the episodes it knows."""

    address: str
    engine: Engine
    app: Flask
    episodes: dict[str, str] = field(default_factory=dict)
    world_id: str = ""

    def page_of(self, name: str) -> str:
        return f"{self.address}/simulations/{self.episodes[name]}"


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_: object, **__: object) -> None:
        """Say nothing."""


def whole(application: Callable[..., Any]) -> Callable[..., Iterable[bytes]]:
    """Answer in one piece: werkzeug's server forgets to close a file when the browser hangs up.

    But for streams, which have no end.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        pieces: Iterable[bytes] = application(environ, start_response)
        if environ["PATH_INFO"] == "/events":
            return pieces
        try:
            return [b"".join(pieces)]
        finally:
            if hasattr(pieces, "close"):
                pieces.close()

    return answer


def serve(home: Path, **more: object) -> Iterator[Site]:
    settings = Settings(home=home, secret_key="a test's key", **more)
    engine = new_archive(settings.database)
    app = create_app(settings, ring=lambda _key: True, revoke=lambda *_keys: True)
    server = make_server("127.0.0.1", 0, whole(app), threaded=True, request_handler=Quiet)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.server_port}", engine, app)
    tailer_of(app).close()
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["storyworld.uses"].rest()
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
    engine.dispose()


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    yield from serve(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with one episode of each kind; tests add to it but end none of these."""
    for site in serve(tmp_path_factory.mktemp("site")):
        for i in range(24):
            limit = 1.5 if i % 3 else 2.4
            written.finished(site.engine, limit, f", run {i} of the series", noise=i)
        site.episodes = {
            "achieved": written.finished(site.engine, 2.1),
            "refuted": written.finished(site.engine, 1.5),
            "running": written.running(site.engine),
            "queued": written.queued(site.engine, fall.goal_of(3.0)),
            "vetoed": written.vetoed(site.engine),
            "failed": written.failed(site.engine),
            "long": written.hostile(site.engine, "unbreakable" * 150),
            "departed": departing.departed(site.engine),
        }
        site.world_id = grown(site.engine)
        yield site


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keep a picture of a page."""
    folder = request.config.rootpath / request.config.getoption("--screenshots")

    def take(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.evaluate("scrollTo(0, 0)")  # what sticks to the window is where it begins
        page.screenshot(path=folder / f"{name}.png", full_page=True)

    return take
