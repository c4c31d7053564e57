"""What the schema itself promises, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session

from storyworld.archive import (
    attempts,
    breakers,
    broker_days,
    episodes,
    memory,
    workers,
    world,
)
from storyworld.archive.engine import migrate, reading, writing
from storyworld.archive.graph_tables import NodeRow, TransitionRow
from storyworld.archive.tables import Base
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, new_id
from storyworld.records.world import WorldNode
from tests import making


def begun(session: Session) -> AttemptKey:
    """Write an episode with a beat, an attempt and an observation."""
    created = episodes.create(
        session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=100
    )
    key = created.key.of_attempt
    attempts.save_beats(session, key.episode_id, (making.beat(),))
    attempts.open_attempt(session, making.attempt(key))
    attempts.save_observations(
        session, key, (making.observation(observation_id=f"obs_{key.episode_id}"),)
    )
    head = world.head(session, key.episode_id)
    session.add(grown(head.world_id, came_to(key), place=1))
    return key


def came_to(key: AttemptKey) -> str:
    return f"nd_{key.episode_id[3:]}"


def grown(world_id: str, node_id: str, *, place: int) -> NodeRow:
    node = WorldNode(node_id=node_id, world_id=world_id)
    return NodeRow(
        node_id=node_id,
        world_id=world_id,
        place=place,
        record=node,
        created_at=datetime.now(UTC),
    )


def transition(session: Session, key: AttemptKey, **changes: object) -> TransitionRow:
    """Make a transition from an episode's root to the node at place 1."""
    head = world.head(session, key.episode_id)
    columns: dict[str, object] = {
        "transition_id": new_id("tr"),
        "world_id": head.world_id,
        "episode_id": key.episode_id,
        "place": 1,
        "beat": 0,
        "from_node": head.node_id,
        "from_place": 0,
        "to_node": came_to(key),
        "observation_id": f"obs_{key.episode_id}",
        "video_uri": making.URI,
        "video_sha256": making.SHA,
        "state": "ACCEPTED",
        "because": "",
        "created_at": datetime.now(UTC),
    }
    return TransitionRow(**{**columns, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"observation_id": None},
        {"observation_id": "obs_of_nobody"},
        {"video_uri": None},
        {"video_uri": ""},
        {"video_sha256": None},
        {"video_sha256": "abc"},
        {"to_node": None},
        {"state": "REJECTED"},
        {"state": "PROBABLY"},
        {"from_node": "nd_nowhere"},
        {"to_node": "nd_nowhere"},
        {"place": 2},
        {"from_place": 1},
        {"world_id": "wd_nowhere"},
    ],
)
def test_no_transition_without_observation_and_film(
    engine: Engine, changes: dict[str, object]
) -> None:
    with writing(engine) as session:
        key = begun(session)

    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(transition(session, key, **changes))


def test_a_beat_has_one_transition(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))

    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(transition(session, key))


def refused(engine: Engine, *statements: str, **values: object) -> None:
    for statement in statements:
        with pytest.raises(DatabaseError), writing(engine) as session:
            session.execute(text(statement), values)


def test_a_node_is_led_to_once(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))
    for place in (1, 2):
        with pytest.raises(IntegrityError), writing(engine) as session:
            session.add(transition(session, key, transition_id=new_id("tr"), beat=1, place=place))


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_no_transition_closes_a_cycle_or_leads_into_a_root(engine: Engine, place: int) -> None:
    """From the node at place 2 to one of its ancestors, to the root, to itself."""
    with writing(engine) as session:
        key = begun(session)
        root = world.head(session, key.episode_id)
        session.add(transition(session, key))
        second = f"nd_2{key.episode_id[3:]}"
        session.add(grown(root.world_id, second, place=2))
        session.flush()
        session.add(
            transition(session, key, beat=1, place=2, from_node=came_to(key), from_place=1,
                       to_node=second)
        )  # fmt: skip
    for to_node in (root.node_id, came_to(key), second):
        with pytest.raises(IntegrityError), writing(engine) as session:
            session.add(
                transition(session, key, beat=2, place=place, from_node=second, from_place=2,
                           to_node=to_node)
            )  # fmt: skip


def test_both_ends_of_a_transition_lie_in_its_world(engine: Engine) -> None:
    with writing(engine) as session:
        key, other = begun(session), begun(session)
        elsewhere = world.head(session, other.episode_id)
    for changes in (
        {"from_node": elsewhere.node_id},
        {"to_node": came_to(other)},
        {"world_id": elsewhere.world_id},
        {"world_id": elsewhere.world_id, "to_node": came_to(other)},
    ):
        with pytest.raises(IntegrityError), writing(engine) as session:
            session.add(transition(session, key, **changes))
    refused(
        engine,
        "UPDATE branches SET head_node = :n WHERE episode_id = :e",
        "UPDATE branches SET root_node = :n WHERE episode_id = :e",
        e=key.episode_id,
        n=elsewhere.node_id,
    )


def test_nodes_and_transitions_are_never_changed_or_taken_back(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))
    lite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        before = [
            connection.execute(text(f"SELECT * FROM {t}")).all() for t in ("nodes", "transitions")
        ]
    refused(
        engine,
        "UPDATE transitions SET because = 'it was otherwise'",
        "UPDATE transitions SET state = 'REJECTED', to_node = NULL",
        "UPDATE nodes SET record = '{}'",
        "DELETE FROM transitions",
        "DELETE FROM nodes WHERE place = 1",
    )
    for table, columns in {
        "transitions": TransitionRow.__table__.columns.keys(),
        "nodes": NodeRow.__table__.columns.keys(),
    }.items():
        names = ", ".join(columns)
        again = f"INTO {table} ({names}) SELECT {names} FROM {table}"
        refused(engine, f"INSERT OR REPLACE {again}" if lite else f"TRUNCATE {table} CASCADE")
    with engine.connect() as connection:
        after = [
            connection.execute(text(f"SELECT * FROM {t}")).all() for t in ("nodes", "transitions")
        ]
    assert before == after


def test_goal_achieved_needs_an_accepted_transition(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    achieve = text("UPDATE episodes SET outcome = 'goal_achieved' WHERE episode_id = :e")

    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.add(transition(session, key, state="REJECTED", to_node=None, place=2))
    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.add(transition(session, key, beat=1))
        session.flush()
        session.execute(achieve, {"e": key.episode_id})
    with reading(engine) as session:
        assert episodes.result(session, key.episode_id).outcome == "goal_achieved"


def test_foreign_keys_hold(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        attempts.save_beats(session, "ep_of_nobody", (making.beat(),))


def test_the_migrated_schema_is_the_declared_one(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    for row in (
        breakers.BreakerRow,
        memory.ConstraintMemoryRow,
        workers.WorkerRow,
        broker_days.BrokerDayRow,
    ):
        assert row.__tablename__ in Base.metadata.tables
    # autogenerate does not compare CHECK constraints
    for table in Base.metadata.sorted_tables:
        declared = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
        found = [c["name"] for c in inspect(engine).get_check_constraints(table.name)]
        assert sorted(declared) == sorted(map(str, found)), f"{table.name}: each once"


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    migrate(engine)
    with reading(engine) as session:
        assert episodes.summary(session, key.episode_id).episode_id == key.episode_id


def test_a_fresh_schema_from_the_metadata_has_the_triggers_too(sqlite: Engine) -> None:
    Base.metadata.drop_all(sqlite)
    Base.metadata.create_all(sqlite)
    with writing(sqlite) as session:
        key = begun(session)
    with pytest.raises(DatabaseError, match="accepted transition"), writing(sqlite) as session:
        session.execute(
            text("UPDATE episodes SET outcome = 'goal_achieved' WHERE episode_id = :e"),
            {"e": key.episode_id},
        )


def test_a_fresh_schema_from_the_metadata_has_all_triggers_of_the_migrated_one(
    engine: Engine,
) -> None:
    lite = engine.dialect.name == "sqlite"
    query = text(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if lite
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with engine.connect() as connection:
        migrated = set(connection.execute(query).scalars())
    assert "labels_kept_replace" in migrated if lite else "labels_kept_truncate" in migrated
    with engine.begin() as connection:
        if lite:
            Base.metadata.drop_all(connection)
        else:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        Base.metadata.create_all(connection)
    with engine.connect() as connection:
        assert set(connection.execute(query).scalars()) == migrated
