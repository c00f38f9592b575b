"""Wrong codes, by where they came from, for as long as they count."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select

from storage.tables.directory import wrong_code as table
from storage.unit import UnitOfWork


async def add(unit: UnitOfWork, sources: Collection[str], *, now: datetime) -> None:
    """Notes one wrong code for each source."""
    await unit.add_many(table, [{"source": source, "at": now} for source in sources])


async def count(unit: UnitOfWork, sources: Collection[str], *, since: datetime) -> dict[str, int]:
    """Returns how many wrong codes came from each source after a moment."""
    rows = await unit.all(
        select(table.c.source, func.count().label("number"))
        .where(table.c.source.in_(sources), table.c.at > since)
        .group_by(table.c.source)
    )
    return {row.source: row.number for row in rows}


async def purge(unit: UnitOfWork, *, before: datetime) -> None:
    """Forgets wrong codes that no longer count."""
    await unit.run(delete(table).where(table.c.at <= before))
