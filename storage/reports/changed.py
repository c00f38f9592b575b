"""Reports that came in or changed after their period had closed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from domain.calendar import Period, parse_period
from storage.directory.pasts import inside
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class Changed:
    """A meeting, opened again after closing, whose report was sent since."""

    chapter_id: int
    period: Period
    planned_on: date | None
    sent_at: datetime


async def list_changed(unit: UnitOfWork, *, since: datetime) -> list[Changed]:
    """Returns the meetings that were opened again and whose report was sent from then on."""
    rows = await unit.all(
        select(meeting.c.chapter_id, meeting.c.period, meeting.c.planned_on, report.c.sent_at)
        .join(report, report.c.meeting_id == meeting.c.id)
        .where(report.c.sent_at >= since, meeting.c.reopened_until.is_not(None))
    )
    return [
        Changed(row.chapter_id, parse_period(row.period), row.planned_on, row.sent_at)
        for row in rows
    ]


async def chapters_inside(unit: UnitOfWork, path: str, month: Period) -> frozenset[int]:
    """Returns the chapters that owed a report for a month at `path` or below."""
    rows = await unit.all(
        select(expectation.c.chapter_id).where(
            expectation.c.month == str(month),
            expectation.c.expected > 0,
            expectation.c.area_id.in_(inside(path, month.last_day)),
        )
    )
    return frozenset(row.chapter_id for row in rows)
