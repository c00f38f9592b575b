"""What an import would do: rows to add, columns to change, what is in doubt, what is wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from documents.book import Fault, Faults, Table
from domain.chapters import ids_of

_MOST_NOTES = 60
_MOST_DOUBTS = 200


@dataclass(frozen=True, slots=True)
class Change:
    """Columns of one stored row, before and after; `name` is how people know it."""

    id: int
    name: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A new row that may be one that is there under another name."""

    what: str
    place: str
    name: str
    known: str
    id: int


@dataclass(slots=True)
class Plan:
    """The whole import, decided before anything is written.

    A negative reference -n in a value stands for the nth added row of that sheet. `notes` are
    the first changes for people to read; `counts` are all of them, by sheet and sort. `remarks`
    are on cells that are to be looked at. `asked` is where each merger, split or move stands in
    the file.
    """

    today: date
    adds: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    remarks: Faults = field(default_factory=Faults)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    notes: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)
    asked: list[Fault] = field(default_factory=list)

    @property
    def can_be_applied(self) -> bool:
        """True when nothing is wrong or in doubt."""
        return not self.faults.count and not self.doubts

    @property
    def is_empty(self) -> bool:
        """True when the directory says already what the workbook says."""
        return not any(self.adds.values()) and not any(self.changes.values())

    def total(self, sort: str) -> int:
        """How many rows are added, changed or ended in all."""
        return sum(counts[sort] for counts in self.counts.values())

    def add(self, sheet: str, name: str, values: dict[str, Any]) -> int:
        """Takes a new row; returns the reference that stands for it."""
        rows = self.adds.setdefault(sheet, [])
        rows.append(values)
        self._count(sheet, "added", name, {})
        return -len(rows)

    def change(
        self,
        sheet: str,
        known: Any,  # noqa: ANN401 - a row
        name: str,
        after: Mapping[str, Any],
    ) -> None:
        """Takes the columns of a stored row that have other values; none change nothing."""
        before = {key: getattr(known, key) for key in after}
        if not after:
            return
        self.changes.setdefault(sheet, []).append(Change(known.id, name, before, after))
        ends = after.get("valid_to") is not None and before.get("valid_to") is None
        self._count(
            sheet, "ended" if ends else "changed", name, {"before": before, "after": after}
        )

    def end(
        self,
        sheet: str,
        row_id: int,
        name: str,
        *,
        before: Mapping[str, Any],
        last: date,
    ) -> None:
        """Takes a stored row that goes; its sheet has no last day, and so keeps none."""
        after = {**before, "valid_to": last}
        self.changes.setdefault(sheet, []).append(Change(row_id, name, before, after))
        self._count(sheet, "ended", name, {"before": before, "after": after})

    def _count(self, sheet: str, sort: str, name: str, facts: Mapping[str, Any]) -> None:
        self.counts.setdefault(sheet, Counter())[sort] += 1
        if len(self.notes) < _MOST_NOTES:
            self.notes.append((sort, name, {"sheet": sheet, **facts}))

    def doubt(self, doubt: Doubt) -> None:
        """Takes a row that may be a stored one."""
        if len(self.doubts) < _MOST_DOUBTS:
            self.doubts.append(doubt)

    def wrong(self, fault: Fault) -> None:
        """Takes a fault."""
        self.faults.add(fault)


def differences(known: Any, wanted: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a row
    """Returns those of the wanted values that a stored row does not have."""
    return {key: value for key, value in wanted.items() if getattr(known, key) != value}


def place_of(table: Table, number: int, key: str = "name") -> str:
    """Returns a cell as people name it: "Chi hội!B17"."""
    return f"{table.title}!{table.letters.get(key, 'A')}{number}"


def path_ids(area: Any) -> Sequence[int]:  # noqa: ANN401 - a row
    """Returns the areas above a stored area and itself."""
    return ids_of(area.path)
