"""What a typed date can turn out to be, and how an unfinished one is completed."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

Towards = Literal["past", "future"]

_HALF_YEAR = timedelta(days=183)
_BARE_DAY_REACH = timedelta(days=31)
_YEARS = range(1900, 2200)


class DateDoubt(StrEnum):
    """Why something that looks like a date is no certain date."""

    LUNAR = "lunar"
    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date read with certainty."""

    day: date


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A date to be asked about: why, and which dates may be meant, earliest first."""

    why: DateDoubt
    candidates: tuple[date, ...] = ()


DateReading = ReadDate | DoubtfulDate
IMPOSSIBLE = DoubtfulDate(DateDoubt.IMPOSSIBLE)
LUNAR = DoubtfulDate(DateDoubt.LUNAR)


def ambiguous(*candidates: date) -> DoubtfulDate:
    """Returns the doubt between several dates."""
    return DoubtfulDate(DateDoubt.AMBIGUOUS, tuple(sorted(set(candidates))))


def full_date(day: int, month: int, year: int) -> DateReading:
    """Reads a date with its year; years far from living memory are impossible."""
    found = _date(day, month, year)
    return ReadDate(found) if found else IMPOSSIBLE


def day_and_month(day: int, month: int, *, today: date, towards: Towards) -> DateReading:
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


def day_alone(day: int, *, today: date, towards: Towards) -> DateReading:
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


def day_in_month(day: int, step: int, *, today: date) -> DateReading:
    """Reads a day of this month, or of the month `step` months away."""
    found = _on_day(day, today, step)
    return ReadDate(found[0]) if found else IMPOSSIBLE


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
