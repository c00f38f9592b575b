"""What came after a place or a chapter that was merged or split."""

from collections.abc import Collection, Iterable

from sqlalchemy import select

from storage.tables.history import area_successor, chapter_successor
from storage.unit import Unit


async def add_areas(unit: Unit, pairs: Iterable[tuple[int, int]]) -> None:
    """Notes which place came after which, as pairs (before, after)."""
    rows = [{"area_id": before, "successor_id": after} for before, after in pairs]
    await unit.add_many(area_successor, rows)


async def add_chapters(unit: Unit, pairs: Iterable[tuple[int, int]]) -> None:
    """Notes which chapter came after which, as pairs (before, after)."""
    rows = [{"chapter_id": before, "successor_id": after} for before, after in pairs]
    await unit.add_many(chapter_successor, rows)


async def areas_before(unit: Unit, area_ids: Collection[int]) -> frozenset[int]:
    """Returns the places whose successors these are."""
    table = area_successor
    rows = await unit.all(
        select(table.c.area_id).where(table.c.successor_id.in_(sorted(area_ids)))
    )
    return frozenset(row.area_id for row in rows)


async def chapters_before(unit: Unit, chapter_ids: Collection[int]) -> frozenset[int]:
    """Returns the chapters whose successors these are."""
    table = chapter_successor
    rows = await unit.all(
        select(table.c.chapter_id).where(table.c.successor_id.in_(sorted(chapter_ids)))
    )
    return frozenset(row.chapter_id for row in rows)
