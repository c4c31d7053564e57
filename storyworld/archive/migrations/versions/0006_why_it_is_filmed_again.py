"""Why an attempt is filmed as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("attempts", sa.Column("because", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("attempts", "because")
