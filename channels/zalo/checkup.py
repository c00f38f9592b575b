"""Looks whether Zalo can be reached, whose token it is, and how the webhook does."""

from dataclasses import dataclass

from channels.values import clean, mapping
from channels.zalo.client import ZaloClient
from channels.zalo.errors import ZaloError, ZaloRefusal, is_unset

# Zalo tests a webhook only so often a day.
_TESTED_ENOUGH = 426


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What one bot account answers; `error` is why it does not, "" if it does.

    `probe` is what Zalo found at the webhook, "" where it was not tried.
    """

    name: str = ""
    error: str = ""
    webhook: str = ""
    probe: str = ""


async def check_up(token: str, *, api_url: str) -> Checkup:
    """Asks Zalo about a token; never raises for what Zalo or the network does."""
    client = ZaloClient(token, api_url=api_url)
    try:
        me = mapping(await client.call("getMe"))
        webhook = clean(await _webhook(client))
        return Checkup(
            name=clean(me.get("account_name")),
            webhook=webhook,
            probe=await _probe(client) if webhook else "",
        )
    except ZaloError as error:
        return Checkup(error=str(error))
    finally:
        await client.close()


async def _webhook(client: ZaloClient) -> object:
    try:
        return mapping(await client.call("getWebhookInfo")).get("url")
    except ZaloError as error:
        if is_unset(error):
            return ""
        raise


async def _probe(client: ZaloClient) -> str:
    try:
        return clean(mapping(await client.call("testWebhook")).get("outcome"))
    except ZaloRefusal as error:
        if error.code == _TESTED_ENOUGH or is_unset(error):
            return ""
        raise
