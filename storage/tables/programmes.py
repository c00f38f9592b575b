"""Exemplars, programmes with their targets, counters, and what happened to chapters."""

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
    Text,
    UniqueConstraint,
)

from storage.tables.base import Moment, id_column, metadata

exemplar = Table(
    "exemplar",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("report_id", ForeignKey("report.id"), unique=True),
    Column("field", String(40), nullable=False),
    Column("name", String(300), nullable=False),
    Column("aim", Text),
    Column("content", Text),
    Column("progress", Text),
    Column("lead", String(200)),
    Column("result", Text),
    Column("state", String(20), nullable=False, index=True),
    Column("registered_on", Date),
    Column("recognised_on", Date),
    Column("recognised_by", String(200)),
    Column("created_by", ForeignKey("person.id"), index=True),
    Column("created_at", Moment, nullable=False),
    Column("version", Integer, nullable=False, server_default="0"),
    CheckConstraint("state in ('draft','registered','recognised','ended')", name="state"),
)

exemplar_copy = Table(
    "exemplar_copy",
    metadata,
    id_column(),
    Column("exemplar_id", ForeignKey("exemplar.id"), nullable=False),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    Column("ask_again_on", Date, index=True),
    Column("result", Text),
    UniqueConstraint("exemplar_id", "chapter_id"),
    CheckConstraint("state in ('trying','done','stopped')", name="state"),
)

exemplar_pick = Table(
    "exemplar_pick",
    metadata,
    id_column(),
    Column("exemplar_id", ForeignKey("exemplar.id"), nullable=False, index=True),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("month", String(7), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("area_id", "month"),
)

chapter_event = Table(
    "chapter_event",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("day", Date, nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("number", Integer, nullable=False, server_default="1"),
    Column("note", Text),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    CheckConstraint("kind in ('strengthened','head_replaced','commended')", name="kind"),
)

programme = Table(
    "programme",
    metadata,
    id_column(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(300), nullable=False),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    CheckConstraint("valid_to is null or valid_from <= valid_to", name="days"),
)

programme_area = Table(
    "programme_area",
    metadata,
    Column("programme_id", ForeignKey("programme.id"), primary_key=True),
    Column("area_id", ForeignKey("area.id"), primary_key=True, index=True),
)

target = Table(
    "target",
    metadata,
    id_column(),
    Column("programme_id", ForeignKey("programme.id"), nullable=False, index=True),
    Column("indicator", String(60), nullable=False),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    Column("period", String(10), nullable=False),
    # Hundredths: 8550 is 85.5 % or 85.5 units.
    Column("value", Integer, nullable=False),
    # "min": at least, "max": at most.
    Column("sense", String(3), nullable=False, server_default="min"),
    Index("ix_target_area_id_period", "area_id", "period"),
    CheckConstraint("sense in ('min','max')", name="sense"),
)

counter_kind = Table(
    "counter_kind",
    metadata,
    id_column(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    # Null: every association.
    Column("association", String(200)),
    Column("unit", String(40), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
)

counter = Table(
    "counter",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False),
    Column("counter_kind_id", ForeignKey("counter_kind.id"), nullable=False, index=True),
    Column("period", String(10), nullable=False, index=True),
    Column("value", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    Column("before", JSON),
    UniqueConstraint("chapter_id", "counter_kind_id", "period"),
    CheckConstraint("value >= 0", name="value"),
)
