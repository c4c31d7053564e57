"""Owners have keys; idempotency keys and what stood against earlier goals are each owner's own."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_ACHIEVED = "goal_achieved needs an accepted transition"
_NAMES = ["domain", "family", "constraint_id"]


def upgrade() -> None:
    op.create_table(
        "keys",
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("prefix", sa.String(length=16), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_keys")),
        sa.UniqueConstraint("sha256", name=op.f("uq_keys_sha256")),
    )
    op.create_index("ix_keys_owner", "keys", ["owner", "key_id"])

    _without_triggers_of_episodes()
    with op.batch_alter_table("episodes") as table:
        table.drop_constraint("uq_episodes_idempotency_key", type_="unique")
        table.create_unique_constraint(
            op.f("uq_episodes_owner_idempotency_key"), ["owner", "idempotency_key"]
        )
    _with_triggers_of_episodes()

    op.drop_index("ix_constraint_memory_violated", "constraint_memory")
    with op.batch_alter_table("constraint_memory") as table:
        table.add_column(
            sa.Column("owner", sa.String(length=64), nullable=False, server_default="local")
        )
        table.drop_constraint("pk_constraint_memory", type_="primary")
        table.create_primary_key(op.f("pk_constraint_memory"), ["owner", *_NAMES])
    op.create_index(
        "ix_constraint_memory_violated",
        "constraint_memory",
        ["owner", "domain", "violated", "last_at"],
    )


def downgrade() -> None:
    op.drop_index("ix_constraint_memory_violated", "constraint_memory")
    op.execute("DELETE FROM constraint_memory WHERE owner != 'local'")
    with op.batch_alter_table("constraint_memory") as table:
        table.drop_constraint("pk_constraint_memory", type_="primary")
        table.create_primary_key(op.f("pk_constraint_memory"), _NAMES)
        table.drop_column("owner")
    op.create_index(
        "ix_constraint_memory_violated", "constraint_memory", ["domain", "violated", "last_at"]
    )

    # only one episode keeps a key that several owners used
    op.execute(
        "UPDATE episodes SET idempotency_key = NULL WHERE EXISTS (SELECT 1 FROM episodes AS other "
        "WHERE other.idempotency_key = episodes.idempotency_key "
        "AND other.episode_id < episodes.episode_id)"
    )
    _without_triggers_of_episodes()
    with op.batch_alter_table("episodes") as table:
        table.drop_constraint("uq_episodes_owner_idempotency_key", type_="unique")
        table.create_unique_constraint(op.f("uq_episodes_idempotency_key"), ["idempotency_key"])
    _with_triggers_of_episodes()
    op.drop_index("ix_keys_owner", "keys")
    op.drop_table("keys")


def _without_triggers_of_episodes() -> None:
    """Take the triggers away from the table that SQLite builds anew; PostgreSQL alters it."""
    if op.get_bind().dialect.name == "sqlite":
        for when in ("insert", "update"):
            op.execute(f"DROP TRIGGER episodes_achieved_{when}")


def _with_triggers_of_episodes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for when in ("INSERT", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER episodes_achieved_{when.lower()} BEFORE {when} ON episodes\n"
                f"WHEN {_UNPROVEN}\nBEGIN SELECT RAISE(ABORT, '{_ACHIEVED}'); END"
            )
