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
        """Works until cancelled, a few tasks at once; a long one holds up no other."""
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                self._woken.clear()
                claimed = await self._claim(AT_ONCE - len(running))
                for task in claimed:
                    work = asyncio.create_task(self._run(task))
                    running.add(work)
                    work.add_done_callback(running.discard)
                    work.add_done_callback(lambda _: self.wake())
                if not claimed:
                    with suppress(TimeoutError):
                        # wait_for of Python 3.11 may lose a cancellation beside the event.
                        async with asyncio.timeout(_LOOK_AGAIN):
                            await self._woken.wait()
        finally:
            for work in running:
                work.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _claim(self, limit: int) -> list[Task]:
        if not limit:
            return []
        now = self._clock()
        try:
            async with self._database.write() as unit:
                return await tasks.claim(unit, now=now, until=now + _LASTS, limit=limit)
        except Unavailable:
            return []

    async def _run(self, task: Task) -> None:
        error: str | None = None
        try:
            await self._work[task.kind](task)
        except Unavailable as gone:
            error = str(gone)
        except Exception as failure:
            log.exception("task failed", task_id=task.id, kind=task.kind, tries=task.tries)
            error = f"{type(failure).__name__}: {failure}"
        # What could not be noted is taken up again in a while.
        with suppress(Unavailable):
            await self._note(task, error)

    async def _note(self, task: Task, error: str | None) -> None:
        async with self._database.write() as unit:
            now = self._clock()
            if error is None or task.tries >= TRIES:
                await tasks.finish(unit, task.id, now=now, error=error)
            else:
                pause = timedelta(seconds=min(2**task.tries, _LONGEST_PAUSE))
                await tasks.postpone(unit, task.id, until=now + pause, error=error)
