"""Connections of a channel that calls others over HTTP: opened by the first call."""

from collections.abc import Callable
from typing import Any

import aiohttp


class HttpSession:
    """A session without cookies or a proxy of the environment; it can be opened again.

    `options` gives what else it is opened with, within the running loop.
    """

    def __init__(self, options: Callable[[], dict[str, Any]] = dict) -> None:
        self._options = options
        self._session: aiohttp.ClientSession | None = None

    def open(self) -> aiohttp.ClientSession:
        """Returns the open session."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                cookie_jar=aiohttp.DummyCookieJar(), trust_env=False, **self._options()
            )
        return self._session

    async def close(self) -> None:
        """Closes every connection; a later call opens them again."""
        if self._session is not None:
            await self._session.close()
            self._session = None
