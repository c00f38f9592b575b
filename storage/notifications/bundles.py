"""What cadres are told of once a day: read for all of them at once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, and_, case, exists, func, select, union

from domain.calendar import Period, parse_period
from domain.chapters import Recording, ids_of
from domain.meetings import MeetingState, MeetingType
from domain.people import Role
from domain.records import Presence
from domain.report import PROPOSAL, ReportState
from storage.meetings.meetings import expected_day, has_begun, taken_until
from storage.messages import sent_to
from storage.paths import within
from storage.tables.directory import address, area, chapter, chapter_kind, person, post
from storage.tables.meetings import attendance, difficulty, meeting, report
from storage.unit import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """A report that came in or was changed."""

    meeting_id: int
    chapter_id: int
    chapter_name: str
    area_name: str
    state: ReportState
    held_on: date | None
    moved_to: date | None
    present: int | None
    expected: int
    on_time: bool
    version: int
    difficulties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentLeader:
    """A leader with an overdue report whom `count` reminders reached and who did nothing."""

    chapter_id: int
    chapter_name: str
    area_name: str
    name: str
    phone: str | None
    due_on: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLeader:
    """A leader who has no reachable address any more."""

    chapter_id: int
    chapter_name: str
    name: str
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateCount:
    """How many reports of a period somebody waits for in vain, `newly` so of them."""

    person_id: int
    period: Period
    late: int
    newly: int


_PLACED = (
    chapter.c.id.label("chapter_id"),
    chapter.c.name.label("chapter_name"),
    area.c.name.label("area_name"),
)


async def list_reports(unit: UnitOfWork, *, since: datetime, until: datetime) -> list[NewReport]:
    """Returns every report sent or changed after `since` and up to `until`, by place."""
    told = (
        select(func.count())
        .where(
            difficulty.c.report_id == report.c.id,
            difficulty.c.state != "withdrawn",
            difficulty.c.category != PROPOSAL,
        )
        .scalar_subquery()
    )
    rows = await unit.all(
        select(
            *_PLACED,
            report.c.meeting_id,
            report.c.state,
            report.c.held_on,
            meeting.c.moved_to,
            report.c.present,
            (report.c.total - report.c.exempt).label("expected"),
            report.c.on_time,
            report.c.version,
            told.label("difficulties"),
        )
        .join(meeting, meeting.c.id == report.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(report.c.sent_at > since, report.c.sent_at <= until)
        .order_by(area.c.path, chapter.c.id, report.c.id)
    )
    return [NewReport(**{**row._mapping, "state": ReportState(row.state)}) for row in rows]


async def count_unconfirmed(
    unit: UnitOfWork, days: Collection[date], *, clock: datetime
) -> dict[tuple[int, date], int]:
    """Returns how many meetings of each day each cadre of today has still to confirm.

    Only those whose hour has come on the local clock are to be confirmed.
    """
    today = clock.date()
    is_cadre = exists().where(
        post.c.person_id == attendance.c.person_id,
        post.c.role == Role.CADRE,
        within(post.c.valid_from, post.c.valid_to, today),
    )
    day = func.coalesce(report.c.held_on, expected_day)
    rows = await unit.all(
        select(attendance.c.person_id, day.label("day"), func.count().label("number"))
        .join(meeting, meeting.c.id == attendance.c.meeting_id)
        .outerjoin(report, report.c.meeting_id == meeting.c.id)
        .where(
            attendance.c.state == Presence.UNCONFIRMED,
            meeting.c.state != MeetingState.NOT_HELD,
            taken_until >= today,
            attendance.c.meeting_id.in_(_may_fall_on(sorted(days))),
            day.in_(sorted(days)),
            has_begun(day, clock),
            is_cadre,
        )
        .group_by(attendance.c.person_id, day)
    )
    return {(row.person_id, row.day): row.number for row in rows}


def _may_fall_on(days: Sequence[date]) -> CompoundSelect[Any]:
    """Selects what is planned, moved or reported for one of some days, each by its index."""
    planned = select(meeting.c.id).where(meeting.c.planned_on.in_(days))
    moved = select(meeting.c.id).where(meeting.c.moved_to.in_(days))
    return union(planned, moved, select(report.c.meeting_id).where(report.c.held_on.in_(days)))


async def list_lost(
    unit: UnitOfWork, *, since: datetime, until: datetime, today: date
) -> list[LostLeader]:
    """Returns the leaders whose last address stopped answering in that time."""
    lost = exists().where(
        address.c.person_id == post.c.person_id,
        address.c.unreachable_at > since,
        address.c.unreachable_at <= until,
    )
    reached = exists().where(address.c.person_id == post.c.person_id, address.c.reachable)
    rows = await unit.all(
        select(
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            person.c.name,
            person.c.phone,
        )
        .join(post, and_(post.c.chapter_id == chapter.c.id, post.c.role == Role.LEADER))
        .join(person, person.c.id == post.c.person_id)
        .where(within(post.c.valid_from, post.c.valid_to, today), lost, ~reached)
        .order_by(chapter.c.id, post.c.id)
    )
    return [LostLeader(**row._mapping) for row in rows]


async def list_silent(
    unit: UnitOfWork, *, since: datetime, until: datetime, after: int, first: date, today: date
) -> list[SilentLeader]:
    """Returns the leaders with an overdue report who left `after` reminders unanswered.

    Each is told of once: when the report has become overdue, from `first` on, or with the
    reminder number `after`, whichever comes later.
    """
    rows = await unit.all(_overdue(today))
    reminded = await sent_to.list_reminded(unit, since=since, until=until)
    newly = {row.person_id for row in rows if row.due_on >= first}
    asked = {row.person_id for row in rows} & (newly | set(reminded))
    now_unanswered = await sent_to.count_unanswered(unit, asked, until=until)
    before = await sent_to.count_unanswered(unit, asked, until=since)
    return [
        SilentLeader(
            chapter_id=row.chapter_id,
            chapter_name=row.chapter_name,
            area_name=row.area_name,
            name=row.name,
            phone=row.phone,
            due_on=row.due_on,
            count=now_unanswered[row.person_id],
        )
        for row in rows
        if now_unanswered.get(row.person_id, 0) >= after
        and (row.due_on >= first or before.get(row.person_id, 0) < after)
    ]


def _overdue(today: date) -> Select[Any]:
    """Selects the oldest overdue report of each chapter, with its leaders."""
    return (
        select(
            *_PLACED,
            person.c.id.label("person_id"),
            person.c.name,
            person.c.phone,
            func.min(meeting.c.due_on).label("due_on"),
        )
        .select_from(meeting)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(post, and_(post.c.chapter_id == chapter.c.id, post.c.role == Role.LEADER))
        .join(person, person.c.id == post.c.person_id)
        .where(
            meeting.c.state == MeetingState.PLANNED,
            meeting.c.type == MeetingType.REGULAR,
            meeting.c.due_on < today,
            taken_until >= today,
            within(post.c.valid_from, post.c.valid_to, today),
        )
        .group_by(chapter.c.id, chapter.c.name, area.c.name, person.c.id, post.c.id)
        .order_by(chapter.c.id, post.c.id)
    )


async def count_late(
    unit: UnitOfWork, person_ids: Collection[int], *, since: date, today: date
) -> list[LateCount]:
    """Returns what staff wait for in their places; what fell due from `since` on is new."""
    posts = await _posts_by_place(unit, person_ids, today)
    counts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for row in await unit.all(_late(since, today)) if posts else ():
        waiting = {
            item.person_id
            for area_id in ids_of(row.path)
            for item in posts.get(area_id, ())
            if item.kind_id in (None, row.kind_id) and item.association in (None, row.association)
        }
        for person_id in waiting:
            counts[person_id, row.period].update(late=row.late, newly=row.newly)
    return [
        LateCount(person_id=person_id, period=parse_period(period), **found)
        for (person_id, period), found in sorted(counts.items())
    ]


async def _posts_by_place(
    unit: UnitOfWork, person_ids: Collection[int], today: date
) -> Mapping[int, Sequence[Row[Any]]]:
    """Returns the posts of staff by the place that they are for."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in await unit.all(
        select(post.c.person_id, post.c.area_id, post.c.kind_id, post.c.association).where(
            post.c.role == Role.STAFF,
            post.c.person_id.in_(sorted(person_ids)),
            within(post.c.valid_from, post.c.valid_to, today),
        )
    ):
        found[row.area_id].append(row)
    return found


def _late(since: date, today: date) -> Select[Any]:
    """Counts the late meetings of each place, kind and period, in one pass over them."""
    return (
        select(
            area.c.path,
            chapter.c.kind_id,
            chapter_kind.c.association,
            meeting.c.period,
            func.count().label("late"),
            func.count(case((meeting.c.due_on >= since, meeting.c.id))).label("newly"),
        )
        .select_from(meeting)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(chapter_kind, chapter_kind.c.id == chapter.c.kind_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            meeting.c.state == MeetingState.PLANNED,
            meeting.c.type == MeetingType.REGULAR,
            meeting.c.due_on < today,
            taken_until >= today,
            chapter_kind.c.recording != Recording.OFF,
        )
        .group_by(area.c.path, chapter.c.kind_id, chapter_kind.c.association, meeting.c.period)
    )
