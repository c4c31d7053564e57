"""The world graph as it is read: page by page, upwards from a node, and between two nodes.

What a read costs does not grow with the graph: each follows an index over (world, place). Place
counts a world's transitions in the order in which they came (:mod:`storyworld.archive.world`), and
a node has the place of the transition that leads to it; so a node with a million failed attempts
makes no page longer, a page shows what it showed however the graph has grown since, and a step
upwards is one look at an index.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, literal, select
from sqlalchemy.orm import Session

from storyworld.archive.graph_tables import NodeRow, TransitionRow, WorldRow
from storyworld.archive.statements import every, first
from storyworld.archive.tables import ObservationRow
from storyworld.errors import NotFound
from storyworld.records.world import GrownNode, GrownTransition, Stretch, WorldNode

_T = TransitionRow.__table__


def _lies_at(place: ColumnElement[int]) -> ColumnElement[bool]:
    """Find a node by its place: what grew together lies together, names lie anywhere."""
    return and_(NodeRow.world_id == _T.c.world_id, NodeRow.place == place)


_STEP = tuple(_T.c[name] for name in GrownTransition.model_fields)
_NODE = (NodeRow.record, NodeRow.place.label("node_place"), NodeRow.created_at.label("node_at"))
_ROOT = select(*_NODE).where(NodeRow.world_id == bindparam("world"), NodeRow.place == 0)
_ANY_NODE = select(*_NODE).where(
    NodeRow.node_id == bindparam("node"), NodeRow.world_id == bindparam("world")
)
_ANY_STEP = select(*_STEP, _T.c.from_place).where(
    _T.c.transition_id == bindparam("step"), _T.c.world_id == bindparam("world")
)
_UNTIL = (
    select(_T.c.place)
    .where(_T.c.world_id == bindparam("world"), _T.c.created_at <= bindparam("as_of"))
    .order_by(_T.c.created_at.desc(), _T.c.place.desc())
    .limit(1)
)
_GROWTH = (
    select(*_STEP, *_NODE)
    .outerjoin(NodeRow, _lies_at(_T.c.place))
    .where(_T.c.world_id == bindparam("world"), _T.c.place > bindparam("after"))
    .order_by(_T.c.place)
    .limit(bindparam("limit"))
)
_GROWTH_UNTIL = _GROWTH.where(_T.c.place <= bindparam("until"))
_GROWN = select(WorldRow.transitions).where(WorldRow.world_id == bindparam("world"))
_NAMED = select(_T.c.transition_id).where(
    _T.c.world_id == bindparam("world"), _T.c.place == bindparam("place")
)
_IN_VAIN = (
    select(*_STEP)
    .where(
        _T.c.world_id == bindparam("world"),
        _T.c.place > bindparam("after"),
        _T.c.to_node.is_(None),
    )
    .order_by(_T.c.place.desc())
    .limit(bindparam("limit"))
)
_WORLD = select(WorldRow.created_at).where(WorldRow.world_id == bindparam("world"))
_CITED = (
    select(*_STEP, _T.c.from_place)
    .join(
        ObservationRow,
        and_(
            ObservationRow.episode_id == _T.c.episode_id,
            ObservationRow.beat == _T.c.beat,
        ),
    )
    .where(
        ObservationRow.observation_id == bindparam("observation"),
        _T.c.world_id == bindparam("world"),
    )
)


def _upwards() -> Select[Any]:
    """Make the query for the places of the transitions up from a place, the nearest first."""
    way = (
        select(_T.c.place, _T.c.from_place, literal(1).label("steps"))
        .where(_T.c.world_id == bindparam("world"), _T.c.place == bindparam("start"))
        .cte("way", recursive=True)
    )
    way = way.union_all(
        select(_T.c.place, _T.c.from_place, way.c.steps + 1)
        .join(way, _T.c.place == way.c.from_place)
        .where(_T.c.world_id == bindparam("world"), way.c.steps < bindparam("limit"))
    )
    return select(way.c.place).order_by(way.c.steps)


_UPWARDS = _upwards()
# a join with the way itself would have SQLite look at the whole world first
_AT = (
    select(*_STEP, *_NODE)
    .join(NodeRow, _lies_at(_T.c.from_place))
    .where(_T.c.world_id == bindparam("world"), _T.c.place.in_(bindparam("places", expanding=True)))
    .order_by(_T.c.place.desc())
)


def require(session: Session, world_id: str) -> datetime:
    """Tell when a world was made.

    Raises
    ------
    NotFound
        If there is no such world.
    """
    row = first(session, _WORLD, {"world": world_id})
    if row is None:
        raise NotFound(f"there is no world {world_id}: GET /worlds lists them", field="world_id")
    made: datetime = row.created_at
    return made


def page(
    session: Session,
    world_id: str,
    *,
    limit: int = 100,
    after: str | None = None,
    as_of: datetime | None = None,
) -> Stretch:
    """Give the next transitions in the order the world grew, each with the node it leads to.

    Parameters
    ----------
    limit
        How many transitions at most; the first page has the world's root besides.
    after
        The transition behind which the page begins.
    as_of
        Show the graph as it was at this instant.

    Raises
    ------
    NotFound
        If there is no such world, or `after` is none of its transitions.
    """
    born = require(session, world_id)
    given: dict[str, object] = {"world": world_id, "limit": limit + 1, "after": 0}
    if after is not None:
        given["after"] = _step(session, world_id, after, "after").place
    query = _GROWTH
    if as_of is not None:
        until = first(session, _UNTIL, {"world": world_id, "as_of": as_of})
        query, given = _GROWTH_UNTIL, {**given, "until": until.place if until else 0}
    rows = every(session, query, given)
    nodes = [_node(row) for row in rows[:limit] if row.record is not None]
    if after is None and (as_of is None or born <= as_of):
        root = first(session, _ROOT, {"world": world_id})
        nodes = [*([_node(root)] if root else []), *nodes]
    steps = tuple(_transition(row) for row in rows[:limit])
    return Stretch(
        world_id=world_id,
        nodes=tuple(nodes),
        transitions=steps,
        after=steps[-1].transition_id if len(rows) > limit else None,
    )


def latest(session: Session, world_id: str, *, limit: int = 100) -> Stretch:
    """Give the newest transitions in the order the world grew: its last page.

    `after` is the transition behind which the page before it begins; None where there is none
    before it, or it begins with the root.

    Raises
    ------
    NotFound
        If there is no such world.
    """
    require(session, world_id)
    grown = first(session, _GROWN, {"world": world_id})
    start = max((grown.transitions if grown else 0) - limit, 0)
    found = page(session, world_id, limit=limit, after=named_at(session, world_id, start))
    return found.revised(after=named_at(session, world_id, max(start - limit, 0)))


def named_at(session: Session, world_id: str, place: int) -> str | None:
    """Name the transition at a place of a world's growth; None at its root."""
    row = first(session, _NAMED, {"world": world_id, "place": place})
    return None if row is None else str(row.transition_id)


def in_vain(
    session: Session, world_id: str, *, limit: int = 10, among: int = 1000
) -> tuple[GrownTransition, ...]:
    """Give what led nowhere, newest first, `among` the newest transitions of a world."""
    grown = first(session, _GROWN, {"world": world_id})
    after = (grown.transitions if grown else 0) - among
    given = {"world": world_id, "after": after, "limit": limit}
    return tuple(_transition(row) for row in every(session, _IN_VAIN, given))


def ancestors(
    session: Session, world_id: str, of: str, *, limit: int = 100, after: str | None = None
) -> Stretch:
    """Give the way from a node or transition up to its world's root, the nearest first.

    Each transition comes with the node it starts from, and `of` itself with the first of them.

    Parameters
    ----------
    of
        A node, or a transition, which may be one that leads nowhere.
    after
        The transition on that way behind which to go on.

    Raises
    ------
    NotFound
        If there is no such world, or no such node or transition in it; or `after` cannot lead
        there.
    """
    require(session, world_id)
    nodes: list[GrownNode] = []
    if of.startswith("tr_"):
        step = _step(session, world_id, of, "ancestors_of")
        start, leads_to = step.place, step.to_node
    else:
        leads_to = of
    if leads_to is not None:
        nodes = [node(session, world_id, leads_to, "ancestors_of")]
        start = nodes[0].place
    if after is not None:
        behind = _step(session, world_id, after, "after")
        if behind.place > start:
            raise NotFound(f"{after} came after {of}: it does not lead there", field="after")
        nodes, start = [], behind.from_place
    given = {"world": world_id, "start": start, "limit": limit}
    places = [row.place for row in every(session, _UPWARDS, given)]
    rows = every(session, _AT, {"world": world_id, "places": places}) if places else ()
    steps = tuple(_transition(row) for row in rows)
    nodes += [_node(row) for row in rows]
    above = nodes[-1].place if nodes else 0
    return Stretch(
        world_id=world_id,
        nodes=tuple(nodes),
        transitions=steps,
        after=steps[-1].transition_id if steps and above > 0 else None,
    )


def established(
    session: Session, world_id: str, of: str, subject: str, attribute: str
) -> GrownTransition:
    """Give the transition that established what holds at a node, or before a transition.

    It is that of the attempt whose observation the fact cites.

    Raises
    ------
    NotFound
        If there is no such world, node or transition, or nothing of the kind holds there.
    """
    require(session, world_id)
    if of.startswith("tr_"):
        step = _step(session, world_id, of, "ancestors_of")
        of = step.to_node or step.from_node
    holding = node(session, world_id, of, "ancestors_of")
    row = None
    for fact in holding.facts:
        if (fact.subject, fact.attribute) == (subject, attribute):
            cited = {"world": world_id, "observation": fact.observation_id}
            row = first(session, _CITED, cited)
    if row is None:
        raise NotFound(f"no {subject}.{attribute} is established at {of}", field="claim")
    return _transition(row)


def node(session: Session, world_id: str, node_id: str, field: str) -> GrownNode:
    """Give a node of a world; `field` is what the asker called it.

    Raises
    ------
    NotFound
        If the world has no such node.
    """
    row = first(session, _ANY_NODE, {"world": world_id, "node": node_id})
    if row is None:
        raise NotFound(f"world {world_id} has no node {node_id}", field=field)
    return _node(row)


def _step(session: Session, world_id: str, transition_id: str, field: str) -> Row[Any]:
    row = first(session, _ANY_STEP, {"world": world_id, "step": transition_id})
    if row is None:
        raise NotFound(f"world {world_id} has no transition {transition_id}", field=field)
    return row


def _transition(row: Row[Any]) -> GrownTransition:
    return GrownTransition(**{name: getattr(row, name) for name in GrownTransition.model_fields})


def _node(row: Row[Any]) -> GrownNode:
    found: WorldNode = row.record
    return GrownNode(**dict(found), place=row.node_place, created_at=row.node_at)
