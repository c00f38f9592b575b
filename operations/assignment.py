"""Keeps the rows of attendance in step with who is assigned to which chapter."""

from collections.abc import Collection, Iterable
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState
from domain.people import Role
from storage import Unit, attendance, meetings, people
from storage.people import Holder


async def cadres_of(unit: Unit, chapter_id: int, *, day: date) -> tuple[Holder, ...]:
    """Returns the cadres assigned to a chapter on `day`."""
    found = await people.holders(unit, [chapter_id], roles=[Role.CADRE], day=day)
    return found.get(chapter_id, ())


async def sync_attendance(unit: Unit, chapters: Iterable[Chapter], *, today: date) -> None:
    """Gives every planned meeting still ahead a row for each cadre assigned today, no others."""
    chapter_ids = {chapter.id for chapter in chapters}
    await unit.flush()
    planned = [
        one
        for one in await meetings.list_open(unit, chapter_ids, today=today)
        if one.state is MeetingState.PLANNED and (one.day is None or one.day >= today)
    ]
    assigned = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=today)
    wanted = {
        (one.id, holder.person.id)
        for one in planned
        for holder in assigned.get(one.chapter_id, ())
    }
    there = {
        (row.meeting_id, row.person_id)
        for row in await attendance.list_of(unit, [one.id for one in planned])
    }
    await attendance.ensure(unit, wanted - there)
    await attendance.remove_untouched(unit, there - wanted)


async def ensure_attendance(unit: Unit, meeting: Meeting, cadres: Collection[Holder]) -> None:
    """Makes the missing rows of one meeting."""
    await attendance.ensure(unit, {(meeting.id, one.person.id) for one in cadres})
