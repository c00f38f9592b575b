"""Fixtures: a page over memory, by HTTP without a network and in a real Chromium."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from httpx import ASGITransport, AsyncClient
from playwright.async_api import Browser, BrowserContext, Page
from starlette.types import ASGIApp

from channels.web import PageSettings, WebChat
from tests.browser import Served, open_browser, open_context, serve
from tests.channels.web.memory import MORNING, MemoryBackend


@pytest.fixture
def backend(tmp_path: Path) -> MemoryBackend:
    return MemoryBackend(tmp_path)


@pytest.fixture
async def web(backend: MemoryBackend) -> AsyncIterator[AsyncClient]:
    chat = WebChat(backend, PageSettings(now=lambda: MORNING))
    transport = ASGITransport(chat)
    async with AsyncClient(transport=transport, base_url="http://localhost") as client:
        client.cookies.set("sinhhoat_session", "leader", domain="localhost.local")
        yield client


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with open_browser() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def server(backend: MemoryBackend) -> AsyncIterator[Served]:
    def build() -> tuple[ASGIApp, Callable[[], None]]:
        chat = WebChat(backend, PageSettings(beat=0.5))
        return chat, chat.close

    async with serve(build) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, server: Served) -> AsyncIterator[Page]:
    async with open_context(chromium) as context:
        page = await open_signed_in(context, server)
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console", lambda said: problems.append(said.text) if "Policy" in said.text else None
        )
        yield page
        assert problems == []


async def open_signed_in(context: BrowserContext, server: Served) -> Page:
    """Opens an empty page of a browser in which the leader is signed in."""
    await context.add_cookies([{"name": "sinhhoat_session", "value": "leader", "url": server.url}])
    return await context.new_page()
