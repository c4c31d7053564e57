"""Two episodes held against each other: what came of each claim, and which inputs differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.client.answers import ShownBeat
from storyworld.records.comparison import (
    ComparedClaim,
    ComparedEpisode,
    ComparedField,
    ComparedFinding,
    ComparedParameter,
    EpisodeDiff,
)
from storyworld.records.constraint import Constraint, Finding
from storyworld.records.episode import EpisodeSummary
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal
from storyworld.records.quantity import Quantity

_NOT_AN_INPUT = {"text"}  # shown whole, beside the outcome


@dataclass(frozen=True)
class Side:
    """One of two episodes, as the API tells of it."""

    summary: EpisodeSummary
    beats: tuple[ShownBeat, ...]


def compare(before: Side, after: Side) -> EpisodeDiff:
    """Hold two episodes against each other, the claims in the order of the first one's beats."""
    return EpisodeDiff(
        before=_episode(before.summary),
        after=_episode(after.summary),
        claims=tuple(_claims(before, after)),
        parameters=tuple(_parameters(before, after)),
        asked=tuple(_asked(before.summary.goal, after.summary.goal)),
    )


def _episode(summary: EpisodeSummary) -> ComparedEpisode:
    return ComparedEpisode(
        episode_id=summary.episode_id,
        goal=summary.goal.text,
        status=summary.status,
        outcome=summary.outcome,
        confidence=summary.confidence,
    )


_Claim = tuple[int, str, EvidenceSource]


def _claims(before: Side, after: Side) -> Iterator[ComparedClaim]:
    one, other = _found(before), _found(after)
    stated = _constraints(after) | _constraints(before)
    for claim in dict.fromkeys((*one, *other)):
        beat, constraint_id, source = claim
        constraint = stated.get((beat, constraint_id))
        yield ComparedClaim(
            beat=beat,
            constraint_id=constraint_id,
            statement=constraint.statement if constraint else constraint_id,
            source=source,
            before=_finding(one.get(claim)),
            after=_finding(other.get(claim)),
        )


def _found(side: Side) -> dict[_Claim, Finding]:
    """Give the findings of the last judgement of each beat."""
    return {
        (shown.beat.index, finding.constraint_id, finding.source): finding
        for shown in side.beats
        for finding in _last_findings(shown)
    }


def _last_findings(shown: ShownBeat) -> tuple[Finding, ...]:
    made = (attempt.judgement for attempt in reversed(shown.attempts))
    judgement = next((judgement for judgement in made if judgement is not None), None)
    return () if judgement is None else judgement.findings


def _constraints(side: Side) -> dict[tuple[int, str], Constraint]:
    return {
        (shown.beat.index, constraint.constraint_id): constraint
        for shown in side.beats
        for constraint in shown.beat.constraints
    }


def _finding(found: Finding | None) -> ComparedFinding | None:
    return None if found is None else ComparedFinding(status=found.status, margin=found.margin)


def _parameters(before: Side, after: Side) -> Iterator[ComparedParameter]:
    one, other = _given(before), _given(after)
    for beat, name in dict.fromkeys((*one, *other)):
        was, now = one.get((beat, name)), other.get((beat, name))
        if was != now:
            yield ComparedParameter(beat=beat, name=name, before=was, after=now)


def _given(side: Side) -> dict[tuple[int, str], Quantity]:
    return {
        (shown.beat.index, parameter.name): parameter.quantity
        for shown in side.beats
        for parameter in shown.beat.scenario.parameters
    }


def _asked(before: Goal, after: Goal) -> Iterator[ComparedField]:
    for name in Goal.model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if name not in _NOT_AN_INPUT and was != now:
            yield ComparedField(field=name, before=_word(was), after=_word(now))


def _word(value: object) -> str | None:
    return None if value is None else str(value)
