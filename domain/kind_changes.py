"""What may be changed of a kind of chapters, and how what is typed is read."""

from enum import StrEnum
from typing import Any

from domain.calendar import ShiftRule, combine_rule
from domain.chapters import ChapterKind, Recording
from domain.reading import clean_text, parse_spoken_rule
from domain.refusals import BadInput

_LONGEST_NAME, _LONGEST_WORD = 200, 80


class KindField(StrEnum):
    """The sorts of changes; the association's name changes for all its kinds."""

    NAME = "name"
    ASSOCIATION = "association"
    UNIT = "unit"
    MEMBERS = "members"
    REGULAR = "regular"
    LEADER = "leader"
    DEPUTY = "deputy"
    RULE = "rule"
    SHIFT = "shift"
    RECORDING = "recording"


WORDS = frozenset(
    {KindField.UNIT, KindField.MEMBERS, KindField.REGULAR, KindField.LEADER, KindField.DEPUTY}
)
# What moves meetings, or makes them be expected or not.
CALENDAR = frozenset({KindField.RULE, KindField.SHIFT, KindField.RECORDING})
CHOICES = {
    KindField.SHIFT: tuple(map(str, ShiftRule)),
    KindField.RECORDING: tuple(map(str, Recording)),
}


def read_field(kind: ChapterKind, field: KindField) -> dict[str, Any]:
    """Returns what a kind says of a field now."""
    if field in WORDS:
        return {str(field): kind.words[field]}
    if field is KindField.RULE:
        return {"rule": dict(kind.rule), "frequency": kind.frequency}
    return {str(field): str(getattr(kind, field))}


def parse_field(kind: ChapterKind, field: KindField, text: str) -> dict[str, Any]:
    """Returns what a typed or chosen value makes of a field; raises BadInput."""
    if field is KindField.RULE:
        return _rule(kind, text)
    if field in CHOICES:
        if text not in CHOICES[field]:
            raise BadInput("please-press")
        return {str(field): text}
    longest = _LONGEST_WORD if field in WORDS else _LONGEST_NAME
    cleaned = " ".join(clean_text(text).split())
    if not 0 < len(cleaned) <= longest:
        raise BadInput("kind-bad-text", longest=longest)
    return {str(field): cleaned}


def _rule(kind: ChapterKind, text: str) -> dict[str, Any]:
    try:
        every, rule = parse_spoken_rule(text)
        combine_rule(every or kind.frequency, rule)
    except ValueError:
        raise BadInput("edit-bad-day") from None
    return {"rule": rule, "frequency": every or kind.frequency}
