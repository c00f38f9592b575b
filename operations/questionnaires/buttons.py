"""The buttons of questionnaires: of who asks, and of who answers."""

from dataclasses import dataclass
from datetime import date

from domain.buttons import Button
from domain.calendar import Period
from domain.questionnaires.examples import Example


class AskButton(Button, task="survey", separator="-"):
    """Leads to what somebody asks of chapters."""


@dataclass(frozen=True)
class AskedList(AskButton, letter="l"):
    """A page of what was asked."""

    page: int = 1


class NewQuestion(AskButton, letter="n"):
    """Begins a question."""


class NewForm(AskButton, letter="f"):
    """Begins with an office's own questions, as an XLSForm."""


@dataclass(frozen=True)
class OfQuestionnaire(AskButton):
    """Does something with one questionnaire."""

    questionnaire: int


class FollowAnswers(OfQuestionnaire, letter="v"):
    """How many have answered, and what."""


@dataclass(frozen=True)
class FollowReports(OfQuestionnaire, letter="M"):
    """What was answered with the reports of a month."""

    month: Period


class GoOnAsking(OfQuestionnaire, letter="g"):
    """Goes on with one that was not sent."""


class RemindOnce(OfQuestionnaire, letter="r"):
    """Reminds those who have not answered."""


class AskToClose(OfQuestionnaire, letter="c"):
    """Asks whether it is to be closed."""


class CloseNow(OfQuestionnaire, letter="C"):
    """Takes no more answers."""


class NextVersion(OfQuestionnaire, letter="f"):
    """Asks for an XLSForm that is to be its next version."""


class WriteForm(OfQuestionnaire, letter="x"):
    """Hands it out as an XLSForm."""


class TableOfAnswers(OfQuestionnaire, letter="s"):
    """Hands the answers out as a workbook."""


class TryAnswers(OfQuestionnaire, letter="t"):
    """Answers it for a try: nothing is kept."""


@dataclass(frozen=True)
class MissingAnswers(OfQuestionnaire, letter="m"):
    """A page of the chapters that have not answered, and whom to phone."""

    page: int = 1


@dataclass(frozen=True)
class GivenWords(OfQuestionnaire, letter="w"):
    """A page of what was answered in words."""

    page: int = 1


@dataclass(frozen=True)
class GivenWithReports(OfQuestionnaire, letter="W"):
    """A page of what was answered in words with the reports of a month."""

    month: Period
    page: int = 1


ASK_BUTTONS = (
    AskedList,
    NewQuestion,
    NewForm,
    NextVersion,
    WriteForm,
    TableOfAnswers,
    FollowAnswers,
    FollowReports,
    GoOnAsking,
    RemindOnce,
    AskToClose,
    CloseNow,
    TryAnswers,
    MissingAnswers,
    GivenWords,
    GivenWithReports,
)


@dataclass(frozen=True)
class AnswerSheet(Button, task="answer", letter="q", separator="-"):
    """Answers a questionnaire for a chapter, or corrects what was answered."""

    questionnaire: int
    chapter: int


@dataclass(frozen=True)
class TakeHeardAnswer(Button, task="answer", letter="h", separator="-"):
    """What was heard in a recording answers the question at which it was sent."""

    questionnaire: int
    chapter: int
    file: int


class AnswerList(Button, task="answer", letter="l"):
    """What one's own chapters are asked."""


ANSWER_BUTTONS = (AnswerSheet, TakeHeardAnswer, AnswerList)


@dataclass(frozen=True)
class TakeExample(Button, letter="x"):
    """An example of an XLSForm, to begin with."""

    example: Example


@dataclass(frozen=True)
class TickKind(Button, letter="k"):
    """A kind of chapters in a list of ticks."""

    kind: int


@dataclass(frozen=True)
class OfProgramme(Button, letter="p"):
    """Questions are asked where and while a programme is tried out."""

    programme: int


class NoProgramme(Button, letter="a"):
    """Questions belong to no programme."""


class NoLastDay(Button, letter="e"):
    """Questions are asked until somebody ends them."""


@dataclass(frozen=True)
class TermOption(Button, letter="d"):
    """The last day on which a question can be answered."""

    day: date
