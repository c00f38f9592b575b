"""The page on phones whose own memory is denied, full, silent or cleared."""

import json
import re

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser import Served
from tests.channels.web.memory import MemoryBackend
from tests.channels.web.test_page_in_chromium import open_chat, until

pytestmark = pytest.mark.asyncio(loop_scope="session")

SILENT = "IDBFactory.prototype.open = () => ({})"
DENIED = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }"
NONE = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }"
STUCK = "IDBObjectStore.prototype.put = () => ({})"
NO_DRAFTS = """for (const name of ["getItem", "setItem", "removeItem"]) {
    Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };
}"""
NO_LOCAL = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException('no', 'SecurityError'); },
});"""


async def type_and_send(page: Page, words: str) -> None:
    await page.locator("#text").fill(words)
    await page.keyboard.press("Enter")


@pytest.mark.parametrize(
    "fault", [SILENT, DENIED, NONE, FULL, STUCK, NO_DRAFTS, NO_LOCAL, f"{SILENT};{NO_LOCAL}"]
)
async def test_without_a_memory_of_its_own_the_phone_still_sends_in_order(
    page: Page, server: Served, backend: MemoryBackend, fault: str
) -> None:
    await page.add_init_script(fault)
    await open_chat(page, server)
    for words in ("một", "hai", "ba"):
        await type_and_send(page, words)
    await expect(page.locator("[data-state=sent]")).to_have_count(3)
    assert [inbound.text for inbound in backend.heard()] == ["một", "hai", "ba"]


@pytest.mark.parametrize("fault", [SILENT, DENIED, FULL])
async def test_what_a_reload_would_lose_is_said_until_it_is_sent(
    page: Page, server: Served, fault: str
) -> None:
    await page.add_init_script(fault)
    await open_chat(page, server)
    await page.route("**/send*", lambda route: route.abort())
    await type_and_send(page, "để dành")
    await expect(page.locator("#unkept")).to_contain_text("đừng đóng trang")
    await page.unroute("**/send*")
    await expect(page.locator("[data-state=sent]")).to_have_count(1)
    await expect(page.locator("#unkept")).to_be_hidden()


async def test_half_typed_words_that_cannot_be_kept_are_said_to_be_so(
    page: Page, server: Served
) -> None:
    await page.add_init_script(NO_LOCAL)
    await open_chat(page, server)
    await expect(page.locator("#unkept")).to_be_hidden()
    await page.locator("#text").fill("đang gõ dở")
    await expect(page.locator("#unkept")).to_be_visible()
    await page.locator("#text").fill("")
    await expect(page.locator("#unkept")).to_be_hidden()


async def test_a_phone_that_keeps_words_says_nothing(page: Page, server: Served) -> None:
    await open_chat(page, server)
    await page.route("**/send*", lambda route: route.abort())
    await type_and_send(page, "để dành")
    await page.locator("#text").fill("đang gõ dở")
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    await expect(page.locator("#unkept")).to_be_hidden()


async def test_words_typed_after_the_site_s_data_were_cleared_are_kept_again(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    devtools = await page.context.new_cdp_session(page)
    cleared = {"origin": server.url, "storageTypes": "indexeddb,local_storage"}
    await devtools.send("Storage.clearDataForOrigin", cleared)
    await page.route("**/send*", lambda route: route.abort())
    await type_and_send(page, "sau khi xóa")
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    await expect(page.locator("#unkept")).to_be_hidden()
    await page.unroute("**/send*")
    await open_chat(page, server)
    await until(lambda: [inbound.text for inbound in backend.heard()] == ["sau khi xóa"])


async def test_a_lost_session_takes_no_words_away_that_nothing_keeps(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await page.add_init_script(DENIED)
    await open_chat(page, server)
    await page.route("**/send*", lambda route: route.abort())
    await type_and_send(page, "tin cuối")
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    backend.sessions.pop("leader")
    await page.unroute("**/send*")
    await expect(page.locator("#connection")).to_contain_text("chép lại")
    await expect(page.locator(".turn.me .text")).to_have_text(["tin cuối"])


HTML = "<html><body>Đăng nhập mạng</body></html>"
NOT_OURS = [
    {"status": 200, "content_type": "text/html", "body": HTML},
    {"status": 200, "json": {"stored": "another-id"}},
    {"status": 200, "json": []},
    {"status": 204},
    {"status": 400, "body": HTML},
    {"status": 403, "body": HTML},
    {"status": 404, "json": {"code": "web-error-missing", "error": "x"}},
    {"status": 413, "body": "<h1>413 Request Entity Too Large</h1>"},
    {"status": 401, "body": HTML},
    {"status": 302, "headers": {"Location": "/enter"}},
    {"status": 502, "body": HTML},
]


@pytest.mark.parametrize("answer", NOT_OURS, ids=lambda answer: str(answer["status"]))
async def test_only_the_server_s_own_answer_ends_the_sending(
    page: Page, server: Served, backend: MemoryBackend, answer: dict[str, object]
) -> None:
    await open_chat(page, server)
    tries = []

    async def stand_between(route: object, request: object) -> None:
        tries.append(request)
        if len(tries) < 3:
            await route.fulfill(**answer)  # type: ignore[attr-defined]
        else:
            await route.continue_()  # type: ignore[attr-defined]

    await page.route(re.compile(r"/send\b"), stand_between)
    await type_and_send(page, "không được mất")
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    await expect(page.locator("[data-state=sent]")).to_have_count(1)
    assert [inbound.text for inbound in backend.heard()] == ["không được mất"]


async def test_a_refusal_of_our_own_is_final_and_says_why(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await page.locator("#text").evaluate("(e) => e.removeAttribute('maxlength')")
    await type_and_send(page, "x" * 20_001)
    await expect(page.locator("[data-state=refused]")).to_have_count(1)
    await type_and_send(page, "ngắn hơn")
    await expect(page.locator("[data-state=sent]")).to_have_count(1)
    assert [inbound.text for inbound in backend.heard()] == ["ngắn hơn"]


async def test_words_pass_a_file_that_something_in_between_turns_away(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await page.route("**/upload*", lambda route: route.fulfill(status=413, body=HTML))
    photo: FilePayload = {"name": "a.png", "mimeType": "image/png", "buffer": b"\x89PNG"}
    await page.locator("#photo").set_input_files([photo])
    await type_and_send(page, "đi qua")
    await until(lambda: [inbound.text for inbound in backend.heard()] == ["đi qua"])
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    await page.unroute("**/upload*")
    await until(lambda: len(backend.inbox) == 2)
    assert json.loads(backend.inbox[1].raw)["name"] == "a.png"
