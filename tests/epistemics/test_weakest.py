"""Which claim stands worst."""

import pytest

from storyworld.epistemics.weakest import weakest
from storyworld.records.constraint import (
    Comparison,
    Constraint,
    ConstraintKind,
    Finding,
    FindingStatus,
)
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity, Unit

SOLVER, MEASURED = EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT


def asked(name: str, *, claim: str = "", kind: ConstraintKind = ConstraintKind.GOAL,
          required: bool = True) -> Constraint:  # fmt: skip
    return Constraint(
        constraint_id=name, claim=claim or name, kind=kind, law="", statement=f"{name} holds",
        quantity="x", comparison=Comparison.AT_LEAST, required=required,
        threshold=Quantity(value=0, unit=Unit.METRE),
    )  # fmt: skip


def found(name: str, value: float | None, u: float = 0.1, source: EvidenceSource = SOLVER,
          status: FindingStatus | None = None) -> Finding:  # fmt: skip
    if value is None:
        return Finding(constraint_id=name, source=source, status=FindingStatus.UNEVALUABLE)
    decided = FindingStatus.SATISFIED if value > 0 else FindingStatus.VIOLATED
    return Finding(
        constraint_id=name, source=source, status=status or decided, evidence_ids=("e",),
        margin=Quantity(value=value, unit=Unit.METRE, uncertainty=u),
    )  # fmt: skip


def test_the_narrowest_of_those_that_hold_counted_in_guard_bands() -> None:
    one = weakest((asked("wide"), asked("sure")), (found("wide", 5.0, 2.0), found("sure", 1.0)), 2)
    assert one is not None
    assert (one.claim, one.bands) == ("wide", pytest.approx(1.25))


def test_a_broken_claim_stands_worse_than_an_open_one_and_that_worse_than_one_that_holds() -> None:
    constraints = (asked("a"), asked("b"), asked("c"))
    open_one = found("b", 0.05, status=FindingStatus.UNDECIDED)
    findings = [found("a", 0.3), open_one, found("c", -0.3)]
    for expected in ("c", "b", "a"):
        one = weakest(constraints, findings, 2)
        assert one is not None
        assert one.claim == expected
        findings = [f for f in findings if f.constraint_id != expected]
    assert weakest(constraints, [], 2) is None


def test_a_claim_that_one_witness_decides_is_not_open_for_another_who_saw_nothing() -> None:
    findings = (found("a", 0.3), found("a", None, source=MEASURED))
    one = weakest((asked("a"),), findings, 2)
    assert one is not None
    assert (one.status, one.source) == (FindingStatus.SATISFIED, SOLVER)
    nobody = weakest((asked("a"),), findings[1:], 2)
    assert nobody is not None
    assert (nobody.status, nobody.margin) == (FindingStatus.UNEVALUABLE, None)


def test_premises_and_what_is_not_required_do_not_count() -> None:
    premise = asked("b", kind=ConstraintKind.PREMISE)
    constraints = (asked("a"), premise, asked("c", required=False))
    one = weakest(constraints, (found("a", 0.3), found("b", -1), found("c", -1)), 2)
    assert one is not None
    assert one.claim == "a"


def test_an_exact_margin_has_no_bands() -> None:
    one = weakest((asked("a"),), (found("a", 0.3, 0.0),), 2)
    assert one is not None
    assert (one.margin is not None, one.bands) == (True, None)
