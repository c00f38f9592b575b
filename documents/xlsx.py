"""Reads a workbook row by row, with bounded memory."""

import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from documents.book import BadFile, Book, Fault
from documents.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cells,
    NoValue,
    find_sheet,
    is_guide,
    list_titles,
    read_grid,
)
from documents.guard import list_merged

_MOST_MERGED = 20
_MOST_ODD_SHEETS = 20


def read_xlsx(path: Path, book: Book) -> Book:
    """Adds what a workbook holds to `book`; raises BadFile if it is broken or none of ours."""
    # Opened here, so that it is closed whatever the library makes of it.
    with path.open("rb") as file:
        try:
            workbook = load_workbook(file, read_only=True, keep_links=False)
            return _read(workbook, path, book)
        except _BROKEN:
            raise BadFile("damaged") from None


# What the library raises for files that are no workbook inside.
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
)


def _read(workbook: Any, path: Path, book: Book) -> Book:  # noqa: ANN401 - the library's own
    ours = [(find_sheet(one.title), one) for one in workbook.worksheets]
    if not any(sheet for sheet, _ in ours):
        raise BadFile("no-sheets", names=" | ".join(list_titles()))
    for sheet, worksheet in ours[: _MOST_ODD_SHEETS + len(list_titles())]:
        if sheet is not None:
            _note_merged(book, path, worksheet)
            read_grid(book, sheet, worksheet.title, _rows(worksheet))
        elif not is_guide(worksheet.title):
            facts = {"names": " | ".join(list_titles())}
            book.faults.add(Fault(worksheet.title, "A1", "", "sheet-unknown", facts))
    return book


def _note_merged(book: Book, path: Path, worksheet: Any) -> None:  # noqa: ANN401 - the library's own
    with zipfile.ZipFile(path) as archive:
        for cells in islice(list_merged(archive, worksheet._worksheet_path), _MOST_MERGED):
            book.faults.add(Fault(worksheet.title, cells.partition(":")[0], cells, "merged"))


def _rows(worksheet: Any) -> Iterator[tuple[int, Cells]]:  # noqa: ANN401 - the library's own
    # What a sheet says of its width is believed only as far as that makes it narrower.
    width = min(worksheet.max_column or MOST_COLUMNS, MOST_COLUMNS)
    rows = worksheet.iter_rows(max_col=width, max_row=MOST_ROWS + 1)
    for number, cells in enumerate(rows, start=1):
        yield number, [_value(cell) for cell in cells]


def _value(cell: Any) -> object:  # noqa: ANN401 - the library's own
    value = cell.value
    if value is None or cell.data_type not in ("f", "e"):
        return value
    return NoValue("formula" if cell.data_type == "f" else "error", str(value))
