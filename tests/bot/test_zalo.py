"""The bot on Zalo: typed from the code to the receipt, against the strict local platform."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.bot.leaders import keys, open_database
from tests.bot.process import BotProcess
from tests.bot.zalo_town import (
    Chapter,
    begin_report,
    enrol,
    figures,
    join_telegram,
    new_code,
    report,
    running,
    settings_of,
    settle_chapter,
)
from tests.botapi import BotApi, Seen
from tests.patience import PATIENCE
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


def offering(key: str) -> Callable[[Seen], bool]:
    """Says of a message on Telegram whether it has a button."""
    return lambda seen: key in keys(seen)


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


async def test_a_spent_plan_stops_at_once_and_the_talk_goes_on_elsewhere(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    async with BotApi() as telegram:
        settings = settings_of(
            api,
            url,
            tmp_path / "data",
            telegram_token={"main": telegram.token},
            telegram_api_url=telegram.url,
        )
        lan, her_telegram = api.phone("Lan"), telegram.user("Lan")
        chief = telegram.user("Quản")
        for person, phone in ((chapter.leader, her_telegram), (chapter.administrator, chief)):
            await join_telegram(url, person, phone.id)
            await phone.send("/menu")
        async with running(settings):
            await enrol(lan, url, chapter.leader)
            await begin_report(lan)
            api.fail("sendMessage", code=429, times=1000)
            sent = api.world.calls["sendMessage"]
            lan.say("28")
            question = await her_telegram.wait_for("ghi chủ đề")
            await her_telegram.wait_for("hết lượt gửi tin")
            await chief.wait_for("gói của tháng đã hết")
            assert "no_topic" in keys(question)
            assert api.world.calls["sendMessage"] == sent + 1, "it is not tried again and again"
            for key, following in pairwise(("no_topic", "discussion", "done", "none", "send")):
                await her_telegram.press(key)
                await her_telegram.wait_for(offering(following))
            await her_telegram.press("send")
            await her_telegram.wait_for("Đã nhận báo cáo")
            assert api.world.calls["sendMessage"] == sent + 1
        assert telegram.faults == []
    assert await figures(url) == [(28, 1)]


async def test_without_another_way_the_draft_waits(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    lan = api.phone("Lan")
    settings = settings_of(api, url, tmp_path / "data")
    async with running(settings):
        await enrol(lan, url, chapter.leader)
        await begin_report(lan)
        plan = api.fail("sendMessage", code=429, times=1)
        lan.say("28")
        async with asyncio.timeout(PATIENCE):
            while not plan.met:  # noqa: ASYNC110 - it tells no one
                await asyncio.sleep(0.05)
        before = len(lan.chat)
        lan.say("xin chào")
        await asyncio.sleep(1)
        assert len(lan.chat) == before
    database = open_database(url)
    # As if the plan began anew: what waits for that goes out.
    async with database.write() as unit:
        await unit.run(text("update outbox set not_before = null where state = 'pending'"))
    await database.close()
    async with running(settings):
        await lan.until(lambda: "ghi chủ đề" in lan.last)


async def test_more_people_than_the_plan_serves_are_led_elsewhere(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    page = "https://sinhhoat.example.vn"
    settings = settings_of(api, url, tmp_path / "data", zalo_people=1, public_url=page)
    async with running(settings):
        await enrol(api.phone("Lan"), url, chapter.leader)
        code = await new_code(url, chapter.administrator)
        said = await api.phone("Quản").ask(code)
        assert "đã đủ 1 người" in said
        assert "sinhhoat.example.vn/enter" in said
        # The code is not used up, and who has joined may join again.
        assert "kết nối" in await api.phone("Lan").ask(await new_code(url, chapter.leader))


async def test_what_nobody_can_read_is_asked_about_and_then_somebody_calls(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    async with running(settings_of(api, url, tmp_path / "data")):
        lan, chief = api.phone("Lan"), api.phone("Quản")
        await enrol(chief, url, chapter.administrator)
        await enrol(lan, url, chapter.leader)
        await begin_report(lan)
        before = len(lan.chat)
        lan.bring("message.unsupported.received")
        await lan.until(lambda: len(lan.chat) > before)
        assert "Nếu là tệp, xin đồng chí gửi ảnh" in lan.last
        assert "bao nhiêu hội viên dự?" in lan.last
        api.world.bring({"event_name": "message.unsupported.received"})
        api.world.bring({"event_name": "user.follow", "message": {"from": {"id": lan.id}}})
        lan.bring("message.unsupported.received")
        await lan.until(lambda: "Đã báo cán bộ" in lan.last)
        await chief.until(lambda: "hệ thống không đọc được" in chief.last)
        before = len(lan.chat)
        lan.bring("message.sticker.received", sticker="1", url="https://zalo.example.vn/1")
        await lan.until(lambda: len(lan.chat) > before)
        assert "bao nhiêu hội viên dự?" in lan.last
        await lan.ask("28")
        await lan.until(lambda: "ghi chủ đề" in lan.last)
