"""Who was nudged on which day: nobody twice."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import select

from storage.tables.cadres import nudge as table
from storage.unit import UnitOfWork


async def people_on(unit: UnitOfWork, person_ids: Collection[int], day: date) -> set[int]:
    """Returns those of the people who were nudged on a day."""
    wanted = (table.c.person_id.in_(sorted(person_ids)), table.c.day == day)
    rows = await unit.all(select(table.c.person_id).where(*wanted)) if person_ids else []
    return {row.person_id for row in rows}


async def add(
    unit: UnitOfWork, meetings: Mapping[int, int], *, by: int, day: date, now: datetime
) -> set[int]:
    """Notes nudges, by person with the meeting asked for; returns who had none that day."""
    if not meetings:
        return set()
    values = [
        {"person_id": person_id, "day": day, "meeting_id": meeting_id, "by_id": by, "at": now}
        for person_id, meeting_id in sorted(meetings.items())
    ]
    insert = unit.insert(table).values(values).on_conflict_do_nothing()
    return {row.person_id for row in await unit.all(insert.returning(table.c.person_id))}
