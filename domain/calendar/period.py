"""Reporting periods: a month, two months or a quarter of a year."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Self

FREQUENCIES = (1, 2, 3)
MONTHS_OF_LETTER = {"B": 2, "Q": 3}
LETTER_OF_MONTHS = {months: letter for letter, months in MONTHS_OF_LETTER.items()}
KEY = re.compile(r"([0-9]{4})-(?:([0-9]{2})|([BQ])([1-6]))")


class _Months(NamedTuple):
    year: int
    month: int
    months: int = 1


class Period(_Months):
    """One, two or three months of a year, counted from January; ordered by its first day.

    `month` is the first month. As text: "2026-11" (November), "2026-B6" (November and
    December, the sixth two months), "2026-Q4" (fourth quarter); never over 7 characters.
    """

    __slots__ = ()

    def __new__(cls, year: int, month: int, months: int = 1) -> Self:
        """Makes a period; raises ValueError for one that there cannot be."""
        if months not in FREQUENCIES:
            raise ValueError(f"A period has 1, 2 or 3 months, not {months}.")
        if month not in range(1, 13) or (month - 1) % months:
            raise ValueError(f"No period of {months} months begins in month {month}.")
        if year not in range(1000, 10000):
            raise ValueError(f"A year has four digits, not {year}.")
        return super().__new__(cls, year, month, months)

    def __str__(self) -> str:
        if self.months == 1:
            return f"{self.year}-{self.month:02}"
        return f"{self.year}-{LETTER_OF_MONTHS[self.months]}{self.number}"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first_day <= day <= self.last_day

    @property
    def number(self) -> int:
        """Which period of its year this is, from 1."""
        return (self.month - 1) // self.months + 1

    @property
    def last_month(self) -> int:
        """The number of the last month of the period."""
        return self.month + self.months - 1

    @property
    def first_day(self) -> date:
        """The first day of the first month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the last month."""
        return day_or_last(self.year, self.last_month, 31)

    def next(self) -> Self:
        """The period right after this one."""
        return self._moved(1)

    def previous(self) -> Self:
        """The period right before this one."""
        return self._moved(-1)

    def _moved(self, steps: int) -> Self:
        years, month = divmod(self.month - 1 + steps * self.months, 12)
        return type(self)(self.year + years, month + 1, self.months)


@lru_cache(maxsize=4096)
def period_of(day: date, months: int) -> Period:
    """The period of one, two or three months in which `day` lies."""
    return Period(day.year, day.month - (day.month - 1) % months, months)


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period:
    """Reads "2026-11", "2026-B6" or "2026-Q4"; anything else is a ValueError."""
    match = KEY.fullmatch(text)
    if match is None:
        raise ValueError(f'A period is written "2026-11", "2026-B6" or "2026-Q4", not "{text}".')
    year, month, letter, number = match.groups()
    if month is not None:
        return Period(int(year), int(month))
    months = MONTHS_OF_LETTER[letter]
    return Period(int(year), (int(number) - 1) * months + 1, months)


def overlapping(period: Period) -> frozenset[str]:
    """Returns the periods of every length that share a day with this one, as text."""
    found = set()
    for months in FREQUENCIES:
        other = period_of(period.first_day, months)
        while other.first_day <= period.last_day:
            found.add(str(other))
            other = other.next()
    return frozenset(found)


@lru_cache(maxsize=4096)
def day_or_last(year: int, month: int, day: int) -> date:
    """That day of the month, or its last day where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))
