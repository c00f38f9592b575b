"""Keep of a picture what was sent and when it was taken."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attachment", sa.Column("original_sha256", sa.String(64)))
    op.add_column("attachment", sa.Column("taken", sa.String(30)))
