"""The account of an episode: all the archive holds of it, read in one snapshot."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from storyworld.archive import attempts, graph, provenance, runs, world
from storyworld.archive.graph_tables import BranchRow, NodeRow, TransitionRow
from storyworld.archive.tables import (
    ArtifactRow,
    AttemptRow,
    BeatRow,
    EpisodeRow,
    JudgementRow,
    StepRow,
)
from storyworld.errors import IntegrityError, NotFound
from storyworld.records.account import Account, Established, Filming, Run, StepTaken, Walked
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.world import WorldState

_STEPS: Final = 1000


def account(session: Session, episode_id: str) -> Account:
    """Give everything of one episode, as far as it got.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    row = runs.get(session, episode_id)
    branch = session.get(BranchRow, episode_id)
    if branch is None:
        raise IntegrityError(f"{episode_id} has no branch")
    state = world.world_state(session, episode_id)
    beats = session.scalars(
        select(BeatRow).where(BeatRow.episode_id == episode_id).order_by(BeatRow.beat)
    )
    links = provenance.links(session, episode_id)
    return Account(
        run=Run(
            episode_id=episode_id,
            world_id=row.world_id,
            root_node=branch.root_node,
            head_node=branch.head_node,
            **{
                name: getattr(row, name)
                for name in Run.model_fields
                if name not in {"episode_id", "world_id", "root_node", "head_node"}
            },
        ),
        goal=row.goal,
        vetoed=row.vetoed,
        beats=tuple(beat.record for beat in beats),
        walks=_walks(session, episode_id),
        nodes=state.nodes,
        transitions=state.transitions,
        links=links,
        head=provenance.head(session, episode_id),
        steps=_steps(session, episode_id),
        established=_established(session, state),
    )


def of_world(session: Session, world_id: str) -> Iterator[Account]:
    """Give the accounts of a world's episodes that have ended, in the order in which they began.

    The node that an episode starts from is then established by one before it.
    """
    ids = session.scalars(
        select(EpisodeRow.episode_id)
        .where(EpisodeRow.world_id == world_id, EpisodeRow.state.not_in(runs.RUNNING))
        .order_by(EpisodeRow.episode_id)
    ).all()
    return (account(session, episode_id) for episode_id in ids)


def on_the_way_to(session: Session, node_id: str) -> tuple[str, ...]:
    """Name the episodes whose transitions lead from the root of a world to a node, in that order.

    Raises
    ------
    NotFound
        If there is no such node.
    """
    node = session.get(NodeRow, node_id)
    if node is None:
        raise NotFound(f"there is no node {node_id}", field="node_id")
    found: list[str] = []
    after: str | None = None
    while True:
        way = graph.ancestors(session, node.world_id, node_id, limit=_STEPS, after=after)
        found += [step.episode_id for step in way.transitions]
        if way.after is None:
            return tuple(dict.fromkeys(reversed(found)))
        after = way.after


def _walks(session: Session, episode_id: str) -> tuple[Walked, ...]:
    """Give its attempts, and the judgements of beats that were never to be filmed."""
    opened = {
        (row.beat, row.attempt): row
        for row in session.scalars(select(AttemptRow).where(AttemptRow.episode_id == episode_id))
    }
    judged = session.execute(
        select(JudgementRow.beat, JudgementRow.attempt).where(JudgementRow.episode_id == episode_id)
    )
    places = sorted({*opened, *((beat, attempt) for beat, attempt in judged)})
    return tuple(
        _walk(session, AttemptKey(episode_id=episode_id, beat=beat, attempt=attempt), opened)
        for beat, attempt in places
    )


def _walk(session: Session, key: AttemptKey, opened: dict[tuple[int, int], AttemptRow]) -> Walked:
    row = opened.get((key.beat, key.attempt))
    film = session.get(ArtifactRow, (key.episode_id, key.beat, key.attempt))
    return Walked(
        beat=key.beat,
        attempt=key.attempt,
        filming=None
        if row is None
        else Filming.of(attempts.attempt(session, key), attempts.artifact(session, key)),
        created_at=row.created_at if row else None,
        made_at=film.created_at if film else None,
        deleted_at=film.deleted_at if film else None,
        observations=attempts.observations(session, key),
        judgement=attempts.judgement(session, key),
    )


def _established(session: Session, state: WorldState) -> tuple[Established, ...]:
    nodes = select(NodeRow.node_id, NodeRow.created_at, NodeRow.place).where(
        NodeRow.node_id.in_([node.node_id for node in state.nodes])
    )
    transitions = select(
        TransitionRow.transition_id, TransitionRow.created_at, TransitionRow.place
    ).where(TransitionRow.episode_id == state.episode_id)
    rows = sorted((*session.execute(nodes), *session.execute(transitions)), key=lambda r: r[0])
    return tuple(Established(name=name, at=at, place=place) for name, at, place in rows)


def _steps(session: Session, episode_id: str) -> tuple[StepTaken, ...]:
    rows = session.scalars(select(StepRow).where(StepRow.episode_id == episode_id))
    order = list(Stage)
    taken = (StepTaken(**{n: getattr(row, n) for n in StepTaken.model_fields}) for row in rows)
    return tuple(sorted(taken, key=lambda s: (s.beat, s.attempt, order.index(s.stage))))
