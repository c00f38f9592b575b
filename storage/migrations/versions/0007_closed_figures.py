"""Store the figures of a month at its closing, and how long ways take."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COUNTS = (
    "chapters",
    "meeting",
    "expected",
    "on_time",
    "late",
    "missing",
    "held",
    "not_held",
    "moved",
    "present",
    "room",
    "cadre",
    "cadre_told",
    "cadre_asked",
    "closed",
    "not_founded",
    "paused",
    "not_this_month",
    "not_recorded",
)


def upgrade() -> None:
    op.add_column("area", sa.Column("travel_min", sa.Integer(), nullable=True))
    op.create_table(
        "closed_figures",
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("closed_at", Moment(timezone=True), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_closed_figures_area_id")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_closed_figures_kind_id")
        ),
        sa.PrimaryKeyConstraint(
            "month", "area_id", "kind_id", "version", name=op.f("pk_closed_figures")
        ),
    )
    op.create_index(
        "ix_closed_figures_area_id_month", "closed_figures", ["area_id", "month"], unique=False
    )
