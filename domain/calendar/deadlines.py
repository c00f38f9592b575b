"""Until when a report is on time, and when a period closes.

The two know nothing of each other: a meeting moved far into the next month may be due after
its period has closed; its report is then on time and still needs the commune's leave.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from domain.calendar.period import Period, day_or_last

GRACE_DAYS = 5
CLOSING_DAY = 10


def due_date(period: Period, planned: date | None, *, grace_days: int = GRACE_DAYS) -> date:
    """The last day on which a report is on time.

    A meeting without a fixed day is counted from the last day of its period.
    """
    return (planned or period.last_day) + timedelta(days=grace_days)


def is_on_time(
    period: Period, planned: date | None, reported: date, *, grace_days: int = GRACE_DAYS
) -> bool:
    """Whether a report that came on the local day `reported` is on time."""
    return reported <= due_date(period, planned, grace_days=grace_days)


def closing_date(period: Period, *, closing_day: int = CLOSING_DAY) -> date:
    """The last day on which the period is open: that day of the month after it ends."""
    following = (period.last_day + timedelta(days=1)).replace(day=1)
    return day_or_last(following.year, following.month, closing_day)


def is_closed(period: Period, today: date, *, closing_day: int = CLOSING_DAY) -> bool:
    """Whether the period's figures stand on the local day `today`."""
    return today > closing_date(period, closing_day=closing_day)


class Deadlines(NamedTuple):
    """An area's days of grace and its closing day."""

    grace_days: int
    closing_day: int

    def of(self, period: Period, day: date | None) -> tuple[date, date]:
        """Returns until when a report is on time, and until when it is taken."""
        return _deadlines(self, period, day)


@lru_cache(maxsize=4096)
def _deadlines(at: Deadlines, period: Period, day: date | None) -> tuple[date, date]:
    due = due_date(period, day, grace_days=at.grace_days)
    return due, closing_date(period, closing_day=at.closing_day)
