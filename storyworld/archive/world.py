"""Worlds, nodes, branches and transitions."""

from datetime import UTC, datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from storyworld.archive.statements import first, insert_rows, swapped
from storyworld.archive.tables import BranchRow, NodeRow, TransitionRow, WorldRow
from storyworld.errors import IntegrityError, NotFound
from storyworld.records.goal import Goal
from storyworld.records.identity import new_id
from storyworld.records.verdict import EpistemicState
from storyworld.records.world import Commitment, Transition, WorldNode, WorldState

_HEAD = (
    select(NodeRow.record)
    .join(BranchRow, BranchRow.head_node == NodeRow.node_id)
    .where(BranchRow.episode_id == bindparam("episode_id"))
)


def begin(session: Session, goal: Goal) -> tuple[str, str]:
    """Find or make the world and the node an episode starts from; give their ids.

    Raises
    ------
    NotFound
        If the goal names a world or node that does not exist, or a node of another world.
    """
    if goal.from_node is not None:
        node = session.get(NodeRow, goal.from_node)
        if node is None or goal.world_id not in (None, node.world_id):
            raise NotFound(f"there is no node {goal.from_node} in that world", field="from_node")
        return node.world_id, node.node_id
    if goal.world_id is not None:
        if session.get(WorldRow, goal.world_id) is None:
            raise NotFound(f"there is no world {goal.world_id}", field="world_id")
        return goal.world_id, _root(session, goal.world_id)
    world_id = new_id("wd")
    row = {"world_id": world_id, "created_at": datetime.now(UTC)}
    insert_rows(session, insert(WorldRow), row)
    return world_id, _add_node(session, WorldNode(node_id=new_id("nd"), world_id=world_id))


def _root(session: Session, world_id: str) -> str:
    first = session.scalars(
        select(NodeRow.node_id)
        .where(NodeRow.world_id == world_id)
        .order_by(NodeRow.created_at, NodeRow.node_id)
        .limit(1)
    ).first()
    if first is None:
        raise IntegrityError(f"world {world_id} has no node")
    return first


def _add_node(session: Session, node: WorldNode) -> str:
    row = {
        "node_id": node.node_id,
        "world_id": node.world_id,
        "record": node,
        "created_at": datetime.now(UTC),
    }
    insert_rows(session, insert(NodeRow), row)
    return node.node_id


def branch(session: Session, episode_id: str, world_id: str, root: str) -> None:
    """Open the episode's branch at its root node."""
    session.add(BranchRow(episode_id=episode_id, world_id=world_id, root_node=root, head_node=root))


def head(session: Session, episode_id: str) -> WorldNode:
    """Give the node the episode's branch has come to.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    row = first(session, _HEAD, {"episode_id": episode_id})
    if row is None:
        raise NotFound(f"there is no simulation {episode_id}")
    node: WorldNode = row.record
    return node


def commit(session: Session, commitment: Commitment) -> None:
    """Write the node and transition of a commitment, and move the branch's head.

    Raises
    ------
    IntegrityError
        If the branch has moved on since the commitment was made.
    """
    transition = commitment.transition
    if transition is None:
        return
    if commitment.node is not None:
        _add_node(session, commitment.node)
    row = {**transition.model_dump(), "created_at": datetime.now(UTC)}
    insert_rows(session, insert(TransitionRow), row)
    if commitment.node is None:
        return
    moved = swapped(
        session,
        update(BranchRow)
        .where(
            BranchRow.episode_id == transition.episode_id,
            BranchRow.head_node == transition.from_node,
        )
        .values(head_node=commitment.node.node_id),
    )
    if not moved:
        raise IntegrityError(f"the branch of {transition.episode_id} moved under the commit")


def transitions(session: Session, episode_id: str) -> tuple[Transition, ...]:
    """Give an episode's transitions in the order of its beats, rejected ones too."""
    rows = session.scalars(
        select(TransitionRow)
        .where(TransitionRow.episode_id == episode_id)
        .order_by(TransitionRow.beat)
    )
    return tuple(
        Transition(**{f: getattr(row, f) for f in Transition.model_fields}) for row in rows
    )


def world_state(session: Session, episode_id: str) -> WorldState:
    """Give the episode's branch: every node and transition on it, and where it has come to.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    branch_row = session.get(BranchRow, episode_id)
    if branch_row is None:
        raise NotFound(f"there is no simulation {episode_id}")
    steps = transitions(session, episode_id)
    accepted = [t.to_node for t in steps if t.state is EpistemicState.ACCEPTED and t.to_node]
    ids = [branch_row.root_node, *accepted]
    found = {
        row.node_id: row.record
        for row in session.scalars(select(NodeRow).where(NodeRow.node_id.in_(ids)))
    }
    return WorldState(
        world_id=branch_row.world_id,
        episode_id=episode_id,
        head=found[branch_row.head_node],
        nodes=tuple(found[i] for i in ids),
        transitions=steps,
    )
