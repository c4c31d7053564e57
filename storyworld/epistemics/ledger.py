"""The ledger: all evidence there is for a beat, and the required names that are missing."""

import math

from storyworld.epistemics.given import given
from storyworld.records.constraint import Constraint
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    Ledger,
)
from storyworld.records.observation import Observation, ObserverAvailability
from storyworld.records.scenario import Beat

_SURE = 3.0


def required(constraints: tuple[Constraint, ...], source: EvidenceSource) -> tuple[str, ...]:
    """Give the names of evidence that required constraints ask of a kind of witness.

    Those over time ask for a series, which is no piece of evidence.
    """
    names = (
        c.quantity
        for c in constraints
        if c.required and c.quantity is not None and source in c.admits and c.over is None
    )
    return tuple(dict.fromkeys(names))


def build(beat: Beat, observations: tuple[Observation, ...]) -> Ledger:
    """Gather what the goal gives, the solver's evidence and the observers', and what is missing.

    The order of observations does not matter: where two give the same name from the same kind
    of source, the one with the smaller uncertainty stands (ties: the smaller id). Where their
    values differ by more than three standard uncertainties none stands.
    """
    best: dict[tuple[str, EvidenceSource], Evidence] = {}
    seen = (item for observation in observations for item in observation.evidence)
    stated = (*given(beat.scenario), *beat.prediction.evidence, *seen)
    for item in stated:
        key = (item.name, item.source)
        if key not in best or _rank(item) < _rank(best[key]):
            best[key] = item
    torn = {
        (item.name, item.source) for item in stated if _apart(item, best[item.name, item.source])
    }
    evidence = tuple(best[key] for key in sorted(best) if key not in torn)
    missing = [
        Abstention(
            name=parameter.name,
            reason=AbstentionReason.PARAMETER_NOT_GIVEN,
            detail=parameter.because,
        )
        for parameter in beat.scenario.missing
    ]
    for name in required(beat.constraints, EvidenceSource.MEASUREMENT):
        key = name, EvidenceSource.MEASUREMENT
        if key in torn:
            detail = "two observers measure it differently"
            reason = AbstentionReason.NOT_MEASURABLE
            missing.append(Abstention(name=name, reason=reason, detail=detail))
        elif key not in best:
            missing.append(_absent(name, observations))
    return Ledger(evidence=evidence, missing=tuple(missing))


def _apart(item: Evidence, best: Evidence) -> bool:
    """Whether two measurements of one quantity contradict each other."""
    one, other = item.quantity, best.quantity
    if item.source is not EvidenceSource.MEASUREMENT or one.unit is not other.unit:
        return False
    return abs(one.value - other.value) > _SURE * math.hypot(one.uncertainty, other.uncertainty)


def _rank(item: Evidence) -> tuple[float, str]:
    return item.quantity.uncertainty, item.evidence_id


def _absent(name: str, observations: tuple[Observation, ...]) -> Abstention:
    told = sorted(
        (a for observation in observations for a in observation.abstentions if a.name == name),
        key=lambda a: (a.reason, a.detail),
    )
    if told:
        return told[0]
    if not observations:
        return Abstention(name=name, reason=AbstentionReason.NO_FILM, detail="nothing was filmed")
    if all(o.availability is ObserverAvailability.UNAVAILABLE for o in observations):
        reason, detail = AbstentionReason.OBSERVER_UNAVAILABLE, "no observer could be asked"
    else:
        reason, detail = AbstentionReason.NOT_MEASURABLE, "no observer answered"
    return Abstention(name=name, reason=reason, detail=detail)
