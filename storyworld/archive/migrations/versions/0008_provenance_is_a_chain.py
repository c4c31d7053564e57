"""Entries of provenance are a chain, and none is changed or taken away.

Those written before are left out of it: nobody can vouch for them any more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_KEPT = "an entry of provenance is kept as it was written"


def upgrade() -> None:
    op.add_column("provenance", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("provenance", sa.Column("sha256", sa.String(length=64), nullable=True))
    with op.batch_alter_table("provenance") as table:
        table.create_unique_constraint(
            op.f("uq_provenance_episode_id_place"), ["episode_id", "place"]
        )
    if op.get_bind().dialect.name == "sqlite":
        for when in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER provenance_kept_{when.lower()} BEFORE {when} ON provenance "
                f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
            )
        op.execute(
            "CREATE TRIGGER provenance_kept_replace BEFORE INSERT ON provenance "  # noqa: S608 - constants
            "WHEN EXISTS (SELECT 1 FROM provenance WHERE entry_id = NEW.entry_id "
            "OR (episode_id = NEW.episode_id AND place = NEW.place)) "
            f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
        )
        return
    op.execute(
        f"""CREATE FUNCTION provenance_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{_KEPT}' USING ERRCODE = 'check_violation';
END $$"""
    )
    op.execute(
        "CREATE TRIGGER provenance_kept BEFORE UPDATE OR DELETE ON provenance "
        "FOR EACH ROW EXECUTE FUNCTION provenance_kept()"
    )
    op.execute(
        "CREATE TRIGGER provenance_kept_truncate BEFORE TRUNCATE ON provenance "
        "FOR EACH STATEMENT EXECUTE FUNCTION provenance_kept()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in ("update", "delete", "replace"):
            op.execute(f"DROP TRIGGER provenance_kept_{name}")
    else:
        op.execute("DROP TRIGGER provenance_kept ON provenance")
        op.execute("DROP TRIGGER provenance_kept_truncate ON provenance")
        op.execute("DROP FUNCTION provenance_kept")
    with op.batch_alter_table("provenance") as table:
        table.drop_constraint("uq_provenance_episode_id_place", type_="unique")
        table.drop_column("sha256")
        table.drop_column("place")
