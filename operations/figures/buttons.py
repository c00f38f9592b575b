"""The buttons of overviews, targets, counters and events."""

from dataclasses import dataclass, replace
from typing import Self

from domain.buttons import Button, PlaceView, View
from domain.chapter_events import EventKind
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
