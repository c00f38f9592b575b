"""Names of weekdays and the days they mean, seen from today."""

import re
from datetime import date, timedelta

from domain.reading.days import DateReading, ReadDate, Towards, ambiguous

_NAMES = {
    **dict.fromkeys(("thu hai", "thu 2", "t2"), 0),
    **dict.fromkeys(("thu ba", "thu 3", "t3"), 1),
    **dict.fromkeys(("thu tu", "thu 4", "t4"), 2),
    **dict.fromkeys(("thu nam", "thu 5", "t5"), 3),
    **dict.fromkeys(("thu sau", "thu 6", "t6"), 4),
    **dict.fromkeys(("thu bay", "thu 7", "t7"), 5),
    **dict.fromkeys(("chu nhat", "chua nhat", "cn"), 6),
}
NAMED = "|".join(_NAMES)
_WEEKDAY = re.compile(rf"(?:ngay )?(?P<name>{NAMED})(?: (?P<which>[a-z ]+))?")

_OF_WEEK = {
    **dict.fromkeys(("tuan truoc", "tuan roi", "tuan qua", "tuan vua roi"), -1),
    **dict.fromkeys(("nay", "tuan nay"), 0),
    **dict.fromkeys(("tuan sau", "tuan toi"), 1),
}
_LAST = frozenset({"roi", "qua", "vua roi", "vua qua"})
_WEEK = timedelta(weeks=1)


def parse_weekday(folded: str, *, today: date, towards: Towards) -> DateReading | None:
    """Reads "chu nhat", "t7", "thu hai tuan truoc"; weeks begin on Monday."""
    shape = _WEEKDAY.fullmatch(folded)
    if shape is None:
        return None
    this_week = today + timedelta(days=weekday_number(shape["name"]) - today.weekday())
    which = shape["which"]
    if which is None:
        return _nearest(this_week, today=today, towards=towards)
    if which in _OF_WEEK:
        return ReadDate(this_week + _OF_WEEK[which] * _WEEK)
    return _last_or_next(this_week, which, today=today)


def weekday_number(name: str) -> int:
    """Returns Monday as 0 to Sunday as 6."""
    return _NAMES[name]


def _nearest(this_week: date, *, today: date, towards: Towards) -> DateReading:
    if towards == "past":
        return ReadDate(this_week if this_week <= today else this_week - _WEEK)
    if this_week == today:
        return ambiguous(today, today + _WEEK)
    return ReadDate(this_week if this_week > today else this_week + _WEEK)


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
