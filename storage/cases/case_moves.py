"""Difficulties that go over to another chapter or desk when places and chapters change."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, func, select, update

from domain.cases import LIVING
from domain.records import DifficultyState
from storage.paths import lies_below
from storage.tables.directory import area, chapter
from storage.tables.history import chapter_successor
from storage.tables.meetings import difficulty as table
from storage.unit import UnitOfWork

_living = table.c.state.in_(sorted(LIVING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """Cases of a place's chapters on a desk that is no longer above them."""

    area_id: int
    area_path: str
    desk_id: int
    desk_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """A chapter that has ended with living cases, and the one that came after it."""

    chapter_id: int
    successor_id: int


async def list_left_behind(unit: UnitOfWork, *, today: date) -> list[LeftBehind]:
    """Returns the chapters that ended before today with living cases, and who came after."""
    after = chapter.alias("after")
    rows = await unit.all(
        select(table.c.chapter_id, func.min(after.c.id).label("successor_id"))
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(chapter_successor, chapter_successor.c.chapter_id == chapter.c.id)
        .join(after, after.c.id == chapter_successor.c.successor_id)
        .where(_living, chapter.c.valid_to < today, after.c.valid_from <= today)
        .group_by(table.c.chapter_id)
        .order_by(table.c.chapter_id)
    )
    return [LeftBehind(**row._mapping) for row in rows]


async def move_to_chapter(unit: UnitOfWork, chapter_id: int, successor_id: int) -> int:
    """Gives what is still living of a chapter to the one that comes after; counts it."""
    mine = and_(table.c.chapter_id == chapter_id, _living)
    new = {"chapter_id": successor_id, "version": table.c.version + 1}
    return await unit.run(update(table).where(mine).values(new))


async def list_astray(unit: UnitOfWork) -> list[Astray]:
    """Returns where living cases lie on a desk that is not above their chapter."""
    desk = area.alias("desk")
    rows = await unit.all(
        select(
            area.c.id.label("area_id"),
            area.c.path.label("area_path"),
            desk.c.id.label("desk_id"),
            desk.c.path.label("desk_path"),
        )
        .select_from(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(desk, desk.c.id == table.c.area_id)
        .where(_living, ~lies_below(area.c.path, desk.c.path))
        .distinct()
        .order_by(area.c.id, desk.c.id)
    )
    return [Astray(**row._mapping) for row in rows]


async def move_desk(unit: UnitOfWork, astray: Astray, desk_id: int) -> None:
    """Brings such cases to another desk; those nobody passed up to their chapter's own."""
    here = select(chapter.c.id).where(chapter.c.area_id == astray.area_id)
    mine = and_(table.c.area_id == astray.desk_id, table.c.chapter_id.in_(here), _living)
    is_home = table.c.state == DifficultyState.OPEN
    await unit.run(
        update(table)
        .where(mine)
        .values(
            area_id=case((is_home, astray.area_id), else_=desk_id),
            owner_id=None,
            version=table.c.version + 1,
        )
    )
