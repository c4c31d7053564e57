"""Pages of other origins: none, but those that are named, by key and never by cookie."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.errors import ConfigurationError
from storyworld.settings import Settings
from tests.webapp.conftest import Bell, Browser
from webapp import create_app

LAB = "https://lab.example.org"
OTHER = "https://evil.example.org"
GOAL = {"goal": "A steel ball dropped from 20 m reaches the ground in under 2.1 s"}
ASKING = {"Origin": LAB, "Access-Control-Request-Method": "POST"}
FROM_LAB = {"Origin": LAB, "Sec-Fetch-Site": "cross-site", "Authorization": "Bearer swk_1"}


@pytest.fixture
def app(settings: Settings, engine: Engine, bell: Bell) -> Iterator[Flask]:
    app = create_app(settings.model_copy(update={"cors_origins": (LAB,)}), ring=bell)
    yield app
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def allowed(answer) -> dict[str, str]:
    return {k: v for k, v in answer.headers.items() if k.startswith("Access-Control-")}


def test_it_is_off_unless_origins_are_named(settings: Settings, engine: Engine, bell: Bell) -> None:
    plain = create_app(settings, ring=bell).test_client()
    assert not allowed(plain.get("/episodes", headers={"Origin": LAB}))
    assert "Origin" not in plain.get("/episodes").vary
    assert not allowed(plain.options("/simulate", headers=ASKING))
    assert plain.post("/simulate", json=GOAL, headers=FROM_LAB).status_code == 403


def test_a_page_of_a_named_origin_reads_answers_and_errors(client: FlaskClient) -> None:
    for address in ("/episodes", "/episodes/ep_nobody", "/openapi.json"):
        answer = client.get(address, headers={"Origin": LAB})
        told = allowed(answer)
        if address == "/openapi.json":  # no part of the API that it describes
            assert told == {}
            continue
        assert told["Access-Control-Allow-Origin"] == LAB
        assert {"Retry-After", "RateLimit"} <= set(
            told["Access-Control-Expose-Headers"].split(", ")
        )
        assert "Access-Control-Allow-Credentials" not in told
        assert {"Origin", "Accept", "Cookie"} <= set(answer.vary)


@pytest.mark.parametrize("origin", [OTHER, "null", f"{LAB}.evil.org", f"{LAB}:444", LAB.upper()])
def test_no_other_origin_does(client: FlaskClient, origin: str) -> None:
    assert not allowed(client.get("/episodes", headers={"Origin": origin}))
    assert not allowed(client.options("/simulate", headers=ASKING | {"Origin": origin}))
    sent = client.post("/simulate", json=GOAL, headers=FROM_LAB | {"Origin": origin})
    assert sent.status_code == 403


def test_answers_that_depend_on_the_origin_say_so_to_caches(client: FlaskClient) -> None:
    assert "Origin" in client.get("/episodes").vary


def test_pages_and_files_are_for_nobody_else(client: FlaskClient) -> None:
    for address in ("/", "/new", "/static/console.css"):
        assert not allowed(client.get(address, headers={"Origin": LAB}))


def test_a_browser_is_told_what_it_may_send(client: FlaskClient) -> None:
    answer = client.options("/simulate", headers=ASKING)
    told = allowed(answer)
    assert answer.status_code == 204
    assert told["Access-Control-Allow-Methods"] == "POST"
    sent = set(told["Access-Control-Allow-Headers"].split(", "))
    asked = {"Authorization", "Content-Type", "Idempotency-Key", "Prefer", "Last-Event-ID"}
    assert asked <= sent
    reading = client.options("/episodes", headers=ASKING | {"Access-Control-Request-Method": "GET"})
    assert allowed(reading)["Access-Control-Allow-Methods"] == "GET, HEAD"


def test_a_page_of_a_named_origin_sends_by_key(client: FlaskClient, bell: Bell) -> None:
    assert client.post("/simulate", json=GOAL, headers=FROM_LAB).status_code == 202
    assert len(bell.rung) == 1


def test_never_without_a_key_and_never_with_a_cookie(
    client: FlaskClient, browser: Browser, bell: Bell
) -> None:
    for without in ({}, {"Authorization": "Bearer "}, {"Authorization": "Basic YTpi"}):
        headers = {k: v for k, v in FROM_LAB.items() if k != "Authorization"} | without
        assert client.post("/simulate", json=GOAL, headers=headers).status_code == 403
    token = browser.token()
    for fields in ({"json": GOAL}, {"data": GOAL | {"form_token": token}}):
        answer = browser.client.post("/simulate", headers=FROM_LAB, **fields)
        assert answer.status_code == 403
    assert not bell.rung


@pytest.mark.parametrize("value", ["*", "lab.example.org", f"{LAB}/", f"{LAB}, null"])
def test_only_exact_origins_are_taken(value: str) -> None:
    with pytest.raises(ConfigurationError, match="STORYWORLD_CORS_ORIGINS"):
        Settings.from_environment({"STORYWORLD_CORS_ORIGINS": value})
    two = Settings.from_environment({"STORYWORLD_CORS_ORIGINS": f"{LAB}, http://localhost:3000"})
    assert two.cors_origins == (LAB, "http://localhost:3000")
