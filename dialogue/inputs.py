"""What can happen to a talk: one small type for each thing a person can send."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Say:
    """A typed text."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button; `question` is the one its prompt asked, where that is known.

    `wanted` says whether a tick is to be there or not, None where only its label was typed.
    """

    key: str
    question: str = ""
    wanted: bool | None = None

    def tick(self, ticked: Collection[T], item: T) -> set[T]:
        """Returns what is ticked after the press of an item's button."""
        is_on = item not in ticked if self.wanted is None else self.wanted
        return {*ticked, item} if is_on else {*ticked} - {item}


@dataclass(frozen=True, slots=True)
class Photos:
    """Stored pictures and pages; an album may come in several. `words` were written with them."""

    attachments: tuple[int, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """A stored recording; `late` if it was sent before the open prompt was delivered."""

    attachment: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class HeardWords:
    """What a recording says, as its speaker confirmed; `attachment` is the recording.

    `question` is the one it was sent at, "" where it stands as an answer already.
    """

    attachment: int
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class UnsupportedInput:
    """Something no question asks for: `sticker`, `location`, `file` or `other`."""

    kind: str = "other"


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text of a message sent earlier; `question` is the one it answered, if known."""

    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """A text typed before the open prompt was delivered; it belongs to the earlier question.

    `question` names that question where the caller knows it better than the talk does.
    """

    text: str
    question: str = ""


Input = Say | Press | Photos | VoiceNote | HeardWords | UnsupportedInput | Edited | Late
