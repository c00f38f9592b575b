import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.book import BadFile
from documents.guard import LARGEST_FILE
from documents.reading import read_directory
from operations.workbook.wording import bad_file_line
from tests.documents.books import AREAS, Grid, write_xlsx
from texts import LANGUAGES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS: Grid = [AREAS, [None, "Xã Long Vĩnh", "xã", None]]


def add_part(file: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file


def replace_part(file: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(file) as archive:
        parts = {text: archive.read(text) for text in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, old in parts.items():
            archive.writestr(part, content if part == name else old)
    return file


def good(folder: Path) -> Path:
    return write_xlsx(folder / "danh-ba.xlsx", {"Địa bàn": ROWS})


def named(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def sparse(folder: Path) -> Path:
    file = folder / "lon.xlsx"
    with file.open("wb") as written:
        written.truncate(200 * 1024 * 1024)
    return file


def bomb(folder: Path) -> Path:
    return add_part(good(folder), "xl/worksheets/sheet9.xml", b" " * 60_000_000)


def entities(folder: Path) -> Path:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return replace_part(good(folder), "xl/workbook.xml", laughs)


BAD: dict[str, Callable[[Path], Path]] = {
    "macros": lambda folder: add_part(good(folder), "xl/vbaProject.bin", b"code"),
    "bomb": bomb,
    "too-large": sparse,
    "locked": lambda folder: named(
        folder, "khoa.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    ),
    "page": lambda folder: named(folder, "xuat.xls", b"<html><table><tr><td>1</td></tr></table>"),
    "not-workbook": lambda folder: named(folder, "bao-cao.xlsx", b"%PDF-1.7 ..."),
    "no-sheets": lambda folder: write_xlsx(folder / "khac.xlsx", {"Sheet1": [["a", "b"]]}),
    "encoding": lambda folder: named(folder, "dia-ban.csv", b"T\0\0\0e\0\0n;\0C"),
}


@pytest.mark.parametrize("code", BAD)
def test_a_bad_file_ends_in_one_clear_line(tmp_path: Path, code: str) -> None:
    file = BAD[code](tmp_path)
    with pytest.raises(BadFile) as caught:
        read_directory(file)
    assert caught.value.code == code
    assert all("\n" not in bad_file_line(caught.value, language) for language in LANGUAGES)


def test_entities_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="damaged"):
        read_directory(entities(tmp_path))


@pytest.mark.parametrize("cut", [10, 100, 1000, 3000])
def test_half_a_file_is_damaged(tmp_path: Path, cut: int) -> None:
    file = good(tmp_path)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(BadFile, match="damaged"):
        read_directory(file)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_nonsense_inside_is_damaged(tmp_path: Path, part: str) -> None:
    with pytest.raises(BadFile, match="damaged"):
        read_directory(replace_part(good(tmp_path), part, b"<worksheet><sheetData>"))


@pytest.mark.parametrize(
    "inside",
    [
        b"<row r='1'>" + b"".join(b"<c r='A%d'/>" % n for n in range(200_000)) + b"</row>",
        b"<row r='1'/>" + b"<x>" * 1_000_000,
    ],
)
def test_a_giant_row_is_not_read(tmp_path: Path, inside: bytes) -> None:
    sheet = b"<worksheet><sheetData>" + inside + b"</sheetData></worksheet>"
    with pytest.raises(BadFile, match="bomb"):
        read_directory(replace_part(good(tmp_path), "xl/worksheets/sheet1.xml", sheet))


@pytest.mark.parametrize(
    "content",
    [OLE + b"\0" * 600, b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\x07\x01 ab;c", b"{\\rtf1 ab}"],
)
def test_what_only_calls_itself_a_sheet_is_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("danh-ba.xls", "dia-ban.csv", "danh-ba.xlsx", "danh-ba.ods"):
        with pytest.raises(BadFile, match=r"damaged|not-workbook|encoding"):
            read_directory(named(tmp_path, name, content))


@pytest.mark.parametrize("cell", ["XFD1048576", "AMJ900000"])
def test_one_cell_far_away_does_not_fill_the_memory(tmp_path: Path, cell: str) -> None:
    sheet = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'>"
    far = sheet + f"<c r='{cell}'><v>1</v></c></row></sheetData></worksheet>"
    part = far.replace("'", '"').encode()
    with pytest.raises(BadFile, match="bomb"):
        read_directory(replace_part(good(tmp_path), "xl/worksheets/sheet1.xml", part))


def test_a_file_of_the_largest_size_is_looked_into(tmp_path: Path) -> None:
    file = tmp_path / "vua.xlsx"
    with file.open("wb") as written:
        written.truncate(LARGEST_FILE)
    with pytest.raises(BadFile, match="not-workbook"):
        read_directory(file)
