"""How long each level has for a difficulty, and the photos that belong to one."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.tables.base import id_column, metadata

difficulty_term = Table(
    "difficulty_term",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("level", String(40), nullable=False),
    Column("days", Integer, nullable=False),
    UniqueConstraint("area_id", "level"),
    CheckConstraint("days > 0", name="days"),
)

difficulty_file = Table(
    "difficulty_file",
    metadata,
    Column("difficulty_id", ForeignKey("difficulty.id"), primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True, index=True),
)
