"""Visits of meetings by those assigned: what they say beforehand, and which meetings clash."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

# Where a place says nothing of its own.
USUAL_TRAVEL_MIN = 15
LONGEST_WAY = timedelta(hours=4)


class Intent(StrEnum):
    """What a cadre says of a meeting still to come."""

    COMING = "coming"
    DECLINED = "declined"
    SENDING = "sending"


class TimedMeeting(Protocol):
    """Whatever has a place on the calendar."""

    @property
    def meeting_id(self) -> int:
        """Which meeting it is."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def start_time(self) -> str:
        """The planned beginning, as "19:00"."""

    @property
    def duration_min(self) -> int:
        """The planned length."""

    @property
    def place(self) -> str:
        """Where it is, empty where that is not known."""

    @property
    def travel_min(self) -> int:
        """How long the way to another meeting takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A meeting ahead and a cadre assigned to it, with the word given so far.

    With SENDING `substitute_id` goes in the cadre's place.
    """

    meeting_id: int
    chapter_id: int
    chapter_name: str
    area_name: str
    day: date
    start_time: str
    duration_min: int
    place: str
    person_id: int
    person_name: str
    travel_min: int = 0
    intent: Intent | None = None
    substitute_id: int | None = None
    substitute_name: str | None = None

    @property
    def people(self) -> tuple[int, ...]:
        """The cadre, and who is sent."""
        sent = () if self.substitute_id is None else (self.substitute_id,)
        return (self.person_id, *sent)

    def may_go(self, person_id: int) -> bool:
        """True for who goes or has not said otherwise."""
        if self.intent is Intent.SENDING:
            return person_id == self.substitute_id
        return person_id == self.person_id and self.intent is not Intent.DECLINED


def starts_at(timed: TimedMeeting) -> datetime:
    """Returns the planned beginning on the local clock, without a zone."""
    return datetime.combine(timed.day, time.fromisoformat(timed.start_time))


def ends_at(timed: TimedMeeting) -> datetime:
    """Returns the planned end on the local clock, without a zone."""
    return starts_at(timed) + timedelta(minutes=timed.duration_min)


def overlaps(first: TimedMeeting, second: TimedMeeting) -> bool:
    """True for two meetings that nobody can attend both of, the way between them included."""
    way = _way(first, second)
    return starts_at(first) < ends_at(second) + way and starts_at(second) < ends_at(first) + way


def _way(first: TimedMeeting, second: TimedMeeting) -> timedelta:
    if first.place and first.place == second.place:
        return timedelta()
    return timedelta(minutes=max(first.travel_min, second.travel_min))


def find_clashes(meetings: Iterable[TimedMeeting]) -> Mapping[int, Sequence[int]]:
    """Returns for each meeting that overlaps others which they are, by their ids."""
    found: dict[int, list[int]] = defaultdict(list)
    open_ones: list[TimedMeeting] = []
    for timed in sorted(meetings, key=starts_at):
        open_ones = [
            other for other in open_ones if ends_at(other) + LONGEST_WAY > starts_at(timed)
        ]
        for other in open_ones:
            if other.meeting_id != timed.meeting_id and overlaps(timed, other):
                found[timed.meeting_id].append(other.meeting_id)
                found[other.meeting_id].append(timed.meeting_id)
        open_ones.append(timed)
    return found


def double_booked(visit: Visit, visits: Iterable[Visit]) -> list[Visit]:
    """Returns what the cadre has said to attend and cannot together with a visit."""
    return [
        other
        for other in visits
        if other.meeting_id != visit.meeting_id and _is_agreed(other, visit.person_id)
        if overlaps(visit, other)
    ]


def _is_agreed(visit: Visit, person_id: int) -> bool:
    sent = visit.intent is Intent.SENDING and visit.substitute_id == person_id
    return sent or (visit.intent is Intent.COMING and visit.person_id == person_id)


def clashes_of(person_id: int, visits: Iterable[Visit]) -> Mapping[int, Sequence[int]]:
    """Returns the clashes among the meetings that somebody may still go to."""
    return find_clashes(visit for visit in visits if visit.may_go(person_id))
