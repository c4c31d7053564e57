"""The world graph: facts with provenance, nodes, and transitions tied to observations."""

from enum import StrEnum

from storyworld.records.episode import EpisodeState, Reframing
from storyworld.records.fact import Fact
from storyworld.records.frozen import Identifier, Record, Sha256, Text
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
