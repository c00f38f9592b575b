"""Albums, pages sent as files, and the command menu, on the strict Bot API server."""

import asyncio
from collections.abc import Callable

from sqlalchemy import text

from bot.app import App
from tests.bot.leaders import Leader, keys, open_database
from tests.bot.test_telegram import api, app, lan, settings
from tests.botapi import BotApi, some_picture
from tests.patience import PATIENCE

__all__ = ["api", "app", "lan", "settings"]

LEADER = ["baocao", "lichsu", "tinhhinh", "lich", "chude", "khokhan", "menu", "trogiup"]


async def test_an_album_and_a_page_sent_as_a_file_get_one_answer_each(
    app: App, lan: Leader, database_url: str
) -> None:
    phone = lan.phone
    await phone.send("/baocao")
    await phone.wait_for(lambda seen: "as_planned" in keys(seen), timeout=PATIENCE)
    await phone.press("as_planned")
    asked = await phone.wait_for("dự?", timeout=PATIENCE)
    await phone.send_album([some_picture(shade) for shade in range(4)], caption="Biên bản")

    answer = await phone.wait_for(lambda seen: "4 ảnh" in seen.text, timeout=PATIENCE)
    assert "dự?" in answer.text
    assert answer.labels
    await phone.send_document("trang-5.jpg", some_picture(5), mime="image/jpeg")
    last = await phone.wait_for(lambda seen: "5 ảnh" in seen.text, timeout=PATIENCE)
    said = [seen.id for seen in phone.chat if seen.from_bot and seen.id > asked.id]
    assert said == [answer.id, last.id]
    assert phone.last.id == last.id
    await files_are_ready(database_url, 5)
    await lan.report()


async def files_are_ready(url: str, count: int) -> None:
    database = open_database(url)
    try:
        for _ in range(int(PATIENCE * 10)):
            async with database.read() as unit:
                ready = await unit.all(
                    text("select kind from attachment where state = 'ready' and kind = 'photo'")
                )
            if len(ready) == count:
                return
            await asyncio.sleep(0.1)
    finally:
        await database.close()
    raise AssertionError("the files were not fetched")


async def test_each_phone_has_the_commands_of_its_own_posts(
    api: BotApi, app: App, lan: Leader, database_url: str
) -> None:
    stranger = api.user("Người lạ")
    await stranger.send("/start")
    await stranger.wait_for("mã", timeout=PATIENCE)
    assert stranger.commands == ["menu", "trogiup"]
    await lan.phone.send("/menu")
    await until(lambda: lan.phone.commands == LEADER)
    database = open_database(database_url)
    async with database.write() as unit:
        await unit.run(text("update post set valid_to = valid_from"))
    await database.close()
    await lan.phone.send("/menu")
    await until(lambda: lan.phone.commands == ["menu", "trogiup"])


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - the server tells no one
            await asyncio.sleep(0.05)
