"""What the schema itself promises, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from storyworld import archive
from storyworld.archive import attempts, breakers, episodes, provenance, world
from storyworld.archive.engine import migrate, reading, writing
from storyworld.archive.tables import Base, TransitionRow
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, new_id
from storyworld.records.observation import Verdict
from storyworld.records.provenance import Agent, AgentKind
from tests import making

GEMINI = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="flash")


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
    return key


def transition(session: Session, key: AttemptKey, **changes: object) -> TransitionRow:
    head = world.head(session, key.episode_id)
    columns: dict[str, object] = {
        "transition_id": new_id("tr"),
        "world_id": head.world_id,
        "episode_id": key.episode_id,
        "beat": 0,
        "from_node": head.node_id,
        "to_node": head.node_id,
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


def test_goal_achieved_needs_an_accepted_transition(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    achieve = text("UPDATE episodes SET outcome = 'goal_achieved' WHERE episode_id = :e")

    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.add(transition(session, key, state="REJECTED", to_node=None))
    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.execute(text("DELETE FROM transitions"))
        session.add(transition(session, key))
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
    assert breakers.BreakerRow.__tablename__ in Base.metadata.tables
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


def at_revision(engine: Engine, revision: str) -> None:
    """Empty the archive and bring its schema to a revision, as `migrate` does to the newest."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for table in inspect(connection).get_table_names():
                connection.exec_driver_sql(f"DROP TABLE {table}")
        else:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        config = Config()
        folder = Path(archive.__file__).parent / "migrations"
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def test_observations_of_the_first_schema_are_counted_by_model_and_verdict(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))
    columns = ("observation_id", "episode_id", "beat", "attempt", "observer", "availability",
               "place", "record", "created_at")  # fmt: skip
    tables = ("worlds", "nodes", "episodes", "branches", "beats", "attempts", "transitions")
    with engine.connect() as connection:
        kept = {t: connection.execute(text(f"SELECT * FROM {t}")).mappings().all() for t in tables}
        seen = making.observation(observer=GEMINI).revised(verdict=Verdict.IMPOSSIBLE)
        query = text(f"SELECT {', '.join(columns)} FROM observations")
        row = {**connection.execute(query).mappings().one(), "record": seen.model_dump_json()}
    kept["observations"] = [row]
    newer = {"attempts": {"because"}}
    order = ("worlds", "nodes", "episodes", "branches", "beats", "attempts", "observations",
             "transitions")  # fmt: skip
    at_revision(engine, "0001")
    with engine.begin() as connection:
        for table in order:
            for old in kept[table]:
                known = [name for name in old if name not in newer.get(table, ())]
                names = ", ".join(known)
                values = ", ".join(f":{name}" for name in known)
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), old)

    migrate(engine)

    with engine.connect() as connection:
        query = text("SELECT model, verdict, availability FROM observations")
        assert connection.execute(query).all() == [("flash", "impossible", "success")]
    with reading(engine) as session:
        assert len(attempts.observations(session, key)) == 1
        assert attempts.attempt(session, key).because == ""
        assert len(world.transitions(session, key.episode_id)) == 1
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.execute(text("UPDATE observations SET availability = 'asleep'"))
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.execute(text("DELETE FROM observations"))


def test_provenance_from_before_it_was_a_chain_is_kept_and_left_out_of_it(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    tables = ("worlds", "nodes", "episodes", "branches")
    with engine.connect() as connection:
        kept = {t: connection.execute(text(f"SELECT * FROM {t}")).mappings().all() for t in tables}
    at_revision(engine, "0006")
    record = (
        '{"stage":"plan","agent":{"name":"rules","kind":"planner","version":"1"},"used":["a goal"],'
        '"started_at":"2026-11-01T00:00:00Z","finished_at":"2026-11-01T00:00:01Z"}'
    )
    with engine.begin() as connection:
        for table in tables:
            for old in kept[table]:
                names, values = ", ".join(old), ", ".join(f":{name}" for name in old)
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), old)
        connection.execute(
            text(
                "INSERT INTO provenance (episode_id, beat, attempt, stage, record, created_at) "
                "VALUES (:episode_id, 0, 0, 'plan', :record, '2026-11-01 00:00:01')"
            ),
            {"episode_id": key.episode_id, "record": record},
        )

    migrate(engine)

    with reading(engine) as session:
        (entry,) = provenance.entries(session, key.episode_id)
        assert [thing.name for thing in entry.used] == ["a goal"]
        assert provenance.links(session, key.episode_id) == ()
    with writing(engine) as session:
        provenance.add(session, key, entry)
    with reading(engine) as session:
        assert [link.place for link in provenance.links(session, key.episode_id)] == [0]
    with pytest.raises(DBAPIError, match="kept as it was written"), writing(engine) as session:
        session.execute(text("DELETE FROM provenance"))


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
