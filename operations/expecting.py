"""Keeps what each chapter owes for each month: counted from its meetings, with the reason."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.calendar import Period
from domain.chapters import Chapter, Recording
from domain.expectations import Expectation, Reason, is_listed, month_of, reason_for
from domain.pauses import Pause
from storage import Unit, areas, chapters, expectations, meetings, pasts, pauses, settings
from storage.meetings import Planned
from storage.pasts import PastChapter, state_on

_FILLED = "expectations_filled"


async def settle_expectations(
    unit: Unit, here: Sequence[Chapter], months: Collection[Period], paused: Collection[Pause]
) -> None:
    """Writes what the chapters of one place owe for some months, where it has changed."""
    ids = [one.id for one in here]
    known = await meetings.list_planned(unit, ids, months)
    await _settle(unit, here, months, known, paused)


async def list_areas_to_fill(unit: Unit) -> list[int]:
    """Returns the places with meetings from before expectations were kept."""
    if await settings.find(unit, _FILLED):
        return []
    return await chapters.list_all_areas(unit)


async def mark_filled(unit: Unit) -> None:
    """Notes that what was owed in the past is kept."""
    await settings.put(unit, _FILLED, True)


async def fill_expectations(unit: Unit, area_id: int) -> None:
    """Writes what a place's own chapters owed in every month that they had a meeting in."""
    place = await areas.get(unit, area_id)
    here = await chapters.list_of_area(unit, area_id)
    ids = [one.id for one in here]
    known = await meetings.list_planned(unit, ids, None)
    months = {month_of(one.period, one.planned_on) for one in known}
    paused = await pauses.list_for(unit, place.path, ids, first=date.min, last=date.max)
    await _settle(unit, here, months, known, paused)


async def _settle(
    unit: Unit,
    here: Sequence[Chapter],
    months: Collection[Period],
    known: Collection[Planned],
    paused: Collection[Pause],
) -> None:
    ids = [one.id for one in here]
    counts = Counter((one.chapter_id, month_of(one.period, one.planned_on)) for one in known)
    once = await pasts.chapters_then(unit, ids)
    wanted = {
        (chapter.id, month): _expect(chapter, month, counts, paused, once)
        for chapter in here
        for month in months
        if is_listed(chapter, month) or counts[chapter.id, month]
    }
    stored = await expectations.load(unit, ids, months)
    await expectations.put(unit, (one for key, one in wanted.items() if one != stored.get(key)))
    await expectations.remove(unit, stored.keys() - wanted.keys())


def _expect(
    chapter: Chapter,
    month: Period,
    counts: Mapping[tuple[int, Period], int],
    paused: Collection[Pause],
    once: Mapping[int, tuple[PastChapter, ...]],
) -> Expectation:
    was = state_on(once.get(chapter.id, ()), month.last_day)
    meets = counts[chapter.id, month] if chapter.kind.recording is not Recording.OFF else 0
    mine = [one for one in paused if one.is_for(chapter)]
    reason = reason_for(chapter, month, meetings=meets, pauses=mine)
    return Expectation(
        chapter_id=chapter.id,
        month=month,
        area_id=was.area_id if was else chapter.area_id,
        expected=meets if reason is Reason.EXPECTED else 0,
        reason=reason,
    )
