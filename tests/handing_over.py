"""Has what waits for one channel of an office sent by the real worker."""

import asyncio
import time
from pathlib import Path

from bot.outbox_worker import OutboxWorker
from bot.pacing import Pacer
from channels.delivery import Channel
from storage.messages import outbox
from tests.directory import POLICY
from tests.handlers.office import Office
from tests.patience import PATIENCE


async def hand_over(channel: Channel, office: Office, files: Path) -> None:
    """Sends until nothing waits that may go now."""
    worker = OutboxWorker(
        channel,
        office.database,
        policy=POLICY,
        clock=lambda: office.town.now,
        pacer=Pacer(channel.abilities.pace, clock=time.monotonic),
        files=files,
    )
    running = asyncio.create_task(worker.run())
    async with asyncio.timeout(PATIENCE):
        while await _waits(channel, office):  # noqa: ASYNC110 - the database tells nobody of it
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _waits(channel: Channel, office: Office) -> bool:
    async with office.database.read() as unit:
        found = [
            row
            for by_bot in (True, False)
            for row in await outbox.list_pending(
                unit,
                channel=channel.name,
                account=channel.account,
                by_bot=by_bot,
                now=office.town.now,
                limit=9,
            )
        ]
    return bool(found)
