"""What a sheet's own markup says and the reader of its values does not tell.

That are hidden rows, numbers shown as per cent, formulas never reckoned, errors, and how far
the cells reach: a single cell in the last column of the last row would fill the memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from documents.book import BadFile

_CHUNK = 1024 * 1024
_FARTHEST = 64
# As many as the widest sheet that is taken has in all its rows.
_MOST_CELLS = 12_000_000
# So many rows hidden at once are empty ones below the last.
_MOST_HIDDEN = 100_000
_P = rb"(?:\w+:)?"
_HIDDEN = re.compile(rb"<" + _P + rb"row\s[^>]*?\bhidden=\"(?:1|true)\"[^>]*>")
_ROW = re.compile(rb"\br=\"(\d+)\"")
_FILLED = re.compile(rb"<" + _P + rb"c\s[^>]*?\br=\"([A-Z]{1,3})\d+\"[^>]*(?<!/)>")
_ERROR = re.compile(rb"<" + _P + rb"c\s[^>]*?\bt=\"e\"[^>]*>")
_UNRECKONED = re.compile(
    rb"<" + _P + rb"c\s([^>]*)><" + _P + rb"f[^>]*?(?:/>|>[^<]*</" + _P + rb"f>)"
    rb"(?:<" + _P + rb"v\s*/>|<" + _P + rb"v></" + _P + rb"v>)?</" + _P + rb"c>"
)
_CELL = re.compile(rb"\br=\"([A-Z]{1,3})(\d+)\"")
_CUSTOM = re.compile(rb"<" + _P + rb"numFmt\s[^>]*>")
_STYLES = re.compile(rb"<" + _P + rb"cellXfs\b.*?</" + _P + rb"cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<" + _P + rb"xf\s[^>]*>")
_BUILT_IN_SHARES = {b"9", b"10"}
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


@dataclass(slots=True)
class Markup:
    """What is told of one sheet: odd cells by row and column, and rows that are hidden."""

    odd: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def note(self, row: int, column: int, code: str) -> None:
        """Notes a cell, unless it lies far to the right of every list."""
        if column <= _FARTHEST:
            self.odd.setdefault(row, {})[column] = code


def column_number(letters: str) -> int:
    """Returns the place of a column from 1: "A" is 1, "AB" is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def find_share_styles(archive: ZipFile) -> frozenset[bytes]:
    """Returns the numbers of a workbook's cell styles that show per cent."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    text = archive.read("xl/styles.xml")
    shares = set(_BUILT_IN_SHARES)
    for found in _CUSTOM.finditer(text):
        number, code = _attribute(found[0], b"numFmtId"), _attribute(found[0], b"formatCode")
        if b"%" in re.sub(rb"&quot;.*?&quot;", b"", code):
            shares.add(number)
    styles = _STYLES.search(text)
    every = _STYLE.findall(styles[0]) if styles else []
    return frozenset(
        str(place).encode()
        for place, style in enumerate(every)
        if _attribute(style, b"numFmtId") in shares
    )


def read_sheet_markup(archive: ZipFile, name: str, shares: frozenset[bytes]) -> Markup:
    """Returns what a sheet of an .xlsx says besides its values; raises BadFile if too large."""
    markup, columns, last_row = Markup(), set(), 0
    styled = b"|".join(sorted(shares))
    share = re.compile(rb"<" + _P + rb"c\s[^>]*?\bs=\"(?:" + styled + rb")\"[^>]*>")
    with archive.open(name) as file:
        for text in _whole_rows(file):
            columns.update(_FILLED.findall(text))
            for found in _HIDDEN.finditer(text):
                if number := _ROW.search(found[0]):
                    markup.hidden.add(int(number[1]))
            _note_all(markup, _ERROR, text, "error")
            _note_all(markup, _UNRECKONED, text, "formula")
            if shares:
                _note_all(markup, share, text, "percent")
            numbers = _ROW.findall(text)
            last_row = max(last_row, int(numbers[-1])) if numbers else last_row
    widest = max((column_number(column.decode()) for column in columns), default=0)
    if widest * last_row > _MOST_CELLS:
        raise BadFile("bomb")
    return markup


def _note_all(markup: Markup, pattern: re.Pattern[bytes], text: bytes, code: str) -> None:
    for found in pattern.finditer(text):
        if cell := _CELL.search(found[0]):
            markup.note(int(cell[2]), column_number(cell[1].decode()), code)


def _whole_rows(file: IO[bytes]) -> Iterator[bytes]:
    """Yields parts of a sheet that end where a row does."""
    before = b""
    while chunk := file.read(_CHUNK):
        text = before + chunk
        whole, sign, before = text.rpartition(b"row>")
        if sign:
            yield whole + sign
    yield before


def _attribute(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"\b" + name + rb"=\"([^\"]*)\"", tag)
    return found[1] if found else b""


def read_open_document(archive: ZipFile) -> dict[str, Markup]:
    """Returns what sheets of an .ods say besides values, by title; raises BadFile if too large."""
    reader = _OpenDocument()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        with archive.open("content.xml") as file:
            parser.ParseFile(file)
    except (expat.ExpatError, KeyError, ValueError):
        raise BadFile("damaged") from None
    return reader.sheets


class _OpenDocument:
    """Counts rows and cells as they are written, each perhaps many times over."""

    def __init__(self) -> None:
        self.sheets: dict[str, Markup] = {}
        self._sheet = Markup()
        self._row = self._column = self._cells = self._filled_to = 0
        self._repeats = 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == f"{_TABLE} table":
            self._sheet = self.sheets[attributes.get(f"{_TABLE} name", "")] = Markup()
            self._row = 0
        elif tag == f"{_TABLE} table-row":
            self._repeats = int(attributes.get(f"{_TABLE} number-rows-repeated", 1))
            self._column = self._filled_to = 0
            if attributes.get(f"{_TABLE} visibility") in ("collapse", "filter"):
                last = self._row + min(self._repeats, _MOST_HIDDEN)
                self._sheet.hidden.update(range(self._row + 1, last + 1))
        elif tag in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += int(attributes.get(f"{_TABLE} number-columns-repeated", 1))
        kind = attributes.get(f"{_OFFICE} value-type")
        if kind is not None:
            self._filled_to = self._column
        if kind == "percentage":
            self._sheet.note(self._row + 1, first, "percent")

    def end(self, tag: str) -> None:
        if tag == f"{_TABLE} table-row":
            self._row += self._repeats
            self._cells += self._filled_to * self._repeats
            if self._cells > _MOST_CELLS:
                raise BadFile("bomb")
