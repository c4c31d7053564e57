"""Compound goals are cut where the words say what follows, and only into goals."""

import pytest

from storyworld.physics.families import FAMILIES
from storyworld.reading.compound import read_beats

FALL = "A ball is dropped from 20 m and lands in under 2.1 s"
RAMP = "a crate stays at rest on a 25 deg ramp, static friction 0.6"


@pytest.mark.parametrize("joint", [", then ", " and then ", "; after that ", ", after which "])
def test_two_goals_in_causal_order_are_two_beats(joint):
    text = f"{FALL}{joint}{RAMP}"
    intents = read_beats(text, FAMILIES)
    assert [i.family for i in intents] == ["free_fall", "incline"]
    for intent in intents:
        for parameter in intent.parameters:
            if parameter.words is not None:
                words = parameter.words
                assert text[words.start : words.end] == words.text


def test_a_text_of_one_event_is_one_beat_however_often_it_says_then():
    text = "A crate is set on a ramp, then the ramp is raised to 25 deg; mu 0.6; the crate stays"
    assert len(read_beats(text, FAMILIES)) == 1


def test_what_follows_and_nobody_can_place_is_one_more_claim():
    (intent,) = read_beats(f"{FALL} and then turns purple and hums", FAMILIES)
    assert intent.family == "free_fall"
    assert [m.name for m in intent.unsettled] == ["unplaced_claim"]


@pytest.mark.parametrize("text", ["then", "then then then", "then, then.", "x then"])
def test_words_of_order_alone_are_read_as_one_beat(text):
    assert len(read_beats(text, FAMILIES)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Suppose a 2 kg ball is dropped from 20 m. Then it lands in under 3 s.",
        "If a ball is dropped from 20 m, then it lands in under 3 s.",
    ],
)
def test_a_then_that_draws_a_conclusion_cuts_nothing(text):
    (intent,) = read_beats(text, FAMILIES)
    assert intent.family == "free_fall"
