"""Photos whose time is over go from the disk, those that a row still names stay."""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.downloads import path_of
from bot.personal_files import removal_work
from bot.task_worker import TaskWorker
from domain.files import StoredFile
from domain.inbound import Address
from operations.maintenance.files import file_ready
from operations.maintenance.retention import REMOVE_FILES, apply_retention
from storage import Database
from storage.messages import addresses, attachments
from tests.directory import POLICY, at
from tests.patience import PATIENCE

YEAR_ON = at(6) + timedelta(days=366)
OLD, SHARED, NEW = b"of last year", b"sent in both years", b"of this year"


async def keep(database: Database, folder: Path, content: bytes, *, late: bool) -> str:
    """Takes a photo as the channel does; returns its SHA-256."""
    when, sha256 = YEAR_ON if late else at(6), hashlib.sha256(content).hexdigest()
    file = folder / path_of(sha256)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    async with database.write() as unit:
        here = Address("telegram", "main", "1", "1")
        known = (await addresses.ensure(unit, {here: (False, "")}, now=when))[here]
        added = await attachments.add(
            unit,
            attachments.NewFile(
                kind="photo",
                source={"file_id": "x"},
                name="bien-ban.jpg",
                mime="image/jpeg",
                size=len(content),
            ),
            address_id=known.id,
            now=when,
        )
        await file_ready(unit, added, StoredFile(sha256, "image/jpeg", len(content)))
    return sha256


def contents(folder: Path) -> Sequence[bytes]:
    return sorted(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_files_leave_the_disk_with_the_last_row_that_names_them(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    for content, late in ((OLD, False), (SHARED, False), (SHARED, True), (NEW, True)):
        await keep(database, folder, content, late=late)
    async with database.write() as unit:
        await apply_retention(unit, policy=POLICY, now=YEAR_ON)
    work = {REMOVE_FILES: removal_work(database, folder=folder)}
    working = asyncio.create_task(TaskWorker(database, work, clock=lambda: YEAR_ON).run())
    async with asyncio.timeout(PATIENCE):
        while len(contents(folder)) > 2:  # noqa: ASYNC110 - a disk tells no one
            await asyncio.sleep(0.02)
    working.cancel()
    assert contents(folder) == sorted([SHARED, NEW])
