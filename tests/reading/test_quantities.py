import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.quantities import Bound, Change, Mention, read_quantities
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
        ("mu is a quarter", 0.25, Unit.ONE),
        ("mu being one half", 0.5, Unit.ONE),
        ("an hour later", 3600, Unit.SECOND),
        ("a metre between supports", 1, Unit.METRE),
        ("Ø12 mm", 0.012, Unit.METRE),
        ("heated by 40 degrees", 40, Unit.KELVIN),
        ("20 degrees warmer", 20, Unit.KELVIN),
    ],
)
def test_a_quantity_is_read_with_its_value_in_canonical_units(text, value, unit):
    mention = only(text)
    assert mention.quantity.unit is unit
    assert mention.quantity.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "half_width"),
    [
        ("20.0 m", 0.05), ("20.00 m", 0.005), ("120 m", 0.5), ("1 m", 0.005), ("20 m", 0.1),
        ("0.30 m", 0.0015), ("5 cm", 0.00025), ("3e2 m", 1.5), ("five metres", 0.025),
        ("72 km/h", 0.36 / 3.6), ("20 C", 0.1), ("0 m", 0.0), ("half a metre", 0.0025),
        ("½ m", 0.0025), ("68 °F", 0.34 * 5 / 9), ("5 ft 10 in", 0.005 * 1.778),
    ],
)  # fmt: skip
def test_the_last_digit_gives_the_uncertainty_but_never_more_than_half_a_per_cent(text, half_width):
    assert only(text).quantity.uncertainty == pytest.approx(half_width / math.sqrt(3))


@pytest.mark.parametrize(
    ("text", "half_width"),
    [
        ("about 20 m", 1.0), ("20 m or so", 1.0), ("~20 m", 1.0), ("close to 20 m", 1.0),
        ("5 ± 1 m", 1.0), ("5 m ± 10 %", 0.5), ("5 m plus or minus 1 m", 1.0), ("20 ± 2 °C", 2.0),
        ("between 5 and 10 m", 2.5), ("5-10 m", 2.5), ("5 to 10 m", 2.5), ("5 m to 10 m", 2.5),
        ("anywhere from 5 to 10 m", 2.5), ("about 20 °C", 1.0),
        ("2 tons", math.hypot(0.24, 0.01) * 907.18474),
    ],
)  # fmt: skip
def test_hedges_and_ranges_widen_a_quantity(text, half_width):
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
        ("5 m away or more", Bound.AT_LEAST), ("5 m sideways or farther", Bound.AT_LEAST),
        ("5 m/s2 of acceleration or more", Bound.AT_LEAST),
        ("5 m at a minimum", Bound.AT_LEAST), ("a minimum height of 5 m", Bound.AT_LEAST),
        ("the maximum deflection is 3 mm", Bound.AT_MOST), ("allowed speed: 3 m/s", Bound.AT_MOST),
        ("at no time exceeds 5 m", Bound.AT_MOST),
    ],
)  # fmt: skip
def test_a_bound_is_read_and_makes_the_threshold_exact(text, bound):
    mention = only(text)
    assert mention.bound is bound
    assert mention.quantity.uncertainty == 0.0


def test_what_a_throw_reaches_at_most_is_no_bound():
    assert only("a maximum height of 5 m").bound is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("w = 0.5 m / h = 0.3 m", [0.5, 0.3]),
        ("r: 0.05 m / s: 0.03 m", [0.05, 0.03]),
        ("Isp 320 s / m_wet 500 kg", [320, 500]),
        ("v = 5 m / s", [5]),
        ("2 kg / m2 3 kg", [2, 3]),
    ],
)
def test_a_slash_between_values_makes_no_unit(text, values):
    assert [m.quantity.value for m in read(text)] == values


@pytest.mark.parametrize("text", ["over a 5 m wall", "a 5 m wall", "above the 5 m wall"])
def test_a_preposition_before_an_article_bounds_nothing(text):
    assert only(text).bound is None


def test_a_stated_time_keeps_the_uncertainty_of_its_digits():
    assert only("in 2 s").bound is Bound.IN
    assert only("in 2 s").quantity.uncertainty == pytest.approx(0.01 / math.sqrt(3))


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
        assert mention.quantity.uncertainty >= 0
    for span in reading.unread:
        assert text[span.start : span.end] == span.text


NUMERIC = st.lists(
    st.sampled_from(
        ["1", "20", ".", ",", "-", "e", "E", "+", "x", "10^", "/", "±", " ", "m", "m/s", "one",
         "hundred", "thousand", "and", "half", "a", "°", "%", "between", "to", "−", "½", "in", "²",
         "^", "'", '"', "ft", "g", "per", "second", "of", "kg", "(", "metrs", "point", "C", "from",
         "quarter", "dozen", "\n", "⁻", "⁵", "million", "minus", "٥"]
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
            read_quantities.__wrapped__(Words.of(words_text))
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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.5kg", 1.5, Unit.KILOGRAM), ("5'10\"", 1.778, Unit.METRE),
        ("5 ft 10 in", 1.778, Unit.METRE), ("6 feet 2 inches", 1.8796, Unit.METRE),
        ("6'2", 1.8796, Unit.METRE), ("1 min 30 s", 90, Unit.SECOND),
        ("1 minute and 30 seconds", 90, Unit.SECOND), ("1 h 20 min 30 s", 4830, Unit.SECOND),
        ("2 m 50 cm", 2.5, Unit.METRE), ("3 lb 4 oz", 3.25 * 0.45359237, Unit.KILOGRAM),
        ("two metres and a half", 2.5, Unit.METRE), ("an hour and a half", 5400, Unit.SECOND),
        ("a quarter of a second", 0.25, Unit.SECOND), ("a third of a litre", 1e-3 / 3,
        Unit.CUBIC_METRE), ("a litre of", 1e-3, Unit.CUBIC_METRE), ("by a metre", 1, Unit.METRE),
        ("weighs 12 stone", 12 * 6.35029318, Unit.KILOGRAM), ("68 °F", 293.15, Unit.KELVIN),
        ("-10 °C", 263.15, Unit.KELVIN), ("minus ten degrees Celsius", 263.15, Unit.KELVIN),
        ("warmed by 20 °C", 20, Unit.KELVIN), ("a rise of 30 °C", 30, Unit.KELVIN),
        ("20 metrs", 20, Unit.METRE), ("5 kilogrmas", 5, Unit.KILOGRAM),
        ("3 secnds", 3, Unit.SECOND), ("20 metres per secnd", 20, Unit.METRE_PER_SECOND),
        ("4 kg of propellant per second", 4, Unit.KILOGRAM_PER_SECOND),
        ("4 kg of propellant every second", 4, Unit.KILOGRAM_PER_SECOND),
        ("40 lb of thrust", 40 * 0.45359237 * 9.80665, Unit.NEWTON),
        ("friction between 0.4 and 0.5", 0.45, Unit.ONE), ("mu of 0.4-0.5", 0.45, Unit.ONE),
    ],
)  # fmt: skip
def test_every_way_of_writing_a_quantity_gives_one(text, value, unit):
    mention = only(text)
    assert mention.quantity.unit is unit
    assert mention.quantity.value == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("brakes at 0.8 g", True), ("0.9 g of lateral grip", True), ("accelerating at 0.3g", True),
        ("2 g's", True), ("pulls 3 gees", True), ("a 0.3 g deceleration", True),
        ("a lateral acceleration of no more than 0.6 g", True), ("braking hard at 0.8 g", True),
        ("a 5 g ball", False), ("a truck accelerates with a 5 g ball", False), ("5 g", False),
        ("a ball of 5 g", False), ("0.8 g of salt", False), ("It brakes. A ball of 5 g", False),
    ],
)  # fmt: skip
def test_a_g_is_an_acceleration_only_where_the_words_speak_of_one(text, expected):
    unit = only(text).quantity.unit
    assert (unit is Unit.METRE_PER_SECOND_SQUARED) is expected
    assert expected or unit is Unit.KILOGRAM


@pytest.mark.parametrize(
    ("text", "start", "end", "unit"),
    [
        ("from 20 C to 100 C", 293.15, 373.15, Unit.KELVIN),
        ("20 °C to 100 °C", 293.15, 373.15, Unit.KELVIN),
        ("18 °C -> 100 °C", 291.15, 373.15, Unit.KELVIN),
        ("from 20 to 100 degrees Celsius", 293.15, 373.15, Unit.KELVIN),
        ("from 20 degrees to 100 degrees C", 293.15, 373.15, Unit.KELVIN),
        ("from 20 C to 100", 293.15, 373.15, Unit.KELVIN),
        ("from 0 to 100 km/h", 0, 100 / 3.6, Unit.METRE_PER_SECOND),
        ("0-100 km/h", 0, 100 / 3.6, Unit.METRE_PER_SECOND),
        ("0–60 mph", 0, 26.8224, Unit.METRE_PER_SECOND),
        ("0 to 60 mph", 0, 26.8224, Unit.METRE_PER_SECOND),
        ("accelerates 50 to 70 m/s", 50, 70, Unit.METRE_PER_SECOND),
        ("burns from 20 t down to 5 t", 20_000, 5_000, Unit.KILOGRAM),
        ("from zero to 5 m/s", 0, 5, Unit.METRE_PER_SECOND),
    ],
)  # fmt: skip
def test_a_change_of_state_has_a_start_and_an_end_in_one_unit(text, start, end, unit):
    first, last = read(text)
    assert (first.change, last.change) == (Change.START, Change.END)
    assert (first.quantity.value, last.quantity.value) == pytest.approx((start, end))
    assert first.quantity.unit is last.quantity.unit is unit
    assert last.bound is None


def test_a_change_may_have_one_end_without_a_number():
    assert only("from 20 °C to boiling").change is Change.START
    assert only("from rest to 100 km/h").change is Change.END
    assert only("at 100 km/h").change is None


@pytest.mark.parametrize(
    "text",
    ["doing 60 to 70 km/h", "at 20 to 25 °C", "2 to 3 m/s^2", "between 0 and 5 m/s", "0 to 5 m"],
)
def test_what_holds_throughout_is_an_interval_and_no_change(text):
    assert only(text).change is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to 2 m", Bound.AT_MOST), ("max 2 m", Bound.AT_MOST), ("max. 2 m", Bound.AT_MOST),
        ("a maximum of 2 m", Bound.AT_MOST), ("2 m tops", Bound.AT_MOST),
        ("at the most 2 m", Bound.AT_MOST), ("without exceeding 2 m", Bound.AT_MOST),
        ("stays under 2 m", Bound.AT_MOST), ("in at most 2 s", Bound.AT_MOST),
        ("no later than 2 s", Bound.AT_MOST), ("before 2 s", Bound.AT_MOST),
        ("<= 2 s", Bound.AT_MOST), ("does not take more than 2 s", Bound.AT_MOST),
        ("never exceeds 2 m", Bound.AT_MOST), ("never goes faster than 2 m/s", Bound.AT_MOST),
        ("slower than 2 m/s", Bound.AT_MOST), ("2 s or faster", Bound.AT_MOST),
        ("no faster than 2 m/s", Bound.AT_MOST), ("inside 2 s", Bound.AT_MOST),
        ("2 s at the latest", Bound.AT_MOST), ("limited to 2 m", Bound.AT_MOST),
        ("over 2 m", Bound.AT_LEAST), ("above 2 m", Bound.AT_LEAST), ("past 2 m", Bound.AT_LEAST),
        ("beyond 2 m", Bound.AT_LEAST), ("exceeds 2 m", Bound.AT_LEAST),
        ("no less than 2 m", Bound.AT_LEAST), ("not less than 2 m", Bound.AT_LEAST),
        ("2 m or higher", Bound.AT_LEAST), ("2 m/s or faster", Bound.AT_LEAST),
        ("upwards of 2 m", Bound.AT_LEAST), ("a minimum of 2 m", Bound.AT_LEAST),
        (">= 2 m", Bound.AT_LEAST), ("wider than 2 m", Bound.AT_LEAST),
        ("no slower than 2 m/s", Bound.AT_LEAST), ("slower than 2 s", Bound.AT_LEAST),
        ("does not take less than 2 s", Bound.AT_LEAST), ("in excess of 2 m", Bound.AT_LEAST),
        ("in just 2 s", Bound.IN), ("in only 2 s", Bound.IN), ("in exactly 2 s", Bound.EXACTLY),
        ("takes 2 s", Bound.TAKES),
    ],
)  # fmt: skip
def test_bounds_are_read_in_all_their_forms(text, bound):
    assert only(text).bound is bound


@pytest.mark.parametrize(
    "text",
    [
        "under a load of 5 kN",
        "under 20 N of squeeze",
        "breaks under 100 lb",
        "over 5 m walls",
        "0.2 m above the floor",
        "below the surface 3 m",
        "in 2 m deep water",
        "for a 3 kg box",
        "takes 6 kN",
        "in one direction",
        "in 12 pieces",
        "before the 2 m mark",
    ],
)
def test_a_word_that_belongs_to_something_else_binds_nothing(text):
    assert only(text).bound is None


@pytest.mark.parametrize(
    "text", ["in 1987", "since 1990", "34 years old", "cost 200 euros", "worth $350", "at 3 pm"]
)
def test_an_age_a_year_a_price_and_a_time_of_day_are_no_quantities(text):
    reading = read_quantities(Words.of(text))
    assert reading.mentions == ()
    assert len(reading.unread) == 1


def test_the_denial_of_an_event_is_left_to_who_knows_the_event():
    assert only("does not land within 2 s").bound is Bound.AT_MOST


def test_a_specification_is_read_item_by_item():
    text = "m1=2kg; m_2 = 3 kg\nv0=10m/s, theta=30deg; mu_s=0.6; h=2m; k=500N/m; mass 1: 4 kg"
    assert [m.quantity.value for m in read(text)] == [2, 3, 10, 30, 0.6, 2, 500, 4]


@pytest.mark.parametrize("text", ["H2O", "CO2", "an M8 bolt", "m1 and m2", "v0", "the lower one"])
def test_the_number_in_a_name_is_no_quantity(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "5 kg/m^2",
        "5 m^4",
        "7 kg m/s",
        "1.5k N",
        "1:30 min",
        "230 V",
        "٥ m",
        "two thirds of the height",
    ],
)
def test_a_number_that_is_not_understood_is_left_unread_and_never_taken_for_another(text):
    reading = read_quantities(Words.of(text))
    assert reading.mentions == ()
    assert len(reading.unread) == 1
