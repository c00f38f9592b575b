"""Places and chapters as they were: a row for each state that has passed.

The tables of places and chapters hold the state of today. Where no past row covers a day,
that state held on it too; a month is counted by the state of its last day.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    Row,
    Subquery,
    Table,
    and_,
    bindparam,
    case,
    func,
    select,
    update,
)

from domain.chapters import Area, Chapter
from storage.directory import summed_months
from storage.listed import listed
from storage.paths import lies_at
from storage.tables.base import named
from storage.tables.directory import area, chapter
from storage.tables.history import area_past, chapter_past
from storage.unit import UnitOfWork

DAY = timedelta(days=1)

_OF_AREA = ("parent_id", "path", "level", "name", "code")
_OF_CHAPTER = ("area_id", "name")


@dataclass(frozen=True, slots=True)
class PastChapter:
    """A name and a place that a chapter had, with the first and the last day."""

    name: str
    area_id: int
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class AreaNames:
    """What a place is called, and what it was called from one day to another."""

    name: str
    once: tuple[tuple[date, date, str], ...]

    def on(self, day: date) -> str:
        """Returns the name that the place had on a day."""
        return next((was for first, last, was in self.once if first <= day <= last), self.name)


def areas_on(day: date | ColumnElement[date]) -> Subquery:
    """Returns every place as it was on a day, as a subquery with the columns of `area`."""
    was = area_past
    columns = [
        case((was.c.id.is_(None), column), else_=was.c[column.name]).label(column.name)
        if column.name in _OF_AREA
        else column
        for column in area.c
    ]
    covers = and_(was.c.area_id == area.c.id, was.c.valid_from <= day, was.c.valid_to >= day)
    return select(*columns).outerjoin(was, covers).subquery("area_then")


_THEN = areas_on(bindparam("day", type_=Date))
_PATH = select(area.c.path).where(area.c.id == bindparam("area_id"))
_PATHS = select(area_past.c.valid_from, area_past.c.valid_to, area_past.c.path).where(
    area_past.c.area_id == bindparam("area_id")
)
_LISTED_ON = select(_THEN).where(listed(_THEN.c.id, "ids"))


def inside(path: str, day: date) -> CompoundSelect[Any]:
    """Returns the ids of the places that were at or below `path` on a day."""
    covers = and_(area_past.c.valid_from <= day, area_past.c.valid_to >= day)
    was_otherwise = select(area_past.c.id).where(covers, area_past.c.area_id == area.c.id)
    as_today = select(area.c.id).where(lies_at(area.c.path, path), ~was_otherwise.exists())
    then = select(area_past.c.area_id).where(covers, lies_at(area_past.c.path, path))
    return as_today.union(then)


async def area_on(unit: UnitOfWork, area_id: int, day: date) -> Area:
    """Returns a place as it was on a day; raises LookupError if there is none."""
    return (await list_on(unit, [area_id], day))[area_id]


async def paths_on(unit: UnitOfWork, area_id: int | None, days: Sequence[date]) -> list[str]:
    """Returns the path that a place had on each day; "/", which is above all, for none.

    Raises LookupError if there is no such place.
    """
    if area_id is None:
        return ["/"] * len(days)
    row = await unit.first(_PATH, {"area_id": area_id})
    if row is None:
        raise LookupError(area_id)
    was = await unit.all(_PATHS, {"area_id": area_id})
    return [
        next((past.path for past in was if past.valid_from <= day <= past.valid_to), row.path)
        for day in days
    ]


async def area_names(unit: UnitOfWork, ids: Collection[int]) -> dict[int, AreaNames]:
    """Returns what places are and were called."""
    wanted = sorted(ids)
    rows = await unit.all(select(area.c.id, area.c.name).where(area.c.id.in_(wanted)))
    was = await unit.all(select(area_past).where(area_past.c.area_id.in_(wanted)))
    once: dict[int, list[tuple[date, date, str]]] = defaultdict(list)
    for row in was:
        once[row.area_id].append((row.valid_from, row.valid_to, row.name))
    return {row.id: AreaNames(row.name, tuple(once[row.id])) for row in rows}


async def list_on(unit: UnitOfWork, ids: Collection[int], day: date) -> dict[int, Area]:
    """Returns places as they were on a day."""
    rows = await unit.all(_LISTED_ON, {"ids": ids, "day": day}) if ids else []
    return {row.id: _area(row) for row in rows}


def _area(row: Row[Any]) -> Area:
    return Area(**{name: row._mapping[name] for name in Area.__slots__})


async def chapters_then(
    unit: UnitOfWork, chapter_ids: Collection[int]
) -> dict[int, tuple[PastChapter, ...]]:
    """Returns every past state of chapters, for those that have any."""
    found: dict[int, list[PastChapter]] = defaultdict(list)
    rows = await unit.all(
        select(chapter_past)
        .where(listed(chapter_past.c.chapter_id, "chapters"))
        .order_by(chapter_past.c.valid_from),
        {"chapters": chapter_ids},
    )
    for row in rows:
        state = PastChapter(row.name, row.area_id, row.valid_from, row.valid_to)
        found[row.chapter_id].append(state)
    return {chapter_id: tuple(states) for chapter_id, states in found.items()}


def state_on(states: Iterable[PastChapter], day: date) -> PastChapter | None:
    """Returns the past state that held on a day, None where today's did."""
    return next(
        (
            past_chapter
            for past_chapter in states
            if past_chapter.valid_from <= day <= past_chapter.valid_to
        ),
        None,
    )


async def _begun(unit: UnitOfWork, past: Table, rows: Mapping[int, date]) -> dict[int, date]:
    """Returns since when the state of today holds; `rows` says since when a row exists."""
    owner = past.c.area_id if past is area_past else past.c.chapter_id
    found = await unit.all(
        select(owner.label("id"), func.max(past.c.valid_to).label("last"))
        .where(owner.in_(sorted(rows)))
        .group_by(owner)
    )
    return dict(rows) | {row.id: row.last + DAY for row in found}


async def has_moved_since(unit: UnitOfWork, day: date) -> bool:
    """True if any place has become otherwise than it was on a day or after it."""
    was = select(area_past.c.id).where(area_past.c.valid_to >= day)
    return await unit.scalar(was.limit(1)) is not None


async def areas_begun(unit: UnitOfWork, areas: Collection[Area]) -> dict[int, date]:
    """Returns since when each place is as it is today."""
    return await _begun(unit, area_past, {place.id: place.valid_from for place in areas})


async def chapters_begun(unit: UnitOfWork, chapters: Collection[Chapter]) -> dict[int, date]:
    """Returns since when each chapter is named and placed as it is today."""
    return await _begun(
        unit, chapter_past, {chapter.id: chapter.valid_from for chapter in chapters}
    )


async def change_areas(
    unit: UnitOfWork, pairs: Collection[tuple[Area, Area]], *, first_day: date
) -> None:
    """Writes places as they are from `first_day` on, and keeps how they were before."""
    begun = await areas_begun(unit, [old for old, _ in pairs])
    await unit.add_many(
        area_past,
        (
            {"area_id": old.id, "valid_from": begun[old.id], "valid_to": first_day - DAY}
            | {name: getattr(old, name) for name in _OF_AREA}
            for old, _ in pairs
            if begun[old.id] < first_day
        ),
    )
    for _, new in pairs:
        values = {name: getattr(new, name) for name in _OF_AREA} | named(new.name)
        await unit.run(update(area).where(area.c.id == new.id).values(values))
    if any(old.path != new.path for old, new in pairs):
        await summed_months.forget_all(unit)


async def change_chapters(
    unit: UnitOfWork, olds: Collection[Chapter], values: Mapping[str, Any], *, first_day: date
) -> None:
    """Writes chapters' new name or place from `first_day` on, and keeps how they were before."""
    begun = await chapters_begun(unit, olds)
    await unit.add_many(
        chapter_past,
        (
            {"chapter_id": old.id, "valid_from": begun[old.id], "valid_to": first_day - DAY}
            | {name: getattr(old, name) for name in _OF_CHAPTER}
            for old in olds
            if begun[old.id] < first_day
        ),
    )
    if "name" in values:
        values = {**values, **named(values["name"])}
    ids = [old.id for old in olds]
    await unit.run(update(chapter).where(chapter.c.id.in_(ids)).values(**values))
