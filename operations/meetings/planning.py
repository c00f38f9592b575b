"""Plans the meetings of areas' chapters by their rules (decision 11)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from domain.calendar import Deadlines, Period, period_of
from domain.chapters import Chapter, Recording
from domain.expectations import month_of
from domain.meetings import subject_of
from domain.plan_diff import (
    Addition,
    AskedMeeting,
    Change,
    Regular,
    Removal,
    Step,
    asked_by,
    earliest_month,
    settled_by_reform,
    steps,
    wanted,
)
from domain.policy import Policy
from domain.reforms import earliest_day
from operations.cadres.assignment import sync_attendance
from operations.cadres.visit_moves import follow_moves, list_said
from operations.context import ActorContext
from operations.facts import ChapterChanged
from operations.meetings.batches import batches
from operations.meetings.expecting import Months, settle_expectations
from operations.meetings.planning_context import Ground, load_ground
from storage import UnitOfWork
from storage.directory import chapters, successors
from storage.meetings import meetings
from storage.messages import outbox


async def list_to_plan(unit: UnitOfWork, *, today: date, path: str = "/") -> list[list[int]]:
    """Returns the areas at `path` and below with chapters of their own, by the transaction."""
    return list(batches(await chapters.count_by_area(unit, day=today, path=path)))


async def plan_changed_chapter(context: ActorContext, fact: ChapterChanged) -> None:
    """Plans the place of a chapter anew: its meetings ahead follow what was changed."""
    places = [fact.chapter.area_id]
    await plan_areas(context.unit, places, policy=context.policy, now=context.now)


async def plan_areas(
    unit: UnitOfWork, area_ids: Collection[int], *, policy: Policy, now: datetime
) -> int:
    """Plans this period and the next for some areas' own chapters; returns how many are new.

    Run again it changes nothing, except unreported meetings still ahead whose rule, hour or
    place has changed: they follow it, or go if no rule asks for them any more.
    """
    today = policy.day_of(now)
    here = await chapters.list_of_areas(unit, area_ids)
    ids, since = [chapter.id for chapter in here], earliest_month(today)
    ground = await load_ground(unit, here, policy=policy, today=today)
    to_be = {chapter.id: _to_be(chapter, ground, today) for chapter in here}
    before = await meetings.list_regular(unit, ids, since=since)
    settled = await _settled(unit, ids, since, today)
    todo = list(_steps(here, before, to_be, ground, today, settled))
    new = _additions(todo)
    changes = [removal for removal in todo if not isinstance(removal, Addition)]
    await _carry_out(unit, changes, policy=policy, now=now)
    await meetings.add_planned(unit, new)
    await sync_attendance(unit, area_ids, today=today)
    counted = _counted(before, new)
    if changes:  # which may not all have been possible
        counted = _counted(await meetings.list_regular(unit, ids, since=since), {})
    months = _months(here, before, to_be, ground, today)
    left = {
        chapter_id: frozenset(month for period in periods for month in _months_in(period))
        for chapter_id, periods in settled.items()
    }
    await settle_expectations(unit, here, months, counted, ground.paused, unlisted=left)
    return sum(map(len, new.values()))


async def _settled(
    unit: UnitOfWork, chapter_ids: Collection[int], since: Period, today: date
) -> Mapping[int, frozenset[Period]]:
    """Returns for each chapter the periods that a reform was entered too late for."""
    pairs = await successors.pairs_around(unit, chapter_ids)
    old = {before for before, _ in pairs}
    stored = await meetings.list_regular(unit, old, since=since) if old else []
    return settled_by_reform(pairs, stored, today)


def _months_in(period: Period) -> Iterator[Period]:
    month = period_of(period.first_day, 1)
    while month.first_day <= period.last_day:
        yield month
        month = month.next()


def _additions(todo: Iterable[Step]) -> Mapping[AskedMeeting, Sequence[int]]:
    """Returns the chapters that get each new meeting."""
    found: dict[AskedMeeting, list[int]] = defaultdict(list)
    for removal in todo:
        if isinstance(removal, Addition):
            found[removal.asked].append(removal.chapter_id)
    return found


def _to_be(chapter: Chapter, ground: Ground, today: date) -> Sequence[AskedMeeting]:
    if chapter.kind.recording is Recording.OFF:
        return ()
    free, deadlines = ground.free_days_of(chapter), ground.deadlines_of(chapter)
    asked = asked_by(chapter.timetable, free, deadlines, today)
    return wanted(chapter, asked, ground.rests_of(chapter), today)


def _steps(
    here: Iterable[Chapter],
    stored: Iterable[Regular],
    to_be: Mapping[int, Sequence[AskedMeeting]],
    ground: Ground,
    today: date,
    settled: Mapping[int, Collection[Period]],
) -> Iterator[Step]:
    of_chapter: dict[int, list[Regular]] = defaultdict(list)
    for regular in stored:
        of_chapter[regular.chapter_id].append(regular)
    for chapter in here:
        mine, rests = of_chapter[chapter.id], ground.rests_of(chapter)
        kept = settled.get(chapter.id, ())
        yield from steps(chapter, mine, to_be[chapter.id], rests, today, kept)


def _months(
    here: Iterable[Chapter],
    stored: Iterable[Regular],
    to_be: Mapping[int, Sequence[AskedMeeting]],
    ground: Ground,
    today: date,
) -> Mapping[int, Months]:
    """Returns the months to settle for each chapter: the open ones, and those of its meetings."""
    months = {chapter.id: _open_months(today, ground.deadlines_of(chapter)) for chapter in here}
    met = [
        (regular.chapter_id, month_of(regular.period, regular.plan.planned_on))
        for regular in stored
        if regular.plan.closes_on >= today
    ]
    met += [
        (chapter_id, asked.month)
        for chapter_id, some in to_be.items()
        for asked in some
        if asked.last_day >= today
    ]
    for chapter_id, month in met:
        if month not in months[chapter_id]:
            months[chapter_id] |= {month}
    return months


def _counted(
    stored: Iterable[Regular], new: Mapping[AskedMeeting, Iterable[int]]
) -> Mapping[int, Sequence[Period]]:
    """Returns for each chapter the month in which each of its meetings counts."""
    found: dict[int, list[Period]] = defaultdict(list)
    for regular in stored:
        found[regular.chapter_id].append(month_of(regular.period, regular.plan.planned_on))
    for asked, chapter_ids in new.items():
        for chapter_id in chapter_ids:
            found[chapter_id].append(asked.month)
    return found


@lru_cache(maxsize=256)
def _open_months(today: date, deadlines: Deadlines) -> Months:
    first = period_of(earliest_day(today, closing_day=deadlines.closing_day), 1)
    current = period_of(today, 1)
    return frozenset({first, current, current.next()})


async def _carry_out(
    unit: UnitOfWork, todo: Sequence[Change | Removal], *, policy: Policy, now: datetime
) -> None:
    """Moves and removes meetings, and tells those who had something to do with them."""
    if not todo:
        return
    changes = {change.meeting.id: change for change in todo if isinstance(change, Change)}
    removals = [removal.meeting.id for removal in todo if isinstance(removal, Removal)]
    for meeting_id, change in changes.items():
        meetings.replan_later(unit, meeting_id, change.plan)
    moved = {
        meeting_id: change.plan.planned_on
        for meeting_id, change in changes.items()
        if change.plan.planned_on != change.meeting.plan.planned_on
    }
    said = await list_said(unit, [*moved, *removals])
    gone = await meetings.remove_planned(unit, removals)
    if moved or said:
        days = {**moved, **dict.fromkeys(gone)}
        await follow_moves(unit, said, days, policy=policy, now=now)
    if stale := [*gone, *changes]:
        await outbox.cancel(unit, map(subject_of, stale), now=now)
    await unit.flush()
