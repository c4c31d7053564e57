"""What is compressed, what is not, and what a browser keeps."""

import gzip
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.webapp import written
from tests.webapp.conftest import Browser
from tests.webapp.fall import goal_of

GZIP = {"Accept-Encoding": "gzip"}
EVERY = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture
def long(engine: Engine) -> None:
    for n in range(8):
        written.queued(engine, goal_of(2.1, f" {n}"))


@pytest.mark.usefixtures("long")
def test_json_is_sent_in_a_third_and_read_as_before(client: FlaskClient) -> None:
    plain, small = client.get("/episodes"), client.get("/episodes", headers=GZIP)
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data) / 3
    for answer in (plain, small):
        assert "Accept-Encoding" in answer.vary
        assert {"Accept", "Cookie"} <= set(answer.vary)
    assert client.get("/episodes", headers=EVERY).headers["Content-Encoding"] == "zstd"


@pytest.mark.usefixtures("long")
def test_whoever_has_it_compressed_hears_304_too(client: FlaskClient) -> None:
    etag = client.get("/episodes", headers=GZIP).headers["ETag"]
    assert etag == client.get("/episodes").headers["ETag"]
    assert etag.startswith("W/")
    for headers in (GZIP, {}):
        again = client.get("/episodes", headers=headers | {"If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b"")
        assert "Content-Encoding" not in again.headers


@pytest.mark.usefixtures("long")
def test_a_page_without_secrets_is_compressed_and_one_with_a_form_token_never(
    browser: Browser,
) -> None:
    headers = browser.headers | EVERY
    assert browser.client.get("/", headers=headers).headers["Content-Encoding"] == "zstd"
    form = browser.client.get("/new?goal=form_token", headers=headers)
    assert 'name="form_token"' in form.text
    assert "Content-Encoding" not in form.headers


def test_neither_a_little_nor_a_refusal_nor_what_was_sent_is_compressed(
    client: FlaskClient,
) -> None:
    for answer in (
        client.get("/health", headers=EVERY),
        client.get("/episodes/ep_nobody", headers=EVERY),
        client.post("/simulate", json={"goal": "A ball falls from 20 m"}, headers=EVERY),
    ):
        assert "Content-Encoding" not in answer.headers


def test_a_stream_is_passed_on_as_it_comes(app: Flask) -> None:
    app.add_url_rule(
        "/stream",
        view_func=lambda: app.response_class(iter(["data: x\n\n"] * 999), mimetype="text/html"),
    )
    answer = app.test_client().get("/stream", headers=EVERY)
    assert "Content-Encoding" not in answer.headers
    assert answer.text == "data: x\n\n" * 999


def test_a_page_names_the_content_of_its_files_and_a_browser_keeps_them(
    client: FlaskClient,
) -> None:
    page = client.get("/", headers={"Accept": "text/html"}).text
    (address,) = re.findall(r'href="(/static/console\.css\?v=[0-9a-f]{12})"', page)
    kept = client.get(address, headers=GZIP)
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert kept.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(kept.data) == client.get("/static/console.css").data


@pytest.mark.parametrize("address", ["/static/console.css", "/static/console.css?v=000000000000"])
def test_under_another_address_it_is_asked_for_again_and_is_304(
    client: FlaskClient, address: str
) -> None:
    first = client.get(address, headers=GZIP)
    assert first.headers["Cache-Control"] == "public, no-cache"
    headers = GZIP | {"If-None-Match": first.headers["ETag"]}
    with client.get(address, headers=headers) as again:
        assert again.status_code == 304


def test_a_file_that_is_not_there_has_no_version(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        assert app.url_for("static", filename="../pyproject.toml").count("v=") == 0
        assert app.url_for("static", filename="no.css") == "/static/no.css"
    assert client.get("/static/no.css?v=1").status_code == 404
