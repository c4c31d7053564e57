import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.physics.solving import flip_count, flip_value, propagate
from storyworld.physics.wording import rounded, say
from storyworld.records.quantity import Unit

small = st.floats(min_value=0.001, max_value=0.1)
value = st.floats(min_value=1.0, max_value=100.0)


@given(value, value, small, small)
def test_the_uncertainty_of_a_sum_is_that_of_its_terms_in_quadrature(a, b, u_a, u_b):
    u = propagate(lambda v: v["a"] + 3 * v["b"], {"a": a, "b": b}, {"a": u_a, "b": u_b})
    assert u == pytest.approx(math.hypot(u_a, 3 * u_b), rel=1e-6)


@given(value, value, small, small)
def test_the_relative_uncertainty_of_a_product_adds_in_quadrature(a, b, u_a, u_b):
    u = propagate(lambda v: v["a"] * v["b"] ** 2, {"a": a, "b": b}, {"a": u_a, "b": u_b})
    expected = a * b * b * math.hypot(u_a / a, 2 * u_b / b)
    assert u == pytest.approx(expected, rel=0.02)


def test_an_input_without_uncertainty_contributes_nothing():
    assert propagate(lambda v: v["a"] ** 9, {"a": 2.0}, {"a": 0.0}) == 0.0


def test_at_the_edge_of_its_domain_a_law_is_differenced_to_one_side():
    u = propagate(lambda v: math.sqrt(v["a"]), {"a": 0.01}, {"a": 0.02})
    assert u == pytest.approx(math.sqrt(0.03) - 0.1)


def test_a_law_without_any_value_nearby_has_infinite_uncertainty():
    assert propagate(lambda v: math.sqrt(-1 - v["a"] ** 2), {"a": 1.0}, {"a": 0.1}) == math.inf


@given(
    st.floats(min_value=-50, max_value=50),
    st.floats(min_value=-50, max_value=50),
    st.booleans(),
)
def test_the_flip_of_a_line_is_its_root(root, asked, rising):
    found = flip_value(lambda x: (x - root) * (1 if rising else -1), asked, -60.0, 60.0)
    assert found == pytest.approx(root, abs=1e-9)


def test_of_two_flips_the_nearer_is_given():
    assert flip_value(lambda x: 1 - (x / 4) ** 2, 1.0, -10.0, 10.0) == pytest.approx(4.0)
    assert flip_value(lambda x: 1 - (x / 4) ** 2, -1.0, -10.0, 10.0) == pytest.approx(-4.0)


def test_a_margin_that_never_turns_has_no_flip():
    assert flip_value(lambda x: x * x + 1, 0.0, -10.0, 10.0) is None


def test_where_the_margin_has_no_value_the_flip_is_still_found():
    assert flip_value(lambda x: math.sqrt(x) - 2, 1.0, -10.0, 10.0) == pytest.approx(4.0)


@given(
    st.integers(min_value=1, max_value=1000),
    st.integers(min_value=1, max_value=1000),
    st.sampled_from(["at least", "at most", "about"]),
)
def test_the_flip_of_a_count_is_the_one_that_trying_every_count_finds(limit, asked, asks):
    def margin(count):
        if asks == "about":
            return 0.05 * limit - abs(count - limit)
        return count - limit if asks == "at least" else limit - count

    holds = margin(asked) >= 0
    others = [c for c in range(1, 1001) if (margin(c) >= 0) is not holds]
    expected = min(others, key=lambda c: (abs(c - asked), c), default=None)
    assert flip_count(margin, asked, 1, 1000) == expected


def test_a_million_counts_are_not_tried_one_by_one():
    tried = []
    assert flip_count(lambda count: tried.append(count) or 1.0, 30, 1, 1e6) is None
    assert len(tried) < 1000


@given(st.floats(min_value=1e-6, max_value=1e6))
def test_a_rounded_limit_keeps_its_side(limit):
    assert rounded(limit, upwards=True) >= limit * (1 - 1e-8)
    assert rounded(limit, upwards=False) <= limit * (1 + 1e-8)
    assert rounded(limit, upwards=True) == pytest.approx(limit, rel=0.011)


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (0.12, Unit.METRE, "12 cm"), (0.005, Unit.METRE, "5 mm"), (20.0, Unit.METRE, "20 m"),
        (1500.0, Unit.METRE, "1.5 km"), (0.0, Unit.METRE, "0 m"), (2.0193, Unit.SECOND, "2.02 s"),
        (45.0, Unit.DEGREE, "45°"), (9.81, Unit.METRE_PER_SECOND_SQUARED, "9.81 m/s²"),
        (3.0, Unit.ONE, "3"),
    ],
)  # fmt: skip
def test_quantities_are_said_as_people_say_them(number, unit, words):
    assert say(number, unit) == words
