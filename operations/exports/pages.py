"""The rows of each sheet, in pages."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass

from documents.tables.columns import TABLES, SheetName, Value
from operations.exports import (
    answer_rows,
    directory_rows,
    figure_rows,
    meeting_rows,
    record_rows,
    told_rows,
)
from operations.exports.asking import Key, SheetOrder
from storage import UnitOfWork

Row = dict[str, Value]
Read = Callable[[UnitOfWork, SheetOrder], AsyncIterator[list[Row]]]
Count = Callable[[UnitOfWork, SheetOrder], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class _Source:
    read: Read
    count: Count | None = None
    key: tuple[str, ...] = ("id",)


_SOURCES: Mapping[SheetName, _Source] = {
    SheetName.FIGURES: _Source(figure_rows.read_figures, key=figure_rows.FIGURES_KEY),
    SheetName.REPORTS: _Source(
        record_rows.read_reports, record_rows.count_reports, record_rows.REPORTS_KEY
    ),
    SheetName.ATTENDANCE: _Source(record_rows.read_attendance, record_rows.count_attendance),
    SheetName.DIFFICULTIES: _Source(record_rows.read_difficulties, record_rows.count_difficulties),
    SheetName.INDICATORS: _Source(figure_rows.read_indicators, key=figure_rows.INDICATORS_KEY),
    SheetName.EXEMPLARS: _Source(directory_rows.read_exemplars, directory_rows.count_exemplars),
    SheetName.CHAPTERS: _Source(directory_rows.read_chapters, directory_rows.count_chapters),
    SheetName.POSTS: _Source(directory_rows.read_posts, directory_rows.count_posts),
    SheetName.ANSWERS: _Source(answer_rows.read_answers, answer_rows.count_answers),
    SheetName.AREAS: _Source(directory_rows.read_areas, directory_rows.count_areas),
    SheetName.MEETINGS: _Source(
        meeting_rows.read_meetings, meeting_rows.count_meetings, meeting_rows.MEETINGS_KEY
    ),
    SheetName.DIGESTS: _Source(told_rows.read_digests),
    SheetName.DOCUMENTS: _Source(told_rows.read_documents, told_rows.count_documents),
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


def key_names(sheet: SheetName) -> tuple[str, ...]:
    """Returns the names of what each row of a sheet is found by."""
    return _SOURCES[sheet].key


def key_of(sheet: SheetName, row: Row) -> Key:
    """Returns what a row of a sheet is found by."""
    values = (row[name] for name in key_names(sheet))
    return tuple(v if v is None or isinstance(v, int) else str(v) for v in values)
