"""The promises a CHECK cannot keep.

`goal_achieved` needs an accepted transition; a label of a film is never changed or taken back, nor
is a node or a transition of the world graph; a branch lies within its world.
"""

from sqlalchemy import Connection, MetaData, event

from storyworld.archive import graph_tables  # noqa: F401 - the graph belongs to the metadata
from storyworld.archive.tables import Base

_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_WORDS = "goal_achieved needs an accepted transition"
_KEPT = "a label is kept as it was given"
_GROWN = "the world graph only grows: its nodes and transitions are never changed or taken back"
_ASTRAY = " OR ".join(
    f"NOT EXISTS (SELECT 1 FROM nodes WHERE node_id = NEW.{end} AND world_id = NEW.world_id)"  # noqa: S608 - constants
    for end in ("root_node", "head_node")
)
_WITHIN = "a branch lies within its world"
# whatever INSERT OR REPLACE would take away
_REPLACED = {
    "nodes": "SELECT 1 FROM nodes WHERE node_id = NEW.node_id "
    "OR (world_id = NEW.world_id AND place = NEW.place)",
    "transitions": "SELECT 1 FROM transitions WHERE transition_id = NEW.transition_id "
    "OR (episode_id = NEW.episode_id AND beat = NEW.beat) "
    "OR (world_id = NEW.world_id AND place = NEW.place) OR to_node = NEW.to_node",
}

SQLITE = (
    tuple(
        f"""CREATE TRIGGER episodes_achieved_{when.lower()} BEFORE {when} ON episodes
WHEN {_UNPROVEN}
BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"""
        for when in ("INSERT", "UPDATE")
    )
    + tuple(
        f"""CREATE TRIGGER labels_kept_{when.lower()} BEFORE {when} ON labels
BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"""
        for when in ("UPDATE", "DELETE")
    )
    + (
        # what INSERT OR REPLACE takes away fires no trigger of DELETE
        f"""CREATE TRIGGER labels_kept_replace BEFORE INSERT ON labels
WHEN EXISTS (SELECT 1 FROM labels WHERE label_id = NEW.label_id)
BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END""",  # noqa: S608 - constants
    )
    + tuple(
        f"""CREATE TRIGGER {table}_kept_{when.lower()} BEFORE {when} ON {table}
BEGIN SELECT RAISE(ABORT, '{_GROWN}'); END"""
        for table in _REPLACED
        for when in ("UPDATE", "DELETE")
    )
    + tuple(
        f"""CREATE TRIGGER {table}_kept_replace BEFORE INSERT ON {table}
WHEN EXISTS ({replaced})
BEGIN SELECT RAISE(ABORT, '{_GROWN}'); END"""
        for table, replaced in _REPLACED.items()
    )
    + tuple(
        f"""CREATE TRIGGER branches_within_{when.lower()} BEFORE {when} ON branches
WHEN {_ASTRAY}
BEGIN SELECT RAISE(ABORT, '{_WITHIN}'); END"""
        for when in ("INSERT", "UPDATE")
    )
)

POSTGRESQL = (
    f"""CREATE FUNCTION episodes_achieved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_UNPROVEN} THEN RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
END $$""",
    """CREATE TRIGGER episodes_achieved BEFORE INSERT OR UPDATE ON episodes
FOR EACH ROW EXECUTE FUNCTION episodes_achieved()""",
    f"""CREATE FUNCTION labels_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{_KEPT}' USING ERRCODE = 'check_violation';
END $$""",
    """CREATE TRIGGER labels_kept BEFORE UPDATE OR DELETE ON labels
FOR EACH ROW EXECUTE FUNCTION labels_kept()""",
    """CREATE TRIGGER labels_kept_truncate BEFORE TRUNCATE ON labels
FOR EACH STATEMENT EXECUTE FUNCTION labels_kept()""",
    f"""CREATE FUNCTION graph_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{_GROWN}' USING ERRCODE = 'check_violation';
END $$""",
    *(
        f"""CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION graph_kept()"""
        for table in _REPLACED
    ),
    *(
        f"""CREATE TRIGGER {table}_kept_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION graph_kept()"""
        for table in _REPLACED
    ),
    f"""CREATE FUNCTION branches_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {_ASTRAY} THEN RAISE EXCEPTION '{_WITHIN}' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
END $$""",
    """CREATE TRIGGER branches_within BEFORE INSERT OR UPDATE ON branches
FOR EACH ROW EXECUTE FUNCTION branches_within()""",
)


def statements(dialect: str) -> tuple[str, ...]:
    """Give the DDL of all triggers for a dialect."""
    return {"sqlite": SQLITE, "postgresql": POSTGRESQL}[dialect]


@event.listens_for(Base.metadata, "after_create")
def _create(_metadata: MetaData, connection: Connection, **_: object) -> None:
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
