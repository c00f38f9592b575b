"""What the minutes of one meeting say, as its report told it."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPhoto:
    """A photo of a report: when it came, and its checksum."""

    sha256: str
    sent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts:
    """The record of a meeting that was held; "" and None stand for what nobody told.

    `meeting` is what the chapter calls it, `members` whom it counts; `cadre` is whether the
    assigned cadre came, by its key. Difficulties are pairs of category and words.
    """

    chapter: str
    meeting: str
    members: str
    period: str
    number: str
    version: int
    sender: str
    sent: str
    held_on: date
    starts: time | None
    ends: time | None
    place: str
    chair: str
    total: int
    exempt: int
    present: int
    excused: int | None
    unexcused: int | None
    cadre: str
    topic: str
    activities: tuple[str, ...]
    difficulties: tuple[tuple[str, str], ...]
    proposal: str
    best_practice: str
    photos: tuple[ToldPhoto, ...]
