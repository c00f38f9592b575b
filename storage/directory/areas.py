"""The tree of places, by materialised path."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    select,
    true,
    update,
)

from domain.chapters import Area, ids_of
from domain.visits import USUAL_TRAVEL_MIN
from storage.paths import lies_at, within
from storage.tables.directory import area as table
from storage.unit import UnitOfWork

_place = table.alias("place")
_BY_ID = select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


def area_of(row: Row[Any]) -> Area:
    """Returns an area row as its value."""
    values = dict(row._mapping)
    del values["search_key"]
    return Area(**values)


def below(path: str) -> ColumnElement[bool]:
    """Returns the condition that an area is the one at `path` or lies below it."""
    return lies_at(table.c.path, path)


def is_above(area_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Returns the condition that an id is that of the area or of one above it."""
    return table.c.path.contains(literal("/") + cast(area_id, String) + literal("/"))


def ids_below(path: str) -> Select[tuple[int]]:
    """Returns the ids of the area at `path` and of all below it."""
    return select(_place.c.id).where(lies_at(_place.c.path, path))


def travel_there() -> ColumnElement[int]:
    """Returns how long the way to another meeting takes from an area: its own or one above's."""
    nearest = (
        select(_place.c.travel_min)
        .where(table.c.path.startswith(_place.c.path), _place.c.travel_min.is_not(None))
        .order_by(func.length(_place.c.path).desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(nearest, USUAL_TRAVEL_MIN).label("travel_min")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArea:
    """A place that is to be; without a parent it is a root."""

    name: str
    level: str
    valid_from: date
    parent: Area | None = None
    code: str | None = None
    grace_days: int | None = None
    closing_day: int | None = None
    travel_min: int | None = None


async def add(unit: UnitOfWork, new: NewArea) -> Area:
    """Adds a place below another, or as a root."""
    area_id = await unit.add(
        table,
        parent_id=new.parent.id if new.parent else None,
        path="/",
        level=new.level,
        name=new.name,
        code=new.code,
        grace_days=new.grace_days,
        closing_day=new.closing_day,
        travel_min=new.travel_min,
        valid_from=new.valid_from,
    )
    path = f"{new.parent.path if new.parent else '/'}{area_id}/"
    await unit.run(update(table).where(table.c.id == area_id).values(path=path))
    return (await by_ids(unit, [area_id]))[area_id]


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Area]:
    """Returns areas by id."""
    rows = await unit.all(_BY_ID, {"ids": sorted(ids)}) if ids else []
    return {row.id: area_of(row) for row in rows}


async def get(unit: UnitOfWork, area_id: int) -> Area:
    """Returns one area; raises LookupError if there is none."""
    return (await by_ids(unit, [area_id]))[area_id]


async def chain(unit: UnitOfWork, path: str) -> tuple[Area, ...]:
    """Returns the areas on a path, the root first."""
    ids = ids_of(path)
    found = await by_ids(unit, ids)
    return tuple(found[area_id] for area_id in ids)


async def list_below(unit: UnitOfWork, path: str, *, day: date | None = None) -> list[Area]:
    """Returns the area at `path` and all below it, those valid on `day` if one is given."""
    valid = within(table.c.valid_from, table.c.valid_to, day) if day else true()
    rows = await unit.all(select(table).where(below(path), valid).order_by(table.c.path))
    return [area_of(row) for row in rows]


async def list_levels_below(unit: UnitOfWork, path: str) -> list[tuple[str, int]]:
    """Returns the levels of the places below one, with how many steps below it they lie."""
    depth = func.length(table.c.path) - func.length(func.replace(table.c.path, "/", ""))
    rows = await unit.all(
        select(table.c.level, depth.label("depth"))
        .where(below(path), table.c.path != path)
        .distinct()
    )
    return [(row.level, row.depth - path.count("/")) for row in rows]


async def list_roots(unit: UnitOfWork, *, day: date | None = None) -> list[Area]:
    """Returns the areas that have none above them, those valid on `day` if one is given."""
    valid = within(table.c.valid_from, table.c.valid_to, day) if day else true()
    rows = await unit.all(
        select(table).where(table.c.parent_id.is_(None), valid).order_by(table.c.id)
    )
    return [area_of(row) for row in rows]
