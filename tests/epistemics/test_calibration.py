"""Laws of the scores, by many examples; and cases worked by hand."""

import math
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.calibration import (
    Pair,
    brier,
    confusion,
    ece,
    equal_mass,
    log_loss,
    score,
)
from storyworld.records.calibration import FEWEST_FOR_INTERVALS, Label
from storyworld.records.observation import Verdict

probabilities = st.floats(0, 1)
forecasts = st.lists(st.tuples(probabilities, st.booleans()), min_size=1, max_size=120)
outcomes = st.lists(st.booleans(), min_size=1, max_size=120)


def always(p: float, came: list[bool]) -> list[Pair]:
    return [(p, c) for c in came]


@given(forecasts)
def test_scores_lie_where_they_are_said_to(pairs: list[Pair]) -> None:
    assert 0 <= brier(pairs) <= 1
    assert 0 <= ece(pairs) <= 1
    assert -math.log(0.999) - 1e-12 <= log_loss(pairs) <= -math.log(0.001) + 1e-12


@given(outcomes)
def test_who_knows_scores_nothing_and_who_errs_always_scores_all(came: list[bool]) -> None:
    right = [(float(c), c) for c in came]
    wrong = [(float(not c), c) for c in came]
    assert brier(right) == ece(right) == 0
    assert log_loss(right) == pytest.approx(-math.log(0.999))
    assert brier(wrong) == 1
    assert log_loss(wrong) == pytest.approx(-math.log(0.001))


@given(forecasts, st.randoms(use_true_random=False))
def test_the_order_of_films_does_not_matter(pairs: list[Pair], draw) -> None:
    shuffled = list(pairs)
    draw.shuffle(shuffled)
    assert score(shuffled) == score(pairs)


@given(forecasts)
def test_a_film_that_counts_twice_changes_brier_and_log_loss_of_nobody(pairs: list[Pair]) -> None:
    assert brier(pairs * 2) == pytest.approx(brier(pairs))
    assert log_loss(pairs * 2) == pytest.approx(log_loss(pairs))


@given(outcomes, probabilities)
def test_no_constant_beats_the_share_that_was_so(came: list[bool], p: float) -> None:
    share = sum(came) / len(came)
    assert brier(always(share, came)) <= brier(always(p, came)) + 1e-12
    assert log_loss(always(share, came)) <= log_loss(always(p, came)) + 1e-12
    assert brier(always(share, came)) == pytest.approx(share * (1 - share))
    assert ece(always(share, came)) == pytest.approx(0, abs=1e-12)


@given(forecasts)
def test_the_scores_bound_one_another(pairs: list[Pair]) -> None:
    """By Jensen's inequality, and because (1 - p)^2 <= -ln p."""
    far = abs(math.fsum(p - came for p, came in pairs)) / len(pairs)
    assert far - 1e-12 <= ece(pairs) <= math.sqrt(brier(pairs)) + 1e-12
    assert brier(pairs) <= log_loss(pairs) + 1e-12


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), min_size=1, max_size=15))
def test_a_forecaster_who_is_right_in_every_group_has_no_calibration_error(
    groups: list[tuple[int, int]],
) -> None:
    """Of `n` films that get the probability k/n, k are valid."""
    shares = {Fraction(min(k, n), n): n for n, k in groups}
    pairs = [(float(share), place < share * n) for share, n in shares.items() for place in range(n)]
    assert ece(pairs) == pytest.approx(0, abs=1e-12)


@given(forecasts)
def test_bins_hold_every_film_once_and_part_no_equal_probabilities(pairs: list[Pair]) -> None:
    inside = sorted(pairs)
    bins = [inside[s] for s in equal_mass(inside)]
    assert [pair for one in bins for pair in one] == inside
    assert 1 <= len(bins) <= 10
    assert all(bins)
    for one, after in pairwise(bins):
        assert one[-1][0] < after[0][0]


def test_bins_of_many_unlike_probabilities_have_equal_mass() -> None:
    inside = [(i / 1000, i % 3 == 0) for i in range(1000)]
    assert [s.stop - s.start for s in equal_mass(inside)] == [100] * 10
    assert [s.stop - s.start for s in equal_mass(inside[:60])] == [20] * 3
    assert len(list(equal_mass(inside[:39]))) == 1


def test_scores_worked_by_hand() -> None:
    pairs = [(0.8, True), (0.6, True), (0.3, False), (0.9, False)]
    assert brier(pairs) == pytest.approx((0.04 + 0.16 + 0.09 + 0.81) / 4)
    assert log_loss(pairs) == pytest.approx(-math.log(0.8 * 0.6 * 0.7 * 0.1) / 4)
    assert ece(pairs) == pytest.approx(abs(2.6 - 2) / 4)
    assert log_loss(always(0.5, [True, False])) == pytest.approx(math.log(2))


@pytest.mark.parametrize("pairs", [[], [(1.1, True)], [(-0.1, True)], [(math.nan, True)]])
@pytest.mark.parametrize("measure", [brier, log_loss, ece, score])
def test_nothing_and_nonsense_are_refused(measure, pairs: list[Pair]) -> None:
    with pytest.raises(ValueError, match=r"forecast|probability"):
        measure(pairs)


@given(st.lists(st.tuples(probabilities, st.booleans()), min_size=1, max_size=60))
def test_an_interval_is_there_from_thirty_films_on_and_always_the_same(pairs: list[Pair]) -> None:
    made = score(pairs)
    assert made == score(pairs)
    for one in (made.brier, made.log_loss, made.ece):
        assert (one.low is None) == (one.high is None) == (len(pairs) < FEWEST_FOR_INTERVALS)
        if one.low is not None and one.high is not None:
            assert 0 <= one.low <= one.high
    assert (made.brier.high or 0) <= 1
    assert (made.ece.high or 0) <= 1


def test_the_interval_of_a_mean_is_that_of_the_normal_law_where_films_are_many() -> None:
    pairs = [(0.5, i % 2 == 0) if i % 4 else (1.0, False) for i in range(1000)]
    made = score(pairs).brier
    losses = [0.25 if i % 4 else 1.0 for i in range(1000)]
    mean = sum(losses) / 1000
    spread = math.sqrt(sum((x - mean) ** 2 for x in losses) / 1000**2)
    assert made.low == pytest.approx(mean - 1.96 * spread, abs=0.15 * spread)
    assert made.high == pytest.approx(mean + 1.96 * spread, abs=0.15 * spread)


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from(Label)), max_size=50))
def test_confusion_counts_everything_once(said: list[tuple[Verdict, Label]]) -> None:
    rows = confusion(said)
    assert [row.verdict for row in rows] == list(Verdict)
    for row in rows:
        for label in Label:
            assert getattr(row, label) == said.count((row.verdict, label))


@pytest.mark.parametrize(("first", "last"), [(15, 30), (0, 35), (38, 60), (1, 59)])
def test_no_bin_is_of_too_few_where_equal_probabilities_push_the_cuts(
    first: int, last: int
) -> None:
    inside = [(0.5, True) if first <= i < last else (i / 60, True) for i in range(60)]
    inside.sort()
    bins = [inside[s] for s in equal_mass(inside)]
    assert [pair for one in bins for pair in one] == inside
    assert min(len(one) for one in bins) >= 20
    assert all(one[-1][0] < after[0][0] for one, after in pairwise(bins))
