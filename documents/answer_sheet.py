"""The answers of a questionnaire as a workbook: the rows, and what each column means."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from documents.tables.columns import Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from documents.xlsx import CellWriter

_NARROWEST, _WIDEST = 12, 40
_LONGEST_TITLE = 31
# Excel keeps this name for itself.
_RESERVED = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerColumn:
    """A column by its stable id, its heading, and what it holds."""

    id: str
    heading: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Answers, a row a chapter; of each of the `repeats` a row a round, titled by its name."""

    title: str
    columns: Sequence[AnswerColumn]
    rows: Sequence[Sequence[Value]]
    repeats: Sequence["AnswerTable"] = ()


def write_answers(path: Path, table: AnswerTable, names: tuple[str, str]) -> None:
    """Writes a workbook; `names` are those of the sheet of answers and of the legend.

    Each repeat has a sheet of its own. Row 1, which is hidden, has the ids.
    """
    from documents.xlsx import CellWriter, open_workbook  # noqa: PLC0415

    workbook = open_workbook(path)
    cells = CellWriter(workbook)
    taken = {*map(str.lower, names), _RESERVED}
    _write_table(workbook, cells, workbook.add_worksheet(names[0]), table)
    for repeat in table.repeats:
        name = repeat.title
        title = f"{name[: _LONGEST_TITLE - 1]}_" if name.lower() in taken else name
        _write_table(workbook, cells, workbook.add_worksheet(title), repeat)
    legend = workbook.add_worksheet(names[1])
    legend.set_column(0, 2, _WIDEST)
    own = (column for repeat in table.repeats for column in repeat.columns)
    columns = dict.fromkeys((*table.columns, *own))
    for at, column in enumerate(columns):
        for place, words in enumerate((column.id, column.heading, column.holds)):
            cells.write(legend, (at, place), words)
    workbook.close()


def _write_table(
    workbook: "Workbook", cells: "CellWriter", sheet: "Worksheet", table: AnswerTable
) -> None:
    from documents.xlsx import fit_on_paper  # noqa: PLC0415

    look = workbook.add_format(
        {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
    )
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
