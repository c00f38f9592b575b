"""By which messenger somebody wants to be told."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("preference") as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(length=20), nullable=True))
