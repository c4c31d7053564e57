"""Who may ask: one person on this machine, or whoever holds a key."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.archive import keys
from storyworld.archive.engine import reading, writing
from storyworld.errors import ConfigurationError
from storyworld.records.access import Key, Scope
from storyworld.records.goal import Goal
from storyworld.settings import Access, Settings
from tests.webapp import written
from tests.webapp.keyed import Program, bearing, keyed_app, made
from webapp import create_app
from webapp.access import NEEDS, PUBLIC, Uses, needed

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
# What is answered to strangers, and why that is no harm.
OPEN = {
    ("GET", "/health"): "whoever starts it asks whether it is there",
    ("GET", "/openapi.json"): "it says how to ask, and nothing of anybody's",
    ("GET", "/docs"): "shows that",
    ("GET", "/static/<path:filename>"): "style and scripts, the same for all",
    ("GET", "/favicon.ico"): "leads to one of those",
    ("GET", "/login"): "where a key is shown",
    ("POST", "/login"): "where a key is shown",
}
# What a path may name; another name needs a check that it is the asker's.
NAMED = {"episode_id", "world_id", "webhook_id", "delivery_id", "key_id", "filename"}


@pytest.fixture
def keyed(tmp_path: Path, engine: Engine) -> Iterator[Flask]:
    with keyed_app(tmp_path) as app:
        yield app


def addresses(app: Flask) -> list[tuple[str, str, str]]:
    """Give method, rule and an address of every route."""
    kinds = {
        "episode_id": "ep",
        "world_id": "wd",
        "webhook_id": "wh",
        "delivery_id": "msg",
        "key_id": "key",
    }
    names = {name: f"{kind}_{'0' * 26}" for name, kind in kinds.items()}
    names["filename"] = "console.css"
    return [
        (method, rule.rule, re.sub(r"<(?:\w+:)?(\w+)>", lambda m: names.get(m[1], "x"), rule.rule))
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & METHODS)
    ]


def test_every_address_asks_for_a_key_but_the_few_that_are_open(keyed: Flask) -> None:
    client = keyed.test_client()
    answered = set()
    for method, rule, address in addresses(keyed):
        with client.open(address, method=method) as answer:
            if answer.status_code != 401:
                answered.add((method, rule))
                continue
            assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
            assert answer.content_type == "application/problem+json"
            assert "Bearer sw_" in answer.json["detail"]
            assert "/login" in answer.json["detail"]
    assert answered == set(OPEN)
    for method, address in (("GET", "/nowhere"), ("POST", "/episodes"), ("OPTIONS", "/simulate")):
        assert client.open(address, method=method).status_code == 401


def test_paths_name_nothing_whose_owner_is_not_looked_at(keyed: Flask) -> None:
    assert {name for rule in keyed.url_map.iter_rules() for name in rule.arguments} <= NAMED


def test_the_tables_of_scopes_name_endpoints_that_there_are(keyed: Flask) -> None:
    assert set(keyed.view_functions) >= PUBLIC | set(NEEDS)


@pytest.mark.parametrize("scope", Scope)
def test_a_key_does_what_its_scope_says_and_no_more(
    keyed: Flask, engine: Engine, scope: Scope
) -> None:
    key, client = made(engine, "ada", scope), keyed.test_client(use_cookies=False)
    for method, rule, address in addresses(keyed):
        endpoint = next(
            r.endpoint for r in keyed.url_map.iter_rules() if r.rule == rule and method in r.methods
        )
        scopes = needed(endpoint, method)
        if method == "GET" and not scopes:
            continue
        with client.open(address, method=method, headers=bearing(key)) as answer:
            refused = answer.status_code == 403
            assert refused == (bool(scopes) and scope not in scopes), (method, rule)
            if refused:
                assert f"`{scopes[0]}`" in answer.json["detail"]
                assert f'scope="{" ".join(scopes)}"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("how", ["unknown", "revoked", "expired", "short", "basic", "empty"])
@pytest.mark.parametrize("access", Access)
def test_a_key_that_lets_nobody_in_is_told_from_no_other(
    tmp_path: Path, engine: Engine, how: str, access: Access
) -> None:
    now = datetime.now(UTC)
    gone = made(engine, expires_at=now - timedelta(seconds=1) if how == "expired" else None)
    if how == "revoked":
        with writing(engine) as session:
            keys.revoke(session, gone.key_id, owner="ada")
    sent = {
        "unknown": "Bearer sw_" + "A" * 43, "short": "Bearer " + gone.key[:-1],
        "basic": "Basic YTpi", "empty": "Bearer",
    }.get(how, f"Bearer {gone.key}")  # fmt: skip
    app = create_app(Settings(home=tmp_path, access=access))
    answer = app.test_client().get("/episodes", headers={"Authorization": sent} | PAGE)
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
    if how != "basic":
        assert "unknown, revoked or expired" in answer.json["detail"]
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_a_key_is_taken_where_none_is_needed_and_its_owner_asks(
    client: FlaskClient, engine: Engine, app: Flask
) -> None:
    mine = written.queued(engine, Goal(text="A ball falls 2 m"))
    key = made(engine, "ada")
    assert [e["episode_id"] for e in client.get("/episodes").json["episodes"]] == [mine]
    assert client.get("/episodes", headers=bearing(key)).json["episodes"] == []
    app.extensions["storyworld.uses"].rest()


@pytest.mark.parametrize("address", ["10.0.0.7", "192.168.1.2", "::ffff:10.0.0.7", "fe80::1", ""])
def test_one_person_s_storyworld_answers_its_own_machine_only(
    client: FlaskClient, address: str
) -> None:
    for path in ("/episodes", "/", "/health", "/static/console.css"):
        answer = client.get(path, environ_overrides={"REMOTE_ADDR": address})
        assert answer.status_code == 403
        assert "STORYWORLD_ACCESS=keys" in answer.json["detail"]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"])
def test_its_own_machine_has_several_addresses(client: FlaskClient, address: str) -> None:
    answer = client.get("/episodes", environ_overrides={"REMOTE_ADDR": address})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP"],
)
def test_what_a_proxy_passes_on_is_not_of_this_machine(client: FlaskClient, header: str) -> None:
    assert client.get("/episodes", headers={header: "10.0.0.7"}).status_code == 403


def test_with_keys_any_address_and_name_is_answered(keyed: Flask, engine: Engine) -> None:
    key = made(engine)
    answer = keyed.test_client().get(
        "/episodes",
        headers=bearing(key, Host="sim.example"),
        environ_overrides={"REMOTE_ADDR": "10.0.0.7"},
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("host", "access", "asks"),
    [
        ("127.0.0.1", None, False), ("localhost", None, False), ("::1", None, False),
        ("0.0.0.0", None, True), ("10.0.0.7", None, True), ("127.0.0.1", Access.KEYS, True),
        ("127.0.0.1", Access.SINGLE, False),
    ],
)  # fmt: skip
def test_keys_are_asked_for_off_loopback_unless_said(
    host: str, access: Access | None, asks: bool
) -> None:
    assert Settings(host=host, access=access).keyed is asks


def test_nobody_is_served_without_keys_off_loopback(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, host="0.0.0.0", access=Access.SINGLE)
    with pytest.raises(ConfigurationError, match="set STORYWORLD_ACCESS=keys and make a key"):
        create_app(settings)


def test_a_person_is_sent_to_sign_in_and_a_program_is_told(keyed: Flask) -> None:
    client = keyed.test_client()
    asked = client.get("/new?goal=A+ball%26falls", headers=PAGE)
    assert asked.status_code == 303
    assert asked.headers["Location"] == "/login?next=%2Fnew%3Fgoal%3DA%2Bball%2526falls"
    assert client.get("/new", headers={"Accept": "application/json"}).status_code == 401
    sent = client.post("/simulate", data={"goal": "A ball falls"}, headers=PAGE)
    assert (sent.status_code, sent.content_type) == (401, "text/html; charset=utf-8")


def test_a_key_is_in_no_line_of_the_log(
    keyed: Flask, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    key, client = made(engine), keyed.test_client()

    @keyed.get("/breaks")
    def breaks() -> str:
        raise RuntimeError("this breaks")

    with caplog.at_level(logging.DEBUG):
        for address in ("/episodes", "/breaks", "/nowhere", f"/login?key={key.key}"):
            client.get(address, headers=bearing(key))
        client.get("/episodes", headers=bearing(key.key + "x"))
        client.post("/login", data={"key": key.key}, headers=PAGE)
        client.post("/keys", json={"name": "n"}, headers=bearing(key))
        keyed.extensions["storyworld.uses"].rest()
    assert "this breaks" in caplog.text
    assert key.key[9:20] not in caplog.text
    assert "sw_" not in caplog.text


def test_when_a_key_was_used_is_noted_at_most_once_a_minute(keyed: Flask, engine: Engine) -> None:
    key, now = made(engine), [0.0]
    keyed.extensions["storyworld.uses"] = uses = Uses(lambda: now[0])
    asks = Program(keyed.test_client(), key)

    def kept() -> Key:
        uses.rest()
        with reading(engine) as session:
            return keys.several(session, owner="ada")[0]

    assert asks.get("/episodes").status_code == 200
    first = kept().last_used_at
    assert first is not None
    now[0] = 59.0
    asks.get("/episodes")
    assert kept().last_used_at == first
    later = first + timedelta(seconds=60, milliseconds=1)
    with writing(engine) as session:
        assert not keys.used(session, key.key_id, later - timedelta(seconds=1))
        assert keys.used(session, key.key_id, later)
    assert kept().last_used_at == later


def test_a_busy_archive_delays_nobody_for_the_sake_of_a_note(keyed: Flask, engine: Engine) -> None:
    key = made(engine)
    with writing(engine) as session:
        session.connection()  # holds the one lock of writers
        assert Program(keyed.test_client(), key).get("/episodes").status_code == 200
    keyed.extensions["storyworld.uses"].rest()


def test_what_is_answered_hangs_on_who_asks(keyed: Flask, engine: Engine) -> None:
    answer = Program(keyed.test_client(), made(engine)).get("/episodes")
    assert {"Authorization", "Cookie"} <= set(answer.vary.as_set(preserve_casing=True))


def test_the_description_is_whole_without_a_key_and_names_the_scopes(
    keyed: Flask, client: FlaskClient
) -> None:
    told = keyed.test_client().get("/openapi.json").json
    assert set(told["paths"]) == set(client.get("/openapi.json").json["paths"])
    assert told["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    needs = {
        operation["operationId"]: operation["security"]
        for methods in told["paths"].values()
        for operation in methods.values()
    }
    assert needs["get_health"] == []
    assert needs["get_episodes"] == [{"key": ["read"]}]
    assert needs["post_simulate"] == [{"key": ["write"]}]
    assert needs["get_keys"] == [{"key": ["read"]}, {"key": ["admin"]}]
    assert [name for name, needed in needs.items() if not needed] == ["get_health"]
    alone = client.get("/openapi.json").json["paths"]["/episodes"]["get"]
    assert alone["security"] == [{"key": ["read"]}, {}], "a key is taken there, not needed"
