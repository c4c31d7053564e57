"""Two episodes held against each other: what came of each claim, and which inputs differ."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.evidence_export.chapters import Chapter, Reading, arrange
from storyworld.evidence_export.charts import stretches
from storyworld.evidence_export.claims import Claim, Testimony, claims_of
from storyworld.evidence_export.inputs import (
    Pairs,
    asked_of,
    fields_apart,
    fields_shared,
    made_apart,
    made_of,
    parameters_apart,
    parameters_shared,
    words_of,
)
from storyworld.records.account import Account
from storyworld.records.comparison import (
    Apart,
    ComparedClaim,
    ComparedEpisode,
    ComparedFinding,
    ComparedSeries,
    EpisodeDiff,
    Samples,
)
from storyworld.records.constraint import ConstraintKind
from storyworld.records.episode import EpisodeSummary
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity, TimeSeries, Unit


@dataclass(frozen=True)
class Side:
    """One of two episodes: all there is of it, and what it has cost so far."""

    summary: EpisodeSummary
    account: Account


def compare(before: Side, after: Side) -> EpisodeDiff:
    """Hold two episodes against each other, the claims in the order of the first one's beats.

    Beats are matched by family, the nearest in order first, and their claims by claim and
    constraint: what has the same name in another family is another claim.
    """
    one, other = arrange(before.account), arrange(after.account)
    pairs = _pairs(one.chapters, other.chapters)
    planned = bool(one.chapters), bool(other.chapters)
    read = pairs if all(planned) else ()  # nothing differs from what there is not
    asked = asked_of(before.account.goal), asked_of(after.account.goal)
    made = (
        made_of(one, [(beat, chapter) for beat, chapter, _ in read]),
        made_of(other, [(beat, chapter) for beat, _, chapter in read]),
    )
    return EpisodeDiff(
        before=_episode(before.summary, one),
        after=_episode(after.summary, other),
        claims=(*_language(one, other), *_claims(pairs)),
        parameters=tuple(parameters_apart(read)),
        asked=tuple(fields_apart(*asked)),
        made=tuple(made_apart(*made)),
        same=(*parameters_shared(read), *fields_shared(*asked), *fields_shared(*made)),
        words=words_of(before.account.goal.text, after.account.goal.text),
        series=tuple(_series(pairs)),
        planned=planned,
    )


def _episode(summary: EpisodeSummary, reading: Reading) -> ComparedEpisode:
    confidence = reading.confidence
    return ComparedEpisode(
        episode_id=summary.episode_id,
        goal=summary.goal.text,
        status=summary.status,
        outcome=summary.outcome,
        confidence=summary.confidence,
        terms=confidence.terms if confidence else (),
        because=reading.account.run.because,
        attempts=summary.attempts_made,
        cost_usd=summary.cost_usd,
        cost_complete=summary.cost_complete,
        created_at=summary.created_at,
        took_s=None if reading.took_s is None else max(reading.took_s, 0.0),
    )


def _pairs(before: tuple[Chapter, ...], after: tuple[Chapter, ...]) -> Pairs:
    """Match the beats of one to those of the other."""
    left = list(after)
    matched: list[tuple[int, Chapter | None, Chapter | None]] = []
    for chapter in before:
        alike = [c for c in left if c.beat.scenario.family == chapter.beat.scenario.family]
        place = chapter.beat.index
        mate = min(alike, key=lambda c: abs(c.beat.index - place), default=None)
        if mate is not None:
            left.remove(mate)
        matched.append((place, chapter, mate))
    return (*matched, *((chapter.beat.index, None, chapter) for chapter in left))


def _claims(pairs: Pairs) -> Iterator[ComparedClaim]:
    for beat, was, now in pairs:
        one, other = _by_name(was), _by_name(now)
        family = next(c.beat.scenario.family for c in (was, now) if c)
        for key in dict.fromkeys((*one, *other)):
            for claim in _claim(beat, one.get(key), other.get(key)):
                yield claim.revised(family=family)


def _by_name(chapter: Chapter | None) -> dict[tuple[str, str], Claim]:
    if chapter is None:
        return {}
    claims = (*chapter.claims, *chapter.premises)
    return {(c.constraint.claim, c.constraint.constraint_id): c for c in claims}


def _claim(beat: int, was: Claim | None, now: Claim | None) -> Iterator[ComparedClaim]:
    """Give a claim of one or both as each kind of witness found it."""
    stated = [claim.constraint for claim in (was, now) if claim]
    one, other = _by_witness(was), _by_witness(now)
    for source in EvidenceSource:
        if source not in one and source not in other:
            continue
        before, after = _finding(one.get(source)), _finding(other.get(source))
        yield ComparedClaim(
            beat=beat,
            constraint_id=stated[0].constraint_id,
            claim=stated[0].claim,
            statement=stated[0].statement,
            source=source,
            before=before,
            after=after,
            asked_before=was and was.constraint,
            asked_after=now and now.constraint,
            apart=apart(before.value if before else None, after.value if after else None),
        )


def _by_witness(claim: Claim | None) -> dict[EvidenceSource, Testimony]:
    return {} if claim is None else {t.source: t for t in claim.testimonies}


def _finding(told: Testimony | None) -> ComparedFinding | None:
    if told is None or told.finding is None:
        return None
    return ComparedFinding(
        status=told.finding.status,
        margin=told.finding.margin,
        value=told.evidence.quantity if told.evidence else None,
        because=told.finding.because,
    )


def _language(one: Reading, other: Reading) -> Iterator[ComparedClaim]:
    """Give what vetoed goals say of themselves: no beat, and nobody who found anything."""
    by_name: list[dict[tuple[str, str], Claim]] = []
    for reading in (one, other):
        vetoed = reading.account.vetoed
        said = claims_of(vetoed.constraints if vetoed else (), (), (), reading.guard)
        by_name.append({(c.constraint.claim, c.constraint.constraint_id): c for c in said})
    for key in dict.fromkeys((*by_name[0], *by_name[1])):
        told = [claims.get(key) for claims in by_name]
        stated = next(claim.constraint for claim in told if claim)
        yield ComparedClaim(
            beat=0,
            constraint_id=stated.constraint_id,
            claim=stated.claim,
            statement=stated.statement,
            source=EvidenceSource.USER,
            before=None,
            after=None,
            asked_before=told[0] and told[0].constraint,
            asked_after=told[1] and told[1].constraint,
        )


def apart(before: Quantity | None, after: Quantity | None) -> Apart | None:
    """Give how far two quantities lie apart; nothing where there are no two of one unit.

    References
    ----------
    JCGM 100:2008 section 5.1.2: the uncertainties of independent numbers add in quadrature.
    """
    if before is None or after is None or before.unit is not after.unit:
        return None
    delta, u = after.value - before.value, math.hypot(before.uncertainty, after.uncertainty)
    if not math.isfinite(delta) or not math.isfinite(u):
        return None
    sigma = abs(delta) / u if u else (None if delta else 0.0)
    if sigma is not None and not math.isfinite(sigma):
        sigma = None
    return Apart(quantity=Quantity(value=delta, unit=before.unit, uncertainty=u), sigma=sigma)


def _series(pairs: Pairs) -> Iterator[ComparedSeries]:
    for beat, was, now in pairs:
        one, other = _measured(was), _measured(now)
        for name, unit in dict.fromkeys((*one, *other)):
            yield ComparedSeries(
                beat=beat,
                name=name,
                unit=unit,
                before=one.get((name, unit), ()),
                after=other.get((name, unit), ()),
            )


def _measured(chapter: Chapter | None) -> dict[tuple[str, Unit], tuple[Samples, ...]]:
    """Give what was measured on the last film that showed anything; what is asked of first."""
    if chapter is None:
        return {}
    filmed = ((a.walk, [s for o in a.walk.observations for s in o.series if s.times_s])
              for a in reversed(chapter.attempts))  # fmt: skip
    walk, series = next(((w, told) for w, told in filmed if told), (None, []))
    pace = walk.filming.shot.pace if walk is not None and walk.filming is not None else 1.0
    asked = {c.quantity for c in chapter.beat.constraints if c.kind is not ConstraintKind.PREMISE}
    found: dict[tuple[str, Unit], tuple[Samples, ...]] = {}
    for one in sorted(series, key=lambda s: s.name not in asked):
        found.setdefault((one.name, one.unit), tuple(_in_life(one, pace)))
    return found


def _in_life(series: TimeSeries, pace: float) -> Iterator[Samples]:
    """Cut where samples are missing; a film in slow motion takes longer than what it shows."""
    sampling = series.sampling
    step_s = 1.0 / sampling.frame_rate_hz if sampling else None
    pace = sampling.pace if sampling else pace
    rows = tuple(zip(series.times_s, series.values, series.uncertainties, strict=True))
    for run in stretches(rows, step_s):
        times, values, uncertainties = zip(*run, strict=True)
        yield Samples(
            times_s=tuple(t * pace for t in times), values=values, uncertainties=uncertainties
        )
