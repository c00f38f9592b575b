"""Writes the file with a person's own data, and removes files that no row names any more."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import orjson

from bot.downloads import path_of, store_made
from bot.task_worker import Work
from operations.maintenance.retention import list_spare_files
from operations.people import personal_file
from operations.people.privacy import get_own_data
from storage import Database
from storage.maintenance.tasks import Task


def personal_data_work(database: Database, *, folder: Path, clock: Callable[[], datetime]) -> Work:
    """Returns the work of a task that sends a person their own data."""

    async def write_file(task: Task) -> None:
        who = {name: task.payload[name] for name in ("person_id", "address_id")}
        async with database.read() as unit:
            if await personal_file.find_asker(unit, **who) is None:
                return
            data = await get_own_data(unit, who["person_id"])
        content = orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)
        stored = await store_made(content, mime=personal_file.MIME, folder=folder)
        async with database.write() as unit:
            here = await personal_file.find_asker(unit, **who)
            if here is not None:
                key = f"personal:{task.id}"
                await personal_file.hand_over(unit, here, stored, key=key, now=clock())

    return write_file


def removal_work(database: Database, *, folder: Path) -> Work:
    """Returns the work of a task that removes files whose last row is gone."""

    async def remove(task: Task) -> None:
        async with database.read() as unit:
            spare = await list_spare_files(unit, task.payload["sha256"])
        for name in spare:
            await asyncio.to_thread((folder / path_of(name)).unlink, missing_ok=True)

    return remove
