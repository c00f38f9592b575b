"""A table as text: for people who open it by a double click, or for machines by RFC 4180."""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from documents.cells import looks_like_formula
from documents.tables.columns import TableColumn, Value
from documents.tables.heading import TableHead, heading_of, incomplete_line
from documents.tables.wording import renderers


class TextTable:
    """A file of text that is being written; what breaks off says so in its last line."""

    def __init__(self, path: Path, head: TableHead, language: str, *, for_machines: bool) -> None:
        self._language = language
        self._columns = head.columns
        self._for_machines = for_machines
        # With its mark Excel takes it for UTF-8.
        encoding = "utf-8" if for_machines else "utf-8-sig"
        self._file = path.open("w", encoding=encoding, newline="")
        self._writer = csv.writer(self._file, delimiter="," if for_machines else ";")
        self._render = machine_row(self._columns) if for_machines else self._for_people()
        self.rows = 0

    def _for_people(self) -> Callable[[Mapping[str, Value]], list[str]]:
        pairs = list(
            zip(
                [column.id for column in self._columns],
                renderers(self._columns, self._language),
                strict=True,
            )
        )
        return lambda row: [
            _readable(row[name] if render is None else render(row[name])) for name, render in pairs
        ]

    def __enter__(self) -> Self:
        if self._for_machines:
            self._writer.writerow(column.id for column in self._columns)
        else:
            heads = (heading_of(column, self._language) for column in self._columns)
            self._writer.writerow(heads)
        return self

    def add(self, rows: Iterable[Mapping[str, Value]]) -> None:
        """Writes rows."""
        for row in rows:
            self._writer.writerow(self._render(row))
            self.rows += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._writer.writerow([incomplete_line(self.rows, self._language)])
        self._file.close()


def machine_row(columns: Iterable[TableColumn]) -> Callable[[Mapping[str, Value]], list[str]]:
    """Returns what writes a row for machines: codes as stored, dates by ISO 8601."""
    names = [column.id for column in columns]
    return lambda row: [_plain(row[name]) for name in names]


def _plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat(timespec="seconds")
        case _:
            return str(value)


def _readable(value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case float():
            return str(value).replace(".", ",")
        case str() if looks_like_formula(value):
            # An apostrophe keeps a spreadsheet from reckoning.
            return f"'{value}"
        case _:
            return str(value)
