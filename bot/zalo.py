"""The bot's accounts on Zalo, made from the settings."""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.settings import Settings
from channels.zalo.channel import ZaloChannel
from channels.zalo.client import ZaloClient


class ZaloAccounts:
    """Every Zalo account that the settings name."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime]) -> None:
        self._channels = [
            ZaloChannel(
                account=name,
                client=ZaloClient(token.get_secret_value(), api_url=settings.zalo_api_url),
                clock=clock,
            )
            for name, token in settings.zalo_tokens.items()
        ]

    def __iter__(self) -> Iterator[ZaloChannel]:
        return iter(self._channels)
