"""What text messages cost, and where a message was to go before it went another way."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "sms_sent",
        sa.Column("outbox_id", _ID, autoincrement=False, nullable=False),
        sa.Column("gateway_id", sa.String(length=64), nullable=False),
        sa.Column("area_id", _ID, nullable=True),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('taken','delivered','failed')", name=op.f("ck_sms_sent_state")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_sms_sent_area_id")),
        sa.PrimaryKeyConstraint("outbox_id", name=op.f("pk_sms_sent")),
    )
    op.create_index(op.f("ix_sms_sent_gateway_id"), "sms_sent", ["gateway_id"], unique=False)
    op.create_index("ix_sms_sent_month", "sms_sent", ["month", "area_id"], unique=False)
    op.create_table(
        "outbox_passed",
        sa.Column("outbox_id", _ID, autoincrement=False, nullable=False),
        sa.Column("address_id", _ID, autoincrement=False, nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["address.id"], name=op.f("fk_outbox_passed_address_id")
        ),
        sa.PrimaryKeyConstraint("outbox_id", "address_id", name=op.f("pk_outbox_passed")),
    )
    op.create_index(op.f("ix_outbox_passed_at"), "outbox_passed", ["at"], unique=False)
