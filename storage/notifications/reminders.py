"""Which meetings leaders are reminded of: read for everybody at once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Row,
    Select,
    String,
    and_,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union,
)

from domain.calendar import Period, parse_period
from domain.meetings import MeetingState
from domain.people import Role
from domain.reminders import OpenMeeting
from storage.meetings.meetings import expected_day, looked_up_state, taken_until
from storage.meetings.pauses import is_on_leave
from storage.messages import outbox
from storage.paths import within
from storage.tables.directory import address, chapter, chapter_kind, post
from storage.tables.mail import outbox as sent
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

# Stands for a number in a key; no day has as many digits.
_ANYBODY = 10**9
_END, _END_AGAIN = "end", "end2"
_AWAITED = (MeetingState.PLANNED, MeetingState.MOVED)
_leader = post.alias("leader")
_stand_in = post.alias("stand_in")
_other = post.alias("other")
_near = meeting.alias("near")
_NEAR = select(
    _near.c.id,
    _near.c.chapter_id,
    # As an expression for the same reason as `looked_up_state`.
    _near.c.state.concat("").label("state"),
    func.coalesce(_near.c.moved_to, _near.c.planned_on).label("day"),
    _near.c.period,
    _near.c.start_time,
    _near.c.duration_min,
    func.coalesce(_near.c.reopened_until, _near.c.closes_on).label("taken_until"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """A meeting without a report, and somebody who could report it.

    `has_others` says that the person reports for other chapters too, `told_now` that this is
    known to have stood in a message after the end of a meeting of today.
    """

    meeting: OpenMeeting
    person_id: int
    chapter_name: str
    place: str
    due_on: date
    has_others: bool = False
    told_now: bool = False


def morning_key(person_id: int, day: date) -> str:
    """Returns the key under which a person's reminder of one morning is queued, once."""
    return f"remind:{person_id}:{day.isoformat()}:morning"


def end_key(person_id: int, day: date, *, again: bool = False) -> str:
    """Returns the key under which a person is told that a day's meetings are over, once.

    What was moved to that day afterwards is told `again`.
    """
    return f"remind:{person_id}:{day.isoformat()}:{_END_AGAIN if again else _END}"


def is_morning_key(key: str | None) -> bool:
    """True for the keys that `morning_key` makes."""
    return (key or "").partition("#")[0].endswith(":morning")


def day_of_end_key(key: str) -> date | None:
    """Returns the day whose end a reminder followed, None for the reminder of a morning."""
    _, _, day, sort = key.partition("#")[0].split(":")
    return date.fromisoformat(day) if sort in (_END, _END_AGAIN) else None


def person_of_key(key: str | None) -> int | None:
    """Returns whom a reminder is for, None if the key belongs to something else."""
    name, _, rest = (key or "").partition(":")
    return int(rest.partition(":")[0]) if name == "remind" else None


def _is_queued(key: Callable[[int, date], str], day: date) -> ColumnElement[bool]:
    """Returns the condition that a message to the holder of a post is in the outbox."""
    before, after = key(_ANYBODY, day).split(str(_ANYBODY))
    whole = literal(before) + cast(post.c.person_id, String) + literal(after)
    return exists().where(sent.c.dedupe_key.in_([whole, whole + literal("#1")]))


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


def _has_others(today: date) -> ColumnElement[bool]:
    """Returns the condition that a post's holder reports for another chapter too."""
    return exists().where(
        _other.c.person_id == post.c.person_id,
        _other.c.chapter_id != post.c.chapter_id,
        _other.c.role.in_((Role.LEADER, Role.DEPUTY)),
        within(_other.c.valid_from, _other.c.valid_to, today),
    )


def _select(today: date) -> Select[Any]:
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
            _has_others(today).label("has_others"),
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


def _on(days: Collection[date], periods: Collection[Period]) -> CTE:
    """Returns the meetings on one of `days`, or without a day in `periods`.

    Each part is found by an index of its own, and first: without statistics a database would
    begin elsewhere.
    """
    some, months = sorted(days), [str(period) for period in periods]
    day = func.coalesce(_near.c.moved_to, _near.c.planned_on)
    is_dayless = and_(_near.c.planned_on.is_(None), day.is_(None))
    parts = [
        _NEAR.where(_near.c.moved_to.in_(some)),
        _NEAR.where(_near.c.planned_on.in_(some), day.in_(some)),
        *([_NEAR.where(is_dayless, _near.c.period.in_(months))] if months else []),
    ]
    return union(*parts).cte("near")


async def list_near_people(
    unit: UnitOfWork, *, today: date, days: Collection[date], periods: Collection[Period]
) -> list[tuple[int, OpenMeeting]]:
    """Returns the meetings on `days`, or without a day in `periods`, with who might be asked.

    That is whoever has a post there, can be reached and was not told everything today: little
    is read, to find out about whom to read more.
    """
    found = _on(days, periods)
    statement = (
        select(found, post.c.person_id)
        .join(post, post.c.chapter_id == found.c.chapter_id)
        .where(
            found.c.state.in_(_AWAITED),
            found.c.taken_until >= today,
            post.c.role.in_((Role.LEADER, Role.DEPUTY)),
            within(post.c.valid_from, post.c.valid_to, today),
            _is_reachable(post.c.person_id),
            or_(
                ~_is_queued(morning_key, today),
                # Something may have been moved to today after the day's message.
                and_(found.c.day == today, or_(~_is_queued(end_key, today), _has_others(today))),
            ),
        )
        .order_by(found.c.day, found.c.start_time, found.c.id, post.c.id)
    )
    await unit.plan_afresh()
    return [(row.person_id, _open_meeting(row)) for row in await unit.all(statement)]


async def list_of_meetings(
    unit: UnitOfWork, meeting_ids: Collection[int], *, today: date
) -> list[Reminding]:
    """Returns those of the meetings that are awaited, with who is asked and can be reached."""
    wanted = meeting.c.id.in_(sorted(meeting_ids))
    return await _read(unit, today, wanted) if meeting_ids else []


async def list_awaited(
    unit: UnitOfWork, meeting_ids: Collection[int], *, person_ids: Collection[int], today: date
) -> list[Reminding]:
    """Returns those of the meetings that these people could still report."""
    found = await list_of_meetings(unit, meeting_ids, today=today)
    return [reminding for reminding in found if reminding.person_id in person_ids]


async def list_coming(
    unit: UnitOfWork, person_ids: Collection[int], *, today: date
) -> list[Reminding]:
    """Returns the meetings of which people are or may be reminded from today on."""
    wanted = post.c.person_id.in_(sorted(person_ids))
    return await _read(unit, today, wanted) if person_ids else []


async def list_near(unit: UnitOfWork, *, today: date, reach: timedelta) -> list[OpenMeeting]:
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


async def _read(unit: UnitOfWork, today: date, *where: ColumnElement[bool]) -> list[Reminding]:
    """Reads meetings, then whether yesterday's messages went out to their people."""
    await unit.plan_afresh()
    rows = await unit.all(_select(today).where(*where))
    yesterday = today - timedelta(days=1)
    keys = {
        *(morning_key(row.person_id, yesterday) for row in rows if row.day and row.day > today),
        *(end_key(row.person_id, yesterday) for row in rows if row.day == yesterday),
    }
    told = await outbox.list_known(unit, keys)
    return [
        Reminding(
            meeting=_open_meeting(
                row,
                told_ahead=morning_key(row.person_id, yesterday) in told,
                told_at_end=end_key(row.person_id, yesterday) in told,
            ),
            person_id=row.person_id,
            chapter_name=row.chapter_name,
            place=row.place,
            due_on=row.due_on,
            has_others=bool(row.has_others),
        )
        for row in rows
    ]


def _open_meeting(
    row: Row[Any], *, told_ahead: bool = False, told_at_end: bool = False
) -> OpenMeeting:
    return OpenMeeting(
        id=row.id,
        day=row.day,
        period=parse_period(row.period),
        start_time=row.start_time,
        duration_min=row.duration_min,
        told_ahead=told_ahead,
        told_at_end=told_at_end,
    )
