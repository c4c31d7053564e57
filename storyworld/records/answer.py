"""What the API answers with, where it is more than one record of the vocabulary."""

from typing import Literal, Self, cast

from storyworld.records.episode import (
    AttemptView,
    BeatView,
    EpisodeSummary,
    RunStatus,
    StepView,
)
from storyworld.records.frozen import Identifier, Instant, Record, Sha256, Text
from storyworld.records.goal import Backend, Domain
from storyworld.records.observation import Observation
from storyworld.records.prior import Prior
from storyworld.records.provenance import ProvenanceEntry
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Framing, Shot
from storyworld.records.verdict import Judgement
from storyworld.records.webhook import Delivery, Webhook
from storyworld.records.world import (
    Branch,
    GrownNode,
    GrownTransition,
    WorldOverview,
    WorldSummary,
)


class Urls(Record):
    """Where everything about an episode is found."""

    self: str
    result: str
    beats: str
    steps: str
    provenance: str
    report: str
    crate: str
    prov: str
    world_state: str
    terminate: str
    page: str

    @classmethod
    def of(cls, episode_id: str) -> Self:
        """Give the addresses of an episode, relative to the host that was asked."""
        episode = f"/episodes/{episode_id}"
        return cls(
            self=episode,
            result=f"{episode}/result",
            beats=f"{episode}/beats",
            steps=f"{episode}/steps",
            provenance=f"{episode}/provenance",
            report=f"{episode}/report",
            crate=f"{episode}/crate",
            prov=f"{episode}/prov",
            world_state=f"/world-state/{episode_id}",
            terminate=f"{episode}/terminate",
            page=f"/simulations/{episode_id}",
        )


class Accepted(Record):
    """A goal was taken: where to look for what becomes of it."""

    episode_id: Identifier
    status: RunStatus
    urls: Urls


class EpisodeAnswer(EpisodeSummary):
    """One episode and where the rest of it is."""

    urls: Urls

    @classmethod
    def of(cls, summary: EpisodeSummary) -> Self:
        """Add the addresses to a summary."""
        # a summary is valid: to look at it again would cost a page of them a millisecond
        made = cls.model_construct(**dict(summary), urls=Urls.of(summary.episode_id))
        return cast(Self, made)


class EpisodePage(Record):
    """One page of episodes, newest first, and the address of the next."""

    episodes: tuple[EpisodeAnswer, ...]
    next: str | None


class AttemptAnswer(Record):
    """One attempt, without what only its render worker may know (nonce and object key).

    `because` says why it was filmed so, after an attempt that showed too little.
    """

    attempt: int
    backend: Backend
    seed: int
    framing: Framing
    shot: Shot
    artifact: Artifact | None
    observations: tuple[Observation, ...]
    judgement: Judgement | None
    because: Text = ""

    @classmethod
    def of(cls, view: AttemptView) -> Self:
        """Choose what is shown of an attempt."""
        return cls(
            attempt=view.attempt.key.attempt,
            backend=view.attempt.backend,
            seed=view.attempt.seed,
            framing=view.attempt.framing,
            shot=view.attempt.shot,
            artifact=view.artifact,
            observations=view.observations,
            judgement=view.judgement,
            because=view.attempt.because,
        )


class BeatAnswer(Record):
    """One beat with its attempts."""

    beat: Beat
    attempts: tuple[AttemptAnswer, ...]


class Beats(Record):
    """The beats of an episode with their attempts."""

    episode_id: Identifier
    beats: tuple[BeatAnswer, ...]

    @classmethod
    def of(cls, episode_id: str, views: tuple[BeatView, ...]) -> Self:
        """Choose what is shown of the beats."""
        beats = (
            BeatAnswer(beat=v.beat, attempts=tuple(AttemptAnswer.of(a) for a in v.attempts))
            for v in views
        )
        return cls(episode_id=episode_id, beats=tuple(beats))


class Steps(Record):
    """Every stage of every attempt of an episode."""

    episode_id: Identifier
    steps: tuple[StepView, ...]


class Provenance(Record):
    """Who did what, with what, at what cost."""

    episode_id: Identifier
    provenance: tuple[ProvenanceEntry, ...]


class WorldPage(Record):
    """One page of worlds, newest first, and the address of the next."""

    worlds: tuple[WorldSummary, ...]
    next: str | None


class WorldUrls(Record):
    """Where everything about a world is found."""

    self: str
    graph: str
    branches: str

    @classmethod
    def of(cls, world_id: str) -> Self:
        """Give the addresses of a world, relative to the host that was asked."""
        world = f"/worlds/{world_id}"
        return cls(self=world, graph=f"{world}/graph", branches=f"{world}/branches")


class WorldAnswer(WorldOverview):
    """One world and where the rest of it is."""

    urls: WorldUrls

    @classmethod
    def of(cls, overview: WorldOverview) -> Self:
        """Add the addresses to what is told of a world."""
        return cls.model_validate({**dict(overview), "urls": WorldUrls.of(overview.world_id)})


class BranchPage(Record):
    """One page of a world's branches, newest first, and the address of the next."""

    world_id: Identifier
    branches: tuple[Branch, ...]
    next: str | None


class GraphPage(Record):
    """One page of a world's graph, and the address of the next.

    In the order it grew, or from a node upwards; then `established_by` is the transition that
    established what was asked for, if anything was.
    """

    world_id: Identifier
    nodes: tuple[GrownNode, ...]
    transitions: tuple[GrownTransition, ...]
    established_by: Identifier | None = None
    next: str | None


class Priors(Record):
    """What stood against earlier goals of a domain, most often first."""

    domain: Domain
    priors: tuple[Prior, ...]


class Webhooks(Record):
    """All webhooks of an owner, newest first."""

    webhooks: tuple[Webhook, ...]


class DeliveryPage(Record):
    """One page of the deliveries of a webhook, newest first, and the address of the next."""

    webhook_id: Identifier
    deliveries: tuple[Delivery, ...]
    next: str | None


class FieldProblem(Record):
    """One field at fault, and what to do about it."""

    field: str
    detail: str


class Problem(Record):
    """What went wrong (RFC 9457): `detail` says how to mend it.

    `field` is the field at fault, if one is, and `errors` are all of them. Of a film that was
    deleted there is `deleted_at`, and its `sha256`.
    """

    type: str
    title: str
    status: int
    detail: str
    field: str | None = None
    errors: tuple[FieldProblem, ...] = ()
    deleted_at: Instant | None = None
    sha256: Sha256 | None = None


class Health(Record):
    """Whether the web app can do its work."""

    status: Literal["ok", "unavailable"]
    database: Literal["ok", "unavailable"]
    version: Text
