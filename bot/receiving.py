"""Stores what messengers bring, before they are told that it arrived."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.callback_answers import Presses
from channels.delivery import Receive, Received
from operations.messaging.receiving import store_updates
from storage import Database


def receiver(database: Database, *, clock: Callable[[], datetime], presses: Presses) -> Receive:
    """Returns what a channel calls with each batch of updates."""

    async def receive(batch: Sequence[Received]) -> None:
        for received in batch:
            presses.expect(received.inbound)
        async with database.write() as unit:
            updates = [(received.raw, received.inbound) for received in batch]
            await store_updates(unit, updates, now=clock())

    return receive
