"""Plans the meetings of an area's chapters by their rules (decision 11)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.calendar import Period, PlannedMeeting, closing_date, due_date, period_of, plan
from domain.chapters import Chapter, Recording, nearest
from domain.expectations import month_of
from domain.meetings import Meeting, MeetingState, MeetingType, subject_of
from domain.pauses import Pause, is_paused, is_paused_throughout
from domain.policy import Policy
from domain.reforms import earliest_day
from operations.assignment import sync_attendance
from operations.expecting import settle_expectations
from operations.visit_moves import follow_moves, list_said
from storage import Unit, areas, chapters, holidays, meetings, outbox, pauses

# A day can be shifted past the end of its period by a run of free days.
_SHIFTS_REACH = timedelta(days=31)

Slot = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """An area's days of grace and its closing day."""

    grace_days: int
    closing_day: int

    def of(self, period: Period, day: date | None) -> tuple[date, date]:
        """Returns until when a report is on time, and until when it is taken."""
        due = due_date(period, day, grace_days=self.grace_days)
        return due, closing_date(period, closing_day=self.closing_day)


async def list_areas_to_plan(unit: Unit, *, today: date, path: str = "/") -> list[int]:
    """Returns the areas, at `path` and below, that have chapters with meetings of their own."""
    return await chapters.list_areas(unit, day=today, path=path)


async def deadlines_at(unit: Unit, path: str, *, policy: Policy) -> Deadlines:
    """Returns the deadlines in force at a place: the nearest set above it, else the policy's."""
    chain = await areas.chain(unit, path)
    return Deadlines(
        nearest(chain, "grace_days", policy.grace_days),
        nearest(chain, "closing_day", policy.closing_day),
    )


async def plan_area(unit: Unit, area_id: int, *, policy: Policy, now: datetime) -> int:
    """Plans this period and the next for an area's own chapters; returns how many are new.

    Run again it changes nothing, except unreported meetings still ahead whose rule, hour or
    place has changed: they follow it, or go if no rule asks for them any more.
    """
    today = policy.local(now).date()
    place = await areas.get(unit, area_id)
    here = await chapters.list_of_area(unit, area_id)
    ids = [one.id for one in here]
    recorded = [chapter for chapter in here if chapter.kind.recording is not Recording.OFF]
    first, last = today - 4 * _SHIFTS_REACH, today + 8 * _SHIFTS_REACH
    free = await holidays.days_for(unit, place.path, first=first, last=last)
    paused = await pauses.list_for(unit, place.path, ids, first=first, last=last)
    deadlines = await deadlines_at(unit, place.path, policy=policy)
    wanted = dict(_wanted(recorded, today, free, deadlines, paused))
    planned = await meetings.list_regular(unit, ids, from_day=today)
    known = {_slot(one): one for one in planned}
    new = (one for slot, one in wanted.items() if slot not in known)
    added = await meetings.add_all(unit, [one for one in new if one.period.last_day >= today])
    by_id = {one.id: one for one in here}
    dead = [one for one in planned if _rests(by_id[one.chapter_id], paused, one)]
    await _replan(unit, wanted, known, dead, policy=policy, now=now)
    await sync_attendance(unit, recorded, today=today)
    lasting = [one for one in wanted.values() if one.period.last_day >= today]
    months = {*_open_months(today, deadlines), *map(_month, [*planned, *lasting])}
    await settle_expectations(unit, here, months, paused)
    return len(added)


def _month(meeting: Meeting) -> Period:
    return month_of(meeting.period, meeting.planned_on)


def _open_months(today: date, deadlines: Deadlines) -> Iterator[Period]:
    first = period_of(earliest_day(today, closing_day=deadlines.closing_day), 1)
    current = period_of(today, 1)
    yield from {first, current, current.next()}


def _rests(chapter: Chapter, paused: Collection[Pause], meeting: Meeting) -> bool:
    """True when a meeting, even a past one, is not to be: its chapter had ended or paused."""
    planned = PlannedMeeting(meeting.period, None, meeting.planned_on)
    return not _meets(chapter, planned, paused)


def _slot(meeting: Meeting) -> Slot:
    return meeting.chapter_id, str(meeting.period), meeting.ordinal


def _wanted(
    recorded: Iterable[Chapter],
    today: date,
    free: frozenset[date],
    deadlines: Deadlines,
    paused: Collection[Pause],
) -> Iterator[tuple[Slot, Meeting]]:
    for chapter in recorded:
        current = period_of(today, chapter.frequency)
        # The last meeting of the period before may have been shifted into this one.
        for period in (current.previous(), current, current.next()):
            for planned in plan(chapter.rule, chapter.shift_in(period), period, free):
                if _meets(chapter, planned, paused):
                    meeting = _meeting(chapter, planned, deadlines)
                    yield _slot(meeting), meeting


def _meets(chapter: Chapter, planned: PlannedMeeting, paused: Collection[Pause]) -> bool:
    """True when the chapter is there on the day, or during some of a period without one."""
    mine = [one for one in paused if one.is_for(chapter)]
    if planned.planned is not None:
        return chapter.is_valid_on(planned.planned) and not is_paused(mine, planned.planned)
    first = max(planned.period.first_day, chapter.valid_from)
    last = min(planned.period.last_day, chapter.valid_to or date.max)
    return first <= last and not is_paused_throughout(mine, first, last)


def _meeting(chapter: Chapter, planned: PlannedMeeting, deadlines: Deadlines) -> Meeting:
    due, closing = deadlines.of(planned.period, planned.planned)
    return Meeting(
        id=0,
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
        replace(new, id=old.id)
        for slot, old in ahead.items()
        if (new := wanted.get(slot)) and new != replace(old, id=0) and not _is_past(new, today)
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
