"""Attendance of assigned cadres: their own word and the chapter's, apart."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import func, select, update

from domain.meetings import MeetingState
from domain.records import Attendance, EveningMeeting, Presence
from storage.meetings.meetings import expected_day, taken_until
from storage.tables.directory import area, chapter
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting, report
from storage.unit import UnitOfWork

_day = func.coalesce(report.c.held_on, expected_day)


async def ensure(unit: UnitOfWork, pairs: Iterable[tuple[int, int]]) -> None:
    """Makes a row for each (meeting, cadre) that has none."""
    rows = [
        {"meeting_id": meeting_id, "person_id": person_id, "state": Presence.UNCONFIRMED}
        for meeting_id, person_id in pairs
    ]
    if rows:
        await unit.run(unit.insert(table).on_conflict_do_nothing(), rows)


async def list_of(unit: UnitOfWork, meeting_ids: Collection[int]) -> list[Attendance]:
    """Returns the rows of some meetings."""
    rows = await unit.all(select(table).where(table.c.meeting_id.in_(sorted(meeting_ids))))
    return [
        Attendance(
            meeting_id=row.meeting_id,
            person_id=row.person_id,
            state=Presence(row.state),
            confirmed_at=row.confirmed_at,
            leader_word=row.leader_word,
        )
        for row in rows
    ]


async def set_leader_word(unit: UnitOfWork, meeting_id: int, word: str | None) -> None:
    """Writes what the chapter says of its cadres at a meeting."""
    await unit.run(update(table).where(table.c.meeting_id == meeting_id).values(leader_word=word))


async def list_evening(unit: UnitOfWork, person_id: int, day: date) -> list[EveningMeeting]:
    """Returns the meetings of one day to which a cadre is assigned, by hour and name."""
    rows = await unit.all(
        select(
            table.c.meeting_id,
            chapter.c.name.label("chapter_name"),
            area.c.name.label("area_name"),
            meeting.c.start_time,
            meeting.c.duration_min,
            _day.label("day"),
            taken_until.label("closes_on"),
            table.c.state,
            table.c.leader_word,
            (meeting.c.state == MeetingState.HELD).label("is_held"),
        )
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            table.c.person_id == person_id, _day == day, meeting.c.state != MeetingState.NOT_HELD
        )
        .order_by(meeting.c.start_time, chapter.c.name)
    )
    return [EveningMeeting(**{**row._mapping, "state": Presence(row.state)}) for row in rows]


async def confirm(
    unit: UnitOfWork,
    person_id: int,
    *,
    evening: Collection[int],
    ticked: Collection[int],
    now: datetime,
) -> None:
    """Writes a cadre's word on the meetings of an evening; not ticked is not confirmed."""
    mine = table.c.person_id == person_id
    untick = table.c.meeting_id.in_(sorted(set(evening) - set(ticked)))
    await unit.run(
        update(table)
        .where(mine, untick, table.c.state == Presence.ATTENDED)
        .values(state=Presence.UNCONFIRMED, confirmed_at=None, confirmed_by=None)
    )
    await unit.run(
        update(table)
        .where(mine, table.c.meeting_id.in_(sorted(ticked)))
        .values(state=Presence.ATTENDED, confirmed_at=now, confirmed_by=person_id)
    )
