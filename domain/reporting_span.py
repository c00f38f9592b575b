"""The periods over which figures are reported: a month, a quarter, half a year, a year."""

import re
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period

LENGTHS = (1, 3, 6, 12)
_KEY = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])|H([12])))?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Some months of a year; as text "2026-11", "2026-Q4", "2026-H2" or "2026"."""

    year: int
    month: int
    months: int

    def __post_init__(self) -> None:
        if self.months not in LENGTHS or (self.month - 1) % self.months:
            raise ValueError(f"No span of {self.months} months begins in month {self.month}.")
        if self.month not in range(1, 13) or self.year not in range(1000, 10000):
            raise ValueError(f"No span begins in month {self.month} of {self.year}.")

    def __str__(self) -> str:
        match self.months:
            case 1:
                return f"{self.year}-{self.month:02}"
            case 3:
                return f"{self.year}-Q{self.number}"
            case 6:
                return f"{self.year}-H{self.number}"
            case _:
                return str(self.year)

    @property
    def number(self) -> int:
        """Which span of its length this is in its year, from 1."""
        return (self.month - 1) // self.months + 1

    @property
    def periods(self) -> tuple[Period, ...]:
        """The months, the first first."""
        return tuple(Period(self.year, self.month + step) for step in range(self.months))

    def begun(self, today: date) -> tuple[Period, ...]:
        """The months that have begun, the first first; those ahead count nothing yet."""
        return tuple(period for period in self.periods if period.first_day <= today)

    def parts(self) -> list["Span"]:
        """Returns this span and all shorter ones in it."""
        return [
            Span(self.year, self.month + step, months)
            for months in LENGTHS
            if months <= self.months
            for step in range(0, self.months, months)
        ]

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The whole quarters inside, none of a month."""
        return tuple(
            Period(self.year, self.month + step, 3) for step in range(0, self.months - 2, 3)
        )

    @property
    def first_day(self) -> date:
        """The first day of the first month."""
        return self.periods[0].first_day

    @property
    def last_day(self) -> date:
        """The last day of the last month."""
        return self.periods[-1].last_day

    def previous(self) -> "Span":
        """The span right before this one."""
        return self._moved(-1)

    def next(self) -> "Span":
        """The span right after this one."""
        return self._moved(1)

    def year_before(self) -> "Span":
        """The same span of the year before."""
        return Span(self.year - 1, self.month, self.months)

    def _moved(self, steps: int) -> "Span":
        years, month = divmod(self.month - 1 + steps * self.months, 12)
        return Span(self.year + years, month + 1, self.months)


def span_of(day: date, months: int) -> Span:
    """The span of so many months in which a day lies."""
    return Span(day.year, day.month - (day.month - 1) % months, months)


def parse_span(text: str) -> Span:
    """Reads "2026-11", "2026-Q4", "2026-H2" or "2026"; anything else is a ValueError."""
    match = _KEY.fullmatch(text)
    if match is None:
        raise ValueError(
            f'A span is written "2026-11", "2026-Q4", "2026-H2" or "2026", not "{text}".'
        )
    year, month, quarter, half = match.groups()
    for months, number in ((1, month), (3, quarter), (6, half)):
        if number is not None:
            return Span(int(year), (int(number) - 1) * months + 1, months)
    return Span(int(year), 1, 12)
