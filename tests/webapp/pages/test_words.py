"""What only the pages say."""

from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest
from flask.testing import FlaskClient

from storyworld.records.goal import UNPLACED_QUANTITY, MissingParameter
from storyworld.records.quantity import Unit
from webapp.pages.words import age, ahead, left_over

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "just now"), (59, "just now"), (60, "1 min ago"), (7199, "1 h ago"), (200_000, "2 d ago")],
)
def test_ages_are_coarse(seconds: float, words: str) -> None:
    assert age(NOW - timedelta(seconds=seconds), NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-1, "any time now"),
        (59, "within the hour"),
        (7199, "in 1 h"),
        (260_000, "in 3 d"),
    ],
)
def test_what_is_ahead_is_told_as_coarsely(seconds: float, words: str) -> None:
    assert ahead(NOW + timedelta(seconds=seconds), NOW) == words


def test_the_style_of_the_reports_pictures_is_served_from_its_package(client: FlaskClient) -> None:
    style = files("storyworld.evidence_export") / "static" / "pictures.css"
    with client.get("/static/pictures.css") as served:
        assert served.data == style.read_bytes()
        assert served.mimetype == "text/css"
    with client.get("/static/console.css") as served:
        assert served.status_code == 200
    assert client.get("/static/../words.py").status_code == 404


def test_a_number_that_keeps_a_goal_open_is_not_said_to_be_needless() -> None:
    of_what = MissingParameter(name=UNPLACED_QUANTITY, unit=Unit.ONE, because="of what?")
    height = MissingParameter(name="height", unit=Unit.METRE, because="it decides")
    assert left_over((height,)) == "read, and not needed"
    assert "keeps the goal open" in left_over((height, of_what))
