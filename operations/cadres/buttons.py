"""The buttons of the cadres' tasks."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.buttons import Button
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
