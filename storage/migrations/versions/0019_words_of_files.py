"""What a program of the operator's read in a recording or a photo."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attachment", sa.Column("heard", sa.Text(), nullable=True))
