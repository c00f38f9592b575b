"""Which meetings leaders are reminded of: read for everybody at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    Select,
    String,
    and_,
    cast,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    union_all,
)

from domain.calendar import Period, parse_period
from domain.meetings import MeetingState
from domain.people import Role
from domain.reminders import OpenMeeting
from storage.areas import within
from storage.meetings import expected_day, looked_up_state, taken_until
from storage.pauses import is_on_leave
from storage.tables.directory import address, chapter, chapter_kind, post
from storage.tables.mail import outbox
from storage.tables.meetings import meeting
from storage.unit import Unit

_AWAITED = (MeetingState.PLANNED, MeetingState.MOVED)
_leader = post.alias("leader")
_stand_in = post.alias("stand_in")
_near = meeting.alias("near")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """A meeting without a report, and somebody who could report it."""

    meeting: OpenMeeting
    person_id: int
    chapter_name: str
    place: str
    due_on: date


def morning_key(person_id: int, day: date) -> str:
    """Returns the key under which a person's reminder of one morning is queued, once."""
    return f"remind:{person_id}:{day.isoformat()}:morning"


def end_key(person_id: int, day: date) -> str:
    """Returns the key under which a person is told that a day's meetings are over, once."""
    return f"remind:{person_id}:{day.isoformat()}:end"


def is_morning_key(key: str | None) -> bool:
    """True for the keys that `morning_key` makes."""
    return (key or "").partition("#")[0].endswith(":morning")


def person_of_key(key: str | None) -> int | None:
    """Returns whom a reminder is for, None if the key belongs to something else."""
    name, _, rest = (key or "").partition(":")
    return int(rest.partition(":")[0]) if name == "remind" else None


def _queued(*parts: ColumnElement[str]) -> ColumnElement[bool]:
    """Returns the condition that a key, or the first part of it, is in the outbox."""
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return exists().where(outbox.c.dedupe_key.in_([whole, whole + literal("#1")]))


def _morning_queued(day: date) -> ColumnElement[bool]:
    person = cast(post.c.person_id, String)
    return _queued(literal("remind:"), person, literal(f":{day.isoformat()}:morning"))


def _end_queued(day: date) -> ColumnElement[bool]:
    person = cast(post.c.person_id, String)
    return _queued(literal("remind:"), person, literal(f":{day.isoformat()}:end"))


def _is_reachable(person: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(
        address.c.person_id == person, address.c.reachable, address.c.in_group.is_(False)
    )


def _is_away(held: FromClause, today: date) -> ColumnElement[bool]:
    """Returns the condition that somebody stands in for the holder of a post."""
    return exists().where(
        _stand_in.c.stands_in_for == held.c.id,
        within(_stand_in.c.valid_from, _stand_in.c.valid_to, today),
    )


def _is_asked(today: date) -> ColumnElement[bool]:
    """Returns the condition that a post's holder is asked: a deputy for want of a leader."""
    leader_is_reached = exists().where(
        _leader.c.chapter_id == chapter.c.id,
        _leader.c.role == Role.LEADER,
        within(_leader.c.valid_from, _leader.c.valid_to, today),
        _is_reachable(_leader.c.person_id),
        ~_is_away(_leader, today),
        ~is_on_leave(_leader.c.person_id, today),
    )
    return or_(post.c.role == Role.LEADER, and_(post.c.role == Role.DEPUTY, ~leader_is_reached))


def _select(today: date) -> Select[Any]:
    yesterday = today - timedelta(days=1)
    return (
        select(
            meeting.c.id,
            expected_day.label("day"),
            meeting.c.period,
            meeting.c.start_time,
            meeting.c.duration_min,
            meeting.c.place,
            meeting.c.due_on,
            chapter.c.name.label("chapter_name"),
            post.c.person_id,
            _morning_queued(yesterday).label("told_ahead"),
            and_(expected_day == yesterday, _end_queued(yesterday)).label("told_at_end"),
        )
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(post, post.c.chapter_id == chapter.c.id)
        .where(
            looked_up_state.in_(_AWAITED),
            taken_until >= today,
            chapter_kind.c.recording != "off",
            # The last report of a chapter that has ended since is still asked for.
            within(chapter.c.valid_from, chapter.c.valid_to, func.coalesce(expected_day, today)),
            within(post.c.valid_from, post.c.valid_to, today),
            _is_asked(today),
            ~_is_away(post, today),
            ~is_on_leave(post.c.person_id, today),
            _is_reachable(post.c.person_id),
        )
        .order_by(expected_day, meeting.c.start_time, meeting.c.id, post.c.id)
    )


def _on(days: Collection[date], periods: Collection[Period]) -> ColumnElement[bool]:
    """Returns the condition that a meeting is on one of `days`, or has no day in `periods`.

    Each is found by an index of its own, and first: without statistics SQLite would begin
    elsewhere.
    """
    some, months = sorted(days), [str(period) for period in periods]
    on_day = func.coalesce(_near.c.moved_to, _near.c.planned_on).in_(some)
    dayless = and_(_near.c.planned_on.is_(None), _near.c.period.in_(months) if months else false())
    on_no_day = func.coalesce(_near.c.moved_to, _near.c.planned_on).is_(None)
    found = union_all(
        select(_near.c.id).where(_near.c.moved_to.in_(some)),
        select(_near.c.id).where(_near.c.planned_on.in_(some), on_day),
        select(_near.c.id).where(dayless, on_no_day),
    )
    return meeting.c.id.in_(found)


async def list_for_morning(
    unit: Unit, *, today: date, days: Collection[date], periods: Collection[Period]
) -> list[Reminding]:
    """Returns what a message of this morning could name, for people who have not had it."""
    statement = _select(today).where(_on(days, periods), ~_morning_queued(today))
    return [_reminding(row) for row in await unit.all(statement)]


async def list_for_end(unit: Unit, *, today: date) -> list[Reminding]:
    """Returns today's meetings whose people have not been told that they are over."""
    statement = _select(today).where(_on([today], ()), ~_end_queued(today))
    return [_reminding(row) for row in await unit.all(statement)]


async def list_of_meetings(
    unit: Unit, meeting_ids: Collection[int], *, today: date
) -> list[Reminding]:
    """Returns those of the meetings that are awaited, with who is asked and can be reached."""
    statement = _select(today).where(meeting.c.id.in_(sorted(meeting_ids)))
    return [_reminding(row) for row in await unit.all(statement)] if meeting_ids else []


async def list_awaited(
    unit: Unit, meeting_ids: Collection[int], *, person_ids: Collection[int], today: date
) -> list[Reminding]:
    """Returns those of the meetings that these people could still report."""
    statement = _select(today).where(
        meeting.c.id.in_(sorted(meeting_ids)), post.c.person_id.in_(sorted(person_ids))
    )
    return [_reminding(row) for row in await unit.all(statement)]


async def list_coming(unit: Unit, person_ids: Collection[int], *, today: date) -> list[Reminding]:
    """Returns the meetings of which people are or may be reminded from today on."""
    statement = _select(today).where(post.c.person_id.in_(sorted(person_ids)))
    return [_reminding(row) for row in await unit.all(statement)] if person_ids else []


async def list_near(unit: Unit, *, today: date, reach: timedelta) -> list[OpenMeeting]:
    """Returns the meetings without a report that lie within `reach` of today, or have no day."""
    first, last = today - reach, today + reach
    rows = await unit.all(
        select(
            meeting.c.id,
            expected_day.label("day"),
            meeting.c.period,
            meeting.c.start_time,
            meeting.c.duration_min,
        ).where(
            meeting.c.state.in_(_AWAITED),
            taken_until >= today,
            or_(expected_day.is_(None), expected_day.between(first, last)),
        )
    )
    return [_open_meeting(row) for row in rows]


def _open_meeting(row: Row[Any]) -> OpenMeeting:
    return OpenMeeting(
        id=row.id,
        day=row.day,
        period=parse_period(row.period),
        start_time=row.start_time,
        duration_min=row.duration_min,
        told_ahead=bool(getattr(row, "told_ahead", False)),
        told_at_end=bool(getattr(row, "told_at_end", False)),
    )


def _reminding(row: Row[Any]) -> Reminding:
    return Reminding(
        meeting=_open_meeting(row),
        person_id=row.person_id,
        chapter_name=row.chapter_name,
        place=row.place,
        due_on=row.due_on,
    )
