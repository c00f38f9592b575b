"""One poller, one sender, one clock: work is done only while this process leads it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.processes import is_gone
from storage import Database, Unavailable, UnitOfWork
from storage.maintenance import leases

log = structlog.get_logger()

# Another process takes over within LASTS + _RENEW, three seconds, of the leader's last renewal,
# and at once where it sees that the leader is dead.
LASTS = timedelta(seconds=2.4)
_RENEW = 0.6


class Leadership:
    """Runs work while this process holds its lease; alone on SQLite it always does."""

    def __init__(self, database: Database, *, owner: str) -> None:
        self._database = database
        self._owner = owner

    async def lead(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Runs `work` whenever the lease is held, until cancelled."""
        if self._database.is_sqlite:
            return await work()
        loop = asyncio.get_running_loop()
        while True:
            # Counted from before it is asked for: the database begins no sooner.
            asked = loop.time()
            if await self._renew(name):
                log.info("leading", lease=name)
                held_until = asked + LASTS.total_seconds()
                await self._work_while_leading(name, work, held_until)
            await asyncio.sleep(_RENEW)

    async def _work_while_leading(
        self, name: str, work: Callable[[], Awaitable[None]], held_until: float
    ) -> None:
        task = asyncio.ensure_future(work())
        loop = asyncio.get_running_loop()
        try:
            while not task.done() and loop.time() < held_until:
                await asyncio.wait([task], timeout=min(_RENEW, held_until - loop.time()))
                asked = loop.time()
                held = await self._renew_until(held_until, name)
                if held:
                    held_until = asked + LASTS.total_seconds()
                elif held is False:
                    log.warning("lease lost", lease=name)
                    break
            if task.done():
                task.result()
        finally:
            await self._stop(name, task)

    async def _stop(self, name: str, task: asyncio.Future[None]) -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        with suppress(Unavailable):
            async with self._database.write() as unit:
                await leases.release(unit, name=name, owner=self._owner)

    async def _renew_until(self, moment: float, name: str) -> bool | None:
        """Renews the lease; None when the database has not answered by then."""
        try:
            async with asyncio.timeout_at(moment):
                return await self._renew(name)
        except TimeoutError:
            return None

    async def _renew(self, name: str) -> bool | None:
        """Returns whether the lease is held, None when the database cannot be asked."""
        try:
            async with self._database.write() as unit:
                held = await self._acquire(unit, name)
                if held is None:
                    holder = await leases.find_owner(unit, name=name)
                    if holder is not None and is_gone(holder):
                        await leases.release(unit, name=name, owner=holder)
                        held = await self._acquire(unit, name)
        except Unavailable:
            return None
        return held is not None

    async def _acquire(self, unit: UnitOfWork, name: str) -> int | None:
        return await leases.acquire(unit, name=name, owner=self._owner, lasts=LASTS)
