"""Whether a message is a report at all, or what people say to each other."""

import re
from datetime import date
from enum import StrEnum

from domain.one_message.labels import Field
from domain.one_message.parts import NOT_HELD, HeardReport, Part
from domain.reading import ReadDate, fold, parse_date


class Likeness(StrEnum):
    """What a message is: a report, perhaps one, or something else."""

    REPORT = "report"
    PERHAPS = "perhaps"
    OTHER = "other"


_ASKS = re.compile(
    r"\b(?:may gio|bao gio|khi nao|luc nao|o dau|the nao|ra sao|lam sao|tai sao|vi sao|sao lai|sao"
    r"|gi vay|gi the|duoc khong|duoc ko|phai khong|phai ko|dung khong|co khong|co ko|khong a"
    r"|chua a|chua vay|bao nhieu|co phai"
    r"|cho (?:em|toi|chi|hoi) hoi|hoi chut|nho (?:anh|chi|em|dong chi))\b"
)
_PEOPLE = re.compile(
    r"\d ?/ ?\d|\b(?:du|co mat|cm|tham du|vang|hoi vien|dang vien|doan vien|nguoi)\b|%"
)
_MEETS = re.compile(r"\b(?:hop|sinh hoat|sh)\b")
_NAMED = (Field.TOPIC, Field.DIFFICULTY, Field.PROPOSAL, Field.BEST_PRACTICE, Field.ACTIVITIES)
_SHORT = 10
_MOSTLY = 0.5


def judge(heard: HeardReport, *, today: date) -> Likeness:
    """Returns whether a message is a report of a meeting.

    Two things told of a meeting make one, or that there was none; a question never does.
    """
    told = _told(heard, today)
    if _is_question(heard, told):
        return Likeness.OTHER
    loose = _share_of_loose(heard)
    states = {part.value for part in heard.of(Field.STATE)}
    if Field.NEW_DAY in told or NOT_HELD in states:
        return _of_no_meeting(heard, told, loose)
    if states or loose > _MOSTLY + 0.1:
        return (
            Likeness.PERHAPS if told - {Field.MONTH} and loose <= _MOSTLY + 0.2 else Likeness.OTHER
        )
    things = told - {Field.MONTH, Field.REASON, Field.TIMES, Field.PLACE}
    anchor = _is_counted(heard) or (Field.DAY in told and bool(_MEETS.search(fold(heard.text))))
    pieces = (
        len(heard.unread)
        if _is_counted(heard) and ("\n" in heard.text or ";" in heard.text)
        else 0
    )
    if anchor and len(things) + bool(pieces) >= 2:  # noqa: PLR2004 - see above
        return Likeness.REPORT
    if len(things & set(_NAMED)) >= 2 and _MEETS.search(fold(heard.text)):  # noqa: PLR2004
        return Likeness.REPORT
    return Likeness.PERHAPS if anchor or len(things) >= 2 else Likeness.OTHER  # noqa: PLR2004


def _told(heard: HeardReport, today: date) -> set[Field]:
    """What may be a day or a figure tells one thing."""
    told = {part.field for part in heard.parts if len(part.fields) == 1}
    told -= {part.field for part in heard.of(Field.DAY) if _is_ahead(part, today)}
    for part in heard.unclear:
        if not _is_ahead(part, today):
            told.add(Field.COUNT if Field.DAY in told else Field.DAY)
    return told


def _is_ahead(part: Part, today: date) -> bool:
    """True for a day still to come that nothing was put off to: somebody invites, or reminds."""
    if Field.DAY not in part.fields:
        return False
    read = parse_date(part.value, today=today)
    return isinstance(read, ReadDate) and read.day > today


def _is_question(heard: HeardReport, told: set[Field]) -> bool:
    free = " ".join(
        map(fold, (*heard.unread, *(p.words for p in heard.parts if p.field not in _NAMED)))
    )
    asks = bool(_ASKS.search(free)) or heard.text.rstrip(" .!)").endswith("?")
    return asks and not (len(told & set(_NAMED)) >= 2 and not _ASKS.search(free))  # noqa: PLR2004


def _share_of_loose(heard: HeardReport) -> float:
    words = len(heard.text.split())
    return sum(len(piece.split()) for piece in heard.unread) / max(words, 1)


def _of_no_meeting(heard: HeardReport, told: set[Field], loose: float) -> Likeness:
    is_short = len(heard.text.split()) <= _SHORT
    is_clear = Field.REASON in told or Field.MONTH in told or Field.NEW_DAY in told or is_short
    if loose > _MOSTLY:
        return Likeness.PERHAPS
    return Likeness.REPORT if is_clear else Likeness.PERHAPS


def _is_counted(heard: HeardReport) -> bool:
    return any(
        Field.COUNT in part.fields and _PEOPLE.search(fold(part.words)) for part in heard.parts
    )
