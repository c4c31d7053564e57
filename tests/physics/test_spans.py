"""What is known only by a range stands in only where the answer is the same over all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.physics.spans import Span, settle_spans


def difference(values):
    return values["a"] - values["b"]


def test_the_least_favourable_value_stands_in_where_the_goal_holds_for_all():
    verdict = settle_spans(difference, {"b": 1.0}, {"a": Span(4.0, 9.0, "")}, 2.0)
    assert verdict.stand_ins == {"a": 4.0}
    assert verdict.decisive == ()


def test_the_least_favourable_value_stands_in_where_the_goal_fails_for_all():
    verdict = settle_spans(difference, {"b": 20.0}, {"a": Span(4.0, 9.0, "")}, 2.0)
    assert verdict.stand_ins == {"a": 9.0}


def test_a_range_that_turns_the_answer_is_decisive():
    verdict = settle_spans(difference, {"b": 6.0}, {"a": Span(0.0, 20.0, "")}, 2.0)
    assert verdict.decisive == ("a",)
    assert verdict.stand_ins == {}


def test_of_two_ranges_only_the_one_that_turns_the_answer_is_decisive():
    spans = {"a": Span(0.0, 100.0, ""), "b": Span(50.0, 50.5, "")}
    assert settle_spans(difference, {}, spans, 2.0).decisive == ("a",)


def test_ranges_that_only_together_turn_the_answer_are_both_decisive():
    spans = {"a": Span(8.0, 12.0, ""), "b": Span(0.0, 5.0, "")}
    assert set(settle_spans(difference, {}, spans, 4.0).decisive) == {"a", "b"}


def test_where_the_criterion_has_no_value_nothing_stands_in():
    verdict = settle_spans(lambda _v: None, {}, {"a": Span(1.0, 2.0, "")}, 2.0)
    assert verdict.stand_ins == {}
    assert verdict.decisive == ("a",)


@given(st.floats(-50, 50), st.floats(0, 50), st.floats(-50, 50))
def test_a_stand_in_is_never_more_favourable_than_any_value_of_the_range(low, width, limit):
    span = Span(low, low + width, "")
    verdict = settle_spans(difference, {"b": limit}, {"a": span}, 2.0)
    if verdict.stand_ins:
        stood = difference({"a": verdict.stand_ins["a"], "b": limit})
        for share in (0.0, 0.3, 0.5, 1.0):
            other = difference({"a": low + share * width, "b": limit})
            assert (other > 0) == (stood > 0)
            assert abs(other) >= abs(stood) - 1e-9
    else:
        assert low - limit < 2.0 + 1e-9
        assert low + width - limit > -2.0 - 1e-9


@pytest.mark.parametrize("count", [1, 3, 6, 8])
def test_many_ranges_are_tried_in_bounded_time(count):
    calls = []

    def criterion(values):
        calls.append(1)
        return sum(values.values()) - 1.5

    spans = {f"p{i}": Span(0.0, 1.0, "") for i in range(count)}
    settle_spans(criterion, {}, spans, 0.0)
    assert len(calls) < 1000
