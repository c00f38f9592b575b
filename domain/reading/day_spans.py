"""A week or a part of a month, told where a day is asked: "tuần trước", "đầu tháng"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.reading.courtesy import without_courtesy

_WHEN = r"(?:(?:hoi|trong|vao|hom|khoang|luc) )*"
_WHICH = r"truoc|roi|vua roi|vua qua|qua|nay"
_WEEK = re.compile(rf"{_WHEN}(?:(?P<part>dau|giua|cuoi) )?tuan(?: (?P<which>{_WHICH}))?")
_MONTH = re.compile(
    rf"{_WHEN}(?:(?P<part>dau|giua|cuoi) )?thang(?: (?P<which>{_WHICH}|\d{{1,2}}))?"
)
# From which day of the week, Monday as 0, and up to which.
_OF_WEEK = {None: (0, 6), "dau": (0, 2), "giua": (2, 3), "cuoi": (4, 6)}
_OF_MONTH = {None: (1, 31), "dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}
_MONTHS = 12


def list_spoken_days(text: str, *, today: date, ahead: bool = False) -> list[date]:
    """Returns the days of the week or part of a month that a text names, up to today.

    Where none is named as the last or this one, it is the latest that has begun; nothing where
    it may lie `ahead` as well.
    """
    spelled = without_courtesy(text)
    is_week = _WEEK.fullmatch(spelled)
    shape = is_week or _MONTH.fullmatch(spelled)
    if shape is None or (ahead and shape["which"] in (None, "nay")):
        return []
    of = _of_week if is_week else _of_month
    return of(shape["part"], shape["which"], today)


def _of_week(part: str | None, which: str | None, today: date) -> list[date]:
    if part is None and which is None:
        return []
    monday = today - timedelta(days=today.weekday())
    first, last = _OF_WEEK[part]
    starts = [monday, monday - timedelta(weeks=1)]
    if which is not None:
        starts = starts[:1] if which == "nay" else starts[1:]
    weeks = ([start + timedelta(days=step) for step in range(first, last + 1)] for start in starts)
    found = ([day for day in days if day <= today] for days in weeks)
    return next((days for days in found if days), [])


def _of_month(part: str | None, which: str | None, today: date) -> list[date]:
    if part is None and (which is None or which.isdecimal()):
        return []
    if which and which.isdecimal():
        months = [_back_to(int(which), today)] if 1 <= int(which) <= _MONTHS else []
    else:
        months = [(today.year, today.month), _month_before(today)]
        if which is not None:
            months = months[:1] if which == "nay" else months[1:]
    found = ([day for day in _days(*month, part) if day <= today] for month in months)
    return next((days for days in found if days), [])


def _days(year: int, month: int, part: str | None) -> list[date]:
    first, last = _OF_MONTH[part]
    return [
        date(year, month, day) for day in range(first, min(last, monthrange(year, month)[1]) + 1)
    ]


def _month_before(today: date) -> tuple[int, int]:
    last = today.replace(day=1) - timedelta(days=1)
    return last.year, last.month


def _back_to(month: int, today: date) -> tuple[int, int]:
    return today.year if month <= today.month else today.year - 1, month
