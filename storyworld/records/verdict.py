"""The judgement of one attempt and the outcome of an episode."""

from enum import StrEnum

from storyworld.records.constraint import Constraint, Finding
from storyworld.records.evidence import Abstention, Ledger
from storyworld.records.frozen import Name, Probability, Record, Text
from storyworld.records.scenario import Alternative


class EpistemicState(StrEnum):
    """What is known after weighing the evidence of one attempt."""

    ACCEPTED = "ACCEPTED"
    EPISTEMICALLY_INCOMPLETE = "EPISTEMICALLY_INCOMPLETE"
    REJECTED = "REJECTED"
    UNCERTAIN_TERMINATION = "UNCERTAIN_TERMINATION"


class OutcomeKind(StrEnum):
    """The outcome of an episode, apart from whether the machinery worked."""

    IN_PROGRESS = "in_progress"
    GOAL_ACHIEVED = "goal_achieved"
    GOAL_IMPOSSIBLE = "goal_impossible"
    GOAL_ABANDONED = "goal_abandoned"
    DEAD_STATE = "dead_state"
    EPISTEMICALLY_INCOMPLETE = "epistemically_incomplete"
    UNCERTAIN_TERMINATION = "uncertain_termination"


class ConfidenceTerm(Record):
    """One factor or input of a confidence, shown to the user."""

    name: Name
    value: float
    words: Text


class Confidence(Record):
    """A probability that the judgement is right, with the terms it was derived from."""

    value: Probability
    terms: tuple[ConfidenceTerm, ...] = ()


class Conflict(Record):
    """Two kinds of witness that decide one claim differently. Never averaged."""

    claim: Name
    findings: tuple[Finding, ...]
    words: Text


class Judgement(Record):
    """Ledger + findings + state + confidence: pure, and recomputable from rows."""

    rules_version: Text
    state: EpistemicState
    ledger: Ledger
    constraints: tuple[Constraint, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...] = ()
    confidence: Confidence | None
    constraints_discovered: tuple[Name, ...] = ()
    missing_evidence: tuple[Abstention, ...] = ()
    suggested_alternatives: tuple[Alternative, ...] = ()
    forbidden_by_physics: bool = False
    because: Text
