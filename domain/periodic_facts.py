"""All that a report on a place and span says, as facts: it rests on nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from domain.chapter_events import EventKind
from domain.figures import Figures, total_of
from domain.indicators import Figure, Indicator, Sense
from domain.records import DifficultyState
from domain.report import PROPOSAL
from domain.reporting_span import Span, parse_span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """One report that figures rest on; `flags` name the figures it counts for.

    `topic` is what the meeting was about, `reason` why it was not held or not on its day;
    `present` of `room` members came.
    """

    number: str
    chapter: str
    area: str
    month: str
    flags: frozenset[str]
    topic: str = ""
    reason: str = ""
    present: int = 0
    room: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """A difficulty or proposal that a report told of; "" is the text of one that was spoken."""

    number: str
    chapter: str
    category: str
    text: str
    state: DifficultyState
    is_overdue: bool = False

    @property
    def is_proposal(self) -> bool:
        """True for what a chapter proposes, which is no difficulty."""
        return self.category == PROPOSAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldExemplar:
    """A model with the days in the span on which it was registered and recognised."""

    name: str
    chapter: str
    was_registered: bool
    was_recognised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """What was written down of a chapter on a day."""

    kind: EventKind
    chapter: str
    day: date
    number: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCadre:
    """How often a cadre, or somebody sent, was at the meetings they were assigned to."""

    name: str
    assigned: int
    attended: int
    sent: int
    excused: int
    clashing: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units of a kind on the last day, and how many members they have by the directory."""

    kind: str
    units: int
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The figures of one part: a place right below, a kind, or (`is_own`) the place by itself."""

    name: str
    figures: Figures
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAim:
    """A target with the figure held to it; `met` is None while there is none."""

    value: int
    sense: Sense
    kind: str
    figure: Figure
    met: bool | None
    programme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldIndicator:
    """An indicator now, in the span before, a year before, and what is aimed at."""

    indicator: Indicator
    now: Figure
    before: Figure
    year_before: Figure
    aims: tuple[ToldAim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """A place where a programme is tried out, with its indicators beside those of the rest."""

    name: str
    figures: tuple[tuple[Indicator, Figure], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicFacts:
    """The facts of a place and span as of a day, of one association or of all ("").

    `by_place_now` is there where it differs: by where places lie as of that day.
    """

    place: str
    level: str
    association: str
    span: str
    as_of: date
    is_final: bool
    units: tuple[Units, ...] = ()
    by_place: tuple[Part, ...] = ()
    by_place_now: tuple[Part, ...] = ()
    by_kind: tuple[Part, ...] = ()
    lines: tuple[ToldIndicator, ...] = ()
    programmes: tuple[str, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    topics_issued: tuple[str, ...] = ()
    reports: tuple[SourceReport, ...] = ()
    cases: tuple[ToldCase, ...] = ()
    proposals: tuple[ToldCase, ...] = ()
    exemplars: tuple[ToldExemplar, ...] = ()
    events: tuple[ToldEvent, ...] = ()
    missing: tuple[str, ...] = ()
    cadres: tuple[ToldCadre, ...] = ()

    @property
    def total(self) -> Figures:
        """The figures of the whole place."""
        return total_of(part.figures for part in self.by_kind)

    @property
    def when(self) -> Span:
        """The span."""
        return parse_span(self.span)

    def line(self, indicator: Indicator) -> ToldIndicator:
        """Returns what is told of an indicator."""
        return next(line for line in self.lines if line.indicator is indicator)

    def numbers(self, flag: str = "") -> tuple[str, ...]:
        """Returns the numbers of the reports of which something holds, or of all."""
        return tuple(report.number for report in self.reports if not flag or flag in report.flags)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is another than before; the values are hundredths, None for nothing told."""

    indicator: Indicator
    before: Figure
    after: Figure


def compare(before: PeriodicFacts, after: PeriodicFacts) -> tuple[Difference, ...]:
    """Returns the indicators that differ between two versions, in their order."""
    old: Mapping[Indicator, Figure] = {
        indicator.indicator: indicator.now for indicator in before.lines
    }
    return tuple(
        Difference(indicator.indicator, old[indicator.indicator], indicator.now)
        for indicator in after.lines
        if indicator.indicator in old and old[indicator.indicator] != indicator.now
    )


_FACTS = TypeAdapter(PeriodicFacts)


def facts_to_json(facts: PeriodicFacts) -> dict[str, Any]:
    """Returns the facts as plain JSON values."""
    values: dict[str, Any] = _FACTS.dump_python(facts, mode="json")
    return values


def facts_from_json(values: Any) -> PeriodicFacts:  # noqa: ANN401 - whatever is stored
    """Returns facts as they were stored."""
    return _FACTS.validate_python(values)


def list_best(parts: Iterable[Part]) -> list[Part]:
    """Returns the parts in which everything due was reported in time, the largest first."""
    found = [
        part for part in parts if part.figures.due and part.figures.on_time == part.figures.due
    ]
    return sorted(found, key=lambda value: (-value.figures.due, value.name))


def list_behind(parts: Iterable[Part], *, most: int) -> list[Part]:
    """Returns the parts with overdue reports, the largest share first."""
    found = [part for part in parts if part.figures.missing]
    return sorted(
        found, key=lambda value: (-value.figures.missing / value.figures.due, value.name)
    )[:most]
