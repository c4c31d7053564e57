"""Worlds of another archive: all that they hold comes over, or nothing does."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError

from storyworld.archive import attempts, graph, listing, owning, worlds
from storyworld.archive.accounts import account, of_world
from storyworld.archive.engine import reading, writing
from storyworld.archive.importing import import_episode
from storyworld.archive.tables import Base
from storyworld.cli.evidence import _examined, _take_over
from storyworld.errors import Conflicting, RequestError
from storyworld.evidence_export.verifying import examine
from storyworld.evidence_export.worlds import world_lines
from storyworld.records.access import LOCAL
from storyworld.records.account import Account
from storyworld.records.goal import Goal
from storyworld.records.identity import AttemptKey
from tests.archives import new_archive
from tests.evidence_export.packing import chained_anew
from tests.evidence_export.walking import (
    BROKEN,
    FALL,
    FLOATING,
    FORBIDDEN,
    LACKING,
    TWO,
    walker,
)

BEGAN = datetime(2026, 11, 23, tzinfo=UTC)
World = tuple[Account, ...]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Six episodes of every end, of which the second starts where the first has come to."""
    with walker(tmp_path_factory.mktemp("there")) as by:
        first = by.account(by.walk(Goal(text=TWO)))
        world_id = first.run.world_id
        by.walk(Goal(text=FORBIDDEN, from_node=first.run.head_node))
        seen_only = Goal(text=FALL, world_id=world_id, requires_visual_verification=True)
        by.walk(seen_only, blind=True)
        by.walk(Goal(text=FLOATING, world_id=world_id))
        by.walk(Goal(text=LACKING, world_id=world_id))
        by.film(by.begin(Goal(text=FALL, world_id=world_id)), failure=BROKEN)
        with reading(by.here.engine) as session:
            return tuple(of_world(session, world_id))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Engine]:
    engine = new_archive(f"sqlite:///{tmp_path / 'other.db'}")
    yield engine
    engine.dispose()


def lines(told: World, world_id: str | None = None) -> bytes:
    return b"".join(world_lines(world_id or told[0].run.world_id, BEGAN, told))


def taken(engine: Engine, text: bytes, owner: str = LOCAL) -> tuple[str, int, int]:
    examined = _examined(io.BytesIO(text))
    with writing(engine) as session:
        return _take_over(session, io.BytesIO(text), examined, owner)


def rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def exported(engine: Engine, world_id: str) -> World:
    with reading(engine) as session:
        assert graph.require(session, world_id) == BEGAN
        return tuple(of_world(session, world_id))


def lasting(told: World) -> World:
    """Leave out when films were deleted: of that each archive has its own idea."""
    return tuple(a.revised(walks=tuple(w.revised(deleted_at=None) for w in a.walks)) for a in told)


def test_what_was_exported_is_exported_again(engine: Engine, world: World) -> None:
    world_id = world[0].run.world_id
    assert taken(engine, lines(world)) == (world_id, 6, 0)
    back = exported(engine, world_id)
    assert lines(lasting(back)) == lines(lasting(world))
    assert all(w.deleted_at for a in back for w in a.walks if w.filming and w.filming.artifact)
    for here, there in zip(back, world, strict=True):
        assert examine(here).differences == ()
        assert [w.judgement and w.judgement.essential_json() for w in here.walks] == [
            w.judgement and w.judgement.essential_json() for w in there.walks
        ]


def test_a_second_import_changes_nothing(engine: Engine, world: World) -> None:
    taken(engine, lines(world))
    before = rows(engine)
    assert taken(engine, lines(world)) == (world[0].run.world_id, 0, 6)
    again = lines(exported(engine, world[0].run.world_id))
    assert taken(engine, again) == (world[0].run.world_id, 0, 6)
    assert rows(engine) == before


def test_what_is_new_in_a_world_comes_to_what_is_here(other: Engine, world: World) -> None:
    assert taken(other, lines(world[:2])) == (world[0].run.world_id, 2, 0)
    assert taken(other, lines(world)) == (world[0].run.world_id, 4, 2)
    assert len(exported(other, world[0].run.world_id)) == 6


def test_an_imported_world_can_be_gone_on_with(tmp_path: Path, world: World) -> None:
    with walker(tmp_path) as by:
        taken(by.here.engine, lines(world))
        head = world[0].run.head_node
        for goal in (
            Goal(text=FALL, from_node=head), Goal(text=FALL, world_id=world[0].run.world_id)
        ):  # fmt: skip
            told = by.account(by.walk(goal))
            assert examine(told).sound
            assert told.run.outcome == "goal_achieved"


STRANGER = "nd_" + "7" * 24


def rooted_with_facts(told: World) -> World:
    (first, *rest) = told
    root, node, *more = first.nodes
    return (first.revised(nodes=(root.revised(facts=node.facts), node, *more)), *rest)


def of_another_world(told: World) -> World:
    (first, *rest) = told
    root, *more = first.nodes
    return (first.revised(nodes=(root.revised(world_id="wd_" + "7" * 26), *more)), *rest)


def leading_back(told: World) -> World:
    (first, *rest) = told
    one, two = first.transitions
    back = two.revised(to_node=first.run.root_node)
    run = first.run.revised(head_node=first.run.root_node)
    bare = first.revised(transitions=(one, back), nodes=first.nodes[:2], run=run)
    return (bare.revised(links=(), head=None), *rest)


def in_a_circle(told: World) -> World:
    """The first starts where the second ends, and the second where the first does."""
    first, second, *rest = told
    head = first.run.head_node
    run = first.run.revised(root_node=second.run.head_node)
    assert second.run.root_node == head
    return (second, first.revised(run=run), *rest)


def running(told: World) -> World:
    (first, *rest) = told
    run = first.run.revised(state="EXECUTING", outcome="in_progress", because="", confidence=None)
    return (first.revised(run=run), *rest)


def judged_otherwise(told: World) -> World:
    (first, *rest) = told
    walk = first.walks[0]
    assert walk.judgement is not None
    judgement = walk.judgement.revised(because="because I say so")
    return (first.revised(walks=(walk.revised(judgement=judgement), *first.walks[1:])), *rest)


def of_other_rules(told: World) -> World:
    (first, *rest) = told
    walk = first.walks[0]
    assert walk.judgement is not None
    judgement = walk.judgement.revised(rules_version="1999.1")
    return (first.revised(walks=(walk.revised(judgement=judgement), *first.walks[1:])), *rest)


def with_a_step_that_waits(told: World) -> World:
    """A step that the reconciler of whoever imports it would send to a worker."""
    (first, *rest) = told
    return (first.revised(steps=(first.steps[0].revised(state="ready"), *first.steps[1:])), *rest)


def without_the_first(told: World) -> World:
    return told[1:]


def with_a_node_from_nowhere(told: World) -> World:
    (first, *rest) = told
    stray = first.nodes[-1].revised(node_id=STRANGER)
    bare = first.revised(nodes=(*first.nodes, stray), links=(), head=None)
    return (bare, *rest)


def without_a_link(told: World) -> World:
    (first, *rest) = told
    return (first.revised(links=first.links[:-1]), *rest)


def the_same_twice(told: World) -> World:
    return (told[0], told[0].revised(links=told[0].links), *told[1:])


@pytest.mark.parametrize(
    "change",
    [
        rooted_with_facts, of_another_world, leading_back, in_a_circle, running, judged_otherwise,
        of_other_rules, without_the_first, with_a_node_from_nowhere, without_a_link,
        with_a_step_that_waits,
    ],
    ids=lambda change: change.__name__,
)  # fmt: skip
def test_of_a_world_that_is_not_right_nothing_comes(
    other: Engine, world: World, change: Callable[[World], World]
) -> None:
    before = rows(other)
    with pytest.raises(RequestError) as caught:
        taken(other, lines(change(world)))
    assert rows(other) == before
    assert caught.value.field


def test_of_a_world_under_another_name_nothing_comes(other: Engine, world: World) -> None:
    with pytest.raises(RequestError, match="is not of the world"):
        taken(other, lines(world, "wd_" + "7" * 26))
    assert rows(other)["worlds"] == 0


def test_an_episode_that_is_told_twice_comes_once(other: Engine, world: World) -> None:
    assert taken(other, lines(the_same_twice(world)))[1:] == (6, 1)


def test_another_episode_of_the_same_name_is_a_conflict(other: Engine, world: World) -> None:
    taken(other, lines(world))
    before = rows(other)
    vetoed = world[3]
    goal = vetoed.goal.revised(seed=4711)
    plan = vetoed.links[0]
    used = (plan.entry.used[0].revised(sha256=goal.digest()), *plan.entry.used[1:])
    link = plan.revised(entry=plan.entry.revised(used=used))
    forged = chained_anew(vetoed.revised(goal=goal, links=(link,)))
    assert examine(forged).sound
    with pytest.raises(RequestError, match="is another one"):
        taken(other, lines((*world[:3], forged, *world[4:])))
    assert rows(other) == before


def test_a_node_of_the_same_name_is_a_conflict(other: Engine, world: World) -> None:
    """Two that come after one another, and would establish the same node."""
    taken(other, lines(world[:1]))
    before = rows(other)
    twin = world[0].revised(
        run=world[0].run.revised(episode_id="ep_" + "7" * 26),
        transitions=tuple(
            t.revised(episode_id="ep_" + "7" * 26, transition_id=f"tr_{i}{'7' * 23}")
            for i, t in enumerate(world[0].transitions)
        ),
    )
    with pytest.raises((RequestError, IntegrityError)), writing(other) as session:
        import_episode(session, world[0].run.world_id, twin)
    assert rows(other) == before


def test_a_world_is_taken_over_for_an_owner_and_by_no_other(other: Engine, world: World) -> None:
    world_id, fresh, _ = taken(other, lines(world), "ada")
    with reading(other) as session:
        assert worlds.several(session, limit=10) == ()
        assert [w.world_id for w in worlds.several(session, limit=10, owner="ada")] == [world_id]
        assert len(listing.summaries(session, limit=20, owner="ada")) == fresh
        assert {owning.owner_of(session, told.run.episode_id) for told in world} == {"ada"}
    before = rows(other)
    with pytest.raises(Conflicting, match="belongs to ada") as caught:
        taken(other, lines(world), "ben")
    assert caught.value.field == "owner"
    assert rows(other) == before
    assert taken(other, lines(world), "ada")[1] == 0


def test_no_secret_of_a_render_worker_comes_over(other: Engine, world: World) -> None:
    assert b"nonce" not in lines(world)
    assert b"incoming/" not in lines(world)
    taken(other, lines(world))
    with reading(other) as session:
        made = attempts.attempt(session, AttemptKey(episode_id=world[0].run.episode_id))
        assert len(made.nonce) == 32
        assert account(session, world[0].run.episode_id).walks[0].filming == (
            world[0].walks[0].filming
        )
