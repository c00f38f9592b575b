"""How every chapter of a place stands, by one statement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, false, literal, or_, select, true

from domain.calendar import Period
from domain.expectations import Reason
from domain.meetings import MeetingState
from storage.directory.chapters import Scope, in_scopes
from storage.directory.pasts import areas_on
from storage.meetings.expectations import counts_at, owed
from storage.tables.base import Moment
from storage.tables.directory import chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One meeting with its chapter and, if there is one, its report; `day` is after any move."""

    meeting_id: int
    chapter_id: int
    chapter_name: str
    kind_id: int
    kind_name: str
    association: str
    area_path: str
    state: MeetingState
    planned_on: date | None
    due_on: date
    closes_on: date
    report_id: int | None
    on_time: bool | None
    first_sent_at: datetime | None


async def list_rows(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    below_path: str,
    month: Period,
    owing: ColumnElement[bool] | None = None,
) -> list[OverviewRow]:
    """Returns the meetings owed for a month, of chapters in sight at or below a place.

    Paths are those of the month; what is in sight is a matter of today. Only some of them are
    wanted where a condition says which are still `owing`.
    """
    then = areas_on(month.last_day)
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            chapter_kind.c.id.label("kind_id"),
            chapter_kind.c.name.label("kind_name"),
            chapter_kind.c.association,
            then.c.path.label("area_path"),
            meeting.c.state,
            meeting.c.planned_on,
            meeting.c.due_on,
            meeting.c.closes_on,
            report.c.id.label("report_id"),
            report.c.on_time,
            report.c.first_sent_at,
        )
        .select_from(chapter)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            owed(below_path, month),
            in_scopes(chapter_ids, scopes),
            true() if owing is None else owing,
        )
        .order_by(then.c.path, chapter.c.id, meeting.c.ordinal)
    )
    return [OverviewRow(**{**row._mapping, "state": MeetingState(row.state)}) for row in rows]


def is_owing(until: datetime | None) -> ColumnElement[bool]:
    """Returns the condition that a meeting has no report from before a moment, or was not held."""
    late = false() if until is None else report.c.first_sent_at >= literal(until, Moment())
    return or_(report.c.id.is_(None), meeting.c.state == MeetingState.NOT_HELD, late)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleRow:
    """A chapter that owes nothing for a month."""

    chapter_id: int
    chapter_name: str
    kind_id: int
    association: str
    area_path: str


async def list_paused(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    below_path: str,
    month: Period,
) -> list[IdleRow]:
    """Returns the chapters in sight that rest for a month, at or below a place."""
    then = areas_on(month.last_day)
    rows = await unit.all(
        select(
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            chapter.c.kind_id,
            chapter_kind.c.association,
            then.c.path.label("area_path"),
        )
        .select_from(chapter)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(expectation, expectation.c.chapter_id == chapter.c.id)
        .join(then, then.c.id == expectation.c.area_id)
        .where(
            expectation.c.month == str(month),
            expectation.c.reason == Reason.PAUSED,
            counts_at(below_path, month),
            in_scopes(chapter_ids, scopes),
        )
        .order_by(then.c.path, chapter.c.id)
    )
    return [IdleRow(**row._mapping) for row in rows]
