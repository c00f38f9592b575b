"""Keeps the rows of attendance in step with who is assigned to which chapter."""

from collections.abc import Collection, Iterable
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingState
from domain.people import Role
from storage import Unit, attendance, meetings, pauses, people
from storage.people import Holder

_AHEAD = (MeetingState.PLANNED, MeetingState.MOVED)


def on_duty(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Returns the holders without those for whom another of them stands in."""
    there = tuple(holders)
    away = {one.post.stands_in_for for one in there}
    return tuple(one for one in there if one.post.id not in away)


async def cadres_of(unit: Unit, chapter_id: int, *, day: date) -> tuple[Holder, ...]:
    """Returns the cadres who look after a chapter on `day`, a stand-in instead of the absent."""
    found = await people.holders(unit, [chapter_id], roles=[Role.CADRE], day=day)
    return on_duty(found.get(chapter_id, ()))


async def sync_attendance(unit: Unit, chapters: Iterable[Chapter], *, today: date) -> None:
    """Gives every meeting still ahead a row for each cadre assigned today, no others."""
    chapter_ids = {chapter.id for chapter in chapters}
    await unit.flush()
    planned = [
        one
        for one in await meetings.list_open(unit, chapter_ids, today=today)
        if one.state in _AHEAD and (one.day is None or one.day >= today)
    ]
    assigned = await people.holders(unit, chapter_ids, roles=[Role.CADRE], day=today)
    wanted = {
        (one.id, holder.person.id)
        for one in planned
        for holder in on_duty(assigned.get(one.chapter_id, ()))
    }
    wanted -= await _on_leave(unit, planned, wanted)
    there = {
        (row.meeting_id, row.person_id)
        for row in await attendance.list_of(unit, [one.id for one in planned])
    }
    await attendance.ensure(unit, wanted - there)
    await attendance.remove_untouched(unit, there - wanted)


async def _on_leave(
    unit: Unit, planned: Collection[Meeting], wanted: Collection[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Returns those of the pairs (meeting, cadre) where the cadre is on leave that day."""
    days = {one.id: one.day for one in planned if one.day is not None}
    if not days:
        return set()
    leaves = await pauses.list_leaves(
        unit, {person for _, person in wanted}, first=min(days.values()), last=max(days.values())
    )
    return {
        (meeting, person)
        for meeting, person in wanted
        if meeting in days
        and any(one.person_id == person and one.covers(days[meeting]) for one in leaves)
    }


async def ensure_attendance(unit: Unit, meeting: Meeting, cadres: Collection[Holder]) -> None:
    """Makes the missing rows of one meeting."""
    await attendance.ensure(unit, {(meeting.id, one.person.id) for one in cadres})
