"""Find reports by their days."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_report_held_on"), "report", ["held_on"], unique=False)
    op.create_index(op.f("ix_report_sent_at"), "report", ["sent_at"], unique=False)
