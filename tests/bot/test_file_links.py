from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette

from bot.downloads import path_of
from bot.file_links import LASTS, FileLinks, load_link_key
from tests.bot.house import Clock
from tests.botapi import some_picture

SITE = "https://sinhhoat.example.vn"


def store(folder: Path, content: bytes, sha256: str) -> Path:
    file = folder / path_of(sha256)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    return file


@pytest.fixture
def clock() -> Clock:
    return Clock()


async def test_a_link_opens_one_file_until_it_ends(tmp_path: Path, clock: Clock) -> None:
    picture = store(tmp_path / "files", some_picture(), "a" * 64)
    document = store(tmp_path / "files", b"<script>alert(1)</script>", "b" * 64)
    key = load_link_key(tmp_path / "links.key")
    assert load_link_key(tmp_path / "links.key") == key
    links = FileLinks(key, public_url=SITE, folder=tmp_path / "files", clock=clock)
    transport = httpx.ASGITransport(Starlette(routes=links.routes()))
    async with httpx.AsyncClient(transport=transport, base_url=SITE) as phone:
        shown = await phone.get(links.link_to(picture, "Ảnh biên bản.jpg"))
        assert (shown.status_code, shown.content) == (200, some_picture())
        assert shown.headers["content-type"] == "image/jpeg"
        assert shown.headers["content-disposition"].startswith("inline")
        assert "no-store" in shown.headers["cache-control"]
        link = links.link_to(document, "Báo cáo/tháng 11.html")
        fetched = await phone.get(link)
        assert (fetched.status_code, "html" in fetched.headers["content-type"]) == (200, False)
        assert fetched.headers["content-disposition"].startswith("attachment")

        _, _, ends, sign, sha256, name = urlsplit(link).path.split("/", 5)
        other = await phone.get(f"/file/{ends}/{sign}/{'a' * 64}/{name}")
        longer = await phone.get(f"/file/{int(ends) + 1}/{sign}/{sha256}/{name}")
        assert (other.status_code, longer.status_code) == (404, 404)
        foreign = FileLinks(b"other", public_url=SITE, folder=tmp_path, clock=clock)
        assert (await phone.get(foreign.link_to(picture, "a.jpg"))).status_code == 404

        picture.unlink()
        gone = await phone.get(links.link_to(picture, "a.jpg"))
        assert (gone.status_code, "không còn" in gone.text) == (404, True)
        clock.now += LASTS - timedelta(seconds=1)
        assert (await phone.get(link)).status_code == 200
        clock.now += timedelta(seconds=1)
        ended = await phone.get(link)
        assert (ended.status_code, "hết hạn" in ended.text) == (410, True)
