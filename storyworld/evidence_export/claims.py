"""What is claimed, and what every witness says of it: arranged for reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storyworld.evidence_export.charts import MarginBar, margin_bars
from storyworld.records.constraint import Constraint, Finding, FindingStatus
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import Parameter


@dataclass(frozen=True)
class Testimony:
    """What one kind of witness says of a constraint, with the quantity it rests on."""

    source: EvidenceSource
    finding: Finding | None
    evidence: Evidence | None
    bar: MarginBar | None


@dataclass(frozen=True)
class Claim:
    """One constraint and what every witness says of it."""

    constraint: Constraint
    testimonies: tuple[Testimony, ...]

    def found(self, status: FindingStatus) -> bool:
        """Whether a witness finds this."""
        findings = (t.finding for t in self.testimonies)
        return any(f is not None and f.status is status for f in findings)


@dataclass(frozen=True)
class Piece:
    """A piece of the goal's text, and the parameter that was read from it."""

    text: str
    parameter: str | None = None


def claims_of(
    constraints: Iterable[Constraint],
    findings: Iterable[Finding],
    evidence: Iterable[Evidence],
    guard: float,
) -> tuple[Claim, ...]:
    """Put to each constraint what every witness that may speak to it found, and on what ground.

    `guard` is the factor k by which it was decided.
    """
    by_id = {item.evidence_id: item for item in evidence}
    by_key = {(f.constraint_id, f.source): f for f in findings}
    return tuple(_claim(constraint, by_key, by_id, guard) for constraint in constraints)


def _claim(
    constraint: Constraint,
    findings: dict[tuple[str, EvidenceSource], Finding],
    evidence: dict[str, Evidence],
    guard: float,
) -> Claim:
    order = tuple(EvidenceSource)
    sources = sorted(
        {*constraint.admits, *(s for c, s in findings if c == constraint.constraint_id)},
        key=order.index,
    )
    found = {source: findings.get((constraint.constraint_id, source)) for source in sources}
    margins = {s: f.margin for s, f in found.items() if f is not None and f.margin is not None}
    bars = dict(zip(margins, margin_bars(margins.values(), guard), strict=True))
    return Claim(
        constraint=constraint,
        testimonies=tuple(
            Testimony(
                source=source,
                finding=finding,
                evidence=next(
                    (
                        evidence[i]
                        for i in (finding.evidence_ids if finding else ())
                        if i in evidence
                    ),
                    None,
                ),
                bar=bars.get(source),
            )
            for source, finding in found.items()
        ),
    )


def pieces_of(goal: str, parameters: tuple[Parameter, ...]) -> Iterator[Piece]:
    """Cut the goal where parameters were read from it; words that do not fit are left out."""
    spans = sorted(
        (p.words.start, p.words.end, p.name)
        for p in parameters
        if p.words is not None and goal[p.words.start : p.words.end] == p.words.text
    )
    place = 0
    for start, end, name in spans:
        if start < place or end <= start:
            continue
        if start > place:
            yield Piece(goal[place:start])
        yield Piece(goal[start:end], name)
        place = end
    if place < len(goal):
        yield Piece(goal[place:])
