"""Meetings, their reports, attendance, topics, difficulties, photos and digests."""

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
)

from storage.tables.base import Id, Moment, id_column, metadata

meeting = Table(
    "meeting",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False),
    Column("type", String(20), nullable=False),
    Column("period", String(10), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("planned_on", Date),
    Column("start_time", String(5), nullable=False),
    Column("duration_min", Integer, nullable=False),
    Column("place", String(200), nullable=False),
    Column("state", String(20), nullable=False),
    Column("reason", String(40)),
    Column("moved_to", Date, index=True),
    Column("due_on", Date, nullable=False, index=True),
    Column("closes_on", Date, nullable=False),
    Column("reopened_until", Date),
    UniqueConstraint("chapter_id", "period", "type", "ordinal"),
    CheckConstraint("type in ('regular','thematic','extraordinary')", name="type"),
    CheckConstraint("state in ('planned','moved','held','not_held','unreported')", name="state"),
)

report = Table(
    "report",
    metadata,
    id_column(),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False, unique=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("role", String(20), nullable=False),
    Column("first_sent_at", Moment, nullable=False, index=True),
    Column("sent_at", Moment, nullable=False, index=True),
    Column("on_time", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("held_on", Date, index=True),
    Column("present", Integer),
    Column("total", Integer, nullable=False),
    Column("exempt", Integer, nullable=False),
    Column("topic_id", ForeignKey("topic.id")),
    Column("topic_text", Text),
    Column("cadre_present", String(20), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("played", Boolean, nullable=False, server_default=false()),
    # Who entered it for the person in whose name it stands.
    Column("typed_by", ForeignKey("person.id"), index=True),
    CheckConstraint("state in ('held','moved','not_held')", name="state"),
    CheckConstraint("present is null or present <= total - exempt", name="present"),
)

report_revision = Table(
    "report_revision",
    metadata,
    id_column(),
    Column("report_id", ForeignKey("report.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("typed_by", ForeignKey("person.id"), index=True),
    UniqueConstraint("report_id", "version"),
)

attendance = Table(
    "attendance",
    metadata,
    id_column(),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("planned", String(20)),
    Column("planned_at", Moment),
    Column("substitute_id", ForeignKey("person.id"), index=True),
    Column("state", String(20), nullable=False),
    Column("confirmed_at", Moment),
    Column("confirmed_by", ForeignKey("person.id")),
    Column("leader_word", String(20)),
    UniqueConstraint("meeting_id", "person_id"),
    CheckConstraint(
        "state in ('unconfirmed','attended','substitute','excused','absent')", name="state"
    ),
)

topic = Table(
    "topic",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    # All kinds of one association.
    Column("association", String(200)),
    Column("period", String(10), nullable=False, index=True),
    Column("title", String(300), nullable=False),
    Column("guidance", Text),
    Column("questions", Text),
    Column("dialogue", Text),
    Column("issued_by", ForeignKey("person.id"), index=True),
    Column("issued_at", Moment),
    Column("withdrawn_at", Moment),
    # The chapter whose own topic was taken up for all.
    Column("taken_from", ForeignKey("chapter.id"), index=True),
    Column("version", Integer, nullable=False, server_default="0"),
)

# The chapters of a topic that is not for all there are at its place.
topic_chapter = Table(
    "topic_chapter",
    metadata,
    Column("topic_id", ForeignKey("topic.id"), primary_key=True),
    Column("chapter_id", ForeignKey("chapter.id"), primary_key=True, index=True),
)

topic_file = Table(
    "topic_file",
    metadata,
    Column("topic_id", ForeignKey("topic.id"), primary_key=True),
    Column("attachment_id", ForeignKey("attachment.id"), primary_key=True, index=True),
)

topic_opening = Table(
    "topic_opening",
    metadata,
    Column("topic_id", ForeignKey("topic.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("at", Moment, nullable=False),
)

difficulty = Table(
    "difficulty",
    metadata,
    id_column(),
    Column("report_id", ForeignKey("report.id"), nullable=False),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("category", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("level", String(40), nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("raised_at", Moment, nullable=False),
    Column("due_on", Date, index=True),
    # On whose desk it lies: a place, and there perhaps one person.
    Column("area_id", ForeignKey("area.id"), index=True),
    Column("owner_id", ForeignKey("person.id"), index=True),
    # The case with which it is answered together.
    Column("joined_to", ForeignKey("difficulty.id"), index=True),
    Column("answered_at", Moment),
    Column("solved_at", Moment),
    # Grows with every change, so that two people notice each other.
    Column("version", Integer, nullable=False, server_default="0"),
    UniqueConstraint("report_id", "ordinal"),
    CheckConstraint("state in ('open','passed_up','answered','solved','withdrawn')", name="state"),
)

difficulty_event = Table(
    "difficulty_event",
    metadata,
    id_column(),
    Column("difficulty_id", ForeignKey("difficulty.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("action", String(40), nullable=False),
    Column("area_id", ForeignKey("area.id")),
    Column("note", Text),
)

attachment = Table(
    "attachment",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("address_id", ForeignKey("address.id"), nullable=False, index=True),
    Column("report_id", ForeignKey("report.id"), index=True),
    Column("kind", String(20), nullable=False),
    Column("source", JSON),
    Column("name", String(200), nullable=False),
    Column("mime", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), index=True),
    # Of a picture that was made anew: what was sent, and when its camera says it was taken.
    Column("original_sha256", String(64)),
    Column("taken", String(30)),
    Column("state", String(20), nullable=False),
    Column("reason", String(60)),
    # What a program of the operator's read in it.
    Column("heard", Text),
    Column("created_at", Moment, nullable=False),
    CheckConstraint("state in ('pending','ready','failed')", name="state"),
)

digest_target = Table(
    "digest_target",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False),
    Column("address_id", ForeignKey("address.id"), nullable=False, unique=True),
    Column("language", String(5), nullable=False, server_default="vi"),
    Column("bound_by", ForeignKey("person.id")),
    Column("bound_at", Moment, nullable=False),
    Column("ended_at", Moment),
)

digest_post = Table(
    "digest_post",
    metadata,
    id_column(),
    Column("target_id", ForeignKey("digest_target.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("period", String(10), nullable=False),
    Column("day", Date, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("posted_at", Moment, nullable=False),
    UniqueConstraint("target_id", "kind", "period", "day"),
)

Index("ix_meeting_open", meeting.c.state, meeting.c.due_on)
Index("ix_meeting_to_close", meeting.c.state, meeting.c.closes_on)
# Meetings without a day are sought by their period; all of a period would be most of the land.
Index("ix_meeting_planned_on_period", meeting.c.planned_on, meeting.c.period)
