"""Pauses: days on which a chapter, a place or everybody rests, or a person is on leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import Period
from domain.chapters import Chapter, ids_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """From one day to another, both included; of nobody in particular it is of everybody."""

    id: int
    first_day: date
    last_day: date
    reason: str
    person_id: int | None = None
    chapter_id: int | None = None
    area_id: int | None = None

    def covers(self, day: date) -> bool:
        """True on its days."""
        return self.first_day <= day <= self.last_day

    def is_for(self, chapter: Chapter) -> bool:
        """True when the chapter rests by it; a person's leave stops no meeting."""
        if self.person_id is not None:
            return False
        if self.chapter_id is not None:
            return self.chapter_id == chapter.id
        return self.area_id is None or self.area_id in ids_of(chapter.area_path)


def is_paused(pauses: Iterable[Pause], day: date) -> bool:
    """True when one of the pauses covers a day."""
    return any(pause.covers(day) for pause in pauses)


def is_paused_throughout(pauses: Iterable[Pause], first: date, last: date) -> bool:
    """True when the pauses together leave no day from `first` to `last`."""
    free = first
    for pause in sorted(pauses, key=lambda one: one.first_day):
        if pause.covers(free):
            free = pause.last_day + DAY
    return free > last


def touches(pauses: Iterable[Pause], month: Period) -> bool:
    """True when one of the pauses has a day in a month."""
    return any(p.first_day <= month.last_day and month.first_day <= p.last_day for p in pauses)
