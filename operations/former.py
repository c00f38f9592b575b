"""Shows chapters of past meetings under the names and places they had then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.chapters import Chapter
from domain.meetings import Meeting
from storage import Unit, pasts
from storage.pasts import state_on


async def as_then(unit: Unit, pairs: Sequence[tuple[Chapter, Meeting]]) -> list[Chapter]:
    """Returns each chapter as it was named and placed on the day of its meeting."""
    once = await pasts.chapters_then(unit, {chapter.id for chapter, _ in pairs})
    found = []
    for chapter, meeting in pairs:
        day = _day(meeting)
        was = state_on(once.get(chapter.id, ()), day)
        name, area_id = (was.name, was.area_id) if was else (chapter.name, chapter.area_id)
        place = await pasts.area_on(unit, area_id, day)
        found.append(replace(chapter, name=name, area_name=place.name))
    return found


def _day(meeting: Meeting) -> date:
    return meeting.day or meeting.period.last_day
