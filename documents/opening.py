"""Opens whatever file somebody keeps a list in: every sheet's cells as they stand there.

python-calamine reads the values of all formats; of .xlsx and .ods it does not tell what is
hidden, in error, never reckoned or shown as per cent, which `documents.markup` takes from the
files themselves.
"""

import contextlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from documents.book import BadFile
from documents.csv_files import read_csv_file, read_csv_folder, read_csv_zip
from documents.guard import FileSort, check_size, check_zip, list_sheet_parts, sort_of
from documents.markup import (
    Markup,
    find_share_styles,
    read_open_document,
    read_sheet_markup,
)
from documents.raw_sheet import Cells, Range, RawSheet

MOST_ROWS = 250_000
MOST_COLUMNS = 40
_MOST_SHEETS = 60


def open_sheets(path: Path, *, name: str = "") -> list[RawSheet]:
    """Returns the sheets of a workbook, a text file of columns, or a folder or zip of these.

    `name` is what the file was called where it came from. Raises BadFile for a file that is
    none: quickly, and before anything is unpacked.
    """
    if path.is_dir():
        return read_csv_folder(path)
    check_size(path)
    sort = sort_of(path)
    if sort is FileSort.TEXT:
        return [read_csv_file(path, title=Path(name or path.name).stem)]
    return _read_workbook(path, {}) if sort is FileSort.OLD_WORKBOOK else _open_zip(path)


def _open_zip(path: Path) -> list[RawSheet]:
    names = check_zip(path)
    lower = {name.lower() for name in names}
    if "xl/workbook.xml" in lower:
        return _read_workbook(path, _xlsx_markup(path))
    if "xl/workbook.bin" in lower:
        return _read_workbook(path, {})
    if {"content.xml", "mimetype"} <= lower:
        return _read_workbook(path, _open_document_markup(path))
    if any(text.endswith((".csv", ".txt", ".tsv")) for text in lower):
        return read_csv_zip(path, names)
    raise BadFile("not-workbook")


def _open_document_markup(path: Path) -> dict[str, Markup]:
    with ZipFile(path) as archive:
        if b"spreadsheet" not in archive.read("mimetype"):
            raise BadFile("not-workbook")
        return read_open_document(archive)


def _xlsx_markup(path: Path) -> dict[str, Markup]:
    """Returns what the sheets of an .xlsx say besides values, by their titles."""
    try:
        with ZipFile(path) as archive:
            shares = find_share_styles(archive)
            parts = list_sheet_parts(archive)
            return {
                title: read_sheet_markup(archive, part, shares) for title, part in parts.items()
            }
    except (KeyError, ParseError):
        raise BadFile("damaged") from None


def _read_workbook(path: Path, markup: Mapping[str, Markup]) -> list[RawSheet]:
    with _telling_what_is_wrong():
        workbook = CalamineWorkbook.from_path(str(path))
        names = [
            sheet_metadata.name
            for sheet_metadata in workbook.sheets_metadata
            if sheet_metadata.typ == SheetTypeEnum.WorkSheet
        ]
        return [
            _raw_sheet(workbook.get_sheet_by_name(name), markup.get(name, Markup()))
            for name in names[:_MOST_SHEETS]
        ]


@contextlib.contextmanager
def _telling_what_is_wrong() -> Iterator[None]:
    try:
        yield
    except PasswordError:
        raise BadFile("locked") from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise BadFile("damaged") from None


def _raw_sheet(sheet: CalamineSheet, markup: Markup) -> RawSheet:
    if sheet.total_height > MOST_ROWS:
        raise BadFile("too-many-rows", most=MOST_ROWS)
    return RawSheet(
        title=sheet.name,
        rows=partial(_rows, sheet),
        odd=markup.odd,
        hidden=frozenset(markup.hidden),
        merged=[_range(*ends) for ends in sheet.merged_cell_ranges or ()],
    )


def _rows(sheet: CalamineSheet) -> Iterator[Cells]:
    # The reader begins at the first column that holds anything.
    before: list[object] = [""] * (sheet.start[1] if sheet.start else 0)
    for cells in sheet.iter_rows():
        yield (before + cells)[:MOST_COLUMNS]


def _range(first: tuple[int, int], last: tuple[int, int]) -> Range:
    return first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1
