"""Names of weekdays and the days they mean, seen from today."""

import re
from datetime import date, timedelta

from domain.reading.days import DateReading, ReadDate, Weekday, ambiguous

_NAMES = {
    **dict.fromkeys(("thu hai", "thu 2", "t2"), 0),
    **dict.fromkeys(("thu ba", "thu 3", "t3"), 1),
    **dict.fromkeys(("thu tu", "thu 4", "t4"), 2),
    **dict.fromkeys(("thu nam", "thu 5", "t5"), 3),
    **dict.fromkeys(("thu sau", "thu 6", "t6"), 4),
    **dict.fromkeys(("thu bay", "thu 7", "t7"), 5),
    **dict.fromkeys(("chu nhat", "chua nhat", "cnhat", "chu nhut", "chua nhut", "cn"), 6),
}
NAMED = "|".join(_NAMES)
_WEEKDAY = re.compile(
    rf"(?:ngay )?(?P<name>{NAMED})(?: (?:cua )?(?:(?:cach (?:day|nay) )?(?P<weeks>\d|hai|ba) tuan"
    r"(?: truoc| roi)?|(?P<which>[a-z ]+)))?"
)
_WEEKS = {"hai": 2, "ba": 3}

_OF_WEEK = {
    **dict.fromkeys(("tuan truoc", "tuan roi", "tuan qua", "tuan vua roi"), -1),
    **dict.fromkeys(("nay", "tuan nay"), 0),
    **dict.fromkeys(("tuan sau", "tuan toi"), 1),
}
_LAST = frozenset({"roi", "qua", "vua roi", "vua qua"})
_WEEK = timedelta(weeks=1)


def read_weekday(folded: str, *, today: date) -> Weekday | DateReading | None:
    """Reads "chu nhat", "t7", "thu hai tuan truoc"; weeks begin on Monday."""
    shape = _WEEKDAY.fullmatch(folded)
    if shape is None:
        return None
    number = weekday_number(shape["name"])
    this_week = today + timedelta(days=number - today.weekday())
    if weeks := shape["weeks"]:
        return ReadDate(this_week - (_WEEKS.get(weeks) or int(weeks)) * _WEEK)
    which = shape["which"]
    if which is None:
        return Weekday(number)
    if which in _OF_WEEK:
        return ReadDate(this_week + _OF_WEEK[which] * _WEEK)
    return _last_or_next(this_week, which, today=today)


def weekday_number(name: str) -> int:
    """Returns Monday as 0 to Sunday as 6."""
    return _NAMES[name]


def _last_or_next(this_week: date, which: str, *, today: date) -> DateReading | None:
    """Reads "thu hai truoc" only where the last one also lies in the last week."""
    last = this_week if this_week < today else this_week - _WEEK
    following = this_week if this_week > today else this_week + _WEEK
    if which in _LAST:
        return ReadDate(last)
    if which == "toi":
        return ReadDate(following)
    if which == "truoc":
        return ambiguous(last, last - _WEEK) if last == this_week else ReadDate(last)
    if which == "sau":
        again = following == this_week
        return ambiguous(following, following + _WEEK) if again else ReadDate(following)
    return None
