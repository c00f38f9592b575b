"""Tokens by which other systems read."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "api_token",
        sa.Column("id", _ID, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("kind_id", _ID, nullable=True),
        sa.Column("association", sa.String(length=200), nullable=True),
        sa.Column("classes", sa.String(length=40), nullable=False),
        sa.Column("created_by", _ID, nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("expires_at", Moment(timezone=True), nullable=False),
        sa.Column("used_at", Moment(timezone=True), nullable=True),
        sa.Column("ended_at", Moment(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind_id is null or association is null", name=op.f("ck_api_token_only")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_api_token_area_id")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_api_token_kind_id")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_api_token_created_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    op.create_index(op.f("ix_api_token_area_id"), "api_token", ["area_id"], unique=False)
    op.create_index(op.f("ix_api_token_created_by"), "api_token", ["created_by"], unique=False)
