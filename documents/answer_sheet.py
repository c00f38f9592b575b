"""The answers of a questionnaire as a workbook: the rows, and what each column means."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from documents.tables.columns import Value

_NARROWEST, _WIDEST = 12, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerColumn:
    """A column by its stable id, its heading, and what it holds."""

    id: str
    heading: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Answers, a row a chapter."""

    title: str
    columns: Sequence[AnswerColumn]
    rows: Sequence[Sequence[Value]]


def write_answers(path: Path, table: AnswerTable, names: tuple[str, str]) -> None:
    """Writes a workbook; `names` are those of the sheet of answers and of the legend.

    Row 1, which is hidden, has the ids.
    """
    from documents.xlsx import CellWriter, fit_on_paper, open_workbook  # noqa: PLC0415

    workbook = open_workbook(path)
    cells = CellWriter(workbook)
    look = workbook.add_format(
        {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
    )
    sheet, legend = (workbook.add_worksheet(name) for name in names)
    fit_on_paper(sheet)
    sheet.set_row(0, None, None, {"hidden": True})
    for place, column in enumerate(table.columns):
        longest = max((len(str(row[place] or "")) for row in table.rows), default=0)
        sheet.set_column(place, place, min(max(longest, _NARROWEST), _WIDEST))
        sheet.write_string(0, place, column.id)
    for place, column in enumerate(table.columns):
        sheet.write_string(1, place, column.heading, look)
    for at, row in enumerate(table.rows, start=2):
        for place, value in enumerate(row):
            cells.write(sheet, (at, place), value)
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, 1)
    sheet.autofilter(1, 0, max(len(table.rows) + 1, 1), len(table.columns) - 1)
    legend.set_column(0, 2, _WIDEST)
    for at, column in enumerate(table.columns):
        for place, words in enumerate((column.id, column.heading, column.holds)):
            cells.write(legend, (at, place), words)
    workbook.close()
