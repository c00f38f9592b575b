"""Dates as people type them."""

import re
from datetime import date, timedelta

from domain.reading.courtesy import without_courtesy
from domain.reading.days import (
    IMPOSSIBLE,
    DateReading,
    DayOfMonth,
    DayOfYear,
    LunarDay,
    ReadDate,
    SpokenDay,
    Towards,
    Weekday,
    ambiguous,
    complete,
    day_in_month,
    full_date,
    list_days,
)
from domain.reading.english_dates import parse_english_date
from domain.reading.numerals import NUMERAL, parse_numeral
from domain.reading.weekdays import NAMED, read_weekday, weekday_number
from domain.text import marked

_LONGEST = 80
_PART_OF_DAY = "(?:sang|trua|chieu|toi|dem)"
_CLOCK = (
    r"\d{1,2}(?: ?(?:h|g)(?![a-z])(?: ?(?:\d{1,2}\b(?! ?[/.-] ?\d)|ruoi\b))?"
    r"| gio(?: (?:\d{1,2}(?: phut)?|ruoi))?|:\d\d)"
    rf"(?: (?:buoi )?{_PART_OF_DAY}\b(?! (?:nay|qua|mai|kia)\b))?"
)
_CLOCKS = re.compile(
    rf"\b(?:(?:vao |hoi )?(?:luc |tu |khoang )*)?(?<![/.\d]){_CLOCK}"
    rf"(?: ?(?:-|den|toi) ?{_CLOCK})?"
)
_EARLIER_PART = re.compile(rf"^(?:hoi |buoi )*{_PART_OF_DAY} qua$")
_OPENING = re.compile(
    r"^(?:(?:chi hoi|chi doan|chi bo|to hoi|don vi|da|moi|vua|xin) )*"
    r"(?:(?:hop|sinh hoat|to chuc|doi|hoan)(?: (?:vao|sang|qua|den|lai))* )?(?:vao )?"
    r"(?:hoi (?=hom qua))?"
    rf"(?:(?:hoi |buoi )*{_PART_OF_DAY} (?=\S))?(?:vao )?"
    r"(?:(?:hom|bua|dem) (?=(?:thu|chu|t\d|ngay|mung|mong|\d)))?"
)
_CLOSING = re.compile(
    rf"[ .,!]+$|,? (?:(?:vao )?buoi {_PART_OF_DAY}|roi hop|hop)$|(?<=\d) roi$"
    rf"|(?:(?<=[/.-]\d)|(?<=[/.-]\d\d)) {_PART_OF_DAY}$"
)
_LAST = re.compile(r"\b(?:vua qua|moi roi|hom roi|bua roi|vua moi roi|gan day)\b")
_MARKED_WORDS = (
    (re.compile(r"\b(hôm|bữa) kìa\b"), "ba hom truoc"),
    (re.compile(r"\bngày kìa\b"), "ba hom nua"),
    (re.compile(r"\b(?:ngày|hôm|bữa) mốt\b|^mốt$"), "ngay kia"),
    (re.compile(r"\btháng sau\b"), "thang toi"),
    (re.compile(r"\btháng sáu\b"), "thang 6"),
    (re.compile(r"\b(?:buổi )?tối\b"), "buoi toi"),
)
_JUST = re.compile(r",? vua roi$")
_GLUED = re.compile(r"\b(ngay|mung|mong|thu|thang|nam|hom|cn)(?=\d)")
_SLIP_OF_ZERO = re.compile(r"(?<=\d)o(?=\d|\b)|\bo(?=\d)")
_SLIP_OF_ONE = re.compile(r"(?<=[\d/])l(?=\d|\b)|\bl(?=\d)")
_EIGHT_DIGITS = re.compile(r"(\d\d)(\d\d)((?:19|20)\d\d)")

_RELATIVE = {
    **dict.fromkeys(("hom nay", "bua nay", "nay", "hnay", "h nay", "today", "ngay nay"), 0),
    **dict.fromkeys(("hom qua", "bua qua", "hqua", "h qua", "hom wa", "yesterday", "bua wa"), -1),
    **dict.fromkeys(("hum qua", "hom wua", "hom qa", "ngay qua", "ngay hom qua"), -1),
    **dict.fromkeys(("hum nay", "hom ni", "bua ni", "ngay hom nay", "trong ngay"), 0),
    **dict.fromkeys(("hom kia", "bua kia", "hkia", "ngay hom kia", "hum kia"), -2),
    **dict.fromkeys(("ngay mai", "mai", "hom mai", "bua mai", "tomorrow"), 1),
    "ngay kia": 2,
    "ba hom truoc": -3,
    "ba hom nua": 3,
}
_N = rf"(?:\d{{1,2}}|{NUMERAL})"
_AGO = re.compile(
    rf"(?:cach (?:day|nay) )?(?P<n>{_N}) (?:ngay|hom|bua) (?:truoc|roi)"
    rf"|(?:cach (?:day|nay)|truoc day) (?P<m>{_N}) (?:ngay|hom|bua)"
)
_WEEKS_AGO = re.compile(
    rf"(?:cach (?:day|nay) )?(?P<n>{_N}) tuan (?:truoc|roi)|cach (?:day|nay) (?P<m>{_N}) tuan"
)

_AHEAD = re.compile(rf"(?P<n>{_N}) (?:ngay|hom|bua) (?:nua|toi)")

_SEPARATOR = r"(?: ?[/.,\\-]+ ?)"
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_FIGURES = re.compile(
    rf"(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}})(?:{_SEPARATOR}(?P<year>\d{{4}}|\d\d))?"
)
_SPACED = re.compile(r"(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>20\d\d)")
_BEFORE_FIGURES = re.compile(r"^(?:ngay )?(?:(?:mung|mong|hom) )?")
_PREFIX = r"(?P<prefix>(?:ngay )?(?P<moon>mung|mong)|(?:ngay )?hom|ngay)"
_WORDS = re.compile(
    rf"(?:{_PREFIX} )?(?P<day>\d{{1,2}}|{NUMERAL})"
    rf"(?:[,/]? ?(?:thang|th|t) ?(?P<month>\d{{1,2}}|{NUMERAL}|nay|truoc|roi|sau|toi|gieng|chap)"
    rf"(?:[,/]? ?(?:nam )?(?P<year>\d{{4}}|(?<=nam )\d\d|nay|ngoai|sau))?)?"
)
_WEEKDAY_AND_DATE = re.compile(
    rf"(?P<name>{NAMED})(?: nay| tuan nay)?,? \(?(?:ngay )?(?P<rest>.*\d[^()]*)\)?"
)
_DATE_AND_WEEKDAY = re.compile(rf"(?P<rest>.*\d[^()]*?),? ?\(?(?:la )?(?P<name>{NAMED})\)?")
_SOLAR = re.compile(r",? ?\(?\b(?:duong lich|duong|dl|tay|lich tay)\b\)?")
_LUNAR = re.compile(r",? ?\(?\b(?:am lich|a\.?l|am|lich ta|ta)\b\.?\)?")
_FULL_MOON = re.compile(
    r"(?:ngay )?ram"
    rf"(?: (?:thang )?(?P<month>\d{{1,2}}|{NUMERAL}|gieng|chap|nay|roi|truoc|vua roi))?"
)
_MONTH_NAMES = {"gieng": 1, "chap": 12}
_MONTH_STEPS = {"nay": 0, "truoc": -1, "roi": -1, "sau": 1, "toi": 1}
_YEAR_STEPS = {"nay": 0, "ngoai": -1, "sau": 1}
_CENTURY = 100
_HALF_YEAR = timedelta(days=183)
_SIX_WEEKS = timedelta(weeks=6)
_LAST_MONTH = 12


def parse_date(text: str, *, today: date, towards: Towards = "past") -> DateReading | None:
    """Reads a date as typed: certain, doubtful (and why), or None if it is no date.

    `towards` completes "5", "5/11" and "chủ nhật": the latest such day up to today, or for
    a postponement the next one. Words such as "hôm qua" keep their meaning either way.
    """
    spoken = hear_date(text, today=today)
    if isinstance(spoken, Weekday | DayOfYear | DayOfMonth | LunarDay):
        return complete(spoken, today=today, towards=towards)
    return spoken


def hear_date(text: str, *, today: date) -> SpokenDay | DateReading | None:
    """Returns what a typed date says, as far as it goes; None if it is no date."""
    spelled = marked(text)
    if len(spelled) > _LONGEST:
        return None
    folded = _without_ornament(spelled)
    # Without its marks "ngày mốt" (in two days) is "ngày một" (the first).
    if folded == "ngay mot" and "một" not in spelled:
        first = complete(DayOfMonth(1), today=today, towards="past")
        days = [first.day] if isinstance(first, ReadDate) else []
        return ambiguous(*days, today + timedelta(days=2))
    if english := parse_english_date(folded):
        return english
    if moon := _FULL_MOON.fullmatch(folded if not _LUNAR.search(folded) else _moonless(folded)):
        return _full_moon(moon["month"])
    if _LUNAR.search(folded):
        return _lunar(_moonless(folded), today)
    return _hear_plain(_SOLAR.sub("", folded), today)


def _moonless(folded: str) -> str:
    return " ".join(_LUNAR.sub("", folded).split())


def _without_ornament(spelled: str) -> str:
    for words, plain in _MARKED_WORDS:
        spelled = words.sub(plain, spelled)
    plain = _GLUED.sub(r"\1 ", without_courtesy(spelled))
    plain = _SLIP_OF_ONE.sub("1", _SLIP_OF_ZERO.sub("0", plain))
    plain = _EIGHT_DIGITS.sub(r"\1/\2/\3", plain)
    bare = " ".join(_CLOCKS.sub(" ", plain).split()).rstrip(" ,-").lstrip(" ,")
    yesterday = _EARLIER_PART.sub("hom qua", _CLOSING.sub("", _LAST.sub("vua roi", bare)))
    return _OPENING.sub("", yesterday).rstrip(" ,/.-").lstrip(" ,")


def _full_moon(month: str | None) -> SpokenDay | DateReading:
    if month is None or month in _MONTH_STEPS or month == "vua roi":
        return LunarDay(15)
    number = _MONTH_NAMES.get(month) or _number(month)
    return LunarDay(15, number) if number in range(1, _LAST_MONTH + 1) else IMPOSSIBLE


def _lunar(folded: str, today: date) -> SpokenDay | DateReading | None:
    heard = _hear_plain(folded, today, is_lunar=True)
    match heard:
        case DayOfMonth(day):
            return LunarDay(day)
        case DayOfYear(day, month):
            return LunarDay(day, month) if month <= _LAST_MONTH else IMPOSSIBLE
        case LunarDay():
            return heard
    return None


def _hear_plain(
    folded: str, today: date, *, is_lunar: bool = False
) -> SpokenDay | DateReading | None:
    if folded in _RELATIVE:
        return ReadDate(today + timedelta(days=_RELATIVE[folded]))
    if ago := _AGO.fullmatch(folded):
        days = _number(ago["n"] or ago["m"])
        return None if days is None else ReadDate(today - timedelta(days=days))
    if ahead := _AHEAD.fullmatch(folded):
        days = _number(ahead["n"])
        return None if days is None else ReadDate(today + timedelta(days=days))
    if ago := _WEEKS_AGO.fullmatch(folded):
        weeks = _number(ago["n"] or ago["m"])
        return None if weeks is None else ambiguous(today - timedelta(weeks=weeks))
    if weekday := read_weekday(folded, today=today):
        return weekday
    folded = _JUST.sub("", folded)
    return (
        _hear_figures(folded, today, is_lunar=is_lunar)
        or _hear_words(folded, today, is_lunar=is_lunar)
        or _hear_both(folded, today)
    )


def _hear_figures(
    folded: str, today: date, *, is_lunar: bool = False
) -> SpokenDay | DateReading | None:
    bare = _BEFORE_FIGURES.sub("", folded)
    shape = _ISO.fullmatch(bare) or _FIGURES.fullmatch(bare) or _SPACED.fullmatch(bare)
    if shape is None:
        return None
    day, month = int(shape["day"]), int(shape["month"])
    if shape["year"] and not is_lunar:
        return full_date(day, month, _year(shape["year"], today))
    return _day_of_year(day, month)


def _day_of_year(day: int, month: int) -> SpokenDay | DateReading:
    # Any leap year has every day that some year has.
    exists = isinstance(full_date(day, month, 2024), ReadDate)
    return DayOfYear(day, month) if exists else IMPOSSIBLE


def _hear_words(
    folded: str, today: date, *, is_lunar: bool = False
) -> SpokenDay | DateReading | None:
    shape = _WORDS.fullmatch(folded)
    if shape is None:
        return None
    day, month, year = _number(shape["day"]), shape["month"], shape["year"]
    is_alone = not (shape["prefix"] or month or shape["day"].isdecimal() or " " in shape["day"])
    if day is None or is_alone:
        return None
    if month is None:
        return DayOfMonth(day, of_moon=bool(shape["moon"])) if 1 <= day <= 31 else IMPOSSIBLE  # noqa: PLR2004 - a month
    if month in _MONTH_NAMES:
        return LunarDay(day, _MONTH_NAMES[month])
    if month in _MONTH_STEPS and not year:
        return DayOfMonth(day) if is_lunar else _in_named_month(shape, day, today)
    return _with_month(day, _number(month), None if is_lunar else year, today)


def _in_named_month(shape: re.Match[str], day: int, today: date) -> DateReading | None:
    """Leaves "5 tháng trước" unread: it may be five months ago."""
    if not shape["prefix"] and shape["month"] != "nay":
        return None
    if shape["month"] == "sau":
        return _sixth_or_next_month(day, today)
    return day_in_month(day, _MONTH_STEPS[shape["month"]], today=today)


def _sixth_or_next_month(day: int, today: date) -> DateReading:
    """Without marks "tháng sau" (next month) and "tháng sáu" (June) are the same."""
    readings = (
        day_in_month(day, 1, today=today),
        complete(DayOfYear(day, 6), today=today, towards="past"),
    )
    found = [reading.day for reading in readings if isinstance(reading, ReadDate)]
    return ambiguous(*found) if found else IMPOSSIBLE


def _with_month(
    day: int, month: int | None, year: str | None, today: date
) -> SpokenDay | DateReading | None:
    if month is None:
        return None
    if year is None:
        return _day_of_year(day, month)
    if year in _YEAR_STEPS:
        return full_date(day, month, today.year + _YEAR_STEPS[year])
    return full_date(day, month, _year(year, today))


def _hear_both(folded: str, today: date) -> SpokenDay | DateReading | None:
    """Reads "chủ nhật 8/11" and "8/11 (CN)"; a weekday that does not fit is asked about."""
    shape = _WEEKDAY_AND_DATE.fullmatch(folded) or _DATE_AND_WEEKDAY.fullmatch(folded)
    if shape is None:
        return None
    rest = shape["rest"].strip(" ,-()")
    heard = _hear_figures(rest, today) or _hear_words(rest, today)
    if isinstance(heard, DayOfYear | DayOfMonth):
        return _fitting(heard, weekday_number(shape["name"]), today)
    if not isinstance(heard, ReadDate):
        return heard
    fits = heard.day.weekday() == weekday_number(shape["name"])
    return heard if fits else ambiguous(heard.day)


def _fitting(heard: DayOfYear | DayOfMonth, weekday: int, today: date) -> DateReading:
    """Takes the one day near today that is both; else asks about the nearest."""
    reach = _HALF_YEAR if isinstance(heard, DayOfYear) else _SIX_WEEKS
    days = list_days(heard, today - reach, today + reach)
    fitting = [day for day in days if day.weekday() == weekday]
    if len(fitting) == 1:
        return ReadDate(fitting[0])
    nearest = sorted(days, key=lambda day: abs(day - today))
    return ambiguous(nearest[0]) if nearest else IMPOSSIBLE


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else parse_numeral(written)


def _year(written: str, today: date) -> int:
    """Reads the short "26" as the year of that ending nearest to today."""
    if len(written) > 2:  # noqa: PLR2004 - "26" or "2026"
        return int(written)
    century = today.year - today.year % _CENTURY
    years = (century + step + int(written) for step in (-_CENTURY, 0, _CENTURY))
    return min(years, key=lambda year: abs(year - today.year))
