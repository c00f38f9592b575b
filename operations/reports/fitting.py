"""Which meeting a message is about that tells of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.meeting_days import read_meeting_day
from domain.one_message import Field, HeardReport
from domain.reading import ReadDate, key
from operations.reports.opening import Reportable

# A meeting outside its period is still the planned one if it was held so near to its day.
_NEAR = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class FittingMeetings:
    """The meetings that a message may tell of; several, or an unsure one, are asked about."""

    meetings: tuple[Reportable, ...]
    is_sure: bool = True


def fit_meetings(
    heard: HeardReport, waiting: Sequence[Reportable], *, today: date
) -> FittingMeetings:
    """Returns the meetings that a message may tell of, of those that wait for a report.

    What it names rules out others: the chapter, the month, the day.
    """
    named = _of_named_chapter(heard, [each for each in waiting if each.awaits(today)])
    months = {int(part.value) for part in heard.of(Field.MONTH) if part.value}
    fitting = [each for each in named if not months or _has_month(each, months)]
    is_called_off = heard.of(Field.STATE) and not heard.of(Field.COUNT)
    if not is_called_off:
        fitting = [each for each in fitting if each.is_due(today)]
    days = [part.value for part in heard.parts if Field.DAY in part.fields]
    if is_called_off or not days:
        return FittingMeetings(tuple(fitting))
    exact = [each for each in fitting if _day_of(days, each, today) == each.meeting.day]
    near = exact or [each for each in fitting if _is_near(_day_of(days, each, today), each)]
    return FittingMeetings(tuple(near or fitting), is_sure=bool(near))


def _of_named_chapter(heard: HeardReport, waiting: Sequence[Reportable]) -> list[Reportable]:
    """Takes those whose chapter is told by what its name has and no other's."""
    said = f" {key(heard.text)} "
    names = {each.chapter.id: key(each.chapter.name).split() for each in waiting}
    shared = set.intersection(*map(set, names.values())) if names else set()
    own = {
        chapter: " ".join(word for word in words if word not in shared)
        for chapter, words in names.items()
    }
    found = {chapter for chapter, words in own.items() if words and f" {words} " in said}
    return [each for each in waiting if not found or each.chapter.id in found]


def _has_month(reportable: Reportable, months: Iterable[int]) -> bool:
    period = reportable.meeting.period
    return any(period.first_day.month <= month <= period.last_day.month for month in months)


def _day_of(days: Sequence[str], reportable: Reportable, today: date) -> date | None:
    """Returns the day told, as it is read beside the plan of a meeting."""
    read = [read_meeting_day(day, today=today, near=reportable.meeting.day) for day in days]
    found = {day.day for day in read if isinstance(day, ReadDate)}
    return found.pop() if len(found) == 1 else None


def _is_near(day: date | None, reportable: Reportable) -> bool:
    meeting = reportable.meeting
    if day is None:
        return False
    return day in meeting.period or (meeting.day is not None and abs(day - meeting.day) <= _NEAR)
