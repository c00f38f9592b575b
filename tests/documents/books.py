"""Workbooks and CSV files made in a few words."""

import csv
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from documents.book import Book
from documents.reading import read_directory

Grid = list[list[Any]]
AREAS = ["Mã số", "Tên", "Cấp", "Thuộc địa bàn"]


def write_xlsx(path: Path, sheets: dict[str, Grid], **marks: Any) -> Path:
    """Writes sheets as they are; `merge` names a range to merge on the first of them."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if merge := marks.get("merge"):
        workbook.worksheets[0].merge_cells(merge)
    workbook.save(path)
    return path


def write_csv(path: Path, rows: Grid, *, encoding: str = "utf-8-sig", sign: str = ";") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=sign).writerows(rows)
    return path


def read_sheets(folder: Path, sheets: dict[str, Grid], **marks: Any) -> Book:
    return read_directory(write_xlsx(folder / "danh-ba.xlsx", sheets, **marks))


def faults(book: Book) -> list[tuple[str, str]]:
    """The faults as ("Địa bàn!B3", "needed")."""
    return [(f"{fault.sheet}!{fault.cell}", fault.code) for fault in book.faults.listed]
