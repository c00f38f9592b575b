import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.book import BadFile
from documents.guard import LARGEST_FILE
from documents.reading import read_directory
from operations.workbook.wording import bad_file_line
from tests.documents.books import AREAS, Grid, write_csv, write_xlsx
from texts import LANGUAGES

ROWS: Grid = [AREAS, [None, "Xã Long Vĩnh", "xã", None]]


def add_part(file: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file


def replace_part(file: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, old in parts.items():
            archive.writestr(one, content if one == name else old)
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
    "locked-or-old": lambda folder: named(
        folder, "khoa.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    ),
    "not-workbook": lambda folder: named(folder, "bao-cao.xlsx", b"%PDF-1.7 ..."),
    "no-sheets": lambda folder: write_xlsx(folder / "khac.xlsx", {"Sheet1": [["a", "b"]]}),
    "encoding": lambda folder: write_csv(folder / "dia-ban.csv", ROWS, encoding="utf-16"),
    "separator": lambda folder: write_csv(folder / "dia-ban.csv", ROWS, sign=","),
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


def test_a_csv_in_windows_letters_is_refused(tmp_path: Path) -> None:
    file = named(tmp_path, "dia-ban.csv", "Mã s;Tên;C\r\n".encode("cp1252"))
    with pytest.raises(BadFile, match="encoding"):
        read_directory(file)


def test_a_file_of_the_largest_size_is_looked_into(tmp_path: Path) -> None:
    file = tmp_path / "vua.xlsx"
    with file.open("wb") as written:
        written.truncate(LARGEST_FILE)
    with pytest.raises(BadFile, match="not-workbook"):
        read_directory(file)
