"""Days, figures and hours among other words: the longest piece that a parser reads."""

import re
from collections.abc import Sequence
from datetime import date

from domain.meeting_times import read_times
from domain.one_message.labels import Field
from domain.one_message.tokens import Token, words_of
from domain.reading import DateDoubt, DoubtfulDate, Everyone, hear_date, hear_figures
from domain.text import marked

# In so many words at most a day, a figure or an hour is told.
LONGEST_FACT = 16
_MONTHS, _DAYS = 12, 31
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
    r"|tuan|(?:toi|chieu|sang|trua|dem) (?:qua|nay)"
    r"|ngay (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|kia))\b"
)
_BEGINS_A_FIGURE = frozenset(
    ("du", "co", "vang", "khoang", "gan", "dat", "duoc", "dc", "tham", "day", "dong", "tat", "voi")
)
_A_DATE = re.compile(r"\d[/.-]\d")
_AN_HOUR = re.compile(r"\d ?(?:h|g(?![a-z])|gio|:\d\d)|\bgio\b")
_ALL_CAME = re.compile(
    r"\b(?:day du|dong du|du (?:het|ca|mat|quan so|100)|vang|thieu|tat ca|toan|100)\b"
)
_SPAN = re.compile(r"\d{1,2} ?- ?\d{1,2}/\d{1,2}(?![/\d])")
_VAGUE = re.compile(r"(?:khoang|chung|gan|hon|xap xi|hinh nhu|tam) ")
# "31/11" is a slip of a day, no figure.
_SLIP_OF_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_OF_DAYS = re.compile(
    r"\b(?:hop|sinh hoat|ngay|hom|bua|mung|mong|thu|thang|cn|chu nhat|ram|toi|chieu|sang|nay|qua"
    r"|hqua|hnay|hkia|mai|kia|tuan)\b|/\d{1,2}/\d"
)
_OF_PEOPLE = re.compile(
    r"\b(?:du|co mat|cm|tham du|tham gia|vang|phep|tong|ts|nguoi|ng|hoi vien|dang vien|doan vien"
    r"|dong chi|hv|dv|chi em|d/c|dat|si so|quan so)\b"
)


def may_begin_fact(word: Token) -> bool:
    """Says whether a fact may begin with a word."""
    return any(map(str.isdecimal, word.folded)) or word.folded in _WORDS


def find_fact(
    text: str, tokens: Sequence[Token], today: date
) -> tuple[tuple[Field, ...], int] | None:
    """Returns what the longest readable piece at the head of some words may be, and its length."""
    for length in range(len(tokens), 0, -1):
        last = tokens[length - 1]
        if last.is_comma or last.folded == ":":
            continue
        if kinds := _joined_kinds(text, tokens[:length], today):
            return kinds, length
    return None


def _joined_kinds(text: str, piece: Sequence[Token], today: date) -> tuple[Field, ...]:
    """Reads across a comma only what goes on behind it: a day is no part of a figure."""
    if _is_day_and_more(text, piece, today):
        return ()
    commas = [at for at, token in enumerate(piece) if token.is_comma]
    kinds = _kinds(text, piece, today)
    if not commas or not kinds:
        return kinds
    if piece[-1].folded in ("hop", "hoat"):
        return ()
    tail = " ".join(token.folded for token in piece[commas[0] + 1 :])
    if Field.TIMES in kinds and not _AN_HOUR.search(tail):
        return ()
    if Field.DAY not in _kinds(text, piece[: commas[0]], today):
        return kinds
    is_longer = _OF_DAYS.search(tail) or _AN_HOUR.search(tail)
    return tuple(kind for kind in kinds if kind is Field.DAY) if is_longer else ()


def _is_day_and_more(text: str, piece: Sequence[Token], today: date) -> bool:
    """True for "họp 5/11 dự 28": a day, and a figure that begins behind it."""
    after = [at for at, token in enumerate(piece[1:], start=1) if token.folded in _BEGINS_A_FIGURE]
    head = piece[: after[0]] if after else ()
    is_day = bool(head) and head[-1].folded[-1:].isdecimal() and len(head) > 1
    return is_day and Field.DAY in _kinds(text, head, today)


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
    plain = " ".join(token.folded for token in piece)
    if not _is_told(plain):
        return ()
    said = words_of(text, piece)
    found = []
    if _AN_HOUR.search(plain) and read_times(said) is not None:
        found.append(Field.TIMES)
    if today != date.min and _A_DAY.search(plain) and _is_day(said, today):
        found.append(Field.DAY)
    if _is_count(said, plain):
        found.append(Field.COUNT)
    return _told_apart(found, plain)


def _is_told(plain: str) -> bool:
    """False where a number may be no figure: "Sáu" is a name, and "hai" may be anything."""
    return bool(
        " tren " in plain
        or any(map(str.isdecimal, plain))
        or _OF_DAYS.search(plain)
        or _OF_PEOPLE.search(plain)
        or _ALL_CAME.search(plain)
    )


def _told_apart(found: list[Field], plain: str) -> tuple[Field, ...]:
    """What may be a day and a figure is what its words say, else it stays both."""
    if Field.TIMES in found and Field.DAY in found:
        found.remove(Field.TIMES)
    if Field.DAY in found and Field.COUNT in found:
        days, people = bool(_OF_DAYS.search(plain)), bool(_OF_PEOPLE.search(plain))
        if (people and not days) or _VAGUE.match(plain):
            return (Field.COUNT,)
        if days and not people and not plain.startswith(("hop", "sinh hoat")):
            return (Field.DAY,)
    return tuple(found)


def _is_day(said: str, today: date) -> bool:
    if _SPAN.search(said):
        return False
    heard = hear_date(said, today=today)
    impossible = isinstance(heard, DoubtfulDate) and heard.why is DateDoubt.IMPOSSIBLE
    return heard is not None and not impossible


def _is_count(said: str, plain: str) -> bool:
    heard = hear_figures(said)
    slip = _SLIP_OF_DAY.search(plain)
    if slip and int(slip[2]) <= _MONTHS < int(slip[1]) <= _DAYS and not _OF_PEOPLE.search(plain):
        return False
    if heard is Everyone.EVERYONE:
        # Unmarked, "du hop" is rather "dự họp" than "đủ".
        return "đủ" in marked(said) or bool(_ALL_CAME.search(plain))
    return heard is not None
