"""What only the pages say."""

from datetime import UTC, datetime, timedelta

import pytest

from webapp.words import age

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "just now"), (59, "just now"), (60, "1 min ago"), (7199, "1 h ago"), (200_000, "2 d ago")],
)
def test_ages_are_coarse(seconds: float, words: str) -> None:
    assert age(NOW - timedelta(seconds=seconds), NOW) == words
