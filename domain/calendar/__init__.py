"""The calendar rules: periods, meeting days, shifts, holidays, deadlines, quiet hours."""

from domain.calendar.deadlines import Deadlines, closing_date, due_date, is_closed, is_on_time
from domain.calendar.lunar import lunar_day_of
from domain.calendar.period import Period, overlapping, parse_period, period_of
from domain.calendar.planning import PlannedMeeting, plan
from domain.calendar.quiet import after_quiet
from domain.calendar.rules import (
    FixedDay,
    FreeDays,
    LunarDay,
    MeetingRule,
    MonthDay,
    RecurrenceDay,
    fit_rule,
    parse_rule,
    render_rule,
)
from domain.calendar.shifts import MoveTo, Shift, ShiftRule, parse_shift, shifted
from domain.calendar.spoken import combine_rule, rule_words
from domain.calendar.state_holidays import Holiday, list_state_holidays

__all__ = [
    "Deadlines",
    "FixedDay",
    "FreeDays",
    "Holiday",
    "LunarDay",
    "MeetingRule",
    "MonthDay",
    "MoveTo",
    "Period",
    "PlannedMeeting",
    "RecurrenceDay",
    "Shift",
    "ShiftRule",
    "after_quiet",
    "closing_date",
    "combine_rule",
    "due_date",
    "fit_rule",
    "is_closed",
    "is_on_time",
    "list_state_holidays",
    "lunar_day_of",
    "overlapping",
    "parse_period",
    "parse_rule",
    "parse_shift",
    "period_of",
    "plan",
    "render_rule",
    "rule_words",
    "shifted",
]
