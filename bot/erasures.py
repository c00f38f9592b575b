"""The list of erasures beside the database: an older backup that is restored obeys it."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from bot.settings import Settings
from bot.task_worker import Work
from domain.policy import Policy
from operations.people.erasing import list_erasures, repeat_erasures
from storage import Database
from storage.maintenance.tasks import Task

LIST = "erasures.txt"
_HEAD = "# Who was erased, as hashes. Keep it with the backups: a restore erases them again."


def read_list(folders: Iterable[Path]) -> set[str]:
    """Returns the hashes that the lists in some folders hold."""
    files = [folder / LIST for folder in folders]
    lines = [file.read_text("utf-8").splitlines() for file in files if file.is_file()]
    return {line.strip() for each in lines for line in each if line[:1] not in ("", "#")}


def _write(folder: Path, hashes: set[str]) -> None:
    both = sorted(hashes | read_list([folder]))
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{LIST}.part"
    part.touch(mode=0o600)
    part.write_text("\n".join([_HEAD, *both, ""]), "utf-8")
    part.replace(folder / LIST)


async def write_list(database: Database, folder: Path) -> None:
    """Adds to a folder's list whom erasures took; nobody is ever taken off it."""
    async with database.read() as unit:
        hashes = set(await list_erasures(unit))
    if hashes:
        await asyncio.to_thread(_write, folder, hashes)


def listing_work(database: Database, *, folder: Path) -> Work:
    """Returns the work of a task that follows each erasure."""

    async def write(_task: Task) -> None:
        await write_list(database, folder)

    return write


async def repeat_after_restore(
    database: Database,
    settings: Settings,
    source: Path,
    *,
    policy: Policy,
    clock: Callable[[], datetime],
) -> int:
    """Erases again whom the lists beside the data and beside the backup name; says how many."""
    hashes = await asyncio.to_thread(read_list, [settings.data_dir, source.parent])
    async with database.write() as unit:
        repeated = await repeat_erasures(unit, hashes, policy=policy, now=clock())
    await write_list(database, settings.data_dir)
    return repeated
