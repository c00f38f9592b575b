"""The bot is killed again and again while people report; the long version is a benchmark."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.bot.copies import BotCopy
from tests.bot.killing import Killer
from tests.bot.leaders import Answers, Leader, check_reports, settle_leaders
from tests.bot.process import settings_for
from tests.botapi import BotApi
from tests.patience import PATIENCE

LEADERS = 8
KILLS = 3


async def test_nothing_is_lost_doubled_or_stuck_while_the_bot_is_killed(
    url_of_bot: str, tmp_path: Path
) -> None:
    async with BotApi() as api:
        leaders = [
            Leader(api.user(f"Leader {n}"), Answers.of(n), patience=PATIENCE / 3)
            for n in range(LEADERS)
        ]
        await settle_leaders(url_of_bot, [leader.phone.id for leader in leaders])
        settings = settings_for(tmp_path, database_url="", api_url=api.url, token=api.token)
        bot = BotCopy(tmp_path, settings)
        await bot.start()
        try:
            sent, chance = api.world.stats.sent_at, random.Random(7)  # noqa: S311
            killer = Killer(bot, lambda: len(sent), chance, within=0.5)
            async with asyncio.timeout(2 * PATIENCE), asyncio.TaskGroup() as group:
                group.create_task(killer.run(KILLS))
                for leader in leaders:
                    group.create_task(leader.report(thinking=0.3))
            found = await check_reports(url_of_bot, leaders)
        finally:
            await bot.stop()
    assert found.clean, (found, bot.log)
    assert api.faults == []


@pytest.mark.usefixtures("url_of_bot")
async def test_a_second_bot_on_the_same_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = settings_for(tmp_path, database_url="", api_url=api.url, token=api.token)
        first, second = BotCopy(tmp_path, settings), BotCopy(tmp_path, settings, name="b")
        await first.start()
        try:
            async with asyncio.timeout(PATIENCE):
                while not api.world.stats.calls["getUpdates"]:  # noqa: ASYNC110 - it tells no one
                    await asyncio.sleep(0.05)
            await second.start()
            assert await second.wait() == 1
            assert first.is_running
        finally:
            await first.stop()
    (line,) = second.log.strip().splitlines()
    assert "another sinhhoat is running" in line
    assert str(tmp_path / "data") in line


@pytest.mark.usefixtures("url_of_bot")
@pytest.mark.parametrize("signal", ["stop", "kill"])
async def test_a_bot_that_ended_can_be_started_again_at_once(tmp_path: Path, signal: str) -> None:
    async with BotApi() as api:
        settings = settings_for(tmp_path, database_url="", api_url=api.url, token=api.token)
        bot = BotCopy(tmp_path, settings)
        for times in (1, 2):
            await bot.start()
            async with asyncio.timeout(PATIENCE):
                calls = api.world.stats.calls
                while calls["deleteWebhook"] < times:  # noqa: ASYNC110 - it tells no one
                    await asyncio.sleep(0.05)
            await getattr(bot, signal)()
    assert "Traceback" not in bot.log
