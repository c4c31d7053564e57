"""/docs: the description, to be read and tried out."""

import re

import pytest
from flask.testing import FlaskClient

from tests.webapp.conftest import Browser
from webapp.security import HEADERS

POLICY = "Content-Security-Policy"


def directives(policy: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: rest for name, _, rest in pairs}


def test_its_policy_allows_pictures_held_as_data_and_nothing_else(client: FlaskClient) -> None:
    given = directives(client.get("/docs").headers[POLICY])
    assert given == directives(HEADERS[POLICY]) | {"img-src": "'self' data:"}


@pytest.mark.parametrize("address", ["/", "/new", "/openapi.json", "/episodes"])
def test_no_other_address_allows_them(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers[POLICY] == HEADERS[POLICY]


def test_nothing_stands_in_the_page_that_the_policy_forbids(browser: Browser) -> None:
    page = browser.get("/docs").text
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page) == []


def test_everything_it_loads_is_ours_and_there(browser: Browser) -> None:
    page = browser.get("/docs").text
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(loaded) >= 5
    for address in loaded:
        assert address.startswith("/")
        with browser.client.get(address) as answer:
            assert answer.status_code == 200, address


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE", "README.md"])
def test_what_is_not_ours_carries_its_licence(client: FlaskClient, name: str) -> None:
    with client.get(f"/static/vendor/swagger-ui/{name}") as answer:
        assert answer.status_code == 200
        assert re.search(r"Apache|SmartBear", answer.text)


def test_no_other_page_loads_it(browser: Browser) -> None:
    for address in ("/", "/new", "/observers"):
        assert "vendor" not in browser.get(address).text


def test_without_javascript_it_says_where_the_description_is(browser: Browser) -> None:
    (words,) = re.findall(r"<noscript>(.*?)</noscript>", browser.get("/docs").text, re.DOTALL)
    assert 'href="/openapi.json"' in words


def test_what_is_tried_out_there_carries_the_token_of_the_session(browser: Browser) -> None:
    (token,) = re.findall(r'data-token="([^"]+)"', browser.get("/docs").text)
    answer = browser.post("/simulate", {"goal": "A ball falls 2 m", "form_token": token})
    assert answer.status_code == 303
