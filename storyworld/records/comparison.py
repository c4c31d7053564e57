"""What sets two episodes apart: their outcomes, claim by claim, and only the inputs that differ."""

from pydantic import NonNegativeInt

from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import RunStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.frozen import Identifier, Name, Record, Text
from storyworld.records.quantity import Quantity
from storyworld.records.verdict import OutcomeKind


class ComparedEpisode(Record):
    """One of the two: what was asked, and what came of it."""

    episode_id: Identifier
    goal: Text
    status: RunStatus
    outcome: OutcomeKind
    confidence: float | None


class ComparedFinding(Record):
    """What a witness found of a claim in one of the two."""

    status: FindingStatus
    margin: Quantity | None


class ComparedClaim(Record):
    """One claim as one kind of witness found it, before and after; None where it was not held."""

    beat: NonNegativeInt
    constraint_id: Name
    statement: Text
    source: EvidenceSource
    before: ComparedFinding | None
    after: ComparedFinding | None


class ComparedParameter(Record):
    """A parameter of a beat that is not the same in both; None where there is none."""

    beat: NonNegativeInt
    name: Name
    before: Quantity | None
    after: Quantity | None


class ComparedField(Record):
    """What else was asked otherwise: a field of the goal but its text."""

    field: Name
    before: Text | None
    after: Text | None


class EpisodeDiff(Record):
    """Two episodes: every claim of either, and of their inputs only those that differ."""

    before: ComparedEpisode
    after: ComparedEpisode
    claims: tuple[ComparedClaim, ...]
    parameters: tuple[ComparedParameter, ...]
    asked: tuple[ComparedField, ...]
