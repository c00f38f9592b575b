"""The bot's accounts on Zalo, made from the settings."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.routing import BaseRoute

from bot.file_links import FileLinks, load_link_key
from bot.leases import Leadership
from bot.policy import plan_of
from bot.settings import Settings
from bot.spool import Spool
from channels.delivery import Receive, ReceivedUpdate, Webhook
from channels.zalo.channel import ZaloChannel
from channels.zalo.client import ZaloClient
from domain.quota import Quota
from operations.messaging.quotas import Account

# Notes so many messages from an account.
Count = Callable[[Account, int], Coroutine[Any, Any, None]]


class ZaloAccounts:
    """Every Zalo account that the settings name."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._links = _links_of(settings, clock) if settings.zalo_tokens else None
        self._channels = {
            name: ZaloChannel(
                account=name,
                client=ZaloClient(token.get_secret_value(), api_url=settings.zalo_api_url),
                quota=plan_of(settings),
                link_to=self._links.link_to if self._links else None,
                clock=clock,
            )
            for name, token in settings.zalo_tokens.items()
        }
        self._spools: dict[str, Spool] = {}

    def __iter__(self) -> Iterator[ZaloChannel]:
        return iter(self._channels.values())

    def open_spools(self, store: Receive, count: Count) -> None:
        """Has what comes in stored by `store` and counted, or on disk while that cannot be."""
        self._spools = {
            name: Spool(
                spool_folder(self._settings, name), _counted(channel, store, count), channel.read
            )
            for name, channel in self._channels.items()
        }

    async def receive(self, channel: ZaloChannel, leadership: Leadership) -> None:
        """Takes one account's events until cancelled: pushed, or polled by one process alone."""
        spool, url = self._spools[channel.account], self._settings.zalo_webhook_url
        async with asyncio.TaskGroup() as group:
            group.create_task(spool.run())
            if url:
                address = f"{url}/zalo/webhook/{quote(channel.account, safe='')}"
                await channel.set_webhook(address, self._secret)
            else:
                await leadership.lead(
                    f"poll:zalo:{channel.account}", lambda: channel.receive(spool.receive)
                )

    def webhooks(self) -> dict[str, Webhook]:
        """Returns what answers pushed events, by account; empty when they are polled."""
        if not self._settings.zalo_webhook_url:
            return {}
        return {name: channel.webhook(self._secret) for name, channel in self._channels.items()}

    def file_routes(self) -> list[BaseRoute]:
        """Returns the path of the links to files; none where no public address is set."""
        return self._links.routes() if self._links else []

    @property
    def receivers(self) -> Mapping[str, Receive]:
        """What takes the events of each account."""
        return {name: spool.receive for name, spool in self._spools.items()}

    @property
    def _secret(self) -> str:
        return self._settings.zalo_webhook_secret.get_secret_value()


def _links_of(settings: Settings, clock: Callable[[], datetime]) -> FileLinks | None:
    if not settings.public_url:
        return None
    return FileLinks(
        load_link_key(settings.data_dir / "links.key"),
        public_url=settings.public_url,
        folder=settings.files_dir,
        clock=clock,
    )


def _counted(channel: ZaloChannel, store: Receive, count: Count) -> Receive:
    async def receive(batch: Sequence[ReceivedUpdate]) -> None:
        await store(batch)
        await count((channel.name, channel.account), len(batch))

    return receive


def plans_of(settings: Settings) -> dict[Account, Quota]:
    """Returns the plans of all accounts that have one."""
    return {("zalo", name): plan_of(settings) for name in settings.zalo_tokens}


def spool_folder(settings: Settings, account: str) -> Path:
    """Returns where an account's events lie while the database is away."""
    return settings.data_dir / "spool" / f"zalo-{quote(account, safe='')}"
