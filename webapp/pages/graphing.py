"""Where each node of a world is drawn: x is how many steps it lies from the start, y its branch.

The layout is computed here, so that the browser only draws. A world is a forest: one transition at
most leads to a node. So a walk depth first, which keeps the first branch of a node in its lane and
opens a lane below for each other, crosses no two transitions and looks at each element once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storyworld.evidence_export.wording import brief, plainly, sharp
from storyworld.records.evidence import Evidence
from storyworld.records.fact import Fact
from storyworld.records.world import GrownNode, Transition, WorldNode

_Waiting = tuple[str, Transition | None, int, int | None]
"""A place to be drawn: its name, the step to it, how far it lies, and its lane or a new one."""

STEP_PX, LANE_PX = 190, 62
MOST_ELEMENTS = 2000
"""More of them are dots that nobody can read: the last of those given are drawn."""
MOST_CARRIED = 8
MOST_LETTERS = 26


class Kind(StrEnum):
    """What a place of the drawing stands for."""

    START = "start"
    STATE = "state"
    NOWHERE = "nowhere"
    EARLIER = "earlier"


@dataclass(frozen=True)
class Told:
    """A fact that holds at a node, and the evidence it rests on where that was looked up."""

    fact: Fact
    evidence: Evidence | None

    @property
    def claim(self) -> str:
        """Its name as the graph is asked for it."""
        return f"{self.fact.subject}.{self.fact.attribute}"


@dataclass(frozen=True)
class Place:
    """A node, the end of a transition that led nowhere, or a node that is not shown itself.

    `fresh` are the facts that hold here and did not before; `carried` the others, as far as there
    is room, and `unsaid` counts the rest.
    """

    name: str
    kind: Kind
    label: str
    x: int
    y: int
    fresh: tuple[Told, ...] = ()
    carried: tuple[Told, ...] = ()
    unsaid: int = 0


@dataclass(frozen=True)
class Step:
    """A transition, drawn from one place to another; `here` if it is of the page's own episode."""

    transition: Transition
    source: str
    target: str
    here: bool


@dataclass(frozen=True)
class Drawing:
    """A part of a world's graph, laid out; `left_out` counts transitions with no room.

    `newest` is where its last transition leads: a picture too large to read begins there.
    `entries` are its places and steps as they are read: each step before the place it leads to.
    """

    world_id: str
    places: tuple[Place, ...]
    steps: tuple[Step, ...]
    left_out: int = 0
    newest: str = ""

    @property
    def entries(self) -> Iterator[tuple[Step | None, Place]]:
        """Give each place with the step that leads to it; None for where the drawing starts."""
        by_target = {step.target: step for step in self.steps}
        return ((by_target.get(place.name), place) for place in self.places)

    @property
    def height(self) -> int:
        """How far down it goes."""
        return max((place.y for place in self.places), default=0)


def draw(
    world_id: str,
    nodes: Iterable[WorldNode],
    transitions: Iterable[Transition],
    *,
    evidence: Iterable[Evidence] = (),
    here: str | None = None,
) -> Drawing:
    """Lay out a part of a world.

    Parameters
    ----------
    nodes, transitions
        Of one world, each given once, transitions in the order they came. A node that a transition
        names and that is not given is drawn as one that lies outside.
    evidence
        What facts may rest on: each is told with its frames where it is here.
    here
        The episode whose page it is.
    """
    given = tuple(transitions)
    shown = given[-(MOST_ELEMENTS // 2) :]
    known = {node.node_id: node for node in nodes}
    rests_on = {item.evidence_id: item for item in evidence}
    onward: defaultdict[str, list[Transition]] = defaultdict(list)
    for transition in shown:
        onward[transition.from_node].append(transition)
    led_to = {t.to_node for t in shown if t.to_node is not None}
    starts = [name for name in (onward if shown else known) if name not in led_to]
    places: list[Place] = []
    steps: list[Step] = []
    lane = -1
    for start in starts:
        waiting: list[_Waiting] = [(start, None, 0, None)]
        while waiting:
            name, through, rank, beside = waiting.pop()
            lane += beside is None
            at = lane if beside is None else beside
            before = known.get(through.from_node) if through else None
            places.append(_place(name, known.get(name), before, through, (rank, at), rests_on))
            if through is not None:
                own = here is None or through.episode_id == here
                steps.append(Step(through, through.from_node, name, own))
            # what led somewhere goes straight on; what did not hangs below
            branches = sorted(onward.pop(name, ()), key=lambda t: t.to_node is None)
            for n, branch in reversed(tuple(enumerate(branches))):
                target = _target(branch)
                waiting.append((target, branch, rank + 1, at if n == 0 else None))
    ours = [t for t in shown if here in (None, t.episode_id)] or shown
    newest = _target(ours[-1]) if ours else ""
    return Drawing(world_id, tuple(places), tuple(steps), len(given) - len(shown), newest)


def _target(transition: Transition) -> str:
    """Name the place that a transition leads to; one of its own where it led to no state."""
    return transition.to_node or f"{transition.transition_id}-end"


def _place(
    name: str,
    node: WorldNode | None,
    before: WorldNode | None,
    through: Transition | None,
    at: tuple[int, int],
    evidence: Mapping[str, Evidence],
) -> Place:
    x, y = at[0] * STEP_PX, at[1] * LANE_PX
    if node is None:
        nowhere = through is not None and through.to_node is None
        kind, label = (Kind.NOWHERE, "nowhere") if nowhere else (Kind.EARLIER, "earlier")
        return Place(name, kind, label, x, y)
    held = frozenset(before.facts) if before else frozenset()
    fresh = tuple(f for f in node.facts if f not in held)
    carried = tuple(f for f in node.facts if f in held)
    first = through is None and not (isinstance(node, GrownNode) and node.place)
    kind = Kind.STATE if through else Kind.START if first else Kind.EARLIER
    return Place(
        name=name,
        kind=kind,
        label=_label(fresh) if through else kind.value,
        x=x,
        y=y,
        fresh=tuple(Told(f, evidence.get(f.evidence_id)) for f in fresh),
        carried=tuple(Told(f, evidence.get(f.evidence_id)) for f in carried[:MOST_CARRIED]),
        unsaid=max(len(carried) - MOST_CARRIED, 0),
    )


def _label(fresh: tuple[Fact, ...]) -> str:
    """Name what is new: what happened before what was stated of a body, without its uncertainty."""
    if not fresh:
        return "no new fact"
    told = next((fact for fact in fresh if not fact.lasting), fresh[0])
    first = f"{plainly(told.attribute)} {brief(sharp(told.quantity))}"
    more = f" +{len(fresh) - 1}" if len(fresh) > 1 else ""
    return (first if len(first) <= MOST_LETTERS else first[: MOST_LETTERS - 1] + "…") + more
