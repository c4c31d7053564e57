import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.spelling import ORDINARY, nearest, other_spelling
from storyworld.reading.words import Words, vocabulary

KNOWN = frozenset(
    vocabulary(
        "friction, coefficient, sliding, tipping, thrown, velocity, acceleration, straight, "
        "through, turned, centre, aluminium, colour, stacked, slipping, placed, crates, ground, "
        "painting, tyre"
    )
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("frcition", "friction"), ("coeficient", "coefficient"), ("slidding", "sliding"),
        ("tiping", "tipping"), ("trhown", "thrown"), ("velcoity", "velocity"), ("turnd", "turned"),
        ("velosity", "velocity"), ("accelaration", "acceleration"), ("staright", "straight"),
        ("gruond", "ground"), ("secnds", "seconds"), ("kilogrmas", "kilograms"),
        ("fourty", None), ("sevnteen", "seventeen"),
    ],
)  # fmt: skip
def test_a_slip_is_read_as_the_known_word(written, meant):
    assert nearest(written, KNOWN) == meant


@pytest.mark.parametrize(
    "word",
    ["slip", "place", "crate", "fiction", "panting", "sipping", "xylophone", "donw", "griction",
     "stack", "thorough", "ground2", "don't", "a" * 50],
)  # fmt: skip
def test_a_word_of_its_own_is_left_alone(word):
    assert nearest(word, KNOWN) is None


def test_what_may_be_two_words_is_neither():
    assert nearest("stcked", frozenset({"stacked", "stocked"})) is None
    # Two spellings of one word are no doubt.
    assert nearest("metrs", frozenset()) in {"metres", "meters"}


@pytest.mark.parametrize(
    ("written", "other"),
    [("center", "centre"), ("aluminum", "aluminium"), ("color", "colour"), ("tire", "tyre"),
     ("water", None), ("mass", None)],
)  # fmt: skip
def test_british_and_american_spelling_are_one(written, other):
    assert other_spelling(written, KNOWN) == other


def test_corrected_words_keep_their_place_and_the_word_as_written():
    text = "A frcition coeficient of 0.6"
    words = Words.of(text, KNOWN)
    assert "friction coefficient" in words
    assert words.corrected == (1, 2)
    token = words.tokens[1]
    assert (token.text, text[token.start : token.end]) == ("friction", "frcition")
    assert "friction" not in Words.of(text)


def test_ordinary_words_are_lower_case_and_known_ones_stay():
    assert all(word == word.lower() and word.isalpha() for word in ORDINARY)
    assert nearest("friction", KNOWN) in {None, "friction"}
    assert Words.of("friction", KNOWN).corrected == ()


@given(st.text(max_size=200))
def test_no_text_raises(text):
    words = Words.of(text, KNOWN)
    assert len(words.tokens) == len(Words.of(text).tokens)
