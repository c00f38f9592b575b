"""A workbook as read: typed rows by sheet, and every fault found on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from string import ascii_uppercase
from typing import Any

from documents.sheets import Sheet

# More faults than these are only counted: whoever mends these sees the rest the next time.
MOST_FAULTS = 200


class Cleared(Enum):
    """The value of a cell that empties what is stored."""

    CLEARED = "-"


CLEARED = Cleared.CLEARED


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, or with the whole file where `sheet` is ""; `code` says how."""

    sheet: str
    cell: str
    value: str
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; an empty cell is None, whatever its column holds."""

    sheet: Sheet
    number: int
    values: tuple[Any, ...]

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 - what the column holds
        return self.values[self.sheet.places[key]]


@dataclass(slots=True)
class Table:
    """The rows of one sheet; `title` and `letters` say where they stand in the file.

    Of an office's own list a whole column may be missing.
    """

    sheet: Sheet
    title: str
    letters: dict[str, str]
    rows: list[SheetRow] = field(default_factory=list)
    is_list: bool = False

    def fault(
        self,
        row: SheetRow,
        key: str,
        code: str,
        value: object = "",
        **facts: str | int,
    ) -> Fault:
        """Returns a fault of a row's cell."""
        return Fault(
            self.title, f"{self.letters.get(key, 'A')}{row.number}", str(value), code, facts
        )


Offer = tuple[Table, SheetRow]


@dataclass(slots=True)
class Faults:
    """All faults in the order they were met: the first ones in words, the others counted.

    `rows` are all rows that have one, by the sheet's title.
    """

    listed: list[Fault] = field(default_factory=list)
    count: int = 0
    cells: set[tuple[str, str]] = field(default_factory=set)
    rows: set[tuple[str, int]] = field(default_factory=set)

    def add(self, fault: Fault) -> None:
        """Takes one more fault; a cell that could not be read is not said to be empty as well."""
        cell = (fault.sheet, fault.cell)
        if fault.code == "needed" and cell in self.cells:
            return
        self.count += 1
        self.rows.add((fault.sheet, int(fault.cell.lstrip(ascii_uppercase) or 0)))
        if len(self.listed) < MOST_FAULTS:
            self.listed.append(fault)
            self.cells.add(cell)


@dataclass(slots=True)
class Book:
    """Every sheet that was found, what is wrong with them, and what should be looked at.

    `lists` are sheets made out of offices' own lists, `offers` what these name by the way: it is
    added unless it is there.
    """

    tables: dict[str, Table] = field(default_factory=dict)
    lists: list[Table] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    remarks: Faults = field(default_factory=Faults)
    on_rows: Callable[[int], None] | None = None

    @property
    def row_count(self) -> int:
        """How many rows were read."""
        return sum(len(table.rows) for table in (*self.tables.values(), *self.lists))

    def tables_of(self, sheet: str) -> list[Table]:
        """Returns every table that has rows of a sheet."""
        own = [self.tables[sheet]] if sheet in self.tables else []
        return own + [table for table in self.lists if table.sheet.key == sheet]

    def offered(self, sheet: str) -> list[Offer]:
        """Returns the rows of a sheet that are added unless they are there."""
        return [offer for offer in self.offers if offer[0].sheet.key == sheet]


class BadFile(Exception):
    """A file that cannot be read as a workbook at all; `code` is the text key's end."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
