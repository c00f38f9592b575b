"""The State's holidays, on which the bot begins nothing by itself."""

from dataclasses import dataclass
from datetime import date, timedelta

from storage import Unit
from storage.meetings import holidays

DAY = timedelta(days=1)
_LONGEST_RUN = 14


@dataclass(frozen=True, slots=True)
class Rest:
    """Whether a day is free, and the free days just before it, the nearest first."""

    is_free: bool
    skipped: tuple[date, ...]


async def rest_at(unit: Unit, today: date) -> Rest:
    """Returns how a day lies to the State's holidays."""
    first = today - _LONGEST_RUN * DAY
    free = await holidays.days_for(unit, "/", first=first, last=today)
    return Rest(today in free, run_before(today, free))


def run_before(today: date, free: frozenset[date]) -> tuple[date, ...]:
    """Returns the unbroken run of free days that ends the day before."""
    run = []
    day = today - DAY
    while day in free:
        run.append(day)
        day -= DAY
    return tuple(run)
