"""Worlds as they are listed."""

import pytest
from sqlalchemy import Engine

from storyworld.archive import episodes, worlds
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.records.goal import Backend, Goal
from storyworld.records.verdict import OutcomeKind
from tests.archive import growing
from tests.archive.growing import BLOCKED, REJECTED, Beat


def test_a_world_tells_what_it_began_with_and_how_its_episodes_ended(engine: Engine) -> None:
    first = growing.walked(engine, Beat(), Beat(), text="A ball falls")
    world_id = first[0].world_id
    growing.walked(engine, Beat(REJECTED), world_id=world_id, text="A ball flies")
    growing.walked(engine, Beat(BLOCKED), world_id=world_id)
    growing.began(engine, Goal(text="a fall", world_id=world_id))
    growing.walked(engine, Beat(), text="elsewhere")
    with reading(engine) as session:
        found = worlds.overview(session, world_id)

    assert found.name == "A ball falls"
    assert found.transitions == 4
    assert found.root_node == first[0].from_node
    assert dict(found.episodes) == {
        OutcomeKind.IN_PROGRESS: 1,
        OutcomeKind.GOAL_ACHIEVED: 1,
        OutcomeKind.GOAL_IMPOSSIBLE: 1,
        OutcomeKind.EPISTEMICALLY_INCOMPLETE: 1,
    }
    assert found.grown_at > found.created_at


def test_worlds_are_listed_newest_first_page_by_page(engine: Engine) -> None:
    made = [growing.began(engine, Goal(text=f"world {n}"))[1] for n in range(5)]
    newest_first = sorted(made, reverse=True)
    with reading(engine) as session:
        page = worlds.several(session, limit=3)
        rest = worlds.several(session, limit=3, before=page[-1].world_id)
    assert [w.world_id for w in (*page, *rest)] == newest_first
    assert all(w.transitions == 0 for w in page)
    named = {world_id: f"world {n}" for n, world_id in enumerate(made)}
    assert {w.world_id: w.name for w in (*page, *rest)} == named


def test_what_came_of_several_worlds_is_counted_at_once(engine: Engine) -> None:
    one = growing.walked(engine, Beat())[0].world_id
    growing.walked(engine, Beat(REJECTED), world_id=one)
    growing.walked(engine, Beat(REJECTED), world_id=one)
    other = growing.began(engine, Goal(text="a fall"))[1]
    with reading(engine) as session:
        found = worlds.outcomes(session, (one, other))
    assert found == {
        one: ((OutcomeKind.GOAL_ACHIEVED, 1), (OutcomeKind.GOAL_IMPOSSIBLE, 2)),
        other: ((OutcomeKind.IN_PROGRESS, 1),),
    }


def test_branches_are_listed_with_where_they_began_and_have_come_to(engine: Engine) -> None:
    (first,) = growing.walked(engine, Beat(), text="A ball falls")
    onward = growing.walked(engine, Beat(), Beat(REJECTED), from_node=first.to_node)
    with reading(engine) as session:
        newest, oldest = worlds.branches(session, first.world_id, limit=9)
        (again,) = worlds.branches(session, first.world_id, limit=9, before=newest.episode_id)
    assert again == oldest
    assert (oldest.root_node, oldest.head_node) == (first.from_node, first.to_node)
    assert (newest.root_node, newest.head_node) == (first.to_node, onward[0].to_node)
    assert (newest.outcome, oldest.goal) == (OutcomeKind.GOAL_IMPOSSIBLE, "A ball falls")


def test_an_unknown_world_is_named(engine: Engine) -> None:
    with reading(engine) as session:
        for look in (worlds.overview, lambda s, w: worlds.branches(s, w, limit=1)):
            with pytest.raises(NotFound) as unknown:
                look(session, "wd_" + "0" * 26)
            assert unknown.value.field == "world_id"


@pytest.mark.parametrize(
    ("world", "node", "field", "words"),
    [
        ("unknown", None, "world_id", "no world"),
        ("unknown", "own", "world_id", "no world"),
        (None, "unknown", "from_node", "no node"),
        ("own", "other", "from_node", "belongs to world"),
    ],
)
def test_a_goal_that_starts_nowhere_says_which_field_is_wrong(
    engine: Engine, world: str | None, node: str | None, field: str, words: str
) -> None:
    (own,), (other,) = growing.walked(engine, Beat()), growing.walked(engine, Beat())
    worlds_named = {"own": own.world_id, "unknown": "wd_" + "0" * 26}
    nodes_named = {"own": own.to_node, "other": other.to_node, "unknown": "nd_" + "0" * 26}
    goal = Goal(
        text="again",
        world_id=world and worlds_named[world],
        from_node=node and nodes_named[node],
    )
    with pytest.raises(NotFound, match=words) as unknown, writing(engine) as session:
        episodes.create(session, goal, backend=Backend.STUB, budget_usd=0, queue_limit=100)
    assert unknown.value.field == field
