"""Keep the directory true over time."""

import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area_past",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_area_past_area_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name=op.f("fk_area_past_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_past")),
    )
    with op.batch_alter_table("area_past", schema=None) as batch_op:
        batch_op.create_index(
            "ix_area_past_area_id_valid_to", ["area_id", "valid_to"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_area_past_path"), ["path"], unique=False)

    op.create_table(
        "area_successor",
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "successor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_area_successor_area_id")),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["area.id"], name=op.f("fk_area_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("area_id", "successor_id", name=op.f("pk_area_successor")),
    )
    with op.batch_alter_table("area_successor", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_area_successor_successor_id"), ["successor_id"], unique=False
        )

    op.create_table(
        "directory_import",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("created_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("decided_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.Column("done_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state in ('staged','applying','done','dropped')",
            name=op.f("ck_directory_import_state"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_directory_import_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_import")),
    )
    with op.batch_alter_table("directory_import", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_directory_import_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_directory_import_state"), ["state"], unique=False)

    op.create_table(
        "privacy_request",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.Column(
            "closed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.CheckConstraint(
            "kind in ('erasure','withdrawal')", name=op.f("ck_privacy_request_kind")
        ),
        sa.CheckConstraint(
            "state in ('open','done','refused')", name=op.f("ck_privacy_request_state")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["person.id"], name=op.f("fk_privacy_request_closed_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_privacy_request_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_request")),
    )
    with op.batch_alter_table("privacy_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_privacy_request_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "chapter_past",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_chapter_past_area_id")),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_chapter_past_chapter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chapter_past")),
    )
    with op.batch_alter_table("chapter_past", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chapter_past_area_id"), ["area_id"], unique=False)
        batch_op.create_index(
            "ix_chapter_past_chapter_id_valid_to", ["chapter_id", "valid_to"], unique=False
        )

    op.create_table(
        "chapter_successor",
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "successor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_chapter_successor_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["chapter.id"], name=op.f("fk_chapter_successor_successor_id")
        ),
        sa.PrimaryKeyConstraint("chapter_id", "successor_id", name=op.f("pk_chapter_successor")),
    )
    with op.batch_alter_table("chapter_successor", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_chapter_successor_successor_id"), ["successor_id"], unique=False
        )

    op.create_table(
        "directory_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undone_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.Column(
            "undone_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_directory_change_chapter_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_directory_change_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["person.id"], name=op.f("fk_directory_change_undone_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_change")),
    )
    with op.batch_alter_table("directory_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_directory_change_at"), ["at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_directory_change_chapter_id"), ["chapter_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_directory_change_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "directory_import_part",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "import_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(length=20), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("ids", sa.JSON(), nullable=True),
        sa.Column("applied_at", storage.tables.base.Moment(timezone=True), nullable=True),
        sa.CheckConstraint(
            "action in ('add','change')", name=op.f("ck_directory_import_part_action")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["directory_import.id"], name=op.f("fk_directory_import_part_import_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_import_part")),
        sa.UniqueConstraint(
            "import_id", "number", name=op.f("uq_directory_import_part_import_id_number")
        ),
    )
    op.create_table(
        "expectation",
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "reason in ('expected','closed','not_founded','paused','not_this_month','not_recorded')",
            name=op.f("ck_expectation_reason"),
        ),
        sa.CheckConstraint("expected >= 0", name=op.f("ck_expectation_expected")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_expectation_area_id")),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapter.id"], name=op.f("fk_expectation_chapter_id")
        ),
        sa.PrimaryKeyConstraint("chapter_id", "month", name=op.f("pk_expectation")),
    )
    with op.batch_alter_table("expectation", schema=None) as batch_op:
        batch_op.create_index("ix_expectation_area_id_month", ["area_id", "month"], unique=False)

    op.create_table(
        "pause",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column(
            "created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("created_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(case when person_id is null then 0 else 1 end) + (case when chapter_id is null then 0 else 1 end) + (case when area_id is null then 0 else 1 end) <= 1",
            name=op.f("ck_pause_scope"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_pause_days")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_pause_area_id")),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name=op.f("fk_pause_chapter_id")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_pause_created_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pause_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    with op.batch_alter_table("pause", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pause_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pause_chapter_id"), ["chapter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pause_last_day"), ["last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_pause_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("area", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("search_key", sa.String(length=400), server_default="", nullable=False)
        )
        batch_op.drop_constraint(batch_op.f("fk_area_successor_id"), type_="foreignkey")
        batch_op.drop_column("successor_id")

    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "chapter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column(
                "area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index(batch_op.f("ix_audit_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_chapter_id"), ["chapter_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_audit_chapter_id"), "chapter", ["chapter_id"], ["id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_audit_area_id"), "area", ["area_id"], ["id"])

    with op.batch_alter_table("chapter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("search_key", sa.String(length=400), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(
            "ix_chapter_area_id_search_key", ["area_id", "search_key"], unique=False
        )
        batch_op.drop_constraint(batch_op.f("fk_chapter_successor_id"), type_="foreignkey")
        batch_op.drop_column("successor_id")

    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("practice", sa.JSON(), nullable=True))

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reopened_until", sa.Date(), nullable=True))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("search_key", sa.String(length=400), server_default="", nullable=False)
        )

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "stands_in_for",
                sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
                nullable=True,
            )
        )
        batch_op.create_index(batch_op.f("ix_post_stands_in_for"), ["stands_in_for"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_post_stands_in_for"), "post", ["stands_in_for"], ["id"]
        )
