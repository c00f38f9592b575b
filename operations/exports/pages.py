"""The rows of each sheet, in pages."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass

from documents.tables.columns import TABLES, SheetName, Value
from operations.exports import directory_rows, figure_rows, record_rows
from operations.exports.asking import SheetOrder
from storage import UnitOfWork

Row = dict[str, Value]
Read = Callable[[UnitOfWork, SheetOrder], AsyncIterator[list[Row]]]
Count = Callable[[UnitOfWork, SheetOrder], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class _Source:
    read: Read
    count: Count | None = None


_SOURCES: Mapping[SheetName, _Source] = {
    SheetName.FIGURES: _Source(figure_rows.read_figures),
    SheetName.REPORTS: _Source(record_rows.read_reports, record_rows.count_reports),
    SheetName.ATTENDANCE: _Source(record_rows.read_attendance, record_rows.count_attendance),
    SheetName.DIFFICULTIES: _Source(record_rows.read_difficulties, record_rows.count_difficulties),
    SheetName.INDICATORS: _Source(figure_rows.read_indicators),
    SheetName.EXEMPLARS: _Source(directory_rows.read_exemplars, directory_rows.count_exemplars),
    SheetName.CHAPTERS: _Source(directory_rows.read_chapters, directory_rows.count_chapters),
    SheetName.POSTS: _Source(directory_rows.read_posts, directory_rows.count_posts),
}


async def read_pages(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[list[Row]]:
    """Yields the rows of a sheet by column id; what may not be shown is None."""
    hidden = [column.id for column in TABLES[order.asked.sheet] if column.shown not in order.shown]
    blank = dict.fromkeys(hidden)
    async for rows in _SOURCES[order.asked.sheet].read(unit, order):
        yield [{**row, **blank} for row in rows] if hidden else rows


async def count_rows(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many rows a sheet has, 0 where only reading them all would tell."""
    count = _SOURCES[order.asked.sheet].count
    return await count(unit, order) if count is not None else 0
