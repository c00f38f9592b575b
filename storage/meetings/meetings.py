"""Meetings: planned by rule, then what became of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Row,
    String,
    and_,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from domain.calendar import Period, parse_period, period_of
from domain.calendar.period import FREQUENCIES
from domain.meetings import Meeting, MeetingState, MeetingType
from domain.plan_diff import AskedMeeting, Plan, Regular
from storage.directory.areas import below
from storage.listed import listed
from storage.tables.directory import area, chapter
from storage.tables.mail import draft
from storage.tables.meetings import attendance, report
from storage.tables.meetings import meeting as table
from storage.unit import UnitOfWork, Values


class PlannedDay(NamedTuple):
    """Of which period a meeting is, and on which day it was planned."""

    chapter_id: int
    period: Period
    planned_on: date | None


expected_day: ColumnElement[date] = func.coalesce(table.c.moved_to, table.c.planned_on)
# On which day what is told with a meeting counts, of one without a day too.
counted_day: ColumnElement[date] = func.coalesce(expected_day, table.c.due_on)
# As an expression, no index serves it: without statistics SQLite would begin with every meeting
# of the land in that state, where a few chapters or days lead there sooner.
looked_up_state: ColumnElement[str] = table.c.state.concat("")
# The last day on which a report is taken, for a period that was opened again too.
taken_until: ColumnElement[date] = func.coalesce(table.c.reopened_until, table.c.closes_on)

_REPORTED = (MeetingState.MOVED, MeetingState.HELD, MeetingState.NOT_HELD)
_BY_ID = select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
_OPEN = (
    select(table)
    .where(
        table.c.chapter_id.in_(bindparam("chapters", expanding=True)),
        taken_until >= bindparam("today"),
    )
    .order_by(table.c.due_on.desc(), table.c.id)
)
# By their text periods of a year come after its months, so that the index gives a range.
_REGULAR = (
    select(
        table.c.id,
        table.c.chapter_id,
        table.c.period,
        table.c.ordinal,
        table.c.state,
        table.c.moved_to,
        *(table.c[name] for name in Plan._fields),
    )
    .where(
        listed(table.c.chapter_id, "chapters"),
        table.c.type == MeetingType.REGULAR,
        table.c.period >= bindparam("since"),
        table.c.closes_on >= bindparam("open"),
    )
    .order_by(table.c.chapter_id, table.c.period, table.c.ordinal)
)
_NEW: dict[str, ColumnElement[Any]] = {
    "chapter_id": chapter.c.id,
    "type": literal(MeetingType.REGULAR.value),
    "period": bindparam("of", type_=String),
    "ordinal": bindparam("number", type_=Integer),
    "planned_on": bindparam("day", type_=Date),
    "start_time": chapter.c.start_time,
    "duration_min": chapter.c.duration_min,
    "place": chapter.c.place,
    "state": literal(MeetingState.PLANNED.value),
    "due_on": bindparam("due", type_=Date),
    "closes_on": bindparam("closing", type_=Date),
}
_AS_PLANNED = select(*_NEW.values()).where(listed(chapter.c.id, "chapters"))
_REPLAN = (
    update(table)
    .where(table.c.id == bindparam("row_id"), table.c.state == MeetingState.PLANNED)
    .values({name: bindparam(f"new_{name}") for name in Plan._fields})
)


def has_begun(day: ColumnElement[date], clock: datetime) -> ColumnElement[bool]:
    """A meeting of that day that is reported, or whose hour has come on the local clock."""
    today = and_(day == clock.date(), table.c.start_time <= f"{clock:%H:%M}")
    return or_(day < clock.date(), today, table.c.state == MeetingState.HELD)


# Periods of several months have a month's meetings in part.
_LONGER = tuple(frequency for frequency in FREQUENCIES if frequency > 1)


def in_month(month: Period) -> ColumnElement[bool]:
    """Returns the condition that a meeting counts in a month (see `domain.expectations`)."""
    values = month_values(month)
    return _in_month(table, lambda name, of_type: literal(values[name], of_type))


def in_given_month(of: FromClause = table) -> ColumnElement[bool]:
    """Returns the same of the month that is given to the statement by its `month_values`."""
    return _in_month(of, lambda name, of_type: bindparam(name, type_=of_type))


def month_values(month: Period) -> dict[str, str | date]:
    """Returns a month, the longer periods in which it lies and which of their days are its."""
    values: dict[str, str | date] = {"month": str(month)}
    for months in _LONGER:
        longer = period_of(month.first_day, months)
        is_first, is_last = month.first_day == longer.first_day, month.last_day == longer.last_day
        values |= {
            f"period_{months}": str(longer),
            f"from_{months}": date.min if is_first else month.first_day,
            f"to_{months}": date.max if is_last else month.last_day,
            f"last_{months}": longer.last_day,
        }
    return values


def _in_month(
    of: FromClause, value: Callable[[str, TypeEngine[Any]], ColumnElement[Any]]
) -> ColumnElement[bool]:
    keys = [value("month", String()), *(value(f"period_{number}", String()) for number in _LONGER)]
    parts: list[ColumnElement[bool]] = [of.c.period == keys[0]]
    for months, key in zip(_LONGER, keys[1:], strict=True):
        first, last, end = (value(f"{name}_{months}", Date()) for name in ("from", "to", "last"))
        # A meeting without a day counts at the end of its period.
        parts.append(
            and_(of.c.period == key, func.coalesce(of.c.planned_on, end).between(first, last))
        )
    return and_(of.c.period.in_(keys), or_(*parts))


def meeting_of(row: Row[Any]) -> Meeting:
    """Returns a meeting row as its value."""
    return Meeting(
        id=row.id,
        chapter_id=row.chapter_id,
        type=MeetingType(row.type),
        period=parse_period(row.period),
        ordinal=row.ordinal,
        planned_on=row.planned_on,
        start_time=row.start_time,
        duration_min=row.duration_min,
        place=row.place,
        state=MeetingState(row.state),
        due_on=row.due_on,
        closes_on=row.reopened_until or row.closes_on,
        reason=row.reason,
        moved_to=row.moved_to,
    )


async def by_ids(unit: UnitOfWork, ids: Collection[int]) -> dict[int, Meeting]:
    """Returns meetings by id."""
    rows = await unit.all(_BY_ID, {"ids": sorted(ids)}) if ids else []
    return {row.id: meeting_of(row) for row in rows}


async def find(unit: UnitOfWork, meeting_id: int) -> Meeting | None:
    """Returns one meeting."""
    return (await by_ids(unit, [meeting_id])).get(meeting_id)


async def list_open(
    unit: UnitOfWork, chapter_ids: Collection[int], *, today: date
) -> list[Meeting]:
    """Returns the meetings of chapters whose periods still take reports, newest due first."""
    values = {"chapters": sorted(chapter_ids), "today": today}
    return [meeting_of(row) for row in await unit.all(_OPEN, values)] if chapter_ids else []


async def list_regular(
    unit: UnitOfWork, chapter_ids: Collection[int], *, since: Period
) -> list[Regular]:
    """Returns the regular meetings of chapters in a month and later, and what reaches into it."""
    rows: Iterable[Any] = await unit.all(
        _REGULAR, {"chapters": chapter_ids, "since": str(since), "open": since.first_day}
    )
    return [
        Regular(
            meeting_id,
            chapter_id,
            parse_period(period),
            ordinal,
            state == MeetingState.PLANNED,
            state in _REPORTED,
            moved_to,
            Plan(*planned),
        )
        for meeting_id, chapter_id, period, ordinal, state, moved_to, *planned in rows
    ]


async def list_planned(unit: UnitOfWork, chapter_ids: Collection[int]) -> list[PlannedDay]:
    """Returns of which period each regular meeting is that chapters ever had."""
    rows = await unit.all(
        select(table.c.chapter_id, table.c.period, table.c.planned_on).where(
            table.c.chapter_id.in_(sorted(chapter_ids)), table.c.type == MeetingType.REGULAR
        )
    )
    return [PlannedDay(row.chapter_id, parse_period(row.period), row.planned_on) for row in rows]


async def add_planned(unit: UnitOfWork, new: Mapping[AskedMeeting, Collection[int]]) -> None:
    """Plans a meeting of chapters at their hour and place; where its number is taken, nothing."""
    rows = [
        {
            "chapters": chapter_ids,
            "of": str(asked.period),
            "number": asked.ordinal,
            "day": asked.planned_on,
            "due": asked.due_on,
            "closing": asked.closes_on,
        }
        for asked, chapter_ids in new.items()
    ]
    if rows:
        insert = unit.insert(table).from_select(list(_NEW), _AS_PLANNED)
        await unit.run(insert.on_conflict_do_nothing(), rows)


async def add_all(unit: UnitOfWork, new: Iterable[Meeting]) -> list[int]:
    """Adds meetings and returns their ids; where the number in a period is taken, nothing."""
    rows = [_row(meeting) for meeting in new]
    if not rows:
        return []
    insert = unit.insert(table).on_conflict_do_nothing().returning(table.c.id)
    return [row.id for row in await unit.all(insert, rows)]


def _row(meeting: Meeting) -> Values:
    return {
        "chapter_id": meeting.chapter_id,
        "type": meeting.type,
        "period": str(meeting.period),
        "ordinal": meeting.ordinal,
        "planned_on": meeting.planned_on,
        "start_time": meeting.start_time,
        "duration_min": meeting.duration_min,
        "place": meeting.place,
        "state": meeting.state,
        "due_on": meeting.due_on,
        "closes_on": meeting.closes_on,
    }


async def last_ordinal(
    unit: UnitOfWork, chapter_id: int, *, period: str, kind: MeetingType
) -> int:
    """Returns the highest number used by a chapter's meetings of a type in a period, else 0."""
    found = await unit.scalar(
        select(func.max(table.c.ordinal)).where(
            table.c.chapter_id == chapter_id, table.c.period == period, table.c.type == kind
        )
    )
    return int(found or 0)


async def list_days_below(unit: UnitOfWork, path: str) -> dict[int, tuple[str, date]]:
    """Returns chapter and day of each planned meeting, at `path` and below, by its id."""
    rows = await unit.all(
        select(table.c.id, chapter.c.name, table.c.planned_on)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(below(path), table.c.state == MeetingState.PLANNED, table.c.planned_on.is_not(None))
        .order_by(table.c.planned_on, table.c.id)
    )
    return {row.id: (row.name, row.planned_on) for row in rows}


def replan_later(unit: UnitOfWork, meeting_id: int, plan: Plan) -> None:
    """Writes the plan of a meeting that nobody has reported, by the end of the transaction."""
    values = {f"new_{name}": value for name, value in plan._asdict().items()}
    unit.buffer(_REPLAN, {"row_id": meeting_id, **values})


async def remove_planned(unit: UnitOfWork, ids: Collection[int]) -> list[int]:
    """Removes planned meetings unless a report was begun; returns the ids of those removed."""
    if not ids:
        return []
    begun = select(draft.c.meeting_id).union(select(report.c.meeting_id))
    doomed = select(table.c.id).where(
        table.c.id.in_(sorted(ids)),
        table.c.state == MeetingState.PLANNED,
        table.c.id.not_in(begun),
    )
    await unit.run(delete(attendance).where(attendance.c.meeting_id.in_(doomed)))
    rows = await unit.all(delete(table).where(table.c.id.in_(doomed)).returning(table.c.id))
    return [row.id for row in rows]


async def settle(
    unit: UnitOfWork,
    meeting_id: int,
    *,
    state: MeetingState,
    reason: str | None,
    moved_to: date | None,
    due_on: date,
) -> None:
    """Writes what became of a meeting."""
    await unit.run(
        update(table)
        .where(table.c.id == meeting_id)
        .values(state=state, reason=reason, moved_to=moved_to, due_on=due_on)
    )


async def close(unit: UnitOfWork, path: str, *, today: date, limit: int) -> list[int]:
    """Marks what nobody reported in periods closed before `today`, at `path` and below."""
    silent = (
        select(table.c.id)
        .join(chapter, chapter.c.id == table.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            table.c.state == MeetingState.PLANNED,
            table.c.closes_on < today,
            taken_until < today,
            below(path),
        )
        .limit(limit)
        .correlate(None)
    )
    rows = await unit.all(
        update(table)
        .where(table.c.id.in_(silent))
        .values(state=MeetingState.UNREPORTED)
        .returning(table.c.id)
    )
    return [row.id for row in rows]


async def list_closed(
    unit: UnitOfWork, chapter_id: int, *, today: date, since: date
) -> list[Meeting]:
    """Returns a chapter's meetings whose periods closed from a day on, newest first."""
    rows = await unit.all(
        select(table)
        .where(
            table.c.chapter_id == chapter_id,
            taken_until < today,
            table.c.closes_on >= since,
        )
        .order_by(table.c.closes_on.desc(), table.c.id)
    )
    return [meeting_of(row) for row in rows]


async def reopen(unit: UnitOfWork, ids: Collection[int], *, until: date) -> None:
    """Lets meetings take reports until a day; what closed in silence waits for one again."""
    mine = table.c.id.in_(sorted(ids))
    await unit.run(update(table).where(mine).values(reopened_until=until))
    silent = table.c.state == MeetingState.UNREPORTED
    await unit.run(update(table).where(mine, silent).values(state=MeetingState.PLANNED))
