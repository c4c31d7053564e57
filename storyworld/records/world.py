"""The world graph: facts with provenance, nodes, and transitions tied to observations."""

from enum import StrEnum

from pydantic import NonNegativeInt, PositiveInt

from storyworld.records.episode import EpisodeState, Reframing
from storyworld.records.fact import Fact
from storyworld.records.frozen import Identifier, Instant, Record, Sha256, Text
from storyworld.records.verdict import EpistemicState, OutcomeKind


class WorldNode(Record):
    """A state of a world: the facts that hold there."""

    node_id: Identifier
    world_id: Identifier
    facts: tuple[Fact, ...] = ()


class Transition(Record):
    """A step of a world that was observed. A rejected one leads nowhere (`to_node` None)."""

    transition_id: Identifier
    world_id: Identifier
    episode_id: Identifier
    beat: int
    from_node: Identifier
    to_node: Identifier | None
    observation_id: str
    video_uri: Text
    video_sha256: Sha256
    state: EpistemicState
    because: Text


class WorldState(Record):
    """An episode's branch of its world: every node and transition, and where it has come to."""

    world_id: Identifier
    episode_id: Identifier
    head: WorldNode
    nodes: tuple[WorldNode, ...]
    transitions: tuple[Transition, ...]


class GrownNode(WorldNode):
    """A node as the graph has it: its place in the growth of its world (a root: 0), and when."""

    place: NonNegativeInt
    created_at: Instant


class GrownTransition(Transition):
    """A transition as the graph has it: its place in the growth of its world, and when it came."""

    place: PositiveInt
    created_at: Instant


class Stretch(Record):
    """A stretch of a world's graph, and the transition behind which it goes on, if it does."""

    world_id: Identifier
    nodes: tuple[GrownNode, ...]
    transitions: tuple[GrownTransition, ...]
    after: Identifier | None


class ChangedFact(Record):
    """What two nodes hold of the same attribute of the same subject.

    `sigma` is how far the two quantities lie apart, in standard uncertainties of their
    difference; None where neither has one, or their units differ.
    """

    before: Fact
    after: Fact
    sigma: float | None


class Side(Record):
    """The way from a node up to the nearest one it has in common with another.

    `episodes` went it, the one nearest to the node first: the first hundred of them, where it
    had more.
    """

    transitions: NonNegativeInt
    episodes: tuple[Identifier, ...]


class WorldDiff(Record):
    """What sets two nodes of a world apart: their facts, and the ways to each.

    `common` is their nearest common ancestor; None where that lies further up than was looked,
    and the sides then end where the looking did.
    """

    world_id: Identifier
    from_node: Identifier
    to_node: Identifier
    only_from: tuple[Fact, ...]
    only_to: tuple[Fact, ...]
    changed: tuple[ChangedFact, ...]
    common: Identifier | None
    from_side: Side
    to_side: Side


class WorldSummary(Record):
    """One line of the list of worlds; `name` is the text of the goal it began with.

    `transitions` is how many it has, `grown_at` when the last of them came.
    """

    world_id: Identifier
    name: Text
    created_at: Instant
    grown_at: Instant
    transitions: NonNegativeInt
    root_node: Identifier


class WorldOverview(WorldSummary):
    """A world, and how many of its episodes ended how."""

    episodes: tuple[tuple[OutcomeKind, int], ...]


class Branch(Record):
    """One episode's part of a world: the node it began at, and the one it has come to."""

    episode_id: Identifier
    goal: Text
    root_node: Identifier
    head_node: Identifier
    outcome: OutcomeKind
    because: Text
    created_at: Instant


class NextStep(StrEnum):
    """What happens after a beat's attempt was committed."""

    STOP = "stop"
    RETRY = "retry"
    NEXT_BEAT = "next_beat"


class Commitment(Record):
    """What committing a judgement does: a transition and node or none, the outcome, what follows.

    `outcome` is IN_PROGRESS unless `next` is STOP; `reframing` is there where it is RETRY.
    """

    transition: Transition | None
    node: WorldNode | None
    outcome: OutcomeKind
    state: EpisodeState
    next: NextStep
    because: Text
    reframing: Reframing | None = None
