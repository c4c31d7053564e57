"""Findings: every constraint of a beat against what each witness tells of it. Pure."""

from collections.abc import Iterable

from storyworld.epistemics.constraints import evaluate
from storyworld.epistemics.ledger import required
from storyworld.records.constraint import Constraint, Finding, FindingStatus
from storyworld.records.evidence import EvidenceSource, Ledger
from storyworld.records.observation import Observation


def find(
    constraints: tuple[Constraint, ...],
    evidence: Ledger,
    observations: tuple[Observation, ...],
    guard: float,
) -> tuple[Finding, ...]:
    """Hold every numeric constraint against the evidence of each witness it admits.

    One over time is held against the series that the observations hold.
    """
    return tuple(
        _over_time(constraint, observations, guard)
        if constraint.over is not None
        else evaluate(constraint, evidence.named(constraint.quantity, source), source, guard)
        for constraint in constraints
        if constraint.quantity is not None
        for source in (EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT)
        if source in constraint.admits
    )


def with_gaps(
    evidence: Ledger,
    constraints: tuple[Constraint, ...],
    observations: tuple[Observation, ...],
    guard: float,
) -> Ledger:
    """Name in the ledger what required constraints over time lack, too."""
    if not any(c.required and c.over is not None for c in constraints):
        return evidence
    from storyworld.epistemics import temporal

    lacking = temporal.missing(constraints, observations, guard)
    return evidence.revised(missing=(*evidence.missing, *lacking))


def coverage(
    constraints: tuple[Constraint, ...], evidence: Ledger, findings: Iterable[Finding]
) -> float:
    """Give the share of the required questions that were answered from film, 0 where none is.

    One over time is answered where it could be evaluated.
    """
    over_time = {c.constraint_id for c in constraints if c.required and c.over is not None}
    answered = [
        evidence.named(name, EvidenceSource.MEASUREMENT) is not None
        for name in required(constraints, EvidenceSource.MEASUREMENT)
    ]
    answered += [
        f.status is not FindingStatus.UNEVALUABLE for f in findings if f.constraint_id in over_time
    ]
    return sum(answered) / len(answered) if answered else 0.0


def _over_time(
    constraint: Constraint, observations: tuple[Observation, ...], guard: float
) -> Finding:
    from storyworld.epistemics import temporal  # its arrays are nothing for who only shows rules

    return temporal.evaluate(constraint, observations, guard)
