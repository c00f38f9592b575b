from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period, lunar_day_of, period_of
from domain.calendar.lunar import find_lunar_meeting, list_lunar_days

from .strategies import days


@pytest.mark.parametrize(
    "tet",
    [
        date(1985, 1, 21),
        date(2007, 2, 17),  # the 18th in China
        date(2025, 1, 29),
        date(2026, 2, 17),
        date(2027, 2, 6),
        date(2028, 1, 26),
        date(2030, 2, 2),  # the 3rd in China
    ],
)
def test_tet_is_the_first_day_of_a_lunar_month(tet: date) -> None:
    assert lunar_day_of(tet) == 1
    assert lunar_day_of(tet - timedelta(days=1)) in {29, 30}


@pytest.mark.parametrize(
    ("name", "lunar_day"), [("Tết Nguyên Đán", 1), ("Ngày Giỗ Tổ Hùng Vương", 10)]
)
def test_the_lunar_day_agrees_with_the_known_holidays_of_a_century(
    name: str, lunar_day: int
) -> None:
    known = country_holidays("VN", years=range(1976, 2100), language="vi", observed=False)
    found = [day for day, names in known.items() if name in names.split("; ")]
    assert len(found) > 90
    assert {lunar_day_of(day) for day in found} == {lunar_day}


@given(days)
def test_lunar_days_count_up_by_one_and_begin_anew_after_29_or_30(day: date) -> None:
    today, tomorrow = lunar_day_of(day), lunar_day_of(day + timedelta(days=1))
    assert tomorrow == today + 1 or (tomorrow == 1 and today in {29, 30})


@given(days, st.integers(1, 29))
def test_the_days_found_are_all_days_with_that_lunar_number(first: date, number: int) -> None:
    last = first + timedelta(days=70)
    every_day = [first + timedelta(days=n) for n in range(71)]
    assert list_lunar_days(number, first, last) == [
        day for day in every_day if lunar_day_of(day) == number
    ]


@given(days)
def test_day_30_is_the_last_day_of_every_lunar_month(first: date) -> None:
    last = first + timedelta(days=70)
    every_day = [first + timedelta(days=n) for n in range(71)]
    assert list_lunar_days(30, first, last) == [
        day for day in every_day if lunar_day_of(day + timedelta(days=1)) == 1
    ]


def months_with(occurrences: int) -> list[tuple[int, Period]]:
    spans = [Period(year, month) for year in range(2024, 2050) for month in range(1, 13)]
    return [
        (number, span)
        for span in spans
        for number in (1, 15, 30)
        if len(list_lunar_days(number, span.first_day, span.last_day)) == occurrences
    ]


def test_a_lunar_day_that_comes_twice_in_a_month_counts_the_first_time() -> None:
    twice = months_with(2)
    assert twice
    for number, span in twice:
        assert find_lunar_meeting(number, span).day <= 2


def test_a_lunar_day_that_february_lacks_is_taken_on_its_first_day() -> None:
    never = months_with(0)
    assert never
    for number, span in never:
        assert span.month == 2
        assert find_lunar_meeting(number, span) == span.first_day


@given(days, st.integers(1, 29))
def test_in_every_other_month_the_meeting_is_on_that_lunar_day(day: date, number: int) -> None:
    month = period_of(day, 1)
    meeting = find_lunar_meeting(number, month)
    assert lunar_day_of(meeting) == number or meeting == date(month.year, 2, 1)
