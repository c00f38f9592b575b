"""Applications that a start need not load."""

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send


class LateApp:
    """An application that `load` makes, beside all other work, when it is first asked for."""

    def __init__(self, load: Callable[[], ASGIApp]) -> None:
        self._load = load
        self._loading = asyncio.Lock()
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._loading:
            if self._app is None:
                self._app = await asyncio.to_thread(self._load)
        await self._app(scope, receive, send)
