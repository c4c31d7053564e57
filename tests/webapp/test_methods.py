"""Of the methods that every address has beside its own, and of other sites."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.webapp import written

EVIL = "https://evil.example"
BELOW = ("", "/result", "/beats", "/steps", "/provenance", "/report", "/prov")


@pytest.fixture
def addresses(engine: Engine) -> list[str]:
    episode_id = written.finished(engine)
    lists = ["/episodes", "/worlds", "/constraints/priors?domain=kinematics", "/health"]
    state = ["/diagnostics", "/observers/calibration", f"/world-state/{episode_id}"]
    return [*lists, *state, *(f"/episodes/{episode_id}{below}" for below in BELOW)]


def test_head_is_get_without_its_body(client: FlaskClient, addresses: list[str]) -> None:
    for address in addresses:
        got, head = client.get(address), client.head(address)
        assert (head.status_code, head.data) == (200, b""), address
        assert head.headers["Content-Type"] == got.headers["Content-Type"]
        if "diagnostics" not in address:  # it counts seconds
            assert head.headers["ETag"] == got.headers["ETag"]
            assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_options_says_what_an_address_is_used_with(client: FlaskClient, engine: Engine) -> None:
    for address, methods in (
        ("/episodes", {"GET", "HEAD", "OPTIONS"}),
        ("/simulate", {"POST", "OPTIONS"}),
        (f"/episodes/{written.queued(engine, written.goal_of(2.1))}/terminate",
         {"POST", "OPTIONS"}),
    ):  # fmt: skip
        answer = client.options(address)
        assert (answer.status_code, answer.data) == (200, b"")
        assert set(answer.headers["Allow"].split(", ")) == methods


def test_no_other_site_is_let_in(client: FlaskClient, addresses: list[str]) -> None:
    """CORS is off: a browser gives no other site what we answer, and sends nothing unasked."""
    asked = {"Origin": EVIL, "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    answers = [client.options(address, headers=asked) for address in (*addresses, "/simulate")]
    answers += [client.get(address, headers={"Origin": EVIL}) for address in addresses]
    answers += [client.post("/simulate", json={"goal": "A ball falls"}, headers={"Origin": EVIL})]
    for answer in answers:
        assert [n for n, _ in answer.headers if n.lower().startswith("access-control")] == []
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
