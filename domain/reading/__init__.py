"""Readers of what people type: a value where it is certain, never a guess."""

from domain.reading.choices import denies, match_choice
from domain.reading.counts import Everyone, ReadCount, parse_count
from domain.reading.dates import parse_date
from domain.reading.days import DateDoubt, DateReading, DoubtfulDate, ReadDate, Towards
from domain.reading.meeting_rules import parse_spoken_rule
from domain.reading.numerals import parse_numeral
from domain.reading.phones import parse_phone, phone_digits
from domain.reading.roles import parse_role
from domain.reading.text import clean_text, fold, key, spells, spells_fully

__all__ = [
    "DateDoubt",
    "DateReading",
    "DoubtfulDate",
    "Everyone",
    "ReadCount",
    "ReadDate",
    "Towards",
    "clean_text",
    "denies",
    "fold",
    "key",
    "match_choice",
    "parse_count",
    "parse_date",
    "parse_numeral",
    "parse_phone",
    "parse_role",
    "parse_spoken_rule",
    "phone_digits",
    "spells",
    "spells_fully",
]
