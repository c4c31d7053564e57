"""Many writers at one world: nothing is lost, nothing is torn, and readers see it grow in order."""

import multiprocessing
import random
import time
from collections import Counter

from sqlalchemy import Engine, select, text

from storyworld.archive import graph
from storyworld.archive.engine import open_engine, reading
from storyworld.archive.graph_tables import BranchRow, NodeRow, TransitionRow, WorldRow
from storyworld.records.goal import Goal
from storyworld.records.world import GrownNode, GrownTransition
from tests.archive import growing
from tests.archive.growing import BLOCKED, REJECTED, Beat

WRITERS = 8
EPISODES = 8
BEATS = 4
NAMES = ("fall_time", "hold_time", "period")


def write(url: str, world_id: str, seed: int) -> None:
    """Run episodes from nodes of the world, whichever are there."""
    engine, chance = open_engine(url), random.Random(seed)
    for _ in range(EPISODES):
        with reading(engine) as session:
            nodes = graph.page(session, world_id, limit=50).nodes
        beats = [Beat(seconds=((chance.choice(NAMES), chance.random()),)) for _ in range(BEATS - 1)]
        end = Beat(chance.choice((growing.ACCEPTED, REJECTED, BLOCKED)))
        growing.walked(engine, *beats, end, from_node=chance.choice(nodes).node_id)
    engine.dispose()


def read(
    engine: Engine, world_id: str, after: str | None
) -> tuple[list[GrownNode], list[GrownTransition]]:
    """Read what has grown behind a transition, page by page."""
    nodes: list[GrownNode] = []
    steps: list[GrownTransition] = []
    with reading(engine) as session:
        while True:
            page = graph.page(session, world_id, limit=20, after=after)
            nodes += page.nodes
            steps += page.transitions
            after = page.after
            if after is None:
                return nodes, steps


def test_eight_writers_grow_one_world_and_nothing_is_lost(engine: Engine) -> None:
    _, world_id = growing.began(engine, Goal(text="a fall"))
    url = engine.url.render_as_string(hide_password=False)
    engine.dispose()
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write, args=(url, world_id, n)) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    nodes: list[GrownNode] = []
    steps: list[GrownTransition] = []
    while any(writer.is_alive() for writer in writers):
        more = read(engine, world_id, steps[-1].transition_id if steps else None)
        nodes = [*nodes, *more[0]] if steps else more[0]
        steps += more[1]
        time.sleep(0.05)
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * WRITERS

    at_last = read(engine, world_id, None)
    assert len(at_last[1]) == WRITERS * EPISODES * BEATS, "no commit is lost"
    assert at_last[1][: len(steps)] == steps, "what was read while it grew is as it was"
    assert at_last[0][: len(nodes)] == nodes
    _check(engine, world_id, *at_last)


def _check(
    engine: Engine, world_id: str, nodes: list[GrownNode], steps: list[GrownTransition]
) -> None:
    known = {node.node_id: node for node in nodes}
    assert [s.place for s in steps] == list(range(1, len(steps) + 1))
    assert [s.created_at for s in steps] == sorted(s.created_at for s in steps)
    assert set(Counter((s.episode_id, s.beat) for s in steps).values()) == {1}
    for step in steps:
        before = known[step.from_node]
        assert before.place < step.place
        if step.to_node is not None:
            after = known[step.to_node]
            kept = {f.attribute: f for f in before.facts}
            new = [f for f in after.facts if kept.get(f.attribute) != f]
            assert all(f.observation_id == step.observation_id for f in new)
            assert {f.attribute for f in after.facts} >= set(kept)
    with reading(engine) as session:
        row = session.get(WorldRow, world_id)
        assert row is not None
        assert row.transitions == len(steps)
        assert len(nodes) == len(session.scalars(select(NodeRow.node_id)).all())
        assert len(steps) == len(session.scalars(select(TransitionRow.transition_id)).all())
        for branch in session.scalars(select(BranchRow)):
            own = [s for s in steps if s.episode_id == branch.episode_id]
            led = [s.to_node for s in sorted(own, key=lambda s: s.beat) if s.to_node]
            assert branch.head_node == (led[-1] if led else branch.root_node)
        if engine.dialect.name == "sqlite":
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
            assert session.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
