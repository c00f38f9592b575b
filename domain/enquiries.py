"""Messages from a chapter's leaders to those who look after it, and the answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST = 2000


class Ready(StrEnum):
    """Short answers by one tap; LATER promises one and leaves the message open."""

    CALL = "call"
    AGREED = "agreed"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """One message; `answer` is the last one given, `answered_at` stands once it is settled."""

    id: int
    person_id: int
    chapter_id: int
    topic_id: int | None
    text: str
    at: datetime
    answer: str | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """True while somebody is still to answer."""
        return self.answered_at is None
