"""The figures of a quarter: when they are taken, and how they are read."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import closing_date
from domain.counters import (
    LEFT,
    NEW,
    expected_end,
    parse_figure,
    quarter_open_on,
    quarter_to_ask_for,
)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(1, 28))
def test_a_quarter_takes_figures_from_its_last_month_until_it_closes(
    today: date, closing_day: int
) -> None:
    quarter = quarter_open_on(today, closing_day=closing_day)
    if quarter is not None:
        last_month = quarter.last_day.replace(day=1)
        assert last_month <= today <= closing_date(quarter, closing_day=closing_day)
    asked = quarter_to_ask_for(today)
    assert asked is None or asked == quarter_open_on(today, closing_day=closing_day)


@given(st.integers(0, 999_999_999))
def test_a_figure_is_read_with_and_without_dots(number: int) -> None:
    assert parse_figure(str(number)) == parse_figure(f"{number:,}".replace(",", ".")) == number


@given(st.text(max_size=30))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    read = parse_figure(text)
    assert read is None or 0 <= read <= 999_999_999


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_the_end_is_never_below_zero(start: int, new: int, left: int) -> None:
    end = start + new - left
    assert expected_end(start, {NEW: new, LEFT: left}) == (end if end >= 0 else None)
    assert expected_end(start, {NEW: new}) is None
