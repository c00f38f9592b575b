"""Words for periods, meetings and days, in a person's language."""

from datetime import date, datetime, time

from domain.calendar import Period
from domain.chapters import Chapter
from domain.meetings import Meeting, MeetingType
from texts import label

_PERIODS = {1: "period-month", 2: "period-two-months", 3: "period-quarter"}


def period_words(period: Period, language: str) -> str:
    """Returns "tháng 11/2026", "quý IV năm 2026" and the like."""
    return label(
        _PERIODS[period.months],
        language,
        year=period.year,
        month=period.month,
        last=period.last_month,
        number=period.number,
    )


def meeting_words(meeting: Meeting, chapter: Chapter, language: str) -> str:
    """Returns what the chapter calls such a meeting: its own word for a regular one."""
    if meeting.type is MeetingType.REGULAR:
        return kind_word(chapter, "regular", language)
    return label(f"meeting-{meeting.type}", language)


def placed_name(chapter: Chapter) -> str:
    """Returns a chapter's name and its place, which is said once where the name ends with it."""
    named = chapter.name.casefold().endswith(chapter.area_name.casefold())
    return chapter.name if named else f"{chapter.name}, {chapter.area_name}"


def kind_word(chapter: Chapter, name: str, language: str) -> str:
    """Returns a kind's own word for its `unit`, `members` or `regular` meeting.

    Those words are Vietnamese; other languages have one for all kinds.
    """
    return chapter.kind.words[name] if language == "vi" else label(f"kind-word-{name}", language)


def day_words(day: date) -> str:
    """Returns a date as dd/MM/yyyy."""
    return f"{day:%d/%m/%Y}"


def weekday_words(day: date, language: str) -> str:
    """Returns a date with its weekday as it stands inside a sentence: "thứ Năm, 05/11/2026"."""
    weekday = label("reminder-weekday", language, number=day.weekday())
    return f"{weekday}, {day_words(day)}"


def moment_words(local: datetime, language: str) -> str:
    """Returns a local moment as "20h06 ngày 01/11/2026"."""
    return label("moment-words", language, time=time_words(local), day=day_words(local))


def time_words(of: time | datetime) -> str:
    """Returns a time of day as "18h30"."""
    return f"{of.hour}h{of.minute:02}"


def clock_words(text: str) -> str:
    """Returns a time as the directory keeps it, "18:30", as people write it: "18h30"."""
    return time_words(time.fromisoformat(text))


def count_words(number: int) -> str:
    """Returns a number with its thousands apart: "1.200"."""
    return f"{number:,}".replace(",", ".")


def day_fact(day: date) -> str:
    """Returns a day as texts show it."""
    return f"{day:%d/%m/%Y}"
