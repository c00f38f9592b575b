"""What chapters and their cadres say of the meetings held in a month, side by side."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from domain.calendar import Period
from domain.discrepancies import AttendanceClaim
from domain.records import Presence
from domain.report import CadrePresence, ReportState
from storage.directory.chapters import Scope, in_scopes
from storage.meetings.meetings import in_month
from storage.tables.directory import area, chapter, person
from storage.tables.meetings import attachment, attendance, meeting, report
from storage.unit import UnitOfWork

_WORDS = (CadrePresence.YES, CadrePresence.SUBSTITUTE, CadrePresence.NO)


@dataclass(frozen=True, slots=True)
class Photos:
    """How many photos a report has, and when the first came in."""

    count: int
    first_at: datetime


async def list_said(
    unit: UnitOfWork, month: Period, *, chapter_ids: Collection[int], scopes: Sequence[Scope]
) -> list[AttendanceClaim]:
    """Returns what a chapter said of its cadres at the meetings of a month, by day.

    Each stands beside the word of a cadre assigned, who may not have said one.
    """
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            report.c.id.label("report_id"),
            report.c.number.label("report_number"),
            chapter.c.name.label("chapter_name"),
            chapter.c.kind_id,
            area.c.path.label("area_path"),
            area.c.name.label("area_name"),
            report.c.held_on.label("day"),
            report.c.cadre_present.label("leader_word"),
            report.c.sent_at,
            attendance.c.person_id,
            person.c.name.label("person_name"),
            attendance.c.state,
            attendance.c.confirmed_at,
        )
        .join(report, report.c.meeting_id == meeting.c.id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(attendance, attendance.c.meeting_id == meeting.c.id)
        .join(person, person.c.id == attendance.c.person_id)
        .where(
            in_month(month),
            in_scopes(chapter_ids, scopes),
            report.c.state == ReportState.HELD,
            report.c.cadre_present.in_(_WORDS),
        )
        .order_by(report.c.held_on, meeting.c.id, attendance.c.id)
    )
    return [
        AttendanceClaim(
            **{
                **row._mapping,
                "leader_word": CadrePresence(row.leader_word),
                "state": Presence(row.state),
            }
        )
        for row in rows
    ]


async def photos_of(unit: UnitOfWork, report_ids: Collection[int]) -> dict[int, Photos]:
    """Returns the photos of reports by report."""
    rows = await unit.all(
        select(
            attachment.c.report_id,
            func.count().label("number"),
            func.min(attachment.c.created_at).label("first_at"),
        )
        .where(attachment.c.report_id.in_(sorted(report_ids)), attachment.c.kind == "photo")
        .group_by(attachment.c.report_id)
    )
    return {row.report_id: Photos(row.number, row.first_at) for row in rows}
