"""Three-valued constraints with guard bands (JCGM 106)."""

import math
from typing import TYPE_CHECKING, TypeVar

from storyworld.records.constraint import Comparison, Constraint, Finding, FindingStatus
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.quantity import Quantity

if TYPE_CHECKING:  # who only shows findings needs no arrays
    import numpy as np
    from numpy.typing import NDArray

DEFAULT_GUARD = 2.0

Numbers = TypeVar("Numbers", float, "NDArray[np.float64]")


def margin(
    comparison: Comparison, threshold: Quantity, tolerance: Quantity | None, value: Numbers
) -> Numbers:
    """Give how far a value, or each of an array of any shape, meets a comparison: in its unit."""
    match comparison:
        case Comparison.AT_MOST:
            return threshold.value - value
        case Comparison.AT_LEAST:
            return value - threshold.value
        case Comparison.WITHIN:
            return (tolerance.value if tolerance else 0.0) - abs(value - threshold.value)


def robustness(constraint: Constraint, measured: Quantity) -> Quantity:
    """Give the signed margin of a measured quantity, positive where the constraint holds.

    Parameters
    ----------
    constraint
        A numeric constraint.
    measured
        In the unit of the constraint's threshold.

    Returns
    -------
    Quantity
        Margin in that unit. Its standard uncertainty combines that of the quantity and of the
        threshold in quadrature.

    Raises
    ------
    ValueError
        If the units differ or the constraint has no quantity.

    References
    ----------
    JCGM 100:2008 section 5.1.2 (combination); JCGM 106:2012 section 8.3 (guarded acceptance).
    """
    threshold = constraint.threshold
    if threshold is None or constraint.comparison is None:
        raise ValueError(f"{constraint.constraint_id} is not about a quantity")
    if measured.unit is not threshold.unit:
        raise ValueError(
            f"{constraint.constraint_id} compares {threshold.unit}, not {measured.unit}"
        )
    value = margin(constraint.comparison, threshold, constraint.tolerance, measured.value)
    uncertainty = math.hypot(measured.uncertainty, threshold.uncertainty)
    return Quantity(value=value, unit=measured.unit, uncertainty=uncertainty)


def evaluate(
    constraint: Constraint,
    evidence: Evidence | None,
    source: EvidenceSource,
    guard: float = DEFAULT_GUARD,
) -> Finding:
    """Hold a constraint against one witness's evidence.

    Satisfied if margin > guard · u, violated if margin < -guard · u, undecided between, and
    unevaluable without evidence. With u = 0 the margin's sign decides; a margin of exactly zero
    satisfies an inequality.

    References
    ----------
    JCGM 106:2012, guard bands of width ``guard`` times the standard uncertainty.
    """
    if evidence is None:
        return Finding(
            constraint_id=constraint.constraint_id,
            source=source,
            status=FindingStatus.UNEVALUABLE,
            because=f"no {source} evidence named {constraint.quantity}",
        )
    met = robustness(constraint, evidence.quantity)
    band = guard * met.uncertainty
    if met.value > band or (band == 0.0 and met.value == 0.0):
        status = FindingStatus.SATISFIED
    elif met.value < -band:
        status = FindingStatus.VIOLATED
    else:
        status = FindingStatus.UNDECIDED
    words = {Comparison.AT_MOST: "at most", Comparison.AT_LEAST: "at least"}.get(
        constraint.comparison or Comparison.WITHIN, f"within {constraint.tolerance} of"
    )
    return Finding(
        constraint_id=constraint.constraint_id,
        source=source,
        status=status,
        margin=met,
        evidence_ids=(evidence.evidence_id,),
        because=(
            f"{constraint.quantity} is {evidence.quantity}, asked {words} {constraint.threshold}"
        ),
    )
