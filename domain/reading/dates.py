"""Dates as people type them."""

import re
from datetime import date, timedelta

from domain.reading.days import (
    IMPOSSIBLE,
    LUNAR,
    DateReading,
    ReadDate,
    Towards,
    ambiguous,
    day_alone,
    day_and_month,
    day_in_month,
    full_date,
)
from domain.reading.numerals import NUMERAL, parse_numeral
from domain.reading.text import fold, marked
from domain.reading.weekdays import NAMED, parse_weekday, weekday_number

_LONGEST = 80
_PART_OF_DAY = "(?:sang|trua|chieu|toi|dem)"
_CLOCK = re.compile(
    r"\b(?:(?:vao )?luc )?\d{1,2}"
    r"(?: ?h(?![a-z]) ?(?:\d{1,2}\b)?| gio(?: \d{1,2}(?: phut)?)?|:\d\d)"
    rf"(?: {_PART_OF_DAY}\b(?! (?:nay|qua|mai|kia)\b))?"
)
_EARLIER_PART = re.compile(rf"^{_PART_OF_DAY} qua$")
_OPENING = re.compile(rf"^(?:vao )?(?:(?:buoi )?{_PART_OF_DAY} (?=\S))?(?:vao )?")
_CLOSING = re.compile(r"[ .,!]+$|,? (?:a|vua roi|vua qua)$")
_MARKED_WORDS = (
    (re.compile(r"\b(hôm|bữa) kìa\b"), "ba hom truoc"),
    (re.compile(r"\bngày kìa\b"), "ba hom nua"),
    (re.compile(r"\b(?:ngày|hôm|bữa) mốt\b|^mốt$"), "ngay kia"),
    (re.compile(r"\btháng sau\b"), "thang toi"),
    (re.compile(r"\bsáu\b"), "6"),
)

_RELATIVE = {
    **dict.fromkeys(("hom nay", "bua nay", "nay", "hnay", "h nay", "today", "ngay nay"), 0),
    **dict.fromkeys(("hom qua", "bua qua", "hqua", "h qua", "hom wa", "yesterday"), -1),
    "ngay hom qua": -1,
    "ngay hom nay": 0,
    **dict.fromkeys(("hom kia", "bua kia", "hkia", "ngay hom kia"), -2),
    **dict.fromkeys(("ngay mai", "mai", "hom mai", "bua mai", "tomorrow"), 1),
    "ngay kia": 2,
    "ba hom truoc": -3,
    "ba hom nua": 3,
}
_AGO = re.compile(
    r"(?:cach day )?(?P<n>\d{1,2}) (?:ngay|hom|bua) truoc|cach day (?P<m>\d{1,2}) ngay"
)

_SEPARATOR = r" ?[/.\\-] ?"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FIGURES = re.compile(
    rf"(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}})(?:{_SEPARATOR}(?P<year>\d{{4}}|\d\d))?"
)
_BEFORE_FIGURES = re.compile(r"^(?:ngay )?(?:(?:mung|mong|hom) )?")
_PREFIX = r"(?P<prefix>(?:ngay )?(?:mung|mong|hom)|ngay)"
_WORDS = re.compile(
    rf"(?:{_PREFIX} )?(?P<day>\d{{1,2}}|{NUMERAL})"
    rf"(?:,? (?:thang|th) ?(?P<month>\d{{1,2}}|{NUMERAL}|nay|truoc|roi|sau|toi|gieng|chap)"
    rf"(?:,? nam (?P<year>\d{{4}}|\d\d|nay|ngoai|sau))?)?"
)
_WEEKDAY_AND_DATE = re.compile(rf"(?P<name>{NAMED}),? (?:ngay )?(?P<rest>.*\d.*)")
_SOLAR = re.compile(r",? ?\(?\b(?:duong lich|duong|dl)\)?$")
_LUNAR = re.compile(r",? ?\(?\b(?:am lich|al|am)\)?$")
_FULL_MOON = re.compile(r"(?:ngay )?ram(?: thang (?:\d{1,2}|[a-z ]+))?")
_MONTH_STEPS = {"nay": 0, "truoc": -1, "roi": -1, "sau": 1, "toi": 1}
_YEAR_STEPS = {"nay": 0, "ngoai": -1, "sau": 1}


def parse_date(text: str, *, today: date, towards: Towards = "past") -> DateReading | None:
    """Reads a date as typed: certain, doubtful (and why), or None if it is no date.

    `towards` completes "5", "5/11" and "chủ nhật": the latest such day up to today, or for
    a postponement the next one. Words such as "hôm qua" keep their meaning either way.
    """
    spelled = marked(text)
    if len(spelled) > _LONGEST:
        return None
    folded = _without_ornament(spelled)
    if _LUNAR.search(folded):
        return _lunar(_LUNAR.sub("", folded), today=today)
    if _FULL_MOON.fullmatch(folded):
        return LUNAR
    return _parse_plain(_SOLAR.sub("", folded), today=today, towards=towards)


def _without_ornament(spelled: str) -> str:
    for words, plain in _MARKED_WORDS:
        spelled = words.sub(plain, spelled)
    bare = " ".join(_CLOCK.sub(" ", fold(spelled)).split()).strip(" ,")
    yesterday = _EARLIER_PART.sub("hom qua", _CLOSING.sub("", bare))
    return _OPENING.sub("", yesterday)


def _lunar(folded: str, *, today: date) -> DateReading | None:
    return LUNAR if _parse_plain(folded, today=today, towards="past") else None


def _parse_plain(folded: str, *, today: date, towards: Towards) -> DateReading | None:
    if folded in _RELATIVE:
        return ReadDate(today + timedelta(days=_RELATIVE[folded]))
    if ago := _AGO.fullmatch(folded):
        return ReadDate(today - timedelta(days=int(ago["n"] or ago["m"])))
    return (
        parse_weekday(folded, today=today, towards=towards)
        or _parse_figures(folded, today=today, towards=towards)
        or _parse_words(folded, today=today, towards=towards)
        or _parse_both(folded, today=today, towards=towards)
    )


def _parse_figures(folded: str, *, today: date, towards: Towards) -> DateReading | None:
    bare = _BEFORE_FIGURES.sub("", folded)
    shape = _ISO.fullmatch(bare) or _FIGURES.fullmatch(bare)
    if shape is None:
        return None
    day, month = int(shape["day"]), int(shape["month"])
    if shape["year"]:
        return full_date(day, month, _year(shape["year"]))
    return day_and_month(day, month, today=today, towards=towards)


def _parse_words(folded: str, *, today: date, towards: Towards) -> DateReading | None:
    shape = _WORDS.fullmatch(folded)
    if shape is None:
        return None
    day, month, year = _number(shape["day"]), shape["month"], shape["year"]
    if day is None or not (shape["prefix"] or month or shape["day"].isdecimal()):
        return None
    if month is None:
        return day_alone(day, today=today, towards=towards)
    if month in ("gieng", "chap"):
        return LUNAR
    if month in _MONTH_STEPS and not year:
        return _in_named_month(shape, day, today=today)
    return _with_month(day, _number(month), year, today=today, towards=towards)


def _in_named_month(shape: re.Match[str], day: int, *, today: date) -> DateReading | None:
    """Leaves "5 tháng trước" unread: it may be five months ago."""
    if not shape["prefix"] and shape["month"] != "nay":
        return None
    if shape["month"] == "sau":
        return _sixth_or_next_month(day, today=today)
    return day_in_month(day, _MONTH_STEPS[shape["month"]], today=today)


def _sixth_or_next_month(day: int, *, today: date) -> DateReading:
    """Without marks "tháng sau" (next month) and "tháng sáu" (June) are the same."""
    readings = (
        day_in_month(day, 1, today=today),
        day_and_month(day, 6, today=today, towards="past"),
    )
    found = [reading.day for reading in readings if isinstance(reading, ReadDate)]
    return ambiguous(*found) if found else IMPOSSIBLE


def _with_month(
    day: int, month: int | None, year: str | None, *, today: date, towards: Towards
) -> DateReading | None:
    if month is None:
        return None
    if year is None:
        return day_and_month(day, month, today=today, towards=towards)
    if year in _YEAR_STEPS:
        return full_date(day, month, today.year + _YEAR_STEPS[year])
    return full_date(day, month, _year(year))


def _parse_both(folded: str, *, today: date, towards: Towards) -> DateReading | None:
    """Reads "chủ nhật 8/11"; a weekday that does not fit the date is asked about."""
    shape = _WEEKDAY_AND_DATE.fullmatch(folded)
    if shape is None:
        return None
    rest = shape["rest"]
    reading = _parse_figures(rest, today=today, towards=towards) or _parse_words(
        rest, today=today, towards=towards
    )
    if not isinstance(reading, ReadDate):
        return reading
    fits = reading.day.weekday() == weekday_number(shape["name"])
    return reading if fits else ambiguous(reading.day)


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else parse_numeral(written)


def _year(written: str) -> int:
    """Reads the short "26" as 2026."""
    return int(written.rjust(3, "0").rjust(4, "2"))
