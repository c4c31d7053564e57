"""What sets two episodes apart: their outcomes, claim by claim, and only the inputs that differ."""

from enum import StrEnum

from pydantic import NonNegativeInt

from storyworld.records.constraint import Constraint, FindingStatus
from storyworld.records.episode import RunStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.frozen import Identifier, Instant, Name, Record, Text
from storyworld.records.goal import ParameterSource
from storyworld.records.quantity import NonNegative, Quantity, Unit
from storyworld.records.verdict import ConfidenceTerm, OutcomeKind


class ComparedEpisode(Record):
    """One of the two: what was asked, and what came of it at what cost.

    `terms` are what its confidence was derived from. `took_s` is None while it goes on.
    """

    episode_id: Identifier
    goal: Text
    status: RunStatus
    outcome: OutcomeKind
    confidence: float | None
    terms: tuple[ConfidenceTerm, ...] = ()
    because: Text = ""
    attempts: NonNegativeInt = 0
    cost_usd: NonNegative = 0.0
    cost_complete: bool = True
    created_at: Instant
    took_s: NonNegative | None = None


class ComparedFinding(Record):
    """What a witness found of a claim in one of the two, and the value that it rests on."""

    status: FindingStatus
    margin: Quantity | None
    value: Quantity | None = None
    because: Text = ""


class Apart(Record):
    """How far two quantities lie apart: the second less the first, with its uncertainty.

    `sigma` is that in standard uncertainties, both taken as independent; None where they differ
    and neither is uncertain.
    """

    quantity: Quantity
    sigma: NonNegative | None


class ComparedClaim(Record):
    """One claim as one kind of witness found it, before and after.

    `before` and `after` are None where that one did not hold it or the witness was silent;
    `asked_before` and `asked_after`, the constraint itself, only where it did not hold it. A
    witness of what the goal says of itself is the goal: nobody finds anything of it.
    """

    beat: NonNegativeInt
    constraint_id: Name
    statement: Text
    source: EvidenceSource
    before: ComparedFinding | None
    after: ComparedFinding | None
    family: Name | None = None
    claim: Name | None = None
    asked_before: Constraint | None = None
    asked_after: Constraint | None = None
    apart: Apart | None = None

    @property
    def unlike(self) -> bool:
        """Whether the witness comes to something else in each, whatever the numbers."""
        before, after = self.before, self.after
        return before is not None and after is not None and before.status is not after.status


class ComparedParameter(Record):
    """A parameter of a beat that is not the same in both; None where there is none."""

    beat: NonNegativeInt
    name: Name
    before: Quantity | None
    after: Quantity | None
    source_before: ParameterSource | None = None
    source_after: ParameterSource | None = None


class ComparedField(Record):
    """Another input that differs: a field of the goal but its text, or how the beat was made."""

    field: Name
    before: Text | None
    after: Text | None
    beat: NonNegativeInt | None = None


class SharedInput(Record):
    """An input that is the same in both; `beat` None: of the episode."""

    name: Name
    value: Text
    beat: NonNegativeInt | None = None


class WordsOf(StrEnum):
    """Whose words they are."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


class Words(Record):
    """A stretch of the goals' texts: the words of both, or of one of them alone."""

    of: WordsOf
    text: str


class Samples(Record):
    """Samples between which none is missing, over the seconds of life since the first frame."""

    times_s: tuple[float, ...]
    values: tuple[float, ...]
    uncertainties: tuple[NonNegative, ...]


class ComparedSeries(Record):
    """One measured series in both: stretches of samples, with the gaps between them left open."""

    beat: NonNegativeInt
    name: Text
    unit: Unit
    before: tuple[Samples, ...] = ()
    after: tuple[Samples, ...] = ()


class EpisodeDiff(Record):
    """Two episodes: every claim of either, and of their inputs only those that differ.

    `asked` is what of the goals differs beside their `words`, `made` how they were read, filmed,
    watched and judged, where both were; `same` are the inputs that do not differ. `planned` says
    of which of the two there is a plan.
    """

    before: ComparedEpisode
    after: ComparedEpisode
    claims: tuple[ComparedClaim, ...]
    parameters: tuple[ComparedParameter, ...]
    asked: tuple[ComparedField, ...]
    made: tuple[ComparedField, ...] = ()
    same: tuple[SharedInput, ...] = ()
    words: tuple[Words, ...] = ()
    series: tuple[ComparedSeries, ...] = ()
    planned: tuple[bool, bool] = (True, True)


class Choice(Record):
    """An episode that may be chosen to be compared."""

    episode_id: Identifier
    goal: Text
    outcome: OutcomeKind
    created_at: Instant
