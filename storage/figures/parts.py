"""Which part of a place each area counts in: what figures are grouped by, in the database."""

from datetime import date
from enum import Enum, auto

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Integer,
    String,
    and_,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.paths import lies_below
from storage.tables.base import Id
from storage.tables.directory import area
from storage.tables.history import area_past


class Grouping(Enum):
    """What areas are taken together: those of a part right below the place, none, or all."""

    BY_PART = auto()
    BY_AREA = auto()
    AS_ONE = auto()


class _Next(FunctionElement[int]):
    """The id that a path has from a character on, null where it ends there."""

    inherit_cache = True
    type = Id


@compiles(_Next, "sqlite")
def _by_cast(element: _Next, compiler: SQLCompiler, **options: object) -> str:
    path, start = (compiler.process(clause, **options) for clause in element.clauses)
    # A number is read as far as it goes, and is 0 of an empty rest.
    return f"nullif(cast(substr({path}, {start}) AS INTEGER), 0)"


@compiles(_Next)
def _by_split(element: _Next, compiler: SQLCompiler, **options: object) -> str:
    path, start = (compiler.process(clause, **options) for clause in element.clauses)
    return f"cast(nullif(split_part(substr({path}, {start}), '/', 1), '') AS BIGINT)"


def parts(grouping: Grouping) -> CTE:
    """Returns the areas at a place and below on a day, each with the part that it counts in.

    The columns are `area_id` and `part_id`; the own chapters of the place are a part of their
    own, which bears its id. Place and day are given to the statement by `parts_values`.
    """
    path, day = bindparam("path", type_=String), bindparam("day", type_=Date)
    covers = and_(area_past.c.valid_from <= day, area_past.c.valid_to >= day)
    was_otherwise = select(area_past.c.id).where(covers, area_past.c.area_id == area.c.id)
    as_today = select(area.c.id.label("area_id"), _part(area.c.path, area.c.id, grouping)).where(
        lies_below(area.c.path, path), ~was_otherwise.exists()
    )
    then = select(
        area_past.c.area_id, _part(area_past.c.path, area_past.c.area_id, grouping)
    ).where(covers, lies_below(area_past.c.path, path))
    union = as_today.union_all(then).cte("part")
    return union.prefix_with("MATERIALIZED", dialect="sqlite")


def parts_values(path: str, day: date) -> dict[str, str | int | date]:
    """Returns what `parts` is to be given."""
    return {"path": path, "start": len(path) + 1, "day": day}


def _part(
    path: ColumnElement[str], area_id: ColumnElement[int], grouping: Grouping
) -> ColumnElement[int]:
    if grouping is Grouping.BY_AREA:
        return area_id.label("part_id")
    if grouping is Grouping.AS_ONE:
        return literal(0, Integer).label("part_id")
    start = bindparam("start", type_=Integer)
    return func.coalesce(_Next(path, start), area_id).label("part_id")
