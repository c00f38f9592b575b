"""Directories on their way in: decided as a whole, written part by part."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.tables.base import Moment, id_column, metadata

directory_import = Table(
    "directory_import",
    metadata,
    id_column(),
    Column("state", String(20), nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),
    Column("counts", JSON, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("created_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("done_at", Moment),
    CheckConstraint("state in ('staged','applying','done','dropped')", name="state"),
)

directory_import_part = Table(
    "directory_import_part",
    metadata,
    id_column(),
    Column("import_id", ForeignKey("directory_import.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sheet", String(20), nullable=False),
    Column("action", String(10), nullable=False),
    Column("rows", JSON, nullable=False),
    # The ids of the added rows, in order; null until the part is written.
    Column("ids", JSON),
    Column("applied_at", Moment),
    UniqueConstraint("import_id", "number"),
    CheckConstraint("action in ('add','change')", name="action"),
)
