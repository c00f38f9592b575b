"""What every workbook of ours has in common: how it is opened, printed and filled."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from documents.cells import looks_like_formula

_A4 = 9
_LONGEST_TEXT = 32_767


def open_workbook(path: Path) -> Workbook:
    """Returns a workbook whose rows are on disk at once; text stays text however it begins."""
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
        elif isinstance(value, datetime):
            sheet.write_datetime(*place, value.replace(tzinfo=None), look or self._moment)
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, look or self._day)
        else:
            sheet.write_number(*place, value, look)
