"""Meetings of a month, by chapter: those the figures count, and those that were added."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, tuple_

from domain.calendar import Period
from domain.meetings import MeetingType
from storage.directory.pasts import inside
from storage.exports.extent import Extent
from storage.meetings.meetings import expected_day, in_month
from storage.tables.directory import chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

# A chapter and its meeting, after which a page begins.
Place = tuple[int, int]
FIRST: Place = (0, 0)
_NAMES = ("id", "chapter_id", "type", "planned_on", "moved_to", "start_time", "duration_min")
_COLUMNS: tuple[ColumnElement[Any], ...] = (
    *(meeting.c[name] for name in (*_NAMES, "place", "state", "due_on")),
    chapter.c.name.label("chapter"),
    chapter_kind.c.name.label("kind"),
    expectation.c.area_id,
    report.c.number,
)


async def list_page(
    unit: UnitOfWork, extent: Extent, month: Period, *, after: Place
) -> Sequence[Row[Any]]:
    """Returns the next meetings of a month, each with the area where its chapter counts."""
    return await unit.all(
        of_month(select(*_COLUMNS), extent, month)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .where(tuple_(meeting.c.chapter_id, meeting.c.id) > after)
        .order_by(meeting.c.chapter_id, meeting.c.id)
        .limit(extent.page)
    )


def of_month(chosen: Select[Any], extent: Extent, month: Period) -> Select[Any]:
    """Returns what is chosen of the meetings of a month, with their reports if there are any."""
    where = expectation.c.area_id.in_(inside(extent.path, month.last_day))
    return (
        chosen.select_from(expectation)
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(expectation.c.month == str(month), where, extent.chapters(), _is_of(month))
    )


def _is_of(month: Period) -> ColumnElement[bool]:
    """Returns the condition that a meeting is owed for a month, or was added in it."""
    regular = meeting.c.type == MeetingType.REGULAR
    day = func.coalesce(report.c.held_on, expected_day)
    return or_(
        and_(regular, expectation.c.expected > 0, in_month(month)),
        and_(~regular, day.between(month.first_day, month.last_day)),
    )


async def count(unit: UnitOfWork, extent: Extent, month: Period) -> int:
    """Returns how many meetings a month has."""
    found = of_month(select(func.count()), extent, month)
    return int(await unit.scalar(found) or 0)
