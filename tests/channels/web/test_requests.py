import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest
from httpx import ASGITransport, AsyncClient
from starlette.routing import Mount, Router

from channels.delivery import Channel, Sending, TargetLost
from channels.web import PageSettings, WebChannel, WebChat
from channels.web.pages import PAGE_WORDS
from channels.web.static_files import STATIC, TEMPLATES
from domain.inbound import InboundKind
from domain.message import Message
from tests.channels.web.memory import LEADER, MORNING, OTHER, MemoryBackend
from texts import LANGUAGES, label
from web.hosts import list_hosts

FORM = "application/x-www-form-urlencoded"
PNG = b"\x89PNG\r\n\x1a\n small enough"
TEXT = {"kind": "text", "id": "m0000001", "text": "28", "prompt": "p1", "age": 60_000}


async def test_a_text_is_stored_with_the_time_it_was_typed(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    answer = await web.post("/send", json=TEXT)
    assert answer.json() == {"stored": "m0000001"}
    (heard,) = backend.heard()
    assert heard.sent_at == MORNING - timedelta(minutes=1)
    assert (heard.external_id, heard.message_id, heard.prompt_id) == ("m0000001", "m0000001", "p1")
    assert orjson.loads(backend.inbox[0].raw) == TEXT


async def test_a_replayed_request_has_one_effect(web: AsyncClient, backend: MemoryBackend) -> None:
    for _ in range(3):
        assert (await web.post("/send", json=TEXT)).status_code == 200
    assert len(backend.inbox) == 1


async def test_an_edit_names_the_message_it_changes(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    await web.post("/send", json={**TEXT, "text": "a"})
    edit = {"kind": "edit", "id": "m0000002", "edits": "m0000001", "text": "b\0"}
    await web.post("/send", json=edit)
    assert [inbound.kind for inbound in backend.heard()] == [InboundKind.TEXT, InboundKind.EDITED]
    assert (backend.heard()[1].message_id, backend.heard()[1].text) == ("m0000001", "b")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"kind":"text","id":"m0000001","text":"\\ud800"}',
        orjson.dumps({**TEXT, "text": ""}),
        orjson.dumps({**TEXT, "text": "x" * 20_001}),
        orjson.dumps({**TEXT, "id": "../../etc"}),
        orjson.dumps({**TEXT, "age": -1}),
        orjson.dumps({**TEXT, "age": 10**13}),
        orjson.dumps({**TEXT, "kind": "membership"}),
        orjson.dumps({**TEXT, "address": {"chat": "8"}}),
        orjson.dumps({"kind": "choice", "id": "m0000001", "choice": "a"}),
    ],
)
async def test_what_cannot_be_read_is_refused_with_a_sentence(
    web: AsyncClient, backend: MemoryBackend, body: bytes
) -> None:
    answer = await web.post("/send", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"] == "Nội dung vừa gửi bị lỗi. Xin đồng chí gửi lại."
    assert backend.inbox == []


async def test_a_long_text_is_taken_whole(web: AsyncClient, backend: MemoryBackend) -> None:
    text = "Khó khăn \u200f<b>&\u200b 😀" * 1000
    await web.post("/send", json={**TEXT, "text": text[:20_000]})
    assert backend.heard()[0].text == text[:20_000]


async def test_only_json_is_taken(web: AsyncClient, backend: MemoryBackend) -> None:
    answer = await web.post(
        "/send", content=orjson.dumps(TEXT), headers={"Content-Type": "text/plain"}
    )
    assert answer.status_code == 415
    assert backend.inbox == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize("path", ["/send", "/upload?id=m0000001", "/enter"])
async def test_another_site_can_send_nothing(
    web: AsyncClient, backend: MemoryBackend, headers: dict[str, str], path: str
) -> None:
    answer = await web.post(path, json=TEXT, headers=headers)
    assert answer.status_code == 403
    assert backend.inbox == []
    assert backend.clients == []


async def test_the_own_site_can_send(web: AsyncClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert (await web.post("/send", json=TEXT, headers=headers)).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", ""])
async def test_a_foreign_host_gets_nothing(web: AsyncClient, host: str) -> None:
    answer = await web.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "Kim" not in answer.text


def test_the_hosts_come_from_the_settings() -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - a setting, bound by nobody
    hosts = list_hosts(public_url="https://Sinh.Example:8443/x", web_host=everywhere)
    assert "sinh.example" in hosts
    assert everywhere not in hosts


async def test_without_a_session_there_is_only_the_door(web: AsyncClient) -> None:
    web.cookies.clear()
    page = await web.get("/")
    assert page.status_code == 401
    assert "Mã mời" in page.text
    for path in ("/events", "/history?before=9", "/files/f1"):
        assert (await web.get(path)).status_code == 401
    assert (await web.post("/send", json=TEXT)).status_code == 401
    assert (await web.post("/upload?id=m0000001", content=PNG)).status_code == 401


async def test_a_preview_robot_spends_nothing(web: AsyncClient, backend: MemoryBackend) -> None:
    web.cookies.clear()
    for method in ("GET", "HEAD"):
        answer = await web.request(method, "/enter", params={"c": "GOOD-CODE"})
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert backend.codes == {"GOOD-CODE": "leader"}
    assert backend.clients == []


async def test_the_button_spends_the_code_once(web: AsyncClient, backend: MemoryBackend) -> None:
    web.cookies.clear()
    first = await web.post("/enter", data={"code": " GOOD-CODE "})
    assert (first.status_code, first.headers["location"]) == (303, "./")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    second = await web.post("/enter", data={"code": "GOOD-CODE"})
    assert second.status_code == 403
    assert label("web-error-session") in second.text


async def test_mounted_under_https_the_cookie_is_secure_and_stays_there(
    backend: MemoryBackend,
) -> None:
    url = "https://sinh.example"
    chat = WebChat(backend, PageSettings(hosts=list_hosts(public_url=url), public_url=url))
    app = Router([Mount("/demo/phones/leader", chat)])
    async with AsyncClient(transport=ASGITransport(app), base_url=url) as client:
        answer = await client.post("/demo/phones/leader/enter", data={"code": "GOOD-CODE"})
        assert "Path=/demo/phones/leader/;" in answer.headers["set-cookie"]
        assert "Secure" in answer.headers["set-cookie"]


async def test_what_is_in_a_link_cannot_become_markup(web: AsyncClient) -> None:
    page = await web.get("/enter", params={"c": '"><script>alert(1)</script>'})
    assert "<script>alert" not in page.text


async def test_names_cannot_become_markup(web: AsyncClient, backend: MemoryBackend) -> None:
    backend.say("</script><script>alert(1)</script>")
    answer = await web.get("/")
    assert "<script>alert" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy


async def test_a_photo_is_stored_with_a_harmless_name(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    query = {"id": "m0000001", "album": "a0000001", "name": "../../etc/pass\nwd.png"}
    answer = await web.post("/upload", params=query, content=PNG)
    assert answer.status_code == 200
    (heard,) = backend.heard()
    assert (heard.kind, heard.album) == (InboundKind.PHOTO, "a0000001")
    assert heard.file is not None
    assert heard.file.name == "passwd.png"
    shown = await web.get(f"/files/{heard.file.file_id}")
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")
    assert shown.headers["content-disposition"].startswith("inline")


async def test_a_program_named_jpg_is_refused(web: AsyncClient, backend: MemoryBackend) -> None:
    headers = {"Content-Type": "image/jpeg"}
    answer = await web.post("/upload?id=m0000001&name=a.jpg", content=b"MZ", headers=headers)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert backend.inbox == []


async def test_what_is_too_large_is_refused_whether_it_says_so_or_not(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    async def stream() -> AsyncIterator[bytes]:
        for _ in range(21):
            yield b"\x89PNG" + b"x" * 1024 * 1024

    said = await web.post("/upload?id=m0000001", content=b"x" * (20 * 1024 * 1024 + 1))
    unsaid = await web.post("/upload?id=m0000001", content=stream())
    text = await web.post("/send", json={**TEXT, "text": "x" * 300_000})
    assert (said.status_code, unsaid.status_code, text.status_code) == (413, 413, 413)
    assert backend.inbox == []
    assert backend.files == {}


@pytest.mark.parametrize("name", ["..%2f..%2fetc%2fpasswd", "../static", "f1%00", "x" * 80])
async def test_files_cannot_be_reached_by_paths(web: AsyncClient, name: str) -> None:
    assert (await web.get(f"/files/{name}")).status_code == 404


async def test_the_page_s_own_folder_cannot_be_left(web: AsyncClient) -> None:
    page = (await web.get("/")).text
    (version,) = set(re.findall(r"static/([0-9a-f]{12})/", page))
    good = await web.get(f"/static/{version}/chat.js")
    assert "immutable" in good.headers["cache-control"]
    for path in ("..%2fapp.py", "%2e%2e/app.py", "..%5capp.py"):
        assert (await web.get(f"/static/{version}/{path}")).status_code == 404


async def test_files_of_others_are_not_found(
    web: AsyncClient, backend: MemoryBackend, tmp_path: Path
) -> None:
    await web.post("/upload?id=m0000001", content=PNG)
    web.cookies.set("sinhhoat_session", "other", domain="localhost.local")
    assert (await web.get("/files/f1")).status_code == 404


async def test_a_reader_cannot_write(web: AsyncClient, backend: MemoryBackend) -> None:
    web.cookies.set("sinhhoat_session", "reader", domain="localhost.local")
    assert (await web.post("/send", json=TEXT)).status_code == 403
    assert (await web.post("/upload?id=m0000001", content=PNG)).status_code == 403
    assert backend.inbox == []


@pytest.mark.parametrize("place", ["", "-1", "1e3", "²", "9" * 30])
async def test_a_place_must_be_a_number(web: AsyncClient, place: str) -> None:
    assert (await web.get("/history", params={"before": place})).status_code == 400
    if place:
        assert (await web.get("/events", params={"after": place})).status_code == 400


async def test_a_bubble_is_shown_once_for_each_row_and_changed_in_place(
    backend: MemoryBackend,
) -> None:
    channel: Channel = WebChannel(backend)
    sending = Sending(outbox_id=1, address=OTHER, message=Message(text="a"))
    first = await channel.send(sending)
    assert await channel.send(sending) == first
    edit = Sending(outbox_id=2, address=OTHER, message=Message(text="b"), edits=first.message_id)
    await channel.send(edit)
    assert [row.text for row in await backend.history(OTHER, before=None, limit=9)] == ["b"]
    lost = Sending(outbox_id=3, address=LEADER, message=Message(text="c"), edits="gone")
    with pytest.raises(TargetLost):
        await channel.send(lost)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_scripts_use_is_there(language: str) -> None:
    scripts = "".join(file.read_text("utf-8") for file in STATIC.glob("*.js"))
    used = set(re.findall(r'\bword\((?:mine \? )?"([a-z-]+)"', scripts))
    used |= {"from-me", "from-bot", "sending", "sent", "unsent", "refused"}
    assert used == set(PAGE_WORDS)
    frames = "".join(file.read_text("utf-8") for file in TEMPLATES.glob("*.html"))
    framed = set(re.findall(r"""\bword\(["']([a-z-]+)["']""", frames)) - {"door-way"}
    assert all(label(f"web-{name}", language) for name in used | framed)


def test_scripts_draw_no_markup_and_ask_nobody_else() -> None:
    for file in (file for file in STATIC.iterdir() if file.suffix != ".png"):
        text = file.read_text("utf-8")
        assert "innerHTML" not in text, file.name
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text), file.name


async def test_hours_are_those_of_the_place_whatever_the_phone_thinks(
    backend: MemoryBackend,
) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    chat = WebChat(backend, PageSettings(now=lambda: MORNING, zone=zone))
    async with AsyncClient(transport=ASGITransport(chat), base_url="http://localhost") as client:
        client.cookies.set("sinhhoat_session", "leader", domain="localhost.local")
        await client.post("/send", json=TEXT)
        (event,) = (await client.get("/history?before=99")).json()["events"]
        assert event["at"].endswith("+07:00")
        assert 'data-offset="420"' in (await client.get("/")).text


async def test_who_leaves_finds_the_door_closed(web: AsyncClient, backend: MemoryBackend) -> None:
    assert "Thoát trên điện thoại này" in (await web.get("/")).text
    answer = await web.post("/leave")
    assert (answer.status_code, answer.headers["location"]) == (303, "./enter")
    assert 'sinhhoat_session=""' in answer.headers["set-cookie"]
    assert "leader" not in backend.sessions
    assert (await web.get("/")).status_code == 401
    foreign = await web.post("/leave", headers={"origin": "https://elsewhere.example"})
    assert foreign.status_code == 403


async def test_minutes_are_offered_as_pictures_or_pdf_to_everybody(web: AsyncClient) -> None:
    page = (await web.get("/")).text
    assert 'id="photo" class="hidden" accept="image/*,application/pdf" multiple' in page


async def test_only_staff_have_a_button_for_workbooks(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    assert '<label class="photo file" hidden>' in (await web.get("/")).text
    backend.sessions["leader"] = replace(backend.sessions["leader"], sends_files=True)
    assert '<label class="photo file" >' in (await web.get("/")).text


BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(
    "path", ["/nothing-here", "/nothing/here", "/files/f9", "/leave", "/send"]
)
async def test_a_wrong_address_is_a_page_in_words_that_leads_back(
    web: AsyncClient, path: str
) -> None:
    answer = await web.get(path, headers=BROWSER)
    assert answer.status_code in {404, 405}
    assert answer.headers["content-type"].startswith("text/html")
    assert "Không tìm thấy trang này." in answer.text
    assert 'href="/">Về trang báo cáo</a>' in answer.text
    assert "web-error" not in answer.text
    assert (await web.get(path)).json()["error"] == "Không tìm thấy trang này."


async def test_a_wrong_address_of_a_mounted_page_leads_back_to_it(backend: MemoryBackend) -> None:
    app = Router([Mount("/demo/phones/leader", WebChat(backend))])
    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as client:
        page = (await client.get("/demo/phones/leader/x/y", headers=BROWSER)).text
        assert 'href="/demo/phones/leader/"' in page
        (style,) = re.findall(r'href="([^"]+chat.css)"', page)
        assert (await client.get(style)).status_code == 200


async def test_names_and_links_are_escaped_wherever_they_stand(
    web: AsyncClient, backend: MemoryBackend
) -> None:
    evil = """"><script>alert('1')</script>&"""
    backend.sessions["leader"] = replace(backend.sessions["leader"], name=evil, title=evil)
    for path in ("/", "/enter?c=%22%3E%3Cscript%3Ealert"):
        page = (await web.get(path)).text
        assert "<script>alert" not in page


@pytest.mark.parametrize(
    "form",
    [
        {"content": b"code=" + b"x" * 9000, "headers": {"Content-Type": FORM}},
        {"content": b"a=1&b=2&c=3&d=4&e=5&f=6", "headers": {"Content-Type": FORM}},
        {"files": {"code": ("code.txt", b"GOOD-CODE")}},
    ],
    ids=["too long", "too many fields", "a file"],
)
async def test_a_form_that_no_page_of_ours_sends_is_refused(
    web: AsyncClient, backend: MemoryBackend, form: dict[str, Any]
) -> None:
    web.cookies.clear()
    assert (await web.post("/enter", **form)).status_code == 400
    assert backend.clients == []


@pytest.mark.parametrize("body", [b"", b"code", b"%ff%fe=1", b"code=%ff"])
async def test_a_form_without_a_code_opens_nothing(
    web: AsyncClient, backend: MemoryBackend, body: bytes
) -> None:
    web.cookies.clear()
    answer = await web.post("/enter", content=body, headers={"Content-Type": FORM})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
