from collections.abc import Sequence

from httpx import ASGITransport, AsyncClient

from channels.web import PageSettings, Way, WebChat
from tests.channels.web.memory import MORNING, MemoryBackend


def offer(code: str) -> Sequence[Way]:
    return [Way(name="Telegram", link=f"https://t.me/sinhhoat_bot?start={code}&<b>")]


async def door(backend: MemoryBackend, path: str, *, body: str = "") -> str:
    chat = WebChat(backend, PageSettings(now=lambda: MORNING, ways=offer, body=body))
    async with AsyncClient(transport=ASGITransport(chat), base_url="http://localhost") as client:
        return (await client.get(path)).text


async def test_the_door_offers_every_messenger_for_the_code(backend: MemoryBackend) -> None:
    page = await door(backend, "/enter?c=2345-6789-CFHJ")
    assert 'href="https://t.me/sinhhoat_bot?start=2345-6789-CFHJ&amp;&lt;b&gt;"' in page
    assert "Mở bằng Telegram" in page
    assert "Vào trang" in page


async def test_without_a_code_only_the_page_itself_is_offered(backend: MemoryBackend) -> None:
    page = await door(backend, "/enter")
    assert "t.me" not in page
    assert 'class="ways"' not in page


async def test_the_door_names_the_body_that_asks_in(backend: MemoryBackend) -> None:
    for path in ("/enter", "/enter?c=2345-6789-CFHJ"):
        assert "Đảng ủy &lt;xã&gt; Long Vĩnh" in await door(
            backend, path, body="Đảng ủy <xã> Long Vĩnh"
        )
    assert 'class="body"' not in await door(backend, "/enter")
