"""/keys: made, listed and revoked, by programs and by people."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from storyworld.archive import keys
from storyworld.archive.engine import reading
from storyworld.records.access import Scope
from tests.webapp.conftest import Browser
from tests.webapp.keyed import Program, bearing, keyed_app, made
from tests.webapp.pages.test_login import Visitor


@pytest.fixture
def keyed(tmp_path: Path, engine: Engine) -> Iterator[Flask]:
    with keyed_app(tmp_path) as app:
        yield app


def names(answer) -> list[str]:
    return [key["name"] for key in answer.json["keys"]]


def test_a_key_is_shown_once_and_only_its_digest_is_kept(keyed: Flask, engine: Engine) -> None:
    asks = Program(keyed.test_client(), made(engine, "ada"))
    answer = asks.post("/keys", {"name": "runs", "scopes": ["write", "read", "read"]})
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.json
    assert told["key"].startswith("sw_")
    assert len(told["key"]) == 3 + 43
    assert (told["owner"], told["scopes"]) == ("ada", ["read", "write"])
    assert told["prefix"] == told["key"][:9]
    assert told["key"] not in asks.get("/keys").text
    with engine.connect() as connection:
        rows = str(connection.execute(text("SELECT * FROM keys")).all())
    assert told["key"][9:] not in rows
    assert keyed.test_client().get("/episodes", headers=bearing(told["key"])).status_code == 200


def test_an_owner_lists_their_own_and_an_operator_all(keyed: Flask, engine: Engine) -> None:
    client = keyed.test_client()
    ada = Program(client, made(engine, "ada", Scope.READ, name="of ada"))
    bob = Program(client, made(engine, "bob", *Scope, name="of bob"))
    assert names(ada.get("/keys")) == ["of ada"]
    assert names(bob.get("/keys")) == ["of bob", "of ada"]
    first = bob.get("/keys?limit=1")
    assert names(first) == ["of bob"]
    assert names(bob.get(first.json["next"])) == ["of ada"]


def test_only_an_operator_makes_keys_and_of_any_owner(keyed: Flask, engine: Engine) -> None:
    client = keyed.test_client()
    ada = Program(client, made(engine, "ada", Scope.READ, Scope.WRITE))
    bob = Program(client, made(engine, "bob", Scope.ADMIN))
    assert ada.post("/keys", {"name": "more"}).status_code == 403
    told = bob.post("/keys", {"name": "more", "owner": "eve", "expires_days": 2}).json
    assert told["owner"] == "eve"
    until = datetime.fromisoformat(told["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=1, hours=23) < until <= timedelta(days=2)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "name"), ({"name": "  "}, "name"), ({"name": "a\x07"}, "name"),
        ({"name": "n", "scopes": []}, "scopes"), ({"name": "n", "scopes": ["all"]}, "scopes"),
        ({"name": "n", "owner": "Ada B"}, "owner"), ({"name": "n", "key": "sw_mine"}, "key"),
        ({"name": "n", "expires_days": 0}, "expires_days"),
    ],
)  # fmt: skip
def test_what_makes_no_key_is_refused_by_its_field(
    client: FlaskClient, body: dict[str, object], field: str
) -> None:
    answer = client.post("/keys", json=body)
    assert answer.status_code == 422
    assert answer.json["field"].partition(".")[0] == field


def test_a_key_ends_when_its_owner_or_an_operator_says_so(keyed: Flask, engine: Engine) -> None:
    client = keyed.test_client()
    ada, eve = made(engine, "ada", Scope.READ, Scope.WRITE), made(engine, "eve", Scope.READ)
    bob = made(engine, "bob", Scope.ADMIN)
    for key_id in (eve.key_id, "key_" + "0" * 26, "key_x", "x\x00"):
        answer = client.delete(f"/keys/{key_id}", headers=bearing(ada))
        assert (answer.status_code, answer.json["detail"]) == (404, keys.NO_SUCH)
    assert client.get("/episodes", headers=bearing(eve)).status_code == 200
    ended = client.delete(f"/keys/{eve.key_id}", headers=bearing(bob)).json
    again = client.delete(f"/keys/{eve.key_id}", headers=bearing(bob)).json
    assert ended["revoked_at"] == again["revoked_at"] is not None
    assert client.get("/episodes", headers=bearing(eve)).status_code == 401
    assert client.delete(f"/keys/{ada.key_id}", headers=bearing(ada)).status_code == 200
    assert client.get("/episodes", headers=bearing(ada)).status_code == 401


def test_the_page_lists_them_and_revokes_by_a_form(keyed: Flask, engine: Engine) -> None:
    visitor = Visitor(keyed.test_client())
    visitor.sign_in(made(engine, "ada", name="the <b>laptop</b>"))
    other = made(engine, "ada", name="nightly")
    page = visitor.get("/keys").text
    assert "the &lt;b&gt;laptop&lt;/b&gt;" in page
    assert "(yours now)" in page
    assert other.key not in page
    token = visitor.token_of("/keys")
    ended = visitor.post(f"/keys/{other.key_id}/revoke", {"form_token": token})
    assert (ended.status_code, ended.headers["Location"]) == (303, "/keys")
    assert "revoked" in visitor.get("/keys").text
    with reading(engine) as session:
        assert keys.by_text(session, other.key) is None


def test_the_page_makes_a_key_and_shows_it_once(keyed: Flask, engine: Engine) -> None:
    visitor = Visitor(keyed.test_client())
    visitor.sign_in(made(engine, "ada"))
    fields = {"name": "runs", "scopes": ["read", "admin"], "owner": "", "expires_days": "30"}
    shown = visitor.post("/keys", fields | {"form_token": visitor.token_of("/keys")})
    assert (shown.status_code, shown.headers["Cache-Control"]) == (201, "no-store")
    key = shown.text.split('id="made-key" readonly value="')[1].split('"')[0]
    assert "Copy it now" in shown.text
    with reading(engine) as session:
        found = keys.by_text(session, key)
    assert found is not None
    assert (found.owner, found.scopes) == ("ada", (Scope.READ, Scope.ADMIN))
    assert key not in visitor.get("/keys").text


def test_a_form_with_errors_comes_back_as_it_was_filled_in(keyed: Flask, engine: Engine) -> None:
    visitor = Visitor(keyed.test_client())
    visitor.sign_in(made(engine, "ada"))
    fields = {"name": "runs", "owner": "Not Good", "form_token": visitor.token_of("/keys")}
    shown = visitor.post("/keys", fields)
    assert shown.status_code == 422
    assert 'value="Not Good"' in shown.text
    assert 'id="owner-fault"' in shown.text


def test_who_may_make_none_is_shown_no_form(keyed: Flask, engine: Engine) -> None:
    visitor = Visitor(keyed.test_client())
    visitor.sign_in(made(engine, "ada", Scope.READ))
    page = visitor.get("/keys").text
    assert "Make the key" not in page
    assert "/revoke" not in page


def test_on_one_s_own_machine_the_page_says_that_none_is_needed(browser: Browser) -> None:
    page = browser.get("/keys").text
    assert "No key is needed on this machine" in page
    assert "STORYWORLD_ACCESS=keys" in page
    assert "There is no key yet" in page
