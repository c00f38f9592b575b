import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import App
from bot.demo.settings import demo_settings
from bot.office import OfficeError, opened
from bot.try_talk import find_command, prepare
from domain.inbound import Address
from operations.messaging.web_page import list_history
from storage.messages import talks
from tests.patience import PATIENCE


def test_a_talk_is_named_by_its_handler_or_its_command() -> None:
    assert find_command("report") == find_command("baocao") == "baocao"
    with pytest.raises(OfficeError, match="no talk is called 'poem'"):
        find_command("poem")


async def test_the_talk_waits_as_practice_for_whoever_opens_the_link(tmp_path: Path) -> None:
    settings = demo_settings(tmp_path)
    person, code = await prepare(settings, "baocao", "leader")
    assert code
    async with opened(settings) as database, database.read() as unit:
        talk_id = await talks.of_person(unit, person.id)
        talk = (await talks.load(unit, [talk_id]))[talk_id]
    assert talk.practice is not None
    assert talk.practice["first"] == "/baocao"


async def test_the_page_that_is_opened_shows_the_talk(tmp_path: Path) -> None:
    """Its person may have had a page before: nobody stands before an empty one."""
    settings = demo_settings(tmp_path)
    _, code = await prepare(settings, "baocao", "leader")
    app = App(settings)
    running = asyncio.create_task(app.run())
    try:
        page = await app.web.session(await app.web.enter(code, client="127.0.0.1"))
        assert page
        async with asyncio.timeout(PATIENCE):
            while not (shown := await _bubbles(app, page.address)):  # noqa: ASYNC110 - polled
                await asyncio.sleep(0.1)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await app.close()
    assert "đang tập làm" in shown[-1].lower()


async def _bubbles(app: App, page: Address) -> list[str]:
    async with app.database.read() as unit:
        found = await list_history(unit, page, before=None, limit=5)
    return [bubble.message.text for bubble in found if bubble.author == "bot"]
