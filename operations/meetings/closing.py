"""Closes periods: what nobody reported until the closing day is marked so."""

from datetime import datetime

from domain.chapters import Area, nearest
from domain.meetings import subject_of
from domain.policy import Policy
from storage import UnitOfWork
from storage.directory import areas
from storage.meetings import meetings
from storage.messages import outbox

# Meetings at a time, so that no write transaction lasts long.
MOST = 2000


async def close_period(unit: UnitOfWork, area_id: int, *, policy: Policy, now: datetime) -> int:
    """Marks unreported meetings of closed periods in an area and below; returns how many.

    That is `MOST` at a time: it is called again until none is left.
    """
    place = await areas.get(unit, area_id)
    today = policy.day_of(now)
    closed = await meetings.close(unit, place.path, today=today, limit=MOST)
    if closed:
        await outbox.cancel(unit, map(subject_of, closed), now=now)
    return len(closed)


async def closing_day_of(unit: UnitOfWork, place: Area, *, policy: Policy) -> int:
    """Returns the closing day in force at a place."""
    return nearest(await areas.chain(unit, place.path), "closing_day", policy.closing_day)
