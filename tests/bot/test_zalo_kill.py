"""The bot is killed again and again while people report on Zalo, which pushes by webhook."""

import asyncio
import random
import socket
from pathlib import Path

from tests.bot.copies import BotCopy
from tests.bot.killing import Killer
from tests.bot.leaders import Answers, check_reports, settle_leaders
from tests.bot.zalo_leaders import ZaloLeader
from tests.patience import PATIENCE
from tests.zaloapi import ZaloApi

LEADERS = 6
KILLS = 3
SECRET = "a secret of the tests"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


async def test_nothing_is_lost_doubled_or_taken_for_another_question(
    url_of_bot: str, tmp_path: Path
) -> None:
    port = free_port()
    async with ZaloApi() as api:
        # Even numbers: no difficulty, which would only make the talk longer.
        leaders = [ZaloLeader(api.phone(f"Leader {n}"), Answers.of(2 * n)) for n in range(LEADERS)]
        chats = [leader.phone.id for leader in leaders]
        await settle_leaders(url_of_bot, chats, channel="zalo")
        settings = {
            "DATA_DIR": str(tmp_path / "data"),
            "ZALO_TOKENS": api.token,
            "ZALO_API_URL": api.url,
            "ZALO_WEBHOOK_URL": f"http://127.0.0.1:{port}",
            "ZALO_WEBHOOK_SECRET": SECRET,
            "WEB_PORT": str(port),
        }
        bot = BotCopy(tmp_path, settings)
        await bot.start()
        try:
            async with asyncio.timeout(PATIENCE):
                while not api.world.webhook_url:  # noqa: ASYNC110 - it tells no one
                    await asyncio.sleep(0.05)
            shown, chance = api.world.chats.values(), random.Random(7)  # noqa: S311
            killer = Killer(bot, lambda: sum(map(len, shown)), chance, within=0.4)
            async with asyncio.timeout(2 * PATIENCE), asyncio.TaskGroup() as group:
                group.create_task(killer.run(KILLS))
                for leader in leaders:
                    group.create_task(leader.report(thinking=0.6))
            found = await check_reports(url_of_bot, leaders)
        finally:
            await bot.stop()
    assert found.clean, (found, bot.log)
    assert api.faults == []
    assert api.token not in bot.log
