"""Readers of what people type: a value where it is certain, never a guess."""

from domain.reading.attendance import read_attendance
from domain.reading.choices import denies, finds_all_well, match_choice, may_deny
from domain.reading.counts import (
    DoubtfulCount,
    Everyone,
    HeardFigures,
    ReadCount,
    hear_figures,
    parse_count,
)
from domain.reading.courtesy import without_courtesy
from domain.reading.dates import hear_date, parse_date
from domain.reading.days import DateDoubt, DateReading, DoubtfulDate, ReadDate, Towards
from domain.reading.meeting_rules import parse_spoken_rule
from domain.reading.numerals import parse_numeral
from domain.reading.phones import parse_phone, phone_digits
from domain.reading.roles import parse_role
from domain.text import clean_text, fold, key, spells, spells_fully

__all__ = [
    "DateDoubt",
    "DateReading",
    "DoubtfulCount",
    "DoubtfulDate",
    "Everyone",
    "HeardFigures",
    "ReadCount",
    "ReadDate",
    "Towards",
    "clean_text",
    "denies",
    "finds_all_well",
    "fold",
    "hear_date",
    "hear_figures",
    "key",
    "match_choice",
    "may_deny",
    "parse_count",
    "parse_date",
    "parse_numeral",
    "parse_phone",
    "parse_role",
    "parse_spoken_rule",
    "phone_digits",
    "read_attendance",
    "spells",
    "spells_fully",
    "without_courtesy",
]
