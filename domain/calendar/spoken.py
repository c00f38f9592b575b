"""Meeting rules in the words people use: "ngày 5", "thứ Bảy cuối tháng", "mùng 1 âm lịch"."""

import re
from typing import Any

from domain.calendar.rules import (
    FixedDay,
    FreeDays,
    LunarDay,
    MeetingRule,
    MonthDay,
    RecurrenceDay,
    parse_rule,
)
from domain.calendar.spoken_english import render_english_rule

_LAST_OF_MONTH = 31
_FULL_MOON = 15
_FIRST_TEN = 10
_WEEKDAYS = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_EVERY = {1: "", 2: "mỗi 2 tháng: ", 3: "mỗi quý: "}
_BYDAY = re.compile(r"FREQ=MONTHLY;BYDAY=([+-]?[1-4])(MO|TU|WE|TH|FR|SA|SU)")


def rule_words(rule: MeetingRule, language: str) -> str:
    """Writes a rule in words that `domain.reading.parse_spoken_rule` reads back."""
    return render_english_rule(rule) if language == "en" else _vietnamese_words(rule)


def _vietnamese_words(rule: MeetingRule) -> str:
    if isinstance(rule, FreeDays):
        span = {1: "tháng", 2: "2 tháng", 3: "quý"}[rule.every]
        return f"mỗi {span} {rule.count} lần, không cố định"
    if isinstance(rule, RecurrenceDay) and not _BYDAY.fullmatch(rule.rrule):
        return f"{_EVERY[rule.every]}{rule.rrule}{_month_words(rule)}"
    return f"{_EVERY[rule.every]}{_day_words(rule)}{_month_words(rule)}"


def combine_rule(every: int, data: dict[str, Any]) -> MeetingRule:
    """Returns the rule for a period of `every` months; data that do not fit are a ValueError."""
    return parse_rule({**data, "every": every})


def _day_words(rule: MonthDay | LunarDay | RecurrenceDay) -> str:
    if isinstance(rule, RecurrenceDay):
        found = _BYDAY.fullmatch(rule.rrule)
        place, weekday = (int(found[1]), _WEEKDAYS[found[2]]) if found else (1, "")
        if place in (1, -1):
            return f"{weekday} {'đầu' if place == 1 else 'cuối'} tháng"
        back = " từ cuối tháng" if place < 0 else " trong tháng"
        return f"{weekday} lần thứ {abs(place)}{back}"
    if isinstance(rule, LunarDay):
        if rule.day == _FULL_MOON:
            return "rằm âm lịch"
        return f"{'mùng' if rule.day <= _FIRST_TEN else 'ngày'} {rule.day} âm lịch"
    return "ngày cuối tháng" if rule.day == _LAST_OF_MONTH else f"ngày {rule.day}"


def _month_words(rule: FixedDay) -> str:
    return f", tháng thứ {rule.month}" if rule.month > 1 else ""
