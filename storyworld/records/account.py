"""Everything the archive holds of one episode: enough to judge it again, and nothing else."""

from typing import Annotated, Final, Self

from pydantic import Field, NonNegativeInt

from storyworld.records.episode import Attempt, EpisodeState
from storyworld.records.frozen import Identifier, Instant, Record, Sha256, Text
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage
from storyworld.records.observation import Observation
from storyworld.records.provenance import Failure, Link
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Framing, Shot, Vetoed
from storyworld.records.verdict import Judgement, OutcomeKind
from storyworld.records.world import Transition, WorldNode


class Run(Record):
    """An episode as it was asked for, and as it ended."""

    episode_id: Identifier
    world_id: Identifier
    root_node: Identifier
    head_node: Identifier
    backend: Backend
    budget_usd: float
    state: EpisodeState
    outcome: OutcomeKind
    because: Text = ""
    confidence: float | None = None
    failure: Failure | None = None
    created_at: Instant
    updated_at: Instant
    finished_at: Instant | None = None


class Filming(Record):
    """How one attempt was to be filmed, and what film came of it; no secret of its render worker.

    `made_at` and `deleted_at` are when the film's bytes came, and went; they are no part of what
    names it.
    """

    beat: NonNegativeInt
    attempt: NonNegativeInt
    backend: Backend
    seed: int
    framing: Framing
    shot: Shot
    because: Text = ""
    artifact: Artifact | None = None

    @classmethod
    def of(cls, attempt: Attempt, artifact: Artifact | None) -> Self:
        """Leave out what only the render worker may know: nonce and object key."""
        return cls(
            beat=attempt.key.beat,
            attempt=attempt.key.attempt,
            backend=attempt.backend,
            seed=attempt.seed,
            framing=attempt.framing,
            shot=attempt.shot,
            because=attempt.because,
            artifact=artifact,
        )

    @property
    def name(self) -> str:
        """The attempt as provenance calls it."""
        return walk_name(self.beat, self.attempt)


def walk_name(beat: int, attempt: int) -> str:
    """Call an attempt within its episode: ``0-1``."""
    return f"{beat}-{attempt}"


class Walked(Record):
    """One attempt with all that was seen and judged of it.

    `filming` is None where a beat was judged without any film being asked for.
    """

    beat: NonNegativeInt
    attempt: NonNegativeInt
    filming: Filming | None = None
    created_at: Instant | None = None
    made_at: Instant | None = None
    deleted_at: Instant | None = None
    observations: tuple[Observation, ...] = ()
    judgement: Judgement | None = None

    @property
    def name(self) -> str:
        """The attempt as provenance calls it."""
        return walk_name(self.beat, self.attempt)


class StepTaken(Record):
    """When a stage of an attempt was worked on, and how it ended: the timeline."""

    beat: NonNegativeInt
    attempt: NonNegativeInt
    stage: Stage
    state: Text
    claims: NonNegativeInt
    sends: NonNegativeInt
    created_at: Instant
    started_at: Instant | None = None
    finished_at: Instant | None = None
    failure: Failure | None = None


class Established(Record):
    """When a node or a transition entered its world, and at which place of its growth."""

    name: Identifier
    at: Instant
    place: NonNegativeInt


MOST_BEATS: Final = 100
"""No goal has more: its text holds no more sentences."""


class Account(Record):
    """One episode in full: what was asked, planned, filmed, seen, judged, and who did what.

    `nodes` are the node it started from and those it established, `links` its provenance in order,
    `head` the digest its last link was written with. Of a film there is its digest; the bytes lie
    apart, or are gone.
    """

    run: Run
    goal: Goal
    vetoed: Vetoed | None = None
    beats: Annotated[tuple[Beat, ...], Field(max_length=MOST_BEATS)] = ()
    walks: tuple[Walked, ...] = ()
    nodes: tuple[WorldNode, ...]
    transitions: tuple[Transition, ...] = ()
    links: tuple[Link, ...] = ()
    head: Sha256 | None = None
    steps: tuple[StepTaken, ...] = ()
    established: tuple[Established, ...] = ()

    def walk(self, beat: int, attempt: int) -> Walked | None:
        """Give an attempt."""
        found = (w for w in self.walks if (w.beat, w.attempt) == (beat, attempt))
        return next(found, None)
