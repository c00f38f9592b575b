"""Official documents of places, in pages."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select, true

from storage.directory.areas import ids_below
from storage.directory.chapters import Scope
from storage.exports.extent import Extent, read_page
from storage.tables.directory import area
from storage.tables.official import document as table
from storage.unit import UnitOfWork

_NAMES = ("id", "area_id", "association", "kind", "period", "version", "state", "number")


async def list_page(
    unit: UnitOfWork, extent: Extent, periods: Collection[str], *, after: int
) -> Sequence[Row[Any]]:
    """Returns the next versions of documents about some spans, by their ids."""
    names = (*_NAMES, "numbered_on", "changed_at")
    columns = (*(table.c[name] for name in names), area.c.name.label("area"))
    every = _of(select(*columns), extent, periods)
    return await read_page(unit, extent, every, table.c.id, after=after)


def _of(chosen: Select[Any], extent: Extent, periods: Collection[str]) -> Select[Any]:
    changed = true() if extent.since is None else table.c.changed_at >= extent.since
    return (
        chosen.select_from(table)
        .join(area, area.c.id == table.c.area_id)
        .where(
            table.c.area_id.in_(ids_below(extent.path)),
            table.c.period.in_(sorted(periods)),
            or_(false(), *(_is_in(scope) for scope in extent.scopes)),
            changed,
        )
    )


def _is_in(scope: Scope) -> ColumnElement[bool]:
    """Returns the condition that a document is of a place, and of no more than is in sight."""
    path, only = scope
    of_theirs = true() if only is None else table.c.association == str(only)
    return and_(table.c.area_id.in_(ids_below(path)), of_theirs)


async def count(unit: UnitOfWork, extent: Extent, periods: Collection[str]) -> int:
    """Returns how many there are."""
    return int(await unit.scalar(_of(select(func.count()), extent, periods)) or 0)
