"""The calendar of meetings ahead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from domain.meetings import MeetingState
from storage.directory.areas import travel_there
from storage.directory.chapters import Scope, in_scopes
from storage.meetings.meetings import expected_day
from storage.paths import within
from storage.tables.directory import area, chapter
from storage.tables.meetings import meeting
from storage.unit import UnitOfWork

_AHEAD = (MeetingState.PLANNED, MeetingState.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledMeeting:
    """A meeting still to come, on the day it is expected."""

    meeting_id: int
    chapter_id: int
    chapter_name: str
    day: date
    start_time: str
    duration_min: int
    place: str
    travel_min: int


async def list_between(
    unit: UnitOfWork,
    *,
    chapter_ids: Collection[int],
    scopes: Sequence[Scope],
    first: date,
    last: date,
) -> list[ScheduledMeeting]:
    """Returns the meetings expected from `first` to `last` of some chapters, in order of time."""
    rows = await unit.all(
        select(
            meeting.c.id.label("meeting_id"),
            chapter.c.id.label("chapter_id"),
            chapter.c.name.label("chapter_name"),
            expected_day.label("day"),
            meeting.c.start_time,
            meeting.c.duration_min,
            meeting.c.place,
            travel_there(),
        )
        .join(chapter, chapter.c.id == meeting.c.chapter_id)
        .join(area, area.c.id == chapter.c.area_id)
        .where(
            meeting.c.state.in_(_AHEAD),
            expected_day.between(first, last),
            in_scopes(chapter_ids, scopes),
            within(chapter.c.valid_from, chapter.c.valid_to, first),
        )
        .order_by(expected_day, meeting.c.start_time, meeting.c.id)
    )
    return [ScheduledMeeting(**row._mapping) for row in rows]
