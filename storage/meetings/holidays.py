"""Free days, everywhere or in an area and below it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import and_, delete, or_, select

from domain.calendar import Holiday
from domain.chapters import ids_of
from storage.tables.directory import holiday as table
from storage.unit import UnitOfWork


async def add_missing(
    unit: UnitOfWork, days: Iterable[Holiday], *, area_id: int | None = None
) -> int:
    """Adds free days, everywhere or for an area; a day that is there keeps its name."""
    rows = [{"area_id": area_id, "day": holiday.day, "name": holiday.name} for holiday in days]
    if not rows:
        return 0
    return await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


async def days_for(unit: UnitOfWork, path: str, *, first: date, last: date) -> frozenset[date]:
    """Returns the free days from `first` to `last` that hold for the area at `path`."""
    rows = await unit.all(
        select(table.c.day).where(
            table.c.day.between(first, last),
            or_(table.c.area_id.is_(None), table.c.area_id.in_(ids_of(path))),
        )
    )
    return frozenset(row.day for row in rows)


async def days_by_place(
    unit: UnitOfWork, area_ids: Collection[int], *, first: date, last: date
) -> dict[int | None, frozenset[date]]:
    """Returns the free days of some areas themselves, and under None those everywhere."""
    rows = await unit.all(
        select(table.c.area_id, table.c.day).where(
            table.c.day.between(first, last),
            or_(table.c.area_id.is_(None), table.c.area_id.in_(sorted(area_ids))),
        )
    )
    found: dict[int | None, set[date]] = defaultdict(set)
    for row in rows:
        found[row.area_id].add(row.day)
    return {area_id: frozenset(days) for area_id, days in found.items()}


async def list_at(
    unit: UnitOfWork, path: str, *, first: date, last: date
) -> list[tuple[Holiday, bool]]:
    """Returns the free days at the area at `path`, by date; True for those of its own."""
    place = ids_of(path)
    rows = await unit.all(
        select(table)
        .where(
            table.c.day.between(first, last),
            or_(table.c.area_id.is_(None), table.c.area_id.in_(place)),
        )
        .order_by(table.c.day, table.c.id)
    )
    return [(Holiday(row.day, row.name), row.area_id == place[-1]) for row in rows]


async def remove(unit: UnitOfWork, *, area_id: int, day: date) -> bool:
    """Takes out a free day of an area; False if there was none."""
    mine = and_(table.c.area_id == area_id, table.c.day == day)
    return bool(await unit.run(delete(table).where(mine)))
