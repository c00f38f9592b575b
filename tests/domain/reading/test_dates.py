"""Dates are read in every usual form; a doubtful one says why."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import DateDoubt, DoubtfulDate, ReadDate, Towards, fold, parse_date

THURSDAY = date(2026, 11, 12)


def november(day: int) -> date:
    return date(2026, 11, day)


@pytest.mark.parametrize(
    "text",
    [
        *("5/11", "05/11", "5-11-26", "05.11.2026", "5 / 11", "2026-11-05", "５／１１", "٥/١١"),
        *("ngày 5 tháng 11", "Ngày 5/11", "mùng 5", "mồng 5", "ngày mùng 5", "mùng năm", "5"),
        *("mùng 5/11", "ngày năm tháng mười một", "ngay 5 thang 11 nam 2026", "5 tháng 11"),
        *("ngày 5 tháng mười một năm nay", "thứ năm, ngày 5/11", "T5 5/11/2026", "5/11/2026."),
        *("thứ năm tuần trước", "7h30 sáng 5/11", "tối ngày 5", "5/11 lúc 19 giờ 30"),
        *("ngày 5 tháng này", "ngày 5/11 vừa rồi", "ngày 5 dương lịch", "vào ngày 5/11"),
        *("cách đây 7 ngày", "7 ngày trước"),
    ],
)
def test_the_fifth_of_november_is_read(text: str) -> None:
    assert parse_date(text, today=THURSDAY) == ReadDate(november(5))
    assert parse_date(fold(text), today=THURSDAY) == ReadDate(november(5))
    assert parse_date(unicodedata.normalize("NFD", text), today=THURSDAY) == ReadDate(november(5))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("hôm nay", 12), ("hom nay", 12), ("hnay", 12), ("sáng nay", 12), ("bữa nay", 12)),
        *(("hôm qua", 11), ("hqua", 11), ("tối qua", 11), ("chiều hôm qua", 11)),
        *(("19h hôm qua", 11), ("hôm qua lúc 7 giờ tối", 11), ("hôm kia", 10), ("hôm kìa", 9)),
        *(("ngày mai", 13), ("sáng mai", 13), ("ngày mốt", 14), ("ngày kia", 14)),
        *(("thứ hai tuần này", 9), ("thứ hai tuần sau", 16), ("cn tuần tới", 22)),
        *(("chủ nhật rồi", 8), ("chủ nhật trước", 8), ("thứ 2 tới", 16)),
    ],
)
def test_words_mean_the_same_whichever_way_one_looks(text: str, day: int) -> None:
    assert parse_date(text, today=THURSDAY) == ReadDate(november(day))
    assert parse_date(text, today=THURSDAY, towards="future") == ReadDate(november(day))


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("chủ nhật", november(8), november(15)),
        ("chúa nhật", november(8), november(15)),
        ("cn", november(8), november(15)),
        ("thứ hai", november(9), november(16)),
        ("t2", november(9), november(16)),
        ("thứ sáu", november(6), november(13)),
        ("tối thứ 7", november(7), november(14)),
        ("11", november(11), date(2026, 12, 11)),
        ("ngày hai mươi mốt", date(2026, 10, 21), november(21)),
        ("ngày 15 tháng trước", date(2026, 10, 15), date(2026, 10, 15)),
        ("ngày 15 tháng sau", date(2026, 12, 15), date(2026, 12, 15)),
        ("ngày 5/6/26", date(2026, 6, 5), date(2026, 6, 5)),
    ],
)
def test_the_wanted_way_completes_a_date(text: str, past: date, future: date) -> None:
    assert parse_date(text, today=THURSDAY) == ReadDate(past)
    assert parse_date(text, today=THURSDAY, towards="future") == ReadDate(future)


def test_a_day_without_a_year_goes_over_new_year() -> None:
    assert parse_date("28/12", today=date(2027, 1, 3)) == ReadDate(date(2026, 12, 28))
    later = parse_date("3/1", today=date(2026, 12, 28), towards="future")
    assert later == ReadDate(date(2027, 1, 3))
    assert parse_date("30", today=date(2027, 1, 3)) == ReadDate(date(2026, 12, 30))


@pytest.mark.parametrize(
    "text",
    [
        *("31/2", "29/2/2026", "29/2", "11/25", "0/5", "32", "ngày 31 tháng 11", "mùng 0"),
        *("5/11/0026", "5/11/3000", "ngày 5 tháng 13"),
    ],
)
def test_a_day_that_does_not_exist_is_impossible(text: str) -> None:
    assert parse_date(text, today=THURSDAY) == DoubtfulDate(DateDoubt.IMPOSSIBLE)


def test_a_day_that_neither_month_has_is_impossible() -> None:
    assert parse_date("31", today=date(2027, 3, 10)) == DoubtfulDate(DateDoubt.IMPOSSIBLE)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("mùng 5 âm lịch", date(2026, 10, 14), november(13)),
        ("mùng năm (âm lịch)", date(2026, 10, 14), november(13)),
        ("15/9 âm lịch", date(2026, 10, 24), date(2027, 10, 14)),
        ("ngày 5 tháng 9 âl", date(2026, 10, 14), date(2027, 10, 4)),
        ("rằm", date(2026, 10, 24), november(23)),
        ("rằm tháng giêng", date(2026, 3, 3), date(2027, 2, 20)),
        ("mùng 3 tháng chạp", date(2026, 1, 21), date(2027, 1, 10)),
    ],
)
def test_a_lunar_day_is_converted(text: str, past: date, future: date) -> None:
    for spelled in (text, fold(text)):
        assert parse_date(spelled, today=THURSDAY) == ReadDate(past, is_lunar=True)
        ahead = parse_date(spelled, today=THURSDAY, towards="future")
        assert ahead == ReadDate(future, is_lunar=True)


@pytest.mark.parametrize(("text", "year"), [("3/9/91", 1991), ("3/9/26", 2026), ("3/9/75", 2075)])
def test_a_short_year_is_the_nearest(text: str, year: int) -> None:
    assert parse_date(text, today=THURSDAY) == ReadDate(date(year, 9, 3))


@pytest.mark.parametrize(
    ("text", "towards", "candidates"),
    [
        ("15/11", "past", (date(2025, 11, 15), november(15))),
        ("5/11", "future", (november(5), date(2027, 11, 5))),
        ("12", "future", (november(12), date(2026, 12, 12))),
        ("thứ năm", "future", (november(12), november(19))),
        ("thứ hai trước", "past", (november(2), november(9))),
        ("thứ sáu sau", "past", (november(13), november(20))),
        ("chủ nhật 9/11", "past", (november(9),)),
        ("ngay 5 thang sau", "past", (date(2026, 6, 5), date(2026, 12, 5))),
    ],
)
def test_a_date_with_two_readings_is_not_guessed(
    text: str, towards: Towards, candidates: tuple[date, ...]
) -> None:
    expected = DoubtfulDate(DateDoubt.AMBIGUOUS, candidates)
    assert parse_date(text, today=THURSDAY, towards=towards) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "xin chào", "320", "năm", "5/11/202", "5/11/2026/3", "tuần trước", "5 tháng trước"),
        *("thứ 8", "hai ba", "28/32 phép 3", "-5", "5.5.5.5", "1" * 5000),
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert parse_date(text, today=THURSDAY) is None


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
WAYS: st.SearchStrategy[Towards] = st.sampled_from(["past", "future"])
LIKELY = st.text("0123456789/.- ngàythángmùchủnhậtứqôsu", max_size=20)


@given(DAYS, DAYS, WAYS)
def test_a_full_date_comes_back(day: date, today: date, towards: Towards) -> None:
    for text in (
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"ngày {day.day} tháng {day:%m} năm {day:%Y}",
    ):
        assert parse_date(text, today=today, towards=towards) == ReadDate(day)


@given(DAYS, st.integers(0, 27))
def test_a_recent_day_of_the_month_comes_back(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    assert parse_date(f"mùng {day.day}", today=today) == ReadDate(day)
    assert parse_date(f"{day:%d/%m}", today=today) == ReadDate(day)


@given(st.text() | LIKELY, DAYS, WAYS)
def test_any_text_gets_an_answer_without_fail(text: str, today: date, towards: Towards) -> None:
    reading = parse_date(text, today=today, towards=towards)
    composed = unicodedata.normalize("NFD", text)
    assert parse_date(composed, today=today, towards=towards) == reading
