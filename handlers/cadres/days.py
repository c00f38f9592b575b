"""Meetings listed day by day, those that begin at one hour together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from dialogue.words import render_day
from domain.visits import TimedMeeting
from operations.notifications.ahead import by_hour, other_hours
from operations.turn import Turn
from operations.wording import clock_words


class PlacedMeeting(TimedMeeting, Protocol):
    """A meeting of which time and place are known."""

    @property
    def place(self) -> str:
        """Where it is held."""
        ...


T = TypeVar("T", bound=PlacedMeeting)
Clashes = Mapping[int, Sequence[int]]


def list_days(
    turn: Turn,
    meetings: Iterable[T],
    clashes: Clashes,
    *,
    chapter: Callable[[T], str],
    notes: Callable[[T, Clashes], Iterable[str]],
) -> list[str]:
    """Returns a paragraph for each day; `notes` follow a meeting, given its clashes elsewhere."""
    days: dict[date, list[str]] = {}
    for group in by_hour(meetings):
        elsewhere = other_hours(group, clashes)
        first, time = group[0], clock_words(group[0].start_time)
        head = turn.text("schedule-day", day=render_day(first.day, turn.language))
        rows = days.setdefault(first.day, [head])
        if len(group) > 1:
            rows.append(turn.text("schedule-hour", time=time, count=len(group)))
        key = "visit-hour-line" if len(group) > 1 else "schedule-line"
        for meeting in group:
            line = turn.text(key, time=time, chapter=chapter(meeting), place=meeting.place)
            rows.append("; ".join([line, *notes(meeting, elsewhere)]))
    return ["\n".join(rows) for rows in days.values()]
