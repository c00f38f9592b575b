"""The nightly backup: made once a day after its hour, the oldest thrown away."""

import asyncio
import tarfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import structlog

from bot.archives import BackupError
from bot.backup import write_backup
from bot.erasures import write_list
from bot.settings import Settings
from domain.policy import Policy
from operations.maintenance.backups import find_tried, note_backup
from storage import Database, StorageError, Unavailable
from storage.copies import remove_old_copies

log = structlog.get_logger()

_LOOK_AGAIN = 60.0
_PATTERN = "sinhhoat-????-??-??.tar.gz*"


def is_due(tried: datetime | None, now: datetime, *, policy: Policy, hour: int) -> bool:
    """True from the hour on of a day on which no backup was tried."""
    local = policy.local(now)
    return local.hour >= hour and (tried is None or policy.day_of(tried) < local.date())


async def back_up_when_due(
    database: Database, settings: Settings, *, policy: Policy, now: datetime
) -> Path | None:
    """Makes the day's backup if it is time; returns its file. A failure is noted and logged."""
    folder = settings.backup_dir
    if folder is None:
        return None
    async with database.read() as unit:
        tried = await find_tried(unit)
    if not is_due(tried, now, policy=policy, hour=settings.backup_hour):
        return None
    ending = ".age" if settings.backup_key.get_secret_value() else ""
    target = folder / f"sinhhoat-{policy.local(now):%Y-%m-%d}.tar.gz{ending}"
    error = ""
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        await write_backup(settings, target, now=now, on_rows=lambda _: None)
        await write_list(database, folder)
        await asyncio.to_thread(_throw_away, folder, settings.backup_keep)
    except (BackupError, OSError, StorageError, tarfile.TarError) as failure:
        error = str(failure)
        log.error("no backup was made", reason=error)
    async with database.write() as unit:
        await note_backup(unit, now=now, error=error)
    return None if error else target


def _throw_away(folder: Path, keep: int) -> None:
    for old in sorted(folder.glob(_PATTERN), reverse=True)[keep:]:
        old.unlink(missing_ok=True)


async def run_nightly(
    database: Database, settings: Settings, *, policy: Policy, clock: Callable[[], datetime]
) -> None:
    """Looks every minute whether a backup is due and which copies are over, until cancelled."""
    while True:
        with suppress(Unavailable):
            await back_up_when_due(database, settings, policy=policy, now=clock())
            for name in await asyncio.to_thread(remove_old_copies, settings.database, now=clock()):
                log.info("copy of before a migration deleted", file=name)
        await asyncio.sleep(_LOOK_AGAIN)
