"""The real web application, over a real archive, reached by WSGI and by no socket."""

from collections.abc import Iterator

import httpx
import pytest
from flask import Flask

from storyworld.client import StoryWorld
from tests.webapp.conftest import (  # noqa: F401 - fixtures
    app,
    bell,
    engine,
    revoking,
    settings,
)

URL = "http://localhost"


class Noting(httpx.WSGITransport):
    """Reaches an app and notes which of its routes were asked for."""

    def __init__(self, app: Flask) -> None:  # noqa: F811
        super().__init__(app=app)
        self._routes = app.url_map.bind("localhost")
        self.asked: set[tuple[str, str]] = set()
        self.requests: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        rule, _ = self._routes.match(request.url.path, request.method, return_rule=True)
        self.asked.add((request.method, rule.rule))
        return super().handle_request(request)


@pytest.fixture
def noting(app: Flask) -> Noting:  # noqa: F811
    return Noting(app)


@pytest.fixture
def world(noting: Noting) -> Iterator[StoryWorld]:
    with StoryWorld(URL, transport=noting) as client:
        yield client
