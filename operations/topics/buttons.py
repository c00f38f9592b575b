"""The buttons of topics, enquiries and their answers."""

from dataclasses import dataclass
from enum import StrEnum

from domain.buttons import Button, View
from domain.calendar import Period
from domain.topics import TopicField


class TopicButton(Button, task="topic", separator="-"):
    """Leads to topics."""


@dataclass(frozen=True)
class OfTopic(TopicButton):
    """Does something with one topic."""

    topic: int


class OpenTopic(OfTopic, letter="v"):
    """A topic with its files."""


class FollowTopic(OfTopic, letter="d"):
    """What became of a topic."""


class CopyTopic(OfTopic, letter="c"):
    """Begins the same for the next period."""


class CorrectTopic(OfTopic, letter="e"):
    """Asks what of it is to be corrected."""


class AskWithdrawal(OfTopic, letter="w"):
    """Asks whether it is to be withdrawn."""


class GoOnWithTopic(OfTopic, letter="g"):
    """Goes on with one that is being prepared."""


@dataclass(frozen=True)
class TopicOpeners(OfTopic, letter="o"):
    """Who has opened it."""

    page: int = 1


@dataclass(frozen=True)
class CorrectField(OfTopic, letter="E"):
    """Asks for other words of one of its parts."""

    field: TopicField


@dataclass(frozen=True)
class WithdrawTopic(OfTopic, letter="W"):
    """Withdraws it, for who saw this version."""

    version: int


@dataclass(frozen=True)
class OfferedTopics(TopicButton, letter="m"):
    """The topics for the next meetings of one's own chapters."""

    page: int = 1


class TopicsOfMonth(View, task="topic", letter="l", written=("period", "page")):
    """The topics of a month, as those see them who set them."""


class OwnTopics(View, task="topic", letter="u", written=("period", "page")):
    """What chapters chose by themselves in a month."""


@dataclass(frozen=True)
class ShareTopic(TopicButton, letter="s"):
    """Takes up for all what a chapter chose for its meeting."""

    meeting: int


class NewTopic(TopicButton, letter="n"):
    """Begins a topic."""


TOPIC_BUTTONS = (
    OpenTopic,
    FollowTopic,
    CopyTopic,
    CorrectTopic,
    AskWithdrawal,
    GoOnWithTopic,
    TopicOpeners,
    CorrectField,
    WithdrawTopic,
    OfferedTopics,
    TopicsOfMonth,
    OwnTopics,
    ShareTopic,
    NewTopic,
)


@dataclass(frozen=True)
class PeriodOption(Button):
    """The period that a new topic is for."""

    period: Period


@dataclass(frozen=True)
class ScopePage(Button, letter="p"):
    """A page of whom a new topic can be for."""

    page: int


@dataclass(frozen=True)
class EditField(Button, letter="e-"):
    """Changes a part of a topic that is looked at before it goes out."""

    field: TopicField


@dataclass(frozen=True)
class AskOfChapter(Button, task="enquire", letter="c"):
    """Asks for a message of a chapter."""

    chapter: int


@dataclass(frozen=True)
class AskAboutTopic(Button, task="enquire", letter="t"):
    """Asks for a message about a topic."""

    topic: int


@dataclass(frozen=True)
class SendFor(Button, letter="s"):
    """Sends the open message for a chapter."""

    chapter: int


class SendUrgently(SendFor, letter="u"):
    """Sends it to be told at once."""


class MessageButton(Button, task="messages", separator="-"):
    """Leads to messages of leaders."""


@dataclass(frozen=True)
class WaitingMessages(MessageButton, letter="p"):
    """A page of those that wait, or of one's own."""

    page: int = 1


@dataclass(frozen=True)
class AnsweredMessages(MessageButton, letter="d"):
    """A page of those that were answered."""

    page: int = 1


@dataclass(frozen=True)
class ShowMessage(MessageButton):
    """One message."""

    message: int


class FileSort(StrEnum):
    """What came with a message."""

    RECORDINGS = "h"
    PHOTOS = "f"


@dataclass(frozen=True)
class MessageFiles(MessageButton):
    """What came with a message, of one sort."""

    message: int
    sort: FileSort


# An answer in one's own words, in place of a ready one's number.
IN_WORDS = "w"


@dataclass(frozen=True)
class AnswerMessage(MessageButton):
    """Answers a message for who saw this version: by a ready answer's number, or in words."""

    message: int
    version: int
    answer: str


MESSAGE_BUTTONS = (
    WaitingMessages,
    AnsweredMessages,
    AnswerMessage,
    MessageFiles,
    ShowMessage,
)
