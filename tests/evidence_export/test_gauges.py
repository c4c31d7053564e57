"""Margins and differences without a unit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.epistemics.constraints import evaluate
from storyworld.evidence_export.gauges import REACH, WHOLE, WIDTH, place, residuals, shares
from storyworld.records.constraint import Comparison, ConstraintKind, FindingStatus
from storyworld.records.evidence import EvidenceSource, Ledger
from tests import making
from tests.webapp import fall

reals = st.floats(-1e6, 1e6, allow_nan=False)
spreads = st.floats(0, 1e3, allow_subnormal=False)


@given(reals, reals)
def test_a_larger_margin_lies_further_right(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 <= place(low) <= place(high) <= WIDTH
    assert place(0.0) == WIDTH / 2
    assert place(math.inf) == place(REACH) == WIDTH


@given(st.floats(-100, 100), spreads, st.sampled_from((2.0, 3.0)))
def test_a_claim_is_decided_exactly_outside_of_one_guard_band(
    seconds: float, u: float, guard: float
) -> None:
    asked = making.constraint(limit=2.0)
    finding = evaluate(asked, making.evidence(seconds, u), EvidenceSource.SOLVER, guard)
    (share,) = shares((asked,), (finding,), guard)
    if finding.status is FindingStatus.SATISFIED:
        assert share.bands >= 1
    elif finding.status is FindingStatus.VIOLATED:
        assert share.bands <= -1
    else:
        assert abs(share.bands) <= 1


def test_an_equivalence_test_says_how_much_of_its_tolerance_is_used() -> None:
    law = fall.law_of_fall()  # within 0.5 m/s² of g
    _, acceleration = fall.observation(7).evidence  # 9.76
    finding = evaluate(law, acceleration, EvidenceSource.MEASUREMENT)
    (share,) = shares((law,), (finding,), 2.0)
    assert share.used is not None
    assert abs(share.used - abs(9.76 - fall.G) / 0.5) < 1e-9


@pytest.mark.parametrize(("limit_s", "used"), [(2.5, 0.8), (1.6, 1.25)])
def test_a_limit_says_how_much_of_it_is_used(limit_s: float, used: float) -> None:
    at_most = making.constraint(limit=limit_s).revised(kind=ConstraintKind.GOAL)
    finding = evaluate(at_most, making.evidence(2.0, 0.01), EvidenceSource.SOLVER)
    (share,) = shares((at_most,), (finding,), 2.0)
    assert share.used == pytest.approx(used)
    assert share.used_width == pytest.approx(used * WHOLE)
    at_least = at_most.revised(comparison=Comparison.AT_LEAST)
    finding = evaluate(at_least, making.evidence(2.0, 0.01), EvidenceSource.SOLVER)
    (share,) = shares((at_least,), (finding,), 2.0)
    assert share.used == pytest.approx(1 / used)


def test_differences_are_counted_in_their_own_uncertainty() -> None:
    solved = making.evidence(2.0, 0.03)
    seen = making.evidence(2.1, 0.04, source=EvidenceSource.MEASUREMENT)
    (found,) = residuals(Ledger(evidence=(solved, seen)))
    assert math.isclose(found.sigma, 2.0)
    assert math.isclose(found.width, WIDTH / 3)
    assert list(residuals(Ledger(evidence=(solved,)))) == []


def test_exact_numbers_that_differ_are_infinitely_far_apart() -> None:
    solved = making.evidence(2.0, 0.0)
    for value, words in ((2.0, "0 σ"), (2.1, "exact")):
        seen = making.evidence(value, 0.0, source=EvidenceSource.MEASUREMENT)
        (found,) = residuals(Ledger(evidence=(solved, seen)))
        assert found.words == words
