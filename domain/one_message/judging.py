"""Whether a message is a report at all, or what people say to each other."""

import re
from datetime import date, timedelta
from enum import StrEnum

from domain.one_message.labels import Field
from domain.one_message.noise import is_noise
from domain.one_message.parts import AS_PLANNED, NOT_HELD, HeardReport, Part
from domain.reading import ReadDate, fold, parse_date
from domain.text import marked


class Likeness(StrEnum):
    """What a message is: a report, perhaps one, or something else."""

    REPORT = "report"
    PERHAPS = "perhaps"
    OTHER = "other"


_ASKS = re.compile(
    r"\b(?:may gio|bao gio|khi nao|luc nao|o dau|the nao|ra sao|lam sao|tai sao|vi sao|sao lai|sao"
    r"|gi vay|gi the|duoc khong|duoc ko|phai khong|phai ko|dung khong|co khong|co ko|khong a"
    r"|chua a|chua vay|bao nhieu|co phai"
    r"|cho (?:em|toi|chi|hoi) hoi|hoi chut|nho (?:anh|chi|em|dong chi)"
    r"|moi (?:dong chi|anh|chi|em|chu|bac|co|ca nha|moi nguoi|cac))\b"
)
_OR_NOT = re.compile(r"\bchua(?: (?:a|vay|em|anh|chi|dong chi|ha|nhi|ta))?$")
_PEOPLE = re.compile(r"\d ?/ ?\d|\b(?:du|co mat|cm|tham du|vang|hop|tren)\b|%")
_MEETS = re.compile(r"\b(?:hop|sinh hoat|sh)\b")
_NAMED = frozenset(
    (Field.TOPIC, Field.DIFFICULTY, Field.PROPOSAL, Field.BEST_PRACTICE, Field.ACTIVITIES)
)
_PAST = re.compile(r"\b(?:đã|da|rồi|roi|rùi|xong|vừa|vua|mới|qua|hôm|bữa|bua|vui|kia)\b")
# "Xin hoãn buổi họp": somebody asks to be allowed to, nothing has become of the meeting yet.
_BEGS = re.compile(
    r"(?:\S+ ){0,4}?(?:xin(?: phep)?|de nghi|mong|cho(?: phep)?)"
    r"(?: \S+){0,3}? (?:hoan|doi|lui|nghi)\b"
)
_PARTED = re.compile(r"[\n;]")
# A meeting is told of within a quarter.
_BACK = timedelta(days=92)
_SHORT = 10
# So much of a message may be words that tell nothing, of one that tells several things more.
_LOOSE, _LOOSER = 0.5, 0.65
_SEVERAL = 2


def judge(heard: HeardReport, *, today: date) -> Likeness:
    """Returns whether a message is a report of a meeting.

    Two things told of a meeting make one, or that there was none; a question never does.
    """
    told, loose = _told(heard, today), _share_of_loose(heard)
    if _is_question(heard, told):
        return Likeness.OTHER
    states = {part.value for part in heard.of(Field.STATE)}
    if Field.NEW_DAY not in told and _BEGS.match(fold(heard.text)):
        return Likeness.OTHER
    if Field.NEW_DAY in told or NOT_HELD in states:
        return _of_no_meeting(heard, told, loose)
    things = told - {Field.MONTH, Field.REASON, Field.TIMES, Field.PLACE, Field.STATE}
    meets = bool(_MEETS.search(fold(heard.text)))
    counted = _is_counted(heard, told)
    anchored = counted or (Field.DAY in told and meets)
    named = things & _NAMED
    pieces = counted and len(heard.unread) > 0 and bool(_PARTED.search(heard.text))
    is_several = anchored and len(things) + pieces >= _SEVERAL
    if (is_several or (len(named) >= _SEVERAL and meets)) and loose <= _LOOSER and not states:
        return Likeness.REPORT
    if things == {Field.DAY} and not counted and not _PAST.search(marked(heard.text)):
        return Likeness.OTHER
    is_one = anchored or (named and len(things) >= _SEVERAL) or states
    return Likeness.PERHAPS if is_one and loose <= _LOOSE else Likeness.OTHER


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
    days = [read.day] if isinstance(read, ReadDate) else getattr(read, "candidates", ())
    return part.value != AS_PLANNED and not any(today - _BACK <= day <= today for day in days)


def _is_question(heard: HeardReport, told: set[Field]) -> bool:
    free = " ".join(
        map(fold, (*heard.unread, *(p.words for p in heard.parts if p.field not in _NAMED)))
    )
    is_asked = heard.text.rstrip(" .!)").endswith("?") or _OR_NOT.search(fold(heard.text))
    asks = bool(_ASKS.search(free) or is_asked)
    return asks and (len(told & _NAMED) < _SEVERAL or bool(_ASKS.search(free)))


def _share_of_loose(heard: HeardReport) -> float:
    """Returns how much of the words tells nothing; figures are no words."""
    loose = [word for piece in heard.unread for word in fold(piece).split()]
    loose = [word for word in loose if any(map(str.isalpha, word)) and not is_noise([word])]
    return len(loose) / max(len(heard.text.split()), 1)


def _of_no_meeting(heard: HeardReport, told: set[Field], loose: float) -> Likeness:
    is_short = len(heard.text.split()) <= _SHORT
    is_clear = Field.REASON in told or Field.MONTH in told or Field.NEW_DAY in told or is_short
    if loose > _LOOSE:
        return Likeness.PERHAPS
    return Likeness.REPORT if is_clear else Likeness.PERHAPS


def _is_counted(heard: HeardReport, told: set[Field]) -> bool:
    """True where a figure is surely one of people; "5/11" alone is rather a day."""
    unclear = heard.unclear if Field.DAY in {part.field for part in heard.of(Field.DAY)} else ()
    figures = (*heard.of(Field.COUNT), *unclear)
    return Field.COUNT in told and any(_PEOPLE.search(fold(part.words)) for part in figures)
