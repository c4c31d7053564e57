"""The pages of worlds: their list, one of them, its branches, its graph, and two of its nodes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from flask import Response, current_app, render_template, request, url_for
from sqlalchemy.orm import Session

from storyworld.archive import graph
from storyworld.archive import worlds as world_rows
from storyworld.errors import NotFound, RequestError
from storyworld.evidence_export.wording import brief, plainly
from storyworld.records.answer import BranchPage, GraphPage, WorldAnswer, WorldPage
from storyworld.records.fact import Fact
from storyworld.records.verdict import OutcomeKind
from storyworld.records.world import Branch, GrownNode, GrownTransition, WorldDiff, WorldSummary
from webapp import worlds
from webapp.contract import InvalidRecord, by_field, record_of
from webapp.database import db
from webapp.pages.graphing import Drawing, Kind, draw
from webapp.worlds import BranchQuery, DiffQuery, GraphQuery, WorldQuery

MOST_GOALS: Final = 3
MOST_DRAWN: Final = 60
"""How many transitions the page of a world draws: those before them are a link away."""
MOST_BRANCHES: Final = 10
MOST_HEADS: Final = 3
AMONG: Final = 1000
"""Among how many of the newest transitions is looked for what led nowhere."""


@dataclass(frozen=True)
class Listed:
    """A world in the list: its newest goals, how many there are, and what came of them."""

    summary: WorldSummary
    goals: tuple[Branch, ...]
    outcomes: tuple[tuple[OutcomeKind, int], ...]

    @property
    def episodes(self) -> int:
        """How many episodes it has."""
        return sum(count for _, count in self.outcomes)


@dataclass(frozen=True)
class Choice:
    """A node that may be chosen, and what it is known by."""

    node_id: str
    words: str


def listed(query: WorldQuery) -> str:
    """List worlds, each with its newest goals and what came of all of them."""
    found: WorldPage = record_of(worlds.several, query=query)
    session = db.session()
    outcomes = world_rows.outcomes(session, (w.world_id for w in found.worlds))
    shown = [
        Listed(
            world,
            world_rows.branches(session, world.world_id, limit=MOST_GOALS),
            outcomes[world.world_id],
        )
        for world in found.worlds
    ]
    return render_template("worlds.html", worlds=shown, next=found.next, before=query.before)


def one(world_id: str) -> str:
    """Show a world: what holds in it, how it grew last, its branches, what was tried in vain."""
    session = db.session()
    found: WorldAnswer = record_of(worlds.one, world_id=world_id)
    newest = graph.latest(session, world_id, limit=MOST_DRAWN)
    branches = world_rows.branches(session, world_id, limit=MOST_BRANCHES)
    heads = _heads(session, world_id, branches)
    drawing = draw(world_id, newest.nodes, newest.transitions)
    return render_template(
        "world.html",
        part="one",
        w=found,
        episodes=sum(count for _, count in found.episodes),
        drawing=drawing,
        before=newest.after,
        earlier=found.transitions > len(newest.transitions),
        most_drawn=MOST_DRAWN,
        branches=branches,
        more_branches=sum(count for _, count in found.episodes) > len(branches),
        heads=heads,
        in_vain=graph.in_vain(session, world_id, among=AMONG),
        among=min(AMONG, found.transitions),
        choices=_choices((*newest.nodes, *heads)),
        typed=_last_two(drawing),
        errors={},
    )


def branches(world_id: str, query: BranchQuery) -> str:
    """List a world's branches: where each began, where it has come to, what came of its goal."""
    found: BranchPage = record_of(worlds.branches, world_id=world_id, query=query)
    return render_template(
        "world.html",
        part="branches",
        w=record_of(worlds.one, world_id=world_id),
        branches=found.branches,
        next=found.next,
        before=query.before,
    )


def part(world_id: str, query: GraphQuery) -> str:
    """Draw a page of a world's graph: as it grew, as it was, or from a node upwards."""
    found: GraphPage = record_of(worlds.part, world_id=world_id, query=query)
    steps, nodes = found.transitions, found.nodes
    if query.ancestors_of is not None:  # they come nearest first
        steps, nodes = steps[::-1], nodes[::-1]
    known: WorldAnswer = record_of(worlds.one, world_id=world_id)
    return render_template(
        "world.html",
        part="graph",
        w=known,
        query=query,
        drawing=draw(world_id, nodes, steps),
        established=_established(found),
        first=found.transitions[0].place if found.transitions else 0,
        last=found.transitions[-1].place if found.transitions else 0,
        next=found.next,
        before=_before(world_id, query, found),
    )


def difference(world_id: str, query: DiffQuery) -> str:
    """Show what sets two nodes of a world apart."""
    found: WorldDiff = record_of(worlds.difference, world_id=world_id, query=query)
    one, other = (
        graph.node(db.session(), world_id, name, field)
        for name, field in ((query.from_node, "from"), (query.to_node, "to"))
    )
    held = {(f.subject, f.attribute): f.quantity for f in other.facts}
    return _diff(
        world_id,
        {"from": query.from_node, "to": query.to_node},
        nodes=(one, other),
        d=found,
        same=tuple(f for f in one.facts if held.get((f.subject, f.attribute)) == f.quantity),
    )


def choose_again(error: RequestError) -> Response | None:
    """Give a form to choose two nodes of a world with, each error at its field."""
    world_id = (request.view_args or {})["world_id"]
    if not isinstance(error, InvalidRecord | NotFound) or error.field == "world_id":
        return None
    typed = {name: request.args.get(name, "") for name in ("from", "to")}
    errors = by_field(error)
    for name, given in typed.items():
        if not given:  # nothing is wrong with a form that is still to be filled in
            errors.pop(name, None)
    text = _diff(world_id, typed, errors=errors)
    return current_app.response_class(text, error.status if errors else 200, mimetype="text/html")


def _diff(
    world_id: str,
    typed: Mapping[str, str],
    nodes: tuple[GrownNode, ...] = (),
    errors: Mapping[str, str] = MappingProxyType({}),
    **more: Any,
) -> str:
    newest = graph.latest(db.session(), world_id, limit=MOST_DRAWN)
    return render_template(
        "diff.html",
        world_id=world_id,
        typed=typed,
        errors=errors,
        choices=_choices((*newest.nodes, *nodes)),
        **({"d": None, "same": ()} | more),
    )


def _heads(session: Session, world_id: str, branches: Iterable[Branch]) -> tuple[GrownNode, ...]:
    """Give the nodes that the newest branches have come to, the newest first."""
    names = dict.fromkeys(branch.head_node for branch in branches)
    heads = [graph.node(session, world_id, name, "head_node") for name in names]
    return tuple(sorted(heads, key=lambda node: -node.place)[:MOST_HEADS])


def _choices(nodes: Iterable[GrownNode]) -> tuple[Choice, ...]:
    """Name nodes by their place and what was established last, the newest first."""
    given = sorted({node.node_id: node for node in nodes}.values(), key=lambda n: -n.place)
    return tuple(Choice(node.node_id, _words(node)) for node in given)


def _words(node: GrownNode) -> str:
    if not node.place:
        return "the root" if not node.facts else f"the root: {_fact(node.facts[-1])}"
    return f"{node.place}: {_fact(node.facts[-1]) if node.facts else 'no fact'}"


def _fact(fact: Fact) -> str:
    return f"{plainly(fact.subject)} {plainly(fact.attribute)} {brief(fact.quantity)}"


def _last_two(drawing: Drawing) -> dict[str, str]:
    """Propose to compare where the drawing starts with where it ends."""
    states = [p.name for p in drawing.places if p.kind in (Kind.START, Kind.STATE)]
    return {"from": states[0], "to": states[-1]} if len(states) > 1 else {"from": "", "to": ""}


def _established(found: GraphPage) -> GrownTransition | None:
    named = found.established_by
    return next((t for t in found.transitions if t.transition_id == named), None)


def _before(world_id: str, query: GraphQuery, found: GraphPage) -> str | None:
    """Give the address of the page before, where there is one."""
    if query.after is None or query.ancestors_of is not None or not found.transitions:
        return None
    place = found.transitions[0].place - 1 - query.limit
    behind = graph.named_at(db.session(), world_id, max(place, 0))
    asked = query.model_dump(mode="json", exclude_defaults=True) | {"after": behind}
    return url_for("worlds.part", world_id=world_id, **asked)
