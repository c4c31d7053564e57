"""Denials by other ways than a 'not' at hand: from afar, behind, too little, hardly."""

import pytest

from storyworld.reading.unplaced import lost_denials
from storyworld.reading.words import Words

STOPS = ("stops", "stop", "stopping")


@pytest.mark.parametrize(
    "text",
    [
        "No car stops within 40 m",
        "No car at 20 m/s with mu 0.8 stops within 40 m",
        "With mu 0.8 no car doing 20 m/s and with 4 wheels stops within 40 m",
        "No red car, whatever its tyres, stops within 40 m",
        "It is not true that a car at 20 m/s with mu 0.8 stops within 40 m",
        "There's no way a car at 20 m/s with a mu of 0.8 stops within 40 m",
        "Nothing doing 20 m/s with mu 0.8 on a level road stops within 40 m",
        "Not even a lorry with four new tyres on dry asphalt stops within 40 m",
        "The lorry is too fast to stop within 40 m",
        "Brakes of 2 kN are insufficient to stop it",
        "Hardly any car stops within 20 m",
        "Does the car stop? No",
        "Stopping within 20 m is out of the question",
    ],
)
def test_a_verb_is_denied_from_afar_or_by_other_words(text):
    assert Words.of(text).asserted(STOPS) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "No friction losses count; the car stops within 40 m",
        "A car with no reaction delay stops within 40 m",
        "No driver is in it, and the car stops within 40 m",
        "There is nothing in the way, the car stops within 40 m",
        "The car stops in no time",
        "No car at 20 m/s fails to stop within 40 m",
        "The car is not too fast to stop within 40 m",
        "It does not skid when the brakes stop it",
    ],
)
def test_what_denies_something_else_or_twice_denies_nothing(text):
    assert Words.of(text).asserted(STOPS) == (True, False)


def test_a_denial_of_verbs_nobody_listed_is_named():
    assert lost_denials(Words.of("No car at 20 m/s dallies"), STOPS) == ["no car"]
    assert lost_denials(Words.of("No car at 20 m/s stops"), STOPS) == []
