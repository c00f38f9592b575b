"""Looks at a file before a library opens it: what it is, how large it becomes, what it hides."""

import codecs
import re
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

from documents.book import BadFile

LARGEST_FILE = 64 * 1024 * 1024
_LARGEST_UNPACKED = 400 * 1024 * 1024
_LARGEST_PART = 16 * 1024 * 1024
_MOST_PARTS = 2000
_CHUNK = 1024 * 1024
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_NO_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
# Some programs save a web page and call it .xls.
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|\?xml)", re.IGNORECASE)
# A newer workbook with a password is a package within an old file.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NO_LETTER = re.compile(rb"[\0-\x08\x0e-\x1f]")
_WIDEST_SHARE = 0.6
_SHEETS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)
# A match that lies across two chunks is shorter than this.
_OVERLAP = 200
# Rows and strings are read one at a time, so it is a giant one that would fill the memory.
_STEP = re.compile(rb"<(?:\w+:)?(?:row|si)[\s>/]")
_LONGEST_STEP = 1024 * 1024
_MOST_STEPS = 2_000_000


class _Seen(Exception):
    """The prolog of an XML part is over."""


def check_size(path: Path) -> None:
    """Raises BadFile for a file that is larger than is taken."""
    if path.stat().st_size > LARGEST_FILE:
        raise BadFile("too-large", megabytes=LARGEST_FILE // 1024 // 1024)


class FileSort(StrEnum):
    """What a file is by its first bytes."""

    ZIP = "zip"
    OLD_WORKBOOK = "old workbook"
    TEXT = "text"


def sort_of(path: Path) -> FileSort:
    """Returns how a file begins; raises BadFile for what is no list however it goes on."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(_ZIP):
        return FileSort.ZIP
    if head.startswith(_OLE):
        if _LOCKED in path.read_bytes():
            raise BadFile("locked")
        return FileSort.OLD_WORKBOOK
    if _PAGE.match(head):
        raise BadFile("page")
    # The letters of UTF-16 look like anything, also without its mark; its reader judges them.
    is_marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    is_wide = is_marked or 0 < head.count(0) <= _WIDEST_SHARE * len(head)
    if head.startswith(_NO_TEXT) or (_NO_LETTER.search(head) and not is_wide):
        raise BadFile("not-workbook")
    return FileSort.TEXT


def check_zip(path: Path) -> list[str]:
    """Returns the names in a zip file after a look at its directory; raises BadFile."""
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            names = [part.filename for part in parts]
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise BadFile("macros")
            if any(part.flag_bits & 1 for part in parts):
                raise BadFile("locked")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_prolog(archive, part)
                if _SHEETS.fullmatch(part.filename):
                    _check_steps(archive, part)
    except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError):
        raise BadFile("damaged") from None
    return names


def _check_sizes(parts: list[ZipInfo]) -> None:
    packed = sum(part.compress_size for part in parts) or 1
    unpacked = sum(part.file_size for part in parts)
    is_large = unpacked > _LARGEST_UNPACKED or len(parts) > _MOST_PARTS
    # Real sheets shrink tenfold; what shrinks two hundredfold was made to burst.
    is_bomb = unpacked > _LARGEST_PART and unpacked > 200 * packed
    hidden = any(
        part.file_size > _LARGEST_PART and not _SHEETS.fullmatch(part.filename)
        for part in parts
        if part.filename.endswith((".xml", ".rels"))
    )
    if is_large or is_bomb or hidden:
        raise BadFile("bomb")


def _check_prolog(archive: ZipFile, part: ZipInfo) -> None:
    """Refuses declarations of types and entities, which no workbook needs."""

    def refuse(*_: object) -> None:
        raise BadFile("damaged")

    def stop(*_: object) -> None:
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    with archive.open(part) as file:
        try:
            while chunk := file.read(4096):
                parser.Parse(chunk)
        except _Seen:
            return
        except expat.ExpatError:
            raise BadFile("damaged") from None


def _check_steps(archive: ZipFile, part: ZipInfo) -> None:
    """Refuses a sheet with a row, or a list with a string, larger than any real one."""
    place, step, steps = 0, 0, 0
    with archive.open(part) as file:
        before = b""
        while chunk := file.read(_CHUNK // 4):
            text = before + chunk
            for found in _STEP.finditer(text):
                step, steps = place + found.start(), steps + 1
            before = text[-_OVERLAP:]
            place += len(text) - len(before)
            if place - step > _LONGEST_STEP or steps > _MOST_STEPS:
                raise BadFile("bomb")


def list_sheet_parts(archive: ZipFile) -> dict[str, str]:
    """Returns where the worksheets of a checked .xlsx lie, by their titles."""
    names = {name.lower(): name for name in archive.namelist()}
    places = {
        each.get("Id"): each.get("Target", "")
        for each in fromstring(archive.read(names["xl/_rels/workbook.xml.rels"]))
        if each.get("Type", "").endswith("/worksheet")
    }
    found = {}
    for sheet in fromstring(archive.read(names["xl/workbook.xml"])).iterfind(".//{*}sheet"):
        target = places.get(next((v for k, v in sheet.items() if k.endswith("}id")), None))
        if target is not None:
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found[sheet.get("name", "")] = names.get(part.lower(), part)
    return found
