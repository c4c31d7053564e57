"""Where a goal would start."""

import pytest
from sqlalchemy import Engine

from storyworld.archive.engine import reading
from storyworld.archive.starting import start_of
from storyworld.archive.world import head
from storyworld.errors import NotFound
from storyworld.records.access import LOCAL
from storyworld.records.goal import Goal
from tests.webapp import written

NOWHERE = "0" * 26


def test_a_goal_that_names_nothing_begins_a_fresh_world(engine: Engine) -> None:
    with reading(engine) as session:
        assert start_of(session, Goal(text="A ball falls"), LOCAL) is None


def test_a_node_comes_with_its_facts_and_the_goal_that_came_to_it(engine: Engine) -> None:
    episode_id = written.finished(engine)
    with reading(engine) as session:
        node = head(session, episode_id)
        start = start_of(session, Goal(text="It falls again", from_node=node.node_id), LOCAL)
        assert start is not None
        assert [f.attribute for f in start.node.facts] == ["fall_time"]
        assert start.before is not None
        assert start.before.text.startswith("A steel ball")
        root = start_of(session, Goal(text="It falls", world_id=node.world_id), LOCAL)
        assert root is not None
        assert (root.node.facts, root.before) == ((), None)


@pytest.mark.parametrize(
    ("names", "owner", "field"),
    [
        ({"world_id": f"wd_{NOWHERE}"}, LOCAL, "world_id"),
        ({"from_node": f"nd_{NOWHERE}"}, LOCAL, "from_node"),
        ({"from_node": "head", "world_id": f"wd_{NOWHERE}"}, LOCAL, "world_id"),
        ({"from_node": "head", "world_id": "other"}, LOCAL, "from_node"),
        ({"from_node": "head"}, "somebody-else", "from_node"),
        ({"world_id": "own"}, "somebody-else", "world_id"),
    ],
)
def test_what_is_not_there_or_not_the_owners_is_not_found(
    engine: Engine, names: dict[str, str], owner: str, field: str
) -> None:
    one, other = written.finished(engine), written.finished(engine)
    with reading(engine) as session:
        node = head(session, one)
        known = {"head": node.node_id, "own": node.world_id, "other": head(session, other).world_id}
        goal = Goal(text="It falls", **{k: known.get(v, v) for k, v in names.items()})
        with pytest.raises(NotFound) as refused:
            start_of(session, goal, owner)
    assert refused.value.field == field
