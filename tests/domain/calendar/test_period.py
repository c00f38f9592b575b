from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period, parse_period, period_of

from .strategies import days, months, periods


@pytest.mark.parametrize(
    ("day", "length", "key", "first", "last"),
    [
        (date(2026, 11, 22), 1, "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        (date(2028, 2, 1), 1, "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), 2, "2026-B6", date(2026, 11, 1), date(2026, 12, 31)),
        (date(2027, 2, 28), 2, "2027-B1", date(2027, 1, 1), date(2027, 2, 28)),
        (date(2026, 10, 1), 3, "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_key_and_runs_from_first_to_last_day(
    day: date, length: int, key: str, first: date, last: date
) -> None:
    period = period_of(day, length)
    assert (str(period), period.first_day, period.last_day) == (key, first, last)


def test_next_and_previous_cross_the_year() -> None:
    assert str(Period(2026, 12).next()) == "2027-01"
    assert str(Period(2026, 11, 2).next()) == "2027-B1"
    assert str(Period(2026, 1, 3).previous()) == "2025-Q4"


def test_periods_are_ordered_by_their_first_day() -> None:
    keys = ["2027-01", "2026-Q4", "2026-11", "2026-B6"]
    assert [str(p) for p in sorted(map(parse_period, keys))] == [
        "2026-Q4",
        "2026-11",
        "2026-B6",
        "2027-01",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "2026-0", "2026-00", "2026-13", "2026-1", "2026-Q0", "2026-Q5", "2026-B7"),
        *("2026-q4", " 2026-11", "2026-11\n", "0026-11", "26-11", "2026-11-01", "２０２６-11"),
    ],
)
def test_a_text_that_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|year"):
        parse_period(text)


@pytest.mark.parametrize(("month", "length"), [(2, 3), (2, 2), (13, 1), (0, 1), (1, 4), (1, 6)])
def test_a_period_out_of_step_with_the_year_is_refused(month: int, length: int) -> None:
    with pytest.raises(ValueError, match="period"):
        Period(2026, month, length)


@given(periods)
def test_a_key_reads_back_as_its_period_and_is_short(period: Period) -> None:
    assert parse_period(str(period)) == period
    assert len(str(period)) <= 8


@given(st.one_of(st.text(max_size=9), st.from_regex(r"\d{4}-[01BQ][0-9]", fullmatch=True)))
def test_any_text_is_a_key_or_a_value_error(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert str(period) == text


@given(periods)
def test_next_and_previous_undo_each_other_and_leave_no_gap(period: Period) -> None:
    assert period.next().previous() == period == period.previous().next()
    assert period.next().first_day == period.last_day + timedelta(days=1)
    assert period.previous() < period < period.next()


@given(days, months)
def test_a_day_lies_in_its_period_and_in_no_neighbour(day: date, length: int) -> None:
    period = period_of(day, length)
    assert day in period
    assert day not in period.next()
    assert day not in period.previous()
    assert 1 <= period.number <= 12 // length
