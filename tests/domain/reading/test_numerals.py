"""Numbers in words are read where they are certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import ReadCount, key, parse_count, parse_numeral

UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return UNITS[unit]
    last = {0: "", 5: " lăm"}.get(unit, f" {UNITS[unit]}")
    if tens == 1:
        return "mười" + last
    return f"{UNITS[tens]} mươi" + {1: " mốt", 4: " tư"}.get(unit, last)


def in_words(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, small = divmod(rest, 100)
    words = [f"{UNITS[thousands]} nghìn"] if thousands else []
    if hundreds or (thousands and small):
        words.append(f"{UNITS[hundreds]} trăm")
    if small:
        words.append(f"linh {UNITS[small]}" if words and small < 10 else below_hundred(small))
    return " ".join(words)


@given(st.integers(1, 9999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    assert parse_numeral(key(in_words(number))) == number
    assert parse_count(in_words(number)) == ReadCount(number)
    assert parse_count(key(in_words(number))) == ReadCount(number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("hai tam", 28),
        ("hai lam", 25),
        ("ba mot", 31),
        ("hai tu", 24),
        ("ham ba", 23),
        ("muoi", 10),
        ("mot tram le nam", 105),
        ("hai ngan linh nam", 2005),
    ],
)
def test_spoken_forms_are_read(words: str, number: int) -> None:
    assert parse_numeral(words) == number


@pytest.mark.parametrize(
    "words",
    [
        *("", "hai ba", "nam sau", "mot hai", "mot tram hai", "tram hai nghin", "linh nam"),
        *("khong tram linh nam", "mot muoi", "lam", "hai ham ba", "ham", "hai nghin tram", "xin"),
    ],
)
def test_vague_or_broken_words_are_not_read(words: str) -> None:
    assert parse_numeral(words) is None
