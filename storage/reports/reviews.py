"""What was said of reports by those who look after the chapter."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select, update

from domain.records import DifficultyState
from domain.report import ReportState
from domain.reviews import Review, ReviewAction
from storage.directory.chapters import Scope, in_scopes
from storage.meetings.meetings import taken_until
from storage.tables.directory import area, chapter
from storage.tables.grading import report_review as table
from storage.tables.meetings import difficulty, meeting, report
from storage.unit import UnitOfWork

_DECIDED = (ReviewAction.RETURNED, ReviewAction.ACCEPTED)


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report on whose live version nobody has decided.

    It `is_usual` if the meeting was held in time on its day and told of nothing that asks for
    an answer, and if nothing was ever asked back.
    """

    meeting_id: int
    chapter_id: int
    chapter_name: str
    sent_at: datetime
    version: int
    is_usual: bool


def _review(row: Row[Any]) -> Review:
    return Review(
        id=row.id,
        report_id=row.report_id,
        version=row.version,
        person_id=row.person_id,
        at=row.at,
        action=ReviewAction(row.action),
        step=row.step or "",
        reason=row.reason or "",
    )


async def of_reports(unit: UnitOfWork, report_ids: Collection[int]) -> dict[int, list[Review]]:
    """Returns the reviews of some reports by report, first things first."""
    found: dict[int, list[Review]] = {report_id: [] for report_id in report_ids}
    if report_ids:
        wanted = table.c.report_id.in_(sorted(report_ids))
        for row in await unit.all(select(table).where(wanted).order_by(table.c.id)):
            found[row.report_id].append(_review(row))
    return found


async def lock(unit: UnitOfWork, report_id: int, *, version: int) -> bool:
    """Keeps others from deciding on a report until the end; False if it has another version."""
    mine = (report.c.id == report_id, report.c.version == version)
    return await unit.run(update(report).where(*mine).values(version=version)) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReview:
    """What somebody did with a version of a report, at which step and why."""

    report_id: int
    version: int
    person_id: int
    action: ReviewAction
    step: str = ""
    reason: str = ""


async def add(unit: UnitOfWork, new: NewReview, *, now: datetime) -> int:
    """Adds a review and returns its id."""
    return await unit.add(
        table,
        report_id=new.report_id,
        version=new.version,
        person_id=new.person_id,
        at=now,
        action=new.action,
        step=new.step or None,
        reason=new.reason or None,
    )


async def list_waiting(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    but: Collection[int],
    since: datetime,
    today: date,
) -> list[WaitingReport]:
    """Returns reports sent since then, of chapters named or in a scope, that nobody decided on.

    Those of the chapters in `but` and of closed periods are left out. The oldest stand first.
    """
    decided = exists().where(
        table.c.report_id == report.c.id,
        table.c.version == report.c.version,
        table.c.action.in_(_DECIDED),
    )
    rows = await unit.all(
        select(
            report.c.meeting_id,
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            report.c.sent_at,
            report.c.version,
            _is_usual().label("is_usual"),
        )
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            in_scopes(chapter_ids, scopes),
            chapter.c.id.not_in(sorted(but)),
            report.c.sent_at >= since,
            taken_until >= today,
            ~decided,
        )
        .order_by(report.c.sent_at, report.c.id)
    )
    return [WaitingReport(**{**row._mapping, "is_usual": bool(row.is_usual)}) for row in rows]


def _is_usual() -> ColumnElement[bool]:
    asks = exists().where(
        difficulty.c.report_id == report.c.id, difficulty.c.state != DifficultyState.WITHDRAWN
    )
    returned = exists().where(
        table.c.report_id == report.c.id, table.c.action == ReviewAction.RETURNED
    )
    return and_(
        report.c.state == ReportState.HELD,
        report.c.on_time,
        or_(meeting.c.planned_on.is_(None), report.c.held_on == meeting.c.planned_on),
        ~asks,
        ~returned,
    )
