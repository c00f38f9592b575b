"""Keeps what each chapter owes for each month: counted from its meetings, with the reason."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from domain.calendar import Period
from domain.chapters import Chapter, Recording
from domain.expectations import Expectation, Reason, is_listed, month_of, reason_for
from domain.pauses import Pause
from operations.meetings.batches import batches
from operations.meetings.ground import list_rests
from storage import Unit, chapters, expectations, meetings, pasts, settings
from storage.meetings import Planned
from storage.pasts import PastChapter, state_on

_FILLED = "expectations_filled"


async def settle_expectations(
    unit: Unit,
    here: Sequence[Chapter],
    months: Mapping[int, Collection[Period]],
    paused: Mapping[int, Sequence[Pause]],
) -> None:
    """Writes what chapters owe for some months of their places, where it has changed.

    `paused` has the pauses of each chapter that rests.
    """
    ids, every = [one.id for one in here], set().union(*months.values())
    known = await meetings.list_planned(unit, ids, every)
    await _settle(unit, here, months, known, paused)


async def list_to_fill(unit: Unit) -> list[list[int]]:
    """Returns the places with meetings from before expectations were kept, by the transaction."""
    if await settings.find(unit, _FILLED):
        return []
    return list(batches(await chapters.count_all_by_area(unit)))


async def mark_filled(unit: Unit) -> None:
    """Notes that what was owed in the past is kept."""
    await settings.put(unit, _FILLED, True)


async def fill_expectations(unit: Unit, area_ids: Collection[int]) -> None:
    """Writes what places' own chapters owed in every month that a place had a meeting in."""
    here = await chapters.list_of_areas(unit, area_ids)
    known = await meetings.list_planned(unit, [one.id for one in here], None)
    months: dict[int, set[Period]] = {one.area_id: set() for one in here}
    of_chapter = {one.id: months[one.area_id] for one in here}
    for one in known:
        of_chapter[one.chapter_id].add(month_of(one.period, one.planned_on))
    paused = await list_rests(unit, here, first=date.min, last=date.max)
    await _settle(unit, here, months, known, paused)


async def _settle(
    unit: Unit,
    here: Sequence[Chapter],
    months: Mapping[int, Collection[Period]],
    known: Collection[Planned],
    paused: Mapping[int, Sequence[Pause]],
) -> None:
    ids, every = [one.id for one in here], set().union(*months.values())
    counts = Counter((one.chapter_id, month_of(one.period, one.planned_on)) for one in known)
    once = await pasts.chapters_then(unit, ids)
    stored = await expectations.load(unit, ids, every)
    changed: list[Expectation] = []
    gone: list[tuple[int, Period]] = []
    for chapter in here:
        for month in months[chapter.area_id]:
            key = chapter.id, month
            if counts[key] or is_listed(chapter, month):
                was = state_on(once[chapter.id], month.last_day) if chapter.id in once else None
                one = _expect(chapter, month, counts[key], paused.get(chapter.id, ()), was)
                if one != stored.get(key):
                    changed.append(one)
            elif key in stored:
                gone.append(key)
    await expectations.put(unit, changed)
    await expectations.remove(unit, gone)


def _expect(
    chapter: Chapter,
    month: Period,
    planned: int,
    rests: Sequence[Pause],
    was: PastChapter | None,
) -> Expectation:
    meets = planned if chapter.kind.recording is not Recording.OFF else 0
    reason = reason_for(chapter, month, meetings=meets, pauses=rests)
    return Expectation(
        chapter_id=chapter.id,
        month=month,
        area_id=was.area_id if was else chapter.area_id,
        expected=meets if reason is Reason.EXPECTED else 0,
        reason=reason,
    )
