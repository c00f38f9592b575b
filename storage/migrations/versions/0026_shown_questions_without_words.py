"""Of a question that was shown the words go, and its closed look; indexes of what waits alone."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_PENDING, _ASIDE = sa.text("state = 'pending'"), sa.text("state = 'aside'")


def upgrade() -> None:
    op.execute(
        "delete from outbox where state = 'sent' and not started_by_bot"
        " and edits is not null and prompt_id is null and dedupe_key is null"
    )
    op.execute(
        """update outbox set message = '{"text":""}' where state = 'sent' and prompt_id is not null"""
    )
    op.drop_index("ix_outbox_subject", "outbox")
    op.create_index(
        "ix_outbox_subject",
        "outbox",
        ["subject"],
        sqlite_where=_PENDING,
        postgresql_where=_PENDING,
    )
    op.drop_index("ix_inbox_done_at", "inbox")
    op.create_index(
        "ix_inbox_aside", "inbox", ["done_at"], sqlite_where=_ASIDE, postgresql_where=_ASIDE
    )
