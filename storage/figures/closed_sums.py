"""Sums of what is stored of closed months, kept for each place of what lies below it.

With them a place over a year is read from some rows, however many units it has.
"""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    String,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal,
    select,
    union_all,
)

from domain.calendar import Period, parse_period
from domain.chapters import ids_of
from domain.figures import Counted
from storage.directory import summed_months
from storage.directory.pasts import areas_on
from storage.figures.cells import (
    FIGURES,
    FIRST,
    MONTH,
    counted_of,
    sum_of,
    with_kinds,
)
from storage.figures.parts import Grouping
from storage.tables.base import Id
from storage.tables.directory import area
from storage.tables.figures import closed_below as table
from storage.tables.figures import closed_figures, summed_month
from storage.tables.history import area_past
from storage.unit import UnitOfWork

_NODE: BindParameter[int] = bindparam("node", type_=Id)
_YEARS_BEFORE = 1
# So many slashes has the path of a place with none above it.
_TOPMOST = 2
_IS_STORED = and_(
    closed_figures.c.version == FIRST,
    # Others are stored for what is told there alone.
    closed_figures.c.chapters > 0,
)


async def sum_cells(
    unit: UnitOfWork, path: str, months: Collection[Period], grouping: Grouping
) -> list[Counted]:
    """Returns what summed months come to, per kind and part right below a place or as one."""
    above = ids_of(path)
    values = {"node": above[-1] if above else None, "months": [str(month) for month in months]}
    return [counted_of(row) for row in await unit.all(_sums(grouping, not above), values)]


@cache
def _sums(grouping: Grouping, is_root: bool) -> Select[Any]:
    """Returns the statement: the place's own units, and the places below with all of theirs."""
    part = _children(is_root=is_root)
    wanted = bindparam("months", expanding=True, type_=String)

    def at(of: Table) -> ColumnElement[bool]:
        return and_(of.c.month.in_(wanted), of.c.area_id == _NODE)

    def below(of: Table) -> ColumnElement[bool]:
        return and_(of.c.area_id == part.c.area_id, of.c.month == part.c.month)

    selects = [_figures(part.c.area_id, of, below(of)) for of in (closed_figures, table)]
    if grouping is Grouping.AS_ONE and not is_root:
        selects = [_figures(_NODE, table, at(table))]
    if not is_root:
        selects.append(_figures(_NODE, closed_figures, at(closed_figures)))
    rows = union_all(*selects).subquery()
    part_id = literal(0, Integer) if grouping is Grouping.AS_ONE else rows.c.part_id
    sums = (sum_of(rows.c[name]).label(name) for name in FIGURES)
    return with_kinds(
        select(part_id.label("part_id"), rows.c.kind_id, *sums)
        .group_by(*([] if grouping is Grouping.AS_ONE else [rows.c.part_id]), rows.c.kind_id)
        .subquery()
    )


def _figures(part_id: ColumnElement[int], of: Table, where: ColumnElement[bool]) -> Select[Any]:
    """Returns what is stored or summed, as the figures of some parts."""
    numbers = (of.c[name] for name in FIGURES)
    found = select(part_id.label("part_id"), of.c.kind_id, *numbers).where(where)
    return found.where(_IS_STORED) if of is closed_figures else found


def _children(*, is_root: bool) -> CTE:
    """Returns the places that were right below one, or below none, at the end of each month."""

    def is_child(parent_id: ColumnElement[int | None]) -> ColumnElement[bool]:
        return parent_id.is_(None) if is_root else parent_id == _NODE

    wanted = summed_month.c.month.in_(bindparam("months", expanding=True, type_=String))
    day = summed_month.c.last_day
    covers = and_(area_past.c.valid_from <= day, area_past.c.valid_to >= day)
    otherwise = exists().where(covers, area_past.c.area_id == area.c.id)
    as_today = (
        select(summed_month.c.month, area.c.id.label("area_id"))
        .join(area, is_child(area.c.parent_id))
        .where(wanted, ~otherwise)
    )
    then = (
        select(summed_month.c.month, area_past.c.area_id)
        .join(area_past, and_(covers, is_child(area_past.c.parent_id)))
        .where(wanted)
    )
    return as_today.union_all(then).cte("part").prefix_with("MATERIALIZED", dialect="sqlite")


async def list_unsummed(unit: UnitOfWork) -> list[Period]:
    """Returns the months whose sums do not hold, up to the last one that is stored.

    They begin with those that a first year is compared to, in which nobody owed anything.
    """
    month = closed_figures.c.month
    row = await unit.first(select(func.min(month).label("first"), func.max(month).label("last")))
    if row is None or row.first is None:
        return []
    first, last = parse_period(row.first), parse_period(row.last)
    summed, found = await summed_months.list_all(unit), []
    while last >= Period(first.year - _YEARS_BEFORE, 1):
        found += [last] if last not in summed else []
        last = last.previous()
    return found


async def sum_month(unit: UnitOfWork, month: Period) -> None:
    """Sums up a month that is stored of every place, from the lowest places up."""
    await unit.run(delete(table).where(table.c.month == str(month)))
    then = areas_on(month.last_day)
    depth = func.length(then.c.path) - func.length(func.replace(then.c.path, "/", ""))
    rows = union_all(
        *(_figures(of.c.area_id, of, of.c.month == MONTH) for of in (closed_figures, table))
    ).subquery()
    sums = (sum_of(rows.c[name]).label(name) for name in FIGURES)
    above = (
        select(MONTH, then.c.parent_id, rows.c.kind_id, *sums)
        .select_from(rows)
        .join(then, then.c.id == rows.c.part_id)
        .where(depth == bindparam("depth"), then.c.parent_id.is_not(None))
        .group_by(then.c.parent_id, rows.c.kind_id)
    )
    add = table.insert().from_select(["month", "area_id", "kind_id", *FIGURES], above)
    for below in range(await unit.scalar(select(func.max(depth))) or 0, _TOPMOST, -1):
        await unit.run(add, {"month": str(month), "depth": below})
    await summed_months.note(unit, month)
