"""The figures of a month: what is counted per place and kind, and what may be shown of it.

A meeting belongs to the month of its period; one of a longer period to the month of its
planned day inside the period, or to the last month where the chapter chooses the day.
What a month owes is stored, chapter by chapter with the reason (`domain.expectations`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Self

from pydantic import TypeAdapter

from domain.calendar import Period
from domain.case_figures import CaseCount

# Fewer chapters than this are never shown by themselves (decision 14).
SMALLEST_CELL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts over regular meetings; they add up.

    Of the `chapters` of a month `meeting` have a meeting in it, `expected` counts those
    meetings; the others are `closed`, `not_founded` yet, `paused`, have none by their calendar
    (`not_this_month`) or keep no record (`not_recorded`). `missing` is overdue, without a
    report. `present` of `room` members came to the `held` meetings; `cadre` of the
    `cadre_asked` meetings had a cadre present.
    """

    chapters: int = 0
    meeting: int = 0
    expected: int = 0
    on_time: int = 0
    late: int = 0
    missing: int = 0
    held: int = 0
    not_held: int = 0
    moved: int = 0
    present: int = 0
    room: int = 0
    cadre: int = 0
    cadre_asked: int = 0
    closed: int = 0
    not_founded: int = 0
    paused: int = 0
    not_this_month: int = 0
    not_recorded: int = 0

    def __add__(self, other: Self) -> "Figures":
        names = (one.name for one in fields(self))
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @property
    def reported(self) -> int:
        """Meetings with a report, in time or not."""
        return self.on_time + self.late

    @property
    def awaited(self) -> int:
        """Meetings without a report that are not overdue."""
        return self.expected - self.reported - self.missing

    @property
    def repeated(self) -> int:
        """Meetings beyond the first of a chapter."""
        return self.expected - self.meeting


def total_of(figures: Iterable[Figures]) -> Figures:
    """Returns the sum."""
    return sum(figures, start=Figures())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The figures of one kind in one place right below the area looked at."""

    place: str
    kind: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """How many meetings of how many chapters had a topic."""

    title: str
    meetings: int
    chapters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyCount:
    """A category: difficulties told in the month's meetings, and all that are open."""

    category: str
    raised: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of one area and month as they stood on a day, beside the month before.

    `cases` are what became of difficulties, whenever they were told.
    """

    area: str
    year: int
    month: int
    as_of: date
    is_final: bool
    cells: tuple[Cell, ...]
    topics: tuple[TopicCount, ...]
    difficulties: tuple[DifficultyCount, ...]
    before: Figures
    cases: CaseCount = field(default_factory=CaseCount)

    @property
    def period(self) -> Period:
        """The month."""
        return Period(self.year, self.month)

    @property
    def total(self) -> Figures:
        """The figures of the whole area."""
        return total_of(cell.figures for cell in self.cells)

    def by_place(self) -> dict[str, Figures]:
        """Returns the figures of each place, in the order of the cells."""
        return _grouped((cell.place, cell.figures) for cell in self.cells)

    def by_kind(self) -> dict[str, Figures]:
        """Returns the figures of each kind, in the order of the cells."""
        return _grouped((cell.kind, cell.figures) for cell in self.cells)


_SUMMARY = TypeAdapter(Summary)


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """Returns the summary as plain JSON values."""
    values: dict[str, Any] = _SUMMARY.dump_python(summary, mode="json")
    return values


def _grouped(pairs: Iterable[tuple[str, Figures]]) -> dict[str, Figures]:
    found: dict[str, Figures] = {}
    for name, figures in pairs:
        found[name] = found.get(name, Figures()) + figures
    return found


def showable(rows: Mapping[str, Figures]) -> tuple[dict[str, Figures], Figures]:
    """Returns the rows that may be shown, and the sum of the rest ("others").

    A row needs three chapters that meet. What is left over must not be worked out by
    subtraction either: the smallest rows join it until it holds three, or nobody.
    """
    shown = {name: row for name, row in rows.items() if row.meeting >= SMALLEST_CELL}
    rest = total_of(row for name, row in rows.items() if name not in shown)
    while shown and 0 < rest.meeting < SMALLEST_CELL:
        smallest = min(shown, key=lambda name: shown[name].meeting)
        rest += shown.pop(smallest)
    return shown, rest


def rate(part: int, whole: int) -> float | None:
    """Returns the share in per cent, None of nothing."""
    return 100 * part / whole if whole else None
