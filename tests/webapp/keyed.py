"""A web app that asks for keys, two owners with one each, and what each of them would send."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import keys
from storyworld.archive.engine import writing
from storyworld.records.access import MadeKey, Scope
from storyworld.settings import Access, Settings
from tests.webapp.conftest import Bell, Revoking
from webapp import create_app

ALL = tuple(Scope)


def made(
    engine: Engine,
    owner: str = "ada",
    *scopes: Scope,
    name: str = "laptop",
    expires_at: datetime | None = None,
) -> MadeKey:
    with writing(engine) as session:
        return keys.create(
            session, owner=owner, name=name, scopes=scopes or ALL, expires_at=expires_at
        )


def bearing(key: MadeKey | str, **more: str) -> dict[str, str]:
    text = key if isinstance(key, str) else key.key
    return {"Authorization": f"Bearer {text}", **more}


@contextmanager
def keyed_app(home: Path, **settings: object) -> Iterator[Flask]:
    """Give an app that asks for keys; nothing of its own goes on once it is left."""
    app = create_app(
        Settings(home=home, secret_key="a test's key", access=Access.KEYS, **settings),
        ring=Bell(),
        revoke=Revoking(),
    )
    yield app
    app.extensions["storyworld.uses"].rest()
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


class Program:
    """Asks with a key."""

    def __init__(self, client: FlaskClient, key: MadeKey) -> None:
        self.client = client
        self.key = key

    def get(self, address: str, **headers: str):
        return self.client.get(address, headers=bearing(self.key, **headers))

    def post(self, address: str, body: dict[str, object], **headers: str):
        return self.client.post(address, json=body, headers=bearing(self.key, **headers))
