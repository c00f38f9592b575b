"""Difficulties that go over to another chapter or desk when places and chapters change."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, case, select, update

from domain.cases import LIVING
from domain.records import DifficultyState
from storage.paths import lies_below
from storage.tables.directory import area, chapter
from storage.tables.meetings import difficulty as table
from storage.unit import Unit

_living = table.c.state.in_(sorted(LIVING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Astray:
    """Cases of a place's chapters on a desk that is no longer above them."""

    area_id: int
    area_path: str
    desk_id: int
    desk_path: str


async def move_to_chapter(unit: Unit, chapter_ids: Collection[int], successor_id: int) -> int:
    """Gives what is still living of some chapters to the one that comes after; counts them."""
    mine = and_(table.c.chapter_id.in_(sorted(chapter_ids)), _living)
    new = {"chapter_id": successor_id, "version": table.c.version + 1}
    return await unit.run(update(table).where(mine).values(new))


async def list_astray(unit: Unit) -> list[Astray]:
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


async def move_desk(unit: Unit, one: Astray, desk_id: int) -> None:
    """Brings such cases to another desk; those nobody passed up to their chapter's own."""
    here = select(chapter.c.id).where(chapter.c.area_id == one.area_id)
    mine = and_(table.c.area_id == one.desk_id, table.c.chapter_id.in_(here), _living)
    is_home = table.c.state == DifficultyState.OPEN
    await unit.run(
        update(table)
        .where(mine)
        .values(
            area_id=case((is_home, one.area_id), else_=desk_id),
            owner_id=None,
            version=table.c.version + 1,
        )
    )
