"""Tokens by which other systems read."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table

from storage.tables.base import Moment, id_column, metadata

# Of the token itself only the hash is kept.
api_token = Table(
    "api_token",
    metadata,
    id_column(),
    Column("token_hash", String(64), nullable=False, unique=True),
    # For which system it is.
    Column("name", String(100), nullable=False),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    # Instead of one kind: all kinds of an association.
    Column("association", String(200)),
    # What it may read, by words with blanks between them.
    Column("classes", String(40), nullable=False),
    # Null: by the command line.
    Column("created_by", ForeignKey("person.id"), index=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("ended_at", Moment),
    CheckConstraint("kind_id is null or association is null", name="only"),
)
