"""Which places stand by their figures of a month."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "month_confirmation",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("confirmed_at", Moment(timezone=True), nullable=False),
        sa.Column("changed_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_month_confirmation_area_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_month_confirmation_person_id")
        ),
        sa.PrimaryKeyConstraint("month", "area_id", name=op.f("pk_month_confirmation")),
    )
    op.create_index(
        op.f("ix_month_confirmation_person_id"), "month_confirmation", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_month_confirmation_area_id"), "month_confirmation", ["area_id"], unique=False
    )
