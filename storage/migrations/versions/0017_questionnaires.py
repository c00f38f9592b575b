"""Keep questionnaires by version, of whom they ask, and what was answered."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "questionnaire",
        sa.Column("id", _ID, nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("kind_id", _ID, nullable=True),
        sa.Column("association", sa.String(length=200), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("purpose", sa.String(length=10), server_default="sheet", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_by", _ID, nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=True),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("reminded_at", Moment(timezone=True), nullable=True),
        sa.CheckConstraint("purpose in ('sheet','report')", name=op.f("ck_questionnaire_purpose")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_questionnaire_area_id")),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_questionnaire_created_by")
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_questionnaire_kind_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
    )
    op.create_index(op.f("ix_questionnaire_area_id"), "questionnaire", ["area_id"], unique=False)
    op.create_index(
        op.f("ix_questionnaire_created_by"), "questionnaire", ["created_by"], unique=False
    )
    op.create_table(
        "questionnaire_chapter",
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("chapter_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_questionnaire_chapter_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_chapter_questionnaire_id"),
        ),
        sa.PrimaryKeyConstraint(
            "questionnaire_id", "chapter_id", name=op.f("pk_questionnaire_chapter")
        ),
    )
    op.create_index(
        op.f("ix_questionnaire_chapter_chapter_id"),
        "questionnaire_chapter",
        ["chapter_id"],
        unique=False,
    )
    op.create_table(
        "questionnaire_draft",
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("chapter_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("updated_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_questionnaire_draft_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_questionnaire_draft_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_draft_questionnaire_id"),
        ),
        sa.PrimaryKeyConstraint(
            "questionnaire_id", "chapter_id", "person_id", name=op.f("pk_questionnaire_draft")
        ),
    )
    op.create_index(
        op.f("ix_questionnaire_draft_chapter_id"),
        "questionnaire_draft",
        ["chapter_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_questionnaire_draft_person_id"),
        "questionnaire_draft",
        ["person_id"],
        unique=False,
    )
    op.create_table(
        "questionnaire_version",
        sa.Column("id", _ID, nullable=False),
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sheets", sa.JSON(), nullable=False),
        sa.Column("made_by", _ID, nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_questionnaire_version_made_by")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_version_questionnaire_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_version")),
        sa.UniqueConstraint(
            "questionnaire_id",
            "number",
            name=op.f("uq_questionnaire_version_questionnaire_id_number"),
        ),
    )
    op.create_index(
        op.f("ix_questionnaire_version_made_by"),
        "questionnaire_version",
        ["made_by"],
        unique=False,
    )
    op.create_table(
        "questionnaire_response",
        sa.Column("id", _ID, nullable=False),
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("chapter_id", _ID, nullable=False),
        sa.Column("meeting_id", _ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), server_default="1", nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_questionnaire_response_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_questionnaire_response_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_questionnaire_response_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_response_questionnaire_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_response")),
        sa.UniqueConstraint(
            "questionnaire_id",
            "meeting_id",
            name=op.f("uq_questionnaire_response_questionnaire_id_meeting_id"),
        ),
    )
    op.create_index(
        op.f("ix_questionnaire_response_chapter_id"),
        "questionnaire_response",
        ["chapter_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_questionnaire_response_meeting_id"),
        "questionnaire_response",
        ["meeting_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_questionnaire_response_person_id"),
        "questionnaire_response",
        ["person_id"],
        unique=False,
    )
    op.create_index(
        "uq_questionnaire_response_sheet",
        "questionnaire_response",
        ["questionnaire_id", "chapter_id"],
        unique=True,
        sqlite_where=sa.text("meeting_id IS NULL"),
        postgresql_where=sa.text("meeting_id IS NULL"),
    )
    op.create_table(
        "questionnaire_answer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("response_id", _ID, nullable=False),
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("chapter_id", _ID, nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("clock", sa.String(length=5), nullable=True),
        sa.Column("choice", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("attachment_id", _ID, nullable=True),
        sa.CheckConstraint(
            "clock is null or length(clock) = 5", name=op.f("ck_questionnaire_answer_clock")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_questionnaire_answer_attachment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_questionnaire_answer_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_answer_questionnaire_id"),
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["questionnaire_response.id"],
            name=op.f("fk_questionnaire_answer_response_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_answer")),
    )
    op.create_index(
        op.f("ix_questionnaire_answer_attachment_id"),
        "questionnaire_answer",
        ["attachment_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_questionnaire_answer_chapter_id"),
        "questionnaire_answer",
        ["chapter_id"],
        unique=False,
    )
    op.create_index(
        "ix_questionnaire_answer_questionnaire_id_question",
        "questionnaire_answer",
        ["questionnaire_id", "question"],
        unique=False,
    )
    op.create_index(
        op.f("ix_questionnaire_answer_response_id"),
        "questionnaire_answer",
        ["response_id"],
        unique=False,
    )
