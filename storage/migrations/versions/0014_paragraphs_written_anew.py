"""Keep the paragraphs of a document that somebody wrote anew."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document") as batch_op:
        batch_op.add_column(sa.Column("edits", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("edited", sa.Integer(), server_default="0", nullable=False))
