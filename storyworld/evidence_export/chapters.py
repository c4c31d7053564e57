"""An account arranged for reading: by beat and attempt, with what was not seen gathered up."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from storyworld.epistemics.judging import guard_of
from storyworld.evidence_export.chaining import whole
from storyworld.evidence_export.claims import Claim, Piece, claims_of, pieces_of
from storyworld.evidence_export.gauges import Residual, Share, residuals, shares
from storyworld.evidence_export.strips import Strip, strip
from storyworld.evidence_export.wording import mark, usd
from storyworld.records.account import Account, Walked
from storyworld.records.constraint import ConstraintKind
from storyworld.records.episode import RunStatus, run_status
from storyworld.records.evidence import Abstention
from storyworld.records.observation import Observation
from storyworld.records.provenance import Link, known_usd
from storyworld.records.scenario import Alternative, Beat
from storyworld.records.verdict import Confidence, Conflict, Judgement
from storyworld.records.world import WorldNode


@dataclass(frozen=True)
class Attempted:
    """One attempt: its film's strip, how decided each claim is, how far solver and film differ."""

    walk: Walked
    strip: Strip | None
    shares: tuple[Share, ...]
    residuals: tuple[Residual, ...]


@dataclass(frozen=True)
class Unseen:
    """A question that one witness could not answer, in one attempt; `witness` None: nobody."""

    attempt: int | None
    witness: str | None
    abstention: Abstention


@dataclass(frozen=True)
class Chapter:
    """One beat: how it was read, what is claimed, what each attempt's film showed."""

    beat: Beat
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]
    premises: tuple[Claim, ...]
    attempts: tuple[Attempted, ...]
    judgement: Judgement | None

    @property
    def looks(self) -> tuple[tuple[int, Observation], ...]:
        """Every observation of it, with its attempt."""
        return tuple((a.walk.attempt, o) for a in self.attempts for o in a.walk.observations)

    @property
    def unseen(self) -> tuple[Unseen, ...]:
        """What was not seen: by each witness, and what the judgement still missed in the end."""
        said = tuple(
            Unseen(attempt, look.observer.name, abstention)
            for attempt, look in self.looks
            for abstention in look.abstentions
        )
        heard = {u.abstention for u in said}
        missing = self.judgement.missing_evidence if self.judgement else ()
        return (*said, *(Unseen(None, None, a) for a in missing if a not in heard))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where witnesses decide a claim differently, in the judgement that stands."""
        return self.judgement.conflicts if self.judgement else ()

    @property
    def discovered(self) -> tuple[str, ...]:
        """The constraints that this beat ran into."""
        return self.judgement.constraints_discovered if self.judgement else ()

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What would flip the answer."""
        told = self.judgement.suggested_alternatives if self.judgement else ()
        return told or self.beat.prediction.alternatives

    @property
    def speaks_of_gaps(self) -> bool:
        """Whether there is anything to tell of what was not seen."""
        gaps = (self.looks, self.unseen, self.conflicts, self.discovered, self.alternatives)
        return any(gaps) or bool(self.beat.scenario.missing)


@dataclass(frozen=True)
class Reading:
    """An account in the order it is read in."""

    account: Account
    chapters: tuple[Chapter, ...]
    guard: float

    @property
    def status(self) -> RunStatus:
        """How the machinery fared."""
        return run_status(self.account.run.state)

    @property
    def mark(self) -> tuple[str, str, str]:
        """What the episode is known by: its outcome, or that the machinery failed."""
        known_by_status = self.status in (RunStatus.FAILED, RunStatus.QUEUED)
        return mark(self.status if known_by_status else self.account.run.outcome)

    @property
    def running(self) -> bool:
        """Whether more is to come."""
        return not self.account.run.state.terminal

    @property
    def took_s(self) -> float | None:
        """From the request to the end."""
        run = self.account.run
        return (
            None if run.finished_at is None else (run.finished_at - run.created_at).total_seconds()
        )

    @property
    def confidence(self) -> Confidence | None:
        """The derivation of the confidence that the episode ended with, if it is on record."""
        told = (c.judgement.confidence for c in reversed(self.chapters) if c.judgement)
        value = self.account.run.confidence
        return next((c for c in told if c is not None and c.value == value), None)

    @property
    def attempts_made(self) -> int:
        """How many attempts were opened."""
        return sum(walk.filming is not None for walk in self.account.walks)

    @property
    def cost(self) -> str:
        """What it has cost, as far as that is known."""
        entries = tuple(link.entry for link in self.account.links)
        known = sum(known_usd(e.tries) if e.cost_usd is None else e.cost_usd for e in entries)
        if not self.unchained and all(entry.cost_usd is not None for entry in entries):
            return usd(known)
        return f"at least {usd(known)}" if known else usd(None)

    @property
    def unchained(self) -> bool:
        """Whether things were done before provenance was chained: those are not in the account."""
        account = self.account
        done = account.beats or account.vetoed or account.run.state.terminal
        return bool(done) and not whole(account)

    @property
    def rules(self) -> tuple[str, ...]:
        """The versions of the rules it was judged by."""
        told = (w.judgement.rules_version for w in self.account.walks if w.judgement)
        return tuple(dict.fromkeys(told))

    @property
    def linked(self) -> tuple[tuple[Link, str], ...]:
        """The chain of provenance, each link with its digest."""
        return tuple((link, link.digest()) for link in self.account.links)

    @property
    def broken(self) -> str:
        """Where the chain of provenance does not hold; empty where it does."""
        before: str | None = None
        for link, sha in self.linked:
            if link.previous != before:
                return f"link {link.place} does not name the one before it"
            before = sha
        if self.account.head is not None and self.account.head != before:
            return "its last link is not the head that was kept"
        return ""

    @property
    def head(self) -> WorldNode | None:
        """The node that the episode has come to."""
        at = self.account.run.head_node
        return next((n for n in self.account.nodes if n.node_id == at), None)


def arrange(account: Account) -> Reading:
    """Put an account in the order it is read in."""
    guard = guard_of(account.goal.risk_profile)
    beats = sorted(account.beats, key=lambda beat: beat.index)
    return Reading(account, tuple(_chapter(account, beat, guard) for beat in beats), guard)


def _chapter(account: Account, beat: Beat, guard: float) -> Chapter:
    walks = sorted((w for w in account.walks if w.beat == beat.index), key=lambda w: w.attempt)
    judged = (walk.judgement for walk in reversed(walks) if walk.judgement is not None)
    judgement = next(judged, None)
    findings = judgement.findings if judgement else beat.prediction.findings
    seen = judgement.ledger.evidence if judgement else ()
    claims = claims_of(beat.constraints, findings, chain(beat.prediction.evidence, seen), guard)
    return Chapter(
        beat=beat,
        pieces=tuple(pieces_of(account.goal.text, beat.scenario.parameters)),
        claims=tuple(c for c in claims if c.constraint.kind is not ConstraintKind.PREMISE),
        premises=tuple(c for c in claims if c.constraint.kind is ConstraintKind.PREMISE),
        attempts=tuple(_attempts(walks, beat, guard)),
        judgement=judgement,
    )


def _attempts(walks: list[Walked], beat: Beat, guard: float) -> Iterator[Attempted]:
    goals_first = sorted(beat.constraints, key=lambda c: c.kind is ConstraintKind.PREMISE)
    for walk in walks:
        judgement = walk.judgement
        found = judgement.findings if judgement else ()
        yield Attempted(
            walk=walk,
            strip=strip(walk.filming, walk.observations, beat, found) if walk.filming else None,
            shares=tuple(shares(goals_first, judgement.findings, guard)) if judgement else (),
            residuals=tuple(residuals(judgement.ledger)) if judgement else (),
        )
