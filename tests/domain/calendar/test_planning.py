from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    FixedDay,
    FreeDays,
    MeetingRule,
    MonthDay,
    MoveTo,
    Period,
    PlannedMeeting,
    Shift,
    ShiftRule,
    parse_period,
    period_of,
    plan,
)

from .strategies import HOLIDAYS, days, fixed_rules, rules, shifts

DAY_1 = MonthDay(day=1)


def test_a_shifted_meeting_keeps_the_period_of_its_day_by_rule() -> None:
    january = Period(2027, 1)
    assert plan(DAY_1, ShiftRule.PREVIOUS_WORKING_DAY, january, HOLIDAYS) == (
        PlannedMeeting(january, date(2027, 1, 1), date(2026, 12, 31)),
    )


def test_an_exception_moves_the_meeting_of_one_month() -> None:
    march = Period(2027, 3)
    (meeting,) = plan(DAY_1, MoveTo(date(2027, 4, 2)), march, HOLIDAYS)
    assert (meeting.period, meeting.planned) == (march, date(2027, 4, 2))


def test_meetings_without_a_fixed_day_are_numbered_and_stay_without_a_day() -> None:
    quarter = parse_period("2026-Q4")
    assert plan(FreeDays(every=3, count=2), MoveTo(date(2026, 11, 1)), quarter, HOLIDAYS) == (
        PlannedMeeting(quarter, None, None, 1),
        PlannedMeeting(quarter, None, None, 2),
    )


def test_a_rule_plans_only_periods_of_its_own_length() -> None:
    with pytest.raises(ValueError, match="cannot plan the period 2026-Q4"):
        plan(DAY_1, ShiftRule.NONE, parse_period("2026-Q4"), HOLIDAYS)


@given(rules, shifts, days)
def test_every_meeting_by_rule_lies_in_its_period(
    rule: MeetingRule, shift: Shift, day: date
) -> None:
    period = period_of(day, rule.every)
    meetings = plan(rule, shift, period, HOLIDAYS)
    assert [meeting.number for meeting in meetings] == list(range(1, len(meetings) + 1))
    for meeting in meetings:
        assert meeting.period == period
        assert (meeting.unshifted is None) == (meeting.planned is None)
        assert (meeting.unshifted is None) == isinstance(rule, FreeDays)
        assert meeting.unshifted is None or meeting.unshifted in period


@given(fixed_rules(), days)
def test_a_fixed_day_lies_in_the_rules_month_of_the_period(rule: FixedDay, day: date) -> None:
    period = period_of(day, rule.every)
    assert rule.day_in(period).month == period.month + rule.month - 1


@given(fixed_rules(every=1), st.sampled_from(ShiftRule), st.integers(1990, 2099))
def test_a_monthly_chapter_meets_twelve_times_a_year(
    rule: MeetingRule, shift: ShiftRule, year: int
) -> None:
    meetings = [
        meeting
        for month in range(1, 13)
        for meeting in plan(rule, shift, Period(year, month), HOLIDAYS)
    ]
    by_rule = [meeting.unshifted for meeting in meetings if meeting.unshifted]
    assert [day.month for day in by_rule] == list(range(1, 13))
