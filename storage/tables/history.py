"""How places and chapters once were, what came after them, when they pause, what was expected."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.tables.base import Moment, id_column, metadata

area_past = Table(
    "area_past",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("parent_id", ForeignKey("area.id")),
    Column("path", String(200), nullable=False, index=True),
    Column("level", String(40), nullable=False),
    Column("name", String(200), nullable=False),
    Column("code", String(40)),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Index("ix_area_past_area_id_valid_to", "area_id", "valid_to"),
)

chapter_past = Table(
    "chapter_past",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Index("ix_chapter_past_chapter_id_valid_to", "chapter_id", "valid_to"),
)

area_successor = Table(
    "area_successor",
    metadata,
    Column("area_id", ForeignKey("area.id"), primary_key=True),
    Column("successor_id", ForeignKey("area.id"), primary_key=True, index=True),
)

chapter_successor = Table(
    "chapter_successor",
    metadata,
    Column("chapter_id", ForeignKey("chapter.id"), primary_key=True),
    Column("successor_id", ForeignKey("chapter.id"), primary_key=True, index=True),
)

pause = Table(
    "pause",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("chapter_id", ForeignKey("chapter.id"), index=True),
    Column("area_id", ForeignKey("area.id"), index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("created_by", ForeignKey("person.id")),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("first_day <= last_day", name="days"),
    CheckConstraint(
        "(case when person_id is null then 0 else 1 end)"
        " + (case when chapter_id is null then 0 else 1 end)"
        " + (case when area_id is null then 0 else 1 end) <= 1",
        name="scope",
    ),
)

expectation = Table(
    "expectation",
    metadata,
    Column("chapter_id", ForeignKey("chapter.id"), primary_key=True),
    Column("month", String(7), primary_key=True),
    # Where the chapter was in that month: a month once closed never changes its place.
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("expected", Integer, nullable=False),
    Column("reason", String(20), nullable=False),
    Index("ix_expectation_area_id_month", "area_id", "month"),
    CheckConstraint("expected >= 0", name="expected"),
    CheckConstraint(
        "reason in ('expected','closed','not_founded','paused','not_this_month','not_recorded')",
        name="reason",
    ),
)
