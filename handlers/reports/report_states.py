"""Where the report talk stands: before the form, or in it."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from domain.talks import TaskState

# The task in charge of the talk.
TASK = "report"


class Question(StrEnum):
    """What is asked before the form opens."""

    WHICH_MEETING = "choose"
    GO_ON = "resume"
    TYPE_ANYWAY = "typing"
    WHICH_DRAFT = "beside"


class BeforeForm(TaskState):
    """A question before the form, of one meeting once that is known."""

    phase: Question
    meeting: int = 0


class Filling(TaskState):
    """The form of a meeting's report is open at a question.

    `caption` are words written with a photo that no question has taken yet; `answered` is which
    question each message answered, `offered` the draft before words that may call a task.
    """

    phase: Literal["form"] = "form"
    meeting: int
    question: str = ""
    caption: str = ""
    answered: dict[str, str] = Field(default_factory=dict)
    offered: dict[str, Any] | None = None
