"""Judging: ledger + constraints -> judgement. Pure: on stored rows it gives the same bytes again.

The state is chosen by the tables of :mod:`storyworld.epistemics.rulings`, and nowhere else.
"""

from enum import StrEnum

from storyworld.epistemics import confidence, ledger
from storyworld.epistemics.claims import MEASUREMENT, SOLVER, Claim, claims_of
from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.epistemics.doubts import Doubts, doubts, told
from storyworld.epistemics.finding import coverage, find, with_gaps
from storyworld.epistemics.rulings import Ruling, rule
from storyworld.records.constraint import (
    Comparison,
    ConstraintKind,
    Finding,
    FindingStatus,
)
from storyworld.records.evidence import Ledger
from storyworld.records.goal import RiskProfile
from storyworld.records.observation import Law, Observation, ObserverAvailability
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Confidence, Conflict, EpistemicState, Judgement

RULES_VERSION = "2026.11-5"


class Discovered(StrEnum):
    """Constraints discovered about the run rather than about the world."""

    OBSERVER_UNAVAILABLE = "observer_unavailable"
    OBSERVER_WITHOUT_EVIDENCE = "observer_without_evidence"
    RENDER_UNFAITHFUL = "render_unfaithful"
    INCONSISTENT_PREMISE = "inconsistent_premise"
    FILM_WITHOUT_WEIGHT = "film_without_weight"
    OBSERVERS_DISAGREE = "observers_disagree"


def guard_of(risk: RiskProfile) -> float:
    """Give the guard factor of a risk profile: a low appetite for risk asks for k = 3."""
    return 3.0 if risk is RiskProfile.LOW else DEFAULT_GUARD


def judge(
    beat: Beat, observations: tuple[Observation, ...], *, guard: float = DEFAULT_GUARD
) -> Judgement:
    """Weigh all there is for a beat.

    Parameters
    ----------
    beat
        Scenario, constraints and the solver's prediction.
    observations
        What every observer asked said; their order does not matter.
    guard
        Guard factor k: how many standard uncertainties a margin must clear.
    """
    evidence = ledger.build(beat, observations)
    evidence = with_gaps(evidence, beat.constraints, observations, guard)
    findings = find(beat.constraints, evidence, observations, guard)
    film = doubts(beat, observations, findings, guard)
    claims = claims_of(beat.constraints, findings, film)
    ruling = rule(beat, claims, film)
    conflicts = tuple(
        Conflict(
            claim=c.name,
            findings=c.findings,
            words=f"solver: {c.solver}, measurement: {c.measurement}",
        )
        for c in claims
        if c.conflicting
    )
    decided = ruling.state in (EpistemicState.ACCEPTED, EpistemicState.REJECTED)
    return Judgement(
        rules_version=RULES_VERSION,
        state=ruling.state,
        ledger=evidence,
        constraints=beat.constraints,
        findings=findings,
        conflicts=conflicts,
        confidence=_confidence(beat, evidence, claims, film, ruling) if decided else None,
        constraints_discovered=_discovered(observations, claims, findings, film, ruling),
        missing_evidence=evidence.missing,
        suggested_alternatives=beat.prediction.alternatives,
        forbidden_by_physics=ruling.forbidden,
        because=ruling.because,
    )


def _confidence(
    beat: Beat, evidence: Ledger, claims: tuple[Claim, ...], film: Doubts, ruling: Ruling
) -> Confidence:
    every = [f for c in claims for f in c.findings]
    holds = ruling.state is EpistemicState.ACCEPTED
    goals = claims if holds else _behind(claims)
    alone = ruling.rests_on
    findings = [alone] if alone else [f for c in goals for f in c.findings]
    return confidence.derive(
        solver=tuple(f for f in findings if f.source is SOLVER),
        measurement=tuple(f for f in findings if f.source is MEASUREMENT and film.counts),
        vision=None if alone else told(beat, evidence, film),
        breach=bool(film.broken),
        holds=holds,
        coverage=coverage(beat.constraints, evidence, every) if film.counts else 0.0,
        hold_s=_hold_s(beat, evidence, film) if holds else None,
    )


def _hold_s(beat: Beat, evidence: Ledger, film: Doubts) -> float | None:
    """Give how long an end state held; as long as asked where nobody measured it, None unasked.

    How long something stood that was to fall is no hold.
    """
    asked = [
        c.threshold.value
        for c in beat.constraints
        if c.required and c.quantity == "hold_time" and c.threshold is not None
        if c.comparison is Comparison.AT_LEAST
    ]
    held = evidence.named("hold_time", MEASUREMENT) if asked and film.counts else None
    return held.quantity.value if held else min(asked, default=None)


def _behind(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Give the claims that a rejection rests on: those found broken, or else those asked for."""
    broken = FindingStatus.VIOLATED
    found = tuple(c for c in claims if broken in (c.solver, c.measurement))
    return found or tuple(c for c in claims if c.kind is ConstraintKind.GOAL)


def _disputed(claim: Claim, film: Doubts) -> bool:
    """Whether a claim that the film is denied by, or any if by a law, is measured to hold."""
    about = {*Law, *(f.constraint_id for f in claim.findings)}
    denied = not film.names or not about.isdisjoint(film.names)
    return denied and claim.measurement is FindingStatus.SATISFIED


def _discovered(
    observations: tuple[Observation, ...],
    claims: tuple[Claim, ...],
    findings: tuple[Finding, ...],
    film: Doubts,
    ruling: Ruling,
) -> tuple[str, ...]:
    names: list[str] = []
    if ruling.state is EpistemicState.REJECTED:
        counted = {f.constraint_id for c in claims for f in c.findings}
        names += [
            f.constraint_id
            for f in findings
            if f.status is FindingStatus.VIOLATED
            and f.constraint_id in counted
            and (f.source is not MEASUREMENT or film.counts)
        ]
    names += film.names
    if ruling.rests_on is not None:
        names.append(ruling.rests_on.constraint_id)
    if film.void:
        names.append(Discovered.INCONSISTENT_PREMISE)
    if film.weightless:
        names.append(Discovered.FILM_WITHOUT_WEIGHT)
    if film.void or film.broken or any(c.conflicting for c in claims):
        names.append(Discovered.RENDER_UNFAITHFUL)
    if film.denied and any(_disputed(c, film) for c in claims):
        names.append(Discovered.OBSERVERS_DISAGREE)
    unmeasured = any(c.measurement is FindingStatus.UNEVALUABLE for c in claims)
    if observations and all(
        o.availability in (ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED)
        for o in observations
    ):
        names.append(Discovered.OBSERVER_UNAVAILABLE)
    elif observations and unmeasured and not film.mute:
        names.append(Discovered.OBSERVER_WITHOUT_EVIDENCE)
    return tuple(dict.fromkeys(names))
