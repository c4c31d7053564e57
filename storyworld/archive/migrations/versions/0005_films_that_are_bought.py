"""How films are grounded, and what was bought."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("artifacts", sa.Column("grounding", sa.String(length=32), nullable=True))
    op.add_column(
        "artifacts",
        sa.Column("imposed_frames", sa.Integer(), nullable=False, server_default="0"),
    )
    # until now there was only the stub, which films a simulation
    op.execute("UPDATE artifacts SET grounding = 'simulated' WHERE backend = 'stub'")
    op.create_table(
        "purchases",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("backend", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("operation", sa.Text(), nullable=True),
        sa.Column("estimate_usd", sa.Float(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('intended', 'ordered', 'delivered', 'refused', 'lost')",
            name=op.f("ck_purchases_state"),
        ),
        sa.CheckConstraint("estimate_usd >= 0", name=op.f("ck_purchases_estimate_usd")),
        sa.CheckConstraint(
            "state != 'ordered' OR operation IS NOT NULL", name=op.f("ck_purchases_operation")
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["attempts.episode_id", "attempts.beat", "attempts.attempt"],
            name=op.f("fk_purchases_episode_id_attempts"),
        ),
        sa.PrimaryKeyConstraint(
            "episode_id", "beat", "attempt", "place", name=op.f("pk_purchases")
        ),
    )
    op.create_index(op.f("ix_purchases_state"), "purchases", ["state"])


def downgrade() -> None:
    op.drop_index(op.f("ix_purchases_state"), "purchases")
    op.drop_table("purchases")
    op.drop_column("artifacts", "imposed_frames")
    op.drop_column("artifacts", "grounding")
