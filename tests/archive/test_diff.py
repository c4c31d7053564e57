"""What sets two nodes apart."""

import math

import pytest
from sqlalchemy import Engine

from storyworld.archive import diff
from storyworld.archive.engine import reading
from storyworld.errors import NotFound
from storyworld.records.world import Transition, WorldDiff
from tests.archive import growing
from tests.archive.growing import Beat


def compared(engine: Engine, one: str | None, other: str | None, world_id: str) -> WorldDiff:
    assert one
    assert other
    with reading(engine) as session:
        return diff.diff(session, world_id, one, other)


def forked(engine: Engine) -> tuple[Transition, Transition, tuple[Transition, ...]]:
    """Grow a beat, one more from there, and two more from there beside it."""
    (trunk,) = growing.walked(engine, Beat(seconds=(("fall_time", 1.0), ("period", 7.0))))
    (left,) = growing.walked(
        engine,
        Beat(seconds=(("fall_time", 1.4), ("hold_time", 2.0))),
        from_node=trunk.to_node,
    )
    right = growing.walked(
        engine,
        Beat(seconds=(("fall_time", 0.9),)),
        Beat(seconds=(("rebound", 5.0),)),
        from_node=trunk.to_node,
    )
    return trunk, left, right


def test_two_branches_differ_in_what_each_established_since_they_parted(engine: Engine) -> None:
    trunk, left, right = forked(engine)
    found = compared(engine, left.to_node, right[-1].to_node, trunk.world_id)

    assert found.common == trunk.to_node
    assert [f.attribute for f in found.only_from] == ["hold_time"]
    assert [f.attribute for f in found.only_to] == ["rebound"]
    (changed,) = found.changed
    assert changed.before.observation_id == left.observation_id
    assert changed.after.observation_id == right[0].observation_id
    assert changed.sigma == pytest.approx(0.5 / math.hypot(0.1, 0.1))
    assert (found.from_side.transitions, found.from_side.episodes) == (1, (left.episode_id,))
    assert (found.to_side.transitions, found.to_side.episodes) == (2, (right[0].episode_id,))


def test_the_other_way_round_it_is_the_other_way_round(engine: Engine) -> None:
    trunk, left, right = forked(engine)
    there = compared(engine, left.to_node, right[-1].to_node, trunk.world_id)
    back = compared(engine, right[-1].to_node, left.to_node, trunk.world_id)

    assert (back.only_from, back.only_to) == (there.only_to, there.only_from)
    assert (back.from_side, back.to_side) == (there.to_side, there.from_side)
    assert back.common == there.common
    assert [c.sigma for c in back.changed] == [c.sigma for c in there.changed]


def test_a_node_and_its_ancestor_have_the_ancestor_in_common(engine: Engine) -> None:
    trunk, _, right = forked(engine)
    found = compared(engine, trunk.to_node, right[-1].to_node, trunk.world_id)
    assert found.common == trunk.to_node
    assert (found.from_side.transitions, found.to_side.transitions) == (0, 2)
    assert found.only_from == ()


def test_a_node_does_not_differ_from_itself(engine: Engine) -> None:
    trunk, left, _ = forked(engine)
    found = compared(engine, left.to_node, left.to_node, trunk.world_id)
    assert (found.only_from, found.only_to, found.changed) == ((), (), ())
    assert found.common == left.to_node
    assert (found.from_side.episodes, found.to_side.episodes) == ((), ())


def test_nobody_looks_further_up_than_is_asked(engine: Engine) -> None:
    trunk, left, right = forked(engine)
    assert left.to_node
    assert right[-1].to_node
    with reading(engine) as session:
        found = diff.diff(session, trunk.world_id, left.to_node, right[-1].to_node, most_steps=2)
    assert found.common is None
    assert (found.from_side.transitions, found.to_side.transitions) == (0, 2)
    assert [f.attribute for f in found.only_from] == ["hold_time"]


def test_a_node_of_another_world_is_named(engine: Engine) -> None:
    trunk, left, _ = forked(engine)
    (elsewhere,) = growing.walked(engine, Beat())
    for one, other, field in (
        (elsewhere.to_node, left.to_node, "from"),
        (left.to_node, elsewhere.to_node, "to"),
    ):
        with pytest.raises(NotFound, match="has no node") as unknown:
            compared(engine, one, other, trunk.world_id)
        assert unknown.value.field == field
