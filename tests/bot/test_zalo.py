"""The bot on Zalo: typed from the code to the receipt, against the strict local platform."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.leaders import open_database
from tests.bot.process import BotProcess
from tests.bot.zalo_town import Chapter, enrol, figures, report, settle_chapter
from tests.zaloapi import ZaloApi


@pytest.fixture
async def api() -> AsyncIterator[ZaloApi]:
    async with ZaloApi() as server:
        yield server
        assert server.faults == []


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path) -> str:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def chapter(url: str) -> Chapter:
    database = open_database(url)
    found = await settle_chapter(database)
    await database.close()
    return found


async def test_a_leader_enrols_and_reports_by_typing(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    settings = {
        "DATA_DIR": str(tmp_path / "data"),
        "ZALO_TOKENS": api.token,
        "ZALO_API_URL": api.url,
        "WEB_PORT": "0",
    }
    bot = BotProcess(tmp_path, settings)
    await bot.start()
    try:
        lan = api.phone("Lan")
        assert "mã mời" in await lan.ask("xin chào")
        await enrol(lan, url, chapter.leader)
        await report(lan)
    finally:
        await bot.stop()
    assert await figures(url) == [(28, 1)]
    assert "Traceback" not in bot.log
    assert api.token not in bot.log
