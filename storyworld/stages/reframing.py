"""Another attempt at a beat: what is changed about its film, chosen for what was missing. Pure.

Every fault of the last film pulls the first lever that really changes the camera (or the seed, or
the backend) and undoes none that was pulled before. No film is asked for twice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from storyworld.epistemics.judging import Discovered
from storyworld.records.episode import Attempt, NoReframing, Reframing
from storyworld.records.evidence import AbstentionReason
from storyworld.records.frozen import Record
from storyworld.records.goal import Backend, CostPolicy, RiskProfile
from storyworld.records.scenario import Beat, Framing, Shot
from storyworld.records.verdict import Judgement
from storyworld.stages.levers import OF_EVIDENCE, OF_THE_FILM, TURNS, Lever, Remedy

ATTEMPTS: Final = {RiskProfile.LOW: 1, RiskProfile.MEDIUM: 2, RiskProfile.HIGH: 4}
"""How many framings each risk profile may try."""

_SEEDS_EACH: Final = 2
"""After so many films of one backend another is asked before it gets a further seed."""
_SEEDS: Final = 2**31


class Maker(Record):
    """Who can be asked for a film, and of what kind its films are.

    Whether they weigh, whether another seed makes another film, and how many of their first frames
    are given to it.
    """

    backend: Backend
    weighs: bool = True
    seeded: bool = True
    imposed_frames: int = 0


@dataclass(frozen=True)
class Means:
    """What another attempt may be made with.

    `makers` are the one that filmed last and those that may follow it, in order. `price_usd` is
    None where nobody can say. `beats_to_come` need films, too.
    """

    makers: tuple[Maker, ...]
    shot_of: Callable[[Framing, Backend], Shot]
    price_usd: Callable[[Backend, Shot], float | None]
    left_usd: float
    risk: RiskProfile
    policy: CostPolicy
    beats_to_come: int = 0


@dataclass(frozen=True)
class _Fault:
    """What was wrong with the last film, and with which evidence."""

    remedy: Remedy
    names: tuple[str, ...] = ()
    imposed: bool = False

    @property
    def words(self) -> str:
        return self.remedy.words.format(names=" and ".join(n.replace("_", " ") for n in self.names))


@dataclass(frozen=True)
class _Draft:
    """A film that could be asked for, the levers pulled for it, and the faults that pulled them."""

    maker: Maker
    framing: Framing
    seed: int
    shot: Shot
    pulled: tuple[Lever, ...] = ()
    answered: tuple[_Fault, ...] = ()


def choose(
    beat: Beat, judgement: Judgement, tries: tuple[Attempt, ...], means: Means
) -> Reframing | NoReframing:
    """Say how the next attempt at a beat is filmed, or why no other film would help.

    Parameters
    ----------
    beat
        What was filmed.
    judgement
        That of the last attempt: its missing evidence and what was discovered are answered.
    tries
        All attempts at the beat, in order; at least one.
    means
        Who can be asked for a film, at what price, and what is left.
    """
    faults = tuple(_faults(judgement))
    if not (beat.answerable and faults):
        return NoReframing(because="no film shows what is missing")
    mendable = tuple(f for f in faults if f.remedy.levers)
    if not mendable:
        words = ", ".join(f.words for f in faults)
        return NoReframing(because=f"another film does not help where {words}")
    most = ATTEMPTS[means.risk]
    if len(tries) >= most:
        allowed = "1 attempt" if most == 1 else f"{most} attempts"
        return NoReframing(because=f"the risk profile {means.risk} allows {allowed}")
    drafts = [d for m in means.makers if (d := _drafted(m, mendable, tries, means)) is not None]
    barred = [_too_dear(draft, tries[-1], means) for draft in drafts]
    open_to_us = [d for d, why in zip(drafts, barred, strict=True) if why is None]
    if not open_to_us:
        because = next((why for why in barred if why is not None), _nothing_left(mendable))
        return NoReframing(because=because)
    best = min(open_to_us, key=lambda d: (_worn(d, tries), -len(d.answered)))
    return Reframing(
        framing=best.framing,
        backend=best.maker.backend,
        seed=best.seed,
        because=_words(best, tries[-1]),
    )


def _faults(judgement: Judgement) -> Iterator[_Fault]:
    """Give what was wrong, in the order of the table; of a film without weight nothing else."""
    discovered = {*judgement.constraints_discovered}
    if Discovered.INCONSISTENT_PREMISE in discovered:
        discovered -= {Discovered.RENDER_UNFAITHFUL}  # which then says the same once more
    for what, remedy in OF_THE_FILM.items():
        if what in discovered:
            yield _Fault(remedy)
        if what in discovered and what is Discovered.FILM_WITHOUT_WEIGHT:
            return
    for reason, remedy in OF_EVIDENCE.items():
        names = tuple(m.name for m in judgement.missing_evidence if m.reason is reason)
        if names:
            yield _Fault(remedy, names, imposed=reason is AbstentionReason.FRAMES_IMPOSED)


# ---- one maker -----------------------------------------------------------------------------------


def _drafted(
    maker: Maker, faults: tuple[_Fault, ...], tries: tuple[Attempt, ...], means: Means
) -> _Draft | None:
    """Give the film to be asked of one maker; None if it mends nothing or was made before."""
    last = tries[-1]
    anew = maker.backend is not last.backend
    if anew and not maker.weighs:
        return None
    shot = means.shot_of(last.framing, maker.backend) if anew else last.shot
    draft = _Draft(maker, last.framing, last.seed, shot)
    for fault in faults:
        draft = _answering(fault, draft, tries, means)
    if not draft.answered:
        return None
    asked_before = {(t.backend, t.seed, t.shot.digest()) for t in tries}
    again = (draft.maker.backend, draft.seed, draft.shot.digest()) in asked_before
    return None if again else draft


def _answering(fault: _Fault, draft: _Draft, tries: tuple[Attempt, ...], means: Means) -> _Draft:
    """Pull the first lever that helps against a fault; leave the draft as it is if none does."""
    for lever in fault.remedy.levers:
        pulled = _pull(lever, fault, draft, tries, means)
        if pulled is not None:
            return replace(
                pulled,
                pulled=tuple(dict.fromkeys((*draft.pulled, lever))),
                answered=(*draft.answered, fault),
            )
    return draft


def _pull(
    lever: Lever, fault: _Fault, draft: _Draft, tries: tuple[Attempt, ...], means: Means
) -> _Draft | None:
    """Give what a lever makes of a draft; None if it changes nothing, or undoes another."""
    last = tries[-1]
    anew = draft.maker.backend is not last.backend
    match lever:
        case Lever.OTHER_BACKEND:
            mends = anew and (
                not fault.imposed or draft.maker.imposed_frames < _imposed(last.backend, means)
            )
            return draft if mends else None
        case Lever.OTHER_SEED | Lever.ANEW:
            if anew or not (draft.maker.seeded or lever is Lever.ANEW):
                return None
            return replace(draft, seed=_next_seed(tries))
        case _:
            return _turned(lever, draft, last, means)


def _turned(lever: Lever, draft: _Draft, last: Attempt, means: Means) -> _Draft | None:
    before, turn = last.shot.camera, TURNS[lever]
    if turn.comes(before, draft.shot.camera):  # as another maker films, or for another fault
        return draft
    framing = turn.asks(draft.framing, draft.shot.camera)
    shot = means.shot_of(framing, draft.maker.backend)
    kept = (lever, *(pulled for pulled in draft.pulled if pulled in TURNS))
    if all(TURNS[k].comes(before, shot.camera) for k in kept):
        return replace(draft, framing=framing, shot=shot)
    return None


def _imposed(backend: Backend, means: Means) -> int:
    return max((m.imposed_frames for m in means.makers if m.backend is backend), default=0)


def _next_seed(tries: tuple[Attempt, ...]) -> int:
    taken, seed = {t.seed for t in tries}, tries[-1].seed
    while seed in taken:
        seed = (seed + 1) % _SEEDS
    return seed


def _worn(draft: _Draft, tries: tuple[Attempt, ...]) -> bool:
    """Whether a maker had its seeds, and would only get one more."""
    made = sum(t.backend is draft.maker.backend for t in tries)
    return made >= _SEEDS_EACH and draft.seed != tries[-1].seed


# ---- what it costs -------------------------------------------------------------------------------


def _too_dear(draft: _Draft, last: Attempt, means: Means) -> str | None:
    """Say what about its price speaks against a film; None if nothing does.

    A frugal policy buys nothing again and takes no dearer backend; a balanced one sees to it that
    what is left pays for a film of each beat to come, too.
    """
    backend, policy = draft.maker.backend, means.policy
    price = means.price_usd(backend, draft.shot)
    if price is None:
        return f"nobody can say what a film of {backend} costs"
    if policy is CostPolicy.FRUGAL:
        if backend.bought:
            return f"the cost policy {policy} buys no film again"
        before = means.price_usd(last.backend, last.shot)
        if backend is not last.backend and before is not None and price > before:
            return f"a film of {backend} costs more, and the cost policy is {policy}"
    films = 1 + (means.beats_to_come if policy is CostPolicy.BALANCED else 0)
    if price > 0 and films * price > means.left_usd:
        if means.left_usd <= 0:
            return "the budget is spent"
        to_come = f", with {films - 1} more to come" if films > 1 else ""
        return (
            f"a film of {backend} costs {price:.2f} USD{to_come}, "
            f"and {means.left_usd:.2f} are left of the budget"
        )
    return None


# ---- in words ------------------------------------------------------------------------------------


def _words(draft: _Draft, last: Attempt) -> str:
    """Say what is changed for what: "fall time had too few samples: filmed again at 60 Hz ..."."""
    changes = [
        TURNS[lever].words(last.shot.camera, draft.shot.camera)
        for lever in draft.pulled
        if lever in TURNS
    ]
    if draft.maker.backend is not last.backend:
        changes.append(f"by {draft.maker.backend} instead of {last.backend}")
    if draft.seed != last.seed:
        changes.append("by another seed")
    faults = "; ".join(f.words for f in draft.answered)
    return f"{faults}: filmed again {', '.join(changes)}"


def _nothing_left(faults: tuple[_Fault, ...]) -> str:
    if all(f.remedy.levers == (Lever.OTHER_BACKEND,) for f in faults):
        return f"{faults[0].words}, and no other backend is configured that would make it otherwise"
    return "nothing else can be changed: rate, size, length and distance are at their limits"
