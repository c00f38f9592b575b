"""Figures that no meeting tells: asked once a quarter, in numbers, never in names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.calendar import Period, is_closed, period_of
from domain.reading import ReadCount, denies, parse_count

MONTHS = 3
# What a column holds on every database, and more than any chapter has of anything.
MOST = 999_999_999
# So early in a quarter's last month that each leader has a reminder before the quarter closes.
ASKED_FROM = 10

NEW = "members_new"
LEFT = "members_left"
END = "members_end"
POPULATION = "population"
HEADS_PARTY = "heads_party"
HEADS_TRAINED = "heads_trained"
HEADS_ADMITTED = "heads_admitted"
CANDIDATES = "candidates"
# These are there from the start; a place adds its own by the workbook.
BUILT_IN = (NEW, LEFT, END, POPULATION, HEADS_PARTY, HEADS_TRAINED, HEADS_ADMITTED, CANDIDATES)

_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterKind:
    """One figure that is asked for: of one association, or of all."""

    id: int
    code: str
    name: str
    association: str | None
    unit: str
    ordinal: int


def quarter_open_on(today: date, *, closing_day: int) -> Period | None:
    """Returns the quarter whose figures may be given: until the month after it closes.

    A quarter takes figures from the first day of its last month on.
    """
    current = period_of(today, MONTHS)
    before = current.previous()
    if not is_closed(before, today, closing_day=closing_day):
        return before
    return current if today.month == current.last_month else None


def quarter_to_ask_for(today: date) -> Period | None:
    """Returns the quarter for whose figures leaders are asked from today on."""
    current = period_of(today, MONTHS)
    is_late_enough = today.month == current.last_month and today.day >= ASKED_FROM
    return current if is_late_enough else None


def parse_figure(text: str) -> int | None:
    """Reads "3", "1.200", "hai mươi tám", "không có"; anything else, or too much, is None."""
    plain = text.strip()
    if denies(plain):
        return 0
    if plain.isascii() and plain.isdecimal():
        number = int(plain[: len(str(MOST)) + 1])
        return number if number <= MOST and len(plain) <= len(str(MOST)) else None
    if _GROUPED.fullmatch(plain):
        return parse_figure(re.sub(r"[. ]", "", plain))
    read = parse_count(text)
    return read.present if isinstance(read, ReadCount) and read.total is None else None


def expected_end(start: int, values: Mapping[str, int]) -> int | None:
    """Returns how many members a quarter should end with.

    None while new or left is unknown, and where more left than there were.
    """
    if NEW not in values or LEFT not in values:
        return None
    end = start + values[NEW] - values[LEFT]
    return end if end >= 0 else None
