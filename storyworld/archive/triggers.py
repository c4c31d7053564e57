"""The promises a CHECK cannot keep.

`goal_achieved` needs an accepted transition; a branch lies within its world; some rows are never
changed nor taken away.
"""

from sqlalchemy import Connection, MetaData, event

from storyworld.archive import graph_tables  # noqa: F401 - the graph belongs to the metadata
from storyworld.archive import sessions as _sessions  # noqa: F401 - and so do keys and sessions
from storyworld.archive.tables import Base

_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_WORDS = "goal_achieved needs an accepted transition"
_GROWN = "the world graph only grows: its nodes and transitions are never changed or taken back"
_ASTRAY = " OR ".join(
    f"NOT EXISTS (SELECT 1 FROM nodes WHERE node_id = NEW.{end} AND world_id = NEW.world_id)"  # noqa: S608 - constants
    for end in ("root_node", "head_node")
)
_WITHIN = "a branch lies within its world"
# table -> what names a row alone, and what is said to whoever would change one
_KEPT = {
    "labels": (("label_id",), "a label is kept as it was given"),
    "provenance": (
        ("entry_id", "episode_id, place"),
        "an entry of provenance is kept as it was written",
    ),
    "nodes": (("node_id", "world_id, place"), _GROWN),
    "transitions": (
        ("transition_id", "episode_id, beat", "world_id, place", "to_node"),
        _GROWN,
    ),
}


def _kept_in_sqlite(table: str) -> tuple[str, ...]:
    keys, words = _KEPT[table]
    refuse = f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    # what INSERT OR REPLACE takes away fires no trigger of DELETE
    there = " OR ".join(
        "(" + " AND ".join(f"{c} = NEW.{c}" for c in key.split(", ")) + ")" for key in keys
    )
    return (
        f"CREATE TRIGGER {table}_kept_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_kept_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_kept_replace BEFORE INSERT ON {table} "  # noqa: S608 - constants
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {there}) {refuse}",
    )


def _kept_in_postgresql(table: str) -> tuple[str, ...]:
    _, words = _KEPT[table]
    return (
        f"""CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation';
END $$""",
        f"""CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_kept()""",
        f"""CREATE TRIGGER {table}_kept_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()""",
    )


SQLITE = (
    tuple(
        f"""CREATE TRIGGER episodes_achieved_{when.lower()} BEFORE {when} ON episodes
WHEN {_UNPROVEN}
BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"""
        for when in ("INSERT", "UPDATE")
    )
    + tuple(
        f"""CREATE TRIGGER branches_within_{when.lower()} BEFORE {when} ON branches
WHEN {_ASTRAY}
BEGIN SELECT RAISE(ABORT, '{_WITHIN}'); END"""
        for when in ("INSERT", "UPDATE")
    )
    + tuple(statement for table in _KEPT for statement in _kept_in_sqlite(table))
)

POSTGRESQL = (
    f"""CREATE FUNCTION episodes_achieved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_UNPROVEN} THEN RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
END $$""",
    """CREATE TRIGGER episodes_achieved BEFORE INSERT OR UPDATE ON episodes
FOR EACH ROW EXECUTE FUNCTION episodes_achieved()""",
    f"""CREATE FUNCTION branches_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_ASTRAY} THEN RAISE EXCEPTION '{_WITHIN}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
END $$""",
    """CREATE TRIGGER branches_within BEFORE INSERT OR UPDATE ON branches
FOR EACH ROW EXECUTE FUNCTION branches_within()""",
    *(statement for table in _KEPT for statement in _kept_in_postgresql(table)),
)


def statements(dialect: str) -> tuple[str, ...]:
    """Give the DDL of all triggers for a dialect."""
    return {"sqlite": SQLITE, "postgresql": POSTGRESQL}[dialect]


@event.listens_for(Base.metadata, "after_create")
def _create(_metadata: MetaData, connection: Connection, **_: object) -> None:
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
