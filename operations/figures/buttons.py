"""The buttons of overviews, targets, counters and events."""

from dataclasses import dataclass, replace
from typing import Self

from domain.buttons import Button, PlaceView, View
from domain.chapter_events import EventKind
from domain.indicators import Indicator, Sense
from domain.reporting_span import Span


class OverviewView(View, task="overview", written=("period", "place", "kind", "page")):
    """Who has reported in a place and month."""


class OverviewOfPlace(OverviewView, letter="a"):
    """What is right below it."""


class OverviewAsToday(OverviewView, letter="t"):
    """What is right below it now, whatever lay there in that month."""


class OverviewByKind(OverviewView, letter="k"):
    """By kinds of chapters."""


class MissingReports(OverviewView, letter="m"):
    """The chapters whose report is overdue."""


class SentReports(OverviewView, letter="r"):
    """The chapters that have reported."""


class MissingInCare(MissingReports, written=("period",)):
    """The chapters in somebody's care whose report is overdue."""


OVERVIEWS = (OverviewOfPlace, OverviewAsToday, OverviewByKind, MissingReports, SentReports)


@dataclass(frozen=True, kw_only=True)
class TargetsOfPlace(PlaceView, task="targets", separator="_", written=("span", "place", "page")):
    """The indicators of a place and span."""

    span: Span

    def at_span(self, span: Span) -> Self:
        """The same in another span, from its first page."""
        return replace(self, span=span, page=1)


@dataclass(frozen=True)
class SetTargets(Button, task="targets", letter="s", separator="_"):
    """Sets the targets of a place and span."""

    span: Span
    place: int


@dataclass(frozen=True)
class OfferedTarget(Button, letter="t", separator="."):
    """A target that is changed: of all kinds and the place's own where these are 0."""

    indicator: Indicator
    kind: int
    programme: int


@dataclass(frozen=True)
class OfferedIndicator(Button, letter="i"):
    """What a new target is about."""

    indicator: Indicator


@dataclass(frozen=True)
class IndicatorPage(Button, letter="p"):
    """A page of what a new target can be about."""

    page: int


@dataclass(frozen=True)
class OfferedKind(Button, letter="k"):
    """The kind of chapters that a new target is for, 0 for all."""

    kind: int


@dataclass(frozen=True)
class OfferedProgramme(Button, letter="g"):
    """The programme that a new target belongs to, 0 for the place's own."""

    programme: int


@dataclass(frozen=True)
class OfferedSense(Button, letter="s"):
    """Whether a new target is a least or a most."""

    sense: Sense


@dataclass(frozen=True)
class UndoTarget(Button, letter="u"):
    """Takes a change of a target back."""

    change: int


class CounterBoardView(View, task="counters", letter="b", written=("period", "place", "page")):
    """The figures of a place and quarter, and who has not given any."""


@dataclass(frozen=True)
class GiveCounters(Button, task="counters", letter="c"):
    """Asks for the figures of a chapter."""

    chapter: int


@dataclass(frozen=True)
class OfferedFigure(Button, letter="v"):
    """A figure that an open question offers."""

    figure: int


@dataclass(frozen=True)
class EventsOfChapter(Button, task="event", letter="c"):
    """What happened to a chapter."""

    chapter: int


@dataclass(frozen=True)
class NoteEvent(Button, task="event", letter="c", separator="-"):
    """Writes something down that happened to a chapter."""

    chapter: int
    kind: EventKind


@dataclass(frozen=True)
class UndoEvent(Button, task="event", letter="u"):
    """Takes it back."""

    event: int


@dataclass(frozen=True)
class EventChapters(Button, task="event", letter="p"):
    """A page of the chapters to choose from."""

    page: int


EVENT_BUTTONS = (NoteEvent, EventsOfChapter, UndoEvent, EventChapters)


class ConfirmView(View, task="confirm", written=("period", "place", "page")):
    """How far a month is confirmed."""


class ConfirmationsOfPlace(ConfirmView, letter="a"):
    """At a place, and which places right below have not confirmed it."""


class ConfirmFigures(ConfirmView, letter="y"):
    """Confirms the figures of one's own place."""
