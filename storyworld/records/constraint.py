"""Testable requirements over named evidence, and what was found of them."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from storyworld.records.evidence import EvidenceSource
from storyworld.records.frozen import Name, Record, Text
from storyworld.records.quantity import Quantity


class Comparison(StrEnum):
    """How a quantity is held against the threshold."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    WITHIN = "within"


class ConstraintKind(StrEnum):
    """What a constraint speaks of: what was asked, the law to obey, or what was stated.

    A film that does not show a PREMISE is of something else: it says nothing of the goal.
    """

    GOAL = "goal"
    LAW = "law"
    PREMISE = "premise"
    LANGUAGE = "language"


class Constraint(Record):
    """A requirement: `quantity` (a name of evidence) against `threshold`.

    AT_MOST and AT_LEAST are inequalities; WITHIN is an equivalence test with the declared
    `tolerance` (never a point null). A constraint of kind LANGUAGE has no quantity.

    `claim` names the statement it tests: several constraints may test one claim, each with the
    witnesses it `admits` (a solver decides "stands" by the support margin, a measurement by the
    tilt at the end). Witnesses agree or conflict about claims.
    """

    constraint_id: Name
    claim: Name
    kind: ConstraintKind
    law: Text
    statement: Text
    quantity: Name | None = None
    comparison: Comparison | None = None
    threshold: Quantity | None = None
    tolerance: Quantity | None = None
    admits: tuple[EvidenceSource, ...] = (EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT)
    required: bool = True
    scale_free: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Self:
        numeric = self.kind is not ConstraintKind.LANGUAGE
        if numeric and (self.quantity is None or self.comparison is None or self.threshold is None):
            raise ValueError("a numeric constraint needs quantity, comparison and threshold")
        if self.comparison is Comparison.WITHIN and self.tolerance is None:
            raise ValueError("an equivalence test needs a tolerance")
        units = {q.unit for q in (self.threshold, self.tolerance) if q is not None}
        if len(units) > 1:
            raise ValueError("threshold and tolerance differ in unit")
        return self


class FindingStatus(StrEnum):
    """The three values of a constraint, and the fourth: it could not be evaluated."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNDECIDED = "undecided"
    UNEVALUABLE = "unevaluable"


class Finding(Record):
    """What one kind of witness says of one constraint.

    `margin` is the signed robustness in the quantity's unit with its uncertainty: positive
    where the constraint holds. `evidence_ids` cites what it rests on.
    """

    constraint_id: Name
    source: EvidenceSource
    status: FindingStatus
    margin: Quantity | None = None
    evidence_ids: tuple[str, ...] = ()
    because: Text = ""

    @model_validator(mode="after")
    def _evidenced(self) -> Self:
        decided = self.status is not FindingStatus.UNEVALUABLE
        if decided and (self.margin is None or not self.evidence_ids):
            raise ValueError("a finding needs a margin and cited evidence unless unevaluable")
        return self
