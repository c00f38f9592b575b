"""Attendance is read in every usual form and never guessed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import Everyone, ReadCount, key, parse_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("28", ReadCount(28)),
        ("0", ReadCount(0)),
        ("28 người.", ReadCount(28)),
        ("Có mặt 28 đ/c", ReadCount(28)),
        ("28/32", ReadCount(28, 32)),
        (" 28 / 32 ", ReadCount(28, 32)),
        ("32/28", ReadCount(32, 28)),
        ("28 trên 32", ReadCount(28, 32)),
        ("28 trong tổng số 32", ReadCount(28, 32)),
        ("28 đồng chí trên 32 đảng viên", ReadCount(28, 32)),
        ("28/32, phép 3", ReadCount(28, 32, 3)),
        ("28/32 , xin phép: 3", ReadCount(28, 32, 3)),
        ("28/32 vắng 3 có phép", ReadCount(28, 32, 3)),
        ("28/32, 3 vắng có phép", ReadCount(28, 32, 3)),
        ("28, phép 3", ReadCount(28, None, 3)),
        ("28/32 vắng 4", ReadCount(28, 32)),
        ("28/32 vắng 4 có phép 3", ReadCount(28, 32, 3)),
        ("28/32, vắng 4, phép 3 và không phép 1", ReadCount(28, 32, 3)),
        ("28/32 không phép 4", ReadCount(28, 32, 0)),
        ("28/32, 1 không phép", ReadCount(28, 32, 3)),
        ("hai mươi tám trên ba mươi hai, vắng ba có phép", ReadCount(28, 32, 3)),
        ("1.200", ReadCount(1200)),
        ("1.000/1.200", ReadCount(1000, 1200)),
        ("２８／３２", ReadCount(28, 32)),
        ("٢٨/٣٢", ReadCount(28, 32)),
        ("២៨", ReadCount(28)),
        ("đủ 32", ReadCount(32)),
        ("28 vắng 4", ReadCount(28, 32)),
        ("tổng số 32, có mặt 28", ReadCount(28, 32)),
        ("28/32 (87,5%)", ReadCount(28, 32)),
        ("ba chục", ReadCount(30)),
    ],
)
def test_figures_are_read(text: str, count: ReadCount) -> None:
    assert parse_count(text) == count
    assert parse_count(unicodedata.normalize("NFD", text)) == count
    assert parse_count(text.upper()) == count


@pytest.mark.parametrize(
    "text",
    [
        *("đủ", "đủ cả", "Đầy đủ.", "tất cả", "tat ca deu co mat", "đủ hết", "100%", "du"),
        *("không vắng ai", "ko vang", "toàn bộ", "đủ mặt", "có mặt đầy đủ", "tất cả đồng chí"),
        *("đủ rồi", "đông đủ", "đủ hết rồi ạ."),
    ],
)
def test_everyone_is_an_answer_of_its_own(text: str) -> None:
    assert parse_count(text) is Everyone.EVERYONE


@pytest.mark.parametrize(
    "text",
    [
        *("", "-5", "28.5", "28,5", "1,200", "1.20", "12.000", "123456789", "28-32", "28 32"),
        *("28/32/3", "5/11/2026", "khoảng 28", "28?", "28%", "½", "28²", "hai ba", "không", "dự"),
        *("vắng 4", "28/32 vắng 9", "28/32 vắng 4 không phép 9", "28/32 phép 1 phép 2"),
        *("28/32 vắng 4 có phép 2 không phép 1", "28 nam", "đông", "1" * 5000),
    ],
)
def test_anything_less_certain_is_not_read(text: str) -> None:
    assert parse_count(text) is None


@given(st.text() | st.text("0123456789./,- hainămtrêvắgphép", max_size=30))
def test_any_text_gets_an_answer_without_fail(text: str) -> None:
    assert parse_count(unicodedata.normalize("NFD", text)) == parse_count(text)


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_written_figures_come_back_with_or_without_marks(here: int, all_: int, sick: int) -> None:
    text = f"{here}/{all_} vắng {sick} có phép"
    assert parse_count(text) == ReadCount(here, all_, sick)
    assert parse_count(f"{here}/{all_} " + key(f"vắng {sick} có phép")) == parse_count(text)
