"""A table as a workbook: a sheet to look at, the rows, and what each column means."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from documents.tables.columns import Value
from documents.tables.heading import (
    TableHead,
    head_lines,
    heading_of,
    incomplete_line,
    legend_of,
    title_of,
)
from documents.tables.overview_sheet import write_overview
from documents.tables.wording import renderers
from documents.xlsx import CellWriter, fit_on_paper, open_workbook
from texts import label

# Row 1 has the ids, row 2 the headings; what a program can take ends here.
_HEADS, _MOST = 2, 1_048_000
# So many letters still can be read on a page; a wider table goes over several, side by side.
_PAGE_WIDTH = 230
# From the first column so wide on a row is known by its name.
_NAME_WIDTH = 25


class WorkbookTable:
    """A workbook that is being written; what breaks off says so in its last line."""

    def __init__(self, path: Path, head: TableHead, language: str) -> None:
        self._head, self._language = head, language
        self._workbook = open_workbook(path)
        self._cells = CellWriter(self._workbook)
        renders = renderers(head.columns, language)
        self._columns = [
            (place, column.id, render)
            for place, (column, render) in enumerate(zip(head.columns, renders, strict=True))
        ]
        self.rows = 0
        self._first = self._sheet("sheet-first")
        width = sum(column.width for column in head.columns)
        self._rows = self._sheet(f"sheet-name-{head.sheet}", pages=-(-width // _PAGE_WIDTH))
        self._legend = self._sheet("sheet-legend")

    def _sheet(self, name: str, *, pages: int = 1) -> Any:  # noqa: ANN401 - the library's own
        sheet = self._workbook.add_worksheet(label(name, self._language))
        fit_on_paper(sheet, pages=pages)
        sheet.set_footer(f"&L{_footer(title_of(self._head, self._language))}&R&P/&N")
        return sheet

    def __enter__(self) -> Self:
        self._write_heads()
        return self

    def add(self, rows: Iterable[Mapping[str, Value]]) -> None:
        """Writes rows; those beyond what a workbook can hold are left out, which it says."""
        write, sheet = self._cells.write, self._rows
        for row in rows:
            self.rows += 1
            if self.rows > _MOST:
                continue
            at = _HEADS + self.rows - 1
            for place, name, render in self._columns:
                value = row[name]
                if value is not None:
                    write(sheet, (at, place), value if render is None else render(value))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        written = min(self.rows, _MOST)
        is_whole = kind is None and self.rows == written
        last = _HEADS + written
        if not is_whole:
            look = self._workbook.add_format({"bold": True, "font_color": "#9C0006"})
            line = incomplete_line(written, self._language)
            self._rows.write_string(last, 0, line, look)
        self._rows.autofilter(1, 0, max(last - 1, 1), len(self._columns) - 1)
        write_overview(
            self._workbook,
            self._first,
            self._head,
            self._language,
            lines=[
                *head_lines(self._head, self._language),
                label("sheet-rows", self._language, rows=written)
                if is_whole
                else incomplete_line(written, self._language),
            ],
        )
        self._write_legend()
        self._workbook.close()

    def _write_heads(self) -> None:
        look = self._workbook.add_format(
            {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
        )
        sheet = self._rows
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, 48)
        for place, column in enumerate(self._head.columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.id)
        for place, column in enumerate(self._head.columns):
            heading = heading_of(column, self._language)
            sheet.write_string(1, place, heading, look)
        widths = (column.width for column in self._head.columns)
        named = next(place for place, width in enumerate(widths) if width >= _NAME_WIDTH)
        sheet.freeze_panes(_HEADS, named + 1)
        sheet.repeat_rows(0, 1)
        sheet.repeat_columns(0, named)
        sheet.hide_gridlines(0)

    def _write_legend(self) -> None:
        bold = self._workbook.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
        wrap = self._workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet = self._legend
        for place, (name, width) in enumerate(
            (("id", 18), ("head", 26), ("note", 76), ("holds", 20))
        ):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, label(f"sheet-legend-{name}", self._language), bold)
        for number, column in enumerate(self._head.columns, start=1):
            for place, words in enumerate(legend_of(column, self._language)):
                sheet.write_string(number, place, words, wrap)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)


def _footer(text: str) -> str:
    """Returns text in which no sign means anything to a footer."""
    return text.replace("&", "&&")[:200]
