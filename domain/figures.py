"""The figures of a month: what is counted per place and kind, and what may be shown of it.

A meeting belongs to the month of its period; one of a longer period to the month of its
planned day inside the period, or to the last month where the chapter chooses the day.
What a month owes is stored, chapter by chapter with the reason (`domain.expectations`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter
from typing import Any, Self, TypeVar

from pydantic import TypeAdapter

from domain.calendar import Period
from domain.case_figures import CaseCount

# Fewer chapters than this are never shown by themselves (decision 14).
SMALLEST_CELL = 3

K = TypeVar("K")
T = TypeVar("T", "Figures", "TopicCount", "DifficultyCount")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts over regular meetings; they add up.

    Of the `chapters` of a month `meeting` have a meeting in it, `expected` counts those
    meetings; the others are `closed`, `not_founded` yet, `paused`, have none by their calendar
    (`not_this_month`) or keep no record (`not_recorded`). `missing` is overdue, without a
    report. `present` of `room` members came to the `held` meetings. Of the `cadre_asked`
    meetings, that had a cadre assigned, `cadre` were confirmed by the cadre or a substitute;
    `cadre_told` says of how many the chapter told so. Of the held ones so many were on the
    planned day (`on_day`), had a `topic`, a `discussion`, a `dialogue`; so many reports bear
    `proposals`.
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
    cadre_told: int = 0
    cadre_asked: int = 0
    on_day: int = 0
    topic: int = 0
    discussion: int = 0
    dialogue: int = 0
    proposals: int = 0
    closed: int = 0
    not_founded: int = 0
    paused: int = 0
    not_this_month: int = 0
    not_recorded: int = 0

    def __add__(self, other: Self) -> "Figures":
        return total_of((self, other))

    @property
    def reported(self) -> int:
        """Meetings with a report, in time or not."""
        return self.on_time + self.late

    @property
    def due(self) -> int:
        """Meetings that are reported or overdue: what shares of a running month are of."""
        return self.reported + self.missing

    @property
    def awaited(self) -> int:
        """Meetings without a report that are not overdue."""
        return self.expected - self.reported - self.missing

    @property
    def repeated(self) -> int:
        """Meetings beyond the first of a chapter."""
        return self.expected - self.meeting


_NAMES = tuple(field.name for field in fields(Figures))
_numbers = attrgetter(*_NAMES)


def total_of(figures: Iterable[Figures]) -> Figures:
    """Returns the sum."""
    rows = [_numbers(figure) for figure in figures]
    return Figures(**dict(zip(_NAMES, map(sum, zip(*rows, strict=True)), strict=bool(rows))))


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

    def __add__(self, other: Self) -> "TopicCount":
        return TopicCount(
            title=self.title,
            meetings=self.meetings + other.meetings,
            chapters=self.chapters + other.chapters,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DifficultyCount:
    """A category: difficulties told in the month's meetings, and all that are open."""

    category: str
    raised: int
    open: int

    def __add__(self, other: Self) -> "DifficultyCount":
        return DifficultyCount(
            category=self.category,
            raised=self.raised + other.raised,
            open=self.open + other.open,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What reports tell beside figures: topics, difficulties, and what became of these."""

    topics: tuple[TopicCount, ...] = ()
    difficulties: tuple[DifficultyCount, ...] = ()
    cases: CaseCount = field(default_factory=CaseCount)

    def __add__(self, other: Self) -> "Told":
        return Told(
            topics=sum_topics((*self.topics, *other.topics)),
            difficulties=sum_difficulties((*self.difficulties, *other.difficulties)),
            cases=self.cases + other.cases,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted of one kind in one part of a place, or in one area itself; it adds up."""

    area_id: int
    kind_id: int
    kind: str
    association: str
    figures: Figures = field(default_factory=Figures)
    told: Told = field(default_factory=Told)


def sum_by(counted: Iterable[Counted], key: Callable[[Counted], K]) -> dict[K, Figures]:
    """Returns the sum of what has the same key, in the order of its first."""
    found: dict[K, list[Figures]] = defaultdict(list)
    for month in counted:
        found[key(month)].append(month.figures)
    return {of: total_of(some) for of, some in found.items()}


def sum_topics(counted: Iterable[TopicCount]) -> tuple[TopicCount, ...]:
    """Returns each topic once, the most used first."""
    found = _merged((topic.title, topic) for topic in counted)
    return tuple(sorted(found.values(), key=lambda value: (-value.meetings, value.title)))


def sum_difficulties(counted: Iterable[DifficultyCount]) -> tuple[DifficultyCount, ...]:
    """Returns each category once, by its name."""
    found = _merged((difficulty.category, difficulty) for difficulty in counted)
    return tuple(found[category] for category in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of one area and month as they stood on a day, beside the month before.

    `cases` are what became of difficulties, whenever they were told. `is_hidden` where they
    would give away a chapter beside what is published elsewhere, `with_kinds` where that holds
    for the kinds alone, `with_sums` for the sums of present members and cadres
    (`domain.disclosure`).
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
    is_before_final: bool = True
    cases: CaseCount = field(default_factory=CaseCount)
    is_hidden: bool = False
    with_kinds: bool = True
    with_sums: bool = True

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
        return _merged((cell.place, cell.figures) for cell in self.cells)


_SUMMARY = TypeAdapter(Summary)


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """Returns the summary as plain JSON values."""
    values: dict[str, Any] = _SUMMARY.dump_python(summary, mode="json")
    return values


def summary_from_json(values: Any) -> Summary:  # noqa: ANN401 - whatever is stored
    """Returns a summary as it was stored."""
    return _SUMMARY.validate_python(values)


def _merged(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, figures in pairs:
        found[name] = found[name] + figures if name in found else figures
    return found


def chapters_meeting(figures: Figures) -> int:
    """Returns how many chapters stand behind counts of meetings."""
    return figures.meeting


def chapters_held(figures: Figures) -> int:
    """Returns how many chapters at least stand behind the sums of present members."""
    return max(figures.held - figures.repeated, 0)


def chapters_asked(figures: Figures) -> int:
    """Returns how many chapters at least stand behind the sums of cadres present."""
    return max(figures.cadre_asked - figures.repeated, 0)


def showable(
    rows: Mapping[K, Figures], size: Callable[[Figures], int] = chapters_meeting
) -> tuple[dict[K, Figures], Figures]:
    """Returns the rows that may be shown, and the sum of the rest ("others").

    A row needs three chapters by `size`. What is left over must not be worked out by
    subtraction either: the smallest rows join it until it holds three, or nobody.
    """
    shown = {name: row for name, row in rows.items() if size(row) >= SMALLEST_CELL}
    left = {name: row for name, row in rows.items() if name not in shown}
    while shown and 0 < sum(map(size, left.values())) < SMALLEST_CELL:
        smallest = min(shown, key=lambda name: size(shown[name]))
        left[smallest] = shown.pop(smallest)
    return shown, total_of(left.values())


def share(part: int, whole: int, *, steps: int = 1000) -> int | None:
    """Returns a share in tenths of a per cent (or other `steps`), None of nothing.

    It is rounded, but not to nothing or to the whole where it is neither.
    """
    if not whole:
        return None
    rounded = (2 * part * steps + whole) // (2 * whole)
    return min(max(rounded, 1), steps - 1) if 0 < part < whole else rounded
