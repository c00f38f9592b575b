"""The strip at the foot of the page: what happened, kept in the database."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from channels.web.demo import DemoEntry
from storage import UnitOfWork
from storage.maintenance import settings

_KEY = "demo_log"
_KEPT = 60


async def load_log(unit: UnitOfWork, *, zone: tzinfo) -> tuple[DemoEntry, ...]:
    """Returns the last entries, the oldest first, by local time."""
    kept = await settings.find(unit, _KEY) or []
    return tuple(
        DemoEntry(at=datetime.fromisoformat(at).astimezone(zone), text=text, played=bool(played))
        for at, text, played in kept
    )


async def add_to_log(unit: UnitOfWork, entries: Sequence[DemoEntry]) -> None:
    """Adds entries and forgets the oldest."""
    kept = await settings.find(unit, _KEY) or []
    rows = [
        [demo_entry.at.isoformat(), demo_entry.text, demo_entry.played] for demo_entry in entries
    ]
    await settings.put(unit, _KEY, [*kept, *rows][-_KEPT:])
