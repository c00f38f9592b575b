"""The bot's accounts on Telegram, made from the settings."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from bot.leases import Leadership
from bot.settings import Settings
from channels.delivery import Receive, Webhook
from channels.telegram.channel import TelegramChannel
from channels.telegram.client import TelegramClient
from channels.web import Way
from domain.codes import normalise_code

# By language, "" for all others: name and description of each.
Commands = Mapping[str, Sequence[tuple[str, str]]]
# Descriptions of commands need all texts read, which is done while the first calls are under way.
_UNDER_WAY = 0.05


class TelegramAccounts:
    """Every Telegram account that the settings name."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._channels = {
            name: TelegramChannel(
                account=name,
                client=TelegramClient(
                    token.get_secret_value(),
                    api_url=settings.telegram_api_url,
                    proxy=settings.telegram_proxy,
                ),
                clock=clock,
            )
            for name, token in settings.telegram_token.items()
        }

    def __iter__(self) -> Iterator[TelegramChannel]:
        return iter(self._channels.values())

    async def receive(
        self,
        channel: TelegramChannel,
        leadership: Leadership,
        store: Receive,
        *,
        commands: Callable[[], Commands],
    ) -> None:
        """Takes one account's updates: pushed, or polled by one process alone until cancelled."""
        url = self._settings.telegram_webhook_url
        if url:
            await channel.set_webhook(f"{url}/telegram/webhook/{channel.account}", self._secret)
            await channel.set_commands(commands())
            return

        async def poll() -> None:
            async with asyncio.TaskGroup() as group:
                group.create_task(channel.receive(store))
                await asyncio.sleep(_UNDER_WAY)
                await channel.set_commands(commands())

        await leadership.lead(f"poll:telegram:{channel.account}", poll)

    def webhooks(self) -> dict[str, Webhook]:
        """Returns what answers pushed updates, by account; empty when they are polled."""
        if not self._settings.telegram_webhook_url:
            return {}
        return {name: channel.webhook(self._secret) for name, channel in self._channels.items()}

    def find_bot(self) -> str:
        """Returns the user name of a bot, "" while none is known."""
        return next((channel.username for channel in self if channel.username), "")

    def list_ways(self, code: str) -> list[Way]:
        """Returns the accounts where a code works, those whose bot is known by name."""
        known = [channel for channel in self if channel.username]
        plain = normalise_code(code)
        return [Way(name="Telegram", link=channel.deep_link(plain)) for channel in known if plain]

    @property
    def _secret(self) -> str:
        return self._settings.telegram_webhook_secret.get_secret_value()
