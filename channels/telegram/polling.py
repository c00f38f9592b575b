"""Long polling that moves on only after the updates are stored."""

from collections.abc import Callable, Sequence
from typing import Any

from telegram.error import TelegramError

from channels.backoff import Backoff
from channels.delivery import Receive, ReceivedUpdate
from channels.telegram.client import TelegramClient
from channels.telegram.parse import ALLOWED_UPDATES
from channels.telegram.retry import asked_pause, raise_if_rejected
from channels.values import mapping, whole


class NoProgress(Exception):
    """Telegram answered, but with nothing that leads on; it is asked again after a pause."""


async def poll_updates(
    client: TelegramClient,
    read: Callable[[object], ReceivedUpdate],
    store: Receive,
    *,
    backoff: Backoff,
    seconds: int,
) -> None:
    """Takes updates until cancelled; the offset lives in memory and follows `store`.

    It follows the last batch, up or down: after a week without updates Telegram may begin again
    with a lower number (https://core.telegram.org/bots/api#update).
    """
    offset = 0
    while True:
        try:
            updates = await _updates(client, offset, seconds)
            offset = await _taken(updates, offset, read, store)
        except TelegramError as error:
            raise_if_rejected(error)
            await backoff.pause("polling Telegram failed", error, at_least=asked_pause(error))
        except NoProgress as error:
            await backoff.pause("Telegram has nothing new to give", error)
        except Exception as error:  # noqa: BLE001 - whatever the store suffers from, it passes
            await backoff.pause("updates could not be stored, they stay with Telegram", error)
        else:
            backoff.reset()


async def _updates(client: TelegramClient, offset: int, seconds: int) -> list[Any]:
    updates = await client.poll(offset=offset, seconds=seconds, allowed=ALLOWED_UPDATES)
    if not isinstance(updates, list):
        raise NoProgress("getUpdates gave no list")
    return updates


async def _taken(
    updates: Sequence[object],
    offset: int,
    read: Callable[[object], ReceivedUpdate],
    store: Receive,
) -> int:
    if not updates:
        return offset
    await store([read(update) for update in updates])
    ids = [whole(mapping(update).get("update_id")) for update in updates]
    following = max((number + 1 for number in ids if number is not None), default=offset)
    if following == offset:
        raise NoProgress("the same updates came again, or updates without a number")
    return following
