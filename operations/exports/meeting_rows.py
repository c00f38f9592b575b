"""Meetings as rows of sheets, reported or not."""

from collections.abc import AsyncIterator

from documents.tables.columns import Value
from domain.calendar import Period
from operations.exports.asking import SheetOrder
from storage import UnitOfWork
from storage.exports import meetings

MEETINGS_KEY = ("period", "chapter_id", "id")
Rows = list[dict[str, Value]]


async def read_meetings(unit: UnitOfWork, order: SheetOrder) -> AsyncIterator[Rows]:
    """Yields the meetings of the span, month by month and chapter by chapter."""
    for month in order.months():
        after = meeting_before(order, month)
        while rows := await meetings.list_page(unit, order.extent, month, after=after):
            yield [{**row._asdict(), "period": str(month)} for row in rows]
            after = (rows[-1].chapter_id, rows[-1].id)


def meeting_before(order: SheetOrder, month: Period) -> meetings.Place:
    """Returns after which meeting of a month an order goes on."""
    if not order.after or order.after[0] != str(month):
        return meetings.FIRST
    _, chapter_id, meeting_id = order.after
    return int(chapter_id or 0), int(meeting_id or 0)


async def count_meetings(unit: UnitOfWork, order: SheetOrder) -> int:
    """Returns how many meetings the span has."""
    return sum([await meetings.count(unit, order.extent, month) for month in order.months()])
