"""What a calendar subscription shows: name, time and place of one's meetings, nothing more."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One meeting; `revision` grows with every report of a change of its day."""

    meeting_id: int
    chapter_id: int
    chapter_name: str
    place: str
    day: date
    start_time: str
    duration_min: int
    is_off: bool
    revision: int

    @property
    def starts(self) -> datetime:
        """The beginning on the local clock, without a zone."""
        return datetime.combine(self.day, time.fromisoformat(self.start_time))

    @property
    def ends(self) -> datetime:
        """The end on the local clock, without a zone."""
        return self.starts + timedelta(minutes=self.duration_min)
