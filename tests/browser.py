"""A real Chromium for tests, and a server for it that can be stopped and started again."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
import uvicorn
from playwright.async_api import Browser, BrowserContext, Playwright, async_playwright, expect
from starlette.types import ASGIApp

from tests.patience import PATIENCE as SECONDS

# In milliseconds, as the browser wants it.
PATIENCE = SECONDS * 1000

# The shell takes half the processor time of the whole browser, by the same engine.
_NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"),
)


def find_chromium() -> str:
    """Returns the path of an installed Chromium; without one skips, or fails in CI."""
    named = os.environ.get("CHROMIUM", "")
    for name in (named, *_NAMES):
        if name and (path := shutil.which(name)):
            return path
    reason = "no Chromium found: install it or set CHROMIUM to its path"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


async def launch(playwright: Playwright, *flags: str) -> Browser:
    """Starts Chromium in such a way that it asks nobody but the tested server."""
    return await playwright.chromium.launch(
        executable_path=find_chromium(), args=[*_FLAGS, *flags]
    )


@asynccontextmanager
async def open_browser(*flags: str) -> AsyncIterator[Browser]:
    """Gives a running Chromium."""
    find_chromium()
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await launch(playwright, *flags)
        yield browser
        await browser.close()


@asynccontextmanager
async def open_context(
    browser: Browser, *, width: int = 390, height: int = 780
) -> AsyncIterator[BrowserContext]:
    """Gives a fresh phone: its own cookies and storage, the time zone of the field."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    yield context
    await context.close()


@dataclass
class Served:
    """An application on a real port of this machine; `build` makes a new one at each start."""

    build: Callable[[], tuple[ASGIApp, Callable[[], None]]]
    port: int = 0
    _server: uvicorn.Server | None = None
    _running: asyncio.Task[None] | None = None
    _close: Callable[[], None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listens, at the second start on the same port as before."""
        app, self._close = self.build()
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(app, log_level="warning", lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        # The tests' own signals stay with pytest, so the inner loop of the server is used.
        self._running = asyncio.ensure_future(self._server._serve([listener]))
        while not self._server.started:  # noqa: ASYNC110 - the server offers no event
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Closes the application's streams, then the server, which must not hang."""
        if self._server is None or self._running is None or self._close is None:
            return
        self._close()
        self._server.should_exit = True
        await asyncio.wait_for(self._running, SECONDS)
        self._server = None


@asynccontextmanager
async def serve(build: Callable[[], tuple[ASGIApp, Callable[[], None]]]) -> AsyncIterator[Served]:
    """Gives a running server and stops it at the end."""
    served = Served(build)
    await served.start()
    try:
        yield served
    finally:
        await served.stop()
