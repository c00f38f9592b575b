"""Note which pressed buttons were answered before their turn was done."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inbox", sa.Column("press_answered", sa.Boolean(), nullable=True))
