import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from documents.template import write_template
from tests.bot.demo_process import copy_demo, running_demo
from tests.bot.test_demo_in_chromium import phone_of_its_own, picture, press
from tests.browser import open_browser, open_context
from texts import label

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture(scope="module")
def demo_url(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = copy_demo(demo_template, tmp_path_factory.mktemp("demo") / "seen")
    with running_demo(folder, port=18760) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def page(demo_url: str) -> AsyncIterator[Page]:
    async with open_browser() as browser, open_context(browser) as context:
        opened = await context.new_page()
        await opened.goto(demo_url)
        yield opened


async def ask(alone: Page, words: str, button: str) -> None:
    """Types and waits for a button of the answer."""
    await alone.get_by_label("Gõ tin nhắn").fill(words)
    await alone.get_by_label("Gõ tin nhắn").press("Enter")
    await alone.get_by_role("button", name=re.compile(button)).last.wait_for()


async def test_difficulties_grades_and_chapters_are_there_from_the_start(
    page: Page, tmp_path: Path
) -> None:
    async with phone_of_its_own(page, "leader") as alone:
        await ask(alone, "/khokhan", "đã trả lời")
        await alone.get_by_role("button", name=re.compile("đã trả lời")).last.click()
        await alone.get_by_role("button", name="Chưa tháo gỡ").last.wait_for()
        await picture(alone, "case.png", tmp_path)
    async with phone_of_its_own(page, "cadre") as alone:
        await picture(alone, "bundle.png", tmp_path)
        await ask(alone, "/lichdu", "^✓")
        await ask(alone, "/chamdiem", "^Trung bình$")
        await press(alone, "Ngày 26/10/2026 (chưa đánh giá: 1)")
        await expect(alone.get_by_role("log")).to_contain_text("Thứ Hai, 26/10/2026")
        await picture(alone, "grading.png", tmp_path)
    async with phone_of_its_own(page, "officer") as alone:
        await ask(alone, "/tonghop", "^Theo loại hình")
        standing = alone.get_by_role("log").get_by_text("Tình hình báo cáo tháng")
        await standing.last.evaluate("(line) => line.scrollIntoView()")
        await picture(alone, "overview.png", tmp_path)
        await ask(alone, "/vuviec", "đã chuyển cấp trên")
        await picture(alone, "cases.png", tmp_path)
        await ask(alone, "/donvi", "^In phiếu mời$")
        await ask(alone, "phụ nữ ấp Cái Cối", "^Chi hội Phụ nữ ấp Cái Cối$")
        await press(alone, "Chi hội Phụ nữ ấp Cái Cối")
        await expect(alone.get_by_role("log")).to_contain_text("Dương Thị Ngọc Diệu")
        await alone.get_by_text("Dương Thị Ngọc Diệu").last.scroll_into_view_if_needed()
        await picture(alone, "directory.png", tmp_path)


async def test_the_desk_of_the_office_opens_beside_the_phones(page: Page, tmp_path: Path) -> None:
    async with page.expect_popup() as opening:
        await page.get_by_role("button", name="Mở bàn làm việc").click()
    desk = await opening.value
    await desk.set_viewport_size({"width": 1280, "height": 900})
    await expect(desk.get_by_role("heading", name="Tổng quan", exact=True)).to_be_visible()
    await desk.goto(f"{desk.url}?period=2026-10")
    await expect(desk.get_by_text("Số liệu chưa chốt, tính đến 01/11/2026.")).to_be_visible()
    await picture(desk, "desk.png", tmp_path)


async def test_the_officer_brings_a_directory_in_and_the_leader_has_no_button_for_it(
    page: Page, tmp_path: Path
) -> None:
    workbook = tmp_path / "directory.xlsx"
    write_template(workbook)
    async with phone_of_its_own(page, "leader") as alone:
        await expect(alone.locator("#file")).to_be_hidden()
    async with phone_of_its_own(page, "officer") as alone:
        await alone.locator("#file").set_input_files(workbook)
        await expect(alone.get_by_role("log")).to_contain_text("directory.xlsx")
        await expect(alone.get_by_role("log")).to_contain_text(label("workbook-received", "vi"))
