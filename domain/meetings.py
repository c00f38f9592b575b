"""Meetings as planned, and what became of them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.calendar import Period


class MeetingType(StrEnum):
    """Why a meeting is called."""

    REGULAR = "regular"
    THEMATIC = "thematic"
    EXTRAORDINARY = "extraordinary"


class MeetingState(StrEnum):
    """What is known of a meeting; UNREPORTED means its period closed in silence."""

    PLANNED = "planned"
    MOVED = "moved"
    HELD = "held"
    NOT_HELD = "not_held"
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of a chapter; `planned_on` is None where the chapter chooses the day.

    `due_on` is the last day on which a report is on time, `closes_on` the last on which one
    is taken at all.
    """

    id: int
    chapter_id: int
    type: MeetingType
    period: Period
    ordinal: int
    planned_on: date | None
    start_time: str
    duration_min: int
    place: str
    state: MeetingState
    due_on: date
    closes_on: date
    reason: str | None = None
    moved_to: date | None = None

    @property
    def day(self) -> date | None:
        """The day on which the meeting is expected, after any postponement."""
        return self.moved_to or self.planned_on

    @property
    def planned_hour(self) -> time | None:
        """The hour from which it can have been held; an added meeting has none of its own."""
        if self.type is not MeetingType.REGULAR or not self.start_time:
            return None
        return time.fromisoformat(self.start_time)

    def has_come(self, today: date) -> bool:
        """True from the meeting's day on; without one, from the first day of its period."""
        return (self.day or self.period.first_day) <= today

    def has_begun(self, day: date, clock: datetime) -> bool:
        """True on the local clock from its hour on if it is on that day, and once reported."""
        begins = datetime.combine(day, time.fromisoformat(self.start_time))
        return self.state is MeetingState.HELD or begins <= clock

    def awaits_report(self, today: date) -> bool:
        """True when something is still to be told: nothing came yet, or the new day has come."""
        if self.state is MeetingState.MOVED:
            return self.has_come(today)
        return self.state is MeetingState.PLANNED

    def due_after_moving_to(self, day: date | None) -> date:
        """The due day once the meeting is put off to `day` (None: back to the plan)."""
        grace = self.due_on - (self.day or self.period.last_day)
        return (day or self.planned_on or self.period.last_day) + grace

    def is_closed(self, today: date) -> bool:
        """True when the period no longer takes reports."""
        return today > self.closes_on

    def days_late(self, today: date) -> int:
        """How many days the report is overdue, 0 if it is not."""
        return max((today - self.due_on) // timedelta(days=1), 0)


def subject_of(meeting_id: int) -> str:
    """Returns the name under which messages and the audit refer to a meeting."""
    return f"meeting:{meeting_id}"
