"""Polling, for trying things out: what Zalo has handed over once it never gives again."""

import asyncio
import time
from collections.abc import Callable, Sequence

from channels.backoff import Backoff
from channels.delivery import Receive, ReceivedUpdate
from channels.zalo.client import ZaloClient
from channels.zalo.errors import ZaloError, ZaloRefusal, is_idle, raise_if_rejected

_SHORTEST_POLL = 1.0
# A server that says "too many" to a poll is left alone for a while.
_SPENT, _SPENT_PAUSE = 429, 300.0


async def poll_events(
    client: ZaloClient,
    read: Callable[[object], Sequence[ReceivedUpdate]],
    store: Receive,
    *,
    backoff: Backoff,
    seconds: int,
) -> None:
    """Takes events until cancelled, and asks for more only after the last are stored."""
    while True:
        began = time.monotonic()
        try:
            received = read(await client.poll(seconds))
        except ZaloError as error:
            raise_if_rejected(error)
            if not is_idle(error):
                spent = isinstance(error, ZaloRefusal) and error.code == _SPENT
                pause = _SPENT_PAUSE if spent else 0.0
                await backoff.pause("polling Zalo failed", error, at_least=pause)
                continue
            # One that ends at once would be asked again and again.
            await asyncio.sleep(max(0.0, _SHORTEST_POLL - (time.monotonic() - began)))
            backoff.reset()
        else:
            await _store(received, store, backoff)


async def _store(received: Sequence[ReceivedUpdate], store: Receive, backoff: Backoff) -> None:
    """Stores what came, however long that takes: nobody would give it again."""
    while received:
        try:
            await store(received)
        except Exception as error:  # noqa: BLE001 - whatever the store suffers from, it passes
            await backoff.pause("events could not be stored, they are kept until then", error)
        else:
            break
    backoff.reset()
