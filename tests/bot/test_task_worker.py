"""Long work holds up no other work."""

import asyncio

import pytest

from bot.task_worker import TaskWorker
from storage import Database
from storage.maintenance import tasks
from storage.maintenance.tasks import Task
from tests.directory import at
from tests.patience import PATIENCE

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def add(database: Database, kind: str) -> None:
    async with database.write() as unit:
        await tasks.add(unit, kind=kind, payload={}, now=at(1))


async def test_a_long_task_holds_up_none_that_comes_after_it(database: Database) -> None:
    begun, done, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def long(_: Task) -> None:
        begun.set()
        await go_on.wait()

    async def short(_: Task) -> None:
        done.set()

    worker = TaskWorker(database, {"long": long, "short": short}, clock=lambda: at(1))
    await add(database, "long")
    running = asyncio.create_task(worker.run())
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        await add(database, "short")
        worker.wake()
        await done.wait()
        go_on.set()
        while await _pending(database):  # noqa: ASYNC110 - a database tells no one
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _pending(database: Database) -> int:
    async with database.read() as unit:
        return await tasks.count_pending(unit)
