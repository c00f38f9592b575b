"""From a grid of cells, whatever file it came from, to the typed rows of a sheet."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from documents import former_names
from documents.book import Book, Fault, SheetRow, Table
from documents.cell_reader import CellReader
from documents.raw_sheet import Cells, RawSheet
from documents.rows import is_signature, is_total
from documents.sheets import BY_KEY, EXAMPLE, SHEETS, Column, Sheet
from domain.columns import column_letters
from domain.reading import fold, key
from texts import LANGUAGES, label

_FEWEST_HEADINGS = 2
_IGNORED = ("stt", "ghi chu", "note")
_MOST_MERGED = 20
_TOLD_EVERY = 1000


def find_sheet(title: str) -> Sheet | None:
    """Returns the sheet that a title names, in either language, with or without marks."""
    return BY_KEY.get(_titles().get(key(title.replace("-", " ").replace("_", " ")), ""))


def is_guide(title: str) -> bool:
    """True for the sheet that only explains."""
    return key(title) in {key(label("workbook-sheet-guide", language)) for language in LANGUAGES}


def list_titles(language: str = "vi") -> list[str]:
    """Returns the titles of all sheets."""
    return [label(f"workbook-sheet-{sheet.key}", language) for sheet in SHEETS]


@lru_cache
def _titles() -> dict[str, str]:
    former = {key(name): sheet for sheet, names in former_names.SHEETS.items() for name in names}
    return former | {
        key(label(f"workbook-sheet-{sheet.key}", language)): sheet.key
        for sheet in SHEETS
        for language in LANGUAGES
    }


@lru_cache
def _headings(sheet: str) -> dict[str, Column]:
    columns = {column.key: column for column in BY_KEY[sheet].columns}
    former = {
        key(name): columns[head]
        for head, names in former_names.HEADINGS.items()
        if head in columns
        for name in names
    }
    return former | {
        key(label(f"workbook-head-{column.key}", language)): column
        for column in columns.values()
        for language in LANGUAGES
    }


def find_headings(sheet: Sheet, cells: Cells) -> list[tuple[int, Column | None]]:
    """Returns the places of a row's words with the columns these name; empty for no heading."""
    known = _headings(sheet.key)
    found = [(place, known.get(key(str(cell)))) for place, cell in enumerate(cells) if cell]
    named = sum(column is not None for _, column in found)
    return found if named >= _FEWEST_HEADINGS else []


def read_grid(book: Book, sheet: Sheet, raw: RawSheet) -> None:
    """Adds a sheet's rows to the book, and a fault for every cell that cannot be read."""
    if sheet.key in book.tables:
        book.faults.add(Fault(raw.title, "A1", raw.title, "sheet-twice"))
        return
    reader = _Reader(book, Table(sheet, raw.title, {}), raw)
    book.tables[sheet.key] = reader.table
    for number, cells in raw.numbered():
        reader.take(number, cells)
        if book.on_rows is not None and not number % _TOLD_EVERY:
            book.on_rows(_TOLD_EVERY)
    if not reader.columns:
        names = " | ".join(label(f"workbook-head-{column.key}", "vi") for column in sheet.columns)
        book.faults.add(Fault(raw.title, "A1", "", "no-headings", {"names": names}))


class _Reader:
    """Takes one row after the other; the first that has headings says what the columns are."""

    def __init__(self, book: Book, table: Table, raw: RawSheet) -> None:
        self.table = table
        self.columns: list[tuple[int, int, Column]] = []
        self._raw = raw
        self._cells = CellReader(book, table.title)
        self._width = len(table.sheet.columns)

    def take(self, number: int, cells: Cells) -> None:
        """Reads a row."""
        if not self.columns:
            self._find_headings(number, cells)
        elif not _is_skipped(cells):
            self._read(number, cells)

    def _find_headings(self, number: int, cells: Cells) -> None:
        found = find_headings(self.table.sheet, cells)
        if found:
            self._note_merged(number)
        for place, column in found:
            if column is not None and column.key not in self.table.letters:
                self.table.letters[column.key] = column_letters(place + 1)
                self.columns.append((place, self.table.sheet.places[column.key], column))
            elif not fold(str(cells[place])).startswith(_IGNORED):
                self._cells.fault(number, place, cells[place], "heading")

    def _note_merged(self, heading: int) -> None:
        below = [entry for entry in self._raw.merged if entry[2] > heading]
        for first_row, first, last_row, last in below[:_MOST_MERGED]:
            ends = f"{column_letters(first)}{first_row}:{column_letters(last)}{last_row}"
            self._cells.fault(first_row, first - 1, ends, "merged")

    def _read(self, number: int, cells: Cells) -> None:
        if is_total(cells) or is_signature(cells):
            place = next(place for place, cell in enumerate(cells) if str(cell or "").strip())
            self._cells.remark(number, place, cells[place], "not-a-row")
            return
        if number in self._raw.hidden:
            self._cells.remark(number, 0, "", "hidden")
        values: list[Any] = [None] * self._width
        for place, target, column in self.columns:
            if place < len(cells):
                values[target] = self._cells.read(number, place, column, cells[place])
        self.table.rows.append(SheetRow(self.table.sheet, number, tuple(values)))


def _is_skipped(cells: Sequence[object]) -> bool:
    """True for an empty row and for an example."""
    first = next((cell for cell in cells if cell is not None and cell != ""), None)
    return first is None or (isinstance(first, str) and fold(first) == fold(EXAMPLE))
