"""Worlds for tests: episodes that run through, written as the workers would have written them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storyworld.archive import attempts, episodes, runs, world
from storyworld.archive.engine import writing
from storyworld.records.episode import EpisodeState
from storyworld.records.fact import Fact
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.verdict import EpistemicState, OutcomeKind
from storyworld.records.world import Commitment, NextStep, Transition, WorldNode
from tests import making

ACCEPTED = EpistemicState.ACCEPTED
REJECTED = EpistemicState.REJECTED
BLOCKED = EpistemicState.EPISTEMICALLY_INCOMPLETE
_ENDS = {
    ACCEPTED: (EpisodeState.COMPLETED, OutcomeKind.GOAL_ACHIEVED),
    REJECTED: (EpisodeState.IMPOSSIBLE, OutcomeKind.GOAL_IMPOSSIBLE),
    BLOCKED: (EpisodeState.EPISTEMICALLY_BLOCKED, OutcomeKind.EPISTEMICALLY_INCOMPLETE),
}


@dataclass(frozen=True)
class Beat:
    """How a beat ends, and what is measured in it: attribute -> seconds."""

    state: EpistemicState = ACCEPTED
    seconds: tuple[tuple[str, float], ...] = ()


def began(engine: Engine, goal: Goal) -> tuple[str, str]:
    """Begin an episode; give its name and its world's."""
    with writing(engine) as session:
        made = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=1.0, queue_limit=100_000
        ).summary
    return made.episode_id, made.world_id


def walked(
    engine: Engine,
    *beats: Beat,
    text: str = "a fall",
    world_id: str | None = None,
    from_node: str | None = None,
) -> tuple[Transition, ...]:
    """Run an episode to its end; give its transitions."""
    goal = Goal(text=text, world_id=world_id, from_node=from_node)
    episode_id, _ = began(engine, goal)
    return tuple(committed(engine, episode_id, nth, beats) for nth in range(len(beats)))


def committed(engine: Engine, episode_id: str, nth: int, beats: tuple[Beat, ...]) -> Transition:
    """Commit one beat of an episode, and end the episode with its last."""
    key, last = AttemptKey(episode_id=episode_id, beat=nth), nth + 1 == len(beats)
    with writing(engine) as session:
        attempts.save_beats(session, episode_id, (making.beat(index=nth),))
        attempts.open_attempt(session, making.attempt(key))
        seen = making.observation(observation_id=derived_id("obs", key))
        attempts.save_observations(session, key, (seen,))
        made = commitment(session, key, beats[nth], last=last)
        world.commit(session, made)
        if last:
            ending = runs.Ending(state=made.state, outcome=made.outcome, because=made.because)
            assert runs.end(session, episode_id, ending)
    assert made.transition is not None
    return made.transition


def commitment(session: Session, key: AttemptKey, beat: Beat, *, last: bool) -> Commitment:
    """Make what committing a beat does, over what holds at the head of its branch."""
    head, observation_id = world.head(session, key.episode_id), derived_id("obs", key)
    node = None
    if beat.state is ACCEPTED:
        node = WorldNode(
            node_id=derived_id("nd", key),
            world_id=head.world_id,
            facts=tuple(_over(head.facts, beat.seconds, observation_id)),
        )
    state, outcome = _ENDS[beat.state]
    return Commitment(
        transition=Transition(
            transition_id=derived_id("tr", key),
            world_id=head.world_id,
            episode_id=key.episode_id,
            beat=key.beat,
            from_node=head.node_id,
            to_node=node and node.node_id,
            observation_id=observation_id,
            video_uri=making.URI,
            video_sha256=making.SHA,
            state=beat.state,
            because=f"beat {key.beat} is {beat.state}",
        ),
        node=node,
        outcome=outcome if last else OutcomeKind.IN_PROGRESS,
        state=state if last else EpisodeState.EXECUTING,
        next=NextStep.STOP if last else NextStep.NEXT_BEAT,
        because="as it was seen",
    )


def _over(
    before: Iterable[Fact], seconds: Iterable[tuple[str, float]], observation_id: str
) -> Iterable[Fact]:
    held = {fact.attribute: fact for fact in before}
    for name, value in seconds:
        held[name] = Fact(
            subject="ball",
            attribute=name,
            quantity=making.seconds(value, 0.1),
            observation_id=observation_id,
            evidence_id=f"{observation_id}:{name}",
        )
    return held.values()
