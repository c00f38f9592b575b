"""Plans the meetings of areas' chapters by their rules (decision 11)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from domain.calendar import Period, PlannedMeeting, period_of, plan
from domain.chapters import Chapter, Recording, Timetable
from domain.expectations import month_of
from domain.meetings import Meeting, MeetingState, MeetingType, subject_of
from domain.pauses import Pause, is_paused, is_paused_throughout
from domain.policy import Policy
from domain.reforms import earliest_day
from operations.cadres.assignment import sync_attendance
from operations.cadres.visit_moves import follow_moves, list_said
from operations.meetings.batches import batches
from operations.meetings.expecting import settle_expectations
from operations.meetings.ground import Deadlines, Ground, load_ground
from storage import Unit, chapters, meetings, outbox

Slot = tuple[int, Period, int]


async def list_to_plan(unit: Unit, *, today: date, path: str = "/") -> list[list[int]]:
    """Returns the areas at `path` and below with chapters of their own, by the transaction."""
    return list(batches(await chapters.count_by_area(unit, day=today, path=path)))


async def plan_areas(
    unit: Unit, area_ids: Collection[int], *, policy: Policy, now: datetime
) -> int:
    """Plans this period and the next for some areas' own chapters; returns how many are new.

    Run again it changes nothing, except unreported meetings still ahead whose rule, hour or
    place has changed: they follow it, or go if no rule asks for them any more.
    """
    today = policy.local(now).date()
    here = await chapters.list_of_areas(unit, area_ids)
    ground = await load_ground(unit, here, policy=policy, today=today)
    planned = await meetings.list_regular(unit, [one.id for one in here], from_day=today)
    known = {_slot(one): one for one in planned}
    wanted = {_slot(one): one for one in _wanted(here, known, today, ground)}
    lasting = [one for one in wanted.values() if one.period.last_day >= today]
    new = [one for one in lasting if not one.id]
    await meetings.add_planned(unit, new)
    by_id = {one.id: one for one in here}
    dead = [one for one in planned if _rests(by_id[one.chapter_id], ground, one)]
    await _replan(unit, wanted, known, dead, policy=policy, now=now)
    await sync_attendance(unit, area_ids, today=today)
    months = _months(here, [*planned, *lasting], ground, today)
    await settle_expectations(unit, here, months, ground.paused)
    return len(new)


def _months(
    here: Iterable[Chapter], listed: Iterable[Meeting], ground: Ground, today: date
) -> Mapping[int, Collection[Period]]:
    """Returns the months to settle in each place: the open ones, and those of meetings there."""
    months = {one.area_id: set(_open_months(today, ground.deadlines_of(one))) for one in here}
    of_chapter = {one.id: months[one.area_id] for one in here}
    for meeting in listed:
        of_chapter[meeting.chapter_id].add(month_of(meeting.period, meeting.planned_on))
    return months


@lru_cache(maxsize=256)
def _open_months(today: date, deadlines: Deadlines) -> tuple[Period, ...]:
    first = period_of(earliest_day(today, closing_day=deadlines.closing_day), 1)
    current = period_of(today, 1)
    return first, current, current.next()


def _rests(chapter: Chapter, ground: Ground, meeting: Meeting) -> bool:
    """True when a meeting, even a past one, is not to be: its chapter had ended or paused."""
    planned = PlannedMeeting(meeting.period, None, meeting.planned_on)
    return not _meets(chapter, planned, ground.rests_of(chapter))


def _slot(meeting: Meeting) -> Slot:
    return meeting.chapter_id, meeting.period, meeting.ordinal


def _wanted(
    here: Iterable[Chapter], known: Mapping[Slot, Meeting], today: date, ground: Ground
) -> Iterator[Meeting]:
    """Yields what the rules ask for about a day, under the id of what is known of it, or 0."""
    for chapter in here:
        if chapter.kind.recording is Recording.OFF:
            continue
        deadlines, rests = ground.deadlines_of(chapter), ground.rests_of(chapter)
        for planned in _asked(chapter.timetable, today, ground.free_days_of(chapter)):
            if _meets(chapter, planned, rests):
                old = known.get((chapter.id, planned.period, planned.number))
                yield _meeting(chapter, planned, deadlines, old.id if old else 0)


# Many chapters share a rule.
@lru_cache(maxsize=4096)
def _asked(timetable: Timetable, today: date, free: frozenset[date]) -> tuple[PlannedMeeting, ...]:
    """Returns the meetings of a day's period, of the next, and of the one before.

    The last meeting of the period before may have been shifted into this one.
    """
    current = period_of(today, timetable.frequency)
    return tuple(
        planned
        for period in (current.previous(), current, current.next())
        for planned in plan(timetable.rule, timetable.shift_in(period), period, free)
    )


def _meets(chapter: Chapter, planned: PlannedMeeting, rests: Sequence[Pause]) -> bool:
    """True when the chapter is there on the day, or during some of a period without one."""
    if planned.planned is not None:
        return chapter.is_valid_on(planned.planned) and not is_paused(rests, planned.planned)
    first = max(planned.period.first_day, chapter.valid_from)
    last = min(planned.period.last_day, chapter.valid_to or date.max)
    return first <= last and not is_paused_throughout(rests, first, last)


def _meeting(
    chapter: Chapter, planned: PlannedMeeting, deadlines: Deadlines, known_as: int
) -> Meeting:
    due, closing = deadlines.of(planned.period, planned.planned)
    return Meeting(
        id=known_as,
        chapter_id=chapter.id,
        type=MeetingType.REGULAR,
        period=planned.period,
        ordinal=planned.number,
        planned_on=planned.planned,
        start_time=chapter.start_time,
        duration_min=chapter.duration_min,
        place=chapter.place,
        state=MeetingState.PLANNED,
        due_on=due,
        closes_on=closing,
    )


async def _replan(
    unit: Unit,
    wanted: Mapping[Slot, Meeting],
    known: Mapping[Slot, Meeting],
    dead: Collection[Meeting],
    *,
    policy: Policy,
    now: datetime,
) -> None:
    today = policy.local(now).date()
    ahead = {slot: one for slot, one in known.items() if _can_change(one, today)}
    changed = [
        new
        for slot, old in ahead.items()
        if (new := wanted.get(slot)) and new != old and not _is_past(new, today)
    ]
    for meeting in changed:
        meetings.replan_later(unit, meeting)
    surplus = {one.id for slot, one in ahead.items() if slot not in wanted}
    moved = {
        one.id: one.planned_on for one in changed if known[_slot(one)].planned_on != one.planned_on
    }
    said = await list_said(unit, [*moved, *surplus, *(one.id for one in dead)])
    gone = await meetings.remove_planned(unit, surplus | {one.id for one in dead})
    if moved or said:
        days = {**moved, **dict.fromkeys(gone)}
        await follow_moves(unit, said, days, policy=policy, now=now)
    if stale := [*gone, *(one.id for one in changed)]:
        await outbox.cancel(unit, map(subject_of, stale), now=now)


def _can_change(meeting: Meeting, today: date) -> bool:
    return meeting.state is MeetingState.PLANNED and not _is_past(meeting, today)


def _is_past(meeting: Meeting, today: date) -> bool:
    """A meeting without a day is past only with its period."""
    return (meeting.day or meeting.period.last_day) <= today
