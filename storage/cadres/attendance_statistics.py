"""Who was assigned to which meetings, and what they said of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from domain.attendance_statistics import WENT, AssignedMeeting
from domain.meetings import MeetingState
from domain.people import Only
from domain.records import Presence
from storage.directory.chapters import Scope, in_scopes, of_kinds
from storage.listed import listed
from storage.meetings.meetings import expected_day
from storage.paths import lies_at, within
from storage.tables.directory import area, chapter
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

_day: ColumnElement[date] = func.coalesce(report.c.held_on, expected_day)


def _select() -> Select[Any]:
    return (
        select(
            table.c.meeting_id,
            meeting.c.chapter_id,
            area.c.path.label("area_path"),
            chapter.c.kind_id,
            table.c.person_id,
            _day.label("day"),
            meeting.c.start_time,
            meeting.c.duration_min,
            table.c.state,
        )
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(meeting.c.state != MeetingState.NOT_HELD)
    )


def _assigned(row: Row[Any]) -> AssignedMeeting:
    return AssignedMeeting(**{**row._mapping, "state": Presence(row.state)})


async def list_of_person(
    unit: UnitOfWork, person_id: int, *, first: date, last: date
) -> list[AssignedMeeting]:
    """Returns a cadre's meetings from `first` to `last`, by day and hour."""
    rows = await unit.all(
        _select()
        .where(table.c.person_id == person_id, _day.between(first, last))
        .order_by(_day, meeting.c.start_time, table.c.meeting_id)
    )
    return [_assigned(row) for row in rows]


async def list_in_scopes(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    first: date,
    last: date,
) -> list[AssignedMeeting]:
    """Returns everybody's meetings at some chapters and places from `first` to `last`."""
    rows = await unit.all(
        _select()
        .where(in_scopes(chapter_ids, scopes), _day.between(first, last))
        .order_by(_day, meeting.c.start_time, table.c.id)
    )
    return [_assigned(row) for row in rows]


async def last_visits(unit: UnitOfWork, person_id: int, *, before: date) -> dict[int, date]:
    """Returns on which day before another a cadre was at each chapter for the last time."""
    rows = await unit.all(
        select(meeting.c.chapter_id, func.max(_day).label("day"))
        .select_from(table)
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            table.c.person_id == person_id,
            table.c.state.in_(sorted(WENT)),
            _day < before,
        )
        .group_by(meeting.c.chapter_id)
    )
    return {row.chapter_id: row.day for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAfter:
    """Which chapters are looked at: those in sight, at a place and of some kinds."""

    path: str
    chapter_ids: Collection[int]
    scopes: Sequence[Scope]
    only: Only


async def list_unvisited(
    unit: UnitOfWork, of: LookedAfter, *, since: date, today: date
) -> list[int]:
    """Returns the chapters that were there before a day and at which nobody was since then."""
    visited = (
        select(table.c.id)
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            meeting.c.chapter_id == chapter.c.id,
            table.c.state.in_(sorted(WENT)),
            _day >= since,
        )
    )
    rows = await unit.all(
        select(chapter.c.id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            in_scopes(of.chapter_ids, of.scopes),
            of_kinds(chapter.c.kind_id, of.only),
            lies_at(area.c.path, of.path),
            chapter.c.valid_from <= since,
            within(chapter.c.valid_from, chapter.c.valid_to, today),
            ~visited.exists(),
        )
    )
    return [row.id for row in rows]


async def last_visits_at(unit: UnitOfWork, chapter_ids: Collection[int]) -> dict[int, date]:
    """Returns on which day a cadre, or somebody sent, was at each chapter for the last time."""
    rows = await unit.all(
        select(meeting.c.chapter_id, func.max(_day).label("day"))
        .select_from(table)
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(table.c.state.in_(sorted(WENT)), listed(meeting.c.chapter_id, "chapters"))
        .group_by(meeting.c.chapter_id),
        {"chapters": chapter_ids},
    )
    return {row.chapter_id: row.day for row in rows}
