"""How many reports a chapter owes for a month, and why none where it owes none.

A meeting belongs to the month of its period; one of a longer period to the month of its
planned day inside the period, or to the last month where the chapter chooses the day.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from domain.calendar import FreeDays, Period, period_of
from domain.chapters import Chapter, Recording, Timetable
from domain.pauses import Pause, touches


class Reason(StrEnum):
    """Why a chapter owes the reports it owes, or none."""

    EXPECTED = "expected"
    CLOSED = "closed"
    NOT_FOUNDED = "not_founded"
    PAUSED = "paused"
    NOT_THIS_MONTH = "not_this_month"
    NOT_RECORDED = "not_recorded"


class OwedMeeting(NamedTuple):
    """What chapters owe for a month, and why; they count at a place, None for where they are."""

    month: Period
    area_id: int | None
    expected: int
    reason: Reason


@lru_cache(maxsize=4096)
def month_of(period: Period, planned_on: date | None) -> Period:
    """Returns the month in which a meeting counts."""
    if period.months == 1:
        return period
    day = min(max(planned_on or period.last_day, period.first_day), period.last_day)
    return period_of(day, 1)


def is_listed(chapter: Chapter, month: Period) -> bool:
    """True when a month names a chapter: it is there, closed just before, or founded just after.

    "Just" reaches over the month before and the month after.
    """
    first, last = _around(month)
    ended = chapter.valid_to is not None and chapter.valid_to < first
    return not ended and chapter.valid_from <= last


@lru_cache(maxsize=1024)
def _around(month: Period) -> tuple[date, date]:
    return month.previous().first_day, month.next().last_day


def is_ordinary(chapter: Chapter, since: date) -> bool:
    """True when it does not depend on its rule why a chapter owes nothing in a month from then on.

    That holds for one that is there all the time, unless it rests.
    """
    return chapter.valid_to is None and chapter.valid_from <= since


def reason_for(
    chapter: Chapter, month: Period, *, meetings: int, pauses: Collection[Pause]
) -> Reason:
    """Returns why a chapter with so many planned meetings in a month owes what it owes."""
    if chapter.kind.recording is Recording.OFF:
        return Reason.NOT_RECORDED
    if meetings:
        return Reason.EXPECTED
    by_rule = _days_by_rule(chapter.timetable, chapter.valid_from, month)
    days = by_rule or (month.first_day, month.last_day)
    if all(chapter.valid_to is not None and chapter.valid_to < day for day in days):
        return Reason.CLOSED
    if all(day < chapter.valid_from for day in days):
        return Reason.NOT_FOUNDED
    is_due = any(chapter.is_valid_on(day) for day in by_rule)
    return Reason.PAUSED if is_due and touches(pauses, month) else Reason.NOT_THIS_MONTH


# Many chapters share a rule.
@lru_cache(maxsize=4096)
def _days_by_rule(timetable: Timetable, since: date, month: Period) -> tuple[date, ...]:
    """Returns the days that decide whether a chapter meets in a month, before any shift."""
    period = period_of(month.first_day, timetable.frequency)
    rule = timetable.rule
    if isinstance(rule, FreeDays):
        is_last = month == month_of(period, None)
        return (max(period.first_day, since), month.last_day) if is_last else ()
    day = rule.day_in(period)
    return (day,) if month_of(period, day) == month else ()
