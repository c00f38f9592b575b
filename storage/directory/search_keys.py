"""Fills the columns by which rows are found, where an older schema left them empty."""

from sqlalchemy import bindparam, select, update

from domain.names import name_key
from storage.tables.directory import area, chapter, person
from storage.unit import UnitOfWork

# Of each table at a time, so that no write transaction lasts long.
MOST = 2000


async def fill_missing(unit: UnitOfWork, *, limit: int = MOST) -> int:
    """Fills some empty search keys of each table; returns how many."""
    done = 0
    for table in (area, chapter, person):
        rows = await unit.all(
            select(table.c.id, table.c.name)
            .where(table.c.search_key == "", table.c.name != "")
            .limit(limit)
        )
        if rows:
            filled = update(table).where(table.c.id == bindparam("row_id"))
            await unit.run(
                filled.values(search_key=bindparam("folded")),
                [{"row_id": row.id, "folded": name_key(row.name) or " "} for row in rows],
            )
        done += len(rows)
    return done
