import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.numbers import number_at, precise
from storyworld.reading.words import Words


def number(text: str):
    return number_at(Words.of(text), 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", 20), (".5", 0.5), ("0,5", 0.5), ("1,000", 1000), ("1'000", 1000), ("1 000", 1000),
        ("12 500 000", 12_500_000), ("1.000,5", 1000.5), ("1.2e3", 1200), ("10^4", 1e4),
        ("5 x 10^3", 5000), ("5×10⁻³", 0.005), ("10⁴", 1e4), ("2 million", 2e6),
        ("2.5 thousand", 2500), ("1/2", 0.5), ("2 1/2", 2.5), ("2½", 2.5), ("¾", 0.75),
        ("five", 5), ("twenty-five", 25), ("two hundred and five", 205), ("a hundred", 100),
        ("two thousand five hundred", 2500), ("nineteen hundred", 1900), ("two million", 2e6),
        ("one and a half", 1.5), ("two and three quarters", 2.75), ("zero point six", 0.6),
        ("point five", 0.5), ("one point two five", 1.25), ("a dozen", 12), ("half a dozen", 6),
        ("two dozen", 24), ("a couple of boxes", 2), ("a pair of boxes", 2), ("half a", 0.5),
        ("three quarters of a", 0.75), ("a tenth of a", 0.1), ("a quarter mile", 0.25),
        ("a half litre", 0.5), ("nought", 0),
    ],
)  # fmt: skip
def test_a_number_is_read_in_digits_and_in_words(text, value):
    assert number(text).value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    "text", ["9" * 400, "1e999", "3.5.6", "10^99", "2^3", "1/0", "1/2/3", "1.5k", "1e" + "9" * 300]
)
def test_a_number_beyond_meaning_is_there_and_is_not_read(text):
    assert number(text).value is None


@pytest.mark.parametrize(
    "text",
    ["one of them", "one another", "a box", "a third box", "half as high", "thousands"],
)
def test_a_word_that_counts_nothing_is_no_number(text):
    assert number(text) is None


@pytest.mark.parametrize("text", ["each one", "the lower one", "no one"])
def test_a_one_that_stands_for_a_thing_is_no_number(text):
    words = Words.of(text)
    assert number_at(words, len(words.tokens) - 1) is None


def test_two_half_kilogram_weights_are_not_two_thousand_five_hundred_grams():
    assert number("2 500 g weights").value == 2
    words = Words.of("a mass of 2 500 g")
    assert number_at(words, 3).value == 2500


@given(st.text(alphabet="0123456789.,' e+-−x^*/ ½⁵⁻k", max_size=40))
def test_no_arrangement_of_digits_raises(text):
    words = Words.of(text)
    for place in range(len(words.tokens)):
        found = number_at(words, place)
        if found is not None and found.value is not None:
            assert math.isfinite(found.value)
            assert 0 <= found.half_step <= 0.0051 * abs(found.value)
            assert found.next_token > place


def test_binary_noise_is_taken_off():
    assert precise(12 * 0.01) == 0.12
    assert precise(0.0) == 0.0
