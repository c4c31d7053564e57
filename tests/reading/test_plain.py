"""Denials of whole sentences, put plainly, with every other word in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.plain import plainly_denied
from storyworld.reading.words import Words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("None of the boxes on the cart slides", "slides"),
        ("There is no danger of the bus, full as it is, tipping over", "tipping"),
        ("It would be wrong to say that the crate slides", "slides"),
        ("The claim that the crate slides is false", "slides"),
        ("No van with a track of 2 m and a centre of gravity at 1 m tips over", "tips"),
        ("Not a single box of them tips", "tips"),
    ],
)
def test_a_denial_of_the_sentence_denies_its_verb(text, phrase):
    words = plainly_denied(Words.of(text))
    assert words.asserted((phrase,)) == (False, True)


@pytest.mark.parametrize(
    "text",
    ["The ball is released two and a half metres up", "A crate slides", "No crate has wheels"],
)
def test_other_texts_stay_as_they_are(text):
    assert plainly_denied(Words.of(text)).text == text


def test_how_a_picture_is_taken_is_no_shot():
    assert "shot" not in plainly_denied(Words.of("Wide shot: a sandbag is let go"))


@given(st.text(alphabet="abno cdefgit.,:", max_size=80))
def test_every_other_word_keeps_its_place(text):
    assert len(plainly_denied(Words.of(text)).text) == len(text)
