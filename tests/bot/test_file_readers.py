"""Programs of the operator's read files apart: words out, or nothing, and never for long."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.apart import CommandFailed
from bot.file_readers import CommandReader, build_readers, missing_programs
from domain.one_message import Field, KnownMeeting, hear_report, settle_report
from tests.directory import at

PAGE = ("Ngày họp: 5/11/2026", "Có mặt: 28/32", "Chủ đề: vệ sinh môi trường")
FONTS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def stand_in(folder: Path, code: str) -> str:
    """A command of the operator's that gets a recording and does this."""
    program = folder / "listen.py"
    program.write_text(f"import sys, os, time\n{code}\n", encoding="utf-8")
    return f"{sys.executable} {program} {{file}}"


async def test_a_recording_goes_in_and_words_come_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "nothing of this reaches the program")
    recording = tmp_path / "a voice.ogg"
    recording.write_bytes("họp 5/11, 28/32".encode())
    code = "print(open(sys.argv[1]).read(), 'SINHHOAT_TELEGRAM_TOKEN' in os.environ)"
    readers = build_readers({"voice": stand_in(tmp_path, code)})
    assert (await readers["voice"].read(recording)).strip() == "họp 5/11, 28/32 False"


@pytest.mark.parametrize(
    ("code", "why"),
    [("time.sleep(600)", "took over"), ("sys.exit(3)", "ended with 3")],
)
async def test_one_that_fails_is_let_go(tmp_path: Path, code: str, why: str) -> None:
    command = stand_in(tmp_path, code).split()
    with pytest.raises(CommandFailed, match=why):
        await CommandReader(command, seconds=2 if "sleep" in code else 60).read(tmp_path)


async def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="no-such-program"):
        await CommandReader(["no-such-program"]).read(tmp_path)
    commands = {"voice": "no-such-program {file}", "photo": f"{sys.executable} {{file}}"}
    assert missing_programs(commands) == ["no-such-program"]


def _has_tesseract() -> bool:
    if not shutil.which("tesseract") or not FONTS.exists():
        return False
    known = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)
    return b"vie" in known.stdout


@pytest.mark.skipif(not _has_tesseract(), reason="needs tesseract-ocr-vie and a font")
async def test_a_printed_page_is_read_by_tesseract(tmp_path: Path) -> None:
    page = Image.new("RGB", (1000, 260), "white")
    font = ImageFont.truetype(str(FONTS), 40)
    for number, line in enumerate(PAGE):
        ImageDraw.Draw(page).text((30, 20 + 75 * number), line, fill="black", font=font)
    page.save(tmp_path / "page.png")
    text = await build_readers({"photo": "tesseract"})["photo"].read(tmp_path / "page.png")
    today = at(22).date()
    read = settle_report(hear_report(text, today=today), KnownMeeting(today=today, total=32))
    found = {field.name for field in read.fields}
    assert {Field.DAY, Field.COUNT, Field.TOPIC} <= found, text
