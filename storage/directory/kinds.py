"""Kinds of chapters, as administrators see and change them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select, update

from domain.chapters import ChapterKind, Recording
from storage.tables.base import metadata
from storage.tables.directory import chapter
from storage.tables.directory import chapter_kind as table
from storage.unit import UnitOfWork


def _kind(row: Row[Any]) -> ChapterKind:
    return ChapterKind(**{**row._mapping, "recording": Recording(row.recording)})


async def list_all(unit: UnitOfWork) -> list[ChapterKind]:
    """Returns every kind, by association."""
    rows = await unit.all(select(table).order_by(table.c.association, table.c.id))
    return [_kind(row) for row in rows]


async def lock_all(unit: UnitOfWork) -> list[ChapterKind]:
    """Returns every kind; nobody else changes one before this transaction ends."""
    rows = await unit.all(select(table).order_by(table.c.id).with_for_update())
    return [_kind(row) for row in rows]


async def count_chapters(unit: UnitOfWork, kind_id: int) -> int:
    """Returns how many chapters of a kind have not ended."""
    mine = (chapter.c.kind_id == kind_id, chapter.c.valid_to.is_(None))
    return int(await unit.scalar(select(func.count()).select_from(chapter).where(*mine)) or 0)


async def change(unit: UnitOfWork, kind_id: int, values: Mapping[str, Any]) -> None:
    """Writes columns of a kind."""
    await unit.run(update(table).where(table.c.id == kind_id).values(**values))


async def rename_association(unit: UnitOfWork, before: str, after: str) -> None:
    """Gives an association another name wherever it stands: kinds, posts, scales, counters."""
    for sorted_table in metadata.sorted_tables:
        column = sorted_table.c.get("association")
        if column is not None:
            await unit.run(update(sorted_table).where(column == before).values(association=after))
