"""Let cadres attend, grade, answer and follow up."""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counter_kind",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("association", sa.String(length=200), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_kind")),
        sa.UniqueConstraint("code", name=op.f("uq_counter_kind_code")),
    )
    op.create_table(
        "rating_scale",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("association", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to is null or valid_from <= valid_to", name=op.f("ck_rating_scale_days")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_scale")),
        sa.UniqueConstraint(
            "association", "valid_from", name=op.f("uq_rating_scale_association_valid_from")
        ),
    )
    with op.batch_alter_table("rating_scale", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rating_scale_association"), ["association"], unique=False
        )

    op.create_table(
        "calendar_link",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calendar_link_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_link")),
        sa.UniqueConstraint("person_id", name=op.f("uq_calendar_link_person_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_link_token_hash")),
    )
    op.create_table(
        "difficulty_term",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("days > 0", name=op.f("ck_difficulty_term_days")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_difficulty_term_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_difficulty_term")),
        sa.UniqueConstraint("area_id", "level", name=op.f("uq_difficulty_term_area_id_level")),
    )
    op.create_table(
        "duty",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("per", sa.String(length=10), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("per in ('month','quarter')", name=op.f("ck_duty_per")),
        sa.CheckConstraint(
            "valid_to is null or valid_from <= valid_to", name=op.f("ck_duty_days")
        ),
        sa.CheckConstraint("visits > 0", name=op.f("ck_duty_visits")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_duty_area_id")),
        sa.ForeignKeyConstraint(["kind_id"], ["chapter_kind.id"], name=op.f("fk_duty_kind_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duty_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
    )
    with op.batch_alter_table("duty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duty_person_id"), ["person_id"], unique=False)

    op.create_table(
        "news",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("command", sa.String(length=60), nullable=True),
        sa.Column("label_key", sa.String(length=60), nullable=True),
        sa.Column("dedupe_key", sa.String(length=120), nullable=True),
        sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("told_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.Column("told_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_news_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_news_dedupe_key")),
    )
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.create_index("ix_news_told_at", ["told_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_news_told_by"), ["told_by"], unique=False)
        batch_op.create_index(
            "ix_news_untold",
            ["person_id"],
            unique=False,
            sqlite_where=sa.text("told_at is null"),
            postgresql_where=sa.text("told_at is null"),
        )

    op.create_table(
        "preference",
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("bundle_at", sa.String(length=5), nullable=True),
        sa.Column("urgent", sa.JSON(), nullable=False),
        sa.Column("bundled_until", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_preference_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_preference")),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to is null or valid_from <= valid_to", name=op.f("ck_programme_days")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_programme_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("code", name=op.f("uq_programme_code")),
    )
    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_area_id"), ["area_id"], unique=False)

    op.create_table(
        "score_table",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("grades", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to is null or valid_from <= valid_to", name=op.f("ck_score_table_days")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_score_table_area_id")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_score_table_kind_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_table")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_score_table_code_version")),
    )
    with op.batch_alter_table("score_table", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_score_table_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_score_table_kind_id"), ["kind_id"], unique=False)

    op.create_table(
        "chapter_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), server_default="1", nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind in ('strengthened','head_replaced','commended')",
            name=op.f("ck_chapter_event_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_chapter_event_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_chapter_event_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chapter_event")),
    )
    with op.batch_alter_table("chapter_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_chapter_event_chapter_id"), ["chapter_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_chapter_event_day"), ["day"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_chapter_event_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "counter",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "counter_kind_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.CheckConstraint("value >= 0", name=op.f("ck_counter_value")),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_counter_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["counter_kind_id"], ["counter_kind.id"], name=op.f("fk_counter_counter_kind_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_counter_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter")),
        sa.UniqueConstraint(
            "chapter_id",
            "counter_kind_id",
            "period",
            name=op.f("uq_counter_chapter_id_counter_kind_id_period"),
        ),
    )
    with op.batch_alter_table("counter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_counter_counter_kind_id"), ["counter_kind_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_counter_period"), ["period"], unique=False)
        batch_op.create_index(batch_op.f("ix_counter_person_id"), ["person_id"], unique=False)

    op.create_table(
        "programme_area",
        sa.Column(
            "programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_programme_area_area_id")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_programme_area_programme_id")
        ),
        sa.PrimaryKeyConstraint("programme_id", "area_id", name=op.f("pk_programme_area")),
    )
    with op.batch_alter_table("programme_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_programme_area_area_id"), ["area_id"], unique=False)

    op.create_table(
        "target",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "programme_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("indicator", sa.String(length=60), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("sense", sa.String(length=3), server_default="min", nullable=False),
        sa.CheckConstraint("sense in ('min','max')", name=op.f("ck_target_sense")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_target_area_id")),
        sa.ForeignKeyConstraint(["kind_id"], ["chapter_kind.id"], name=op.f("fk_target_kind_id")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_target_programme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_target_area_id"), ["area_id"], unique=False)
        batch_op.create_index("ix_target_area_id_period", ["area_id", "period"], unique=False)
        batch_op.create_index(batch_op.f("ix_target_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "year_grade",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "rating_scale_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("computed", sa.String(length=40), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_year_grade_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_year_grade_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["rating_scale_id"], ["rating_scale.id"], name=op.f("fk_year_grade_rating_scale_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_grade")),
        sa.UniqueConstraint("chapter_id", "year", name=op.f("uq_year_grade_chapter_id_year")),
    )
    with op.batch_alter_table("year_grade", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_year_grade_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_year_grade_rating_scale_id"), ["rating_scale_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_year_grade_year"), ["year"], unique=False)

    op.create_table(
        "enquiry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.Column(
            "answered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_enquiry_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_enquiry_chapter_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enquiry_person_id")),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_enquiry_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
    )
    with op.batch_alter_table("enquiry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enquiry_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_chapter_id"), ["chapter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_enquiry_topic_id"), ["topic_id"], unique=False)

    op.create_table(
        "meeting_grade",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "score_table_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("points", sa.JSON(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("source in ('self','cadre')", name=op.f("ck_meeting_grade_source")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_grade_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_meeting_grade_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["score_table_id"], ["score_table.id"], name=op.f("fk_meeting_grade_score_table_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_grade")),
        sa.UniqueConstraint(
            "meeting_id", "source", name=op.f("uq_meeting_grade_meeting_id_source")
        ),
    )
    with op.batch_alter_table("meeting_grade", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_grade_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_meeting_grade_score_table_id"), ["score_table_id"], unique=False
        )

    op.create_table(
        "nudge",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_nudge_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_nudge_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_nudge_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
        sa.UniqueConstraint("person_id", "day", name=op.f("uq_nudge_person_id_day")),
    )
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_nudge_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_nudge_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "topic_chapter",
        sa.Column(
            "topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_topic_chapter_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_chapter_topic_id")
        ),
        sa.PrimaryKeyConstraint("topic_id", "chapter_id", name=op.f("pk_topic_chapter")),
    )
    with op.batch_alter_table("topic_chapter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_topic_chapter_chapter_id"), ["chapter_id"], unique=False
        )

    op.create_table(
        "topic_opening",
        sa.Column(
            "topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_topic_opening_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_topic_opening_topic_id")
        ),
        sa.PrimaryKeyConstraint("topic_id", "person_id", name=op.f("pk_topic_opening")),
    )
    with op.batch_alter_table("topic_opening", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_topic_opening_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "exemplar",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("aim", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("progress", sa.Text(), nullable=True),
        sa.Column("lead", sa.String(length=200), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("recognised_by", sa.String(length=200), nullable=True),
        sa.Column(
            "created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("created_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "state in ('draft','registered','recognised','ended')", name=op.f("ck_exemplar_state")
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_exemplar_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_exemplar_created_by")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_exemplar_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplar")),
        sa.UniqueConstraint("report_id", name=op.f("uq_exemplar_report_id")),
    )
    with op.batch_alter_table("exemplar", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exemplar_chapter_id"), ["chapter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_exemplar_created_by"), ["created_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_exemplar_state"), ["state"], unique=False)

    op.create_table(
        "report_review",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "action in ('read','returned','accepted','confirmed','objected')",
            name=op.f("ck_report_review_action"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_report_review_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_review_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_review")),
    )
    with op.batch_alter_table("report_review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_review_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_report_review_report_id"), ["report_id"], unique=False
        )

    op.create_table(
        "difficulty_file",
        sa.Column(
            "difficulty_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "attachment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_difficulty_file_attachment_id")
        ),
        sa.ForeignKeyConstraint(
            ["difficulty_id"], ["difficulty.id"], name=op.f("fk_difficulty_file_difficulty_id")
        ),
        sa.PrimaryKeyConstraint("difficulty_id", "attachment_id", name=op.f("pk_difficulty_file")),
    )
    with op.batch_alter_table("difficulty_file", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_difficulty_file_attachment_id"), ["attachment_id"], unique=False
        )

    op.create_table(
        "exemplar_copy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "exemplar_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("ask_again_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state in ('trying','done','stopped')", name=op.f("ck_exemplar_copy_state")
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_exemplar_copy_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["exemplar_id"], ["exemplar.id"], name=op.f("fk_exemplar_copy_exemplar_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_exemplar_copy_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplar_copy")),
        sa.UniqueConstraint(
            "exemplar_id", "chapter_id", name=op.f("uq_exemplar_copy_exemplar_id_chapter_id")
        ),
    )
    with op.batch_alter_table("exemplar_copy", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exemplar_copy_ask_again_on"), ["ask_again_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_exemplar_copy_chapter_id"), ["chapter_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_exemplar_copy_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "exemplar_pick",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "exemplar_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_exemplar_pick_area_id")),
        sa.ForeignKeyConstraint(
            ["exemplar_id"], ["exemplar.id"], name=op.f("fk_exemplar_pick_exemplar_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_exemplar_pick_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemplar_pick")),
        sa.UniqueConstraint("area_id", "month", name=op.f("uq_exemplar_pick_area_id_month")),
    )
    with op.batch_alter_table("exemplar_pick", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exemplar_pick_exemplar_id"), ["exemplar_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_exemplar_pick_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "topic_file",
        sa.Column(
            "topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "attachment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_topic_file_attachment_id")
        ),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_topic_file_topic_id")),
        sa.PrimaryKeyConstraint("topic_id", "attachment_id", name=op.f("pk_topic_file")),
    )
    with op.batch_alter_table("topic_file", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_topic_file_attachment_id"), ["attachment_id"], unique=False
        )

    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("planned_at", storage.tables.base.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column(
                "substitute_id",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                nullable=True,
            )
        )
        batch_op.create_index(
            batch_op.f("ix_attendance_substitute_id"), ["substitute_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_attendance_substitute_id"), "person", ["substitute_id"], ["id"]
        )
        batch_op.drop_column("grade")
        batch_op.drop_column("remark")

    with op.batch_alter_table("chapter_kind", schema=None) as batch_op:
        batch_op.drop_column("rating_scale")

    with op.batch_alter_table("difficulty", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_difficulty_state"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_difficulty_state"),
            "state in ('open','passed_up','answered','solved','withdrawn')",
        )
        batch_op.add_column(
            sa.Column(
                "area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column(
                "owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column(
                "joined_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("answered_at", storage.tables.base.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_difficulty_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_difficulty_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_difficulty_joined_to"), ["joined_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_difficulty_owner_id"), ["owner_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_difficulty_area_id"), "area", ["area_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_difficulty_owner_id"), "person", ["owner_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_difficulty_joined_to"), "difficulty", ["joined_to"], ["id"]
        )

    with op.batch_alter_table("difficulty_event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_difficulty_event_area_id"), "area", ["area_id"], ["id"]
        )

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_closes_on"))
        batch_op.drop_index(batch_op.f("ix_meeting_period"))
        batch_op.drop_index(batch_op.f("ix_meeting_planned_on"))
        batch_op.create_index(
            "ix_meeting_planned_on_period", ["planned_on", "period"], unique=False
        )
        batch_op.create_index("ix_meeting_to_close", ["state", "closes_on"], unique=False)

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.add_column(sa.Column("association", sa.String(length=200), nullable=True))

    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "typed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index(batch_op.f("ix_report_typed_by"), ["typed_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_report_typed_by"), "person", ["typed_by"], ["id"]
        )

    with op.batch_alter_table("report_revision", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "typed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index(
            batch_op.f("ix_report_revision_typed_by"), ["typed_by"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_report_revision_typed_by"), "person", ["typed_by"], ["id"]
        )

    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.add_column(sa.Column("association", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("questions", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("dialogue", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "issued_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("issued_at", storage.tables.base.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column("withdrawn_at", storage.tables.base.Moment(timezone=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column(
                "taken_from", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_topic_issued_by"), ["issued_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_topic_taken_from"), ["taken_from"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_topic_issued_by"), "person", ["issued_by"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_topic_taken_from"), "chapter", ["taken_from"], ["id"]
        )
