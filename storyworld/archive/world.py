"""Worlds, nodes, branches and transitions: how they are written, and one episode's part of them.

A world grows one transition at a time: whoever commits takes the next place by an update of the
world's row, which PostgreSQL holds until the transaction ends and SQLite needs no lock for. So
places have no gap, are in the order of commits, and no place appears below one that was read.
"""

from datetime import UTC, datetime

from sqlalchemy import bindparam, case, insert, select, update
from sqlalchemy.orm import Session

from storyworld.archive.graph_tables import BranchRow, NodeRow, TransitionRow, WorldRow
from storyworld.archive.statements import every, first, insert_rows, swapped
from storyworld.archive.tables import BeatRow, EpisodeRow
from storyworld.errors import IntegrityError, NotFound
from storyworld.records.access import LOCAL
from storyworld.records.goal import MAX_GOAL_CHARACTERS, Goal
from storyworld.records.identity import new_id
from storyworld.records.verdict import EpistemicState
from storyworld.records.world import Commitment, Transition, WorldNode, WorldState

_HEAD = (
    select(NodeRow.record)
    .join(BranchRow, BranchRow.head_node == NodeRow.node_id)
    .where(BranchRow.episode_id == bindparam("episode_id"))
)
# a clock that was set back does not set the world back
_GROW = (
    update(WorldRow)
    .where(WorldRow.world_id == bindparam("world"))
    .values(
        transitions=WorldRow.transitions + 1,
        grown_at=case(
            (WorldRow.grown_at > bindparam("now"), WorldRow.grown_at), else_=bindparam("now")
        ),
    )
    .returning(WorldRow.transitions, WorldRow.grown_at)
)
_PLACE = select(NodeRow.place).where(NodeRow.node_id == bindparam("node_id"))
_MOVE = (
    update(BranchRow)
    .where(
        BranchRow.episode_id == bindparam("episode"), BranchRow.head_node == bindparam("from_node")
    )
    .values(head_node=bindparam("to_node"))
)
_ESTABLISHING = (
    select(EpisodeRow.goal, EpisodeRow.episode_id, TransitionRow.beat)
    .join(TransitionRow, TransitionRow.episode_id == EpisodeRow.episode_id)
    .where(TransitionRow.to_node == bindparam("node_id"))
)

_BEATS = (
    select(BeatRow.record)
    .where(BeatRow.episode_id == bindparam("episode_id"))
    .order_by(BeatRow.beat)
)


def begin(session: Session, goal: Goal, owner: str = LOCAL) -> tuple[str, str]:
    """Find or make the world and the node an episode starts from; give their ids.

    A fresh world is the owner's, and no other owner's is found.

    Raises
    ------
    NotFound
        If the goal names a world or node that the owner does not have, or a node of another world.
    """
    if goal.world_id is not None and not _owns(session, owner, goal.world_id):
        raise NotFound(f"there is no world {goal.world_id}", field="world_id")
    if goal.from_node is not None:
        node = session.get(NodeRow, goal.from_node)
        if node is None or not _owns(session, owner, node.world_id):
            raise NotFound(f"there is no node {goal.from_node}", field="from_node")
        if goal.world_id not in (None, node.world_id):
            raise NotFound(
                f"node {node.node_id} belongs to world {node.world_id}, not {goal.world_id}: "
                "leave world_id out, or take a node of that world",
                field="from_node",
            )
        return node.world_id, node.node_id
    if goal.world_id is not None:
        return goal.world_id, _root(session, goal.world_id)
    world_id, now = new_id("wd"), datetime.now(UTC)
    row = {"world_id": world_id, "owner": owner, "created_at": now, "grown_at": now}
    insert_rows(session, insert(WorldRow), row)
    root = WorldNode(node_id=new_id("nd"), world_id=world_id)
    _add_node(session, root, place=0, at=now)
    return world_id, root.node_id


def _owns(session: Session, owner: str, world_id: str) -> bool:
    row = session.get(WorldRow, world_id)
    return row is not None and row.owner == owner


def _root(session: Session, world_id: str) -> str:
    root = session.scalars(
        select(NodeRow.node_id).where(NodeRow.world_id == world_id, NodeRow.place == 0)
    ).first()
    if root is None:
        raise IntegrityError(f"world {world_id} has no root")
    return root


def _add_node(session: Session, node: WorldNode, *, place: int, at: datetime) -> None:
    row = {
        "node_id": node.node_id,
        "world_id": node.world_id,
        "place": place,
        "record": node,
        "created_at": at,
    }
    insert_rows(session, insert(NodeRow), row)


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
        If the branch has moved on since the commitment was made, or never began.
    """
    transition = commitment.transition
    if transition is None:
        return
    start = first(session, _PLACE, {"node_id": transition.from_node})
    grown = first(session, _GROW, {"world": transition.world_id, "now": datetime.now(UTC)})
    if start is None or grown is None:
        raise IntegrityError(f"{transition.transition_id} starts from nowhere")
    if commitment.node is not None:
        _add_node(session, commitment.node, place=grown.transitions, at=grown.grown_at)
    row = {
        **transition.model_dump(),
        "place": grown.transitions,
        "from_place": start.place,
        "created_at": grown.grown_at,
    }
    insert_rows(session, insert(TransitionRow), row)
    if commitment.node is None:
        return
    moved = swapped(
        session,
        _MOVE,
        {
            "episode": transition.episode_id,
            "from_node": transition.from_node,
            "to_node": commitment.node.node_id,
        },
    )
    if not moved:
        raise IntegrityError(f"the branch of {transition.episode_id} moved under the commit")


def established_by(session: Session, node_id: str) -> Goal | None:
    """Give the goal of the episode that came to a node; None for a root, where none has.

    Of a goal of several beats that is its text up to the beat that led there: what was to follow
    has not happened at that node.
    """
    row = first(session, _ESTABLISHING, {"node_id": node_id})
    if row is None:
        return None
    goal: Goal = row.goal
    beats = every(session, _BEATS, {"episode_id": row.episode_id})
    if row.beat + 1 >= len(beats):
        return goal
    told = ". Then ".join(b.record.scenario.intent.text for b in beats[: row.beat + 1])
    return goal.revised(text=told[:MAX_GOAL_CHARACTERS])


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
