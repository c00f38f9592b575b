import os
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FrameLocator, Locator, Page, expect

from tests.bot.demo_process import copy_demo, running_demo
from tests.browser import open_browser, open_context

pytestmark = pytest.mark.asyncio(loop_scope="session")

MOST_EVENTS = 60


@pytest.fixture(scope="module")
def demo_url(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = copy_demo(demo_template, tmp_path_factory.mktemp("demo") / "played")
    with running_demo(folder, port=18750) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with open_browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, demo_url: str) -> AsyncIterator[Page]:
    async with open_context(browser, width=1440, height=1000) as context:
        opened = await context.new_page()
        await opened.goto(demo_url)
        yield opened


def phone(page: Page, slot: str) -> FrameLocator:
    return page.frame_locator(f"[data-slot={slot}] iframe")


async def press(leader: FrameLocator | Page, words: str) -> None:
    await leader.get_by_role("button", name=words, exact=True).last.click()


async def go_on_until(page: Page, slot: str, words: str) -> None:
    """Presses Next until the phone shows the words."""
    wanted = phone(page, slot).get_by_role("log").get_by_text(words)
    for _ in range(MOST_EVENTS):
        await page.locator("#next:not([disabled])").click()
        await page.locator("#next:not([disabled])").wait_for()
        if await wanted.count():
            return
    raise AssertionError(words)


async def picture(seen: Page | Locator, name: str, folder: Path) -> None:
    """Takes a picture for the documents where `make pictures` asks for it."""
    wanted = Path(os.environ.get("PICTURES") or folder)
    taken = await seen.screenshot(path=wanted / name)
    assert len(taken) > 10_000, "the picture shows something"


@asynccontextmanager
async def phone_of_its_own(page: Page, slot: str, *, height: int = 960) -> AsyncIterator[Page]:
    alone = await page.context.new_page()
    await alone.set_viewport_size({"width": 412, "height": height})
    await alone.goto(f"{page.url}phones/{slot}/")
    await expect(alone.get_by_role("log")).to_have_attribute("aria-busy", "false")
    yield alone
    await alone.close()


async def picture_of_a_phone(page: Page, slot: str, folder: Path) -> None:
    """Shows the talk as it is on a phone of its own."""
    async with phone_of_its_own(page, slot, height=732) as alone:
        await picture(alone, "talk.png", folder)


async def test_a_month_is_played_through_with_a_kill_in_mid_report(
    page: Page, tmp_path: Path
) -> None:
    leader = phone(page, "leader")
    await press(leader, "Báo cáo")
    await press(leader, "Đúng như trên")
    await expect(leader.get_by_role("log")).to_contain_text("Có bao nhiêu hội viên dự?")

    await page.get_by_role("button", name="Kill the bot now").click()
    await expect(page.get_by_role("status")).to_contain_text("restarting")
    await expect(page.locator("#restarting")).to_be_hidden()

    await leader.get_by_label("Gõ tin nhắn").fill("34")
    await leader.get_by_label("Gõ tin nhắn").press("Enter")
    # The reminder above has a button with more words, to read about the topic.
    topic = "Ngày hội Đại đoàn kết toàn dân tộc"
    await leader.get_by_role("button", name=topic, exact=True).wait_for()
    await picture_of_a_phone(page, "leader", tmp_path)
    await press(leader, topic)
    await press(leader, "Xong")
    await press(leader, "Có dự")
    await press(leader, "Không có")
    await press(leader, "Gửi báo cáo")
    await expect(leader.get_by_role("log")).to_contain_text(re.compile(r"11\.26-\d{4}"))

    await go_on_until(page, "channel", "tính đến ngày 09/11/2026")
    await picture(page, "demo.png", tmp_path)
    await expect(page.locator("#log")).to_contain_text("played")
    await go_on_until(page, "channel", "Số liệu chốt ngày 10/11/2026")
    await expect(page.locator("#clock")).to_contain_text("11/11/2026")
    async with phone_of_its_own(page, "channel") as alone:
        await picture(alone, "channel.png", tmp_path)


async def test_every_phone_has_a_caption_in_english(page: Page) -> None:
    await expect(page.locator(".phone")).to_have_count(5)
    for slot in ("leader", "zalo", "cadre", "officer", "channel"):
        words = await page.locator(f"[data-slot={slot}] > p").inner_text()
        assert len(words.split()) > 8
    await expect(phone(page, "channel").get_by_label("Gõ tin nhắn")).to_be_hidden()
