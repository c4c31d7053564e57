"""How often one asker may ask, and what they are told of it."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld.records.rates import Rate
from storyworld.settings import Settings
from tests.webapp.conftest import Bell
from webapp import create_app, limits
from webapp.limits import Meter

PROBLEM = "application/problem+json"
TEN = Rate(requests=10, seconds=5)
GOAL = {"goal": "A steel ball dropped from 20 m reaches the ground in under 2.1 s"}


class Clock:
    """Tells the time it is set to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(settings: Settings, engine: Engine, bell: Bell) -> Iterator[Flask]:
    few = {"rate_reads": TEN, "rate_writes": Rate(requests=2, seconds=60)}
    app = create_app(settings.model_copy(update=few), ring=bell)
    yield app
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()


def test_as_many_as_there_are_at_once_then_one_by_one_as_they_come_back(clock: Clock) -> None:
    meter = Meter(TEN, clock)
    assert [meter.take("ann").remaining for _ in range(10)] == list(range(9, -1, -1))
    refused = meter.take("ann")
    assert refused.remaining == 0
    assert refused.retry_after_s == pytest.approx(0.5)
    clock.now = 0.49
    assert meter.take("ann").retry_after_s > 0
    clock.now = 0.5
    assert not meter.take("ann").retry_after_s
    assert meter.take("ann").retry_after_s
    clock.now = 100.0
    assert meter.take("ann").remaining == 9


def test_a_request_that_was_refused_costs_nothing(clock: Clock) -> None:
    meter = Meter(TEN, clock)
    for _ in range(1000):
        meter.take("ann")
    clock.now = 0.5
    assert not meter.take("ann").retry_after_s


def test_one_asker_takes_nothing_from_another(clock: Clock) -> None:
    meter = Meter(Rate(requests=1, seconds=60), clock)
    assert not meter.take("ann").retry_after_s
    assert not meter.take("bob").retry_after_s
    assert meter.take("ann").retry_after_s


def test_what_is_kept_of_askers_is_bounded_and_the_busiest_are_kept(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_ASKERS", 50)
    meter = Meter(TEN, clock)
    for _ in range(10):
        meter.take("busy")
    for n in range(500):
        meter.take(f"asker {n}")
    assert meter.askers() <= 50
    assert meter.take("busy").retry_after_s
    clock.now = 100.0
    for n in range(51):
        meter.take(f"later {n}")
    assert meter.askers() <= 51


def test_many_at_once_get_no_more_than_there_are(clock: Clock) -> None:
    meter = Meter(Rate(requests=100, seconds=60), clock)
    taken: list[bool] = []

    def ask() -> None:
        taken.extend([not meter.take("ann").retry_after_s for _ in range(50)])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(taken), sum(taken)) == (400, 100)


def test_each_answer_says_the_policy_and_what_is_left(client: FlaskClient) -> None:
    first = client.get("/episodes")
    assert first.headers["RateLimit-Policy"] == '"reads";q=10;w=5'
    assert first.headers["RateLimit"] == '"reads";r=9;t=1'
    assert client.get(f"/episodes/ep_{'0' * 26}").headers["RateLimit"].startswith('"reads";r=8;')
    assert client.post("/simulate", json=GOAL).headers["RateLimit"] == '"writes";r=1;t=30'
    assert client.get("/", headers={"Accept": "text/html"}).headers["RateLimit"]


def test_one_too_many_is_429_with_when_to_come_back_and_nothing_is_done(
    client: FlaskClient, bell: Bell
) -> None:
    for _ in range(2):
        assert client.post("/simulate", json=GOAL).status_code == 202
    refused = client.post("/simulate", json=GOAL)
    assert (refused.status_code, refused.content_type) == (429, PROBLEM)
    assert refused.headers["Retry-After"] == "30"
    assert refused.headers["RateLimit"] == '"writes";r=0;t=30'
    assert refused.json["detail"] == (
        "these are too many writes, 2 within 60 s are allowed: try again in 30 s"
    )
    assert len(bell.rung) == 2
    assert client.get("/episodes").status_code == 200


def test_a_person_is_told_on_a_page(client: FlaskClient) -> None:
    for _ in range(10):
        client.get("/")
    refused = client.get("/", headers={"Accept": "text/html"})
    assert (refused.status_code, refused.mimetype) == (429, "text/html")
    assert "try again in 1 s" in refused.text


def test_whoever_watches_over_it_and_its_styles_are_not_counted(client: FlaskClient) -> None:
    for address in ("/health", "/metrics", "/static/console.css"):
        for _ in range(11):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "RateLimit" not in answer.headers
    assert client.get("/episodes").headers["RateLimit"].startswith('"reads";r=9;')


def test_off_is_no_limit_and_no_header(settings: Settings, engine: Engine, bell: Bell) -> None:
    free = create_app(settings.model_copy(update={"rate_reads": None}), ring=bell).test_client()
    answer = free.get("/episodes")
    assert {"RateLimit", "RateLimit-Policy"}.isdisjoint(answer.headers)


def test_the_description_says_429_of_all_that_is_limited(client: FlaskClient) -> None:
    described = client.get("/openapi.json").json
    for path, operations in described["paths"].items():
        for operation in operations.values():
            told = operation["responses"].get("429")
            assert (told is None) is (path in {"/health", "/metrics"}), path
            if told is not None:
                assert set(told["headers"]) == {"Retry-After", "RateLimit", "RateLimit-Policy"}
                answered = [r for s, r in operation["responses"].items() if s < "300"]
                assert all({"RateLimit", "RateLimit-Policy"} <= set(r["headers"]) for r in answered)
    assert set(described["components"]["headers"]) == {"RateLimit", "RateLimit-Policy"}
