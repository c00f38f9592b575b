"""The bot on Zalo: typed from the code to the receipt, against the strict local platform."""

import asyncio
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import App
from channels.delivery import ReceivedUpdate
from domain.inbound import Address, FileRef, Inbound, InboundKind
from tests.bot.copies import BotCopy
from tests.bot.leaders import keys, open_database
from tests.bot.zalo_town import (
    FIRST,
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
from tests.botapi import BotApi, Seen, some_picture
from tests.patience import PATIENCE
from tests.zaloapi import ZaloApi


@pytest.fixture
async def api() -> AsyncIterator[ZaloApi]:
    async with ZaloApi() as server:
        yield server
        assert server.faults == []


@pytest.fixture
def url(url_of_bot: str) -> str:
    return url_of_bot


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
    bot = BotCopy(tmp_path, settings)
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


@pytest.mark.usefixtures("noon")
async def test_a_spent_plan_stops_at_once_and_the_talk_goes_on_elsewhere(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    async with BotApi() as telegram:
        settings = settings_of(api, url, tmp_path / "data", telegram=telegram)
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
            lan.say(FIRST)
            question = await her_telegram.wait_for("Có thảo luận")
            await her_telegram.wait_for("hết lượt gửi tin")
            await chief.wait_for("gói của tháng đã hết")
            assert "singly" in keys(question), "what was asked together can be asked one by one"
            assert api.world.calls["sendMessage"] == sent + 1, "it is not tried again and again"
            for key, following in pairwise(("singly", "discussion", "done", "none", "send")):
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
        lan.say(FIRST)
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
        await lan.until(lambda: "Có thảo luận" in lan.last)


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


@pytest.mark.usefixtures("noon")
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
        answer = lan.say(FIRST)
        await lan.until(lambda: "Có thảo luận" in lan.last)
        before = len(lan.chat)
        # The same event again, as after an answer that did not arrive, changes nothing.
        for again in (answer, {"ok": True, "result": answer}):
            api.world.bring(again)
        await lan.ask("thảo luận\nkhông")
        assert (len(lan.chat), "xem lại" in lan.last) == (before + 1, True)


async def test_a_report_goes_round_by_three_channels(
    api: ZaloApi, url: str, chapter: Chapter, tmp_path: Path
) -> None:
    async with BotApi() as telegram:
        settings = settings_of(api, url, tmp_path / "data", telegram=telegram)
        lan, her_telegram = api.phone("Lan"), telegram.user("Lan")
        await join_telegram(url, chapter.leader, her_telegram.id)
        await her_telegram.send("/menu")
        async with running(settings) as app:
            await enrol(lan, url, chapter.leader)
            await her_telegram.send("/baocao")
            await her_telegram.wait_for(offering("as_planned"))
            await her_telegram.press("as_planned")
            await her_telegram.wait_for("bao nhiêu hội viên dự?")

            page = await app.web.session(
                await app.web.enter(await new_code(url, chapter.leader), client="192.0.2.1")
            )
            assert page is not None
            here = page.address
            await send_on_page(app, here, text="báo cáo", until="bản nháp")
            await send_on_page(app, here, text="Làm tiếp", until="bao nhiêu hội viên dự?")
            await send_on_page(app, here, photo=await upload(app, here), until="1 ảnh")
            # The draft is hers, not the phone's: what was open elsewhere is asked here.
            lan.say("báo cáo")
            await lan.until(lambda: "Làm tiếp" in lan.last)
            await lan.choose("Làm tiếp")
            await lan.until(lambda: "bao nhiêu hội viên dự?" in lan.last)
            await her_telegram.wait_for("đang làm tiếp trên máy khác", since=0)
            await lan.ask("28\nkhông có chủ đề\nthảo luận")
            await lan.choose("Không có")
            await lan.choose("Gửi báo cáo")
            await lan.until(lambda: "Đã nhận báo cáo" in lan.last)
        assert telegram.faults == []
    assert await figures(url) == [(28, 1)]
    database = open_database(url)
    async with database.read() as unit:
        photos = await unit.scalar(
            text("select count(*) from attachment where kind = 'photo' and report_id is not null")
        )
    await database.close()
    assert photos == 1


async def upload(app: App, here: Address) -> FileRef:
    """Uploads a picture on the page."""

    async def chunks() -> AsyncIterator[bytes]:
        yield some_picture()

    return await app.web.upload(here, name="a.jpg", mime="image/jpeg", chunks=chunks())


async def send_on_page(
    app: App, here: Address, *, text: str = "", photo: FileRef | None = None, until: str
) -> None:
    """Sends something from the page and waits for what is said to it."""
    number = f"page-{text}-{photo}"[:40]
    sent = Inbound(
        address=here,
        external_id=number,
        message_id=number,
        kind=InboundKind.PHOTO if photo else InboundKind.TEXT,
        sent_at=app.clock(),
        text=text,
        file=photo,
    )
    await app.web.store([ReceivedUpdate("{}", sent)])
    async with asyncio.timeout(PATIENCE):
        while until not in await read_page(app, here):  # noqa: ASYNC110 - it tells no one
            await asyncio.sleep(0.1)


async def read_page(app: App, here: Address) -> str:
    """All that stands on the page."""
    return "\n".join(event.text for event in await app.web.history(here, before=None, limit=20))
