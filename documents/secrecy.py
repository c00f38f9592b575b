"""Looks for secrecy marks in a document: a line that says nothing but "Mật"."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from documents.raw_sheet import RawSheet
from domain.text import fold

# The degrees of the law on state secrets, highest first, as marks are stamped.
MARKS = ("tuyet mat", "toi mat", "mat")
_BEFORE = ("do mat", "muc do mat", "dau mat")
# A mark stands on the first page, at the head of a sheet; nobody hides one behind 50 pages.
_MOST_PAGES = 50
_MOST_TEXT = 4_000_000
_MOST_ROWS = 2000
_LARGEST_PART = 64 * 1024 * 1024
_PARTS = (
    "word/document",
    "word/header",
    "word/footer",
    "word/footnotes",
    "xl/sharedStrings",
    "xl/worksheets/",
    "xl/drawings/drawing",
    "ppt/slides/slide",
    "ppt/notesSlides/notesSlide",
)
_PLACES = {
    "word/header": "header",
    "word/footer": "header",
    "xl/worksheets/": "sheet",
    "ppt/slides/slide": "slide",
    "ppt/notesSlides/notesSlide": "slide",
}
_WORDS = ("t", "v", "oddHeader", "oddFooter", "firstHeader", "firstFooter")
_DAMAGED = (
    DefusedXmlException,
    NotImplementedError,
    OSError,
    ParseError,
    RecursionError,
    RuntimeError,
    ValueError,
    KeyError,
    zipfile.BadZipFile,
)
_ZIP, _PDF = b"PK\x03\x04", b"%PDF"


class Unreadable(Exception):
    """The document cannot be read, so nobody can say what is in it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document: a `page`, `sheet` or `slide` and its number, `header` or `text`."""

    place: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The highest mark that a document bears, and the first place where it does."""

    mark: str
    place: str
    number: int


def find_mark(text: str) -> str | None:
    """Returns the secrecy mark that a text bears as a line of its own, folded, or None.

    "MẬT", "Tối  mật.", "Độ mật: Tuyệt mật" and "[Mat]" are marks; "Mật ong" is none.
    """
    found = {mark for line in text.splitlines() if (mark := _mark_of(line))}
    return next((mark for mark in MARKS if mark in found), None)


def _mark_of(line: str) -> str | None:
    words = "".join(text if text.isalnum() else " " for text in fold(line)).split()
    # A stamp is often spaced out: "M Ậ T", "T Ố I  M Ậ T".
    joined = "".join(words) if all(len(word) == 1 for word in words) else ""
    plain = " ".join(words)
    for beginning in _BEFORE:
        plain = plain.removeprefix(f"{beginning} ")
    return next((mark for mark in MARKS if plain == mark or joined == mark.replace(" ", "")), None)


def find_marked(content: bytes) -> Marked | None:
    """Returns the highest mark of a .docx, .xlsx, .pptx or .pdf and where it stands.

    Raises Unreadable as `read_sections` does.
    """
    found = [
        Marked(mark, section.place, section.number)
        for section in read_sections(content)
        if (mark := find_mark(section.text))
    ]
    return min(found, key=lambda value: MARKS.index(value.mark), default=None)


def find_mark_in_workbook(file: Path) -> str | None:
    """Returns the secrecy mark that a cell of a workbook bears, or a sheet's header, or None.

    Of very long sheets the beginning is looked at; what is no workbook bears none.
    """
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                return _highest(_cells_of_archive(archive))
        with file.open("rb") as plain:
            return _highest(_cells_of_csv(plain))
    except _DAMAGED:
        return None


def find_mark_in_cells(sheets: Iterable[RawSheet]) -> str | None:
    """Returns the highest secrecy mark that a cell at the head of a sheet bears, or None."""
    rows = (cells for sheet in sheets for cells in islice(sheet.rows(), _MOST_ROWS))
    return _highest("\n".join(map(str, cells)) for cells in rows)


def _highest(texts: Iterator[str]) -> str | None:
    found = {mark for text in texts if (mark := find_mark(text))}
    return next((mark for mark in MARKS if mark in found), None)


def _cells_of_archive(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        if _has_words(name):
            with archive.open(name) as file:
                yield from _beginning(_lines(file))
        elif name.lower().endswith(".csv"):
            with archive.open(name) as file:
                yield from _cells_of_csv(file)


def _cells_of_csv(file: IO[bytes]) -> Iterator[str]:
    text = file.read(_MOST_TEXT).decode(errors="replace")
    yield "\n".join(cell.strip('"') for line in text.splitlines() for cell in line.split(";"))


def _beginning(lines: Iterator[str]) -> Iterator[str]:
    left = _MOST_TEXT
    for line in lines:
        left -= len(line)
        if left < 0:
            return
        yield line


def read_sections(content: bytes) -> list[Section]:
    """Returns the text of a document by its parts, a line for each paragraph, cell or line.

    Raises Unreadable for anything else, for a locked or damaged file, and for one made to
    burst.
    """
    try:
        if content.startswith(_PDF):
            pages = enumerate(_pdf_pages(content), start=1)
            return [Section("page", number, text) for number, text in pages]
        if content.startswith(_ZIP):
            return _office_sections(content)
    except _DAMAGED as error:
        raise Unreadable(str(error)) from error
    raise Unreadable("no document of a kind that can be looked at")


def _pdf_pages(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - 10 MB that few ever need
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    left = _MOST_TEXT
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise Unreadable("locked")
        for page in islice(reader.pages, _MOST_PAGES):
            text = page.extract_text()[:left]
            left -= len(text)
            yield text
    except PyPdfError as error:
        raise Unreadable(str(error)) from error


def _office_sections(content: bytes) -> list[Section]:
    found: list[Section] = []
    left = _MOST_TEXT
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [zip_info for zip_info in archive.infolist() if _has_words(zip_info.filename)]
        if not parts:
            raise Unreadable("no document inside")
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("locked")
        if sum(part.file_size for part in parts) > _LARGEST_PART:
            raise Unreadable("too large inside")
        for part in parts:
            lines: list[str] = []
            with archive.open(part) as file:
                for line in _lines(file):
                    lines.append(line)
                    left -= len(line)
                    if left < 0:
                        raise Unreadable("too much text")
            found.append(Section(*_place_of(part.filename), "\n".join(lines)))
    return found


def _place_of(name: str) -> tuple[str, int]:
    """Returns where a person finds the words of a part, and its number there."""
    place = next((text for start, text in _PLACES.items() if name.startswith(start)), "text")
    digits = "".join(text for text in name.rpartition("/")[2] if text.isdecimal())
    return place, int(digits or 1)


def _has_words(name: str) -> bool:
    return name.endswith(".xml") and name.startswith(_PARTS)


def _lines(file: IO[bytes]) -> Iterator[str]:
    """Yields the words of each paragraph, string item, cell or header of a part."""
    words: list[str] = []
    for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
        name = _plain_name(element)
        if event == "start":
            # A text box stands inside a paragraph and is a line of its own.
            if name == "p" and words:
                yield "".join(words)
                words.clear()
        elif name in _WORDS:
            words.append(element.text or "")
        elif name in ("br", "cr", "tab"):
            words.append("\n")
        elif name in ("p", "si", "c", "headerFooter"):
            yield "".join(words)
            words.clear()
            element.clear()
    yield "".join(words)


def _plain_name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
