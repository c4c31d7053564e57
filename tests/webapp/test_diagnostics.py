"""/diagnostics and /health."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld import __version__
from storyworld.archive import workers
from storyworld.archive.breakers import ArchiveBreaker
from storyworld.archive.engine import writing
from storyworld.records.diagnostics import BrokerState, WorkerRole, WorkerView
from storyworld.settings import Settings
from tests.webapp import fall, written
from tests.webapp.conftest import SECRET, Bell, Browser
from webapp import create_app
from webapp.broker_watch import Answer


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
    assert found["given_up_today"] == 1


def test_what_is_wrong_comes_first_with_what_to_do(browser: Browser, engine: Engine) -> None:
    broken = written.failed(engine)
    page = browser.get("/diagnostics").text
    assert page.index("3 things need a look") < page.index("Processes")
    for words in ("the reconciler was never seen", "there is no broker", "1 step was given up",
                  "<code>storyworld up</code>", f"/simulations/{broken}"):  # fmt: skip
        assert words in page


def test_all_is_well_where_all_is(app: Flask, browser: Browser, engine: Engine) -> None:
    written.finished(engine)
    seen(engine, "beat@box", WorkerRole.RECONCILER)
    app.extensions["storyworld.broker"] = Answering()
    page = browser.get("/diagnostics").text
    assert "All is well" in page
    assert "need a look" not in page
    assert browser.client.get("/diagnostics").json["concerns"] == []


def test_what_strangers_wrote_is_text_on_the_page(browser: Browser, engine: Engine) -> None:
    seen(engine, "<script>alert(1)</script>", WorkerRole.CONTROL)
    ArchiveBreaker(engine).rest("<b>x</b>", 600.0, "<img src=x onerror=alert(1)> `<i>")
    page = browser.get("/diagnostics").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>x" not in page
    assert "<i>" not in page


class Answering:
    """A watch over a broker that answers, and tells nothing."""

    def look(self, _every_s: float, _asked_s_ago: float | None) -> Answer:
        return Answer(BrokerState.ANSWERS)


def seen(engine: Engine, name: str, role: WorkerRole) -> None:
    view = WorkerView(name=name, role=role, started_at=None, last_seen=datetime.now(UTC))
    with writing(engine) as session:
        workers.saw(session, view)
