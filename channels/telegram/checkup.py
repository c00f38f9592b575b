"""Looks whether Telegram can be reached, whose token it is, and how the webhook does."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp
from telegram.error import TelegramError

from channels.telegram.client import TelegramClient

_PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What one bot account answers; `error` is why it does not, "" if it does."""

    username: str = ""
    error: str = ""
    webhook: str = ""
    webhook_error: str = ""
    pending: int = 0


async def check_up(token: str, *, api_url: str, proxy: str) -> Checkup:
    """Asks Telegram about a token; never raises for what Telegram or the network does."""
    client = TelegramClient(token, api_url=api_url, proxy=proxy)
    try:
        me = await client.call("getMe")
        hook = await client.call("getWebhookInfo")
    except TelegramError as error:
        return Checkup(error=str(error))
    finally:
        await client.close_connections()
    return Checkup(
        username=me.get("username", ""),
        webhook=hook.get("url", ""),
        webhook_error=hook.get("last_error_message", ""),
        pending=hook.get("pending_update_count", 0),
    )


async def find_server_time(api_url: str, *, proxy: str) -> datetime | None:
    """Returns the moment by Telegram's clock, None if it cannot be asked."""
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as session,
            session.head(api_url, proxy=proxy or None) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return None
