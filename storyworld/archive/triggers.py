"""The promises a CHECK cannot keep.

`goal_achieved` needs an accepted transition; a label of a film is never changed or taken back.
"""

from sqlalchemy import Connection, MetaData, event

from storyworld.archive.tables import Base

_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_WORDS = "goal_achieved needs an accepted transition"
_KEPT = "a label is kept as it was given"

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
)


def statements(dialect: str) -> tuple[str, ...]:
    """Give the DDL of all triggers for a dialect."""
    return {"sqlite": SQLITE, "postgresql": POSTGRESQL}[dialect]


@event.listens_for(Base.metadata, "after_create")
def _create(_metadata: MetaData, connection: Connection, **_: object) -> None:
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
