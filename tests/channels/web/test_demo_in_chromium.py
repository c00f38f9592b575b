import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect
from starlette.routing import Mount, Router
from starlette.types import ASGIApp

from channels.web import PageSettings, Session, WebChat
from channels.web.demo import DemoEntry, DemoPage, DemoPerson, DemoPhone, DemoState
from domain.refusals import NotFound
from tests.browser import Served, open_context, serve
from tests.channels.web.memory import MemoryBackend

pytestmark = pytest.mark.asyncio(loop_scope="session")

START = datetime(2026, 11, 2, 6, 45, tzinfo=timezone(timedelta(hours=7)))
SLOTS = {"leader": "Leader", "cadre": "Cadre", "officer": "Officer", "channel": "Channel"}


class Slot(MemoryBackend):
    """A phone that needs no code: whoever opens it holds it."""

    holder = "leader"

    async def session(self, token: str) -> Session | None:
        assert token == ""
        return self.sessions["reader" if self.holder == "channel" else self.holder]


@dataclass
class MemoryDemo:
    phones: dict[str, Slot]
    shown: DemoState
    killed: int = 0
    ended: Callable[[], None] = field(default=lambda: None)

    async def state(self) -> DemoState:
        return self.shown

    async def move_clock(self) -> None:
        now = self.shown.now + timedelta(days=1)
        entry = DemoEntry(at=now, text="Leader of ấp Trà Sất C reported", played=True)
        self.shown = replace(self.shown, now=now, upcoming="", log=(*self.shown.log, entry))

    async def kill(self, process: str) -> None:
        if process == self.shown.process:
            self.killed += 1
            self.shown = replace(self.shown, process=f"{process}+")

    async def switch(self, slot: str, person: str) -> None:
        if slot not in self.phones:
            raise NotFound("web-error-missing")
        self.phones[slot].holder = person
        self.shown = replace(
            self.shown,
            phones=tuple(
                replace(phone, person=person) if phone.slot == slot else phone
                for phone in self.shown.phones
            ),
        )


@pytest.fixture
def demo(backend: MemoryBackend) -> MemoryDemo:
    people = (
        DemoPerson(id="leader", name="Bà Kim Thị Sa Rinh", role="leader, ấp Bào Môn"),
        DemoPerson(id="other", name="Ông Lê Văn Tư", role="leader, ấp Cái Đôi"),
    )
    phones = tuple(
        DemoPhone(slot=slot, title=title, caption="What one sees.", person="leader", people=people)
        for slot, title in SLOTS.items()
    )
    state = DemoState(
        now=START, upcoming="reminders of the morning", phones=phones, log=(), process="first"
    )
    return MemoryDemo({slot: Slot(backend.folder) for slot in SLOTS}, state)


@pytest_asyncio.fixture(loop_scope="session")
async def demo_server(demo: MemoryDemo) -> AsyncIterator[Served]:
    def build() -> tuple[ASGIApp, Callable[[], None]]:
        chats = {
            slot: WebChat(phone, PageSettings(beat=0.5)) for slot, phone in demo.phones.items()
        }

        def close() -> None:
            for chat in chats.values():
                chat.close()

        return Router([Mount("/demo", DemoPage(demo, chats).app)]), close

    async with serve(build) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="session")
async def demo_page(chromium: Browser, demo_server: Served) -> AsyncIterator[Page]:
    async with open_context(chromium, width=1440, height=900) as context:
        page = await context.new_page()
        await page.goto(f"{demo_server.url}/demo")
        yield page


async def test_four_phones_stand_side_by_side(demo_page: Page, demo: MemoryDemo) -> None:
    await expect(demo_page.locator("iframe")).to_have_count(4)
    names = demo_page.locator("h2")
    await expect(names).to_have_text([*SLOTS.values(), "What happened"])
    demo.phones["cadre"].say("Lịch họp hôm nay")
    phone = demo_page.frame_locator("[data-slot=cadre] iframe")
    await expect(phone.get_by_role("log")).to_contain_text("Lịch họp hôm nay")
    tops = await demo_page.evaluate(
        "[...document.querySelectorAll('iframe')].map((e) => e.getBoundingClientRect().top)"
    )
    assert len(set(tops)) == 1


@pytest.mark.parametrize("width", [320, 768, 1280])
async def test_the_demo_fits_every_screen(demo_page: Page, width: int) -> None:
    await demo_page.set_viewport_size({"width": width, "height": 800})
    await expect(demo_page.locator("iframe")).to_have_count(4)
    assert await demo_page.evaluate("document.documentElement.scrollWidth") <= width


async def test_the_clock_moves_and_says_what_was_played(demo_page: Page) -> None:
    await expect(demo_page.locator("#clock")).to_have_text("Monday 02/11/2026, 06:45")
    await expect(demo_page.locator("#upcoming")).to_have_text("Next: reminders of the morning")
    await demo_page.get_by_role("button", name="Next event").click()
    await expect(demo_page.locator("#clock")).to_have_text("Tuesday 03/11/2026, 06:45")
    await expect(demo_page.get_by_role("log")).to_contain_text("played")
    await expect(demo_page.get_by_role("button", name="Next event")).to_be_disabled()


async def test_a_phone_is_handed_to_another_person(demo_page: Page) -> None:
    phone = demo_page.frame_locator("[data-slot=leader] iframe")
    holder = phone.locator(".who p")
    await expect(holder).to_have_attribute("title", "Bà Kim Thị Sa Rinh")
    await demo_page.get_by_label("Leader: whose phone").select_option("other")
    await expect(holder).to_have_attribute("title", "Mr Lê Văn Tư")


async def test_a_kill_that_the_browser_sends_again_spares_the_next_bot(
    demo_page: Page, demo: MemoryDemo
) -> None:
    async def send_twice(route: Route) -> None:
        await route.fetch()
        await route.continue_()

    await demo_page.route("**/api/kill", send_twice)
    async with demo_page.expect_response("**/api/kill"):
        await demo_page.get_by_role("button", name="Kill the bot now").click()
    await expect(demo_page.locator("#restarting")).to_be_hidden()
    assert (demo.killed, demo.shown.process) == (1, "first+")


async def test_what_the_killed_bot_said_last_does_not_hide_that_it_restarts(
    demo_page: Page, demo: MemoryDemo
) -> None:
    before = demo.shown
    held, go_on = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        answer = await route.fetch()
        held.set()
        await go_on.wait()
        await route.fulfill(response=answer)

    await demo_page.route("**/api/state", hold, times=1)
    await held.wait()
    await demo_page.route("**/api/kill", lambda route: route.abort())
    await demo_page.route("**/api/state", lambda route: route.abort())
    await demo_page.get_by_role("button", name="Kill the bot now").click()
    async with demo_page.expect_response("**/api/state") as answered:
        go_on.set()
    await (await answered.value).finished()
    # The page draws, or does not, in one of its next turns.
    await demo_page.evaluate("new Promise((drawn) => setTimeout(drawn, 100))")
    assert await demo_page.locator("#restarting").is_visible()
    assert await demo_page.locator("#kill").is_disabled()
    demo.shown = replace(before, process="second")
    await demo_page.unroute("**/api/state")
    await expect(demo_page.locator("#restarting")).to_be_hidden()


async def test_a_killed_bot_is_waited_for(
    demo_page: Page, demo: MemoryDemo, demo_server: Served
) -> None:
    async def die(route: Route) -> None:
        await demo_server.stop()
        await route.abort()

    phone = demo_page.frame_locator("[data-slot=leader] iframe")
    await expect(phone.get_by_role("log")).to_have_attribute("aria-busy", "false")
    await demo_page.route("**/api/kill", die)
    async with demo_page.expect_event("requestfailed", lambda asked: "api/kill" in asked.url):
        await demo_page.get_by_role("button", name="Kill the bot now").click()
    await expect(demo_page.get_by_role("status")).to_contain_text("restarting")
    await phone.get_by_label("Gõ tin nhắn").fill("giữa chừng")
    await phone.get_by_label("Gõ tin nhắn").press("Enter")
    await demo_server.start()
    await expect(demo_page.locator("#restarting")).to_be_hidden()
    # The server shows what it has by itself; nothing of the phone's own is left waiting.
    await expect(phone.locator(".me")).to_have_count(1)
    await expect(phone.locator("[data-state=unsent], [data-state=sending]")).to_have_count(0)
    assert [inbound.text for inbound in demo.phones["leader"].heard()] == ["giữa chừng"]
