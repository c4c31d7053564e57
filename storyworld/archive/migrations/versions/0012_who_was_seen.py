"""Processes that were seen, what the broker was given, and what is counted by index."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_FAILED = sa.text("failure IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "workers",
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("queues", sa.String(255), nullable=False),
        sa.Column("last_did", sa.String(255), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "role IN ('control', 'gpu', 'reconciler')", name=op.f("ck_workers_role")
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_workers")),
    )
    op.create_index("ix_workers_last_seen", "workers", ["last_seen"])
    op.create_table(
        "broker_days",
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("commands", sa.BigInteger, nullable=False),
        sa.Column("exact", sa.Boolean, nullable=False),
        sa.Column("run", sa.String(64)),
        sa.Column("total", sa.BigInteger),
        sa.Column("looked_at", sa.Float),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_broker_days")),
    )
    op.create_index(
        "ix_steps_failed", "steps", ["created_at"],
        sqlite_where=_FAILED, postgresql_where=_FAILED,
    )  # fmt: skip
    op.create_index("ix_episodes_standing", "episodes", ["owner", "state"])


def downgrade() -> None:
    op.drop_index("ix_episodes_standing", "episodes")
    op.drop_index("ix_steps_failed", "steps")
    op.drop_table("broker_days")
    op.drop_table("workers")
