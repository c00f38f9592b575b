"""What a typed date can turn out to be, and how an unfinished one is completed."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from domain.calendar.lunar import list_lunar_days, lunar_month_of

Towards = Literal["past", "future"]

_HALF_YEAR = timedelta(days=183)
_BARE_DAY_REACH = timedelta(days=31)
_LUNAR_YEAR = timedelta(days=385)
_YEARS = range(1900, 2200)
_WEEK = timedelta(weeks=1)


class DateDoubt(StrEnum):
    """Why something that looks like a date is no certain date."""

    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date read with certainty; `is_lunar` if it was told by the lunar calendar."""

    day: date
    is_lunar: bool = False


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A date to be asked about: why, and which dates may be meant, earliest first."""

    why: DateDoubt
    candidates: tuple[date, ...] = ()


DateReading = ReadDate | DoubtfulDate
IMPOSSIBLE = DoubtfulDate(DateDoubt.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A bare weekday, Monday as 0."""

    number: int


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and a month without a year."""

    day: int
    month: int


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of some month; `of_moon` if it is said as lunar days are ("mùng 5")."""

    day: int
    of_moon: bool = False


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar, of some month where none is said."""

    day: int
    month: int | None = None


SpokenDay = Weekday | DayOfYear | DayOfMonth | LunarDay


def ambiguous(*candidates: date) -> DoubtfulDate:
    """Returns the doubt between several dates."""
    return DoubtfulDate(DateDoubt.AMBIGUOUS, tuple(sorted(set(candidates))))


def full_date(day: int, month: int, year: int) -> DateReading:
    """Reads a date with its year; years far from living memory are impossible."""
    found = _date(day, month, year)
    return ReadDate(found) if found else IMPOSSIBLE


def day_in_month(day: int, step: int, *, today: date) -> DateReading:
    """Reads a day of this month, or of the month `step` months away."""
    found = _on_day(day, today, step)
    return ReadDate(found[0]) if found else IMPOSSIBLE


def list_days(spoken: SpokenDay, first: date, last: date) -> list[date]:
    """Returns all days from `first` to `last` that are so called."""
    if isinstance(spoken, LunarDay):
        days = list_lunar_days(spoken.day, first, last) if 1 <= spoken.day <= 30 else []  # noqa: PLR2004 - a lunar month
        return [day for day in days if spoken.month in (None, lunar_month_of(day))]
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    match spoken:
        case Weekday(number):
            return [day for day in days if day.weekday() == number]
        case DayOfYear(number, month):
            return [day for day in days if (day.day, day.month) == (number, month)]
    return [day for day in days if day.day == spoken.day]


def complete(spoken: SpokenDay, *, today: date, towards: Towards) -> DateReading:
    """Completes a day by what lies nearest to today, the wanted way."""
    match spoken:
        case Weekday():
            return _weekday(spoken, today, towards)
        case DayOfYear():
            return _day_and_month(spoken.day, spoken.month, today, towards)
        case DayOfMonth():
            return _day_alone(spoken.day, today, towards)
    return _lunar(spoken, today, towards)


def _weekday(spoken: Weekday, today: date, towards: Towards) -> DateReading:
    days = list_days(spoken, today - _WEEK, today + _WEEK)
    if towards == "past":
        return ReadDate(max(day for day in days if day <= today))
    if today in days:
        return ambiguous(today, today + _WEEK)
    return ReadDate(min(day for day in days if day > today))


def _lunar(spoken: LunarDay, today: date, towards: Towards) -> DateReading:
    """A day of the moon may lie far back where the month is told."""
    reach = _LUNAR_YEAR if spoken.month else _BARE_DAY_REACH
    if towards == "past":
        past = list_days(spoken, today - reach, today)
        return ReadDate(past[-1], is_lunar=True) if past else IMPOSSIBLE
    ahead = list_days(spoken, today, today + reach)
    return ReadDate(ahead[0], is_lunar=True) if ahead else IMPOSSIBLE


def _day_and_month(day: int, month: int, today: date, towards: Towards) -> DateReading:
    """Completes a date by its year: the nearest one lying the wanted way."""
    years = (today.year - 1, today.year, today.year + 1)
    found = [candidate for year in years if (candidate := _date(day, month, year))]
    if not found:
        return IMPOSSIBLE
    nearest = sorted(found, key=lambda each: abs(each - today))
    wanted = [each for each in nearest if _lies(each, towards, today)]
    if wanted and abs(wanted[0] - today) <= _HALF_YEAR:
        return ReadDate(wanted[0])
    return ambiguous(*nearest[:2])


def _day_alone(day: int, today: date, towards: Towards) -> DateReading:
    """Completes a day of the month by the nearest month lying the wanted way."""
    if day == today.day and towards == "future":
        return ambiguous(today, *_on_day(day, today, 1))
    steps = (0, -1) if towards == "past" else (0, 1)
    found = [each for step in steps for each in _on_day(day, today, step)]
    near = [
        each
        for each in found
        if _lies(each, towards, today) and abs(each - today) <= _BARE_DAY_REACH
    ]
    return ReadDate(near[0]) if near else IMPOSSIBLE


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _lies(day: date, towards: Towards, today: date) -> bool:
    return day <= today if towards == "past" else day >= today


def _on_day(day: int, today: date, step: int) -> list[date]:
    year, month = divmod(today.year * 12 + today.month - 1 + step, 12)
    if not 1 <= day <= monthrange(year, month + 1)[1]:
        return []
    return [date(year, month + 1, day)]
