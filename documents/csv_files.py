"""Reads sheets kept as CSV: UTF-8, semicolons, one file a sheet, named after it."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO

from documents.book import BadFile, Book, Fault
from documents.grid import Cells, find_sheet, list_titles, read_grid

_SEPARATOR = ";"
_OTHERS = (",", "\t", "|")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_FIELD = 4000


def read_csv_file(path: Path, book: Book, *, title: str) -> Book:
    """Adds the one sheet of a CSV file, named by its title."""
    with path.open("rb") as file:
        _read(book, title, file)
    return _some(book)


def read_csv_folder(path: Path, book: Book) -> Book:
    """Adds the sheets of a folder of CSV files."""
    for one in sorted(path.glob("*.csv")):
        with one.open("rb") as file:
            _read(book, one.stem, file)
    return _some(book)


def read_csv_zip(path: Path, names: Sequence[str], book: Book) -> Book:
    """Adds the sheets of a zip file that has CSV files in it."""
    with zipfile.ZipFile(path) as archive:
        for name in names:
            if name.lower().endswith(".csv"):
                with archive.open(name) as file:
                    _read(book, Path(name).stem, file)
    return _some(book)


def _some(book: Book) -> Book:
    if not book.tables and not book.faults.count:
        raise BadFile("no-sheets", names=" | ".join(list_titles()))
    return book


def _read(book: Book, title: str, file: IO[bytes]) -> None:
    sheet = find_sheet(title.replace("-", " ").replace("_", " "))
    if sheet is None:
        facts = {"names": " | ".join(list_titles())}
        book.faults.add(Fault(title, "A1", "", "sheet-unknown", facts))
        return
    start = file.read(2)
    if start in _UTF_16:
        raise BadFile("encoding", name=title)
    file.seek(0)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        read_grid(book, sheet, title, _rows(title, file))
    except UnicodeDecodeError:
        raise BadFile("encoding", name=title) from None
    except csv.Error:
        raise BadFile("damaged") from None


def _rows(title: str, file: IO[bytes]) -> Iterator[tuple[int, Cells]]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        first = text.readline(_LONGEST_FIELD)
        if _SEPARATOR not in first and any(other in first for other in _OTHERS):
            raise BadFile("separator", name=title)
        yield from enumerate(csv.reader(chain([first], text), delimiter=_SEPARATOR), start=1)
    finally:
        # The file is closed by whoever opened it.
        text.detach()
