"""Chapters with their kind and their place."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, false, func, or_, select, true

from domain.chapters import Chapter, ChapterKind, Recording
from domain.people import Only
from storage.directory.areas import below, ids_below
from storage.listed import listed
from storage.paths import within
from storage.tables.directory import area, chapter_kind
from storage.tables.directory import chapter as table
from storage.unit import UnitOfWork

# So long a chapter that ended, or is to begin, is still told of.
_ABOUT = timedelta(days=62)

Scope = tuple[str, Only]

_KIND = tuple(
    column.label(f"kind_{column.name}") for column in chapter_kind.c if not column.primary_key
)
_SELECT = (
    select(table, area.c.path.label("area_path"), area.c.name.label("area_name"), *_KIND)
    .join(area, area.c.id == table.c.area_id)
    .join(chapter_kind, chapter_kind.c.id == table.c.kind_id)
)
_BY_ID = _SELECT.where(table.c.id.in_(bindparam("ids", expanding=True)))
_OF_AREAS = (
    select(table, area.c.path.label("area_path"), area.c.name.label("area_name"))
    .join(area, area.c.id == table.c.area_id)
    .where(listed(table.c.area_id, "areas"))
    .order_by(table.c.id)
)
_KINDS = select(chapter_kind.c.id.label("kind_id"), *_KIND)


def _kind(row: Row[Any]) -> ChapterKind:
    return ChapterKind(
        id=row.kind_id,
        code=row.kind_code,
        name=row.kind_name,
        association=row.kind_association,
        words=row.kind_words,
        rule=row.kind_rule,
        shift=row.kind_shift,
        frequency=row.kind_frequency,
        recording=Recording(row.kind_recording),
    )


def _chapter(row: Row[Any], kind: ChapterKind) -> Chapter:
    return Chapter(
        id=row.id,
        kind=kind,
        area_id=row.area_id,
        area_path=row.area_path,
        area_name=row.area_name,
        name=row.name,
        member_count=row.member_count,
        exempt_count=row.exempt_count,
        start_time=row.start_time,
        duration_min=row.duration_min,
        place=row.place,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        own_rule=row.rule,
        own_shift=row.shift,
        own_frequency=row.frequency,
    )


def _chapters(rows: Sequence[Row[Any]]) -> list[Chapter]:
    """Returns the chapters of rows, each kind made once: there are few of them."""
    kinds: dict[int, ChapterKind] = {}
    found = []
    for row in rows:
        if row.kind_id not in kinds:
            kinds[row.kind_id] = _kind(row)
        found.append(_chapter(row, kinds[row.kind_id]))
    return found


async def associations_of(unit: UnitOfWork) -> dict[int, str]:
    """Returns the association of every kind of chapter."""
    rows = await unit.all(select(chapter_kind.c.id, chapter_kind.c.association))
    return {row.id: row.association for row in rows}


async def add_kind(unit: UnitOfWork, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a kind of chapter and returns its id."""
    return await unit.add(chapter_kind, **values)


async def kind_names(unit: UnitOfWork, ids: Collection[int]) -> dict[int, str]:
    """Returns the names of kinds by id."""
    wanted = chapter_kind.c.id.in_(sorted(ids))
    rows = await unit.all(select(chapter_kind.c.id, chapter_kind.c.name).where(wanted))
    return {row.id: row.name for row in rows}


async def add(unit: UnitOfWork, **values: Any) -> int:  # noqa: ANN401 - the table's columns
    """Adds a chapter and returns its id."""
    return await unit.add(table, **values)


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Chapter]:
    """Returns chapters by id."""
    rows = await unit.all(_BY_ID, {"ids": sorted(ids)}) if ids else []
    return {chapter.id: chapter for chapter in _chapters(rows)}


async def find(unit: UnitOfWork, chapter_id: int) -> Chapter | None:
    """Returns one chapter."""
    return (await by_ids(unit, [chapter_id])).get(chapter_id)


async def list_of_area(unit: UnitOfWork, area_id: int) -> list[Chapter]:
    """Returns the chapters that belong to an area itself, valid or not."""
    return await list_of_areas(unit, [area_id])


async def list_of_areas(unit: UnitOfWork, area_ids: Collection[int]) -> list[Chapter]:
    """Returns the chapters that belong to some areas themselves, valid or not."""
    kinds = {kind.id: kind for kind in await list_kinds(unit)}
    rows = await unit.all(_OF_AREAS, {"areas": area_ids})
    return [_chapter(row, kinds[row.kind_id]) for row in rows]


def of_kinds(column: ColumnElement[int], only: Only) -> ColumnElement[bool]:
    """Returns the condition that a column names a kind, or one of an association's kinds."""
    if only is None:
        return true()
    if isinstance(only, int):
        return column == only
    kinds = select(chapter_kind.c.id).where(chapter_kind.c.association == only)
    return column.in_(kinds)


def in_scopes(chapter_ids: Collection[int], scopes: Sequence[Scope]) -> ColumnElement[bool]:
    """Returns the condition that a chapter is one of some, or in one of (path, only) scopes."""
    by_place = (
        and_(table.c.area_id.in_(ids_below(path)), of_kinds(table.c.kind_id, only))
        for path, only in scopes
    )
    named = table.c.id.in_(sorted(chapter_ids)) if chapter_ids else false()
    return or_(named, *by_place)


async def list_in_scopes(
    unit: UnitOfWork, *, chapter_ids: Collection[int], scopes: Sequence[Scope], day: date
) -> list[Chapter]:
    """Returns the chapters valid on `day` that are named or lie in a scope, by place and name."""
    statement = _SELECT.where(
        in_scopes(chapter_ids, scopes), within(table.c.valid_from, table.c.valid_to, day)
    ).order_by(area.c.path, table.c.id)
    return _chapters(await unit.all(statement))


async def count_by_area(unit: UnitOfWork, *, day: date, path: str = "/") -> dict[int, int]:
    """Returns how many chapters of their own the areas at `path` and below have about `day`."""
    begun = table.c.valid_from <= day + _ABOUT
    lasting = or_(table.c.valid_to.is_(None), table.c.valid_to >= day - _ABOUT)
    rows = await unit.all(
        select(table.c.area_id, func.count().label("chapters"))
        .join(area, area.c.id == table.c.area_id)
        .where(begun, lasting, below(path))
        .group_by(table.c.area_id)
        .order_by(table.c.area_id)
    )
    return {row.area_id: row.chapters for row in rows}


async def list_kinds(unit: UnitOfWork) -> list[ChapterKind]:
    """Returns every kind of chapter."""
    return [_kind(row) for row in await unit.all(_KINDS.order_by(chapter_kind.c.id))]


async def count_all_by_area(unit: UnitOfWork) -> dict[int, int]:
    """Returns how many chapters of their own areas have or had."""
    rows = await unit.all(
        select(table.c.area_id, func.count().label("chapters"))
        .group_by(table.c.area_id)
        .order_by(table.c.area_id)
    )
    return {row.area_id: row.chapters for row in rows}
