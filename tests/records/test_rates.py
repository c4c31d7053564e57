"""Rates as people write them."""

import pytest

from storyworld.errors import ConfigurationError
from storyworld.records.rates import Rate, read_rate
from storyworld.settings import Settings


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("6000 per minute", Rate(requests=6000, seconds=60)),
        ("1 a Second", Rate(requests=1, seconds=1)),
        (" 10  per   hour ", Rate(requests=10, seconds=3600)),
        ("5 per day", Rate(requests=5, seconds=86_400)),
        ("off", None),
        ("OFF", None),
    ],
)
def test_a_rate_is_read_as_it_is_said(text: str, rate: Rate | None) -> None:
    assert read_rate(text) == rate
    assert Settings.from_environment({"STORYWORLD_RATE_READS": text}).rate_reads == rate


@pytest.mark.parametrize("text", ["0 per minute", "6000", "-1 per minute", "many", "1 per week"])
def test_what_is_no_rate_is_an_error_with_the_fix(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r'STORYWORLD_RATE_WRITES: .*"6000 per minute"'):
        Settings.from_environment({"STORYWORLD_RATE_WRITES": text})
