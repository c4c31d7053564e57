"""The API as /openapi.json describes it, asked in-process; nothing in it is ever left running."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from schemathesis import BaseSchema, Config
from schemathesis.openapi import from_wsgi
from sqlalchemy import Engine

from storyworld.archive import episodes
from storyworld.archive.engine import writing
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from tests.archive.hooked import hooked
from tests.archives import new_archive
from tests.webapp import written
from tests.webapp.written import archive_at
from tests.webhooks.receiving import PUBLIC
from webapp import create_app

# 413 is a refusal, too
CONFIG = Config.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": ["4xx"]}}})


@dataclass(frozen=True)
class Api:
    """An app, its description, and names of what there is to ask for."""

    app: Flask
    schema: BaseSchema
    engine: Engine
    known: dict[str, str]


def asked_here(app: WSGIApplication) -> WSGIApplication:
    """Say where a request comes from, which every server says and Schemathesis does not.

    Answers are plain: without a network nobody unpacks them for Schemathesis.
    """

    def asked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        return app({"REMOTE_ADDR": "127.0.0.1", **environ}, start_response)

    return asked


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    folder = tmp_path_factory.mktemp("api")
    engine = new_archive(archive_at(folder))

    def ended_at_once(key: StepKey) -> bool:
        """Stand in for the workers, so that whoever waits need not wait long."""
        with writing(engine) as session:
            episodes.terminate(session, key.episode_id)
        return True

    settings = Settings(home=folder, secret_key="a test's key", queue_limit=10_000)
    app = create_app(
        settings,
        ring=ended_at_once,
        revoke=lambda *_keys: True,
        resolve=lambda _host, _port: (PUBLIC,),
    )
    app.wsgi_app = asked_here(app.wsgi_app)  # type: ignore[method-assign]
    episode_id = written.finished(engine)
    world = app.test_client().get(f"/world-state/{episode_id}").json
    (told,) = app.test_client().get(f"/episodes/{episode_id}/beats").json["beats"]
    known = {
        "episode_id": episode_id,
        "a": episode_id,
        "b": written.finished(engine, 1.5),
        "world_id": world["world_id"],
        "from": world["nodes"][0]["node_id"],
        "to": world["nodes"][-1]["node_id"],
        "observation_id": told["attempts"][0]["observations"][0]["observation_id"],
        "webhook_id": hooked(engine).webhook_id,
    }
    yield Api(app, from_wsgi("/openapi.json", app, config=CONFIG), engine, known)
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
    engine.dispose()
