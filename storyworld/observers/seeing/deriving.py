"""Evidence, violations and verdict of a vision model's replies. Code decides, no model does.

A check counts as affirmed by a sample only if it says yes to the statement and no to its antonym,
and as denied only if it says the reverse; whoever says yes to both is not believed in either. A
sample that agrees with whatever it is asked is not believed in the laws that it sees broken.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from storyworld.epistemics.doubts import CONFIRMING
from storyworld.observers.seeing.prompting import LAWS
from storyworld.observers.seeing.replies import Tells, Told
from storyworld.records.evidence import (
    Abstention,
    AbstentionReason,
    Evidence,
    EvidenceSource,
    FrameRange,
)
from storyworld.records.observation import Verdict, Violation
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Check

Sample = tuple[Told, ...]


@dataclass(frozen=True)
class Derived:
    """What the samples come to."""

    evidence: tuple[Evidence, ...]
    abstentions: tuple[Abstention, ...]
    violations: tuple[Violation, ...]
    verdict: Verdict


@dataclass(frozen=True)
class _Votes:
    """How many samples affirm a check and deny it, and where those see it that do."""

    affirmed: int
    denied: int
    both: int
    shown: tuple[FrameRange, ...]
    refuted: tuple[FrameRange, ...]

    @property
    def frames(self) -> FrameRange | None:
        """Where the majority sees it."""
        return _hull(self.shown if self.affirmed > self.denied else self.refuted)


def derive(
    checks: tuple[Check, ...],
    samples: Sequence[Sample],
    observation_id: str,
    method: str,
    claims: Collection[str] = (),
) -> Derived:
    """Derive what a film shows from the samples that could be read.

    What is told of a check counts for the verdict only where it bears on one of the claims.
    """
    evidence: list[Evidence] = []
    abstentions: list[Abstention] = []
    most = len(samples) // 2 + 1
    borne_out: list[bool] = []
    contrary = False
    for check in checks:
        expected = check.expected(claims)
        votes = _votes(check, samples)
        if expected is not None:
            borne_out.append((votes.affirmed if expected else votes.denied) >= most)
            contrary |= len(votes.refuted if expected else votes.shown) >= most
        if max(votes.affirmed, votes.denied) < most:
            abstentions.append(_abstention(check, votes, len(samples)))
            continue
        evidence.append(
            Evidence(
                evidence_id=f"{observation_id}:{check.name}",
                name=check.name,
                quantity=share(votes.affirmed, votes.affirmed + votes.denied),
                source=EvidenceSource.VISION_MODEL,
                method=method,
                frames=votes.frames,
                observation_id=observation_id,
            )
        )
    violations = _violations([s for s in samples if not _agrees_to_all(s)], most, len(samples))
    confirming = len(samples) >= CONFIRMING
    if violations and confirming:
        verdict = Verdict.IMPOSSIBLE
    elif contrary and confirming:
        verdict = Verdict.CONTRADICTS
    elif borne_out and all(borne_out) and not violations and confirming:
        verdict = Verdict.VALID
    else:
        verdict = Verdict.UNCERTAIN
    return Derived(tuple(evidence), tuple(abstentions), violations, verdict)


def share(affirmed: int, answered: int) -> Quantity:
    """Give the probability that a further sample affirms: mean and spread of the posterior.

    References
    ----------
    Laplace's rule of succession: Beta(a + 1, n - a + 1) of a uniform prior, with mean
    (a + 1) / (n + 2) and variance mean (1 - mean) / (n + 3).
    """
    mean = (affirmed + 1) / (answered + 2)
    spread = (mean * (1 - mean) / (answered + 3)) ** 0.5
    return Quantity(value=mean, unit=Unit.ONE, uncertainty=spread)


def _votes(check: Check, samples: Sequence[Sample]) -> _Votes:
    affirmed = denied = both = 0
    shown: list[FrameRange] = []
    refuted: list[FrameRange] = []
    for sample in samples:
        of_check = {t.statement.antonym: t for t in sample if t.statement.check == check.name}
        plain, contrary = of_check.get(False), of_check.get(True)
        if plain is None or contrary is None:
            continue
        said = (plain.tells, contrary.tells)
        if said == (Tells.YES, Tells.NO):
            affirmed += 1
            shown += [plain.frames] if plain.frames else []
        elif said == (Tells.NO, Tells.YES):
            denied += 1
            refuted += [contrary.frames] if contrary.frames else []
        both += said == (Tells.YES, Tells.YES)
    return _Votes(affirmed, denied, both, tuple(shown), tuple(refuted))


def _hull(ranges: Iterable[FrameRange]) -> FrameRange | None:
    every = tuple(ranges)
    if not every:
        return None
    return FrameRange(first=min(r.first for r in every), last=max(r.last for r in every))


def _abstention(check: Check, votes: _Votes, samples: int) -> Abstention:
    detail = (
        f"of {samples} samples {votes.affirmed} affirm it, {votes.denied} deny it, {votes.both} "
        "agree with the statement and with its contrary"
    )
    return Abstention(name=check.name, reason=AbstentionReason.NOT_VISIBLE, detail=detail)


def _agrees_to_all(sample: Sample) -> bool:
    """Whether a sample says yes to a statement and its contrary, or to more than half the laws."""
    yes = [told.statement for told in sample if told.tells is Tells.YES]
    plain = {statement.check for statement in yes if not statement.antonym}
    contrary = {statement.check for statement in yes if statement.antonym}
    broken = {statement.law for statement in yes} - {None}
    return bool((plain & contrary) - {None}) or len(broken) > len(LAWS) // 2


def _violations(believed: Sequence[Sample], most: int, asked: int) -> tuple[Violation, ...]:
    """Give the laws that a majority of all samples sees broken, in frames that they cite."""
    found: list[Violation] = []
    for law in LAWS:
        cited = [
            told.frames
            for sample in believed
            for told in sample
            if told.statement.law is law and told.tells is Tells.YES and told.frames is not None
        ]
        frames = _hull(cited)
        if len(cited) >= most and frames is not None:
            words = f"{len(cited)} of {asked} samples see it"
            found.append(Violation(law=law, frames=frames, words=words))
    return tuple(found)
