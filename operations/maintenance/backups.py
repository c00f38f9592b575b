"""When data was saved last, and when that was last tried out."""

from dataclasses import dataclass
from datetime import datetime

from storage import UnitOfWork
from storage.maintenance import settings

_BACKUP, _REHEARSED = "backup_made", "backup_rehearsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedBackup:
    """Moments of the last backup made by the bot and of the last rehearsed restore."""

    backup_at: datetime | None
    backup_error: str
    rehearsed_at: datetime | None


async def note_backup(unit: UnitOfWork, *, now: datetime, error: str = "") -> None:
    """Notes a backup that was made, or why it could not be."""
    before = await settings.find(unit, _BACKUP) or {}
    made = before.get("at") if error else now.isoformat()
    await settings.put(unit, _BACKUP, {"at": made, "error": error, "tried": now.isoformat()})


async def note_rehearsal(unit: UnitOfWork, *, now: datetime) -> None:
    """Notes that a backup came back whole."""
    await settings.put(unit, _REHEARSED, now.isoformat())


async def find_saved(unit: UnitOfWork) -> SavedBackup:
    """Returns when data was saved and when a restore was rehearsed."""
    found = await settings.find(unit, _BACKUP) or {}
    rehearsed = await settings.find(unit, _REHEARSED)
    return SavedBackup(
        backup_at=datetime.fromisoformat(found["at"]) if found.get("at") else None,
        backup_error=found.get("error", ""),
        rehearsed_at=datetime.fromisoformat(rehearsed) if rehearsed else None,
    )


async def find_tried(unit: UnitOfWork) -> datetime | None:
    """Returns when a backup was begun last, whether or not it came to be."""
    found = await settings.find(unit, _BACKUP) or {}
    return datetime.fromisoformat(found["tried"]) if found.get("tried") else None
