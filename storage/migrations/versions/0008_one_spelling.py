"""Write phones in their one form, and names anew by which rows are found."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from domain.names import name_key
from domain.reading import parse_phone

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_AT_ONCE = 5000


def upgrade() -> None:
    for name in ("area", "chapter", "person"):
        table = sa.table(name, sa.column("id"), sa.column("name"), sa.column("search_key"))
        _rewrite(table, "name", "search_key", lambda found: name_key(found) or " ")
    person = sa.table("person", sa.column("id"), sa.column("phone"))
    _rewrite(person, "phone", "phone", lambda found: parse_phone(found) or found)


def _rewrite(table: sa.TableClause, read: str, write: str, spell: Callable[[str], str]) -> None:
    connection, last = op.get_bind(), 0
    while True:
        rows = connection.execute(
            sa.select(table.c.id, table.c[read], table.c[write])
            .where(table.c.id > last, table.c[read].is_not(None))
            .order_by(table.c.id)
            .limit(_AT_ONCE)
        ).all()
        if not rows:
            return
        last = rows[-1][0]
        changed = [
            {"row_id": row_id, "spelled": spell(found)}
            for row_id, found, before in rows
            if spell(found) != before
        ]
        if changed:
            rewrite = sa.update(table).where(table.c.id == sa.bindparam("row_id"))
            connection.execute(rewrite.values({write: sa.bindparam("spelled")}), changed)
