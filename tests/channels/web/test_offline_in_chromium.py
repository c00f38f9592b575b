"""The page as an app: installable, and opened without a network."""

import asyncio

import pytest
from playwright.async_api import BrowserContext, Page, expect

from channels.web import PlannedMeeting
from tests.browser import PATIENCE, Served
from tests.channels.web.memory import LEADER, MemoryBackend
from tests.channels.web.test_page_in_chromium import TOPICS, open_chat, until
from tests.patience import PATIENCE as SECONDS

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLANNED = PlannedMeeting(
    when="18h30 thứ Năm, 05/11/2026",
    chapter="Chi hội Phụ nữ ấp Bào Môn",
    place="Nhà văn hóa ấp",
    off=False,
)

HAS_TALK_AND_PLAN = """async () => {
    const kept = await caches.match(location.origin + "/");
    const all = await indexedDB.databases();
    const database = all.find(({ name }) => name.endsWith(":talk"));
    if (!kept || !database) return false;
    const opened = await new Promise((resolve) => {
        const request = indexedDB.open(database.name);
        request.onsuccess = () => resolve(request.result);
    });
    const store = opened.transaction("unsent").objectStore("unsent");
    const keys = await new Promise((resolve) => {
        const request = store.getAllKeys();
        request.onsuccess = () => resolve(request.result);
    });
    opened.close();
    return keys.includes("talk") && keys.includes("plan");
}"""
HAS_NO_TALK = """async () => {
    const all = await indexedDB.databases();
    return all.every(({ name }) => !name.endsWith(":talk"));
}"""


async def wait_until(page: Page, question: str) -> None:
    """Asks the page again and again: Playwright itself takes a promise for a yes."""
    async with asyncio.timeout(SECONDS):
        while not await page.evaluate(question):  # noqa: ASYNC110 - a page tells no one
            await asyncio.sleep(0.05)


async def open_kept(page: Page, server: Served, backend: MemoryBackend) -> BrowserContext:
    """Opens the page and waits until the phone has it, the talk and the plan."""
    backend.planned[LEADER] = [PLANNED]
    backend.say("Đồng chí chọn <b>chủ đề</b>:", prompt=TOPICS)
    await open_chat(page, server)
    await page.evaluate("navigator.serviceWorker.ready")
    await wait_until(page, HAS_TALK_AND_PLAN)
    return page.context


async def test_without_network_the_last_talk_and_the_plan_are_there_and_words_go_later(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    context = await open_kept(page, server, backend)
    await server.stop()
    # A page that was closed is opened anew, with nothing but what the phone has.
    await page.close()
    page = await context.new_page()
    await page.goto(server.url)
    await expect(page.get_by_role("log")).to_contain_text("Đồng chí chọn chủ đề:")
    await expect(page.get_by_text("Mất kết nối")).to_be_visible()
    await page.get_by_label("Mở thêm").click()
    await page.get_by_role("button", name="Lịch sinh hoạt của tôi").click()
    await expect(page.locator("#plan")).to_contain_text("18h30 thứ Năm, 05/11/2026")
    await expect(page.locator("#plan")).to_contain_text("Cập nhật lúc")
    await page.get_by_role("button", name="Đóng").click()
    await page.get_by_role("button", name="Chuyên đề tháng 11").click()
    await page.get_by_label("Gõ tin nhắn").fill("viết khi mất mạng")
    await page.keyboard.press("Enter")
    await page.close()
    backend.say("Tin mới khi máy tắt")
    await server.start()
    page = await context.new_page()
    await page.goto(server.url)
    await until(lambda: len(backend.heard()) == 2)
    assert (backend.heard()[0].choice, backend.heard()[1].text) == ("a", "viết khi mất mạng")
    await expect(page.get_by_role("log")).to_contain_text("Tin mới khi máy tắt")
    await expect(page.locator(".turn.bot", has_text="Đồng chí chọn")).to_have_count(1)


async def test_whoever_leaves_or_is_shown_the_door_leaves_nothing_on_the_phone(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    context = await open_kept(page, server, backend)
    session = backend.sessions.pop("leader")
    # The page that is open goes to the door by itself, which would meet this visit to it.
    await page.close()
    page = await context.new_page()
    await page.goto(server.url)
    await expect(page.get_by_label("Mã mời")).to_be_visible()
    await wait_until(page, HAS_NO_TALK)
    await server.stop()
    with pytest.raises(Exception, match="ERR_"):
        await page.goto(server.url, timeout=PATIENCE)
    await server.start()
    backend.sessions["leader"] = session
    page = await context.new_page()
    await open_kept(page, server, backend)
    await page.get_by_label("Mở thêm").click()
    await page.get_by_text("Thoát", exact=True).first.click()
    await page.get_by_role("button", name="Thoát").click()
    await expect(page.get_by_label("Mã mời")).to_be_visible()
    assert not await page.evaluate("caches.match(location.origin + '/').then(Boolean)")


async def test_a_phone_can_keep_the_page_as_an_app(page: Page, server: Served) -> None:
    await open_chat(page, server)
    client = await page.context.new_cdp_session(page)
    await page.evaluate("navigator.serviceWorker.ready")
    found = await client.send("Page.getAppManifest")
    assert found["errors"] == []
    problems = await client.send("Page.getInstallabilityErrors")
    # A page of a test is opened in a window that remembers nothing.
    left = [problem["errorId"] for problem in problems["installabilityErrors"]]
    assert [name for name in left if name != "in-incognito"] == []
