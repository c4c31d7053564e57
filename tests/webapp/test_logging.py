"""The id of each request, in its lines of the log and in its answer."""

import logging
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from storyworld import logs
from tests.webapp import written
from tests.webapp.test_simulate import GOAL


class Noted(logging.Handler):
    """Keeps each line of the web app with what it was about when it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, dict[str, object]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.getMessage(), dict(logs.about())))


@pytest.fixture
def noted() -> Iterator[Noted]:
    logger, handler = logging.getLogger("webapp"), Noted()
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(before)


def test_a_request_that_has_a_name_keeps_it(client: FlaskClient, noted: Noted) -> None:
    answer = client.get("/episodes", headers={"X-Request-ID": "edge-42.a_b"})
    assert answer.headers["X-Request-ID"] == "edge-42.a_b"
    ((message, about),) = noted.lines
    assert message.startswith("GET /episodes: 200 in ")
    assert about == {"request": "edge-42.a_b"}


@pytest.mark.parametrize("given", [None, "", "a b", "ü", "x" * 129, "<script>"])
def test_a_request_without_a_name_that_will_do_gets_one(
    client: FlaskClient, given: str | None
) -> None:
    headers = {} if given is None else {"X-Request-ID": given.encode().decode("latin-1")}
    names = {client.get("/health", headers=headers).headers["X-Request-ID"] for _ in range(2)}
    assert len(names) == 2
    assert all(len(name) == 32 and name.isalnum() for name in names)


def test_every_answer_carries_an_id_whatever_went_wrong(client: FlaskClient) -> None:
    answers = (
        client.get("/nowhere"),
        client.get("/episodes/no-name"),
        client.post("/episodes"),
        client.post("/simulate", data=b"{", content_type="application/json"),
        client.get("/health", headers={"Host": "evil.example"}),
    )
    assert [a.status_code for a in answers] == [404, 404, 405, 400, 400]
    assert len({a.headers["X-Request-ID"] for a in answers}) == len(answers)


def test_a_line_names_the_episode_that_is_asked_for_and_forgets_it(
    client: FlaskClient, engine: Engine, noted: Noted
) -> None:
    episode_id = written.finished(engine)
    client.get(f"/episodes/{episode_id}/result")
    client.get("/episodes")
    assert [about.get("episode") for _, about in noted.lines] == [episode_id, None]
    assert logs.about() == {}


def test_what_changes_something_is_told_and_what_reads_is_not(
    client: FlaskClient, noted: Noted
) -> None:
    logging.getLogger("webapp").setLevel(logging.INFO)
    client.get("/episodes")
    client.post("/simulate", json={"goal": GOAL})
    ((message, _),) = noted.lines
    assert message.startswith("POST /simulate: 202 in ")
