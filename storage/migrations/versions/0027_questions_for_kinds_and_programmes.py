"""Questions with reports for several kinds of chapters, and for a programme."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("questionnaire") as batch_op:
        batch_op.add_column(sa.Column("programme_id", _ID))
        batch_op.create_foreign_key(
            op.f("fk_questionnaire_programme_id"), "programme", ["programme_id"], ["id"]
        )
    op.create_table(
        "questionnaire_kind",
        sa.Column("questionnaire_id", _ID, nullable=False),
        sa.Column("kind_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"],
            ["questionnaire.id"],
            name=op.f("fk_questionnaire_kind_questionnaire_id"),
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_questionnaire_kind_kind_id")
        ),
        sa.PrimaryKeyConstraint("questionnaire_id", "kind_id", name=op.f("pk_questionnaire_kind")),
    )
