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
from domain.reading.numerals import parse_numeral
from domain.reading.text import fold

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
_TYPED = {
    **{fold(name): code for code, name in _WEEKDAYS.items()},
    **{f"thu {number}": code for number, code in enumerate(_WEEKDAYS, start=2) if code != "SU"},
    **{f"t{number}": code for number, code in enumerate(_WEEKDAYS, start=2) if code != "SU"},
    "cn": "SU",
}
_EVERY = {1: "", 2: "mỗi 2 tháng: ", 3: "mỗi quý: "}
_BYDAY = re.compile(r"FREQ=MONTHLY;BYDAY=([+-]?[1-4])(MO|TU|WE|TH|FR|SA|SU)")

_N = r"(\d{1,2}|[a-z]+(?: [a-z]+)?)"
_PREFIX = re.compile(
    rf"(?:(?:moi|hang|hằng)? ?(?P<quarter>quy)|(?:moi )?{_N} thang(?: (?:mot|1) lan)?"
    r"|(?:moi|hang) (?P<month>thang))\s*[:,]\s*"
)
_SUFFIX = re.compile(r",? (?:moi|hang) (?:(?P<quarter>quy)|thang)$")
_FREE = re.compile(
    rf"(?:(?:moi|hang)? ?(?P<quarter>quy)|(?:moi )?(?P<months>\d|hai|ba) thang"
    rf"|(?:moi|hang) (?P<month>thang)) (?:it nhat )?{_N} lan(?:,? khong (?:co dinh|ngay co dinh))?"
)
_IN_MONTH = re.compile(
    rf",? (?:cua |trong )?thang (?:thu {_N}|(?P<word>dau|giua|cuoi))"
    r"(?: (?:cua |trong )?(?:quy|ky))?"
)
_DAY = re.compile(r"(?:ngay )?(\d{1,2})|ngay (?P<last>cuoi)(?: thang)?")
_LUNAR = re.compile(
    r"(?:(?:ngay )?(?:mung|mong|ngay) (?P<day>\d{1,2}|[a-z]+)|(?:ngay )?(?P<full>ram))"
    r"(?: (?:hang thang|moi thang))?(?: (?:am lich|al))"
)
_WEEKDAY = re.compile(
    rf"(?P<name>{'|'.join(sorted(_TYPED, key=len, reverse=True))}) "
    rf"(?:(?:(?:lan|tuan) )?thu {_N}(?P<back> tu cuoi thang)?|(?P<word>dau|cuoi))"
    r"(?: (?:cua |trong )?thang)?"
)
_MONTH_WORDS = {"dau": 1, "giua": 2, "cuoi": 3}


def render_spoken_rule(rule: MeetingRule) -> str:
    """Writes a rule in words that `parse_spoken_rule` reads back."""
    if isinstance(rule, FreeDays):
        span = {1: "tháng", 2: "2 tháng", 3: "quý"}[rule.every]
        return f"mỗi {span} {rule.count} lần, không cố định"
    if isinstance(rule, RecurrenceDay) and not _BYDAY.fullmatch(rule.rrule):
        return f"{_EVERY[rule.every]}{rule.rrule}{_month_words(rule)}"
    return f"{_EVERY[rule.every]}{_day_words(rule)}{_month_words(rule)}"


def parse_spoken_rule(text: str) -> tuple[int | None, dict[str, Any]]:
    """Reads a rule in words: the months of its period if they are said, and the rule's data.

    The data lack `every`; anything that is no rule is a ValueError.
    """
    spoken = " ".join(fold(text).replace("hằng", "hang").split()).rstrip(". ")
    if free := _FREE.fullmatch(spoken):
        span = 3 if free["quarter"] else 1 if free["month"] else _number(free["months"])
        return _checked(span, {"kind": "free", "count": _number(free[4])})
    every, rest = _span(spoken)
    day, month = _split_month(rest, every)
    data = _day(day)
    if data is None:
        raise ValueError(f'no meeting day is read in "{text}"')
    return _checked(every, data | ({"month": month} if month else {}))


def combine_rule(every: int, data: dict[str, Any]) -> MeetingRule:
    """Returns the rule for a period of `every` months; data that do not fit are a ValueError."""
    return parse_rule({**data, "every": every})


def _checked(every: int | None, data: dict[str, Any]) -> tuple[int | None, dict[str, Any]]:
    # Without a stated period a later month is judged when the period is known.
    combine_rule(every or (3 if data.get("month") else 1), data)
    return every, data


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


def _span(spoken: str) -> tuple[int | None, str]:
    prefix = _PREFIX.match(spoken)
    if prefix is None:
        suffix = _SUFFIX.search(spoken)
        if suffix is None:
            return None, spoken
        return 3 if suffix["quarter"] else 1, spoken[: suffix.start()]
    every = 3 if prefix["quarter"] else 1 if prefix["month"] else _number(prefix[2])
    return every, spoken[prefix.end() :]


def _split_month(spoken: str, every: int | None) -> tuple[str, int | None]:
    found = next((one for one in _IN_MONTH.finditer(spoken) if one.end() == len(spoken)), None)
    if found is None:
        return spoken, None
    if found["word"] and every is None and not spoken.endswith(("quy", "ky")):
        return spoken, None
    month = _MONTH_WORDS[found["word"]] if found["word"] else _number(found[1])
    if found["word"] == "cuoi" and every:
        month = every
    return spoken[: found.start()], month


def _day(spoken: str) -> dict[str, Any] | None:
    if spoken.upper().startswith("FREQ="):
        return {"kind": "rrule", "rrule": spoken.upper().replace(" ", "")}
    if lunar := _LUNAR.fullmatch(spoken):
        day = _FULL_MOON if lunar["full"] else _number(lunar["day"])
        return {"kind": "lunar", "day": day}
    if weekday := _WEEKDAY.fullmatch(spoken):
        return {"kind": "rrule", "rrule": f"FREQ=MONTHLY;BYDAY={_place(weekday)}"}
    if plain := _DAY.fullmatch(spoken):
        return {"kind": "day", "day": _LAST_OF_MONTH if plain["last"] else int(plain[1])}
    return None


def _place(weekday: re.Match[str]) -> str:
    code = _TYPED[weekday["name"]]
    if weekday["word"]:
        return f"{1 if weekday['word'] == 'dau' else -1}{code}"
    number = _number(weekday[2])
    return f"{'-' if weekday['back'] else ''}{number}{code}"


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    number = 1 if written == "nhat" else parse_numeral(written)
    if number is None:
        raise ValueError(f'"{written}" is no number')
    return number
