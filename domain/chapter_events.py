"""What happened to a chapter and is told of in numbers: strengthened, commended."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

# As long as a change of a chapter can be taken back.
UNDO_FOR = timedelta(days=1)
LONGEST_NOTE = 300
MOST = 999


class EventKind(StrEnum):
    """What is written down by hand; that a head was replaced is known from the posts."""

    STRENGTHENED = "strengthened"
    COMMENDED = "commended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEvent:
    """Something that happened to a chapter on a day, so many times; the note names nobody."""

    id: int
    chapter_id: int
    day: date
    kind: EventKind
    number: int
    note: str
    person_id: int | None
    at: datetime

    def may_be_undone(self, now: datetime) -> bool:
        """True for a day after it was written down."""
        return now - self.at <= UNDO_FOR
