"""The buttons that lead to reports, and what is done with those that were sent."""

from dataclasses import dataclass

from domain.buttons import Button


@dataclass(frozen=True)
class OfMeeting(Button):
    """A button about one meeting."""

    meeting: int


class WriteReport(OfMeeting, task="report"):
    """The report of a meeting: begun, gone on with, or corrected."""


class GoOnWithReport(OfMeeting, task="report", letter="g"):
    """The report that was begun, without asking whether to go on."""


@dataclass(frozen=True)
class WriteJointReport(OfMeeting, task="report", separator="-"):
    """A report that takes over what it shares with that of another meeting, the model."""

    model: int


@dataclass(frozen=True)
class CompleteReport(OfMeeting, task="report", separator="@"):
    """One question of a report that was sent, to be answered anew."""

    step: str


REPORT_BUTTONS = (GoOnWithReport, CompleteReport, WriteJointReport, WriteReport)


@dataclass(frozen=True)
class ReportPage(Button, task="history", letter="p"):
    """A page of the reports that were sent."""

    page: int


class SeeReport(OfMeeting, task="history"):
    """The report of a meeting in full."""


class SeePhotos(OfMeeting, task="history", letter="f"):
    """The photos of a report."""


class HearRecordings(OfMeeting, task="history", letter="v"):
    """The recordings of a report."""


HISTORY_BUTTONS = (SeePhotos, HearRecordings, SeeReport, ReportPage)


@dataclass(frozen=True)
class WaitingPage(Button, task="review", letter="p"):
    """A page of the reports that wait for a word."""

    page: int


@dataclass(frozen=True)
class AcceptUsual(Button, task="review", letter="u"):
    """All usual reports that had come by a second, since 1970."""

    second: int


@dataclass(frozen=True)
class _Decide(OfMeeting, task="review"):
    version: int
    seen: int


class AcceptReport(_Decide, letter="a"):
    """A version accepted by who has seen the decision before; 0 where there was none."""


class ReturnReport(_Decide, letter="r"):
    """A version to be completed."""


REVIEW_BUTTONS = (AcceptReport, ReturnReport, AcceptUsual, WaitingPage)


@dataclass(frozen=True)
class LatePage(Button, task="typed", letter="p"):
    """A page of the meetings for which one can enter a report."""

    page: int


@dataclass(frozen=True)
class _SayOfTyped(OfMeeting, task="typed"):
    version: int


class ConfirmTyped(_SayOfTyped, letter="y"):
    """What was typed in one's name is right."""


class DisputeTyped(_SayOfTyped, letter="n"):
    """What was typed in one's name is wrong."""


TYPED_BUTTONS = (ConfirmTyped, DisputeTyped, LatePage)


class AskToReopen(OfMeeting, task="reopen", letter="a"):
    """A leader's wish to have the period of a meeting opened again."""


@dataclass(frozen=True)
class _ReopenFor(Button, task="reopen", letter="c", separator="-"):
    chapter: int


class ReopenChapter(_ReopenFor):
    """A chapter of which a period is to be opened again."""


@dataclass(frozen=True)
class ReopenPeriod(_ReopenFor):
    """A period of a chapter to be opened again, as "2026-11"."""

    period: str


REOPEN_BUTTONS = (AskToReopen, ReopenPeriod, ReopenChapter)


@dataclass(frozen=True)
class AddMeeting(Button, task="extra"):
    """A meeting outside a chapter's plan."""

    chapter: int


class DropMeeting(OfMeeting, task="extra", letter="x"):
    """A meeting outside the plan, taken back."""


EXTRA_BUTTONS = (DropMeeting, AddMeeting)


@dataclass(frozen=True)
class FoundPage(Button, task="search", letter="p"):
    """A page of what was found in reports."""

    page: int


@dataclass(frozen=True)
class TakeHeard(Button, task="told", letter="h"):
    """What was heard in a recording sent at a question, "" where it stands as an answer."""

    file: int
    question: str = ""


@dataclass(frozen=True)
class TakeRead(Button, task="told", letter="f"):
    """What was read in a recording or a photo, to be taken as a report."""

    file: int
