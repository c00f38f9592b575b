"""Exemplars of chapters, in pages."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select

from domain.exemplars import CopyState, State
from storage.exports.extent import Extent, read_page
from storage.tables.directory import chapter
from storage.tables.programmes import exemplar as table
from storage.tables.programmes import exemplar_copy
from storage.unit import UnitOfWork

_WORDS = ("name", "aim", "content", "progress", "lead", "result")
_DATES = ("registered_on", "recognised_on", "recognised_by")
_REPLICATED = (
    select(func.count())
    .where(exemplar_copy.c.exemplar_id == table.c.id, exemplar_copy.c.state == CopyState.DONE)
    .scalar_subquery()
)


async def list_page(unit: UnitOfWork, extent: Extent, *, after: int) -> Sequence[Row[Any]]:
    """Returns the next exemplars that are more than drafts, by their ids."""
    columns = (
        table.c.id,
        chapter.c.id.label("chapter_id"),
        chapter.c.name.label("chapter"),
        chapter.c.area_id,
        table.c.field,
        table.c.state,
        *(table.c[name] for name in (*_WORDS, *_DATES)),
        _REPLICATED.label("replicated"),
    )
    return await read_page(unit, extent, _of(select(*columns), extent), table.c.id, after=after)


def _of(chosen: Select[Any], extent: Extent) -> Select[Any]:
    return (
        chosen.select_from(table)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .where(extent.here(), table.c.state != State.DRAFT)
    )


async def count(unit: UnitOfWork, extent: Extent) -> int:
    """Returns how many there are."""
    return int(await unit.scalar(_of(select(func.count()), extent)) or 0)
