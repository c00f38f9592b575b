"""What cadres say of the meetings ahead."""

from datetime import date
from typing import Any

from sqlalchemy import Row, Select, or_, select

from domain.meetings import MeetingState
from domain.visits import Intent, Visit
from storage.meetings import expected_day
from storage.tables.directory import area, chapter, person
from storage.tables.meetings import attendance as table
from storage.tables.meetings import meeting
from storage.unit import Unit

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
    unit: Unit, *, first: date, last: date, person_id: int | None = None
) -> list[Visit]:
    """Returns the visits from `first` to `last`, everybody's or one's own, by day and hour."""
    statement = _select().where(expected_day.between(first, last))
    if person_id is not None:
        statement = statement.where(
            or_(table.c.person_id == person_id, table.c.substitute_id == person_id)
        )
    return [_visit(row) for row in await unit.all(statement)]
