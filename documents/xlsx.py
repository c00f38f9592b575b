"""What every workbook of ours has in common: how it is opened, printed and filled."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from documents.cells import looks_like_formula

_A4 = 9
_LONGEST_TEXT = 32_767
# Spreadsheets count from the end of 1899, as if 1900 had had a 29 February.
_FIRST_DAY, _SECONDS = date(1899, 12, 30).toordinal(), 24 * 60 * 60


def open_workbook(path: Path) -> Workbook:
    """Returns a workbook whose rows are on disk at once; text stays text however it begins.

    Raises OSError at once, not after the last row, where no such file can be written.
    """
    with path.open("ab"):
        pass
    return Workbook(
        path,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": "dd/mm/yyyy",
        },
    )


def fit_on_paper(sheet: Any, *, pages: int = 1) -> None:  # noqa: ANN401 - the library's own
    """Has a sheet printed on A4, crosswise, as wide as so many pages."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages, 0)


class CellWriter:
    """Writes values as what they are: text as text, days as days, numbers as numbers."""

    def __init__(self, workbook: Workbook) -> None:
        self._quoted = workbook.add_format({"quote_prefix": True})
        self._day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        self._moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})

    def write(
        self,
        sheet: Any,  # noqa: ANN401 - the library's own
        place: tuple[int, int],
        value: str | float | date | None,
        look: Any = None,  # noqa: ANN401 - the library's own
    ) -> None:
        """Writes a value at a row and column; nothing for none."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            look = look or (self._quoted if looks_like_formula(value) else None)
            sheet.write_string(*place, value[:_LONGEST_TEXT], look)
        elif isinstance(value, date):
            usual = self._moment if isinstance(value, datetime) else self._day
            sheet.write_number(*place, serial(value), look or usual)
        else:
            sheet.write_number(*place, value, look)


def serial(day: date) -> float:
    """Returns a day, or a moment on the local clock, as a spreadsheet counts it."""
    days = day.toordinal() - _FIRST_DAY
    if not isinstance(day, datetime):
        return days
    return days + (day.hour * 3600 + day.minute * 60 + day.second) / _SECONDS
