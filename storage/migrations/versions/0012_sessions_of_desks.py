"""Tell the sessions of the desk from those of the chat page, and take its forms once."""

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("web_session") as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=10), server_default="chat", nullable=False)
        )
        batch_op.add_column(sa.Column("device", sa.String(length=60), nullable=True))
        batch_op.create_check_constraint(op.f("ck_web_session_kind"), "kind in ('chat','desk')")
    op.create_table(
        "desk_form",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("way", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_desk_form_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_form")),
    )
    op.create_index(op.f("ix_desk_form_at"), "desk_form", ["at"], unique=False)
    op.create_index(op.f("ix_desk_form_person_id"), "desk_form", ["person_id"], unique=False)
