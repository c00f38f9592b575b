"""In which round of a repeat an answer was given."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "questionnaire_answer",
        sa.Column("round", sa.Integer(), nullable=False, server_default="0"),
    )
