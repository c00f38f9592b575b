"""Words for periods, meetings and days, in a person's language."""

from datetime import date, datetime

from domain.calendar import MeetingRule, Period, render_english_rule, render_spoken_rule
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
        return chapter.kind.words["regular"]
    return label(f"meeting-{meeting.type}", language)


def rule_words(rule: MeetingRule, language: str) -> str:
    """Returns the day on which a chapter meets, as people say it."""
    return render_english_rule(rule) if language == "en" else render_spoken_rule(rule)


def day_words(day: date) -> str:
    """Returns a date as dd/MM/yyyy."""
    return f"{day:%d/%m/%Y}"


def moment_words(local: datetime) -> str:
    """Returns a local moment as HH:MM dd/MM/yyyy."""
    return f"{local:%H:%M %d/%m/%Y}"
