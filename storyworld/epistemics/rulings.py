"""The tables of rules: which state follows from what is said of the claims, and of the film.

Each is a sequence of rulings in the order of ``docs/judging.md``; the first that applies stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyworld.epistemics.claims import Claim
from storyworld.epistemics.doubts import Doubts
from storyworld.records.constraint import Finding, FindingStatus
from storyworld.records.goal import ObserverImpact
from storyworld.records.scenario import Beat
from storyworld.records.verdict import EpistemicState


@dataclass(frozen=True)
class Ruling:
    """What is decided and why; `rests_on` is the one finding it rests on, if not on the claims."""

    state: EpistemicState
    because: str
    forbidden: bool = False
    rests_on: Finding | None = None


def rule(beat: Beat, claims: tuple[Claim, ...], film: Doubts) -> Ruling:
    """Choose the state: by what is missing or not asked, else by the table of the goal's kind."""
    broken = any(c.solver is FindingStatus.VIOLATED for c in claims)
    missing = ", ".join(m.name.replace("_", " ") for m in beat.scenario.missing)
    if missing and not broken:
        return Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, f"not given, and it decides: {missing}"
        )
    if not claims:
        return Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, "the goal has no required constraint to test"
        )
    intent = beat.scenario.intent
    blocking = intent.impact is ObserverImpact.BLOCKING
    rulings = _perceptual if intent.requires_visual_verification else _closed_form
    return next(rulings(claims, film, blocking=blocking))


def _quoted(claims: tuple[Claim, ...], test: Callable[[Claim], bool]) -> str:
    """Quote what the claims that pass a test state; empty if none does."""
    return ", ".join(f"“{c.statement}”" for c in claims if test(c))


def _closed_form(claims: tuple[Claim, ...], film: Doubts, *, blocking: bool) -> Iterator[Ruling]:
    """Give the rulings that apply where the solver decides; the first of them stands.

    An observer may confirm, doubt or be away: it never blocks, unless the goal asks that nothing
    be accepted unseen. A claim the solver cannot speak to is decided by measurement.
    """
    if broken := _quoted(claims, lambda c: c.solver is FindingStatus.VIOLATED):
        yield _forbidden(broken)
    disputed = _quoted(claims, lambda c: c.conflicting)
    if film.apart and film.counts and not disputed:
        yield _discontinuous(film.apart)
    if unsolved := _quoted(claims, lambda c: c.decider in (None, FindingStatus.UNEVALUABLE)):
        why = f": {film.mute}" if film.mute else ""
        yield Ruling(EpistemicState.EPISTEMICALLY_INCOMPLETE, f"nothing decides {unsolved}{why}")
    if seen := _quoted(claims, lambda c: c.decider is FindingStatus.VIOLATED):
        yield Ruling(EpistemicState.REJECTED, f"the film shows that {seen} does not hold")
    if film.words and (alone := _quoted(claims, lambda c: c.solver is None)):
        yield _by_film_alone(film, alone)
    if close := _quoted(claims, lambda c: c.decider is FindingStatus.UNDECIDED):
        yield Ruling(
            EpistemicState.UNCERTAIN_TERMINATION,
            f"{close} is too close to call: the limit lies within the uncertainty",
        )
    if blocking and (unseen := _quoted(claims, lambda c: _unseen(c) or not film.counts)):
        yield Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE,
            f"the solver finds that it holds, and the film gives no evidence about {unseen}",
        )
    if disputed:
        yield Ruling(
            EpistemicState.ACCEPTED,
            f"the solver's finding stands; the film does not show {disputed}: it is unfaithful",
        )
    if film.words:
        yield Ruling(EpistemicState.ACCEPTED, f"the solver's finding stands; {film.words}")
    if not _quoted(claims, lambda c: c.measurement is not FindingStatus.SATISFIED):
        yield Ruling(EpistemicState.ACCEPTED, "solver and film agree that it holds")
    yield Ruling(EpistemicState.ACCEPTED, "the solver alone shows that it holds")


def _by_film_alone(film: Doubts, claims: str) -> Ruling:
    """Rule where something stands against a film that alone could show these claims."""
    if film.broken:
        return Ruling(EpistemicState.REJECTED, film.broken)
    words = f"{film.words}; measurement alone says otherwise of {claims}"
    return Ruling(EpistemicState.UNCERTAIN_TERMINATION, words)


def _forbidden(broken: str) -> Ruling:
    because = f"physics forbids it: {broken} does not hold"
    return Ruling(EpistemicState.REJECTED, because, forbidden=True)


def _discontinuous(apart: Finding) -> Ruling:
    because = f"the film contradicts what the world has established: {apart.because}"
    return Ruling(EpistemicState.REJECTED, because, rests_on=apart)


def _against(words: str, *, agreed: bool, by: str) -> Ruling:
    """Rule where something speaks against a film: a conflict where another kind affirms it all."""
    if agreed:
        state, because = EpistemicState.UNCERTAIN_TERMINATION, f"{words}, and {by} says otherwise"
        return Ruling(state, because)
    return Ruling(EpistemicState.REJECTED, words)


def _all(claims: tuple[Claim, ...], test: Callable[[Claim], bool]) -> bool:
    return bool(claims) and all(test(c) for c in claims)


def _unseen(claim: Claim) -> bool:
    return claim.measurement in (None, FindingStatus.UNEVALUABLE)


def _perceptual(claims: tuple[Claim, ...], film: Doubts, *, blocking: bool) -> Iterator[Ruling]:
    """Give the rulings that apply where the film has to be seen; the first of them stands.

    Of a film that does not count, void or broken, nothing measured does; who else affirms every
    claim makes a conflict of what speaks against it. Where the observer only weighs on confidence,
    a claim nobody saw rests on the solver.
    """
    broken = _quoted(claims, lambda c: c.solver is FindingStatus.VIOLATED)
    if broken and not film.counts:
        yield _forbidden(broken)
    if film.mute:
        yield Ruling(EpistemicState.EPISTEMICALLY_INCOMPLETE, film.mute)
    solved = FindingStatus.SATISFIED
    if film.broken:
        yield _against(film.broken, agreed=_all(claims, lambda c: c.solver is solved), by="solver")
    if disputed := _quoted(claims, lambda c: c.conflicting):
        yield Ruling(
            EpistemicState.UNCERTAIN_TERMINATION,
            f"solver and film contradict each other about {disputed}",
        )
    if broken:
        yield _forbidden(broken)
    if film.apart:
        yield _discontinuous(film.apart)
    if seen := _quoted(claims, lambda c: c.measurement is FindingStatus.VIOLATED):
        yield Ruling(EpistemicState.REJECTED, f"the film shows that {seen} does not hold")
    if film.denied:
        measured = _all(claims, lambda c: c.measurement is solved)
        agreed = measured or _all(claims, lambda c: c.solver is solved)
        yield _against(film.denied, agreed=agreed, by="measurement" if measured else "solver")
    if unseen := _quoted(claims, lambda c: _unseen(c) and (blocking or c.solver is not solved)):
        yield Ruling(
            EpistemicState.EPISTEMICALLY_INCOMPLETE, f"the film gives no evidence about {unseen}"
        )
    if _quoted(claims, lambda c: FindingStatus.UNDECIDED in (c.solver, c.measurement)):
        yield Ruling(
            EpistemicState.UNCERTAIN_TERMINATION, "the evidence is complete and still undecided"
        )
    if alone := _quoted(claims, _unseen):
        yield Ruling(EpistemicState.ACCEPTED, f"the solver alone shows {alone}; nobody saw it")
    yield Ruling(EpistemicState.ACCEPTED, "the film shows that it holds")
