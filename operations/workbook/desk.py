"""What every sheet's reader has at hand: the file, the directory, the plan, the limits."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import Any

from documents.book import CLEARED, Book, SheetRow, Table
from documents.sheets import NEW
from domain.names import name_key
from operations.access import Limits
from operations.workbook.plans import Plan

_ALIKE = 0.8
# A fault says what is much like its value while that takes no time to find.
_MOST_COMPARED = 10_000
_MOST_SUGGESTED = 20

Rows = Mapping[str, Sequence[Any]]

key_of = lru_cache(maxsize=200_000)(name_key)


@dataclass(slots=True)
class Desk:
    """One import at work; `limits` is None for the operator, who may change everything.

    `associations` are those of the kinds there are or will be, once these are planned.
    """

    book: Book
    known: Rows
    plan: Plan
    today: date
    limits: Limits | None
    accepts_doubtful: bool
    by_id: dict[str, dict[int, Any]] = field(default_factory=dict)
    associations: dict[int, str] = field(default_factory=dict)
    written: dict[str, dict[str, list[tuple[str, int]]]] = field(default_factory=dict)
    missed: set[tuple[str, str]] = field(default_factory=set)

    def rows(self, sheet: str) -> Iterator[tuple[Table, SheetRow]]:
        """Yields the rows of a sheet."""
        for table in self.book.tables_of(sheet):
            for row in table.rows:
                yield table, row

    def comes_right(self, sheet: str, name: object, *, is_lacking: bool) -> bool:
        """True when what a row names has a row of its own that is at fault: mend that one.

        It is when nothing came of the row, or when a fault is noted on it.
        """
        if sheet not in self.written:
            self.written[sheet] = defaultdict(list)
            for table, row in self.rows(sheet):
                if isinstance(row["name"], str):
                    place = (table.title, row.number)
                    self.written[sheet][key_of(row["name"])].append(place)
        found = self.written[sheet].get(key_of(name), ()) if isinstance(name, str) else ()
        return bool(found) and (is_lacking or not self.plan.faults.rows.isdisjoint(found))

    @property
    def may_suggest(self) -> bool:
        """True for the first faults: what may be meant is looked for as long as it is read."""
        return self.plan.faults.count < _MOST_SUGGESTED

    def known_by_id(self, sheet: str) -> dict[int, Any]:
        """Returns the stored rows of a sheet by their ids."""
        if sheet not in self.by_id:
            self.by_id[sheet] = {row.id: row for row in self.known[sheet]}
        return self.by_id[sheet]

    def wrong(
        self, table: Table, row: SheetRow, column: str, code: str, **facts: str | int
    ) -> None:
        """Notes a fault of a cell."""
        value = row[column] if column in row.sheet.places else ""
        shown = value if isinstance(value, str | int) else ""
        self.plan.wrong(table.fault(row, column, code, shown, **facts))

    def named(self, sheet: str, seen: dict[int, int], table: Table, row: SheetRow) -> Any:  # noqa: ANN401 - a row
        """Returns the stored row that a row's number names; None without one or in error."""
        number = row["id"]
        if number is None or number == NEW or number is CLEARED:
            return None
        found = self.known_by_id(sheet).get(number)
        if found is None:
            self.wrong(table, row, "id", "unknown-id")
        elif number in seen:
            self.wrong(table, row, "id", "twice", other=seen[number])
            return None
        else:
            seen[number] = row.number
        return found

    def lacks(self, table: Table, row: SheetRow) -> bool:
        """True, and faults noted, when a new row lacks what must be filled in."""
        empty = [
            column.key
            for column in row.sheet.columns
            if column.required and row[column.key] in (None, CLEARED)
        ]
        for column in empty:
            if table.is_list and column not in table.letters:
                self._miss(table, row, column)
            else:
                self.wrong(table, row, column, "needed")
        return bool(empty)

    def _miss(self, table: Table, row: SheetRow, column: str) -> None:
        """Notes, once, that an office's list has no such column at all."""
        if (table.title, column) not in self.missed:
            self.missed.add((table.title, column))
            self.wrong(table, row, column, "list-needed", what=column)

    def misordered(self, table: Table, row: SheetRow, first: date, last: date | None) -> bool:
        """True, and a fault noted, when something ends before it begins."""
        if last is not None and last < first:
            self.wrong(table, row, "valid_to", "order")
            return True
        return False


def given(row: SheetRow, *columns: str) -> dict[str, Any]:
    """Returns the values of the columns that are filled in; cleared ones are None."""
    found = ((column, row[column]) for column in columns)
    return {
        column: None if value is CLEARED else value for column, value in found if value is not None
    }


def alike(first: str, second: str) -> bool:
    """True for keys that may spell one name: the same numbers, nearly the same letters."""
    if [part for part in first.split() if part.isdigit()] != [
        part for part in second.split() if part.isdigit()
    ]:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def nearest(name: str, keys: Collection[str]) -> str:
    """Returns the key that is most like a name, "" when none is or there are too many."""
    if len(keys) > _MOST_COMPARED:
        return ""
    return next(iter(get_close_matches(key_of(name), keys, n=1, cutoff=_ALIKE)), "")


def group(rows: Sequence[Any], *columns: str) -> dict[tuple[Any, ...], list[Any]]:
    """Returns stored rows by the values of some columns."""
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in rows:
        found[tuple(getattr(row, column) for column in columns)].append(row)
    return found
