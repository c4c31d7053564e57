"""One goal's run: its states, its outcome, and what is shown of it."""

from enum import StrEnum
from typing import Final

from pydantic import NonNegativeInt, PositiveFloat

from storyworld.records.constraint import Constraint, Finding
from storyworld.records.evidence import Abstention
from storyworld.records.frozen import Identifier, Instant, Record, Sha256, Text
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.observation import Observation
from storyworld.records.provenance import Failure
from storyworld.records.render import Artifact
from storyworld.records.scenario import Alternative, Beat, Framing, Shot
from storyworld.records.verdict import (
    Confidence,
    Conflict,
    EpistemicState,
    Judgement,
    OutcomeKind,
    WeakestClaim,
)


class EpisodeState(StrEnum):
    """Where an episode stands."""

    CREATED = "CREATED"
    PLANNED = "PLANNED"
    EXECUTING = "EXECUTING"
    COMPLETED = "COMPLETED"
    EPISTEMICALLY_BLOCKED = "EPISTEMICALLY_BLOCKED"
    IMPOSSIBLE = "IMPOSSIBLE"
    FAILED = "FAILED"
    TERMINATED = "TERMINATED"

    @property
    def terminal(self) -> bool:
        """Whether nothing more happens."""
        return self not in (EpisodeState.CREATED, EpisodeState.PLANNED, EpisodeState.EXECUTING)


class RunStatus(StrEnum):
    """How the machinery fared: a refuted goal is a run that succeeded."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"


def run_status(state: EpisodeState) -> RunStatus:
    """Give the operational status that an episode state stands for."""
    match state:
        case EpisodeState.CREATED:
            return RunStatus.QUEUED
        case EpisodeState.PLANNED | EpisodeState.EXECUTING:
            return RunStatus.RUNNING
        case EpisodeState.FAILED:
            return RunStatus.FAILED
        case EpisodeState.TERMINATED:
            return RunStatus.CANCELED
        case _:
            return RunStatus.SUCCEEDED


class EpisodeSummary(Record):
    """One line of the list of simulations.

    `cost_usd` is what is known to be spent; there is more, of unknown height, unless
    `cost_complete`. `weakest` is what its outcome hangs on, once it was judged or refused.
    """

    episode_id: Identifier
    world_id: Identifier
    goal: Goal
    state: EpisodeState
    status: RunStatus
    outcome: OutcomeKind
    confidence: float | None
    stage: Stage | None
    beat: int
    attempt: int
    attempts_made: int
    cost_usd: float
    cost_complete: bool = True
    weakest: WeakestClaim | None = None
    created_at: Instant
    updated_at: Instant
    finished_at: Instant | None


class StepView(Record):
    """One stage of one attempt as the archive has it; `how_far` it is, while it goes on."""

    beat: int
    attempt: int
    stage: Stage
    state: Text
    claims: int
    sends: int
    episode_id: Identifier
    started_at: Instant | None
    finished_at: Instant | None
    failure: Failure | None = None
    how_far: Text = ""


class EpisodeResult(Record):
    """The validated physical outcome of an episode.

    `guard` is how many standard uncertainties a margin had to clear. `provenance_head` is the
    digest of the last link of its provenance: who keeps it can tell later that nothing of the
    episode was changed.
    """

    episode_id: Identifier
    world_id: Identifier
    status: RunStatus
    state: EpisodeState
    outcome: OutcomeKind
    because: Text
    epistemic_state: EpistemicState | None = None
    confidence: Confidence | None = None
    constraints: tuple[Constraint, ...] = ()
    findings: tuple[Finding, ...] = ()
    guard: PositiveFloat = 2.0
    conflicts: tuple[Conflict, ...] = ()
    constraints_discovered: tuple[str, ...] = ()
    missing_evidence: tuple[Abstention, ...] = ()
    suggested_alternatives: tuple[Alternative, ...] = ()
    attempts_made: int = 0
    failure: Failure | None = None
    provenance_head: Sha256 | None = None


class Reframing(Record):
    """How an attempt at a beat is filmed, and why so: what was changed for what was missing.

    The first attempt is filmed as the goal asks: it needs no reason.
    """

    framing: Framing
    backend: Backend
    seed: NonNegativeInt
    because: Text = ""


class NoReframing(Record):
    """Why a beat is not filmed again though evidence is missing."""

    because: Text


ANOTHER: Final = "another"
"""How provenance calls what was chosen of the two, among the details of a commit."""


class Attempt(Record):
    """One walk of a beat: what it is asked to film, and how its report is recognised.

    `because` says why it is filmed so, after an attempt that showed too little.
    """

    key: AttemptKey
    backend: Backend
    seed: int
    framing: Framing
    shot: Shot
    nonce: Text
    object_key: Text
    because: Text = ""


class AttemptView(Record):
    """One walk of a beat as the archive has it, as far as it got."""

    attempt: Attempt
    artifact: Artifact | None = None
    observations: tuple[Observation, ...] = ()
    judgement: Judgement | None = None


class BeatView(Record):
    """One beat with its attempts."""

    beat: Beat
    attempts: tuple[AttemptView, ...] = ()


class QueueView(Record):
    """How one stage's queue stands."""

    stage: Stage
    ready: int
    dead: int
    oldest_ready_s: float | None


class BreakerView(Record):
    """A model or service that is not asked for a while, and why."""

    name: Text
    rests_s: float
    why: Text
