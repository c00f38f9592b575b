"""The Bot API client: python-telegram-bot's `Bot`, with answers as plain JSON."""

import logging
from collections.abc import AsyncGenerator, Sequence
from typing import Any

from telegram import Bot

from channels.redaction import RedactingFilter
from channels.telegram.request import AiohttpRequest

OFFICIAL_API = "https://api.telegram.org"
_GRACE = 10.0

# The library writes the address of the API, token and all, at level DEBUG.
logging.getLogger("telegram.Bot").addFilter(RedactingFilter())


class TelegramClient(Bot):
    """One bot account; long polls and all other calls have connections of their own."""

    def __init__(self, token: str, *, api_url: str = OFFICIAL_API, proxy: str = "") -> None:
        base = api_url.rstrip("/")
        self._calls = AiohttpRequest(proxy=proxy)
        self._polls = AiohttpRequest(proxy=proxy, connections=1)
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._calls,
            get_updates_request=self._polls,
        )

    async def call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - JSON
        """Makes one call and gives its raw result."""
        # `do_api_request` warns at known methods, typed ones spend 90 µs on objects unused here.
        return await self._post(method, parameters)

    async def poll(self, *, offset: int, seconds: int, allowed: Sequence[str]) -> Any:  # noqa: ANN401
        """Asks for updates from `offset` on, waiting for the first up to `seconds`."""
        parameters = {"offset": offset, "timeout": seconds, "allowed_updates": allowed}
        return await self._post("getUpdates", parameters, read_timeout=seconds + _GRACE)

    def stream(self, file_path: str) -> AsyncGenerator[bytes, None]:
        """Streams a file by the path that `getFile` gave."""
        return self._calls.stream(f"{self.base_file_url}/{file_path}")

    async def close_connections(self) -> None:
        """Closes every connection; a later call opens them again."""
        await self._polls.shutdown()
        await self._calls.shutdown()
