"""The judgement of one attempt and the outcome of an episode."""

from enum import StrEnum

from storyworld.records.constraint import Constraint, Finding, FindingStatus
from storyworld.records.evidence import Abstention, EvidenceSource, Ledger
from storyworld.records.frozen import Name, Probability, Record, Text
from storyworld.records.quantity import Quantity
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
    """One factor or input of a confidence, shown to the user.

    `value` is a probability or a share, 0 to 1; of `hold_time` it is seconds.
    """

    name: Name
    value: float
    words: Text

    def figure(self, places: int = 2) -> str:
        """Write the value as people read it; nothing is rounded to certainty."""
        if self.name == "hold_time":
            return f"{self.value:.2g} s"
        if self.name == "coverage":
            return f"{uncertain(100.0 * self.value, 0, most=100.0)} %"
        return uncertain(self.value, places)


class Confidence(Record):
    """A probability that the judgement is right, with the terms it was derived from.

    The terms are all there is to it: :func:`storyworld.epistemics.confidence.recombined` gives the
    value again.
    """

    value: Probability
    terms: tuple[ConfidenceTerm, ...] = ()

    @property
    def derivation(self) -> str:
        """The value with its terms in a line: ``0.93 = solver 0.99, ..., hold 2.1 s``."""
        terms = ", ".join(
            f"{t.name.removesuffix('_time').replace('_', ' ')} {t.figure()}" for t in self.terms
        )
        value = uncertain(self.value, 2)
        return f"{value} = {terms}" if terms else value


def uncertain(value: float, places: int, *, most: float = 1.0) -> str:
    """Write a number from 0 to `most`; what is neither is rounded to neither: ``> 0.99``."""
    step = 10.0**-places
    if 0.0 < value < most:
        if round(value, places) >= most:
            return f"> {most - step:.{places}f}"
        if round(value, places) <= 0.0:
            return f"< {step:.{places}f}"
    return f"{value:.{places}f}"


class Conflict(Record):
    """Two kinds of witness that decide one claim differently. Never averaged."""

    claim: Name
    findings: tuple[Finding, ...]
    words: Text


class WeakestClaim(Record):
    """The required claim that stands worst: a broken one, an open one, or the narrowest that holds.

    `source` is who says so, `margin` how far it holds, in its unit, and `bands` the same in guard
    bands: decided beyond ±1. Without a margin nobody could say, or nothing is about a quantity; a
    margin without `bands` is exact.
    """

    claim: Name
    statement: Text
    status: FindingStatus
    source: EvidenceSource | None = None
    margin: Quantity | None = None
    bands: float | None = None


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
