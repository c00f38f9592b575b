from datetime import date

import pytest

from domain.calendar import list_state_holidays


def names_of(year: int) -> dict[date, str]:
    return {holiday.day: holiday.name for holiday in list_state_holidays(year)}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 16), "Giao thừa (29 tháng Chạp)"),
        (date(2026, 2, 17), "Mùng 1 Tết Nguyên đán"),
        (date(2026, 2, 18), "Mùng 2 Tết"),
        (date(2027, 2, 4), "28 tháng Chạp"),
        (date(2027, 2, 5), "Giao thừa (29 tháng Chạp)"),
        (date(2027, 2, 6), "Mùng 1 Tết Nguyên đán"),
        (date(2027, 2, 10), "Mùng 5 Tết"),
        (date(2028, 1, 26), "Mùng 1 Tết Nguyên đán"),
        (date(2027, 4, 30), "Ngày Giải phóng miền Nam, thống nhất đất nước"),
        (date(2028, 5, 2), "Ngày Giải phóng miền Nam, thống nhất đất nước (nghỉ bù)"),
        (date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2027, 4, 16), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2028, 4, 4), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2027, 5, 3), "Ngày Quốc tế Lao động (nghỉ bù)"),
        (date(2026, 8, 31), "Nghỉ hoán đổi (làm bù ngày 22/08/2026)"),
    ],
)
def test_the_states_holidays_and_days_in_lieu_are_known(day: date, name: str) -> None:
    assert names_of(day.year)[day] == name


def test_the_day_of_culture_is_free_from_2026_on() -> None:
    assert date(2025, 11, 24) not in names_of(2025)


def test_holidays_come_by_date_each_once_and_of_that_year_alone() -> None:
    for year in range(2024, 2035):
        days = [holiday.day for holiday in list_state_holidays(year)]
        assert days == sorted(set(days))
        assert {day.year for day in days} == {year}


def test_names_can_be_had_in_english() -> None:
    assert list_state_holidays(2027, language="en")[0].name == "New Year's Day"
