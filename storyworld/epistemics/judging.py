"""Judging: ledger + constraints -> judgement. Pure; the only place that chooses a state.

The table of rules is in ``docs/judging.md``. Replaying it on stored rows gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from storyworld.epistemics import confidence, ledger
from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.epistemics.doubts import Doubts, doubts, told
from storyworld.epistemics.finding import coverage, find, with_gaps
from storyworld.records.constraint import (
    Comparison,
    Constraint,
    ConstraintKind,
    Finding,
    FindingStatus,
)
from storyworld.records.evidence import EvidenceSource, Ledger
from storyworld.records.goal import ObserverImpact, RiskProfile
from storyworld.records.observation import Law, Observation, ObserverAvailability
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Confidence, Conflict, EpistemicState, Judgement

RULES_VERSION = "2026.11-5"

SOLVER, MEASUREMENT = EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT


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


@dataclass(frozen=True)
class _Claim:
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


def _claims(
    constraints: tuple[Constraint, ...], findings: tuple[Finding, ...], film: Doubts
) -> tuple[_Claim, ...]:
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
            _Claim(
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


@dataclass(frozen=True)
class _Ruling:
    """What is decided and why; `rests_on` is the one finding it rests on, if not on the claims."""

    state: EpistemicState
    because: str
    forbidden: bool = False
    rests_on: Finding | None = None


def _names(claims: tuple[_Claim, ...], test: Callable[[_Claim], bool]) -> str:
    """Quote what the claims that pass a test state; empty if none does."""
    return ", ".join(f"“{c.statement}”" for c in claims if test(c))


def _closed_form(claims: tuple[_Claim, ...], film: Doubts, *, blocking: bool) -> Iterator[_Ruling]:
    """Give the rulings that apply where the solver decides; the first of them stands.

    An observer may confirm, doubt or be away: it never blocks, unless the goal asks that nothing
    be accepted unseen. A claim the solver cannot speak to is decided by measurement.
    """
    if broken := _names(claims, lambda c: c.solver is FindingStatus.VIOLATED):
        yield _forbidden(broken)
    disputed = _names(claims, lambda c: c.conflicting)
    if film.apart and film.counts and not disputed:
        yield _discontinuous(film.apart)
    if unsolved := _names(claims, lambda c: c.decider in (None, FindingStatus.UNEVALUABLE)):
        why = f": {film.mute}" if film.mute else ""
        yield _Ruling(EpistemicState.EPISTEMICALLY_INCOMPLETE, f"nothing decides {unsolved}{why}")
    if seen := _names(claims, lambda c: c.decider is FindingStatus.VIOLATED):
        yield _Ruling(EpistemicState.REJECTED, f"the film shows that {seen} does not hold")
    if film.words and (alone := _names(claims, lambda c: c.solver is None)):
        yield _by_film_alone(film, alone)
    if close := _names(claims, lambda c: c.decider is FindingStatus.UNDECIDED):
        yield _Ruling(
            EpistemicState.UNCERTAIN_TERMINATION,
            f"{close} is too close to call: the limit lies within the uncertainty",
        )
    if blocking and (unseen := _names(claims, lambda c: _unseen(c) or not film.counts)):
        yield _Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE,
            f"the solver finds that it holds, and the film gives no evidence about {unseen}",
        )
    if disputed:
        yield _Ruling(
            EpistemicState.ACCEPTED,
            f"the solver's finding stands; the film does not show {disputed}: it is unfaithful",
        )
    if film.words:
        yield _Ruling(EpistemicState.ACCEPTED, f"the solver's finding stands; {film.words}")
    if not _names(claims, lambda c: c.measurement is not FindingStatus.SATISFIED):
        yield _Ruling(EpistemicState.ACCEPTED, "solver and film agree that it holds")
    yield _Ruling(EpistemicState.ACCEPTED, "the solver alone shows that it holds")


def _by_film_alone(film: Doubts, claims: str) -> _Ruling:
    """Rule where something stands against a film that alone could show these claims."""
    if film.broken:
        return _Ruling(EpistemicState.REJECTED, film.broken)
    words = f"{film.words}; measurement alone says otherwise of {claims}"
    return _Ruling(EpistemicState.UNCERTAIN_TERMINATION, words)


def _forbidden(broken: str) -> _Ruling:
    because = f"physics forbids it: {broken} does not hold"
    return _Ruling(EpistemicState.REJECTED, because, forbidden=True)


def _discontinuous(apart: Finding) -> _Ruling:
    because = f"the film contradicts what the world has established: {apart.because}"
    return _Ruling(EpistemicState.REJECTED, because, rests_on=apart)


def _against(words: str, *, agreed: bool, by: str) -> _Ruling:
    """Rule where something speaks against a film: a conflict where another kind affirms it all."""
    if agreed:
        state, because = EpistemicState.UNCERTAIN_TERMINATION, f"{words}, and {by} says otherwise"
        return _Ruling(state, because)
    return _Ruling(EpistemicState.REJECTED, words)


def _all(claims: tuple[_Claim, ...], test: Callable[[_Claim], bool]) -> bool:
    return bool(claims) and all(test(c) for c in claims)


def _unseen(claim: _Claim) -> bool:
    return claim.measurement in (None, FindingStatus.UNEVALUABLE)


def _perceptual(claims: tuple[_Claim, ...], film: Doubts, *, blocking: bool) -> Iterator[_Ruling]:
    """Give the rulings that apply where the film has to be seen; the first of them stands.

    Of a film that does not count, void or broken, nothing measured does; who else affirms every
    claim makes a conflict of what speaks against it. Where the observer only weighs on confidence,
    a claim nobody saw rests on the solver.
    """
    broken = _names(claims, lambda c: c.solver is FindingStatus.VIOLATED)
    if broken and not film.counts:
        yield _forbidden(broken)
    if film.mute:
        yield _Ruling(EpistemicState.EPISTEMICALLY_INCOMPLETE, film.mute)
    solved = FindingStatus.SATISFIED
    if film.broken:
        yield _against(film.broken, agreed=_all(claims, lambda c: c.solver is solved), by="solver")
    if disputed := _names(claims, lambda c: c.conflicting):
        yield _Ruling(
            EpistemicState.UNCERTAIN_TERMINATION,
            f"solver and film contradict each other about {disputed}",
        )
    if broken:
        yield _forbidden(broken)
    if film.apart:
        yield _discontinuous(film.apart)
    if seen := _names(claims, lambda c: c.measurement is FindingStatus.VIOLATED):
        yield _Ruling(EpistemicState.REJECTED, f"the film shows that {seen} does not hold")
    if film.denied:
        measured = _all(claims, lambda c: c.measurement is solved)
        agreed = measured or _all(claims, lambda c: c.solver is solved)
        yield _against(film.denied, agreed=agreed, by="measurement" if measured else "solver")
    if unseen := _names(claims, lambda c: _unseen(c) and (blocking or c.solver is not solved)):
        yield _Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, f"the film gives no evidence about {unseen}"
        )
    if _names(claims, lambda c: FindingStatus.UNDECIDED in (c.solver, c.measurement)):
        yield _Ruling(
            EpistemicState.UNCERTAIN_TERMINATION, "the evidence is complete and still undecided"
        )
    if alone := _names(claims, _unseen):
        yield _Ruling(EpistemicState.ACCEPTED, f"the solver alone shows {alone}; nobody saw it")
    yield _Ruling(EpistemicState.ACCEPTED, "the film shows that it holds")


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
    claims = _claims(beat.constraints, findings, film)
    ruling = _rule(beat, claims, film)
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


def _rule(beat: Beat, claims: tuple[_Claim, ...], film: Doubts) -> _Ruling:
    broken = any(c.solver is FindingStatus.VIOLATED for c in claims)
    missing = ", ".join(m.name.replace("_", " ") for m in beat.scenario.missing)
    if missing and not broken:
        return _Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, f"not given, and it decides: {missing}"
        )
    if not claims:
        return _Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, "the goal has no required constraint to test"
        )
    intent = beat.scenario.intent
    blocking = intent.impact is ObserverImpact.BLOCKING
    rulings = _perceptual if intent.requires_visual_verification else _closed_form
    return next(rulings(claims, film, blocking=blocking))


def _confidence(
    beat: Beat, evidence: Ledger, claims: tuple[_Claim, ...], film: Doubts, ruling: _Ruling
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


def _behind(claims: tuple[_Claim, ...]) -> tuple[_Claim, ...]:
    """Give the claims that a rejection rests on: those found broken, or else those asked for."""
    broken = FindingStatus.VIOLATED
    found = tuple(c for c in claims if broken in (c.solver, c.measurement))
    return found or tuple(c for c in claims if c.kind is ConstraintKind.GOAL)


def _disputed(claim: _Claim, film: Doubts) -> bool:
    """Whether a claim that the film is denied by, or any if by a law, is measured to hold."""
    about = {*Law, *(f.constraint_id for f in claim.findings)}
    denied = not film.names or not about.isdisjoint(film.names)
    return denied and claim.measurement is FindingStatus.SATISFIED


def _discovered(
    observations: tuple[Observation, ...],
    claims: tuple[_Claim, ...],
    findings: tuple[Finding, ...],
    film: Doubts,
    ruling: _Ruling,
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
