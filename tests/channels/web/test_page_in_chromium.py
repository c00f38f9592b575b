import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Request, Route, expect

from domain.inbound import InboundKind
from domain.message import Choice, Expects, Prompt
from tests.browser import PATIENCE, Served, open_browser, open_context
from tests.channels.web.conftest import open_signed_in
from tests.channels.web.memory import MemoryBackend

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOPICS = Prompt(
    id="p1",
    expects=Expects.CHOICE,
    choices=(Choice("a", "Chuyên đề tháng 11"), Choice("b", "Chủ đề khác")),
    navigation=(Choice("back", "Quay lại"), Choice("cancel", "Tạm dừng")),
)
SEVERAL = Prompt(
    id="p2",
    expects=Expects.CHOICES,
    choices=(Choice("a", "Thảo luận"), Choice("b", "Đối thoại"), Choice("done", "Xong")),
    selected=frozenset({"a"}),
)
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc"
    b"\xf8\xcf\xc0\xf0\x1f\0\5\0\1\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE / 1000):
        while not condition():  # noqa: ASYNC110 - what is waited for is in the browser
            await asyncio.sleep(0.02)


async def open_chat(page: Page, server: Served) -> None:
    await page.goto(server.url)
    await expect(page.locator("#log")).to_have_attribute("aria-busy", "false")


async def test_what_is_typed_reaches_the_inbox_with_the_question_on_screen(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Đồng chí chọn <b>chủ đề</b>:", prompt=TOPICS)
    await open_chat(page, server)
    await page.get_by_label("Gõ tin nhắn").fill("Chuyên đề <b>&amp; khác")
    await page.keyboard.press("Enter")
    await expect(page.locator(".turn.me .foot")).to_contain_text("Đã gửi")
    (heard,) = backend.heard()
    assert (heard.kind, heard.text, heard.prompt_id) == (
        InboundKind.TEXT,
        "Chuyên đề <b>&amp; khác",
        "p1",
    )
    await expect(page.locator(".turn.me .text")).to_have_text("Chuyên đề <b>&amp; khác")
    assert await page.locator(".turn.bot .text b").inner_text() == "chủ đề"


async def test_a_press_is_sent_once_and_the_buttons_go_when_the_question_is_closed(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    key = backend.say("Chủ đề?", prompt=TOPICS)
    await open_chat(page, server)
    await page.get_by_role("button", name="Chủ đề khác").dblclick()
    await until(lambda: bool(backend.inbox))
    assert (backend.heard()[0].prompt_id, backend.heard()[0].choice) == ("p1", "b")
    backend.close_prompt(key)
    await expect(page.locator(".prompt")).to_have_count(0)


async def test_several_choices_show_what_is_ticked(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Buổi sinh hoạt có:", prompt=SEVERAL)
    await open_chat(page, server)
    ticked = page.locator(".choices [aria-pressed=true]")
    await expect(ticked).to_have_text(["Thảo luận"])
    await page.context.set_offline(True)
    await page.get_by_role("button", name="Đối thoại").click()
    await expect(ticked).to_have_text(["Thảo luận", "Đối thoại"])


async def test_a_date_is_picked_and_sent_as_people_write_it(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Ngày họp?", prompt=Prompt(id="d", expects=Expects.DATE))
    await open_chat(page, server)
    await page.get_by_label("Chọn ngày").fill("2026-11-05")
    await page.get_by_role("button", name="Gửi ngày này").click()
    await until(lambda: bool(backend.inbox))
    assert (backend.heard()[0].text, backend.heard()[0].prompt_id) == ("05/11/2026", "d")


async def test_a_count_can_be_typed_in_words_too(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Có mặt?", prompt=Prompt(id="c", expects=Expects.COUNT))
    await open_chat(page, server)
    mode = await page.locator("#text").evaluate("(e) => e.inputMode")
    assert mode in {"", "text"}, "28/32, phép 3"


async def test_photos_go_together_as_an_album(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    files = [{"name": name, "mimeType": "image/png", "buffer": PNG} for name in ("a.png", "b.png")]
    await page.locator("#photo").set_input_files(files)  # type: ignore[arg-type]
    await until(lambda: len(backend.inbox) == 2)
    inbound, two = backend.heard()
    assert inbound.kind is InboundKind.PHOTO
    assert inbound.album == two.album != None  # noqa: E711 - both at once
    await expect(page.locator(".turn.me img")).to_have_count(2)
    await expect(page.locator(".turn.me img").first).to_have_js_property("naturalWidth", 1)


async def test_a_photo_too_large_is_refused_before_it_is_sent(
    page: Page, server: Served, backend: MemoryBackend, tmp_path: Path
) -> None:
    await open_chat(page, server)
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    await page.locator("#photo").set_input_files(large)
    await expect(page.get_by_role("alert")).to_contain_text("20 MB")
    assert backend.inbox == []


async def test_what_the_server_refuses_says_so_and_does_not_block_the_rest(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    wrong = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"MZ not a picture"}
    await page.locator("#photo").set_input_files(wrong)  # type: ignore[arg-type]
    await expect(page.locator("[data-state=refused]")).to_contain_text("bị lỗi")
    await page.get_by_label("Gõ tin nhắn").fill("sau đó")
    await page.get_by_role("button", name="Gửi", exact=True).click()
    await until(lambda: [inbound.text for inbound in backend.heard()] == ["sau đó"])


async def look(page: Page, *, away: bool) -> None:
    """Turns to another tab or back; a headless browser shows every page at once."""
    await page.evaluate(
        """away => {
            Object.defineProperty(document, "hidden", { value: away, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        away,
    )


async def test_a_page_that_nobody_sees_holds_no_connection_and_catches_up(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await look(page, away=True)
    await until(lambda: not any(backend.waiting.values()))
    backend.say("Đến giờ sinh hoạt")
    await expect(page.locator(".turn.bot")).to_have_count(0)
    await expect(page.locator("#connection")).to_be_hidden()
    await look(page, away=False)
    await expect(page.locator(".turn.bot")).to_contain_text(["Đến giờ sinh hoạt"])


async def test_more_windows_than_a_browser_has_connections_all_stay_alive(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    windows = [page, *[await page.context.new_page() for _ in range(7)]]
    for window in windows[1:]:
        await open_chat(window, server)
    backend.say("Đến giờ sinh hoạt")
    for window in windows:
        await expect(window.locator(".turn.bot")).to_contain_text(["Đến giờ sinh hoạt"])
        await expect(window.locator("#connection")).to_be_hidden()


async def test_after_a_restart_the_page_reconnects_and_sends_each_message_once(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await server.stop()
    await expect(page.get_by_role("status")).to_have_text("Mất kết nối. Đang kết nối lại…")
    for text in ("một", "hai", "ba"):
        await page.get_by_label("Gõ tin nhắn").fill(text)
        await page.keyboard.press("Enter")
    await expect(page.locator("[data-state=unsent]").first).to_contain_text("sẽ gửi lại")
    await server.start()
    await expect(page.locator("#connection")).to_be_hidden()
    await expect(page.locator("[data-state=sent]")).to_have_count(3)
    assert [inbound.text for inbound in backend.heard()] == ["một", "hai", "ba"]
    backend.say("Đã nhận")
    await expect(page.locator(".turn.bot")).to_contain_text(["Đã nhận"])


async def test_an_answer_lost_on_the_way_back_is_sent_again_and_counted_once(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    tries = []

    async def lose_first(route: Route, request: Request) -> None:
        tries.append(request.post_data)
        if len(tries) == 1:
            await route.fetch()
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/send?*", lose_first)
    await page.get_by_label("Gõ tin nhắn").fill("chỉ một lần")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-state=sent]")).to_have_count(1)
    assert len(tries) == 2
    assert len({json.loads(sent or "")["id"] for sent in tries}) == 1
    assert len(backend.inbox) == 1
    await expect(page.locator(".turn.me")).to_have_count(1)


async def test_unsent_messages_survive_a_closed_page(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await page.route("**/send?*", lambda route: route.abort())
    await page.get_by_label("Gõ tin nhắn").fill("để dành")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-state=unsent]")).to_have_count(1)
    context = page.context
    again = await context.new_page()
    await page.close()
    await open_chat(again, server)
    await until(lambda: len(backend.inbox) == 1)
    assert backend.heard()[0].text == "để dành"
    await expect(again.locator(".turn.me")).to_have_count(1)


async def test_two_tabs_show_the_same(page: Page, server: Served, backend: MemoryBackend) -> None:
    await open_chat(page, server)
    second = await page.context.new_page()
    await open_chat(second, server)
    await page.get_by_label("Gõ tin nhắn").fill("chào")
    await page.keyboard.press("Enter")
    await expect(second.locator(".turn.me .text")).to_have_text(["chào"])
    await expect(page.locator(".turn.me .text")).to_have_text(["chào"])
    assert len(backend.inbox) == 1


async def test_the_last_own_message_can_be_edited(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await open_chat(page, server)
    await page.get_by_label("Gõ tin nhắn").fill("28")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Sửa tin").click()
    await expect(page.locator("#text")).to_have_value("28")
    await page.locator("#text").fill("29")
    await page.keyboard.press("Enter")
    await until(lambda: len(backend.inbox) == 2)
    first, second = backend.heard()
    assert (second.kind, second.text) == (InboundKind.EDITED, "29")
    assert second.message_id == first.message_id
    await expect(page.locator(".turn.me .text")).to_have_text(["29"])
    await expect(page.locator(".turn.me .foot")).to_contain_text("đã sửa")


async def test_a_long_press_with_a_finger_edits_and_a_mouse_keeps_its_menu(
    page: Page, server: Served
) -> None:
    await open_chat(page, server)
    await page.get_by_label("Gõ tin nhắn").fill("28")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Sửa tin").wait_for()
    bubble = page.locator(".turn.me .bubble")
    press = """(bubble, kind) => bubble.dispatchEvent(new PointerEvent("contextmenu",
        { pointerType: kind, bubbles: true, cancelable: true }))"""
    assert await bubble.evaluate(press, "mouse"), "the browser's own menu opens"
    await expect(page.locator("#text")).to_have_value("")
    assert not await bubble.evaluate(press, "touch")
    await expect(page.locator("#text")).to_have_value("28")


async def test_states_are_told_by_sign_and_colour_and_examples_are_a_remark(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("<b>● đang giải quyết</b>\n<b>▲ Quá hạn</b>\n<b>✓ đã tháo gỡ</b>\n<b>Hạ tầng</b>")
    backend.say("<i>Ví dụ: 28</i>\nCó bao nhiêu hội viên dự?")
    await open_chat(page, server)
    marks = page.locator(".text b")
    await expect(marks).to_have_text(["● đang giải quyết", "▲ Quá hạn", "✓ đã tháo gỡ", "Hạ tầng"])
    colours = await marks.evaluate_all("(all) => all.map((e) => getComputedStyle(e).color)")
    assert len(set(colours)) == 4
    size = "(e) => parseFloat(getComputedStyle(e).fontSize)"
    assert await page.locator(".text i").evaluate(size) == pytest.approx(16, abs=0.1)


async def test_a_card_has_its_labels_apart_and_its_values_in_line(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    card = "Có mặt: 28\nTổng số: 32\nChủ đề: " + "Phòng, chống hạn mặn " * 3
    backend.say(f"Báo cáo tháng 11/2026\n{card}\n\nMời đồng chí xem lại.")
    backend.say("Ngày: 05/11/2026\nNơi: Nhà văn hóa ấp")
    await open_chat(page, server)
    names = page.locator(".field .name")
    await expect(names).to_have_text(["Có mặt:", "Tổng số:", "Chủ đề:"])
    short, _, long = [
        await field.evaluate("(f) => f.lastChild.getBoundingClientRect().top - f.offsetTop")
        for field in await page.locator(".field").all()
    ]
    assert long > short, "a long value stands below its label"
    colours = await page.locator(".field").first.evaluate(
        "(f) => [...f.children].map((part) => getComputedStyle(part).color)"
    )
    assert colours[0] != colours[1]


async def test_older_messages_are_paged_in_order(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    for number in range(70):
        backend.say(f"tin {number}", key=f"k{number}")
    await open_chat(page, server)
    bubbles = page.locator(".turn .text")
    await expect(bubbles).to_have_count(30)
    backend.say("tin 3 sửa", key="k3")
    backend.say("tin 50 sửa", key="k50")
    for count in (60, 70):
        await page.get_by_role("button", name="Xem tin cũ hơn").click()
        await expect(bubbles).to_have_count(count)
    names = [f"tin {n} sửa" if n in {3, 50} else f"tin {n}" for n in range(70)]
    await expect(bubbles).to_have_text(names)
    await expect(page.locator("#older")).to_be_hidden()


# 180 is a phone of 360 with everything drawn twice as large.
@pytest.mark.parametrize("width", [180, 320, 390, 1280])
async def test_nothing_is_cut_or_too_small(
    page: Page, server: Served, backend: MemoryBackend, width: int
) -> None:
    backend.say("Một_từ_rất_dài_" * 12, prompt=TOPICS)
    backend.say("Buổi sinh hoạt có:", prompt=SEVERAL)
    await page.set_viewport_size({"width": width, "height": 640})
    await open_chat(page, server)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await page.evaluate("document.querySelector('#scroll').scrollWidth") <= width
    small = """[...document.querySelectorAll("button, textarea, label.photo")]
        .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 48)
        .map((e) => e.outerHTML)"""
    assert await page.evaluate(small) == []
    faint = """(least) => [...document.querySelectorAll("body *")].filter((e) =>
        e.offsetParent && parseFloat(getComputedStyle(e).fontSize) < least(e) - 0.1)
        .map((e) => e.outerHTML)"""
    least = "(e) => e.matches('.text, .text :not(i), button:not(.edit), textarea, h1') ? 18 : 15"
    assert await page.evaluate(f"({faint})({least})") == []


async def test_letters_grow_as_the_reader_has_set_them_and_leave_room_to_read(
    server: Served, backend: MemoryBackend
) -> None:
    backend.say("Chủ đề?", prompt=TOPICS)
    doubled = open_browser("--blink-settings=defaultFontSize=32")
    async with doubled as browser, open_context(browser, width=360, height=640) as context:
        page = await open_signed_in(context, server)
        await open_chat(page, server)
        size = "parseFloat(getComputedStyle(document.querySelector('.bubble')).fontSize)"
        assert await page.evaluate(size) == 36
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        assert await page.evaluate("document.querySelector('#scroll').clientHeight") > 640 * 0.6


async def test_a_question_taller_than_the_screen_is_read_from_its_top(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    many = tuple(Choice(str(number), f"Nội dung số {number}") for number in range(12))
    several = Prompt(id="tall", expects=Expects.CHOICES, choices=many)
    await page.set_viewport_size({"width": 360, "height": 640})
    backend.say("Chào đồng chí")
    await open_chat(page, server)
    backend.say("Có nội dung nào?", prompt=several, key="tall")
    await expect(page.get_by_text("Có nội dung nào?")).to_be_in_viewport(ratio=1)
    last = page.get_by_role("button", name="Nội dung số 11")
    await last.scroll_into_view_if_needed()
    ticked = replace(several, selected=frozenset({"11"}))
    backend.say("Có nội dung nào?", prompt=ticked, key="tall")
    await expect(last).to_have_attribute("aria-pressed", "true")
    await expect(last).to_be_in_viewport(ratio=1)
    backend.say("Đã nhận")
    await expect(page.get_by_text("Đã nhận")).to_be_in_viewport(ratio=1)


async def test_a_report_can_be_made_by_keyboard_alone(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    key = backend.say("Chủ đề?", prompt=TOPICS)
    await open_chat(page, server)
    await page.locator("#scroll").focus()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Chuyên đề tháng 11")).to_be_focused()
    await page.keyboard.press("Enter")
    await until(lambda: len(backend.inbox) == 1)
    assert backend.heard()[0].choice == "a"
    backend.say("Có gì?", prompt=SEVERAL, key=key)
    await expect(page.get_by_role("button", name="Thảo luận")).to_be_focused()
    for _ in range(3):
        await page.keyboard.press("Tab")
    await expect(page.locator("#photo")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.type("xong")
    await page.keyboard.press("Enter")
    await until(lambda: len(backend.inbox) == 2)


async def test_a_screen_reader_finds_its_way(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Chủ đề?", prompt=TOPICS)
    await open_chat(page, server)
    assert await page.locator("html").get_attribute("lang") == "vi"
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("log")).to_contain_text("Hệ thống: Chủ đề?")
    nameless = """[...document.querySelectorAll("button, input, textarea, img")].filter((e) =>
        !(e.ariaLabel || e.labels?.[0]?.textContent.trim() || e.textContent.trim()
          || e.hasAttribute("alt"))).map((e) => e.outerHTML)"""
    assert await page.evaluate(nameless) == []


async def test_the_page_asks_nobody_else(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    backend.say("Chủ đề?", prompt=TOPICS)
    await open_chat(page, server)
    assert asked
    assert [url for url in asked if not url.startswith((server.url, "blob:"))] == []


async def test_rich_text_cannot_become_markup(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    text = '<img src=x onerror="alert(1)">&lt;b&gt;<script>x</script><b>đậm</b> </i>&amp;lt;'
    backend.say(text)
    await open_chat(page, server)
    bubble = page.locator(".turn .text")
    assert await bubble.evaluate("(e) => e.querySelectorAll('img, script').length") == 0
    await expect(bubble).to_have_text(
        '<img src=x onerror="alert(1)"><b><script>x</script>đậm &lt;'
    )


async def test_a_reader_sees_posts_and_no_composer(
    chromium: Browser, server: Served, backend: MemoryBackend
) -> None:
    async with open_context(chromium) as context:
        await context.add_cookies(
            [{"name": "sinhhoat_session", "value": "reader", "url": server.url}]
        )
        page = await context.new_page()
        await open_chat(page, server)
        await expect(page.get_by_text("Kênh này chỉ để xem.")).to_be_visible()
        await expect(page.locator("#composer")).to_be_hidden()


async def test_a_link_is_spent_by_its_button_and_opens_the_chat(
    chromium: Browser, server: Served, backend: MemoryBackend
) -> None:
    async with open_context(chromium, width=320) as context:
        page = await context.new_page()
        await page.goto(f"{server.url}/enter?c=GOOD-CODE")
        assert "GOOD-CODE" in backend.codes
        await expect(page.get_by_label("Mã mời")).to_be_hidden()
        await page.get_by_role("button", name="Vào trang").click()
        await expect(page.locator(".who p")).to_contain_text("Sa Rinh")
        await expect(page.locator("h1")).to_have_text("Báo cáo sinh hoạt")
        backend.sessions.pop("leader")
        await expect(page.get_by_label("Mã mời")).to_be_visible()


REVIEW = Prompt(
    id="r1",
    expects=Expects.CHOICE,
    choices=(
        Choice("fix", "Sửa"),
        Choice("send", "Gửi báo cáo"),
        Choice("fix:photos", "Ảnh"),
        Choice("fix:proposal", "Kiến nghị"),
    ),
    navigation=(Choice("back", "Quay lại"), Choice("cancel", "Tạm dừng")),
)


async def test_the_usual_way_on_comes_first_and_what_is_seldom_hides(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Đúng chưa?", prompt=REVIEW)
    await open_chat(page, server)
    buttons = page.locator(".prompt > .choices button")
    await expect(buttons).to_have_text(["Gửi báo cáo", "Sửa"])
    await expect(page.locator(".prompt .main")).to_have_text(["Gửi báo cáo"])
    await expect(page.get_by_role("button", name="Ảnh", exact=True)).to_be_hidden()
    await page.get_by_text("Thêm: ảnh, kiến nghị").click()
    await page.get_by_role("button", name="Kiến nghị").click()
    await until(lambda: bool(backend.inbox))
    assert backend.heard()[0].choice == "fix:proposal"


async def test_what_a_press_put_in_place_is_read_from_its_top(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    await page.set_viewport_size({"width": 360, "height": 640})
    key = backend.say("Khó khăn", prompt=TOPICS)
    await open_chat(page, server)
    long = "Dòng đầu\n" + "\n".join(f"dòng {number}" for number in range(60))
    backend.say(long, prompt=replace(TOPICS, id="p7"), key=key)
    await expect(page.get_by_text("dòng 59")).to_be_attached()
    await page.get_by_role("button", name="Chủ đề khác").click()
    await until(lambda: bool(backend.inbox))
    backend.say(long.replace("đầu", "đầu mới"), prompt=replace(TOPICS, id="p8"), key=key)
    await expect(page.get_by_text("Dòng đầu mới")).to_be_in_viewport()
    top = "document.querySelector('.turn').getBoundingClientRect().top"
    header = "document.querySelector('.top').getBoundingClientRect().bottom"
    await until_true(page, f"Math.abs({top} - {header} - 8) < 3")


async def until_true(page: Page, condition: str) -> None:
    async with asyncio.timeout(PATIENCE / 1000):
        while not await page.evaluate(condition):  # noqa: ASYNC110 - it is in the browser
            await asyncio.sleep(0.05)


async def test_nobody_leaves_by_accident(page: Page, server: Served) -> None:
    await open_chat(page, server)
    menu = page.locator("#more")
    await menu.locator("> summary").click()
    await page.get_by_text("Thoát", exact=True).first.click()
    await page.get_by_role("button", name="Ở lại").click()
    await expect(menu).not_to_have_attribute("open", "")
    await menu.locator("> summary").click()
    await page.locator("#log").click(force=True, position={"x": 5, "y": 5})
    await expect(menu).not_to_have_attribute("open", "")


async def test_letters_are_made_larger_on_the_page_and_stay_so(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Chào đồng chí")
    await open_chat(page, server)
    size = "parseFloat(getComputedStyle(document.querySelector('.bubble')).fontSize)"
    assert await page.evaluate(size) == 18
    await page.locator("#more > summary").click()
    await page.get_by_role("button", name="Chữ to hơn").click()
    assert await page.evaluate(size) == 20
    await open_chat(page, server)
    assert await page.evaluate(size) == 20


async def test_a_telephone_number_is_one_tap(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say(
        "Xin gọi 0988726419 hoặc +84912345678. Số 11.26-0001, ngày 05/11/2026, 1234567890123."
    )
    await open_chat(page, server)
    links = page.locator("a[href^='tel:']")
    await expect(links).to_have_text(["0988 726 419", "+8491 234 5678"])
    assert await links.first.get_attribute("href") == "tel:0988726419"
    box = await links.first.bounding_box()
    assert box is not None
    assert box["height"] >= 48


DAYS = Prompt(
    id="d2",
    expects=Expects.DATE,
    choices=(Choice("today", "Hôm nay"), Choice("yesterday", "Hôm qua")),
)


async def test_the_last_days_are_one_tap_and_an_empty_date_is_asked_for(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("Ngày nào?", prompt=DAYS)
    await open_chat(page, server)
    days = page.locator(".prompt .choices button")
    await expect(days).to_have_count(7)
    await page.get_by_text("Ngày khác").click()
    await page.get_by_role("button", name="Gửi ngày này").click()
    await expect(page.get_by_text("Xin đồng chí chọn ngày.")).to_be_visible()
    assert backend.inbox == []
    wanted = await days.nth(6).inner_text()
    await days.nth(6).click()
    await until(lambda: bool(backend.inbox))
    assert backend.heard()[0].text.startswith(wanted.partition(" ")[2] + "/")


async def test_a_settled_question_is_a_line_without_a_bubble(
    page: Page, server: Served, backend: MemoryBackend
) -> None:
    backend.say("✓ Chủ đề: Ngày hội Đại đoàn kết")
    backend.say("Có bao nhiêu người dự?")
    await open_chat(page, server)
    await expect(page.locator(".turn.settled .bubble")).to_have_text(
        ["Hệ thống: ✓ Chủ đề: Ngày hội Đại đoàn kết"]
    )


async def test_on_a_phone_the_keyboard_gives_way_to_buttons(
    chromium: Browser, server: Served, backend: MemoryBackend
) -> None:
    context = await chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = await open_signed_in(context, server)
    backend.say("Có mặt?", prompt=Prompt(id="c", expects=Expects.COUNT))
    await open_chat(page, server)
    await page.locator("#text").fill("28")
    await page.locator("#text").press("Enter")
    await until(lambda: bool(backend.inbox))
    await expect(page.locator("#text")).to_be_focused()
    backend.say("Chủ đề?", prompt=TOPICS)
    await expect(page.get_by_text("Chủ đề?")).to_be_visible()
    await expect(page.locator("#text")).not_to_be_focused()
    await context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_stands_out_by_day_and_by_night(
    page: Page, server: Served, backend: MemoryBackend, scheme: str
) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    backend.say("Chào đồng chí", prompt=TOPICS)
    await open_chat(page, server)
    await page.locator("#text").fill("xin chào")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-state=sent]")).to_have_count(1)
    contrast = """(selector) => {
        const light = (color) => {
            const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map((c) => c / 255)
                .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const element = document.querySelector(selector);
        let ground = element;
        const clear = "rgba(0, 0, 0, 0)";
        while (getComputedStyle(ground).backgroundColor === clear) ground = ground.parentElement;
        const [a, b] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
            .map(light).sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
    }"""
    for selector in (".bot .text", ".me .text", ".choices button", ".navigation button", ".foot"):
        assert await page.evaluate(contrast, selector) >= 6.3, selector
