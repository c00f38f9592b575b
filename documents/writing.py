"""Writes the directory's workbook: headings, drop-downs, rows, and how to fill it in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from documents.cells import choice_label, render_cell
from documents.sheets import SHEETS, CellKind, Column, Sheet
from documents.xlsx import CellWriter, fit_on_paper, open_workbook
from texts import label

_LAST_ROW = 5000
_LONGEST_LIST = 255
_GUIDE_LINES = 18

Row = Mapping[str, Any]


def write_workbook(
    path: Path,
    rows: Mapping[str, Iterable[Row]],
    *,
    language: str = "vi",
    examples: Mapping[str, Sequence[Row]] | None = None,
) -> None:
    """Writes a workbook with `rows` by sheet; `examples` stand first and are never read back."""
    with open_workbook(path) as workbook:
        writer = _Writer(workbook, language)
        writer.guide()
        for sheet in SHEETS:
            writer.sheet(sheet, rows.get(sheet.key, ()), (examples or {}).get(sheet.key, ()))


class _Writer:
    """One workbook being written."""

    def __init__(self, workbook: Any, language: str) -> None:  # noqa: ANN401 - the library's own
        self._workbook = workbook
        self._language = language
        add = workbook.add_format
        self._head = add(
            {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self._needed = add(
            {"bold": True, "bg_color": "#FCE4D6", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self._cells = CellWriter(workbook)
        self._typed = add({"num_format": "@"})
        self._example = add({"italic": True, "font_color": "#7F7F7F"})
        self._example_day = add(
            {"italic": True, "font_color": "#7F7F7F", "num_format": "dd/mm/yyyy"}
        )
        self._title = add({"bold": True, "font_size": 14})
        self._wrap = add({"text_wrap": True, "valign": "top"})

    def _text(self, key: str) -> str:
        return label(key, self._language)

    def guide(self) -> None:
        """Writes the sheet that explains the others."""
        sheet = self._workbook.add_worksheet(self._text("workbook-sheet-guide"))
        sheet.set_column(0, 0, 110)
        sheet.hide_gridlines(2)
        fit_on_paper(sheet)
        sheet.write_string(0, 0, self._text("workbook-guide-title"), self._title)
        for number in range(1, _GUIDE_LINES + 1):
            words = f"{number}. " + self._text(f"workbook-guide-{number}")
            # A wrapped row gets no height by itself in every program.
            sheet.set_row(number, 15 * (1 + len(words) // 105))
            sheet.write_string(number, 0, words, self._wrap)

    def sheet(self, sheet: Sheet, rows: Iterable[Row], examples: Sequence[Row]) -> None:
        """Writes one sheet."""
        written = self._workbook.add_worksheet(self._text(f"workbook-sheet-{sheet.key}"))
        written.freeze_panes(1, 2)
        fit_on_paper(written)
        written.set_row(0, 32)
        for place, column in enumerate(sheet.columns):
            heading = self._text(f"workbook-head-{column.key}")
            # What is typed into a column of text stays as typed: a phone keeps its 0.
            look = self._typed if column.kind in (CellKind.TEXT, CellKind.PHONE) else None
            written.set_column(place, place, column.width, look)
            written.write_string(
                0, place, heading, self._needed if column.required else self._head
            )
            self._drop_down(written, place, column)
        number = 1
        for row in examples:
            self._row(written, number, sheet, row, example=True)
            number += 1
        for row in rows:
            self._row(written, number, sheet, row, example=False)
            number += 1

    def _row(
        self,
        written: Any,  # noqa: ANN401 - the library's own
        number: int,
        sheet: Sheet,
        row: Row,
        *,
        example: bool,
    ) -> None:
        for place, column in enumerate(sheet.columns):
            value = render_cell(column, row.get(column.key), self._language)
            look = None
            if example:
                look = self._example_day if isinstance(value, date) else self._example
            self._cells.write(written, (number, place), value, look)

    def _drop_down(self, written: Any, place: int, column: Column) -> None:  # noqa: ANN401 - the library's own
        if column.choices:
            source: Any = [
                choice_label(column.key, choice, self._language) for choice in column.choices
            ]
            if len(",".join(source)) > _LONGEST_LIST:
                return
        elif column.listed:
            source = self._list_source(*column.listed)
        else:
            return
        # A path such as "Xã / Ấp" or another's name may be typed as well.
        strict = column.kind is CellKind.CHOICE
        written.data_validation(
            1,
            place,
            _LAST_ROW,
            place,
            {
                "validate": "list",
                "source": source,
                "error_type": "stop" if strict else "information",
                "show_error": strict,
            },
        )

    def _list_source(self, sheet_key: str, column_key: str) -> str:
        sheet = next(sheet for sheet in SHEETS if sheet.key == sheet_key)
        letter = chr(ord("A") + sheet.places[column_key])
        title = self._text(f"workbook-sheet-{sheet_key}").replace("'", "''")
        return f"='{title}'!${letter}$2:${letter}${_LAST_ROW}"
