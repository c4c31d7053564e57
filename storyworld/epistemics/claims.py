"""What each kind of witness says of each claim: the findings, joined by claim and by witness."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from storyworld.epistemics.doubts import Doubts
from storyworld.records.constraint import Constraint, ConstraintKind, Finding, FindingStatus
from storyworld.records.evidence import EvidenceSource

SOLVER: Final = EvidenceSource.SOLVER
MEASUREMENT: Final = EvidenceSource.MEASUREMENT


@dataclass(frozen=True)
class Claim:
    """What each kind of witness says of one required claim."""

    name: str
    statement: str
    kind: ConstraintKind
    solver: FindingStatus | None
    measurement: FindingStatus | None
    findings: tuple[Finding, ...]

    @property
    def decider(self) -> FindingStatus | None:
        """What decides the claim in closed form: the solver, where it can speak to it."""
        return self.measurement if self.solver is None else self.solver

    @property
    def conflicting(self) -> bool:
        """Whether one kind of witness finds that it holds, and the other that it does not."""
        said = {self.solver, self.measurement}
        return said == {FindingStatus.SATISFIED, FindingStatus.VIOLATED}


def _together(findings: Iterable[Finding]) -> FindingStatus | None:
    """Join the findings of one witness about one claim: the worst stands."""
    said = {f.status for f in findings}
    for status in (
        FindingStatus.VIOLATED,
        FindingStatus.UNEVALUABLE,
        FindingStatus.UNDECIDED,
        FindingStatus.SATISFIED,
    ):
        if status in said:
            return status
    return None


def claims_of(
    constraints: tuple[Constraint, ...], findings: tuple[Finding, ...], film: Doubts
) -> tuple[Claim, ...]:
    """Gather what each witness says of each claim; of a film of something else nothing counts.

    What is found violated over time counts though it is not required: a breach overrides what an
    earlier part of the film shows.
    """
    required = [c for c in constraints if c.required]
    over_time = {c.constraint_id: c.claim for c in constraints if c.over is not None}
    violated = {f.constraint_id for f in findings if f.status is FindingStatus.VIOLATED}
    breaches = {c: claim for c, claim in over_time.items() if c in violated}
    claims = []
    for name in dict.fromkeys(c.claim for c in required):
        tests = {c.constraint_id: c for c in required if c.claim == name}
        about = tuple(
            f for f in findings if f.constraint_id in tests or breaches.get(f.constraint_id) == name
        )
        claims.append(
            Claim(
                name=name,
                statement=next(iter(tests.values())).statement.rstrip("."),
                kind=next(iter(tests.values())).kind,
                solver=_together(f for f in about if f.source is SOLVER),
                measurement=FindingStatus.UNEVALUABLE
                if film.mute
                else _together(f for f in about if f.source is MEASUREMENT),
                findings=about,
            )
        )
    return tuple(claims)
