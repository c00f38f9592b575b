"""The buttons of difficulties: a desk's, a chapter's own, and their figures."""

from dataclasses import dataclass

from domain.buttons import Button, View


class CaseButton(Button, task="case"):
    """Leads to difficulties on one's desk."""


class OwnCaseButton(Button, task="owncase"):
    """Leads to what one's own chapter told of."""


@dataclass(frozen=True)
class ListWorkedOn(CaseButton, letter="p"):
    """A page of the cases that are worked on."""

    page: int


@dataclass(frozen=True)
class ListAnswered(CaseButton, letter="w"):
    """A page of the cases that are answered."""

    page: int


@dataclass(frozen=True)
class ListSolved(CaseButton, letter="s"):
    """A page of the cases that are solved."""

    page: int


@dataclass(frozen=True)
class OpenCase(CaseButton):
    """A case."""

    case: int


@dataclass(frozen=True)
class ShowPhotos(CaseButton, letter="f"):
    """The photos of a case."""

    case: int


@dataclass(frozen=True)
class SendPhotos(CaseButton, letter="g"):
    """Waits for photos of a case."""

    case: int


@dataclass(frozen=True)
class PlayVoices(CaseButton, letter="h"):
    """The recordings that tell of a case."""

    case: int


@dataclass(frozen=True)
class ListAlike(CaseButton, letter="j"):
    """The cases that could be answered together with one."""

    case: int


@dataclass(frozen=True)
class ActOnCase(CaseButton, separator="-"):
    """Does something to a case as it was seen in this version."""

    case: int
    version: int = 0


class AnswerCase(ActOnCase, letter="r"):
    """Answers it."""


class AdviseOnCase(ActOnCase, letter="a"):
    """Advises on it."""


class PassCaseUp(ActOnCase, letter="u"):
    """Passes it to the level above."""


class SendCaseDown(ActOnCase, letter="d"):
    """Sends it back to the level below."""


class SetCaseDue(ActOnCase, letter="t"):
    """Sets the day by which it is to be answered."""


@dataclass(frozen=True)
class JoinCase(CaseButton, letter="k", separator="-"):
    """Answers another case together with one."""

    case: int
    version: int
    other: int


@dataclass(frozen=True)
class SeparateCase(JoinCase, letter="x"):
    """Answers it by itself again."""


WRITINGS = (AnswerCase, AdviseOnCase, PassCaseUp, SendCaseDown, SetCaseDue)
CASE_BUTTONS = (
    OpenCase,
    *WRITINGS,
    ListWorkedOn,
    ListAnswered,
    ListSolved,
    ShowPhotos,
    SendPhotos,
    PlayVoices,
    ListAlike,
    JoinCase,
    SeparateCase,
)


@dataclass(frozen=True)
class ListOwnCases(OwnCaseButton, letter="p"):
    """A page of what one's own chapter told of."""

    page: int


@dataclass(frozen=True)
class OpenOwnCase(OwnCaseButton):
    """A case of one's own chapter."""

    case: int


@dataclass(frozen=True)
class ShowOwnPhotos(OwnCaseButton, letter="f"):
    """Its photos."""

    case: int


@dataclass(frozen=True)
class SendOwnPhotos(OwnCaseButton, letter="g"):
    """Waits for photos of it."""

    case: int


@dataclass(frozen=True)
class PlayOwnVoices(OwnCaseButton, letter="h"):
    """The recordings that tell of it."""

    case: int


@dataclass(frozen=True)
class JudgeCase(OwnCaseButton, separator="-"):
    """The chapter's word on a case as it was seen in this version."""

    case: int
    version: int = 0


class CallSolved(JudgeCase, letter="y"):
    """It is solved."""


class CallUnsolved(JudgeCase, letter="n"):
    """It is not solved yet."""


class SayMore(JudgeCase, letter="r"):
    """Says more of it."""


OWN_CASE_BUTTONS = (
    OpenOwnCase,
    CallSolved,
    CallUnsolved,
    SayMore,
    ListOwnCases,
    ShowOwnPhotos,
    SendOwnPhotos,
    PlayOwnVoices,
)


class CaseFiguresView(View, task="casefigs", written=("period", "place", "page")):
    """The figures of difficulties of a place and period; place 0 is all in reach."""


class FiguresByCategory(CaseFiguresView, letter="c"):
    """By category."""


class FiguresByPlace(CaseFiguresView, letter="a"):
    """By what is below the place."""


class CaseFiguresButton(Button, task="casefigs"):
    """Leads to what places tell alike, and to the terms of answers."""


@dataclass(frozen=True)
class ListThemes(CaseFiguresButton, letter="t"):
    """A page of what several places tell alike."""

    page: int


class ChooseTerms(CaseFiguresButton, letter="l"):
    """Asks for which place the terms are to be shown."""


@dataclass(frozen=True)
class OpenTerms(CaseFiguresButton, letter="l"):
    """The terms of a place."""

    area: int


@dataclass(frozen=True)
class ChangeTerm(CaseFiguresButton, letter="l", separator="-"):
    """Changes the term of one level of a place."""

    area: int
    level: int
