"""Closes periods: what nobody reported until the closing day is marked so."""

from datetime import datetime

from domain.meetings import subject_of
from domain.policy import Policy
from storage import Unit, areas, meetings, outbox


async def close_period(unit: Unit, area_id: int, *, policy: Policy, now: datetime) -> int:
    """Marks the unreported meetings of closed periods in an area and below; returns how many."""
    place = await areas.get(unit, area_id)
    closed = await meetings.close(unit, place.path, today=policy.local(now).date())
    if closed:
        await outbox.cancel(unit, map(subject_of, closed), now=now)
    return len(closed)
