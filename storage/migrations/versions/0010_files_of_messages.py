"""Keep the photos and recordings that come with a leader's message."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "enquiry_file",
        sa.Column("enquiry_id", _ID, nullable=False),
        sa.Column("attachment_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_enquiry_file_attachment_id")
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiry.id"], name=op.f("fk_enquiry_file_enquiry_id")
        ),
        sa.PrimaryKeyConstraint("enquiry_id", "attachment_id", name=op.f("pk_enquiry_file")),
    )
    op.create_index(
        op.f("ix_enquiry_file_attachment_id"), "enquiry_file", ["attachment_id"], unique=False
    )
