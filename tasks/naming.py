"""What stages use and make, as provenance names it: by kind, name and digest."""

from collections.abc import Iterator

from storyworld.records.account import Filming, walk_name
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Thing, ThingKind
from storyworld.records.verdict import Judgement
from storyworld.records.world import Commitment


def observed(observations: tuple[Observation, ...]) -> Iterator[Thing]:
    """Name observations."""
    for seen in observations:
        yield Thing.of(ThingKind.OBSERVATION, seen.observation_id, seen)


def filmed(filming: Filming) -> Iterator[Thing]:
    """Name a film, and how it was declared and is held to have been made."""
    if filming.artifact is not None:
        yield filming.artifact.thing
    yield Thing.of(ThingKind.ATTEMPT, filming.name, filming)


def judged(key: AttemptKey, judgement: Judgement) -> Iterator[Thing]:
    """Name the judgement of an attempt."""
    yield Thing.of(ThingKind.JUDGEMENT, walk_name(key.beat, key.attempt), judgement)


def committed(key: AttemptKey, commitment: Commitment) -> Iterator[Thing]:
    """Name what a judgement did to the world, and what it decided of the run."""
    if commitment.node is not None:
        yield Thing.of(ThingKind.NODE, commitment.node.node_id, commitment.node)
    if commitment.transition is not None:
        transition = commitment.transition
        yield Thing.of(ThingKind.TRANSITION, transition.transition_id, transition)
    yield Thing.of(ThingKind.COMMITMENT, walk_name(key.beat, key.attempt), commitment)
