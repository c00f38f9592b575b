"""Every page in a real browser: wide, on a phone, on paper, without scripts, by axe-core."""

import shutil
import time
from collections.abc import AsyncIterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect
from pypdf import PdfReader

from desk.pages import PAGES
from domain.people import Role
from domain.report import CadrePresence
from storage import Database
from storage.ids import IdSource
from storage.tables import programmes
from tests.browser import Served, open_browser, open_context, serve
from tests.desk.seated import Seats
from tests.directory import Commune, Directory, at, held, settle_commune
from tests.operations.planned import november, send

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG = "Ấp Giồng Trôm Thượng Hạ Liên Hiệp Tân Thành Phú Quới Mỹ Long Hòa"
ADDRESSES = [page.path.lstrip("/") for page in PAGES if not page.parts]
# Each shows something that the page's first look does not.
STATES = [
    *("missing?tab=paused", "?by=kind", "?period=2026-10", "?period=x", "attendance?cadre=3"),
    *("reports/11.26-0001", "chapters/1", "search?q=duong"),
    *("directory/chapters/1", "directory/chapters/1/seat?role=cadre&what=stand_in"),
    *("directory/people/1", "directory/pauses?of=place", "directory/reform?what=split&chapter=1"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with open_browser() as browser:
        yield browser


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def office(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Seats, Commune]]:
    """A commune with a long name in it, something late and something that differs."""
    file = tmp_path_factory.mktemp("desk") / "sinhhoat.db"
    shutil.copy(sqlite_template, file)
    ids = IdSource(lambda: time.time_ns() // 1_000_000, node=1)
    database = Database(f"sqlite:///{file}", new_id=ids)
    commune = await settle_commune(database)
    async with database.write() as unit:
        make = Directory(unit)
        place = await make.area(LONG, commune.commune)
        chapter = await make.chapter(f"Chi hội Phụ nữ {LONG}", place, commune.kind)
        leader = await make.person("Nguyễn Trần Thị Ngọc Hương Giang Thùy Dương")
        await make.post(leader, Role.LEADER, chapter=chapter)
        await make.post(leader, Role.LEADER, chapter=commune.other_chapter)
        place_id, begun = commune.commune.id, date(2026, 1, 1)
        programme = await unit.add(
            programmes.programme, code="p", name=LONG, area_id=place_id, valid_from=begun
        )
        for indicator, value in (("on_time", 9500), ("members", 5050)):
            await unit.add(
                programmes.target,
                programme_id=programme,
                indicator=indicator,
                area_id=place_id,
                period="2026-11",
                value=value,
            )
    answers = held(cadre_present=CadrePresence.YES)
    await send(database, commune.leader, await november(database, commune), answers)
    yield Seats(database, now=at(12)), commune
    await database.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def served(office: tuple[Seats, Commune]) -> AsyncIterator[Served]:
    seats, _ = office
    async with serve(lambda: (seats.site, lambda: None)) as server:
        yield server


async def sign_in(page: Page, served: Served, office: tuple[Seats, Commune]) -> None:
    seats, commune = office
    await page.goto(f"{served.url}/desk/enter?c={await seats.code(commune.staff)}")
    await page.get_by_role("button", name="Vào bàn làm việc").click()
    await expect(page.get_by_role("heading", name="Tổng quan", exact=True)).to_be_visible()


async def sideways(page: Page) -> list[str]:
    """What of the page lies beside the screen."""
    found: list[str] = await page.evaluate(
        """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth
            ? []
            : [...document.querySelectorAll('body *')]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
                .map((one) => one.outerHTML.slice(0, 120))"""
    )
    return found


async def test_every_page_is_accessible_and_breaks_no_policy(
    chromium: Browser, served: Served, office: tuple[Seats, Commune]
) -> None:
    async with open_context(chromium, width=1280, height=900) as context:
        page = await context.new_page()
        refused: list[str] = []
        page.on(
            "console", lambda said: refused.append(said.text) if "Policy" in said.text else None
        )
        await page.goto(f"{served.url}/desk/")
        wrong = {"the door": await violations(page)}
        await sign_in(page, served, office)
        for address in [*ADDRESSES, *STATES, "nowhere"]:
            await page.goto(f"{served.url}/desk/{address}")
            wrong[address] = await violations(page)
            assert await sideways(page) == [], address
        await page.goto(f"{served.url}/desk/missing")
        await page.get_by_role("checkbox").first.check()
        await page.get_by_role("button", name="Nhắc các đơn vị đã chọn").click()
        await expect(page.get_by_role("heading", name="Nhắc báo cáo")).to_be_visible()
        wrong["the look before a reminder"] = await violations(page)
        assert {where: what for where, what in wrong.items() if what} == {}
        assert refused == []


async def violations(page: Page) -> list[str]:
    found = await Axe().run(page)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


async def test_a_phone_without_scripts_shows_every_page_in_one_column(
    chromium: Browser, served: Served, office: tuple[Seats, Commune]
) -> None:
    context = await chromium.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False, locale="vi-VN"
    )
    page = await context.new_page()
    await sign_in(page, served, office)
    for address in [*ADDRESSES, *STATES]:
        await page.goto(f"{served.url}/desk/{address}")
        assert await sideways(page) == [], address
    await page.goto(f"{served.url}/desk/")
    await page.get_by_text("Vì sao 3?").click()
    await expect(page.get_by_text("Đơn vị trong danh bạ")).to_be_visible()
    await page.get_by_role("link", name="Quý", exact=True).click()
    await expect(page.get_by_text("Quý IV năm 2026").first).to_be_visible()
    await context.close()


async def test_what_is_pressed_is_large_and_what_is_read_is_no_smaller_than_usual(
    chromium: Browser, served: Served, office: tuple[Seats, Commune]
) -> None:
    async with open_context(chromium, width=1280, height=900) as context:
        page = await context.new_page()
        await sign_in(page, served, office)
        for address in ADDRESSES:
            await page.goto(f"{served.url}/desk/{address}")
            small = await page.evaluate(
                """() => [...document.querySelectorAll('button, select, nav a, .switch a')]
                    .filter((one) => one.getBoundingClientRect().height < 44)
                    .map((one) => one.outerHTML)"""
            )
            assert small == [], address
            fine = await page.evaluate(
                """() => [...document.querySelectorAll('main *:not([type=hidden]), nav *')]
                    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
                    .map((one) => one.outerHTML.slice(0, 80))"""
            )
            assert fine == [], address


async def test_a_page_is_printed_on_a4_with_its_head_and_all_its_rows(
    chromium: Browser, served: Served, office: tuple[Seats, Commune]
) -> None:
    async with open_context(chromium, width=1280, height=900) as context:
        page = await context.new_page()
        await sign_in(page, served, office)
        for address in (page.path.lstrip("/") for page in PAGES if page.in_menu):
            await page.goto(f"{served.url}/desk/{address}")
            printed = PdfReader(BytesIO(await page.pdf(prefer_css_page_size=True)))
            box = printed.pages[0].mediabox
            assert (round(box.width), round(box.height)) == (595, 842), address
            text = " ".join(one.extract_text() for one in printed.pages)
            assert "Xã Long Vĩnh" in text, address
            assert "12/11/2026" in text, "as of when"
            assert f"1/{len(printed.pages)}" in text, "the number of the page"
            assert "Thoát" not in text, "what is pressed is not printed"
        await page.goto(f"{served.url}/desk/missing")
        await page.set_viewport_size({"width": 700, "height": 990})
        await page.emulate_media(media="print")
        assert await sideways(page) == []
