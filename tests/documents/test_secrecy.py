import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from documents.secrecy import (
    Marked,
    Unreadable,
    find_mark,
    find_mark_in_workbook,
    find_marked,
    read_sections,
)
from documents.writing import write_workbook


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "mat"),
        ("Mật", "mat"),
        ("  mat. ", "mat"),
        ("[TỐI MẬT]", "toi mat"),
        ("Tối  mật", "toi mat"),
        ("TUYỆT MẬT", "tuyet mat"),
        ("Độ mật: Tuyệt mật", "tuyet mat"),
        ("M Ậ T", "mat"),
        ("T Ố I   M Ậ T", "toi mat"),
    ],
)
def test_a_line_that_is_a_mark_is_found(line: str, mark: str) -> None:
    assert find_mark(f"ỦY BAN NHÂN DÂN\n{line}\nBáo cáo tháng 11") == mark


@pytest.mark.parametrize(
    "line",
    ["Mật ong rừng", "Bảo mật thông tin", "Mật độ dân số", "Không nhập nội dung mật", "Mặt trận"],
)
def test_a_line_that_only_speaks_of_it_is_none(line: str) -> None:
    assert find_mark(line) is None


def test_the_highest_mark_counts() -> None:
    assert find_mark("Mật\nTối mật") == "toi mat"


@given(st.text())
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    assert find_mark(text) in (None, "mat", "toi mat", "tuyet mat")


def docx(*paragraphs: str, header: str = "") -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.sections[0].header.paragraphs[0].text = header
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx(*cells: str) -> bytes:
    book = Workbook()
    for cell in cells:
        book.active.append([cell])  # type: ignore[union-attr]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def pdf(text: str, *, times: int = 1) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    drawn = f"({text}) Tj " * times
    content.set_data(f"BT /F1 12 Tf 10 100 Td {drawn}ET".encode())
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pptx(*slides: str) -> bytes:
    stream = BytesIO()
    head = '<p:sld xmlns:p="p" xmlns:a="a">'
    with zipfile.ZipFile(stream, "w") as archive:
        for number, words in enumerate(slides, start=1):
            text = f"{head}<a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>"
            archive.writestr(f"ppt/slides/slide{number}.xml", text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (docx("Kính gửi", "MẬT", "Nội dung"), Marked("mat", "text", 1)),
        (docx("Nội dung", header="TỐI MẬT"), Marked("toi mat", "header", 1)),
        (xlsx("Danh sách", "Mật"), Marked("mat", "sheet", 1)),
        (pdf("TUYET MAT"), Marked("tuyet mat", "page", 1)),
        (pptx("Chuyên đề", "Mật"), Marked("mat", "slide", 2)),
        (docx("Mật", header="TUYỆT MẬT"), Marked("tuyet mat", "header", 1)),
    ],
    ids=["docx", "docx header", "xlsx", "pdf", "pptx", "two marks"],
)
def test_a_document_with_a_mark_is_recognised_and_where(content: bytes, found: Marked) -> None:
    assert find_marked(content) == found


@pytest.mark.parametrize(
    "content",
    [
        docx("Danh sách chi hội", "Mật ong"),
        xlsx("Chi hội ấp Cái Cối"),
        pdf("Bao cao"),
        pptx("Chuyên đề tháng 12"),
    ],
    ids=["docx", "xlsx", "pdf", "pptx"],
)
def test_a_document_without_one_is_not(content: bytes) -> None:
    assert any(len(section.text) > 3 for section in read_sections(content))
    assert find_marked(content) is None


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 80_000_000 + b"</w>")
    return stream.getvalue()


def laughs() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        entity = '<!DOCTYPE a [<!ENTITY b "MAT">]><a>&b;</a>'
        archive.writestr("word/document.xml", entity)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04rest", b"%PDF-1.7 cut", b"\xff\xd8\xff", docx("a")[:2000], bomb, laughs],
    ids=["empty", "no zip", "cut pdf", "photo", "cut docx", "bomb", "entities"],
)
def test_what_cannot_be_read_is_said_to_be_so(content: bytes | Callable[[], bytes]) -> None:
    with pytest.raises(Unreadable):
        find_marked(content() if callable(content) else content)


def test_marks_in_workbooks_of_any_sort_are_seen(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    write_workbook(book, {"chapters": [{"name": "Chi hội mật ong", "place": "TỐI  MẬT"}]})
    assert find_mark_in_workbook(book) == "toi mat"
    plain = tmp_path / "chi-hoi.csv"
    plain.write_text('Tên;Địa điểm\nChi hội A;"Mật"\n', "utf-8")
    assert find_mark_in_workbook(plain) == "mat"
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(plain, "chi-hoi.csv")
    assert find_mark_in_workbook(packed) == "mat"
    plain.write_text("Tên;Địa điểm\nChi hội mật ong;Mật độ cao\n", "utf-8")
    assert find_mark_in_workbook(plain) is None
    packed.write_bytes(b"PK\x03\x04 no archive at all")
    assert find_mark_in_workbook(packed) is None
