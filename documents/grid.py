"""From a grid of cells, whatever file it came from, to the typed rows of a sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from openpyxl.utils import get_column_letter

from documents.book import BadFile, Book, Fault, SheetRow, Table
from documents.cells import Remarked, WrongCell, parse_cell
from documents.sheets import BY_KEY, EXAMPLE, SHEETS, Column, Sheet
from domain.reading import fold, key
from texts import LANGUAGES, label

MOST_ROWS = 250_000
MOST_COLUMNS = 40
_HEADING_WITHIN = 10
_FEWEST_HEADINGS = 2
_IGNORED = ("stt", "ghi chu", "note")
_MOST_REMEMBERED = 20_000
_SHOWN = 40
_TOLD_EVERY = 1000


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that holds a formula or an error instead of a value; `code` says which."""

    code: str
    text: str


Cells = Sequence[object]


def find_sheet(title: str) -> Sheet | None:
    """Returns the sheet that a title names, in either language, with or without marks."""
    return BY_KEY.get(_titles().get(key(title), ""))


def is_guide(title: str) -> bool:
    """True for the sheet that only explains."""
    return key(title) in {key(label("workbook-sheet-guide", one)) for one in LANGUAGES}


def list_titles(language: str = "vi") -> list[str]:
    """Returns the titles of all sheets."""
    return [label(f"workbook-sheet-{sheet.key}", language) for sheet in SHEETS]


@lru_cache
def _titles() -> dict[str, str]:
    return {
        key(label(f"workbook-sheet-{sheet.key}", language)): sheet.key
        for sheet in SHEETS
        for language in LANGUAGES
    }


@lru_cache
def _headings(sheet: str) -> dict[str, Column]:
    return {
        key(label(f"workbook-head-{column.key}", language)): column
        for column in BY_KEY[sheet].columns
        for language in LANGUAGES
    }


def read_grid(book: Book, sheet: Sheet, title: str, rows: Iterable[tuple[int, Cells]]) -> None:
    """Adds a sheet's rows to the book, and a fault for every cell that cannot be read."""
    if sheet.key in book.tables:
        book.faults.add(Fault(title, "A1", title, "sheet-twice"))
        return
    reader = _Reader(book, Table(sheet, title, {}))
    book.tables[sheet.key] = reader.table
    for number, cells in rows:
        if number > MOST_ROWS:
            raise BadFile("too-many-rows", most=MOST_ROWS)
        reader.take(number, cells)
        if book.on_rows is not None and not number % _TOLD_EVERY:
            book.on_rows(_TOLD_EVERY)
    if not reader.columns:
        names = " | ".join(label(f"workbook-head-{one.key}", "vi") for one in sheet.columns)
        book.faults.add(Fault(title, "A1", "", "no-headings", {"names": names}))


class _Reader:
    """Takes one row after the other; the first that has headings says what the columns are."""

    def __init__(self, book: Book, table: Table) -> None:
        self.book = book
        self.table = table
        self.columns: list[tuple[int, int, Column, dict[object, Any]]] = []
        self._width = len(table.sheet.columns)

    def take(self, number: int, cells: Cells) -> None:
        """Reads a row."""
        if not self.columns:
            if number <= _HEADING_WITHIN:
                self._find_headings(number, cells)
        elif not _is_skipped(cells):
            self._read(number, cells)

    def _find_headings(self, number: int, cells: Cells) -> None:
        known = _headings(self.table.sheet.key)
        found = [(place, known.get(key(str(cell)))) for place, cell in enumerate(cells) if cell]
        if sum(column is not None for _, column in found) < _FEWEST_HEADINGS:
            return
        for place, column in found:
            if column is not None and column.key not in self.table.letters:
                self.table.letters[column.key] = get_column_letter(place + 1)
                self.columns.append((place, self.table.sheet.places[column.key], column, {}))
            elif not fold(str(cells[place])).startswith(_IGNORED):
                self._fault(number, place, cells[place], "heading")

    def _read(self, number: int, cells: Cells) -> None:
        values: list[Any] = [None] * self._width
        for place, target, column, remembered in self.columns:
            raw = cells[place] if place < len(cells) else None
            if raw is None:
                continue
            try:
                values[target] = remembered[raw]
            except KeyError:
                value = self._parse(number, place, column, raw)
                if marked := isinstance(value, Remarked):
                    self._remark(number, place, raw, value)
                    value = value.value
                values[target] = value
                # What could not be read, or is to be looked at, is told each time it comes.
                if not (value is None or marked) and len(remembered) < _MOST_REMEMBERED:
                    remembered[raw] = value
        self.table.rows.append(SheetRow(self.table.sheet, number, tuple(values)))

    def _parse(self, number: int, place: int, column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
        if isinstance(raw, NoValue):
            self._fault(number, place, raw.text, raw.code)
            return None
        try:
            return parse_cell(column, raw)
        except WrongCell as wrong:
            self._fault(number, place, raw, wrong.code, **wrong.facts)
            return None

    def _fault(
        self, number: int, place: int, value: object, code: str, **facts: str | int
    ) -> None:
        self.book.faults.add(self._named(number, place, value, code, facts))

    def _remark(self, number: int, place: int, raw: object, read: Remarked) -> None:
        self.book.remarks.add(self._named(number, place, raw, read.code, read.facts))

    def _named(
        self, number: int, place: int, value: object, code: str, facts: Mapping[str, str | int]
    ) -> Fault:
        cell = f"{get_column_letter(place + 1)}{number}"
        return Fault(self.table.title, cell, str(value)[:_SHOWN], code, facts)


def _is_skipped(cells: Cells) -> bool:
    """True for an empty row and for an example."""
    first = next((cell for cell in cells if cell is not None and cell != ""), None)
    return first is None or (isinstance(first, str) and fold(first) == fold(EXAMPLE))
