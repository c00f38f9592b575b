"""Reads the day of a meeting near the day it was planned for."""

from datetime import date, timedelta

from domain.reading import DateDoubt, DateReading, DoubtfulDate, ReadDate, parse_date

# A meeting is held or put off within a quarter; a typed day without its year means that one.
NEAR = timedelta(days=92)


def read_day(text: str, *, today: date, near: date, ahead: bool) -> DateReading | None:
    """Returns the day that is meant, a doubt, or None; `ahead` says that it may lie ahead."""
    past = parse_date(text, today=today, towards="past")
    future = parse_date(text, today=today, towards="future")
    close = sorted(day for day in _days(past) | _days(future) if abs(day - near) <= NEAR)
    if len(close) == 1:
        return ReadDate(close[0])
    if close and ahead:
        return DoubtfulDate(DateDoubt.AMBIGUOUS, tuple(close))
    return past


def _days(reading: DateReading | None) -> set[date]:
    if reading is None:
        return set()
    return {reading.day} if isinstance(reading, ReadDate) else set(reading.candidates)
