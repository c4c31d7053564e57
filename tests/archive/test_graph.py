"""The world graph as it is read: pages in the order it grew, and the way up from a node."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from storyworld.archive import graph, world
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.records.goal import Goal
from storyworld.records.world import Stretch
from tests.archive import growing
from tests.archive.growing import ACCEPTED, BLOCKED, REJECTED, Beat

NOBODY = "wd_" + "0" * 26


def whole(
    engine: Engine, world_id: str, *, limit: int, as_of: datetime | None = None
) -> list[Stretch]:
    """Read a graph page by page."""
    pages: list[Stretch] = []
    after = None
    with reading(engine) as session:
        while not pages or after is not None:
            pages.append(graph.page(session, world_id, limit=limit, after=after, as_of=as_of))
            after = pages[-1].after
    return pages


def branching(engine: Engine) -> str:
    """Grow a world of three episodes: two beats, one more from their head, a failed one beside."""
    first = growing.walked(
        engine,
        Beat(seconds=(("fall_time", 1.0),)),
        Beat(seconds=(("hold_time", 2.0),)),
    )
    world_id, head = first[0].world_id, first[-1].to_node
    growing.walked(engine, Beat(seconds=(("fall_time", 3.0),)), Beat(BLOCKED), from_node=head)
    growing.walked(engine, Beat(REJECTED), world_id=world_id)
    return world_id


def test_a_graph_is_read_in_the_order_it_grew_with_what_failed(engine: Engine) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)

    assert [t.place for t in page.transitions] == [1, 2, 3, 4, 5]
    assert [t.state for t in page.transitions] == [ACCEPTED, ACCEPTED, ACCEPTED, BLOCKED, REJECTED]
    assert [t.to_node is None for t in page.transitions] == [False, False, False, True, True]
    assert [n.place for n in page.nodes] == [0, 1, 2, 3]
    assert {t.to_node for t in page.transitions} - {None} == {n.node_id for n in page.nodes[1:]}
    assert page.after is None


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_pages_of_any_length_make_the_same_graph(engine: Engine, limit: int) -> None:
    world_id = branching(engine)
    (at_once,), pages = whole(engine, world_id, limit=9), whole(engine, world_id, limit=limit)

    assert [t for p in pages for t in p.transitions] == list(at_once.transitions)
    assert [n for p in pages for n in p.nodes] == list(at_once.nodes)
    assert all(p.transitions for p in pages)


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 100])
def test_the_last_page_says_where_the_one_before_it_begins(engine: Engine, limit: int) -> None:
    world_id = branching(engine)
    (every,) = whole(engine, world_id, limit=100)
    with reading(engine) as session:
        newest = graph.latest(session, world_id, limit=limit)
        before = graph.page(session, world_id, limit=limit, after=newest.after)
    assert newest.transitions == every.transitions[-limit:]
    grown = len(every.transitions)
    assert (every.nodes[0] in newest.nodes) is (limit >= grown)
    assert before.transitions == every.transitions[max(grown - 2 * limit, 0) :][:limit]


def test_what_led_nowhere_is_given_newest_first_among_the_newest(engine: Engine) -> None:
    world_id = growing.walked(engine, Beat(BLOCKED))[0].world_id
    growing.walked(engine, Beat(), Beat(REJECTED), world_id=world_id)
    growing.walked(engine, Beat(), world_id=world_id)
    with reading(engine) as session:
        assert [t.place for t in graph.in_vain(session, world_id)] == [3, 1]
        assert [t.place for t in graph.in_vain(session, world_id, limit=1)] == [3]
        assert [t.place for t in graph.in_vain(session, world_id, among=2)] == [3]
        assert graph.in_vain(session, world_id, among=1) == ()


def test_a_world_in_which_nothing_happened_yet_has_its_root(engine: Engine) -> None:
    _, world_id = growing.began(engine, Goal(text="a fall"))
    (page,) = whole(engine, world_id, limit=10)
    assert [n.place for n in page.nodes] == [0]
    assert page.transitions == ()


def test_a_page_reads_no_more_however_many_attempts_failed_at_a_node(engine: Engine) -> None:
    world_id = branching(engine)
    for _ in range(30):
        growing.walked(engine, Beat(REJECTED), world_id=world_id)
    with reading(engine) as session:
        page = graph.page(session, world_id, limit=2)
    assert (len(page.transitions), len(page.nodes)) == (2, 3)


def test_a_graph_is_shown_as_it_was_at_every_instant(engine: Engine) -> None:
    world_id = branching(engine)
    (now,) = whole(engine, world_id, limit=100)

    for known, step in enumerate(now.transitions):
        (then,) = whole(engine, world_id, limit=100, as_of=step.created_at)
        assert then.transitions == now.transitions[: known + 1]
        assert {n.node_id for n in then.nodes} == {
            n.node_id for n in now.nodes if n.created_at <= step.created_at
        }
    before = now.nodes[0].created_at - timedelta(microseconds=1)
    (nothing,) = whole(engine, world_id, limit=100, as_of=before)
    assert (nothing.nodes, nothing.transitions) == ((), ())
    (root,) = whole(engine, world_id, limit=100, as_of=now.nodes[0].created_at)
    assert (len(root.nodes), len(root.transitions)) == (1, 0)


def test_pages_begun_before_the_world_grew_go_on_where_they_were(engine: Engine) -> None:
    world_id = branching(engine)
    with reading(engine) as session:
        first = graph.page(session, world_id, limit=3)
    growing.walked(engine, Beat(), Beat(REJECTED), world_id=world_id)
    with reading(engine) as session:
        second = graph.page(session, world_id, limit=100, after=first.after)
    assert [t.place for t in (*first.transitions, *second.transitions)] == [1, 2, 3, 4, 5, 6, 7]


def test_the_way_up_leads_to_the_root(engine: Engine) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    with reading(engine) as session:
        way = graph.ancestors(session, world_id, page.nodes[-1].node_id)

    assert [t.place for t in way.transitions] == [3, 2, 1]
    assert [n.place for n in way.nodes] == [3, 2, 1, 0]
    assert way.after is None


def test_the_way_up_from_what_led_nowhere_begins_with_where_it_was_tried(engine: Engine) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    with reading(engine) as session:
        way = graph.ancestors(session, world_id, page.transitions[3].transition_id)
    assert [t.place for t in way.transitions] == [4, 3, 2, 1]
    assert [n.place for n in way.nodes] == [3, 2, 1, 0]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_the_way_up_goes_on_page_by_page(engine: Engine, limit: int) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    of, after, places, nodes = page.nodes[-1].node_id, None, [], []
    with reading(engine) as session:
        while not places or after is not None:
            way = graph.ancestors(session, world_id, of, limit=limit, after=after)
            places += [t.place for t in way.transitions]
            nodes += [n.place for n in way.nodes]
            after = way.after
    assert (places, nodes) == ([3, 2, 1], [3, 2, 1, 0])


def test_the_way_up_from_the_root_is_the_root(engine: Engine) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    with reading(engine) as session:
        way = graph.ancestors(session, world_id, page.nodes[0].node_id)
    assert (way.nodes, way.transitions, way.after) == (page.nodes[:1], (), None)


def test_what_holds_was_established_by_the_attempt_that_measured_it(engine: Engine) -> None:
    world_id = branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    head, step = page.nodes[-1].node_id, page.transitions
    with reading(engine) as session:

        def established(of: str, attribute: str) -> int:
            return graph.established(session, world_id, of, "ball", attribute).place

        assert established(head, "hold_time") == 2
        assert established(head, "fall_time") == 3, "it was measured anew"
        assert established(page.nodes[2].node_id, "fall_time") == 1
        assert established(step[3].transition_id, "fall_time") == 3, "tried where that held"
        with pytest.raises(NotFound, match=r"ball\.mass") as unknown:
            established(head, "mass")
    assert unknown.value.field == "claim"


def test_what_there_is_not_is_not_found_and_named(engine: Engine) -> None:
    world_id, other = branching(engine), branching(engine)
    (page,) = whole(engine, world_id, limit=100)
    node, step = page.nodes[1].node_id, page.transitions[0].transition_id
    with reading(engine) as session:
        for field, ask in {
            "world_id": lambda: graph.page(session, NOBODY),
            "after": lambda: graph.page(session, other, after=step),
            "ancestors_of": lambda: graph.ancestors(session, other, node),
        }.items():
            with pytest.raises(NotFound) as unknown:
                ask()
            assert unknown.value.field == field


def test_siblings_hold_what_their_own_ways_established(engine: Engine) -> None:
    (first,) = growing.walked(engine, Beat(seconds=(("fall_time", 1.0),)))
    (onward,) = growing.walked(engine, Beat(seconds=(("hold_time", 2.0),)), from_node=first.to_node)
    (beside,) = growing.walked(engine, Beat(seconds=(("period", 3.0),)), world_id=first.world_id)
    assert first.world_id == onward.world_id == beside.world_id
    with reading(engine) as session:
        held = {
            step.episode_id: [f.attribute for f in world.head(session, step.episode_id).facts]
            for step in (first, onward, beside)
        }
    assert held == {
        first.episode_id: ["fall_time"],
        onward.episode_id: ["fall_time", "hold_time"],
        beside.episode_id: ["period"],
    }


def test_a_clock_set_back_does_not_set_a_world_back(engine: Engine) -> None:
    world_id = branching(engine)
    ahead = (whole(engine, world_id, limit=9)[0].transitions[-1].created_at) + timedelta(hours=1)
    with writing(engine) as session:
        row = session.get(world.WorldRow, world_id)
        assert row is not None
        row.grown_at = ahead
    growing.walked(engine, Beat(), world_id=world_id)
    (page,) = whole(engine, world_id, limit=100)
    assert page.transitions[-1].created_at == page.nodes[-1].created_at == ahead


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    episodes=st.lists(
        st.tuples(st.integers(0, 99), st.lists(st.sampled_from([ACCEPTED, REJECTED]), max_size=3)),
        min_size=1,
        max_size=6,
    ),
    limit=st.integers(1, 7),
)
def test_every_graph_is_a_tree_whose_pages_and_ways_agree(
    sqlite: Engine, episodes: list[tuple[int, list[growing.EpistemicState]]], limit: int
) -> None:
    _, world_id = growing.began(sqlite, Goal(text="a fall"))
    for choice, states in episodes:
        nodes = [n.node_id for p in whole(sqlite, world_id, limit=50) for n in p.nodes]
        until = states.index(REJECTED) + 1 if REJECTED in states else len(states)
        beats = (Beat(state) for state in states[:until])
        growing.walked(sqlite, *beats, from_node=nodes[choice % len(nodes)])
    pages = whole(sqlite, world_id, limit=limit)
    steps = [t for p in pages for t in p.transitions]
    nodes_by = {n.node_id: n for p in pages for n in p.nodes}
    parents = {t.to_node: t.from_node for t in steps if t.to_node}

    assert [t.place for t in steps] == list(range(1, len(steps) + 1))
    assert set(parents) == {n for n, found in nodes_by.items() if found.place}
    with reading(sqlite) as session:
        for name in nodes_by:
            way, at = [], name
            while True:
                way.append(at)
                if at not in parents:
                    break
                at = parents[at]
            found = graph.ancestors(session, world_id, name, limit=500)
            assert [n.node_id for n in found.nodes] == way


def test_reads_follow_an_index(sqlite: Engine) -> None:
    """No read looks at a whole table, nor at all of a world (SQLite says how it would look)."""
    world_id = branching(sqlite)
    (page,) = whole(sqlite, world_id, limit=100)
    asked: list[tuple[str, object]] = []

    @event.listens_for(sqlite, "before_cursor_execute")
    def _note(_c, _cursor, statement, parameters, _context, _many) -> None:  # type: ignore[no-untyped-def]
        if statement.startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    last = page.transitions[-1]
    with reading(sqlite) as session:
        graph.page(session, world_id, after=page.transitions[0].transition_id,
                   as_of=last.created_at)  # fmt: skip
        graph.ancestors(session, world_id, page.nodes[-1].node_id)
        graph.established(session, world_id, page.nodes[-1].node_id, "ball", "fall_time")
    event.remove(sqlite, "before_cursor_execute", _note)
    assert len(asked) >= 8
    with sqlite.connect() as connection:
        for statement, parameters in asked:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for how in (row[3] for row in rows):
                assert not (how.startswith("SCAN") and "way" not in how), (how, statement)
                assert "worlds" in how or not how.endswith("(world_id=?)"), (how, statement)
