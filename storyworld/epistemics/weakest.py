"""Which required claim stands worst: what an outcome hangs on, in one line."""

import math
from collections.abc import Iterable
from typing import Final

from storyworld.records.constraint import Constraint, ConstraintKind, Finding, FindingStatus
from storyworld.records.verdict import WeakestClaim

_WORST_FIRST: Final = (
    FindingStatus.VIOLATED,
    FindingStatus.UNDECIDED,
    FindingStatus.UNEVALUABLE,
    FindingStatus.SATISFIED,
)


def weakest(
    constraints: Iterable[Constraint], findings: Iterable[Finding], guard: float
) -> WeakestClaim | None:
    """Give the required claim that stands worst, by the witness who says so.

    A broken claim stands worse than one too close to call, that worse than one nobody could speak
    to; of the same kind the one with the smallest margin, counted in guard bands. That one witness
    could not see a claim which another one decides makes it no open claim.

    Parameters
    ----------
    guard
        How many standard uncertainties a margin has to clear.

    References
    ----------
    JCGM 106:2012 section 8.3 (guard bands of ``guard`` times the standard uncertainty).
    """
    asked = {
        c.constraint_id: c
        for c in constraints
        if c.required and c.kind is not ConstraintKind.PREMISE
    }
    about = [f for f in findings if f.constraint_id in asked]
    told = {asked[f.constraint_id].claim for f in about if f.margin is not None}
    counted = [f for f in about if f.margin is not None or asked[f.constraint_id].claim not in told]
    if not counted:
        return None
    worst = min(counted, key=lambda f: (_WORST_FIRST.index(f.status), _bands(f, guard)))
    of, bands = asked[worst.constraint_id], _bands(worst, guard)
    return WeakestClaim(
        claim=of.claim,
        statement=of.statement,
        status=worst.status,
        source=worst.source,
        margin=worst.margin,
        bands=bands if worst.margin is not None and math.isfinite(bands) else None,
    )


def _bands(finding: Finding, guard: float) -> float:
    if finding.margin is None:
        return 0.0
    band = guard * finding.margin.uncertainty
    return finding.margin.value / band if band else math.copysign(math.inf, finding.margin.value)
