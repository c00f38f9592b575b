from datetime import date, timedelta

import pytest
from hypothesis import given

from domain.calendar import (
    Period,
    closing_date,
    due_date,
    is_closed,
    is_on_time,
    parse_period,
)

from .strategies import days, periods

NOVEMBER = Period(2026, 11)


def test_a_report_is_on_time_until_five_days_after_the_planned_day() -> None:
    planned = date(2026, 11, 28)
    assert due_date(NOVEMBER, planned) == date(2026, 12, 3)
    assert is_on_time(NOVEMBER, planned, date(2026, 12, 3))
    assert not is_on_time(NOVEMBER, planned, date(2026, 12, 4))


def test_a_meeting_without_a_day_is_due_five_days_after_its_period() -> None:
    quarter = parse_period("2026-Q4")
    assert due_date(quarter, None) == date(2027, 1, 5)
    assert is_on_time(quarter, None, date(2027, 1, 5))
    assert not is_on_time(quarter, None, date(2027, 1, 6))


@pytest.mark.parametrize(
    ("key", "closing"),
    [
        ("2026-11", date(2026, 12, 10)),
        ("2026-12", date(2027, 1, 10)),
        ("2026-B6", date(2027, 1, 10)),
        ("2026-Q3", date(2026, 10, 10)),
    ],
)
def test_a_period_closes_on_the_tenth_of_the_month_after(key: str, closing: date) -> None:
    period = parse_period(key)
    assert closing_date(period) == closing
    assert not is_closed(period, closing)
    assert is_closed(period, closing + timedelta(days=1))


def test_an_area_sets_its_own_days() -> None:
    planned = date(2026, 11, 3)
    assert due_date(NOVEMBER, planned, grace_days=2) == date(2026, 11, 5)
    assert not is_on_time(NOVEMBER, planned, date(2026, 11, 6), grace_days=2)
    assert closing_date(NOVEMBER, closing_day=5) == date(2026, 12, 5)
    assert is_closed(NOVEMBER, date(2026, 12, 6), closing_day=5)
    assert closing_date(Period(2027, 1), closing_day=31) == date(2027, 2, 28)


@given(periods)
def test_a_period_is_open_while_it_runs_and_a_free_report_is_due_before_it_closes(
    period: Period,
) -> None:
    assert not is_closed(period, period.last_day)
    assert due_date(period, None) < closing_date(period)


@given(periods, days)
def test_a_report_on_the_planned_day_is_on_time(period: Period, planned: date) -> None:
    assert is_on_time(period, planned, planned)
