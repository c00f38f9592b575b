"""Reads the cells of one sheet, one by one, and notes what is wrong or odd by its place."""

from typing import Any

from documents.book import Book, Fault
from documents.cells import Remarked, WrongCell, parse_cell
from documents.raw_sheet import NoValue
from documents.rows import says_as_above
from documents.sheets import CellKind, Column
from domain.columns import column_letters

_SHOWN = 40
_MOST_REMEMBERED = 20_000


class CellReader:
    """One sheet's cells; `title` is what the sheet is called in faults."""

    def __init__(self, book: Book, title: str) -> None:
        self._book = book
        self._title = title
        self._above: dict[int, object] = {}
        self._remembered: dict[tuple[object, ...], Any] = {}

    def read(self, number: int, place: int, column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
        """Returns the value of a cell, None for an empty or a faulty one; `place` is from 0."""
        if raw is None or raw == "":
            return None
        if says_as_above(raw) and column.kind is not CellKind.ID:
            return self._as_above(number, place, column, raw)
        self._above[place] = raw
        known = (column.key, type(raw), raw)
        if known in self._remembered:
            return self._remembered[known]
        value = self._parse(number, place, column, raw)
        if isinstance(value, Remarked):
            self.remark(number, place, raw, value.code, **value.facts)
            return value.value
        # What could not be read, or is to be looked at, is told each time it comes.
        if value is not None and len(self._remembered) < _MOST_REMEMBERED:
            self._remembered[known] = value
        return value

    def read_given(self, number: int, place: int, column: Column, given: str) -> Any:  # noqa: ANN401 - what the column holds
        """Returns the value of what was said for a whole list, beside its cells."""
        value = self._parse(number, place, column, given)
        return value.value if isinstance(value, Remarked) else value

    def _as_above(self, number: int, place: int, column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
        above = self._above.get(place)
        if above is None:
            self.fault(number, place, raw, "nothing-above")
            return None
        self.remark(number, place, raw, "as-above", above=str(above)[:_SHOWN])
        value = self._parse(number, place, column, above)
        return value.value if isinstance(value, Remarked) else value

    def _parse(self, number: int, place: int, column: Column, raw: object) -> Any:  # noqa: ANN401 - what the column holds
        if isinstance(raw, NoValue):
            self.fault(number, place, raw.text, raw.code)
            return None
        try:
            return parse_cell(column, raw)
        except WrongCell as wrong:
            self.fault(number, place, raw, wrong.code, **wrong.facts)
            return None

    def fault(self, number: int, place: int, value: object, code: str, **facts: str | int) -> None:
        """Notes a cell that is wrong."""
        self._book.faults.add(self._named(number, place, value, code, facts))

    def remark(
        self, number: int, place: int, value: object, code: str, **facts: str | int
    ) -> None:
        """Notes a cell, or a whole row, that its writer should look at."""
        self._book.remarks.add(self._named(number, place, value, code, facts))

    def _named(
        self, number: int, place: int, value: object, code: str, facts: dict[str, str | int]
    ) -> Fault:
        cell = f"{column_letters(place + 1)}{number}"
        return Fault(self._title, cell, str(value)[:_SHOWN], code, facts)
