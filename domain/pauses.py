"""Pauses: days on which a chapter, a place or everybody rests, or a person is on leave."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import Period
from domain.chapters import Chapter, ids_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """From one day to another, both included; of nobody in particular it is of everybody.

    A person's leave stops no meeting.
    """

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


def is_paused(pauses: Iterable[Pause], day: date) -> bool:
    """True when one of the pauses covers a day."""
    return any(pause.covers(day) for pause in pauses)


def is_paused_throughout(pauses: Iterable[Pause], first: date, last: date) -> bool:
    """True when the pauses together leave no day from `first` to `last`."""
    free = first
    for pause in sorted(pauses, key=lambda value: value.first_day):
        if pause.covers(free):
            free = pause.last_day + DAY
    return free > last


def touches(pauses: Iterable[Pause], month: Period) -> bool:
    """True when one of the pauses has a day in a month."""
    return any(p.first_day <= month.last_day and month.first_day <= p.last_day for p in pauses)


def rests_of(
    chapters: Iterable[Chapter], pauses: Iterable[Pause]
) -> Mapping[int, Sequence[Pause]]:
    """Returns the pauses by which each chapter rests, for those that have any."""
    by_scope: dict[tuple[int | None, int | None], list[Pause]] = defaultdict(list)
    for pause in pauses:
        if pause.person_id is None:
            by_scope[pause.chapter_id, pause.area_id].append(pause)
    if not by_scope:
        return {}
    found = {chapter.id: list(_rests(chapter, by_scope)) for chapter in chapters}
    return {chapter_id: mine for chapter_id, mine in found.items() if mine}


def _rests(
    chapter: Chapter, by_scope: Mapping[tuple[int | None, int | None], Sequence[Pause]]
) -> Iterator[Pause]:
    places = ((None, area_id) for area_id in ids_of(chapter.area_path))
    for scope in ((chapter.id, None), (None, None), *places):
        yield from by_scope.get(scope, ())
