"""Looks for secrecy marks in a document: a line that says nothing but "Mật"."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from domain.reading import fold

# The degrees of the law on state secrets, highest first, as marks are stamped.
MARKS = ("tuyet mat", "toi mat", "mat")
_BEFORE = ("do mat", "muc do mat", "dau mat")
# A mark stands on the first page, at the head of a sheet; nobody hides one behind 50 pages.
_MOST_PAGES = 50
_MOST_TEXT = 4_000_000
_LARGEST_PART = 64 * 1024 * 1024
_PARTS = (
    "word/document",
    "word/header",
    "word/footer",
    "word/footnotes",
    "xl/sharedStrings",
    "xl/worksheets/",
    "xl/drawings/drawing",
)
_WORDS = ("t", "v", "oddHeader", "oddFooter", "firstHeader", "firstFooter")
_ZIP, _PDF = b"PK\x03\x04", b"%PDF"


class Unreadable(Exception):
    """The document cannot be read, so nobody can say what is in it."""


def find_mark(text: str) -> str | None:
    """Returns the secrecy mark that a text bears as a line of its own, folded, or None.

    "MẬT", "Tối  mật.", "Độ mật: Tuyệt mật" and "[Mat]" are marks; "Mật ong" is none.
    """
    found = {mark for line in text.splitlines() if (mark := _mark_of(line))}
    return next((mark for mark in MARKS if mark in found), None)


def _mark_of(line: str) -> str | None:
    words = "".join(one if one.isalnum() else " " for one in fold(line)).split()
    # A stamp is often spaced out: "M Ậ T", "T Ố I  M Ậ T".
    joined = "".join(words) if all(len(word) == 1 for word in words) else ""
    plain = " ".join(words)
    for beginning in _BEFORE:
        plain = plain.removeprefix(f"{beginning} ")
    return next((one for one in MARKS if plain == one or joined == one.replace(" ", "")), None)


def extract_text(content: bytes) -> str:
    """Returns the text of a .docx, .xlsx or .pdf, a line for each paragraph, cell or line.

    Raises Unreadable for anything else, for a locked or damaged file, and for one made to
    burst.
    """
    try:
        if content.startswith(_PDF):
            return "\n".join(_pdf_pages(content))[:_MOST_TEXT]
        if content.startswith(_ZIP):
            return _office_text(content)
    except (
        DefusedXmlException,
        NotImplementedError,
        OSError,
        ParseError,
        RecursionError,
        RuntimeError,
        ValueError,
        KeyError,
        zipfile.BadZipFile,
    ) as error:
        raise Unreadable(str(error)) from error
    raise Unreadable("neither .docx nor .xlsx nor .pdf")


def _pdf_pages(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415 - 10 MB that few ever need
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise Unreadable("locked")
        for page in islice(reader.pages, _MOST_PAGES):
            yield page.extract_text()
    except PyPdfError as error:
        raise Unreadable(str(error)) from error


def _office_text(content: bytes) -> str:
    lines: list[str] = []
    left = _MOST_TEXT
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [one for one in archive.infolist() if _has_words(one.filename)]
        if not parts:
            raise Unreadable("no document inside")
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("locked")
        if sum(part.file_size for part in parts) > _LARGEST_PART:
            raise Unreadable("too large inside")
        for part in parts:
            with archive.open(part) as file:
                for line in _lines(file):
                    lines.append(line)
                    left -= len(line)
                    if left < 0:
                        raise Unreadable("too much text")
    return "\n".join(lines)


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
