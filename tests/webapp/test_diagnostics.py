"""/diagnostics and /health."""

from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld import __version__
from storyworld.settings import Settings
from tests.webapp import fall, written
from tests.webapp.conftest import SECRET, Bell
from webapp import create_app


def test_health_is_ok_while_the_archive_answers(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "database": "ok", "version": __version__}


def test_health_is_503_without_a_schema_and_the_app_still_starts(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path / "bare", secret_key=SECRET), ring=Bell())
    answer = app.test_client().get("/health")
    assert answer.status_code == 503
    assert answer.json["database"] == "unavailable"
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_an_archive_that_does_not_answer_is_503_and_never_a_stack_trace(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path / "bare", secret_key=SECRET), ring=Bell())
    client = app.test_client()
    for answer in (client.get("/episodes"), client.post("/simulate", json={"goal": "a ball"})):
        assert answer.status_code == 503
        assert answer.content_type == "application/problem+json"
        assert "SELECT" not in answer.text
        assert int(answer.headers["Retry-After"]) >= 1
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_diagnostics_count_queues_episodes_and_failures(
    client: FlaskClient, engine: Engine
) -> None:
    written.finished(engine)
    written.queued(engine, fall.goal_of(2.1))
    broken = written.failed(engine)
    found = client.get("/diagnostics").json
    assert {q["stage"]: q["ready"] for q in found["queues"]}["plan"] == 1
    assert dict(found["episodes"]) == {"COMPLETED": 1, "CREATED": 1, "FAILED": 1}
    assert [f["episode_id"] for f in found["last_failures"]] == [broken]
