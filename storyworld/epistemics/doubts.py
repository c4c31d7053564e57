"""What stands against a film: premises it does not show, laws broken in it, models that deny it.

A film of something else says nothing of the goal; what cannot be, or is denied, speaks against it.
"""

from dataclasses import dataclass
from typing import Final

from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.records.constraint import ConstraintKind, Finding, FindingStatus
from storyworld.records.evidence import AbstentionReason, Evidence, EvidenceSource, Ledger
from storyworld.records.observation import Law, Observation, ObserverAvailability, Verdict
from storyworld.records.quantity import Quantity
from storyworld.records.render import Grounding
from storyworld.records.scenario import Beat

# Fewer samples than this confirm nothing that would reject a goal (design/domain.md).
CONFIRMING: Final = 3
CONTINUITY: Final = "continuity"
"""The constraint that a body stays what its world has established it to be."""
_AGAINST: Final = (Verdict.IMPOSSIBLE, Verdict.CONTRADICTS, Verdict.BLOCKS)
# A vision model is believed at most 4 to 1, however many samples agree (declared policy): two of
# them agree with one another, and with people, far less than their shares say.
_MOST: Final = 0.8


@dataclass(frozen=True)
class Doubts:
    """What stands against a film, in words; empty where nothing does.

    `weightless`: it was made such that how things move on it says nothing, whatever it shows: then
    nothing else here is asked. `void`: it does not show what was stated, so that nothing measured
    on it counts. `broken`: a
    law is measured to be broken in it. `denied`: a vision model says, confirmed by its samples,
    that a law is broken or that what is claimed is not so. `names` are the laws, and the
    constraints on claims, that it is denied by. `apart`: what is measured of a body on it is not
    what its world has established of that body; the gravest, as a finding.
    """

    void: str = ""
    broken: str = ""
    denied: str = ""
    names: tuple[str, ...] = ()
    weightless: str = ""
    apart: Finding | None = None

    @property
    def counts(self) -> bool:
        """Whether what was measured on the film counts for the goal."""
        return not (self.weightless or self.void or self.broken)

    @property
    def mute(self) -> str:
        """Why nothing on the film says anything of the goal; empty where it does."""
        return self.weightless or self.void

    @property
    def words(self) -> str:
        """What stands against it, the gravest first."""
        return self.mute or self.broken or self.denied


_WEIGHTLESS: Final = {
    Grounding.FREE: "the film was made of words alone: it shows what its generator is used to, "
    "not this scenario",
    Grounding.GUIDED: "the film was guided along the simulated motion: it shows how that looks, "
    "not whether it happens",
}


def doubts(
    beat: Beat,
    observations: tuple[Observation, ...],
    findings: tuple[Finding, ...],
    guard: float = DEFAULT_GUARD,
) -> Doubts:
    """Gather what stands against the film of a beat; the order of observations does not matter."""
    weightless = sorted(
        {_WEIGHTLESS[o.grounding] for o in observations if o.grounding in _WEIGHTLESS}
    )
    if weightless:
        return Doubts(weightless=weightless[0])
    premises = {c.constraint_id: c for c in beat.constraints if c.kind is ConstraintKind.PREMISE}
    unlike = [
        f"{premises[f.constraint_id].statement.rstrip('.')}, but {f.because.split(',')[0]}"
        for f in findings
        if f.constraint_id in premises and f.status is FindingStatus.VIOLATED
    ]
    unasked = sorted(
        {
            abstention.detail
            for o in observations
            for abstention in o.abstentions
            if abstention.reason is AbstentionReason.INCONSISTENT_PREMISE
        }
    )
    measured = [v for o in observations if not o.by_model for v in o.violations]
    against = [o for o in observations if o.by_model and _confirmed(beat, o)]
    laws = {v.law for v in measured} | {v.law for o in against for v in o.violations}
    names: list[str] = [law for law in Law if law in laws]
    if any(o.verdict is not Verdict.IMPOSSIBLE for o in against):
        names += _denied_constraints(beat, against)
    seen = sorted(
        f"{_plain(v.law)} ({v.subject or 'a body'}, frames {v.frames.first} to {v.frames.last})"
        for v in measured
    )
    said = sorted(f"{o.observer.name} says {o.verdict}" for o in against)
    return Doubts(
        void=_void(unlike, unasked),
        broken=f"the film shows a law broken: {', '.join(seen[:3])}" if seen else "",
        denied=f"of the film {', '.join(said)}" if said else "",
        names=tuple(dict.fromkeys(names)),
        apart=_apart(observations, guard),
    )


def _apart(observations: tuple[Observation, ...], guard: float) -> Finding | None:
    """Give the gravest contradiction with what the world has established, beyond the guard."""
    against = [
        c for o in observations if not o.by_model for c in o.contradictions if c.sigma > guard
    ]
    if not against:
        return None
    worst = max(against, key=lambda c: (c.sigma, c.evidence_id, c.fact.evidence_id))
    known, seen, frames = worst.fact, worst.seen, worst.frames
    off = abs(seen.value - known.quantity.value)
    where = f", frames {frames.first} to {frames.last}" if frames is not None else ""
    return Finding(
        constraint_id=CONTINUITY,
        source=EvidenceSource.MEASUREMENT,
        status=FindingStatus.VIOLATED,
        margin=Quantity(value=-off, unit=seen.unit, uncertainty=off / worst.sigma),
        evidence_ids=(known.evidence_id, worst.evidence_id),
        because=(
            f"{known.observation_id} established that {_plain(known.attribute)} is "
            f"{known.quantity}; the film shows {seen} ({worst.evidence_id}{where})"
        ),
    )


def _void(unlike: list[str], unasked: list[str]) -> str:
    if unlike:
        return f"the film does not show what was stated: {'; '.join(unlike[:3])}"
    return f"the film is not the one that was asked for: {unasked[0]}" if unasked else ""


def told(beat: Beat, evidence: Ledger, film: Doubts) -> float | None:
    """Give what vision models make it worth that all claims hold; None where they tell nothing.

    The worst of the checks that bear on the claims counts; believed at most 4 to 1.
    """
    if film.weightless:
        return None
    if film.denied:
        return 1.0 - _MOST
    shares = []
    for check in beat.checks:
        expected = check.expected(beat.claims)
        item = evidence.named(check.name, EvidenceSource.VISION_MODEL)
        if expected is not None and item is not None:
            share = item.quantity.value
            shares.append(share if expected else 1.0 - share)
    return min(max(min(shares), 1.0 - _MOST), _MOST) if shares else None


def _confirmed(beat: Beat, seen: Observation) -> bool:
    """Whether a model's word against a film is confirmed: by three samples, with frames cited."""
    told = seen.availability is ObserverAvailability.SUCCESS and seen.verdict in _AGAINST
    cited = bool(seen.violations) or any(_denied(beat, item) for item in seen.evidence)
    return told and seen.samples >= CONFIRMING and cited


def _denied(beat: Beat, item: Evidence) -> bool:
    """Whether a piece of evidence tells a check that bears on the claims the other way round."""
    check = next((c for c in beat.checks if c.name == item.name), None)
    expected = check.expected(beat.claims) if check is not None else None
    contrary = expected is not None and (item.quantity.value > 0.5) is not expected
    return contrary and item.frames is not None


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _denied_constraints(beat: Beat, against: list[Observation]) -> list[str]:
    """Name the constraints on the claims that checks speak of which a model denies."""
    denied: set[str] = set()
    for check in beat.checks:
        told = (e for o in against for e in o.evidence if e.name == check.name)
        if any(_denied(beat, item) for item in told):
            denied |= {*check.shows, *check.denies}
    return [c.constraint_id for c in beat.constraints if c.required and c.claim in denied]
