"""Let a browser wait for its person, who opens the desk from the chat."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "desk_request",
        sa.Column("id", _ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("network", sa.String(length=60), nullable=False),
        sa.Column("device", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("expires_at", Moment(timezone=True), nullable=False),
        sa.Column("address_id", _ID, nullable=True),
        sa.Column("opened", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"], ["address.id"], name=op.f("fk_desk_request_address_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_request")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_desk_request_secret_hash")),
    )
    for column in ("address_id", "at", "code_hash"):
        op.create_index(op.f(f"ix_desk_request_{column}"), "desk_request", [column], unique=False)
