"""Who was present of whom, counted by the database: one statement for all months asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, func, or_, select

from domain.calendar import Period, parse_period
from domain.rates import By, Tally
from domain.report import ReportState
from storage.directory.chapters import Scope, in_scopes
from storage.meetings.expectations import owed
from storage.tables.directory import area, chapter, chapter_kind
from storage.tables.history import expectation
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True)
class RateRow:
    """The tally of one month for one chapter, association or area."""

    month: Period
    key: int | str
    tally: Tally


_KEYS: dict[By, ColumnElement[int] | ColumnElement[str]] = {
    By.AREA: expectation.c.area_id,
    By.ASSOCIATION: chapter_kind.c.association,
    By.CHAPTER: chapter.c.id,
}


async def count(
    unit: UnitOfWork,
    *,
    by: By,
    months: Sequence[Period],
    path: str,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
) -> list[RateRow]:
    """Returns the tallies of held regular meetings owed for some months at or below a place.

    Only chapters in sight count: named ones, or those in a scope.
    """
    group = _KEYS[by]
    room = report.c.total - report.c.exempt
    rows = await unit.all(
        select(
            expectation.c.month,
            group.label("key"),
            func.count().label("meetings"),
            func.sum(report.c.present).cast(Integer).label("present"),
            func.sum(room).cast(Integer).label("room"),
        )
        .select_from(expectation)
        .join(chapter, chapter.c.id == expectation.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(meeting, meeting.c.chapter_id == chapter.c.id)
        .join(report, report.c.meeting_id == meeting.c.id)
        .where(
            or_(*(owed(path, month) for month in months)),
            report.c.state == ReportState.HELD,
            report.c.present.is_not(None),
            in_scopes(chapter_ids, scopes),
        )
        .group_by(expectation.c.month, group)
    )
    return [
        RateRow(
            parse_period(row.month),
            row.key,
            Tally(meetings=row.meetings, present=row.present, room=row.room),
        )
        for row in rows
    ]
