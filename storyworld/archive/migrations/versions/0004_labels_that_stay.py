"""Labels are not replaced (SQLite) nor truncated (PostgreSQL) either."""

from alembic import op

revision = "0004"
down_revision = "0003"

_KEPT = "a label is kept as it was given"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER labels_kept_replace BEFORE INSERT ON labels "  # noqa: S608 - constants
            "WHEN EXISTS (SELECT 1 FROM labels WHERE label_id = NEW.label_id) "
            f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
        )
    else:
        op.execute(
            "CREATE TRIGGER labels_kept_truncate BEFORE TRUNCATE ON labels "
            "FOR EACH STATEMENT EXECUTE FUNCTION labels_kept()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER labels_kept_replace")
    else:
        op.execute("DROP TRIGGER labels_kept_truncate ON labels")
