"""Where the talk about a topic stands that is prepared or corrected."""

from enum import StrEnum

from domain.calendar import Period
from domain.talks import TaskState
from domain.topics import TopicField
from operations.turn import Turn


class TopicPlan(TaskState):
    """When and for whom a topic is to be; its title begins the draft.

    `wanted` are the words by which it is looked for whom it is for.
    """

    period: Period | None = None
    scope: str = ""
    wanted: str = ""


class DraftStep(StrEnum):
    """What is asked of a draft: words of a field, files, the word on the whole, other words."""

    WORDS = "words"
    FILES = "files"
    REVIEW = "review"
    EDIT = "edit"


class TopicDraft(TaskState):
    """A topic that is being prepared; `field` is asked for, `written` was answered before it.

    `files` says that what is sent belongs to this talk.
    """

    topic: int
    step: DraftStep = DraftStep.REVIEW
    field: TopicField = TopicField.TITLE
    written: TopicField | None = None
    files: bool = True


class Correction(TaskState):
    """A part of a topic that went out, with its words before and those to come."""

    topic: int
    field: TopicField
    version: int
    before: str
    words: str | None = None


def topic_state(turn: Turn) -> TopicPlan | TopicDraft | Correction:
    """Returns where the talk stands."""
    return turn.state(Correction, TopicDraft, TopicPlan)


def find_draft(turn: Turn) -> int | None:
    """Returns the topic that is being prepared in this talk, None for any other talk."""
    state = topic_state(turn) if turn.talk.handler == "topic" else None
    return state.topic if isinstance(state, TopicDraft) else None
