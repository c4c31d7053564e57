import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words
from storyworld.records.quantity import Unit


def read(text: str) -> tuple[Mention, ...]:
    return read_quantities(Words.of(text)).mentions


def only(text: str) -> Mention:
    (mention,) = read(text)
    return mention


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.5 kg", 1.5, Unit.KILOGRAM),
        ("30 cm", 0.3, Unit.METRE),
        ("12 cm", 0.12, Unit.METRE),
        ("45 deg", 45, Unit.DEGREE),
        ("45°", 45, Unit.DEGREE),
        ("20 m/s", 20, Unit.METRE_PER_SECOND),
        ("72 km/h", 20, Unit.METRE_PER_SECOND),
        ("9.8 m/s²", 9.8, Unit.METRE_PER_SECOND_SQUARED),
        ("9.8 m/s^2", 9.8, Unit.METRE_PER_SECOND_SQUARED),
        ("mu 0.6", 0.6, Unit.ONE),
        ("mu=0.6", 0.6, Unit.ONE),
        ("three", 3, Unit.ONE),
        ("a five-metre wall", 5, Unit.METRE),
        ("twenty-five degrees", 25, Unit.DEGREE),
        ("two hundred and five metres", 205, Unit.METRE),
        ("nineteen hundred kilograms", 1900, Unit.KILOGRAM),
        ("half a metre", 0.5, Unit.METRE),
        ("one and a half seconds", 1.5, Unit.SECOND),
        ("1/2 m", 0.5, Unit.METRE),
        ("½ m", 0.5, Unit.METRE),
        ("1,000 m", 1000, Unit.METRE),
        ("1,250.5 m", 1250.5, Unit.METRE),
        ("2,5 m", 2.5, Unit.METRE),
        ("0,300 m", 0.3, Unit.METRE),
        (".5 m", 0.5, Unit.METRE),
        ("3e2 m", 300, Unit.METRE),
        ("2 x 10^3 m", 2000, Unit.METRE),
        ("2×10^-3 m", 0.002, Unit.METRE),
        ("friction -3", -3, Unit.ONE),
        ("friction of −0.2", -0.2, Unit.ONE),
        ("20 C", 293.15, Unit.KELVIN),
    ],
)
def test_a_quantity_is_read_with_its_value_in_canonical_units(text, value, unit):
    mention = only(text)
    assert mention.quantity.unit is unit
    assert mention.quantity.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "half_width"),
    [
        ("20 m", 0.5), ("20.0 m", 0.05), ("0.30 m", 0.005), ("5 cm", 0.005), ("3e2 m", 50),
        ("five metres", 0.5), ("72 km/h", 0.5 / 3.6), ("about 20 m", 1.0), ("5 ± 1 m", 1.0),
        ("between 5 and 10 m", 2.5), ("5-10 m", 2.5), ("5 to 10 m", 2.5),
    ],
)  # fmt: skip
def test_the_digits_give_the_uncertainty_of_a_rectangular_distribution(text, half_width):
    assert only(text).quantity.uncertainty == pytest.approx(half_width / math.sqrt(3))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("in under 2.1 s", Bound.AT_MOST), ("within 2 s", Bound.AT_MOST),
        ("under 2 s", Bound.AT_MOST),
        ("no more than 2 s", Bound.AT_MOST), ("less than 2 s", Bound.AT_MOST),
        ("at most 2 s", Bound.AT_MOST), ("2 s or less", Bound.AT_MOST), ("≤ 2 s", Bound.AT_MOST),
        ("not exceeding 2 s", Bound.AT_MOST), ("doesn't exceed 2 s", Bound.AT_MOST),
        ("faster than 2 s", Bound.AT_MOST), ("faster than 2 m/s", Bound.AT_LEAST),
        ("at least 2 s", Bound.AT_LEAST), ("longer than 2 s", Bound.AT_LEAST),
        ("not in under 2 s", Bound.AT_LEAST), ("2 s or more", Bound.AT_LEAST),
        ("for 10 s", Bound.FOR),
    ],
)  # fmt: skip
def test_a_bound_is_read_and_makes_the_threshold_exact(text, bound):
    mention = only(text)
    assert mention.bound is bound
    assert mention.quantity.uncertainty == 0.0


@pytest.mark.parametrize("text", ["over a 5 m wall", "a 5 m wall", "above the 5 m wall"])
def test_a_preposition_before_an_article_bounds_nothing(text):
    assert only(text).bound is None


def test_a_stated_time_keeps_the_uncertainty_of_its_digits():
    assert only("in 2 s").bound is Bound.IN
    assert only("in 2 s").quantity.uncertainty == pytest.approx(0.5 / math.sqrt(3))


@pytest.mark.parametrize(
    "text", ["9" * 400 + " m", "1e999 m", "1e-999 m", "3.5.6 m", "1e20 m", "1e" + "9" * 300]
)
def test_a_number_beyond_meaning_is_left_unread_and_reported(text):
    reading = read_quantities(Words.of(text))
    assert reading.mentions == ()
    assert len(reading.unread) == 1
    span = reading.unread[0]
    assert text[span.start : span.end] == span.text


def test_the_parts_of_a_size_share_its_unit():
    width, depth, height = read("30 x 20 x 10 cm")
    assert [m.quantity.value for m in (width, depth, height)] == [0.3, 0.2, 0.1]
    assert [(m.part, m.parts) for m in (width, depth, height)] == [(0, 3), (1, 3), (2, 3)]


def test_a_change_from_one_value_to_another_is_no_range():
    assert [m.quantity.value for m in read("from 0 to 100 m")] == [0.0, 100.0]


def test_offsets_point_at_the_words_as_written():
    text = "A ball dropped from 20 m lands in under 2.1 s."
    assert [text[m.start : m.end] for m in read(text)] == ["20 m", "2.1 s"]


@given(st.text(max_size=300))
def test_reading_never_raises_and_spans_lie_inside_the_text(text):
    reading = read_quantities(Words.of(text))
    for mention in reading.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert math.isfinite(mention.quantity.value)


NUMERIC = st.lists(
    st.sampled_from(
        ["1", "20", ".", ",", "-", "e", "E", "+", "x", "10^", "/", "±", " ", "m", "m/s", "one",
         "hundred", "thousand", "and", "half", "a", "°", "%", "between", "to", "−", "½", "in", "²"]
    ),
    max_size=60,
)  # fmt: skip


@given(NUMERIC)
def test_no_arrangement_of_numeric_signs_raises(pieces):
    for joiner in ("", " "):
        reading = read_quantities(Words.of(joiner.join(pieces)))
        assert all(math.isfinite(m.quantity.value) for m in reading.mentions)


@given(
    st.floats(min_value=0.001, max_value=9999, allow_nan=False),
    st.sampled_from(["m", "cm", "km", "mm", "ft", "metres"]),
)
def test_what_is_written_is_what_is_read(value, unit):
    factors = {"m": 1, "cm": 0.01, "km": 1000, "mm": 0.001, "ft": 0.3048, "metres": 1}
    written = f"{value:.4f}"
    mention = only(f"{written} {unit}")
    assert mention.quantity.value == pytest.approx(float(written) * factors[unit], rel=1e-9)


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1.", "-1", "1e", "hundred ", "1 x ", "one and a half ", "5 m ", "± 1 ", "(", "½"],
)
def test_the_time_grows_with_the_length_and_not_with_its_square(piece):
    def seconds(characters: int) -> float:
        words_text = (piece * characters)[:characters]
        best = math.inf
        for _ in range(3):
            started = time.perf_counter()
            read_quantities(Words.of(words_text))
            best = min(best, time.perf_counter() - started)
        return best

    short, long = seconds(4_000), seconds(32_000)
    # Eight times the length: a square law would take 64 times as long.
    assert long < 30 * short + 0.02


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("in less than a second", 1, Unit.SECOND, Bound.AT_MOST),
        ("within a minute", 60, Unit.SECOND, Bound.AT_MOST),
        ("in under half a second", 0.5, Unit.SECOND, Bound.AT_MOST),
        ("in under an hour", 3600, Unit.SECOND, Bound.AT_MOST),
        ("more than a metre away", 1, Unit.METRE, Bound.AT_LEAST),
        ("less than a metre per second", 1, Unit.METRE_PER_SECOND, Bound.AT_MOST),
        ("in about 2 s", 2, Unit.SECOND, Bound.TAKES),
    ],
)
def test_a_limit_in_words_is_a_quantity(text, value, unit, bound):
    mention = only(text)
    assert mention.quantity.value == pytest.approx(value)
    assert (mention.quantity.unit, mention.bound) == (unit, bound)


@pytest.mark.parametrize("text", ["a second ball", "for a second ball", "the second", "a foot"])
def test_an_article_that_bounds_nothing_is_no_number(text):
    assert read(text) == ()
