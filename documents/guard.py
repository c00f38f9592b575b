"""Looks at a file before a library opens it: what it is, how large it becomes, what it hides."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from documents.book import BadFile

LARGEST_FILE = 64 * 1024 * 1024
_LARGEST_UNPACKED = 400 * 1024 * 1024
_LARGEST_PART = 16 * 1024 * 1024
_MOST_PARTS = 2000
_CHUNK = 1024 * 1024
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_SHEETS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml", re.IGNORECASE)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:]+)")
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


def check_head(path: Path) -> None:
    """Raises BadFile unless the file begins as a workbook or a zip of sheets does."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLE):
        raise BadFile("locked-or-old")
    if head.startswith(_PDF):
        raise BadFile("not-workbook")
    if not head.startswith(_ZIP):
        raise BadFile("not-workbook")


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
                raise BadFile("locked-or-old")
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


def list_merged(archive: ZipFile, name: str) -> Iterator[str]:
    """Yields the ranges of merged cells in a sheet's part."""
    with archive.open(name) as file:
        before = b""
        while chunk := file.read(_CHUNK):
            text = before + chunk
            last = 0
            for found in _MERGED.finditer(text):
                last = found.end()
                yield found[1].decode()
            before = text[max(last, len(text) - _OVERLAP) :]
