"""Meeting rules in English: "the 5th", "last Saturday of the month", "once a quarter"."""

import re

from domain.calendar.rules import (
    FixedDay,
    FreeDays,
    LunarDay,
    MeetingRule,
    MonthDay,
    RecurrenceDay,
)

_LAST_OF_MONTH = 31
_FULL_MOON = 15
_TEENS = range(11, 14)
_SPANS = {1: "month", 2: "two months", 3: "quarter"}
_COUNTS = {1: "once", 2: "twice"}
_WEEKDAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_BYDAY = re.compile(r"FREQ=MONTHLY;BYDAY=([+-]?[1-4])(MO|TU|WE|TH|FR|SA|SU)")


def render_english_rule(rule: MeetingRule) -> str:
    """Writes a rule in English words that `domain.reading.parse_spoken_rule` reads back."""
    span = _SPANS[rule.every]
    if isinstance(rule, FreeDays):
        often = _COUNTS.get(rule.count, f"{rule.count} times")
        return f"{often} every {span}, no fixed day"
    words = _day_words(rule)
    if rule.every == 1:
        return words
    return f"every {span}: {words}{_month_words(rule)}"


def _day_words(rule: MonthDay | LunarDay | RecurrenceDay) -> str:
    if isinstance(rule, LunarDay):
        if rule.day == _FULL_MOON:
            return "full moon by the lunar calendar"
        return f"the {_ordinal(rule.day)} by the lunar calendar"
    if isinstance(rule, MonthDay):
        return "last day" if rule.day == _LAST_OF_MONTH else f"the {_ordinal(rule.day)}"
    found = _BYDAY.fullmatch(rule.rrule)
    if found is None:
        return rule.rrule
    place, weekday = int(found[1]), _WEEKDAYS[found[2]]
    if place in (1, -1):
        return f"{'first' if place == 1 else 'last'} {weekday} of the month"
    back = " from the end" if place < 0 else ""
    return f"{_ordinal(abs(place))} {weekday} of the month{back}"


def _month_words(rule: FixedDay) -> str:
    return f", in its {_ordinal(rule.month)} month"


def _ordinal(number: int) -> str:
    if number % 100 in _TEENS:
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
