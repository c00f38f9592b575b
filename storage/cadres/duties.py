"""Duties to attend meetings."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, or_, select, update

from domain.duties import Duty, Per
from storage.directory.areas import below
from storage.tables.cadres import duty as table
from storage.tables.directory import area
from storage.unit import UnitOfWork


def _duty(row: Row[Any]) -> Duty:
    return Duty(**{**row._mapping, "per": Per(row.per)})


async def add(unit: UnitOfWork, duty: Duty) -> int:
    """Adds a duty under a new id and returns that."""
    values = asdict(duty)
    del values["id"]
    return await unit.add(table, **values)


async def find(unit: UnitOfWork, duty_id: int) -> Duty | None:
    """Returns one duty."""
    row = await unit.first(select(table).where(table.c.id == duty_id))
    return _duty(row) if row else None


async def end(unit: UnitOfWork, before: Duty, *, last_day: date) -> bool:
    """Ends a duty after a day, one not begun by then goes; False if it was ended meanwhile."""
    same = (table.c.id == before.id, table.c.valid_to.is_not_distinct_from(before.valid_to))
    if before.valid_from > last_day:
        return await unit.run(delete(table).where(*same)) > 0
    return await unit.run(update(table).where(*same).values(valid_to=last_day)) > 0


async def list_at(unit: UnitOfWork, path: str, *, since: date) -> list[Duty]:
    """Returns the duties for the place at `path` and below it that do not end before a day."""
    rows = await unit.all(
        select(table)
        .join(area, area.c.id == table.c.area_id)
        .where(below(path), or_(table.c.valid_to.is_(None), table.c.valid_to >= since))
        .order_by(area.c.path, table.c.kind_id, table.c.person_id, table.c.valid_from, table.c.id)
    )
    return [_duty(row) for row in rows]


async def list_over(
    unit: UnitOfWork, area_ids: Collection[int], *, first: date, last: date
) -> list[Duty]:
    """Returns the duties for some places that are in force on a day from `first` to `last`."""
    rows = await unit.all(
        select(table).where(
            table.c.area_id.in_(sorted(area_ids)),
            table.c.valid_from <= last,
            or_(table.c.valid_to.is_(None), table.c.valid_to >= first),
        )
    )
    return [_duty(row) for row in rows]
