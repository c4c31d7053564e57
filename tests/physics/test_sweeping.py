"""Denials that stand far in front of what they deny."""

import pytest

from storyworld.physics.sweeping import lost_sweep, sweeping, swept
from storyworld.reading.words import Words

STOPS = ("stops", "stop")


@pytest.mark.parametrize(
    "text",
    [
        "No car at 20 m/s with mu 0.8 stops within 40 m",
        "With mu 0.8 no car doing 20 m/s and with 4 wheels stops within 40 m",
        "No red car, whatever its tyres, stops within 40 m",
        "It is not true that a car at 20 m/s with mu 0.8 stops within 40 m",
        "There's no way a car at 20 m/s with a mu of 0.8 stops within 40 m",
        "Nothing doing 20 m/s with mu 0.8 on a level road stops within 40 m",
    ],
)
def test_a_no_far_in_front_denies(text):
    assert swept(Words.of(text), STOPS)


@pytest.mark.parametrize(
    "text",
    [
        "No friction losses count; the car stops within 40 m",
        "A car with no reaction delay stops within 40 m",
        "No driver is in it, and the car stops within 40 m",
        "There is nothing in the way, the car stops within 40 m",
        "The car stops in no time",
    ],
)
def test_what_a_body_is_without_denies_nothing(text):
    assert not swept(Words.of(text), STOPS)


def test_a_denial_at_hand_is_read_there():
    words = Words.of("No car stops within 40 m")
    assert sweeping(words) == 0
    assert swept(words, STOPS) != words.asserted(STOPS)[1]


def test_a_denial_of_verbs_nobody_listed_is_named():
    assert lost_sweep(Words.of("No car at 20 m/s dallies"), STOPS) == ["no car"]
    assert lost_sweep(Words.of("No car at 20 m/s stops"), STOPS) == []
