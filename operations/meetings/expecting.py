"""Keeps what each chapter owes for each month: counted from its meetings, with the reason."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from domain.calendar import Period
from domain.chapters import Chapter, Recording
from domain.expectations import OwedMeeting, Reason, is_listed, is_ordinary, month_of, reason_for
from domain.pauses import Pause
from operations.meetings.batches import batches
from operations.meetings.planning_context import list_rests
from storage import UnitOfWork
from storage.directory import chapters, pasts
from storage.directory.pasts import PastChapter, state_on
from storage.maintenance import settings
from storage.meetings import expectations, meetings

_FILLED = "expectations_filled"

# For each chapter the month in which each of its meetings counts.
Counted = Mapping[int, Sequence[Period]]
Months = frozenset[Period]


async def list_to_fill(unit: UnitOfWork) -> list[list[int]]:
    """Returns the places with meetings from before expectations were kept, by the transaction."""
    if await settings.find(unit, _FILLED):
        return []
    return list(batches(await chapters.count_all_by_area(unit)))


async def mark_filled(unit: UnitOfWork) -> None:
    """Notes that what was owed in the past is kept."""
    await settings.put(unit, _FILLED, True)


async def fill_expectations(unit: UnitOfWork, area_ids: Collection[int]) -> None:
    """Writes what places' own chapters owed in every month that a place had a meeting in."""
    here = await chapters.list_of_areas(unit, area_ids)
    counted: dict[int, list[Period]] = defaultdict(list)
    for planned in await meetings.list_planned(unit, [chapter.id for chapter in here]):
        counted[planned.chapter_id].append(month_of(planned.period, planned.planned_on))
    months: dict[int, set[Period]] = defaultdict(set)
    for chapter in here:
        months[chapter.area_id].update(counted[chapter.id])
    paused = await list_rests(unit, here, first=date.min, last=date.max)
    of_places = {area_id: frozenset(some) for area_id, some in months.items()}
    of_chapters = {chapter.id: of_places[chapter.area_id] for chapter in here}
    await settle_expectations(unit, here, of_chapters, counted, paused)


async def settle_expectations(
    unit: UnitOfWork,
    here: Sequence[Chapter],
    months: Mapping[int, Months],
    counted: Counted,
    paused: Mapping[int, Sequence[Pause]],
    unlisted: Mapping[int, Months] = MappingProxyType({}),
) -> None:
    """Writes what chapters owe for some months each, where it has changed.

    `counted` has for each chapter the month of each of its meetings, `paused` the pauses of
    each that rests. In `unlisted` months a chapter that owes nothing is not named: those
    before it did.
    """
    once = await pasts.chapters_then(unit, [chapter.id for chapter in here])
    owing: dict[OwedMeeting, list[int]] = defaultdict(list)
    unnamed: dict[Period, list[int]] = defaultdict(list)
    for alike in _alike(here, months, counted, apart={*paused, *once, *unlisted}):
        chapter, ids = alike[0], [chapter.id for chapter in alike]
        for month in months[chapter.id]:
            meets = counted.get(chapter.id, ()).count(month)
            is_named = is_listed(chapter, month) and month not in unlisted.get(chapter.id, ())
            if meets or is_named:
                was = state_on(once.get(chapter.id, ()), month.last_day)
                owing[_owed(chapter, month, meets, paused.get(chapter.id, ()), was)] += ids
            else:
                unnamed[month] += ids
    await expectations.put(unit, owing)
    for month, ids in unnamed.items():
        await expectations.remove(unit, month, ids)


def _alike(
    here: Iterable[Chapter],
    months: Mapping[int, Months],
    counted: Counted,
    *,
    apart: Collection[int],
) -> Collection[Sequence[Chapter]]:
    """Returns together the chapters that owe the same, since they meet in the same months.

    Of the others, and of those in `apart`, each is by itself.
    """
    asked = {month for some in set(months.values()) for month in some}
    since = min((month.first_day for month in asked), default=date.min)
    found: dict[object, list[Chapter]] = defaultdict(list)
    for chapter in here:
        meets = months[chapter.id], tuple(counted.get(chapter.id, ())), chapter.kind.recording
        is_alike = chapter.id not in apart and is_ordinary(chapter, since)
        found[meets if is_alike else chapter.id].append(chapter)
    return found.values()


def _owed(
    chapter: Chapter,
    month: Period,
    planned: int,
    rests: Sequence[Pause],
    was: PastChapter | None,
) -> OwedMeeting:
    meets = planned if chapter.kind.recording is not Recording.OFF else 0
    reason = reason_for(chapter, month, meetings=meets, pauses=rests)
    return OwedMeeting(
        month=month,
        area_id=was.area_id if was else None,
        expected=meets if reason is Reason.EXPECTED else 0,
        reason=reason,
    )
