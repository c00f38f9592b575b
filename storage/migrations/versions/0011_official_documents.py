"""Keep official documents by version, and the bodies that issue them."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "issuer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("association", sa.String(length=200), server_default="", nullable=False),
        sa.Column("profile", sa.String(length=20), nullable=False),
        sa.Column("superior", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("seat", sa.String(length=200), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("signer", sa.String(length=200), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("filed", sa.String(length=200), nullable=False),
        sa.Column("term_from", sa.Date(), nullable=True),
        sa.Column("changed_by", _ID, nullable=True),
        sa.Column("changed_at", Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "profile in ('party','state','youth','other')", name=op.f("ck_issuer_profile")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_issuer_area_id")),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("fk_issuer_changed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issuer")),
        sa.UniqueConstraint("area_id", "association", name=op.f("uq_issuer_area_id_association")),
    )
    op.create_index(op.f("ix_issuer_changed_by"), "issuer", ["changed_by"], unique=False)
    op.create_table(
        "document",
        sa.Column("id", _ID, nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("association", sa.String(length=200), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("type_code", sa.String(length=10), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("numbered_on", sa.Date(), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("changed_at", Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('draft','frozen','numbered','issued')", name=op.f("ck_document_state")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_document_area_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_document_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint(
            "area_id",
            "association",
            "kind",
            "period",
            "version",
            name=op.f("uq_document_area_id_association_kind_period_version"),
        ),
    )
    op.create_index(op.f("ix_document_area_id"), "document", ["area_id"], unique=False)
    op.create_index(op.f("ix_document_person_id"), "document", ["person_id"], unique=False)
    op.create_index(
        "uq_document_number",
        "document",
        ["area_id", "association", "type_code", "counted_from", "number"],
        unique=True,
    )
