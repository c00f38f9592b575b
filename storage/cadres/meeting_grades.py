"""Grades of meetings: the unit's own word and the cadre's, two records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, case, func, select, update

from domain.meetings import MeetingState, MeetingType
from storage.meetings.meetings import expected_day, has_begun, taken_until
from storage.tables.grading import meeting_grade as table
from storage.tables.meetings import attendance, meeting, report
from storage.unit import UnitOfWork


class Source(StrEnum):
    """Whose word a grade is."""

    SELF = "self"
    CADRE = "cadre"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGrade:
    """A grade with what it was given for; `total` only where the table asks for points."""

    meeting_id: int
    source: Source
    person_id: int | None
    table_id: int | None
    points: Mapping[str, int]
    total: int | None
    grade: str
    reason: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingDay:
    """A day with meetings of a cadre's; `open` of them have no grade yet."""

    day: date
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One regular meeting of a year with the cadre's grade, if there is one."""

    chapter_id: int
    state: MeetingState
    day: date | None
    grade: str | None
    table_id: int | None
    total: int | None


def _grade(row: Row[Any]) -> MeetingGrade:
    return MeetingGrade(
        meeting_id=row.meeting_id,
        source=Source(row.source),
        person_id=row.person_id,
        table_id=row.score_table_id,
        points=row.points or {},
        total=row.total,
        grade=row.grade,
        reason=row.reason or "",
        at=row.at,
        version=row.version,
    )


async def of_meetings(
    unit: UnitOfWork, meeting_ids: Collection[int]
) -> dict[tuple[int, Source], MeetingGrade]:
    """Returns the grades of some meetings by meeting and source."""
    if not meeting_ids:
        return {}
    rows = await unit.all(select(table).where(table.c.meeting_id.in_(sorted(meeting_ids))))
    return {(row.meeting_id, Source(row.source)): _grade(row) for row in rows}


async def put(unit: UnitOfWork, grade: MeetingGrade) -> bool:
    """Writes a grade in place of the version before its own; False if that is another by now."""
    values = {
        "person_id": grade.person_id,
        "score_table_id": grade.table_id,
        "points": dict(grade.points) or None,
        "total": grade.total,
        "grade": grade.grade,
        "reason": grade.reason or None,
        "at": grade.at,
        "version": grade.version,
    }
    key = {"meeting_id": grade.meeting_id, "source": grade.source}
    if grade.version == 1:
        insert = unit.insert(table).values(**key, **values).on_conflict_do_nothing()
        return await unit.scalar(insert.returning(table.c.id)) is not None
    mine = [table.c[name] == value for name, value in key.items()]
    before = table.c.version == grade.version - 1
    return await unit.run(update(table).where(*mine, before).values(values)) > 0


async def list_days(
    unit: UnitOfWork, person_id: int, *, first: date, clock: datetime
) -> list[GradingDay]:
    """Returns the days since `first` on which meetings a cadre is assigned to can be graded.

    The newest comes first; what has not begun on the local clock does not count.
    """
    day = func.coalesce(report.c.held_on, expected_day)
    ungraded = func.sum(case((table.c.id.is_(None), 1), else_=0))
    rows = await unit.all(
        select(day.label("day"), ungraded.label("open"))
        .select_from(attendance)
        .join(meeting, meeting.c.id == attendance.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .outerjoin(table, (table.c.meeting_id == meeting.c.id) & (table.c.source == Source.CADRE))
        .where(
            attendance.c.person_id == person_id,
            meeting.c.state.not_in((MeetingState.NOT_HELD, MeetingState.UNREPORTED)),
            taken_until >= clock.date(),
            day >= first,
            has_begun(day, clock),
        )
        .group_by(day)
        .order_by(day.desc())
    )
    return [GradingDay(day=row.day, open=row.open) for row in rows]


async def list_year(unit: UnitOfWork, chapter_ids: Collection[int], year: int) -> list[YearRow]:
    """Returns the regular meetings of chapters in the periods of a year."""
    if not chapter_ids:
        return []
    rows = await unit.all(
        select(
            meeting.c.chapter_id,
            meeting.c.state,
            expected_day.label("day"),
            table.c.grade,
            table.c.score_table_id.label("table_id"),
            table.c.total,
        )
        .outerjoin(table, (table.c.meeting_id == meeting.c.id) & (table.c.source == Source.CADRE))
        .where(
            meeting.c.chapter_id.in_(sorted(chapter_ids)),
            meeting.c.period.startswith(f"{year}-"),
            meeting.c.type == MeetingType.REGULAR,
        )
        .order_by(meeting.c.id)
    )
    return [YearRow(**{**row._mapping, "state": MeetingState(row.state)}) for row in rows]
