"""The probability that a film is valid, by one observer; and how right it was over many films.

Where an observer has numbers, they are its probability:

- a vision model: of each check that bears on the claims, the share of samples that tell of it what
  the claims need (already a probability, by Laplace's rule); all must hold, so theirs is the lower
  third of the Fréchet interval. It is not capped as in a judgement: these scores are what a cap
  could be drawn from;
- the measuring observer: Phi(m / u) of each finding that rests on its evidence, of the required
  constraints, of the premises and of what it finds broken over time, joined the same way. Its
  verdict would not do: `valid` says there that all was measured, not that what was measured is what
  was asked.

Numbers speak only where nothing is left open (verdict `valid` or `contradicts`) and no law is seen
broken: how sure an observer is of a broken law is nowhere stated. Else there is only the verdict,
and what that word is worth is learned: of the films labelled before with the same word from the
same observer the share that was valid, by Laplace's rule. No label is used for its own film, nor
one after it, so the forecast could have been made (prequential). Leaving only the film itself out
would look as honest and is not: it lowers the probability of exactly the films that are valid.

References
----------
Dawid, A. P. (1984), doi:10.2307/2981683 (prequential forecasts).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from storyworld.epistemics.calibration import Pair, confusion, score
from storyworld.epistemics.confidence import conjunction, probability
from storyworld.records.calibration import (
    Baseline,
    Counted,
    Label,
    ObserverCalibration,
    Told,
)
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement

LOOKED: Final = frozenset({ObserverAvailability.SUCCESS, ObserverAvailability.INSUFFICIENT})
SPEAKING: Final = (Verdict.VALID, Verdict.CONTRADICTS)
"""Verdicts that leave nothing open, beside which numbers speak."""
Who = tuple[str, str | None]


def stated(observation: Observation, beat: Beat, judgement: Judgement | None) -> float | None:
    """Give the probability that a film is valid by an observer's own numbers, if it has them.

    Parameters
    ----------
    observation
        What the observer said.
    beat
        What was asked: what each check means for the claims.
    judgement
        That of the same attempt, for the margins of the findings that rest on the evidence.
    """
    if observation.verdict not in SPEAKING or observation.violations:
        return None
    numbers = [*_shares(observation, beat), *_margins(observation, judgement)]
    return conjunction(numbers) if numbers and all(0.0 <= p <= 1.0 for p in numbers) else None


def _shares(observation: Observation, beat: Beat) -> Iterator[float]:
    """Give the share of samples that tell of each check what the claims need."""
    expected = {check.name: check.expected(beat.claims) for check in beat.checks}
    for item in observation.evidence:
        needed = expected.get(item.name)
        if item.source is EvidenceSource.VISION_MODEL and needed is not None:
            yield item.quantity.value if needed else 1.0 - item.quantity.value


def _margins(observation: Observation, judgement: Judgement | None) -> list[float]:
    """Give Phi(m / u) of each finding of its measurements; none if a required one is left open."""
    if judgement is None:
        return []
    measured = EvidenceSource.MEASUREMENT
    own = {item.evidence_id for item in observation.evidence if item.source is measured}
    own |= {observation.series_id(series.name) for series in observation.series}
    margins = {
        f.constraint_id: f.margin
        for f in judgement.findings
        if f.source is measured and f.margin is not None and own & set(f.evidence_ids)
    }
    constraints = [c for c in judgement.constraints if measured in c.admits]
    if any(c.required and c.constraint_id not in margins for c in constraints):
        return []
    broken = {f.constraint_id for f in judgement.findings if f.status is FindingStatus.VIOLATED}
    counting = (
        c
        for c in constraints
        if c.required
        or c.kind is ConstraintKind.PREMISE
        or (c.over is not None and c.constraint_id in broken)
    )
    return [probability(margins[c.constraint_id]) for c in counting if c.constraint_id in margins]


def learned(told: Iterable[Told]) -> Iterator[tuple[float, float, bool]]:
    """Give for each film that can be scored, in order: forecast, share valid so far, was it so.

    `told` is of one observer, in the order of the labels. A film that is labelled unclear, or that
    the observer did not look at, is neither scored nor learned from.
    """
    seen: Counter[tuple[Verdict, bool]] = Counter()
    for one in told:
        if one.label is Label.UNCLEAR or one.availability not in LOOKED:
            continue
        came = one.label is Label.VALID
        word = _laplace(seen[one.verdict, True], seen[one.verdict, False])
        valid, other = (sum(seen[v, kind] for v in Verdict) for kind in (True, False))
        yield (word if one.stated is None else one.stated), _laplace(valid, other), came
        seen[one.verdict, came] += 1


def _laplace(so: int, otherwise: int) -> float:
    """Give the probability that the next is so: Laplace's rule of succession."""
    return (so + 1) / (so + otherwise + 2)


def calibrated(counts: Iterable[Counted], told: Iterable[Told]) -> tuple[ObserverCalibration, ...]:
    """Give each observer's counts and scores, those with the most observations first.

    Parameters
    ----------
    counts
        Of all observations.
    told
        What was said of the labelled films, in the order of their labels.
    """
    counted: defaultdict[Who, list[Counted]] = defaultdict(list)
    for count in counts:
        counted[count.observer, count.model].append(count)
    heard: defaultdict[Who, list[Told]] = defaultdict(list)
    for one in told:
        heard[one.observer, one.model].append(one)
    made = (_of(who, of_one, heard[who]) for who, of_one in counted.items())
    return tuple(sorted(made, key=lambda o: (-o.observations, o.observer, o.model or "")))


def _of(who: Who, counts: list[Counted], told: list[Told]) -> ObserverCalibration:
    availability: Counter[ObserverAvailability] = Counter()
    verdicts: Counter[Verdict] = Counter()
    for count in counts:
        availability[count.availability] += count.observations
        if count.availability in LOOKED:
            verdicts[count.verdict] += count.observations
    looked = [one for one in told if one.availability in LOOKED]
    forecasts = tuple(learned(looked))
    pairs: list[Pair] = [(p, came) for p, _, came in forecasts]
    baselines: dict[str, list[Pair]] = {
        "always_valid": [(1.0, came) for _, _, came in forecasts],
        "share_so_far": [(share, came) for _, share, came in forecasts],
        "one_half": [(0.5, came) for _, _, came in forecasts],
    }
    return ObserverCalibration(
        observer=who[0],
        model=who[1],
        observations=sum(availability.values()),
        availability=tuple((kind, availability[kind]) for kind in ObserverAvailability),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict),
        labelled=len(looked),
        confusion=confusion((one.verdict, one.label) for one in looked) if looked else (),
        scored=len(pairs),
        by_numbers=sum(one.stated is not None and one.label is not Label.UNCLEAR for one in looked),
        scores=score(pairs) if pairs else None,
        baselines=tuple(
            Baseline(name=name, scores=score(of, intervals=False))
            for name, of in baselines.items()
            if of
        ),
    )


def agreed(votes: dict[Label, int]) -> Label:
    """Give what most people say of a film; where no label has the most votes, it is unclear."""
    most = max(votes.values(), default=0)
    first = [label for label, count in votes.items() if count == most]
    return first[0] if len(first) == 1 else Label.UNCLEAR
