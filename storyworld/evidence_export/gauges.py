"""How decided a finding is, how far solver and film lie apart: bars without a unit."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storyworld.evidence_export.charts import Tick
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind, Finding
from storyworld.records.evidence import EvidenceSource, Ledger
from storyworld.records.quantity import Quantity

WIDTH = 240.0
REACH = 1000.0
"""Margins of more guard bands than this are drawn at the end of the bar."""
MOST_SIGMA = 6.0
WHOLE, MOST_USED = 80.0, 1.5
"""How long the bar of all that is allowed is, and of how much at most more is drawn."""


@dataclass(frozen=True)
class Share:
    """A margin in guard bands k·u: undecided within ±1, satisfied above, violated below.

    `bands` is infinite where nothing is uncertain. `used` is the share that is used up of the
    tolerance of an equivalence test, or of a limit where both it and the value are positive: above
    1 it is violated. `used_width` draws it, the whole at `WHOLE`.
    """

    constraint: Constraint
    finding: Finding
    bands: float
    used: float | None
    start: float
    width: float

    @property
    def used_width(self) -> float:
        """How long its bar is."""
        return round(WHOLE * min(self.used or 0.0, MOST_USED), 1)

    @property
    def words(self) -> str:
        """Say the number."""
        if math.isinf(self.bands):
            return "exact"
        return f"{self.bands:+.3g}".replace("-", "−").replace("e+0", "e").replace("e+", "e")


@dataclass(frozen=True)
class Residual:
    """Solver and measurement of one quantity: their difference, in its standard uncertainty."""

    name: str
    predicted: Quantity
    measured: Quantity
    difference: Quantity
    sigma: float
    width: float

    @property
    def words(self) -> str:
        """Say the number."""
        return "exact" if math.isinf(self.sigma) else f"{self.sigma:.2g} σ"


def place(bands: float) -> float:
    """Give where a margin lies on the bar: symmetric, logarithmic beyond the guard band."""
    size = math.log1p(min(abs(bands), REACH)) / math.log1p(REACH)
    return round(WIDTH / 2 * (1.0 + math.copysign(size, bands)), 1)


TICKS = tuple(
    Tick(place(bands), f"{bands:g}".replace("-", "−")) for bands in (-100, -10, -1, 1, 10, 100)
)


def shares(
    constraints: Iterable[Constraint], findings: Iterable[Finding], guard: float
) -> Iterator[Share]:
    """Give every decided margin in guard bands, in the order of the constraints.

    References
    ----------
    JCGM 106:2012 section 8.3 (guard bands of ``guard`` times the standard uncertainty).
    """
    told = tuple(findings)
    for constraint in constraints:
        for finding in told:
            margin = finding.margin
            if finding.constraint_id != constraint.constraint_id or margin is None:
                continue
            band = guard * margin.uncertainty
            bands = margin.value / band if band else math.copysign(math.inf, margin.value)
            at, zero = place(bands), WIDTH / 2
            yield Share(
                constraint=constraint,
                finding=finding,
                bands=bands,
                used=_used(constraint, margin),
                start=min(at, zero),
                width=round(abs(at - zero), 1),
            )


def _used(constraint: Constraint, margin: Quantity) -> float | None:
    tolerance, limit = constraint.tolerance, constraint.threshold
    if constraint.comparison is Comparison.WITHIN:
        if not tolerance or not tolerance.value:
            return None
        return (tolerance.value - margin.value) / tolerance.value
    if constraint.kind is not ConstraintKind.GOAL or limit is None or limit.value <= 0:
        return None
    at_most = constraint.comparison is Comparison.AT_MOST
    value = limit.value - margin.value if at_most else limit.value + margin.value
    if value <= 0:
        return None
    return value / limit.value if at_most else limit.value / value


def residuals(ledger: Ledger) -> Iterator[Residual]:
    """Hold the solver's word for each quantity against what was measured.

    References
    ----------
    JCGM 100:2008 section 5.1.2: the uncertainties of independent numbers add in quadrature.
    """
    for solved in ledger.evidence:
        if solved.source is not EvidenceSource.SOLVER:
            continue
        measured = ledger.named(solved.name, EvidenceSource.MEASUREMENT)
        if measured is None or measured.quantity.unit is not solved.quantity.unit:
            continue
        delta = measured.quantity.value - solved.quantity.value
        u = math.hypot(measured.quantity.uncertainty, solved.quantity.uncertainty)
        sigma = abs(delta) / u if u else (math.inf if delta else 0.0)
        yield Residual(
            name=solved.name,
            predicted=solved.quantity,
            measured=measured.quantity,
            difference=Quantity(value=delta, unit=solved.quantity.unit, uncertainty=u),
            sigma=sigma,
            width=round(WIDTH * min(sigma, MOST_SIGMA) / MOST_SIGMA, 1),
        )
