"""Days without the bot's own messages: the State's holidays, and while it did not run."""

from dataclasses import dataclass
from datetime import date, timedelta

from storage import UnitOfWork
from storage.maintenance import settings
from storage.meetings import holidays

DAY = timedelta(days=1)
_LONGEST_RUN = 14
_MORNINGS = "mornings"


@dataclass(frozen=True, slots=True)
class Rest:
    """Whether a day is free, and the days just before it without a morning, the nearest first."""

    is_free: bool
    skipped: tuple[date, ...]


async def rest_at(unit: UnitOfWork, today: date) -> Rest:
    """Returns how a day lies to the State's holidays and to the days when nothing ran."""
    first = today - _LONGEST_RUN * DAY
    free = await holidays.days_for(unit, "/", first=first, last=today)
    left_out = {*run_before(today, free), *await _missed(unit, today)}
    return Rest(today in free, tuple(sorted(left_out, reverse=True)))


async def _missed(unit: UnitOfWork, today: date) -> list[date]:
    """Returns the days since the last morning that was seen to, today's own left aside."""
    seen = await settings.find(unit, _MORNINGS)
    if seen is None:
        return []
    last = date.fromisoformat(seen["before" if seen["last"] == today.isoformat() else "last"])
    first = max(last, today - _LONGEST_RUN * DAY) + DAY
    return [first + step * DAY for step in range((today - first).days)]


async def is_morning_noted(unit: UnitOfWork, today: date) -> bool:
    """True once a day's morning was seen to."""
    seen = await settings.find(unit, _MORNINGS)
    return seen is not None and bool(seen["last"] >= today.isoformat())


async def note_morning(unit: UnitOfWork, today: date) -> None:
    """Notes that whoever was to be reminded this morning has been."""
    seen = await settings.find(unit, _MORNINGS)
    last = today.isoformat()
    if seen is None or seen["last"] < last:
        before = seen["last"] if seen else (today - DAY).isoformat()
        await settings.put(unit, _MORNINGS, {"last": last, "before": before})


def run_before(today: date, free: frozenset[date]) -> tuple[date, ...]:
    """Returns the unbroken run of free days that ends the day before."""
    run = []
    day = today - DAY
    while day in free:
        run.append(day)
        day -= DAY
    return tuple(run)
