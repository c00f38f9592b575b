"""Questionnaires: what is asked in versions, of which chapters, and what they answered."""

from sqlalchemy import (
    JSON,
    BigInteger,
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

questionnaire = Table(
    "questionnaire",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    Column("association", String(200)),
    Column("title", String(300), nullable=False),
    # "sheet": asked by itself; "report": asked with each report of a meeting.
    Column("purpose", String(10), nullable=False, server_default="sheet"),
    # Of its versions the newest that was given out, or is to be.
    Column("version", Integer, nullable=False, server_default="1"),
    Column("created_by", ForeignKey("person.id"), index=True),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    # The first meeting day that is asked about.
    Column("begins_on", Date),
    # The last day on which it is answered.
    Column("closes_on", Date),
    Column("closed_at", Moment),
    Column("reminded_at", Moment),
    # Asks where and while a programme is tried out.
    Column("programme_id", ForeignKey("programme.id")),
    CheckConstraint("purpose in ('sheet','report')", name="purpose"),
)

questionnaire_version = Table(
    "questionnaire_version",
    metadata,
    id_column(),
    Column("questionnaire_id", ForeignKey("questionnaire.id"), nullable=False),
    Column("number", Integer, nullable=False),
    # The rows of an XLSForm, by sheet.
    Column("sheets", JSON, nullable=False),
    Column("made_by", ForeignKey("person.id"), index=True),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("questionnaire_id", "number"),
)

questionnaire_chapter = Table(
    "questionnaire_chapter",
    metadata,
    Column("questionnaire_id", ForeignKey("questionnaire.id"), primary_key=True),
    Column("chapter_id", ForeignKey("chapter.id"), primary_key=True, index=True),
)

# With reports: the kinds of chapters to which it is confined, none for all.
questionnaire_kind = Table(
    "questionnaire_kind",
    metadata,
    Column("questionnaire_id", ForeignKey("questionnaire.id"), primary_key=True),
    Column("kind_id", ForeignKey("chapter_kind.id"), primary_key=True),
)

questionnaire_draft = Table(
    "questionnaire_draft",
    metadata,
    Column("questionnaire_id", ForeignKey("questionnaire.id"), primary_key=True),
    Column("chapter_id", ForeignKey("chapter.id"), primary_key=True, index=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("version", Integer, nullable=False),
    Column("state", JSON, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

questionnaire_response = Table(
    "questionnaire_response",
    metadata,
    id_column(),
    Column("questionnaire_id", ForeignKey("questionnaire.id"), nullable=False),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    # Of what is asked with the report of a meeting.
    Column("meeting_id", ForeignKey("meeting.id"), index=True),
    Column("version", Integer, nullable=False),
    # Counted up by each correction.
    Column("edition", Integer, nullable=False, server_default="1"),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    UniqueConstraint("questionnaire_id", "meeting_id"),
)
_IS_SHEET = questionnaire_response.c.meeting_id.is_(None)
Index(
    "uq_questionnaire_response_sheet",
    questionnaire_response.c.questionnaire_id,
    questionnaire_response.c.chapter_id,
    unique=True,
    sqlite_where=_IS_SHEET,
    postgresql_where=_IS_SHEET,
)

# One row for each answer; of several choices or files one for each.
questionnaire_answer = Table(
    "questionnaire_answer",
    metadata,
    id_column(),
    Column("response_id", ForeignKey("questionnaire_response.id"), nullable=False, index=True),
    Column("questionnaire_id", ForeignKey("questionnaire.id"), nullable=False),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("question", String(40), nullable=False),
    # Ten-thousandths: 125000 is 12.5.
    Column("amount", BigInteger),
    Column("day", Date),
    Column("clock", String(5)),
    Column("choice", String(40)),
    Column("words", Text),
    Column("attachment_id", ForeignKey("attachment.id"), index=True),
    # Of a question in a repeat, from 1 on.
    Column("round", Integer, nullable=False, server_default="0"),
    Index("ix_questionnaire_answer_questionnaire_id_question", "questionnaire_id", "question"),
    CheckConstraint("clock is null or length(clock) = 5", name="clock"),
)
