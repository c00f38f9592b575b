"""Days, figures and hours among other words: the longest piece that a parser reads."""

import re
from collections.abc import Sequence
from datetime import date

from domain.meeting_times import read_times
from domain.one_message.labels import Field
from domain.one_message.tokens import Token, words_of
from domain.reading import DateDoubt, DoubtfulDate, Everyone, hear_date, hear_figures

_LONGEST = 16
_WORDS = frozenset(
    (
        *("hop", "sinh", "ngay", "hom", "bua", "toi", "sang", "chieu", "trua", "dem", "luc", "tu"),
        *("thu", "chu", "cn", "mung", "mong", "ram", "du", "co", "dat", "duoc", "vang", "nghi"),
        *(
            "tong",
            "ts",
            "quan",
            "si",
            "tat",
            "toan",
            "day",
            "dong",
            "khong",
            "ko",
            "khoang",
            "gan",
        ),
        *("hon", "chung", "tham", "di", "den", "cm", "phep", "so", "hqua", "hnay", "hkia", "vao"),
        *("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "thieu", "het"),
        *("xin", "dung", "cach", "tuan", "quan", "hoi", "nhu", "xap", "hinh", "hum", "t2", "deu"),
    )
)
_A_DAY = re.compile(
    r"\d|\b(?:hom|bua|hqua|hnay|hkia|mai|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|cn|ram|mung|mong"
    r"|tuan|ngay (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|kia))\b"
)
_A_DATE = re.compile(r"\d[/.-]\d")
_AN_HOUR = re.compile(r"\d ?(?:h|g(?![a-z])|gio|:\d\d)|\bgio\b")
_ALL_CAME = re.compile(r"\b(?:du|vang|thieu|tat ca|toan|100|dong)\b")
_OF_DAYS = re.compile(
    r"\b(?:hop|sinh hoat|ngay|hom|bua|mung|mong|thu|thang|cn|chu nhat|ram|toi|chieu|sang|nay|qua"
    r"|hqua|hnay|hkia|mai|kia|tuan)\b|/\d{1,2}/\d"
)
_OF_PEOPLE = re.compile(
    r"\b(?:du|co mat|cm|tham du|tham gia|vang|phep|tong|ts|nguoi|ng|hoi vien|dang vien|doan vien"
    r"|dong chi|hv|dv|chi em|d/c|dat|si so|quan so)\b"
)


def find_fact(
    text: str, tokens: Sequence[Token], at: int, today: date
) -> tuple[tuple[Field, ...], int] | None:
    """Returns what the longest readable piece from a word on may be, and where it ends."""
    if at >= len(tokens):
        return None
    first = tokens[at].folded
    if not (any(map(str.isdecimal, first)) or first in _WORDS):
        return None
    for end in range(min(len(tokens), at + _LONGEST), at, -1):
        if tokens[end - 1].is_comma or tokens[end - 1].folded == ":":
            continue
        if kinds := _kinds(text, tokens[at:end], today):
            return kinds, end
    return None


def find_hours(text: str, tokens: Sequence[Token]) -> str:
    """Returns the hours that a piece tells beside its day, "" for none."""
    for length in range(len(tokens), 0, -1):
        for at in range(len(tokens) - length + 1):
            piece = tokens[at : at + length]
            is_day = any(_A_DATE.search(token.folded) for token in piece)
            if not is_day and Field.TIMES in _kinds(text, piece, date.min):
                return words_of(text, piece)
    return ""


def _kinds(text: str, piece: Sequence[Token], today: date) -> tuple[Field, ...]:
    said, plain = words_of(text, piece), " ".join(token.folded for token in piece)
    found = []
    if _AN_HOUR.search(plain) and read_times(said) is not None:
        found.append(Field.TIMES)
    if today != date.min and _A_DAY.search(plain) and _is_day(said, today):
        found.append(Field.DAY)
    if _is_count(said, plain):
        found.append(Field.COUNT)
    # "Sáu" is a name, and "hai" may be anything.
    is_told = any(map(str.isdecimal, plain)) or _OF_DAYS.search(plain) or _OF_PEOPLE.search(plain)
    return _told_apart(found, plain) if is_told or _ALL_CAME.search(plain) else ()


def _told_apart(found: list[Field], plain: str) -> tuple[Field, ...]:
    """What may be a day and a figure is what its words say, else it stays both."""
    if Field.TIMES in found and Field.DAY in found:
        found.remove(Field.TIMES)
    if Field.DAY in found and Field.COUNT in found:
        days, people = bool(_OF_DAYS.search(plain)), bool(_OF_PEOPLE.search(plain))
        if people and not days:
            return (Field.COUNT,)
        if days and not people and not plain.startswith(("hop", "sinh hoat")):
            return (Field.DAY,)
    return tuple(found)


def _is_day(said: str, today: date) -> bool:
    heard = hear_date(said, today=today)
    impossible = isinstance(heard, DoubtfulDate) and heard.why is DateDoubt.IMPOSSIBLE
    return heard is not None and not impossible


def _is_count(said: str, plain: str) -> bool:
    heard = hear_figures(said)
    if heard is Everyone.EVERYONE:
        return bool(_ALL_CAME.search(plain))
    return heard is not None
