"""What cadres say of the meetings ahead."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select, update

from domain.chapters import Chapter, ids_of
from domain.meetings import MeetingState
from domain.people import Role
from domain.visits import Intent, Visit
from storage.directory.areas import below, travel_there
from storage.directory.chapters import of_kinds
from storage.meetings.meetings import expected_day
from storage.meetings.pauses import is_on_leave
from storage.paths import within
from storage.tables.directory import area, chapter, person, post
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_AHEAD = (MeetingState.PLANNED, MeetingState.MOVED)
_substitute = person.alias("substitute")


def _select() -> Select[Any]:
    return (
        select(
            table.c.meeting_id,
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            area.c.name.label("area_name"),
            expected_day.label("day"),
            meeting.c.start_time,
            meeting.c.duration_min,
            meeting.c.place,
            travel_there(),
            table.c.person_id,
            person.c.name.label("person_name"),
            table.c.planned.label("intent"),
            table.c.substitute_id,
            _substitute.c.name.label("substitute_name"),
        )
        .join(meeting, meeting.c.id == table.c.meeting_id)
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .join(person, person.c.id == table.c.person_id)
        .outerjoin(_substitute, _substitute.c.id == table.c.substitute_id)
        .where(meeting.c.state.in_(_AHEAD), expected_day.is_not(None))
        .order_by(expected_day, meeting.c.start_time, area.c.path, table.c.id)
    )


def _visit(row: Row[Any]) -> Visit:
    return Visit(**{**row._mapping, "intent": Intent(row.intent) if row.intent else None})


async def list_between(
    unit: UnitOfWork, *, first: date, last: date, person_id: int | None = None
) -> list[Visit]:
    """Returns the visits from `first` to `last`, everybody's or one's own, by day and hour."""
    statement = _select().where(expected_day.between(first, last))
    if person_id is not None:
        statement = statement.where(
            or_(table.c.person_id == person_id, table.c.substitute_id == person_id)
        )
    return [_visit(row) for row in await unit.all(statement)]


async def list_of_meetings(unit: UnitOfWork, meeting_ids: Collection[int]) -> list[Visit]:
    """Returns the visits of some meetings that are still to come."""
    if not meeting_ids:
        return []
    wanted = table.c.meeting_id.in_(sorted(meeting_ids))
    return [_visit(row) for row in await unit.all(_select().where(wanted))]


async def say(unit: UnitOfWork, before: Visit, after: Visit, *, now: datetime) -> bool:
    """Writes what is said of a visit; False if something else was said meanwhile."""
    return (
        await unit.run(
            update(table)
            .where(
                table.c.meeting_id == before.meeting_id,
                table.c.person_id == before.person_id,
                table.c.planned.is_not_distinct_from(before.intent),
                table.c.substitute_id.is_not_distinct_from(before.substitute_id),
            )
            .values(
                planned=after.intent,
                planned_at=now if after.intent else None,
                substitute_id=after.substitute_id,
            )
        )
        > 0
    )


async def forget(unit: UnitOfWork, meeting_ids: Collection[int]) -> None:
    """Takes back what was said of some meetings: they are on another day now."""
    if meeting_ids:
        await unit.run(
            update(table)
            .where(table.c.meeting_id.in_(sorted(meeting_ids)))
            .values(planned=None, planned_at=None, substitute_id=None)
        )


async def list_candidates(unit: UnitOfWork, to: Chapter, *, around: str, day: date) -> list[int]:
    """Returns the cadres and staff who could go to a chapter on a day.

    They work above it, or in the place at `around`, and for no other association only.
    """
    here = ids_of(to.area_path)
    nearby = select(area.c.id).where(below(around))
    chapters_nearby = select(chapter.c.id).where(chapter.c.area_id.in_(nearby))
    of_kin = select(chapter.c.id).where(of_kinds(chapter.c.kind_id, to.kind.association))
    rows = await unit.all(
        select(person.c.id)
        .join(post, post.c.person_id == person.c.id)
        .where(
            post.c.role.in_([Role.CADRE, Role.STAFF]),
            within(post.c.valid_from, post.c.valid_to, day),
            or_(
                and_(post.c.chapter_id.in_(chapters_nearby), post.c.chapter_id.in_(of_kin)),
                post.c.area_id.in_(here),
                post.c.area_id.in_(nearby),
            ),
            or_(post.c.kind_id.is_(None), of_kinds(post.c.kind_id, to.kind.association)),
            or_(post.c.association.is_(None), post.c.association == to.kind.association),
            ~is_on_leave(person.c.id, day),
        )
        .distinct()
    )
    return [row.id for row in rows]
