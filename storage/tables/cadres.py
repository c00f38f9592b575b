"""What cadres owe and choose, what people are to be told, and what leaders ask."""

from sqlalchemy import (
    JSON,
    Boolean,
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
    false,
    text,
)

from storage.tables.base import Id, Moment, id_column, metadata

duty = Table(
    "duty",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    # Null: every cadre assigned there.
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("visits", Integer, nullable=False),
    Column("per", String(10), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    CheckConstraint("visits > 0", name="visits"),
    CheckConstraint("per in ('month','quarter')", name="per"),
    CheckConstraint("valid_to is null or valid_from <= valid_to", name="days"),
)

calendar_link = Table(
    "calendar_link",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, unique=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
)

preference = Table(
    "preference",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True, autoincrement=False),
    # "HH:MM"; null: the installation's hour.
    Column("bundle_at", String(5)),
    # Sections of the bundle that are told at once instead.
    Column("urgent", JSON, nullable=False),
    Column("bundled_until", Moment),
    # The messenger by which they want to be told; null: the one used last.
    Column("way", String(20)),
)

news = Table(
    "news",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("section", String(20), nullable=False),
    Column("key", String(60), nullable=False),
    Column("args", JSON, nullable=False),
    Column("command", String(60)),
    Column("label_key", String(60)),
    Column("dedupe_key", String(120), unique=True),
    Column("urgent", Boolean, nullable=False, server_default=false()),
    Column("told_at", Moment),
    # The outbox row that tells it; rows of the outbox go after some weeks.
    Column("told_by", Id, index=True),
    Index(
        "ix_news_untold",
        "person_id",
        sqlite_where=text("told_at is null"),
        postgresql_where=text("told_at is null"),
    ),
    Index("ix_news_told_at", "told_at"),
)

nudge = Table(
    "nudge",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False, index=True),
    Column("by_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("person_id", "day"),
)

enquiry = Table(
    "enquiry",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("topic_id", ForeignKey("topic.id"), index=True),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("answer", Text),
    Column("answered_at", Moment),
    Column("answered_by", ForeignKey("person.id"), index=True),
    # Grows with every answer, so that two people notice each other.
    Column("version", Integer, nullable=False, server_default="0"),
)

enquiry_file = Table(
    "enquiry_file",
    metadata,
    Column("enquiry_id", ForeignKey("enquiry.id"), primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True, index=True),
)
