"""What came after a place or a chapter that was merged or split."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from storage.listed import listed
from storage.tables.history import area_successor, chapter_successor
from storage.unit import UnitOfWork


async def add_areas(unit: UnitOfWork, pairs: Iterable[tuple[int, int]]) -> None:
    """Notes which place came after which, as pairs (before, after)."""
    rows = [{"area_id": before, "successor_id": after} for before, after in pairs]
    await unit.add_many(area_successor, rows)


async def add_chapters(unit: UnitOfWork, pairs: Iterable[tuple[int, int]]) -> None:
    """Notes which chapter came after which, as pairs (before, after)."""
    rows = [{"chapter_id": before, "successor_id": after} for before, after in pairs]
    await unit.add_many(chapter_successor, rows)


async def areas_before(unit: UnitOfWork, area_ids: Collection[int]) -> frozenset[int]:
    """Returns the places whose successors these are."""
    table = area_successor
    rows = await unit.all(
        select(table.c.area_id).where(table.c.successor_id.in_(sorted(area_ids)))
    )
    return frozenset(row.area_id for row in rows)


def _line_before() -> Select[Any]:
    table = chapter_successor
    line = select(table.c.chapter_id, table.c.successor_id).where(
        table.c.successor_id.in_(bindparam("chapters", expanding=True))
    )
    found = line.cte("line", recursive=True)
    older = select(table.c.chapter_id, table.c.successor_id).join(
        found, found.c.chapter_id == table.c.successor_id
    )
    return select(found.union(older).c.chapter_id)


_BEFORE = _line_before()


async def chapter_line(unit: UnitOfWork, chapter_ids: Collection[int]) -> frozenset[int]:
    """Returns chapters with all that came before them, however long ago."""
    rows = await unit.all(_BEFORE, {"chapters": sorted(chapter_ids)})
    return frozenset(chapter_ids) | {row.chapter_id for row in rows}


async def chapters_after(unit: UnitOfWork, chapter_ids: Collection[int]) -> frozenset[int]:
    """Returns all chapters that came after some, the newest too."""
    table = chapter_successor
    line = select(table.c.chapter_id, table.c.successor_id).where(
        table.c.chapter_id.in_(sorted(chapter_ids))
    )
    found = line.cte("line", recursive=True)
    newer = select(table.c.chapter_id, table.c.successor_id).join(
        found, found.c.successor_id == table.c.chapter_id
    )
    rows = await unit.all(select(found.union(newer).c.successor_id))
    return frozenset(row.successor_id for row in rows)


async def pairs_around(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[tuple[int, int]]:
    """Returns as pairs (before, after) all that came after the same chapters as some did."""
    table = chapter_successor
    after = select(table.c.successor_id).where(
        or_(listed(table.c.chapter_id, "chapters"), listed(table.c.successor_id, "chapters"))
    )
    rows = await unit.all(
        select(table.c.chapter_id, table.c.successor_id).where(table.c.successor_id.in_(after)),
        {"chapters": chapter_ids},
    )
    return [(row.chapter_id, row.successor_id) for row in rows]


async def chapters_before(unit: UnitOfWork, chapter_ids: Collection[int]) -> frozenset[int]:
    """Returns the chapters whose successors these are."""
    table = chapter_successor
    rows = await unit.all(
        select(table.c.chapter_id).where(table.c.successor_id.in_(sorted(chapter_ids)))
    )
    return frozenset(row.chapter_id for row in rows)
