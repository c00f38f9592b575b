"""XLSForm workbooks: read into rows, judged by pyxform, and written as they came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from documents.book import BadFile
from documents.opening import open_sheets
from documents.raw_sheet import NoValue, RawSheet
from domain.columns import column_letters
from domain.questionnaires.sheets import CHOICES, NAMES, SURVEY, Fault, Sheets

_MOST_ROWS, _MOST_COLUMNS = 2000, 60
_LONGEST_CELL = 2000
_ROW = re.compile(r"\[row ?: ?(\d+)\]")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """The rows of a workbook's sheets as text, and what could not be read of them."""

    sheets: Sheets
    faults: tuple[Fault, ...]


def read_xlsform(path: Path, *, name: str = "") -> ReadWorkbook:
    """Returns the rows of an XLSForm; raises BadFile for a file that is none."""
    found = {raw.title.strip().lower(): raw for raw in open_sheets(path, name=name)}
    if SURVEY not in found:
        raise BadFile("no-survey")
    faults: list[Fault] = []
    sheets = {title: _read_rows(title, raw, faults) for title, raw in found.items()}
    others = (title for title in sheets if title not in NAMES)
    unused = (Fault(title, 1, "A", "sheet-unused", title, mild=True) for title in others)
    return ReadWorkbook(sheets, (*faults, *unused))


def _read_rows(title: str, raw: RawSheet, faults: list[Fault]) -> list[list[str]]:
    rows: list[list[str]] = []
    for number, cells in raw.numbered():
        if number > _MOST_ROWS or len(cells) > _MOST_COLUMNS:
            raise BadFile("too-many-rows", most=_MOST_ROWS)
        row = [_text(cell) for cell in cells]
        for at, (cell, text) in enumerate(zip(cells, row, strict=True), start=1):
            if isinstance(cell, NoValue):
                faults.append(Fault(title, number, column_letters(at), "formula", cell.text))
            elif len(text) > _LONGEST_CELL:
                limit = str(_LONGEST_CELL)
                faults.append(Fault(title, number, column_letters(at), "label-long", limit))
        rows.append(row)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _text(cell: object) -> str:
    """Returns what a cell says as XLSForm means it."""
    if cell is None or isinstance(cell, NoValue):
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell)


def judge_xlsform(sheets: Sheets) -> tuple[Fault, ...]:
    """Returns what pyxform, by which the field's tools read forms, finds wrong."""
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - only where it is used
    from pyxform.xls2xform import convert  # noqa: PLC0415

    rows = {name: list(_dicts(sheets, name)) for name in NAMES if sheets.get(name)}
    try:
        convert(rows, form_name="form")
    except PyXFormError as error:
        said = " ".join(str(error).split())
        row = _ROW.search(said)
        sheet = CHOICES if f"'{CHOICES}'" in said else SURVEY
        return (Fault(sheet, int(row[1]) if row else 1, "A", "pyxform", _ROW.sub("", said)),)
    return ()


def _dicts(sheets: Sheets, name: str) -> Iterator[dict[str, str]]:
    headings, *rows = sheets[name]
    for row in rows:
        yield {
            heading: cell for heading, cell in zip(headings, row, strict=False) if heading and cell
        }


def write_xlsform(sheets: Sheets) -> bytes:
    """Returns a workbook with the rows of an XLSForm as they are, every cell as text."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where it is used

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "bg_color": "#E8EEF4"})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write_string(at, place, cell, wrapped if at else bold)
            for place in range(max(map(len, rows), default=0)):
                longest = max(len(row[place]) if place < len(row) else 0 for row in rows)
                sheet.set_column(place, place, min(max(longest + 2, 10), _WIDEST))
    return content.getvalue()
