"""The buttons of the cadres' tasks."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.buttons import Button, PlaceView, View
from domain.calendar import Period
from domain.duties import Per
from domain.rates import By
from storage.cadres.meeting_grades import Source


class GradeButton(Button, task="grade"):
    """Leads to the grades of meetings."""


@dataclass(frozen=True)
class GradeDay(GradeButton, separator="p"):
    """The meetings of a day."""

    day: date
    page: int = 1


@dataclass(frozen=True)
class _OfMeeting(GradeButton):
    source: ClassVar[Source]
    meeting: int


class LookAsCadre(_OfMeeting, letter="m"):
    """A meeting as its cadre grades it."""

    source = Source.CADRE


class LookAsUnit(_OfMeeting, letter="s"):
    """A meeting as the unit grades itself."""

    source = Source.SELF


class SheetOfCadre(_OfMeeting, letter="p"):
    """The table of points, filled in by the cadre."""

    source = Source.CADRE


class SheetOfUnit(_OfMeeting, letter="q"):
    """The table of points, filled in by the unit."""

    source = Source.SELF


@dataclass(frozen=True)
class _Mark(_OfMeeting):
    version: int
    grade: str


class MarkAsCadre(_Mark, letter="t"):
    """A grade, given by the cadre who saw this version of the one before."""

    source = Source.CADRE


class MarkAsUnit(_Mark, letter="u"):
    """A grade, given by the unit itself."""

    source = Source.SELF


LOOKS = {kind.source: kind for kind in (LookAsCadre, LookAsUnit)}
SHEETS = {kind.source: kind for kind in (SheetOfCadre, SheetOfUnit)}
MARKS = {kind.source: kind for kind in (MarkAsCadre, MarkAsUnit)}
GRADE_BUTTONS = (*LOOKS.values(), *SHEETS.values(), *MARKS.values(), GradeDay)


@dataclass(frozen=True)
class ChangePart(Button, letter="x"):
    """Changes the points of one part of the open table."""

    part: str


@dataclass(frozen=True)
class AttendanceOfDay(Button, task="attendance"):
    """The meetings of a day, to say at which one was."""

    day: date


@dataclass(frozen=True)
class TickMeeting(Button, letter="m"):
    """A meeting in a list of ticks."""

    meeting: int


@dataclass(frozen=True)
class OtherWord(Button, letter="w"):
    """A meeting of which something else than "was there" is to be said."""

    meeting: int


class BoardOfMonth(View, task="board", written=("period", "page")):
    """One's own chapters in a month."""


@dataclass(frozen=True)
class ContactOfMeeting(Button, task="board", letter="c"):
    """Whom to ask for the report of a meeting."""

    meeting: int


class MakeCalendarLink(Button, task="calendar", letter="new"):
    """Makes the link for the calendar of a phone, anew if there is one."""


class RevokeCalendarLink(Button, task="calendar", letter="off"):
    """Takes that link back."""


class DiscrepanciesOfMonth(View, task="contrasts", written=("period", "page")):
    """Where chapter and cadre say different things of the meetings of a month."""


class DutiesOfPlace(PlaceView, task="duties", written=("place", "page")):
    """The duties of a place."""


@dataclass(frozen=True)
class NewDuty(Button, task="duties", letter="n"):
    """Asks for a duty of a place."""

    place: int


@dataclass(frozen=True)
class EndDuty(Button, task="duties", letter="e"):
    """Asks whether a duty is to end."""

    duty: int


DUTY_BUTTONS = (NewDuty, EndDuty, DutiesOfPlace)


@dataclass(frozen=True)
class DutyOption(Button, letter="a"):
    """A place, kind or cadre that a new duty is for, 0 for all."""

    number: int


@dataclass(frozen=True)
class DutyOptions(Button, letter="p."):
    """A page of them."""

    page: int


@dataclass(frozen=True)
class OftenOption(Button, separator="-"):
    """How many visits in which time."""

    visits: int
    per: Per


class RatesView(View, task="rates", written=("period", "place", "page")):
    """The rates of attendance of a place, by its parts."""

    by: ClassVar[By]


class RatesByArea(RatesView, letter="a"):
    """By what is right below it."""

    by = By.AREA


class RatesByAssociation(RatesView, letter="k"):
    """By associations."""

    by = By.ASSOCIATION


class RatesByChapter(RatesView, letter="c"):
    """By chapters."""

    by = By.CHAPTER


class RatesOfChapter(View, task="rates", letter="h", written=("period", "place", "page")):
    """The rates of a single chapter, whose number stands for the place."""


RATES = (RatesByArea, RatesByAssociation, RatesByChapter)


@dataclass(frozen=True)
class SchedulePage(Button, task="schedule"):
    """A page of the meetings ahead."""

    page: int = 1


class TurnoutOfMonth(View, task="turnout", written=("period", "page")):
    """Attended of assigned in a month."""

    months: ClassVar[int] = 1


class TurnoutOfQuarter(TurnoutOfMonth, letter="q"):
    """Attended of assigned in the quarter of a month."""

    months = 3


class VisitButton(Button, task="visits", separator="-"):
    """Leads to the meetings that one is to attend."""


@dataclass(frozen=True)
class VisitList(VisitButton):
    """A page of them."""

    page: int


@dataclass(frozen=True)
class _OfVisit(VisitButton):
    meeting: int


class ShowVisit(_OfVisit, letter="m"):
    """One meeting."""


class VisitSheet(_OfVisit, letter="b"):
    """What to know before it."""


class AttendVisit(_OfVisit, letter="y"):
    """Says that one will attend; asks first where another meeting is at the same time."""


class AttendBoth(_OfVisit, letter="d"):
    """Says that one will attend although another meeting is at the same time."""


class DeclineVisit(_OfVisit, letter="n"):
    """Says that one cannot attend."""


@dataclass(frozen=True)
class AttendInstead(_OfVisit, letter="o"):
    """Says that one will attend, and not the other meeting at the same time."""

    other: int


@dataclass(frozen=True)
class ChooseSubstitute(_OfVisit, letter="s"):
    """Asks who is sent."""

    page: int = 1


@dataclass(frozen=True)
class SendSubstitute(_OfVisit, letter="t"):
    """Sends somebody."""

    person: int


VISIT_BUTTONS = (
    ShowVisit,
    VisitSheet,
    AttendVisit,
    AttendBoth,
    DeclineVisit,
    AttendInstead,
    ChooseSubstitute,
    SendSubstitute,
    VisitList,
)


@dataclass(frozen=True)
class VisitPlanOfMonth(Button, task="visitplan"):
    """The visits proposed for a month."""

    month: Period


@dataclass(frozen=True)
class OtherMonth(Button, letter="o"):
    """Leaves the open plan for that of another month."""

    month: Period


@dataclass(frozen=True)
class PlanPage(Button, letter="p"):
    """A page of the meetings in an open plan."""

    page: int


class YearButton(Button, task="yeargrade"):
    """Leads to the levels of a year; the year 0 is the usual one."""

    year: int


@dataclass(frozen=True)
class YearOfOwn(YearButton, letter="o."):
    """The chapters that one reports for."""

    year: int


@dataclass(frozen=True)
class YearOfPlace(YearButton, letter="a"):
    """A place with its chapters; 0 is the only one in care, or asks which."""

    place: int = 0
    year: int = 0
    page: int = 1


@dataclass(frozen=True)
class YearOfChapter(YearButton, letter="c"):
    """A chapter."""

    chapter: int
    year: int = 0


@dataclass(frozen=True)
class SettleYear(YearButton, letter="g"):
    """Settles a chapter's level, named by its place on the scale, for who saw this version."""

    chapter: int
    year: int
    version: int
    level: int


YEAR_BUTTONS = (YearOfOwn, YearOfPlace, YearOfChapter, SettleYear)
