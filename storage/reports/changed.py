"""Reports that came in or changed after their period had closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from domain.calendar import Period, parse_period
from storage.directory.chapters import Scope, in_scopes
from storage.directory.pasts import inside
from storage.meetings.expectations import owed
from storage.tables.directory import area, chapter, chapter_kind, person
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class ChangedReport:
    """A meeting, opened again after closing, whose report was sent since."""

    chapter_id: int
    period: Period
    planned_on: date | None
    sent_at: datetime


async def list_changed(unit: UnitOfWork, *, since: datetime) -> list[ChangedReport]:
    """Returns the meetings that were opened again and whose report was sent from then on."""
    rows = await unit.all(
        select(meeting.c.chapter_id, meeting.c.period, meeting.c.planned_on, report.c.sent_at)
        .join(report, report.c.meeting_id == meeting.c.id)
        .where(report.c.sent_at >= since, meeting.c.reopened_until.is_not(None))
    )
    return [
        ChangedReport(row.chapter_id, parse_period(row.period), row.planned_on, row.sent_at)
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAfter:
    """A report that came, or was changed, after its month was closed."""

    meeting_id: int
    number: str
    chapter_id: int
    chapter_name: str
    kind_id: int
    association: str
    area_path: str
    first_sent_at: datetime
    sent_at: datetime
    version: int
    by: str


async def list_sent_after(
    unit: UnitOfWork, path: str, month: Period, *, scopes: Sequence[Scope], since: datetime
) -> list[SentAfter]:
    """Returns the reports owed for a month at a place, in sight, that were sent since a moment."""
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            report.c.number,
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            chapter.c.kind_id,
            chapter_kind.c.association,
            area.c.path.label("area_path"),
            report.c.first_sent_at,
            report.c.sent_at,
            report.c.version,
            func.coalesce(person.c.name, "").label("by"),
        )
        .select_from(chapter)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(area, area.c.id == expectation.c.area_id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(person, person.c.id == func.coalesce(report.c.typed_by, report.c.person_id))
        .where(owed(path, month), in_scopes((), scopes), report.c.sent_at >= since)
        .order_by(report.c.sent_at, meeting.c.id)
    )
    return [SentAfter(**row._mapping) for row in rows]


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
