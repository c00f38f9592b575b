"""What a chapter's rule asks for about a day, and what is to be done to what is planned."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from domain.calendar import Deadlines, Period, period_of, plan
from domain.calendar.period import FREQUENCIES
from domain.chapters import Chapter, Timetable
from domain.expectations import month_of
from domain.pauses import Pause, is_paused, is_paused_throughout

# No meeting that is asked for, or still open, lies so far away.
_FAR = timedelta(days=366)


class Plan(NamedTuple):
    """What the plan says of a meeting."""

    planned_on: date | None
    start_time: str
    duration_min: int
    place: str
    due_on: date
    closes_on: date


class Regular(NamedTuple):
    """A regular meeting as the plan knows it; `is_open` while nothing has become of it."""

    id: int
    chapter_id: int
    period: Period
    ordinal: int
    is_open: bool
    is_reported: bool
    moved_to: date | None
    plan: Plan

    def is_ahead(self, today: date) -> bool:
        """True while the plan may change it; one without a day passes with its period."""
        day = self.moved_to or self.plan.planned_on or self.period.last_day
        return self.is_open and day > today


class AskedMeeting(NamedTuple):
    """A meeting that a rule asks for; it counts in `month`, its period ends on `last_day`."""

    period: Period
    ordinal: int
    planned_on: date | None
    due_on: date
    closes_on: date
    month: Period
    last_day: date

    def is_ahead(self, today: date) -> bool:
        """True while it is not too late to plan it so."""
        return (self.planned_on or self.last_day) > today


class Addition(NamedTuple):
    """A meeting that is to be."""

    chapter_id: int
    asked: AskedMeeting


class Change(NamedTuple):
    """A meeting that is to follow its rule, or the hour or place of its chapter."""

    meeting: Regular
    plan: Plan


class Removal(NamedTuple):
    """A meeting that is not to be."""

    meeting: Regular


Step = Addition | Change | Removal


def wanted(
    chapter: Chapter, asked: Sequence[AskedMeeting], rests: Sequence[Pause], today: date
) -> Sequence[AskedMeeting]:
    """Returns those of the meetings asked for that a chapter is there for."""
    if _is_always_there(chapter, rests, today):
        return asked
    return [
        meeting for meeting in asked if _meets(chapter, meeting.period, meeting.planned_on, rests)
    ]


def steps(
    chapter: Chapter,
    stored: Iterable[Regular],
    to_be: Iterable[AskedMeeting],
    rests: Sequence[Pause],
    today: date,
    settled: Collection[Period] = (),
) -> Iterator[Step]:
    """Yields what is to be done for a chapter; once it is done, nothing is left to do.

    Meetings ahead become those that are to be, or go; one that is past goes only if its chapter
    had ended or paused by then. What was reported stays as it is, and so do `settled` periods.
    """
    is_there = _is_always_there(chapter, rests, today)
    known = {
        (regular.period, regular.ordinal): regular
        for regular in stored
        if regular.period not in settled or regular.is_ahead(today)
    }
    for asked in (asked for asked in to_be if asked.period not in settled):
        old = known.pop((asked.period, asked.ordinal), None)
        is_dead = not is_there and old is not None and _is_dead(chapter, old, rests, today)
        yield from _follow(chapter, asked, old, today, is_dead=is_dead)
    for left in known.values():
        if left.is_ahead(today) or (not is_there and _is_dead(chapter, left, rests, today)):
            yield Removal(left)


def settled_by_reform(
    pairs: Iterable[tuple[int, int]], stored: Iterable[Regular], today: date
) -> Mapping[int, frozenset[Period]]:
    """Returns for chapters before and after a reform the periods that it came too late for.

    `pairs` are (before, after). A period in which all that were before have met, as far as one
    can know, and of which one has reported, stays theirs: those that came after do not meet in
    it again.
    """
    met: dict[int, set[Period]] = defaultdict(set)
    reported: dict[int, set[Period]] = defaultdict(set)
    for regular in stored:
        if not regular.is_ahead(today):
            met[regular.chapter_id].add(regular.period)
        if regular.is_reported:
            reported[regular.chapter_id].add(regular.period)
    before: dict[int, set[int]] = defaultdict(set)
    for old, new in pairs:
        before[new].add(old)
    found: dict[int, set[Period]] = defaultdict(set)
    for new, olds in before.items():
        by_all = set.intersection(*(met[old] for old in olds))
        settled = {period for period in by_all if any(period in reported[old] for old in olds)}
        for chapter_id in (new, *olds):
            found[chapter_id] |= settled
    return {chapter_id: frozenset(periods) for chapter_id, periods in found.items()}


def _follow(
    chapter: Chapter, asked: AskedMeeting, old: Regular | None, today: date, *, is_dead: bool
) -> Iterator[Step]:
    if old is None:
        if asked.last_day >= today:
            yield Addition(chapter.id, asked)
    elif old.is_ahead(today) and asked.is_ahead(today):
        plan = _plan(chapter, asked)
        if old.plan != plan:
            yield Change(old, plan)
    elif is_dead:
        yield Removal(old)
        yield from _follow(chapter, asked, None, today, is_dead=False)


def _plan(chapter: Chapter, asked: AskedMeeting) -> Plan:
    return Plan(
        asked.planned_on,
        chapter.start_time,
        chapter.duration_min,
        chapter.place,
        asked.due_on,
        asked.closes_on,
    )


def _is_dead(chapter: Chapter, meeting: Regular, rests: Sequence[Pause], today: date) -> bool:
    """True when a meeting, even a past one, is not to be: its chapter had ended or paused."""
    is_open = meeting.is_open and meeting.plan.closes_on >= today
    return is_open and not _meets(chapter, meeting.period, meeting.plan.planned_on, rests)


def _is_always_there(chapter: Chapter, rests: Sequence[Pause], today: date) -> bool:
    return not rests and chapter.valid_to is None and chapter.valid_from <= today - _FAR


def _meets(chapter: Chapter, period: Period, day: date | None, rests: Sequence[Pause]) -> bool:
    """True when the chapter is there on the day, or during some of a period without one."""
    if day is not None:
        return chapter.is_valid_on(day) and not is_paused(rests, day)
    first = max(period.first_day, chapter.valid_from)
    last = min(period.last_day, chapter.valid_to or date.max)
    return first <= last and not is_paused_throughout(rests, first, last)


# Many chapters share a rule.
@lru_cache(maxsize=4096)
def asked_by(
    timetable: Timetable, free: frozenset[date], deadlines: Deadlines, today: date
) -> tuple[AskedMeeting, ...]:
    """Returns the meetings of a day's period, of the next, and of the one before.

    The last meeting of the period before may have been shifted into this one.
    """
    current = period_of(today, timetable.frequency)
    return tuple(
        AskedMeeting(
            period,
            planned.number,
            planned.planned,
            *deadlines.of(period, planned.planned),
            month_of(period, planned.planned),
            period.last_day,
        )
        for period in (current.previous(), current, current.next())
        for planned in plan(timetable.rule, timetable.shift_in(period), period, free)
    )


def earliest_month(today: date) -> Period:
    """Returns the first month that a period still open on a day may reach back to."""
    before = period_of(today, 1).previous()
    return min(period_of(period_of(before.first_day, n).first_day, 1) for n in FREQUENCIES)
