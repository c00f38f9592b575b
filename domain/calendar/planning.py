"""From a meeting rule to the meetings of a period."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from domain.calendar.period import Period
from domain.calendar.rules import FreeDays, MeetingRule
from domain.calendar.shifts import Shift, shifted


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """One meeting to come: number `number` of its period, from 1.

    `unshifted` is the day by rule and always lies in the period; `planned` may lie outside.
    Both are None for a meeting without a fixed day.
    """

    period: Period
    unshifted: date | None
    planned: date | None
    number: int = 1


def plan(
    rule: MeetingRule, shift: Shift, period: Period, holidays: Container[date]
) -> tuple[PlannedMeeting, ...]:
    """The regular meetings of one period: one for a fixed day, `count` for a free rule.

    `period` must be as long as the rule's. A shift has no hold on meetings without a day.
    """
    if period.months != rule.every:
        raise ValueError(f"A rule for {rule.every} months cannot plan the period {period}.")
    if isinstance(rule, FreeDays):
        return tuple(PlannedMeeting(period, None, None, n + 1) for n in range(rule.count))
    day = rule.day_in(period)
    return (PlannedMeeting(period, day, shifted(day, shift, holidays)),)
