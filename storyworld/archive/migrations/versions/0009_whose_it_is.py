"""Every episode and every world has an owner."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for table in ("episodes", "worlds"):
        op.add_column(
            table, sa.Column("owner", sa.String(64), nullable=False, server_default="local")
        )
    op.create_index("ix_episodes_owner", "episodes", ["owner", "episode_id"])
    op.create_index("ix_worlds_owner", "worlds", ["owner", "world_id"])


def downgrade() -> None:
    op.drop_index("ix_worlds_owner", "worlds")
    op.drop_index("ix_episodes_owner", "episodes")
    for table in ("worlds", "episodes"):
        op.drop_column(table, "owner")
