"""Score tables, grades of meetings and of years, and what became of a report."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Moment, id_column, metadata

score_table = Table(
    "score_table",
    metadata,
    id_column(),
    Column("code", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    # Null: every place; the nearest place's table holds.
    Column("area_id", ForeignKey("area.id"), index=True),
    # Null: every kind.
    Column("kind_id", ForeignKey("chapter_kind.id"), index=True),
    Column("parts", JSON, nullable=False),
    Column("grades", JSON, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    UniqueConstraint("code", "version"),
    CheckConstraint("valid_to is null or valid_from <= valid_to", name="days"),
)

meeting_grade = Table(
    "meeting_grade",
    metadata,
    id_column(),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False),
    Column("source", String(10), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("score_table_id", ForeignKey("score_table.id"), index=True),
    Column("points", JSON),
    Column("total", Integer),
    Column("grade", String(20), nullable=False),
    Column("reason", Text),
    Column("at", Moment, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    UniqueConstraint("meeting_id", "source"),
    CheckConstraint("source in ('self','cadre')", name="source"),
)

rating_scale = Table(
    "rating_scale",
    metadata,
    id_column(),
    Column("association", String(200), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("levels", JSON, nullable=False),
    # When a level is proposed at all; its conditions stand with the levels.
    Column("rule", JSON, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    UniqueConstraint("association", "valid_from"),
    CheckConstraint("valid_to is null or valid_from <= valid_to", name="days"),
)

year_grade = Table(
    "year_grade",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False),
    Column("year", Integer, nullable=False, index=True),
    Column("rating_scale_id", ForeignKey("rating_scale.id"), nullable=False, index=True),
    Column("computed", String(40)),
    Column("level", String(40), nullable=False),
    Column("reason", Text),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    UniqueConstraint("chapter_id", "year"),
)

report_review = Table(
    "report_review",
    metadata,
    id_column(),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    # The version of the report that was looked at.
    Column("version", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    Column("action", String(20), nullable=False),
    # The question of the report talk that is to be answered anew.
    Column("step", String(40)),
    Column("reason", Text),
    CheckConstraint(
        "action in ('read','returned','accepted','confirmed','objected')", name="action"
    ),
)
