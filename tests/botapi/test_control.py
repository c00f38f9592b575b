"""The server as another process, driven over HTTP."""

import asyncio
import sys
from pathlib import Path

import aiohttp
import pytest
from telegram import Bot

from tests.botapi import Remote


async def test_a_server_in_another_process_is_driven_over_http() -> None:
    command = [sys.executable, "-m", "tests.botapi", "--control"]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    url, token = (await process.stdout.readline()).decode().split()
    try:
        async with aiohttp.ClientSession() as web, Bot(token, base_url=f"{url}/bot") as bot:
            api = Remote(url, web)
            said = await api("user:An").send("/start")
            update = (await bot.get_updates())[0]
            assert update.update_id == said["update_id"]
            assert update.effective_chat is not None
            await bot.send_message(update.effective_chat.id, "xin chào")
            assert (await api("user:An").wait_for("chào"))["text"] == "xin chào"
            assert len(await api("user:An").chat()) == 2
            await api("channel:Khu vực").add_bot("user:An", admin=True)
            await api.set(latency=0.001, limits=True)
            assert (await api.stats())["calls"]["sendMessage"] == 1
            assert await api.faults() == []
            with pytest.raises(RuntimeError, match="LookupError"):
                await api("user:An").press("nothing")
    finally:
        process.terminate()
        await process.wait()
    assert process.returncode == 0
