"""The worlds: their list, one of them, its graph and branches, and what sets two nodes apart.

Every list is read page by page; `next` is the address of the page behind.
"""

import re
from typing import Annotated, Any
from urllib.parse import urlencode

from flask import Blueprint
from pydantic import AfterValidator, BeforeValidator, Field

from storyworld.archive import diff, graph, world, worlds
from storyworld.errors import InvalidField, NotFound
from storyworld.records.answer import BranchPage, GraphPage, WorldAnswer, WorldPage
from storyworld.records.frozen import Identifier, Instant, Record
from storyworld.records.world import Stretch, WorldDiff, WorldState
from webapp.access import owner
from webapp.contract import speaks
from webapp.database import db

blueprint = Blueprint("worlds", __name__)
WORLD_ID = re.compile(r"wd_[0-9a-z]{10,40}")
_RFC_3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)
_CLAIM = re.compile(r"[a-z][a-z0-9_]{0,63}\.[a-z][a-z0-9_]{0,63}", re.ASCII)
_CLAIM_SHAPE = Field(json_schema_extra={"pattern": f"^{_CLAIM.pattern}$"})


def _instant(given: Any) -> Any:
    if isinstance(given, str) and not _RFC_3339.fullmatch(given):
        raise ValueError(
            "should be an instant with its zone, as 2026-03-01T12:00:00Z; the + of +01:00 is "
            "written %2B in an address"
        )
    return given


def _claim(given: str) -> str:
    if not _CLAIM.fullmatch(given):
        raise ValueError("should be a subject and its attribute, as crate.tilt")
    return given


def _named(*prefixes: str) -> BeforeValidator:
    def check(given: Any) -> Any:
        if not str(given).startswith(prefixes):
            raise ValueError(f"should begin with {' or '.join(prefixes)}")
        return given

    shape = rf"^({'|'.join(prefixes)})[0-9a-z]{{10,40}}$"
    return BeforeValidator(check, json_schema_input_type=Annotated[str, Field(pattern=shape)])


Limit = Annotated[int, Field(ge=1, le=500)]
TransitionId = Annotated[Identifier, _named("tr_")]
NodeId = Annotated[Identifier, _named("nd_")]


class ListQuery(Record):
    """Which stretch of a list is asked for."""

    limit: Annotated[int, Field(ge=1, le=100)] = 25


class WorldQuery(ListQuery):
    """Which worlds are asked for."""

    before: Annotated[Identifier, _named("wd_")] | None = None


class BranchQuery(ListQuery):
    """Which branches of a world are asked for."""

    before: Annotated[Identifier, _named("ep_")] | None = None


class GraphQuery(Record):
    """Which part of a graph is asked for: as it grew, or from a node or transition upwards."""

    limit: Limit = 100
    after: TransitionId | None = None
    as_of: Annotated[Instant, BeforeValidator(_instant)] | None = None
    ancestors_of: Annotated[Identifier, _named("nd_", "tr_")] | None = None
    claim: Annotated[str, AfterValidator(_claim), _CLAIM_SHAPE] | None = None


class DiffQuery(Record):
    """Which two nodes are compared."""

    from_node: NodeId
    to_node: NodeId


@blueprint.url_value_preprocessor
def check_shape(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Refuse what cannot be a world's name before anything is asked of the archive."""
    world_id = (values or {}).get("world_id")
    if world_id is not None and not WORLD_ID.fullmatch(world_id):
        raise NotFound(
            "there is no such world: a name is wd_ and 26 digits or lower-case letters, "
            "GET /worlds lists them",
            field="world_id",
        )


@blueprint.get("/worlds")
@speaks(query=WorldQuery)
def several(query: WorldQuery) -> WorldPage:
    """List worlds, newest first."""
    found = worlds.several(db.session(), limit=query.limit + 1, before=query.before, owner=owner())
    page = found[: query.limit]
    more = len(found) > query.limit
    return WorldPage(
        worlds=page,
        next=_address("/worlds", query, before=page[-1].world_id) if more else None,
    )


@blueprint.get("/worlds/<world_id>")
@speaks()
def one(world_id: str) -> WorldAnswer:
    """Give one world: how far it has grown, and how many of its episodes ended how."""
    return WorldAnswer.of(worlds.overview(db.session(), world_id))


@blueprint.get("/worlds/<world_id>/branches")
@speaks(query=BranchQuery)
def branches(world_id: str, query: BranchQuery) -> BranchPage:
    """List a world's branches, one of each episode, newest first."""
    found = worlds.branches(db.session(), world_id, limit=query.limit + 1, before=query.before)
    page = found[: query.limit]
    more = len(found) > query.limit
    path = f"/worlds/{world_id}/branches"
    return BranchPage(
        world_id=world_id,
        branches=page,
        next=_address(path, query, before=page[-1].episode_id) if more else None,
    )


@blueprint.get("/worlds/<world_id>/graph")
@speaks(query=GraphQuery)
def part(world_id: str, query: GraphQuery) -> GraphPage:
    """Give a page of a world's graph: as it grew, or from a node or transition upwards."""
    if query.ancestors_of is not None:
        return _ancestors(world_id, query, query.ancestors_of)
    if query.claim is not None:
        raise InvalidField("claim needs ancestors_of: the node where it holds", field="claim")
    stretch = graph.page(
        db.session(), world_id, limit=query.limit, after=query.after, as_of=query.as_of
    )
    return _page(stretch, query)


def _ancestors(world_id: str, query: GraphQuery, of: str) -> GraphPage:
    if query.as_of is not None:
        raise InvalidField("what led to a node never changes: leave as_of out", field="as_of")
    session, by = db.session(), None
    if query.claim is not None:
        subject, _, attribute = query.claim.partition(".")
        by = graph.established(session, world_id, of, subject, attribute).transition_id
    stretch = graph.ancestors(session, world_id, by or of, limit=query.limit, after=query.after)
    return _page(stretch, query, by)


def _page(stretch: Stretch, query: GraphQuery, established_by: str | None = None) -> GraphPage:
    path = f"/worlds/{stretch.world_id}/graph"
    return GraphPage(
        world_id=stretch.world_id,
        nodes=stretch.nodes,
        transitions=stretch.transitions,
        established_by=established_by,
        next=None if stretch.after is None else _address(path, query, after=stretch.after),
    )


@blueprint.get("/worlds/<world_id>/diff")
@speaks(query=DiffQuery, aliases={"from": "from_node", "to": "to_node"})
def difference(world_id: str, query: DiffQuery) -> WorldDiff:
    """Compare two nodes of a world."""
    return diff.diff(db.session(), world_id, query.from_node, query.to_node)


@blueprint.get("/world-state/<episode_id>")
@speaks()
def state(episode_id: str) -> WorldState:
    """Give an episode's branch of its world."""
    return world.world_state(db.session(), episode_id)


def _address(path: str, query: Record, **cursor: str) -> str:
    """Give the address of the same list behind a cursor."""
    asked = query.model_dump(mode="json", exclude_defaults=True) | cursor
    return f"{path}?{urlencode(asked)}"
