import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import httpx
import pytest

from channels.web.streams import PER_SESSION
from tests.browser import Served
from tests.channels.web.memory import MemoryBackend

pytestmark = pytest.mark.asyncio(loop_scope="session")

GENEROUS = 60.0


async def listen(
    opened: AsyncExitStack, browser: httpx.AsyncClient, url: str
) -> AsyncIterator[str]:
    """Opens a stream and reads it up to the moment at which it waits."""
    answer = await opened.enter_async_context(browser.stream("GET", f"{url}/events"))
    lines = answer.aiter_lines()
    await until(lines, "event: ready")
    return lines


async def until(lines: AsyncIterator[str], wanted: str) -> None:
    async with asyncio.timeout(GENEROUS):
        async for line in lines:
            if line == wanted:
                return
    raise AssertionError(wanted)


async def test_a_session_with_too_many_streams_loses_its_oldest(
    server: Served, backend: MemoryBackend
) -> None:
    cookies = {"sinhhoat_session": "leader"}
    limits = httpx.Limits(max_connections=None)
    async with (
        httpx.AsyncClient(cookies=cookies, timeout=GENEROUS, limits=limits) as browser,
        httpx.AsyncClient(cookies={"sinhhoat_session": "other"}, timeout=GENEROUS) as elsewhere,
        AsyncExitStack() as opened,
    ):
        other = await listen(opened, elsewhere, server.url)
        mine = [await listen(opened, browser, server.url) for _ in range(PER_SESSION + 2)]
        for lines in mine[:2]:
            await until(lines, "event: enough")
        backend.say("Đến giờ sinh hoạt")
        for lines in mine[2:]:
            await until(lines, "event: bubble")
        await until(other, "event: beat")
