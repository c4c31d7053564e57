"""Where a goal would start: the node it names, and what is established there."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from storyworld.archive import world
from storyworld.archive.graph_tables import NodeRow, WorldRow
from storyworld.errors import NotFound
from storyworld.records.goal import Goal
from storyworld.records.world import WorldNode


@dataclass(frozen=True)
class Start:
    """The node a goal starts from, and the goal that came to it; None at a world's root."""

    node: WorldNode
    before: Goal | None


def start_of(session: Session, goal: Goal, owner: str) -> Start | None:
    """Give where a goal would start, among an owner's worlds; None where it begins a fresh one.

    Raises
    ------
    NotFound
        If the owner has no such world or node, or the node is of another world.
    """
    if goal.world_id is None and goal.from_node is None:
        return None
    if goal.world_id is not None and not _owns(session, goal.world_id, owner):
        raise NotFound(
            f"there is no world {goal.world_id}: leave it out, or take one of /worlds",
            field="world_id",
        )
    if goal.from_node is None:
        at_root = (NodeRow.world_id == goal.world_id, NodeRow.place == 0)
        node = session.scalars(select(NodeRow).where(*at_root)).one()
    else:
        found = session.get(NodeRow, goal.from_node)
        if found is None or not _owns(session, found.world_id, owner):
            raise NotFound(
                f"there is no node {goal.from_node}: leave it out, or take one of a world's graph",
                field="from_node",
            )
        if goal.world_id not in (None, found.world_id):
            raise NotFound(
                f"node {found.node_id} belongs to world {found.world_id}, not {goal.world_id}: "
                "leave world_id out, or take a node of that world",
                field="from_node",
            )
        node = found
    return Start(node.record, world.established_by(session, node.node_id))


def _owns(session: Session, world_id: str, owner: str) -> bool:
    row = session.get(WorldRow, world_id)
    return row is not None and row.owner == owner
