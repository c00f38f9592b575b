"""The whole report on a phone without a network: entered, kept, sent as one piece, once."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, expect

from dialogue.asked_form import default_fact
from dialogue.outline import outline
from dialogue.report_asked import AskedPart, report_form, write_parts
from dialogue.report_facts import ReportFacts
from domain.inbound import InboundKind
from operations.reports.outlines import ReportOutline
from tests.browser import Served
from tests.channels.web.memory import LEADER, MemoryBackend
from tests.channels.web.test_offline_in_chromium import open_kept
from tests.channels.web.test_page_in_chromium import until
from tests.forms import water

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME = "Chi hội Phụ nữ ấp Bào Môn, tháng 11/2026"


def waiting_report(today: date) -> ReportOutline:
    asked = water("Số hộ dùng nước sạch", {"type": "note", "name": "thanks", "vi": "Xin cảm ơn"})
    facts = ReportFacts(
        chapter="Chi hội Phụ nữ ấp Bào Môn",
        period="tháng 11/2026",
        meeting="định kỳ",
        unit="chi hội",
        members="hội viên",
        planned_date=today - timedelta(days=1),
        place="Nhà văn hóa ấp",
        chair="Thạch Thị Lan",
        total=32,
        activities=("discussion",),
        cadre="Lê Văn Sáu",
        asked=write_parts([AskedPart(7, 1, "Xã Long Vĩnh", asked)]),
        offered={default_fact("water"): "70"},
    ).to_facts()
    form = outline(report_form(facts), facts, today=today, language="vi")
    return ReportOutline(meeting=41, name=NAME, today=today.isoformat(), form=form, answers={})


async def open_form(page: Page, server: Served, backend: MemoryBackend) -> BrowserContext:
    """Opens the page so that the phone keeps the form, then takes the network away."""
    now = await page.evaluate("Date.now()")
    today = (datetime.fromtimestamp(now / 1000, UTC) + timedelta(hours=7)).date()
    backend.outlines[LEADER] = [waiting_report(today)]
    context = await open_kept(page, server, backend)
    await server.stop()
    return context


async def begin(page: Page) -> None:
    await page.get_by_role("button", name="Mất mạng vẫn báo cáo được").click()
    await expect(page.locator("#filling-name")).to_have_text(NAME)


def slot(page: Page, name: str) -> Any:
    return page.locator(f'[data-slot="{name}"]')


async def test_a_report_written_without_network_goes_as_one_piece_once(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    context = await open_form(page, server, backend)
    await begin(page)
    await slot(page, "opening").get_by_label("Đúng như trên").check()
    await slot(page, "present").get_by_role("textbox").fill("28/32, phép 3")
    await page.close()
    # The phone was switched off in the middle: what was entered is there.
    page = await context.new_page()
    await page.goto(server.url)
    await begin(page)
    await expect(slot(page, "opening").get_by_label("Đúng như trên")).to_be_checked()
    await expect(slot(page, "present").get_by_role("textbox")).to_have_value("28/32, phép 3")
    await page.get_by_role("button", name="Gửi khi có mạng").click()
    await expect(page.get_by_text("Còn câu chưa trả lời")).to_be_visible()
    await slot(page, "topic").get_by_label("Hoặc ghi bằng lời").fill("Học tập <b>Nghị quyết</b>")
    await slot(page, "cadre_present").get_by_role("radio").first.check()
    await slot(page, "category.0").get_by_role("radio").nth(1).check()
    await slot(page, "words.0").get_by_role("textbox").fill("Đường vào ấp bị ngập")
    await slot(page, "level.0").get_by_role("radio").nth(2).check()
    await slot(page, "category.1").get_by_role("radio").first.check()
    # What the office asks beside: the last answer stands there, and what hangs on the new one.
    await expect(slot(page, ".water")).to_contain_text("Xã Long Vĩnh hỏi thêm")
    await expect(slot(page, ".water").get_by_role("textbox")).to_have_value("70")
    await slot(page, ".water").get_by_role("textbox").fill("120")
    await page.keyboard.press("Tab")
    await expect(slot(page, ".why")).to_have_count(0)
    await slot(page, ".water").get_by_role("textbox").fill("72")
    await page.keyboard.press("Tab")
    await slot(page, ".why").get_by_label("Giá cao").check()
    await page.get_by_role("button", name="Gửi khi có mạng").click()
    await expect(page.get_by_role("log")).to_contain_text(NAME)
    await page.close()
    assert backend.heard() == []
    # Two pages come back with the network at the same time.
    pages = [await context.new_page(), await context.new_page()]
    for each in pages:
        await each.goto(server.url)
    backend.outlines[LEADER] = []
    await server.start()
    await until(lambda: bool(backend.heard()))
    await expect(pages[0].locator("#connection")).to_be_hidden()
    await expect(pages[1].locator("#connection")).to_be_hidden()
    (heard,) = backend.heard()
    assert (heard.kind, heard.text.endswith(NAME)) == (InboundKind.REPORT, True)
    sent = json.loads(heard.filled)
    assert (sent["meeting"], sent["version"], sent["base"]) == (41, 1, {})
    assert sent["answers"] == {
        "opening": {"keys": ["as_planned"]},
        "present": {"text": "28/32, phép 3"},
        "topic": {"text": "Học tập <b>Nghị quyết</b>"},
        "activities": {"keys": ["discussion"]},
        "cadre_present": {"keys": ["yes"]},
        "category.0": {"keys": ["infrastructure"]},
        "words.0": {"text": "Đường vào ấp bị ngập"},
        "level.0": {"keys": ["commune"]},
        "category.1": {"keys": ["none"]},
        ".water": {"text": "72"},
        ".why": {"keys": [".dear"]},
        ".wish": {"skipped": True},
        ".thanks": {"keys": [".read"]},
    }


async def test_questions_follow_the_answers_and_a_full_phone_is_said(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_form(page, server, backend)
    await begin(page)
    await slot(page, "opening").get_by_label("Không tổ chức được").check()
    await expect(slot(page, "not_held_reason")).to_be_visible()
    await expect(slot(page, "present")).to_have_count(0)
    await slot(page, "not_held_reason").get_by_label("Lý do khác").check()
    await expect(slot(page, "reason_words")).to_be_visible()
    await slot(page, "opening").get_by_label("Có điểm khác").check()
    await slot(page, "differs").get_by_label("Địa điểm").check()
    await expect(slot(page, "place").get_by_role("textbox")).to_have_value("Nhà văn hóa ấp")
    assert await page.locator("#filling-unkept").is_hidden()
    await page.evaluate(
        """() => {
            IDBObjectStore.prototype.put = () => {
                throw new DOMException("full", "QuotaExceededError");
            };
        }"""
    )
    await slot(page, "place").get_by_role("textbox").fill("Chùa Bào Môn")
    await expect(page.locator("#filling-unkept")).to_be_visible()
    await server.start()
