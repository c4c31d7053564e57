"""What sets two nodes of a world apart: their facts, and the ways that lead to each."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import (
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    literal,
    select,
)
from sqlalchemy.orm import Session

from storyworld.archive import graph
from storyworld.archive.graph_tables import NodeRow, TransitionRow
from storyworld.archive.statements import every, first
from storyworld.records.fact import Fact
from storyworld.records.world import ChangedFact, Side, WorldDiff, WorldNode

MOST_STEPS: Final = 5_000
"""How far up is looked for a common ancestor, counted over both ways."""
MOST_EPISODES: Final = 100
"""How many episodes of a side are named."""

_T = TransitionRow.__table__
_AT = select(NodeRow.node_id).where(
    NodeRow.world_id == bindparam("world"), NodeRow.place == bindparam("place")
)


def _climbing() -> Select[Any]:
    """Make the query that goes up from two nodes until they meet, the later one always next.

    A node's ancestors have lower places than it has, so the higher of two places is no ancestor
    of the lower: going up from it misses none they have in common. Each row is one step: where
    both stand after it, and the episode that went it.
    """
    ways = select(
        cast(bindparam("left"), Integer).label("left"),
        cast(bindparam("right"), Integer).label("right"),
        literal(0).label("steps"),
        cast(literal(""), String(64)).label("episode_id"),
    ).cte("ways", recursive=True)
    of_left = ways.c.left > ways.c.right
    higher = case((of_left, ways.c.left), else_=ways.c.right)
    ways = ways.union_all(
        select(
            case((of_left, _T.c.from_place), else_=ways.c.left),
            case((of_left, ways.c.right), else_=_T.c.from_place),
            ways.c.steps + 1,
            _T.c.episode_id,
        )
        .select_from(ways)
        .join(_T, and_(_T.c.world_id == bindparam("world"), _T.c.place == higher))
        .where(ways.c.left != ways.c.right, ways.c.steps < bindparam("most"))
    )
    return select(ways).order_by(ways.c.steps)


_CLIMB = _climbing()


def diff(
    session: Session, world_id: str, from_node: str, to_node: str, *, most_steps: int = MOST_STEPS
) -> WorldDiff:
    """Compare two nodes of a world.

    Parameters
    ----------
    most_steps
        How far up is looked for what they have in common, counted over both ways.

    Raises
    ------
    NotFound
        If there is no such world, or no such node in it.
    """
    graph.require(session, world_id)
    left = graph.node(session, world_id, from_node, "from")
    right = graph.node(session, world_id, to_node, "to")
    given = {"world": world_id, "left": left.place, "right": right.place, "most": most_steps}
    steps = every(session, _CLIMB, given)
    end = steps[-1]
    met = end.left == end.right
    common = first(session, _AT, {"world": world_id, "place": end.left}) if met else None
    before, after = _by_name(left), _by_name(right)
    return WorldDiff(
        world_id=world_id,
        from_node=from_node,
        to_node=to_node,
        only_from=tuple(fact for name, fact in before.items() if name not in after),
        only_to=tuple(fact for name, fact in after.items() if name not in before),
        changed=tuple(
            ChangedFact(before=fact, after=after[name], sigma=_sigma(fact, after[name]))
            for name, fact in before.items()
            if name in after and fact.quantity != after[name].quantity
        ),
        common=None if common is None else common.node_id,
        from_side=_side(steps, "left"),
        to_side=_side(steps, "right"),
    )


def _by_name(node: WorldNode) -> dict[tuple[str, str], Fact]:
    return {(fact.subject, fact.attribute): fact for fact in node.facts}


def _sigma(before: Fact, after: Fact) -> float | None:
    """Give the difference of two quantities in standard uncertainties of that difference.

    References
    ----------
    JCGM 100:2008, 5.1.2: the variances of independent quantities add up.
    """
    one, other = before.quantity, after.quantity
    u = math.hypot(one.uncertainty, other.uncertainty)
    if one.unit is not other.unit or u == 0.0:
        return None
    return abs(other.value - one.value) / u


def _side(steps: Sequence[Row[Any]], side: str) -> Side:
    """Tell what one of the two went up, step by step."""
    went = [
        now.episode_id
        for before, now in pairwise(steps)
        if getattr(before, side) != getattr(now, side)
    ]
    return Side(transitions=len(went), episodes=tuple(dict.fromkeys(went))[:MOST_EPISODES])
