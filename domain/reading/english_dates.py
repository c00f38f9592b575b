"""Dates as the English phones of some people write them: "Nov 24", "24-Nov-2026"."""

import re

from domain.reading.days import IMPOSSIBLE, DateReading, DayOfYear, ReadDate, Weekday, full_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?[ -](?P<year>\d{4}))?"
_FORMS = (
    re.compile(rf"{_MONTH}[ -]{_DAY}{_YEAR}"),
    re.compile(rf"{_DAY}[ -]{_MONTH}{_YEAR}"),
)
_LEAP_YEAR = 2024


def parse_english_date(folded: str) -> DayOfYear | Weekday | DateReading | None:
    """Reads a date with the month's English name, or an English weekday."""
    if folded in _DAYS:
        return Weekday(_DAYS.index(folded))
    shape = next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)
    if shape is None:
        return None
    day, month = int(shape["day"]), _MONTHS.index(shape["month"]) + 1
    if shape["year"]:
        return full_date(day, month, int(shape["year"]))
    exists = isinstance(full_date(day, month, _LEAP_YEAR), ReadDate)
    return DayOfYear(day, month) if exists else IMPOSSIBLE
