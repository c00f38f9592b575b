"""Browsers that ring when something waits on their person's page."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "push_device",
        sa.Column("address_id", _ID, autoincrement=False, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("p256dh", sa.String(length=100), nullable=False),
        sa.Column("auth", sa.String(length=100), nullable=False),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["address.id"], name=op.f("fk_push_device_address_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_push_device_person_id")
        ),
        sa.PrimaryKeyConstraint("address_id", name=op.f("pk_push_device")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_push_device_token_hash")),
    )
    op.create_index(op.f("ix_push_device_person_id"), "push_device", ["person_id"], unique=False)
