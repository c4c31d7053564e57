"""One shape for everything that goes wrong."""

from contextlib import ExitStack

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.answer import Health
from storyworld.settings import Settings
from tests.webapp.conftest import Bell, Browser
from webapp import create_app, database
from webapp.contract import Seen, show, speaks
from webapp.worlds import ListQuery

PROBLEM = "application/problem+json"


def test_an_unknown_address_is_a_404_problem(client: FlaskClient) -> None:
    answer = client.get("/nowhere")
    assert (answer.status_code, answer.content_type) == (404, PROBLEM)
    assert set(answer.json) == {"type", "title", "status", "detail"}


@pytest.mark.parametrize(
    ("method", "address"), [("get", "/simulate"), ("delete", "/episodes"), ("put", "/health")]
)
def test_a_wrong_method_is_a_405_problem_that_names_the_right_one(
    client: FlaskClient, method: str, address: str
) -> None:
    answer = getattr(client, method)(address)
    assert (answer.status_code, answer.content_type) == (405, PROBLEM)
    assert answer.headers["Allow"]


def test_a_goal_sent_to_the_episodes_is_told_where_it_goes(client: FlaskClient) -> None:
    answer = client.post("/episodes", json={"text": "A ball falls"})
    assert answer.status_code == 405
    assert "POST /simulate" in answer.json["detail"]


def test_a_browser_gets_a_page_that_says_what_to_do_next(browser: Browser) -> None:
    for address in ("/nowhere", "/simulations/ep_1", "/?limit=0"):
        answer = browser.get(address)
        assert answer.status_code in {404, 422}
        assert answer.content_type.startswith("text/html")
        assert 'href="/new"' in answer.text


def test_people_are_told_in_sentences_not_in_requests(browser: Browser) -> None:
    text = browser.get("/nowhere").text
    assert "There is nothing at this address: it may have been mistyped" in text
    assert "GET /" not in text


def test_a_browser_looking_at_the_api_sees_the_problem_itself(browser: Browser) -> None:
    assert browser.get("/episodes/ep_1").content_type == PROBLEM


def test_whoever_finds_all_connections_in_use_is_told_to_come_back(
    settings: Settings, engine: Engine, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.POOL, "pool_timeout", 0.05)
    app = create_app(settings, ring=bell)
    with app.app_context(), ExitStack() as held:
        pool = database.db.engine.pool
        for _ in range(pool.size() + pool._max_overflow):
            held.enter_context(database.db.engine.connect())
        answer = app.test_client().get("/episodes")
        assert (answer.status_code, answer.content_type) == (503, PROBLEM)
        assert answer.headers["Retry-After"] == "2"
        held.close()
        assert app.test_client().get("/episodes").status_code == 200
        database.db.engine.dispose()


@pytest.mark.parametrize("page", [False, True])
def test_an_error_of_ours_is_a_500_that_gives_nothing_away(
    settings: Settings, engine, bell: Bell, page: bool
) -> None:
    app: Flask = create_app(settings, ring=bell)

    def broken() -> str:
        raise RuntimeError("canary: password=hunter2")

    app.add_url_rule("/broken", view_func=broken)
    app.view_functions["console.index"] = broken
    accept = {"Accept": "text/html"} if page else {}
    answer = app.test_client().get("/" if page else "/broken", headers=accept)
    assert answer.status_code == 500
    assert answer.content_type.startswith("text/html" if page else PROBLEM)
    assert "canary" not in answer.text
    assert "hunter2" not in answer.text


def test_a_redirect_stays_a_redirect(client: FlaskClient) -> None:
    assert client.get("/episodes/").status_code in {308, 404}


def test_an_address_with_a_page_shows_people_the_page_and_programs_the_record(
    settings: Settings, engine: Engine
) -> None:
    app = create_app(settings)
    blueprint = Blueprint("things", __name__)

    @blueprint.get("/things")
    @speaks(query=ListQuery)
    def things(query: ListQuery) -> Health:
        return Health(status="ok", database="ok", version=str(query.limit))

    def page(query: ListQuery) -> str:
        return f"<p>{query.limit} things</p>"

    app.register_blueprint(blueprint)
    show(app, {things: Seen(page)})
    client = app.test_client()
    person = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert client.get("/things?limit=7", headers=person).text == "<p>7 things</p>"
    assert client.get("/things?limit=7").json["version"] == "7"
    assert client.get("/things?limit=0", headers=person).mimetype == "text/html"
    assert client.get("/things?limit=0").mimetype == "application/problem+json"
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()
