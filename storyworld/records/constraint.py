"""Testable requirements over named evidence, and what was found of them."""

from enum import StrEnum
from typing import Self

from pydantic import NonNegativeFloat, PositiveFloat, model_validator

from storyworld.records.evidence import EvidenceSource, FrameRange
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


class TemporalOperator(StrEnum):
    """When, within a window, a condition has to hold."""

    ALWAYS = "always"
    EVENTUALLY = "eventually"
    UNTIL = "until"
    HOLD = "hold"


class Condition(Record):
    """What is waited for: a measured series against a threshold, as in a constraint."""

    quantity: Name
    comparison: Comparison
    threshold: Quantity
    tolerance: Quantity | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        _comparable(self.comparison, self.threshold, self.tolerance)
        return self


class Temporal(Record):
    """When a constraint on a series has to hold: a window in seconds of life from the first frame.

    ALWAYS: at every frame of the window. EVENTUALLY: at one at least. HOLD: somewhere in it for
    `hold_s` without break. UNTIL: from its start up to a frame of it at which `until` holds.
    """

    operator: TemporalOperator
    from_s: NonNegativeFloat = 0.0
    to_s: NonNegativeFloat
    hold_s: PositiveFloat | None = None
    until: Condition | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.to_s < self.from_s:
            raise ValueError("the window ends before it starts: to_s has to be at least from_s")
        if (self.operator is TemporalOperator.HOLD) is (self.hold_s is None):
            raise ValueError("hold_s is for the operator hold, which needs it")
        if (self.operator is TemporalOperator.UNTIL) is (self.until is None):
            raise ValueError("until is for the operator until, which needs it")
        if self.hold_s is not None and self.hold_s > (self.to_s - self.from_s) * (1 + 1e-9):
            raise ValueError("hold_s is longer than the window: nothing could hold that long in it")
        return self


def _comparable(
    comparison: Comparison | None, threshold: Quantity | None, tolerance: Quantity | None
) -> None:
    if comparison is Comparison.WITHIN and tolerance is None:
        raise ValueError("an equivalence test needs a tolerance")
    if len({q.unit for q in (threshold, tolerance) if q is not None}) > 1:
        raise ValueError("threshold and tolerance differ in unit")


class Constraint(Record):
    """A requirement: `quantity` (a name of evidence) against `threshold`.

    AT_MOST and AT_LEAST are inequalities; WITHIN is an equivalence test with the declared
    `tolerance` (never a point null). A constraint of kind LANGUAGE has no quantity.

    `claim` names the statement it tests: several constraints may test one claim, each with the
    witnesses it `admits` (a solver decides "stands" by the support margin, a measurement by the
    tilt at the end). Witnesses agree or conflict about claims.

    With `over` it is about time: `quantity` then names a series that was measured. Where such a
    constraint is not `required` it confirms nothing, but what it finds violated stays so.
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
    over: Temporal | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        numeric = self.kind is not ConstraintKind.LANGUAGE
        if numeric and (self.quantity is None or self.comparison is None or self.threshold is None):
            raise ValueError("a numeric constraint needs quantity, comparison and threshold")
        _comparable(self.comparison, self.threshold, self.tolerance)
        if self.over is not None:
            self._over_time(self.over)
        return self

    def _over_time(self, over: Temporal) -> None:
        if self.threshold is None:
            raise ValueError("a temporal constraint is about a quantity: it needs a threshold")
        if self.admits != (EvidenceSource.MEASUREMENT,):
            raise ValueError(
                "only what is measured is a series: admits has to be measurement alone"
            )
        if over.until is not None and over.until.threshold.unit is not self.threshold.unit:
            raise ValueError(
                "both conditions of until have to be in one unit, as their margins are"
            )


class FindingStatus(StrEnum):
    """The three values of a constraint, and the fourth: it could not be evaluated."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNDECIDED = "undecided"
    UNEVALUABLE = "unevaluable"


class Finding(Record):
    """What one kind of witness says of one constraint.

    `margin` is the signed robustness in the quantity's unit with its uncertainty: positive
    where the constraint holds. `evidence_ids` cites what it rests on: a piece of evidence, or a
    series, by observation and name. `frames` says where a margin over time is attained.
    """

    constraint_id: Name
    source: EvidenceSource
    status: FindingStatus
    margin: Quantity | None = None
    evidence_ids: tuple[str, ...] = ()
    because: Text = ""
    frames: FrameRange | None = None

    @model_validator(mode="after")
    def _evidenced(self) -> Self:
        decided = self.status is not FindingStatus.UNEVALUABLE
        if decided and (self.margin is None or not self.evidence_ids):
            raise ValueError("a finding needs a margin and cited evidence unless unevaluable")
        return self
