"""What was written under earlier schemas is kept, on SQLite and on PostgreSQL."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from storyworld import archive
from storyworld.archive import (
    attempts,
    graph,
    provenance,
    world,
)
from storyworld.archive.engine import migrate, reading, writing
from storyworld.records.goal import Goal
from storyworld.records.observation import Verdict
from storyworld.records.provenance import Agent, AgentKind
from tests import making
from tests.archive import growing
from tests.archive.growing import REJECTED, Beat
from tests.archive.test_schema import begun, transition

GEMINI = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="flash")


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


TABLES = ("worlds", "nodes", "episodes", "branches", "beats", "attempts", "observations",
          "transitions")  # fmt: skip
LATER = {
    "worlds": ("transitions", "grown_at", "owner"),
    "episodes": ("owner",),
    "nodes": ("place",),
    "transitions": ("place", "from_place"),
    "attempts": ("because",),
}


def rows_of(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """Read all rows of a graph, without the columns the first schema did not have."""
    with engine.connect() as connection:
        return {
            table: [
                {name: value for name, value in row.items() if name not in LATER.get(table, ())}
                for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()
            ]
            for table in TABLES
        }


def write_back(engine: Engine, kept: dict[str, list[dict[str, object]]]) -> None:
    with engine.begin() as connection:
        for table in TABLES:
            for row in kept[table]:
                names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
                connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)


def test_a_graph_of_an_earlier_schema_keeps_its_growth(engine: Engine) -> None:
    """What came from a worker whose clock was behind comes behind what it starts from."""
    episode_id, world_id = growing.began(engine, Goal(text="a fall"))
    beats = (Beat(), Beat(), Beat(), Beat(REJECTED), Beat())
    steps = [growing.committed(engine, episode_id, nth, beats) for nth in range(4)]
    kept = rows_of(engine)
    late = {row["transition_id"]: row for row in kept["transitions"]}
    first, second = (late[steps[nth].transition_id] for nth in (0, 1))
    first["created_at"], second["created_at"] = second["created_at"], first["created_at"]
    at_revision(engine, "0005")
    write_back(engine, kept)

    migrate(engine)

    with reading(engine) as session:
        page = graph.page(session, world_id)
    assert [t.transition_id for t in page.transitions] == [t.transition_id for t in steps]
    assert [n.place for n in page.nodes] == [0, 1, 2, 3]
    growing.walked(engine, Beat(), from_node=page.nodes[-1].node_id)
    with reading(engine) as session:
        assert [t.place for t in graph.page(session, world_id).transitions] == [1, 2, 3, 4, 5]


def test_observations_of_the_first_schema_are_counted_by_model_and_verdict(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))
    kept = rows_of(engine)
    columns = ("observation_id", "episode_id", "beat", "attempt", "observer", "availability",
               "place", "record", "created_at")  # fmt: skip
    seen = making.observation(observer=GEMINI).revised(verdict=Verdict.IMPOSSIBLE)
    (observed,) = kept["observations"]
    kept["observations"] = [
        {**{name: observed[name] for name in columns}, "record": seen.model_dump_json()}
    ]
    at_revision(engine, "0001")
    write_back(engine, kept)

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
    at_revision(engine, "0007")
    record = (
        '{"stage":"plan","agent":{"name":"rules","kind":"planner","version":"1"},"used":["a goal"],'
        '"started_at":"2026-11-01T00:00:00Z","finished_at":"2026-11-01T00:00:01Z"}'
    )
    with engine.begin() as connection:
        for table in tables:
            for row in kept[table]:
                old = {name: value for name, value in row.items() if name != "owner"}
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
