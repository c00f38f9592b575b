"""The figures of closed months as they were stored at closing."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Select, exists, select

from domain.calendar import Period, parse_period
from domain.figures import Counted, Told
from storage.directory import summed_months
from storage.figures.cells import (
    BY_PART,
    FIGURES,
    FIRST,
    MONTH,
    Asked,
    Shape,
    counted_of,
    is_stored,
    stored_of,
    sum_of,
    with_kinds,
)
from storage.figures.parts import Grouping, parts
from storage.tables.figures import closed_figures as table
from storage.tables.history import expectation
from storage.unit import UnitOfWork

_TOLD = TypeAdapter(Told)
# Of what is owed: that the month is stored of its place.
_IS_STORED = exists().where(
    table.c.month == expectation.c.month,
    table.c.area_id == expectation.c.area_id,
    table.c.version == FIRST,
)


async def is_begun(unit: UnitOfWork, month: Period) -> bool:
    """True when a month is stored of some place."""
    return await unit.first(_ANY, {"month": str(month)}) is not None


async def is_whole(unit: UnitOfWork, asked: Asked) -> bool:
    """True when no place of those asked for is left to be stored for the month."""
    return await unit.first(_LEFT, asked.values()) is None


async def sum_cells(unit: UnitOfWork, asked: Asked, shape: Shape = BY_PART) -> list[Counted]:
    """Returns the figures that are stored of a month, per part and kind."""
    rows = await unit.all(_sums(shape.grouping), asked.values())
    return [counted_of(row) for row in rows]


@cache
def _sums(grouping: Grouping) -> Select[Any]:
    part = parts(grouping)
    sums = (sum_of(table.c[name]).label(name) for name in FIGURES)
    return with_kinds(
        stored_of(part, part.c.part_id, table.c.kind_id, *sums)
        # Others are stored for what is told there alone.
        .where(table.c.chapters > 0)
        .group_by(part.c.part_id, table.c.kind_id)
        .subquery()
    )


def _left() -> Select[Any]:
    part = parts(Grouping.BY_AREA)
    owes = exists().where(expectation.c.area_id == part.c.area_id, expectation.c.month == MONTH)
    return select(part.c.area_id).where(owes, ~is_stored(part.c.area_id)).limit(1)


_ANY = select(table.c.area_id).where(table.c.month == MONTH, table.c.version == FIRST).limit(1)
_LEFT = _left()


async def list_to_close(unit: UnitOfWork, *, before: Period) -> dict[Period, frozenset[int]]:
    """Returns the months before one that are not stored, each with the places concerned."""
    rows = await unit.all(
        select(expectation.c.month, expectation.c.area_id)
        .where(expectation.c.month < str(before), ~_IS_STORED)
        .distinct()
    )
    found: dict[Period, set[int]] = {}
    for row in rows:
        found.setdefault(parse_period(row.month), set()).add(row.area_id)
    return {month: frozenset(found[month]) for month in sorted(found)}


async def is_stored_everywhere(unit: UnitOfWork, month: Period) -> bool:
    """True when a month is stored of every place where something was owed."""
    left = select(expectation.c.area_id).where(expectation.c.month == MONTH, ~_IS_STORED)
    return await unit.first(left.limit(1), {"month": str(month)}) is None


async def add(
    unit: UnitOfWork, month: Period, counted: Collection[Counted], *, as_of: date, now: datetime
) -> None:
    """Stores a month of some places as it stood; what is stored already stays."""
    rows = [
        {
            "month": str(month),
            "area_id": row.area_id,
            "kind_id": row.kind_id,
            "version": FIRST,
            "as_of": as_of,
            "closed_at": now,
            **{name: getattr(row.figures, name) for name in FIGURES},
            "told": _TOLD.dump_python(row.told, mode="json"),
        }
        for row in counted
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)
        await summed_months.forget(unit, [month])
