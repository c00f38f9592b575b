"""Meeting rules in the words people use: "ngày 5", "thứ 7 tuần cuối tháng", "the 5th"."""

import re
from typing import Any

from domain.calendar import combine_rule
from domain.reading.english_rules import parse_english_rule
from domain.reading.numerals import NUMERAL, parse_numeral
from domain.text import fold

_LAST_OF_MONTH = 31
_FULL_MOON = 15
_LONGEST = 200
_NAMES = {
    "MO": "thu hai|thu 2|t2",
    "TU": "thu ba|thu 3|t3",
    "WE": "thu tu|thu 4|t4",
    "TH": "thu nam|thu 5|t5",
    "FR": "thu sau|thu 6|t6",
    "SA": "thu bay|thu 7|t7",
    "SU": "chu nhat|chua nhat|cn",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split("|")}
_NAME = rf"(?P<name>{'|'.join(_CODES)})"

_NUMBER = rf"\d{{1,2}}|nhat|nhi|{NUMERAL}"
_N = rf"({_NUMBER})"
_OPENING = re.compile(
    r"^(?:(?:sinh hoat|hop)(?: |$))?(?:(?:dinh ky|thuong ky)[ :,]+)?(?:vao )?"
    r"(?:(?:buoi )?(?:sang|trua|chieu|toi) (?!cuoi|dau))?(?:vao )?"
)
_USUAL_WORDS = (
    (re.compile(r"[()]"), " "),
    (re.compile(r"\b(?:cua|vao) (?=thang|tuan)"), ""),
    (re.compile(r"\bdau tien\b"), "dau"),
    (re.compile(r"\bcuoi cung\b"), "cuoi"),
    (re.compile(r" ?/ ?(?=(?:hang |moi )?(?:thang|quy)\b)"), " moi "),
    (re.compile(r"\bmoi (?=hang|moi)"), ""),
    (re.compile(r",? ?\b(?:duong lich|dl|duong)\b(?=$| hang| moi)"), ""),
)
_PREFIX = re.compile(
    rf"(?:(?:moi|hang)? ?(?P<quarter>quy)|(?:moi )?{_N} thang(?: (?:mot|1) lan)?"
    r"|(?:moi|hang) (?P<month>thang))\s*[:,]\s*"
)
_SUFFIX = re.compile(r",? (?:moi|hang) (?:(?P<quarter>quy)|thang)$")
_UNFIXED = r"(?:,? khong (?:co )?(?:ngay )?co dinh(?: ngay)?)?"
_PERIOD = r"(?:(?P<quarter>quy)|(?P<months>\d|hai|ba) thang|(?P<month>thang))"
_FREE = re.compile(
    rf"(?:(?:moi|hang|mot|1) )?{_PERIOD} (?:hop )?(?:it nhat )?(?P<count>{_NUMBER}) lan{_UNFIXED}"
)
_TIMES_FREE = re.compile(
    rf"(?P<count>{_NUMBER}) lan (?:(?:moi|trong|tren|mot|1) ){{0,2}}{_PERIOD}{_UNFIXED}"
)
_IN_MONTH = re.compile(
    rf",? (?:cua |trong )?thang (?:thu {_N}|(?P<word>dau|giua|cuoi))"
    r"(?: (?:cua |trong )?(?:quy|ky))?"
)
_DAY = re.compile(
    r"(?:ngay )?(?P<day>\d{1,2})|ngay (?P<of_month>\d{1,2}) (?:trong )?thang"
    r"|ngay (?P<last>cuoi)(?: (?:trong )?thang)?"
)
_LUNAR = re.compile(
    rf"(?:ngay )?(?:(?:mung|mong) )?(?P<day>{_NUMBER})"
    r"(?: (?:hang|moi) thang)? (?:am lich|a\.?l\.?|am)"
)
_FULL = re.compile(r"(?:ngay )?ram(?: 15)?(?: (?:hang|moi) thang)?(?: (?:am lich|a\.?l\.?|am))?")
_WEEKDAY = re.compile(
    rf"{_NAME},? (?:(?:tuan )?(?P<word>dau|cuoi)"
    rf"|(?:(?:(?:lan|tuan) )?thu|tuan) (?P<place>{_NUMBER})(?P<back> tu cuoi thang)?)"
    r"(?: (?:trong )?thang)?"
)
_WEEK_FIRST = re.compile(
    rf"tuan (?:(?:thu )?(?P<place>{_NUMBER})|(?P<word>dau|cuoi))(?: (?:trong )?thang)?,? {_NAME}"
)
_MONTH_WORDS = {"dau": 1, "giua": 2, "cuoi": 3}
_ORDINALS = {"nhat": 1, "nhi": 2}


def parse_spoken_rule(text: str) -> tuple[int | None, dict[str, Any]]:
    """Reads a rule in Vietnamese or English: the months of its period if said, the rule's data.

    The data lack `every`; anything that is no rule is a ValueError.
    """
    spoken = _plain(text)
    if free := _FREE.fullmatch(spoken) or _TIMES_FREE.fullmatch(spoken):
        span = 3 if free["quarter"] else 1 if free["month"] else _number(free["months"])
        return _checked(span, {"kind": "free", "count": _number(free["count"])})
    if english := parse_english_rule(spoken):
        return _checked(*english)
    every, rest = _span(spoken)
    day, month = _split_month(rest, every)
    data = _day(day)
    if data is None:
        raise ValueError(f'no meeting day is read in "{text[:_LONGEST]}"')
    return _checked(every, data | ({"month": month} if month else {}))


def _plain(text: str) -> str:
    spoken = " ".join(fold(text)[:_LONGEST].split()).rstrip(". ")
    for words, usual in _USUAL_WORDS:
        spoken = words.sub(usual, spoken)
    return _OPENING.sub("", " ".join(spoken.split()))


def _checked(every: int | None, data: dict[str, Any]) -> tuple[int | None, dict[str, Any]]:
    # Without a stated period a later month is judged when the period is known.
    combine_rule(every or (3 if data.get("month") else 1), data)
    return every, data


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
    found = next((part for part in _IN_MONTH.finditer(spoken) if part.end() == len(spoken)), None)
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
    if _FULL.fullmatch(spoken):
        return {"kind": "lunar", "day": _FULL_MOON}
    if lunar := _LUNAR.fullmatch(spoken):
        return {"kind": "lunar", "day": _number(lunar["day"])}
    if weekday := _WEEKDAY.fullmatch(spoken) or _WEEK_FIRST.fullmatch(spoken):
        return {"kind": "rrule", "rrule": f"FREQ=MONTHLY;BYDAY={_place(weekday)}"}
    if plain := _DAY.fullmatch(spoken):
        day = plain["day"] or plain["of_month"] or _LAST_OF_MONTH
        return {"kind": "day", "day": int(day)}
    return None


def _place(weekday: re.Match[str]) -> str:
    code = _CODES[weekday["name"]]
    if weekday["word"]:
        return f"{1 if weekday['word'] == 'dau' else -1}{code}"
    back = "-" if weekday.groupdict().get("back") else ""
    return f"{back}{_number(weekday['place'])}{code}"


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    number = _ORDINALS.get(written) or parse_numeral(written)
    if number is None:
        raise ValueError(f'"{written}" is no number')
    return number
