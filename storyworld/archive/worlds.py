"""Worlds as they are listed: what they began with, how far they have grown, their branches."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from storyworld.archive.graph import require
from storyworld.archive.graph_tables import BranchRow, NodeRow, WorldRow
from storyworld.archive.statements import every
from storyworld.archive.tables import EpisodeRow
from storyworld.records.access import LOCAL
from storyworld.records.verdict import OutcomeKind
from storyworld.records.world import Branch, WorldOverview, WorldSummary

_FIRST = (
    select(func.min(BranchRow.episode_id))
    .where(BranchRow.world_id == WorldRow.world_id)
    .correlate(WorldRow)  # two levels up: of itself it would look through the branches of all
    .scalar_subquery()
)
_NAME = select(EpisodeRow.goal_text).where(EpisodeRow.episode_id == _FIRST).scalar_subquery()
_ROOT = (
    select(NodeRow.node_id)
    .where(NodeRow.world_id == WorldRow.world_id, NodeRow.place == 0)
    .scalar_subquery()
)
_SUMMARY = select(
    WorldRow.world_id,
    func.coalesce(_NAME, "").label("name"),
    WorldRow.created_at,
    WorldRow.grown_at,
    WorldRow.transitions,
    _ROOT.label("root_node"),
)
_OUTCOMES = (
    select(EpisodeRow.outcome, func.count().label("episodes"))
    .where(EpisodeRow.world_id == bindparam("world"))
    .group_by(EpisodeRow.outcome)
)
_BRANCHES = select(
    BranchRow.episode_id,
    EpisodeRow.goal_text.label("goal"),
    BranchRow.root_node,
    BranchRow.head_node,
    EpisodeRow.outcome,
    EpisodeRow.because,
    EpisodeRow.created_at,
).join(EpisodeRow, EpisodeRow.episode_id == BranchRow.episode_id)


def several(
    session: Session, *, limit: int, before: str | None = None, owner: str | None = LOCAL
) -> tuple[WorldSummary, ...]:
    """Give an owner's worlds (None: everybody's), newest first.

    `before` is the id of the last one already seen.
    """
    query = _SUMMARY.order_by(WorldRow.world_id.desc()).limit(limit)
    if owner is not None:
        query = query.where(WorldRow.owner == owner)
    if before is not None:
        query = query.where(WorldRow.world_id < before)  # ids sort by time
    return tuple(WorldSummary(**_named(row)) for row in every(session, query, {}))


def overview(session: Session, world_id: str) -> WorldOverview:
    """Give one world, with how many of its episodes ended how.

    Raises
    ------
    NotFound
        If there is no such world.
    """
    require(session, world_id)
    row = every(session, _SUMMARY.where(WorldRow.world_id == world_id), {})[0]
    counts = {r.outcome: r.episodes for r in every(session, _OUTCOMES, {"world": world_id})}
    return WorldOverview(
        **_named(row), episodes=tuple((o, counts[o]) for o in OutcomeKind if o in counts)
    )


def outcomes(
    session: Session, world_ids: Iterable[str]
) -> dict[str, tuple[tuple[OutcomeKind, int], ...]]:
    """Count for each of some worlds how many of its episodes ended how."""
    named = tuple(world_ids)
    rows = session.execute(
        select(EpisodeRow.world_id, EpisodeRow.outcome, func.count().label("episodes"))
        .where(EpisodeRow.world_id.in_(named))
        .group_by(EpisodeRow.world_id, EpisodeRow.outcome)
    ).all()
    counts = {(row.world_id, row.outcome): row.episodes for row in rows}
    return {
        world: tuple((o, counts[world, o]) for o in OutcomeKind if (world, o) in counts)
        for world in named
    }


def branches(
    session: Session, world_id: str, *, limit: int, before: str | None = None
) -> tuple[Branch, ...]:
    """Give a world's branches, newest first; `before` is the last episode already seen.

    Raises
    ------
    NotFound
        If there is no such world.
    """
    require(session, world_id)
    query = _BRANCHES.where(BranchRow.world_id == world_id)
    query = query.order_by(BranchRow.episode_id.desc()).limit(limit)
    if before is not None:
        query = query.where(BranchRow.episode_id < before)
    return tuple(Branch(**_named(row)) for row in every(session, query, {}))


def _named(row: Row[Any]) -> dict[str, Any]:
    return dict(row._mapping)
