"""The guide in Vietnamese: every word in it calls a task, and it prints as one document."""

import os
import re
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from domain.reading import fold
from handlers.registry import build_handlers
from tests.browser import open_browser, open_context
from tests.codes import counting_bytes
from tests.guide import GUIDE, draw_guide, list_chapters
from texts import label

_LOST_PICTURES = """() => [...document.images]
    .filter((image) => !image.naturalWidth).map((image) => image.src)"""
_LOST_LINKS = """() => [...document.querySelectorAll('a[href^="#"]')]
    .filter((link) => !document.querySelector(link.hash)).map((link) => link.hash)"""


def test_every_word_of_the_guide_calls_a_task() -> None:
    registry = build_handlers(
        public_url="https://sinhhoat.example.vn", random_bytes=counting_bytes()
    )
    called = {
        fold(word)
        for handler in registry.handlers
        if handler.words
        for word in label(handler.words, "vi").split("|")
    }
    for file in GUIDE.glob("*.md"):
        named = re.findall(r"\*\*(.+?)\*\*", file.read_text())
        assert [words for words in named if fold(words) not in called] == [], file.name


async def test_the_guide_prints_as_one_document(tmp_path: Path) -> None:
    """It is written beside the guide where `make pictures` asks for it."""
    drawn = tmp_path / "guide.html"
    drawn.write_text(draw_guide())
    async with open_browser() as browser, open_context(browser) as context:
        page = await context.new_page()
        await page.goto(drawn.as_uri())
        assert await page.evaluate(_LOST_PICTURES) == []
        assert await page.evaluate(_LOST_LINKS) == []
        content = await page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    words = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages)
    for name in list_chapters():
        title = (GUIDE / f"{name}.md").read_text().splitlines()[0].removeprefix("# ")
        assert title in " ".join(words.split())
    wanted = GUIDE if os.environ.get("PICTURES") else tmp_path
    (wanted / "huong-dan.pdf").write_bytes(content)
