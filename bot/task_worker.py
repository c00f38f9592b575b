"""The task pump: long work, outside any transaction, its result through the outbox."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from storage import Database, Unavailable
from storage.maintenance import tasks
from storage.maintenance.tasks import Task

log = structlog.get_logger()

AT_ONCE = 4
TRIES = 8
_LASTS = timedelta(minutes=5)
_LOOK_AGAIN = 1.0
_LONGEST_PAUSE = 600

Work = Callable[[Task], Awaitable[None]]


class TaskWorker:
    """Runs queued tasks until cancelled; one that raises is tried again, later each time."""

    def __init__(
        self,
        database: Database,
        work: Mapping[str, Work],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._work = work
        self._clock = clock
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Makes the pump look at the tasks now."""
        self._woken.set()

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            self._woken.clear()
            try:
                claimed = await self._claim()
                await asyncio.gather(*(self._run(task) for task in claimed))
            except Unavailable:
                claimed = []
            if not claimed:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), _LOOK_AGAIN)

    async def _claim(self) -> list[Task]:
        now = self._clock()
        async with self._database.write() as unit:
            return await tasks.claim(unit, now=now, until=now + _LASTS, limit=AT_ONCE)

    async def _run(self, task: Task) -> None:
        error: str | None = None
        try:
            await self._work[task.kind](task)
        except Unavailable as gone:
            error = str(gone)
        except Exception as failure:
            log.exception("task failed", task_id=task.id, kind=task.kind, tries=task.tries)
            error = f"{type(failure).__name__}: {failure}"
        async with self._database.write() as unit:
            now = self._clock()
            if error is None or task.tries >= TRIES:
                await tasks.finish(unit, task.id, now=now, error=error)
            else:
                pause = timedelta(seconds=min(2**task.tries, _LONGEST_PAUSE))
                await tasks.postpone(unit, task.id, until=now + pause, error=error)
