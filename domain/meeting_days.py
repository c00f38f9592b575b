"""The day of a meeting as its leader types it, seen from the day it was planned for."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.reading import (
    DateReading,
    DoubtfulDate,
    ReadDate,
    hear_date,
    parse_date,
    without_courtesy,
)
from domain.reading.day_spans import list_spoken_days
from domain.reading.days import (
    IMPOSSIBLE,
    DayOfMonth,
    DayOfYear,
    LunarDay,
    SpokenDay,
    Weekday,
    ambiguous,
    complete,
    list_days,
)

# A meeting is held or put off within a quarter; a typed day without its year means that one.
NEAR = timedelta(days=92)
_A_WEEK = timedelta(days=7)
# A day of the month as near to the plan as this is meant, not that of the month before or after.
_CLOSE = timedelta(days=10)
_LATER = timedelta(days=25)
# Of a week or a month that is told, so many days are asked about: those next to the plan.
_ASKED_ABOUT = 7
_AS_PLANNED = frozenset(
    (
        *("dung ngay", "dung ke hoach", "theo ke hoach", "nhu ke hoach", "dung lich", "theo lich"),
        *("dung nhu ke hoach", "dung ngay ke hoach", "dung hen", "khong doi", "khong thay doi"),
    )
)


def read_meeting_day(
    text: str, *, today: date, near: date | None, ahead: bool = False, by_moon: bool = False
) -> DateReading | None:
    """Returns the day that is meant, a doubt with the days that may be, or None.

    `near` is the day of the plan, `by_moon` says that the plan goes by the lunar calendar.
    A meeting that was held lies in the past; `ahead` says that this one may be put off.
    """
    if near is None:
        return parse_date(text, today=today, towards="past")
    if not ahead and without_courtesy(text) in _AS_PLANNED:
        return ReadDate(near)
    if days := list_spoken_days(text, today=today, ahead=ahead):
        nearest = sorted(days, key=lambda day: abs(day - near))[:_ASKED_ABOUT]
        return ambiguous(*nearest)
    heard = hear_date(text, today=today)
    if heard is None or isinstance(heard, ReadDate | DoubtfulDate):
        return heard
    return _near_plan(heard, today=today, near=near, ahead=ahead, by_moon=by_moon)


def _near_plan(
    heard: SpokenDay, *, today: date, near: date, ahead: bool, by_moon: bool
) -> DateReading:
    if isinstance(heard, DayOfMonth) and by_moon:
        return _of_either_calendar(heard, today=today, near=near, ahead=ahead)
    days = list_days(heard, near - NEAR, near + NEAR)
    if not days:
        return complete(heard, today=today, towards="past")
    chosen = _choose(heard, days, today=today, near=near, ahead=ahead)
    if isinstance(chosen, ReadDate) and isinstance(heard, LunarDay):
        return ReadDate(chosen.day, is_lunar=True)
    return chosen


def _choose(
    heard: SpokenDay, days: Sequence[date], *, today: date, near: date, ahead: bool
) -> DateReading:
    if len(days) == 1 or isinstance(heard, DayOfYear):
        return ReadDate(min(days, key=lambda day: abs(day - near)))
    if ahead:
        return _put_off(heard, days, today=today, near=near)
    return _held(heard, days, today=today, near=near)


def _held(heard: SpokenDay, days: Sequence[date], *, today: date, near: date) -> DateReading:
    """Takes the past day next to the plan where that is also the latest, or far the closest."""
    nearest = min(days, key=lambda day: abs(day - near))
    past = [day for day in days if day <= today]
    if not past or (nearest > today and not isinstance(heard, Weekday)):
        return ReadDate(nearest)
    closest, latest = min(past, key=lambda day: abs(day - near)), max(past)
    if isinstance(heard, Weekday):
        return _one_of([closest, latest])
    is_close = abs(closest - near) <= _CLOSE
    is_in_month = (closest.year, closest.month) == (near.year, near.month)
    if is_close or (closest == latest and is_in_month):
        return ReadDate(closest)
    return ambiguous(closest, latest)


def _put_off(heard: SpokenDay, days: Sequence[date], *, today: date, near: date) -> DateReading:
    """A meeting that was moved: held since, held before its day, or still to come."""
    if isinstance(heard, Weekday):
        latest = [day for day in days if day <= today and day > near - 2 * _A_WEEK]
        following = [day for day in days if day > today]
        return _one_of([day for day in (*latest[-1:], *following[:1]) if day != near])
    before = [day for day in days if near - _CLOSE <= day < near and day <= today]
    after = [day for day in days if day > near][:1]
    if after and after[0] - near <= _LATER and not before:
        return ReadDate(after[0])
    return ambiguous(*before, *after)


def _of_either_calendar(heard: DayOfMonth, *, today: date, near: date, ahead: bool) -> DateReading:
    """Where a plan goes by the moon, "mùng 5" may be of either calendar."""
    found: list[date] = []
    for spoken in (heard, LunarDay(heard.day)):
        days = list_days(spoken, near - NEAR, near + NEAR)
        chosen = _choose(spoken, days, today=today, near=near, ahead=ahead) if days else IMPOSSIBLE
        found += [chosen.day] if isinstance(chosen, ReadDate) else chosen.candidates
    return _one_of(found)


def _one_of(days: Sequence[date]) -> DateReading:
    return ReadDate(days[0]) if len(set(days)) == 1 else ambiguous(*days)
