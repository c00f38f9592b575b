"""Shows chapters of past meetings under the names and places they had then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting
from storage import UnitOfWork
from storage.directory import pasts
from storage.directory.pasts import state_on


async def as_then(unit: UnitOfWork, pairs: Sequence[tuple[Chapter, Meeting]]) -> list[Chapter]:
    """Returns each chapter as it was named and placed on the day of its meeting."""
    once = await pasts.chapters_then(unit, {chapter.id for chapter, _ in pairs})
    states = [
        (chapter, state_on(once.get(chapter.id, ()), _day(meeting)), _day(meeting))
        for chapter, meeting in pairs
    ]
    places = {was.area_id if was else chapter.area_id for chapter, was, _ in states}
    names = await pasts.area_names(unit, places)
    return [
        replace(
            chapter,
            name=was.name if was else chapter.name,
            area_name=names[was.area_id if was else chapter.area_id].on(day),
        )
        for chapter, was, day in states
    ]


def _day(meeting: Meeting) -> date:
    return meeting.day or meeting.period.last_day
