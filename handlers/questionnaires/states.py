"""Where the talk stands of who asks, and of who answers."""

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from domain.questionnaires.urgent import Sort
from domain.talks import TaskState


class AskStep(StrEnum):
    """What is asked of a new question."""

    SCOPE = "scope"
    WORDS = "words"
    SORT = "sort"
    OPTIONS = "options"


class AskPlan(TaskState):
    """A question that is being put together; `wanted` are words by which it is looked for whom."""

    step: AskStep = AskStep.SCOPE
    wanted: str = ""
    scope: str = ""
    words: str = ""
    sort: Sort | None = None


class AskForm(TaskState):
    """A workbook with questions is waited for: for a scope, or as a next version.

    `files` says that what is sent belongs to this talk.
    """

    form: Literal[True] = True
    wanted: str = ""
    scope: str = ""
    questionnaire: int = 0
    files: bool = True


class AskDraft(TaskState):
    """A prepared questionnaire: its term is asked for, or the word to send it.

    Or from which meetings on it is asked with reports, and once that is known until when; or
    of which kinds of chapters, those ticked so far, or for which programme.
    """

    questionnaire: int
    asks_term: bool = False
    asks_days: bool = False
    begins_on: date | None = None
    kinds: list[int] | None = None
    asks_programme: bool = False


class Answering(TaskState):
    """A questionnaire is open at a question, for a chapter; `edition` is the one corrected."""

    phase: Literal["form"] = "form"
    questionnaire: int
    chapter: int
    edition: int
    question: str = ""


class Trying(TaskState):
    """A questionnaire is tried: the talk is kept here, and nowhere else."""

    phase: Literal["trial"] = "trial"
    questionnaire: int
    talk: dict[str, Any]
    question: str = ""
