"""Shift rules: where a meeting goes when its day is a free day."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOVE_TO = "move_to:"
FRIDAY = 4


class ShiftRule(StrEnum):
    """The lasting rules; `Shift` adds the exception for one period."""

    NONE = "none"
    NEXT_DAY_OFF_SKIPPED = "next_day_off_skipped"
    NEXT_DAY_HOLIDAY_ONLY = "next_day_holiday_only"
    PREVIOUS_WORKING_DAY = "previous_working_day"


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Somebody's decision for one period: the meeting is on this day, whatever day that is."""

    day: date

    def __str__(self) -> str:
        return f"{MOVE_TO}{self.day.isoformat()}"


Shift = ShiftRule | MoveTo


def parse_shift(text: str) -> Shift:
    """Reads "none", another shift rule's name, or "move_to:2026-11-05"."""
    try:
        if text.startswith(MOVE_TO):
            return MoveTo(date.fromisoformat(text.removeprefix(MOVE_TO)))
        return ShiftRule(text)
    except ValueError:
        known = ", ".join(ShiftRule)
        raise ValueError(
            f'A shift rule is one of {known} or "move_to:2026-11-05", not "{text}".'
        ) from None


def shifted(day: date, shift: Shift, holidays: Container[date]) -> date:
    """The day on which the meeting is really planned.

    Saturday and Sunday are free days of every week; `holidays` are the further ones.
    """
    if isinstance(shift, MoveTo):
        return shift.day
    step = timedelta(days=-1 if shift is ShiftRule.PREVIOUS_WORKING_DAY else 1)
    while _must_skip(day, shift, holidays):
        day += step
    return day


def _must_skip(day: date, shift: ShiftRule, holidays: Container[date]) -> bool:
    match shift:
        case ShiftRule.NONE:
            return False
        case ShiftRule.NEXT_DAY_HOLIDAY_ONLY:
            return day in holidays
        case _:
            return day.weekday() > FRIDAY or day in holidays
