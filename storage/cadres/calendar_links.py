"""Links to personal calendars, known by the hash of their token, and what they show."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, exists, false, func, or_, select

from domain.calendar_feed import FeedEntry
from domain.meetings import MeetingState
from domain.visits import Intent
from storage.meetings.meetings import expected_day
from storage.paths import within
from storage.tables.cadres import calendar_link as table
from storage.tables.directory import chapter, post
from storage.tables.meetings import attendance, meeting, report
from storage.unit import UnitOfWork

_day: ColumnElement[date] = func.coalesce(report.c.held_on, expected_day)


async def put(unit: UnitOfWork, person_id: int, token_hash: str, *, now: datetime) -> None:
    """Gives a person a link; the one before no longer works."""
    await remove(unit, person_id)
    await unit.add(table, person_id=person_id, token_hash=token_hash, created_at=now)


async def remove(unit: UnitOfWork, person_id: int) -> bool:
    """Takes a person's link back; False if there was none."""
    return await unit.run(delete(table).where(table.c.person_id == person_id)) > 0


async def remove_without_post(unit: UnitOfWork, *, today: date) -> int:
    """Takes back the links of people who hold no post any more; returns how many."""
    holds = exists().where(
        post.c.person_id == table.c.person_id,
        within(post.c.valid_from, post.c.valid_to, today),
    )
    return await unit.run(delete(table).where(~holds))


async def find_person(unit: UnitOfWork, token_hash: str) -> int | None:
    """Returns whose calendar a token opens."""
    found = await unit.scalar(select(table.c.person_id).where(table.c.token_hash == token_hash))
    return None if found is None else int(found)


async def find_since(unit: UnitOfWork, person_id: int) -> datetime | None:
    """Returns when a person's link was made, None if there is none."""
    row = await unit.first(select(table.c.created_at).where(table.c.person_id == person_id))
    return row.created_at if row else None


async def list_entries(
    unit: UnitOfWork, person_id: int, chapter_ids: Collection[int], *, first: date, last: date
) -> list[FeedEntry]:
    """Returns the meetings of some chapters, and those a person is assigned or sent to."""
    own = exists().where(
        attendance.c.meeting_id == meeting.c.id,
        or_(
            attendance.c.substitute_id == person_id,
            (attendance.c.person_id == person_id)
            & func.coalesce(attendance.c.planned, "").not_in([Intent.DECLINED, Intent.SENDING]),
        ),
    )
    led = meeting.c.chapter_id.in_(sorted(chapter_ids)) if chapter_ids else false()
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            meeting.c.place,
            _day.label("day"),
            meeting.c.start_time,
            meeting.c.duration_min,
            (meeting.c.state == MeetingState.NOT_HELD).label("is_off"),
            func.coalesce(report.c.version, 0).label("revision"),
        )
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(_day.between(first, last), or_(own, led))
        .order_by(_day, meeting.c.start_time, meeting.c.id)
    )
    return [FeedEntry(**row._mapping) for row in rows]
