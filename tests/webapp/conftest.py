"""A web app over a real archive file, with a bell that remembers who rang."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from tests.archives import new_archive
from tests.webapp.written import archive_at
from webapp import create_app

SECRET = "not a secret: a test's key"


class Bell:
    """Rings nowhere; notes the keys and whether their episode could be read when it rang."""

    def __init__(self) -> None:
        self.rung: list[StepKey] = []
        self.answer: bool | Exception = True

    def __call__(self, key: StepKey) -> bool:
        self.rung.append(key)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Revoking:
    """Revokes nothing; notes what it was to revoke."""

    def __init__(self) -> None:
        self.revoked: list[StepKey] = []
        self.answer: bool | Exception = True

    def __call__(self, *keys: StepKey) -> bool:
        self.revoked.extend(keys)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def revoking() -> Revoking:
    return Revoking()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, secret_key=SECRET)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = new_archive(archive_at(tmp_path))
    yield engine
    engine.dispose()


@pytest.fixture
def app(settings: Settings, engine: Engine, bell: Bell, revoking: Revoking) -> Iterator[Flask]:
    app = create_app(settings, ring=bell, revoke=revoking)
    yield app
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A program: no cookies, no origin."""
    return app.test_client()


class Browser:
    """What a browser does beyond a program: asks for pages, keeps cookies, says where from."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}

    def get(self, address: str):
        return self.client.get(address, headers=self.headers)

    def token(self) -> str:
        page = self.get("/new").text
        return page.split('name="form_token" value="')[1].split('"')[0]

    def post(self, address: str, fields: dict[str, str], **headers: str):
        sent = self.headers | {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(address, data=fields, headers=sent)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app.test_client())
