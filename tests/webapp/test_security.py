"""Who may send, what a page may load, and under which names we answer."""

import io
import socket
import stat
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.settings import Settings
from tests.webapp import written
from tests.webapp.conftest import Bell, Browser
from webapp import create_app

FIELDS = {"goal": "A ball falls 2 m"}
JSON = "application/json"


def test_every_answer_carries_the_security_headers(client: FlaskClient, engine: Engine) -> None:
    episode_id = written.finished(engine)
    addresses = ("/", "/new", f"/simulations/{episode_id}", "/episodes", "/health", "/nowhere",
                 "/static/console.css", f"/episodes/{episode_id}/terminate")  # fmt: skip
    for address in addresses:
        with client.get(address) as answer:
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("way", ["data", "json", "query_string"])
def test_another_site_cannot_post_even_with_a_token(
    browser: Browser, engine: Engine, site: str, way: str
) -> None:
    token = browser.token()
    fields = FIELDS if way == "json" else FIELDS | {"form_token": token}
    answer = browser.client.post("/simulate", **{way: fields}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert browser.client.get("/episodes").json["episodes"] == []


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://localhost:1", "null", "http://[", "//", "localhost"]
)
def test_an_older_browser_is_known_by_its_origin(browser: Browser, origin: str) -> None:
    browser.token()
    answer = browser.client.post("/simulate", data=FIELDS, headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null"])
def test_json_from_a_foreign_origin_is_refused(client: FlaskClient, origin: str) -> None:
    answer = client.post("/simulate", json=FIELDS, headers={"Origin": origin})
    assert (answer.status_code, answer.content_type) == (403, "application/problem+json")


def test_json_from_our_own_pages_needs_no_token(browser: Browser) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
    assert browser.client.post("/simulate", json=FIELDS, headers=headers).status_code == 202


@pytest.mark.parametrize("token", [None, "", "x" * 43, "é"])
def test_a_browsers_form_needs_the_token_of_its_own_session(
    browser: Browser, token: str | None
) -> None:
    browser.token()
    fields = FIELDS if token is None else FIELDS | {"form_token": token}
    answer = browser.post("/simulate", fields)
    assert answer.status_code == 403
    assert answer.content_type.startswith("text/html")
    assert "reload" in answer.text


def test_a_token_of_another_session_does_not_count(app, browser: Browser) -> None:
    stolen = Browser(app.test_client()).token()
    browser.token()
    assert browser.post("/simulate", FIELDS | {"form_token": stolen}).status_code == 403


def test_a_forged_session_cookie_does_not_count(app, browser: Browser) -> None:
    browser.client.set_cookie("session", "eyJmb3JtIjoieCJ9.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb")
    assert browser.post("/simulate", FIELDS | {"form_token": "x"}).status_code == 403


def test_termination_is_guarded_as_well(browser: Browser, engine: Engine) -> None:
    episode_id = written.running(engine)
    browser.token()
    assert browser.post(f"/episodes/{episode_id}/terminate", {}).status_code == 403
    assert browser.client.get(f"/episodes/{episode_id}").json["status"] == "running"


def test_the_cookie_is_kept_from_scripts_and_other_sites(browser: Browser) -> None:
    cookie = browser.get("/new").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_the_cookie_is_secure_over_https(browser: Browser) -> None:
    page = browser.client.get("/new", base_url="https://localhost", headers=browser.headers)
    assert "Secure" in page.headers["Set-Cookie"]


def test_reading_sets_no_cookie(client: FlaskClient, engine: Engine) -> None:
    for address in ("/", "/episodes", f"/simulations/{written.finished(engine)}"):
        assert "Set-Cookie" not in client.get(address).headers


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1", "localhost.", "[::2]", "[x]", ""]
)
def test_a_name_rebound_to_loopback_gets_nothing(
    client: FlaskClient, engine: Engine, host: str
) -> None:
    for answer in (
        client.get("/episodes", headers={"Host": host}),
        client.post("/simulate", json=FIELDS, headers={"Host": host}),
    ):
        assert answer.status_code == 400
        assert answer.content_type == "application/problem+json"
    assert client.get("/episodes").json["episodes"] == []


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
def test_loopback_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


def test_a_public_address_answers_under_any_name(
    settings: Settings, engine: Engine, bell: Bell
) -> None:
    public = create_app(settings.model_copy(update={"host": "0.0.0.0"}), ring=bell)
    assert public.test_client().get("/health", headers={"Host": "sim.example"}).status_code == 200


def test_processes_of_one_home_sign_alike_with_a_key_only_its_owner_reads(
    tmp_path: Path, engine: Engine, bell: Bell
) -> None:
    one, two = (create_app(Settings(home=tmp_path), ring=bell) for _ in range(2))
    key = tmp_path / "secret_key"
    assert one.secret_key == two.secret_key == key.read_bytes()
    assert len(key.read_bytes()) == 64
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.glob(".secret_key*")] == []


@pytest.mark.parametrize("ends", [True, False], ids=["as gunicorn ends it", "as others do"])
@pytest.mark.parametrize(
    ("address", "mimetype"),
    [
        ("/judge", "multipart/form-data; boundary=b"),
        ("/simulate", "application/json"),
        ("/observers/calibration/labels", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_that_does_not_come_in_time_is_hung_up_on(
    app: Flask, address: str, mimetype: str, ends: bool
) -> None:
    app.config["BODY_SECONDS"] = 0.05
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rb") as body:
        theirs.sendall(b"--b")
        answer = app.test_client().post(
            address,
            environ_overrides={
                "gunicorn.socket": ours,
                "wsgi.input": body,
                **({"wsgi.input_terminated": True} if ends else {}),
                "CONTENT_LENGTH": "99",
            },
            content_type=mimetype,
        )
    assert (answer.status_code, answer.content_type) == (408, "application/problem+json")
    assert "did not come in time" in answer.json["detail"]


def test_who_hangs_up_is_not_called_late(client: FlaskClient) -> None:
    answer = client.post(
        "/simulate",
        environ_overrides={"wsgi.input": io.BytesIO(b"{"), "CONTENT_LENGTH": "99"},
        content_type="application/json",
    )
    assert answer.status_code == 400
