"""Official documents of a place, version by version, and the bodies that issue them."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.tables.base import Moment, id_column, metadata

issuer = Table(
    "issuer",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    # "" is the place as a whole.
    Column("association", String(200), nullable=False, server_default=""),
    Column("profile", String(20), nullable=False),
    Column("superior", String(200), nullable=False),
    Column("name", String(200), nullable=False),
    Column("code", String(40), nullable=False),
    Column("seat", String(200), nullable=False),
    Column("authority", String(200), nullable=False),
    Column("title", String(200), nullable=False),
    Column("signer", String(200), nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("filed", String(200), nullable=False),
    Column("term_from", Date),
    Column("changed_by", ForeignKey("person.id"), index=True),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("area_id", "association"),
    CheckConstraint("profile in ('party','state','youth','other')", name="profile"),
)

document = Table(
    "document",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("association", String(200), nullable=False, server_default=""),
    Column("kind", String(20), nullable=False),
    # A span as text.
    Column("period", String(20), nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    # What it says, once the figures are frozen.
    Column("facts", JSON),
    # Numbers run by body, type and the day from which they are counted.
    Column("type_code", String(10), nullable=False),
    Column("number", Integer),
    Column("numbered_on", Date),
    Column("counted_from", Date),
    # Paragraphs that somebody wrote anew, and how often that happened.
    Column("edits", JSON),
    Column("edited", Integer, nullable=False, server_default="0"),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("made_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("area_id", "association", "kind", "period", "version"),
    Index(
        "uq_document_number",
        "area_id",
        "association",
        "type_code",
        "counted_from",
        "number",
        unique=True,
    ),
    CheckConstraint("state in ('draft','frozen','numbered','issued')", name="state"),
)
